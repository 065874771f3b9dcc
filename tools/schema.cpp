// `coucou schema`: prints the JSON Schema of a kind of file, with which editors complete and check what authors write.
#include "lesson/fault.h"
#include "lesson/json_schema.h"
#include "tools/verb.h"
#include "world/apps.h"

#include <algorithm>
#include <iostream>

#include <CLI/CLI.hpp>

namespace tools {

namespace {

int print(const std::string& name, const Context& context) {
    const auto files = lesson::file_schemas();
    const auto file = std::ranges::find(files, name, &lesson::FileSchema::name);
    if (file == files.end()) {
        std::vector<std::string_view> known;
        std::ranges::transform(files, std::back_inserter(known), &lesson::FileSchema::name);
        base::Faults faults;
        lesson::add_unknown(faults, {"schema.misspelt-file", "schema.unknown-file"}, {}, name, known);
        complain(context, faults.front());
        return 2;
    }
    std::cout << lesson::json_schema(*file, world::vocabulary(), context.words.messages);
    return std::cout.flush().good() ? 0 : 2;
}

} // namespace

Verb schema_verb() {
    return {"schema", [](CLI::App& command, const Context& context) {
                const auto name = std::make_shared<std::string>("lesson");
                command.add_option("kind", *name, context.text("command.schema.kind"))
                    ->type_name(context.text("command.word.kind"));
                return Execute([name](Context& used) { return print(*name, used); });
            }};
}

} // namespace tools
