// `coucou reference`: prints the tables of all keys, goals and facts that lesson files may use, as Markdown.
#include "lesson/reference.h"

#include "tools/verb.h"
#include "world/apps.h"

#include <iostream>

#include <CLI/CLI.hpp>

namespace tools {

namespace {

int print(Context& context) {
    lesson::reference(world::vocabulary(), context.words.messages, std::cout);
    return std::cout.flush().good() ? 0 : 2;
}

} // namespace

Verb reference_verb() {
    return {"reference", [](CLI::App&, const Context&) { return Execute(print); }};
}

} // namespace tools
