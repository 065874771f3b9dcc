// `coucou lessons`: lists the lessons that are found, and what is wrong with the others.
#include "tools/verb.h"

#include <iostream>

#include <CLI/CLI.hpp>

namespace tools {

namespace {

void list_module(const lesson::Module& module, const lesson::Catalogue& catalogue, const Context& context) {
    std::cout << module.title << '\n';
    for (const std::string& id : module.lessons) {
        const lesson::Lesson* found = catalogue.find(id);
        if (found == nullptr) {
            continue;
        }
        std::cout << "  "
                  << context.text({"command.lessons.line",
                                   {{"id", found->id},
                                    {"title", found->title},
                                    {"level", std::to_string(found->level)},
                                    {"steps", std::to_string(found->steps.size())}}})
                  << '\n';
    }
}

/// Gives 1 where there are faults, else 0.
int list(Context& context) {
    if (!read_lessons(context)) {
        return 2;
    }
    const lesson::Catalogue& catalogue = context.words.catalogue;
    for (const lesson::Module& module : catalogue.modules) {
        list_module(module, catalogue, context);
    }
    for (const base::Error& fault : catalogue.faults) {
        complain(context, fault);
    }
    std::cout << context.text({"command.lessons.count",
                               {{"lessons", std::to_string(catalogue.lessons.size())},
                                {"faults", std::to_string(catalogue.faults.size())},
                                {"left_out", std::to_string(catalogue.left_out.size())}}})
              << '\n';
    return catalogue.faults.empty() ? 0 : 1;
}

} // namespace

Verb lessons_verb() {
    return {"lessons", [](CLI::App&, const Context&) { return Execute(list); }};
}

} // namespace tools
