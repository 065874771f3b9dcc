// `coucou messages`: writes all texts of the program and the lessons as a gettext template (POT).
#include "lesson/template.h"
#include "tools/verb.h"
#include "world/apps.h"

#include <fstream>
#include <iostream>

#include <CLI/CLI.hpp>

namespace tools {

namespace {

int write(Context& context) {
    if (!read_lessons(context)) {
        return 2;
    }
    const lesson::Sites sites = lesson::read_sites(context.resources.lessons / "sites");
    lesson::write_template(context.resources.catalogue, world::vocabulary(), context.resources.messages,
                           context.resources.files, std::cout, sites.sites);
    return std::cout.flush().good() ? 0 : 2;
}

} // namespace

Verb messages_verb() {
    return {"messages", [](CLI::App&, const Context&) { return Execute(write); }};
}

} // namespace tools
