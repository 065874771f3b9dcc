// A verb of the command line: `coucou <verb> …`. Each is one file here and one line in coucou.cpp.
#pragma once

#include "app/resources.h"

#include <functional>
#include <string>
#include <string_view>

namespace CLI {
class App;
}

namespace tools {

/// What a verb works with. Its texts are the messages `command.<verb>.…`.
struct Context {
    app::Resources resources;
    app::Words words; ///< in the language of the command line
    std::string lessons_folder;

    std::string text(const base::Message& message) const { return words.messages.text(message); }
    std::string text(std::string_view id) const { return words.messages.text(id); }
};

/// Runs a verb whose options have been read; gives the exit status.
using Execute = std::function<int(Context&)>;

/// A verb: its name, and the function that declares its options and says what to execute.
struct Verb {
    std::string_view name;
    Execute (*declare)(CLI::App& command, const Context& context);
};

Verb lessons_verb();
Verb play_verb();
Verb route_verb();
Verb prove_verb();
Verb messages_verb();
Verb reference_verb();
Verb lint_verb();
Verb schema_verb();
Verb new_verb();
Verb convert_verb();
Verb class_verb();
Verb export_verb();
Verb import_verb();
Verb report_verb();
Verb booklet_verb();

/// Prints an error for people on standard error.
void complain(const Context& context, const base::Error& error);

/// Reads the lessons and layouts, and complains where that fails.
bool read_lessons(Context& context);

} // namespace tools
