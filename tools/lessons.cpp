// `coucou lessons`: lists the lessons that are found, and what is wrong with the others.
#include "lesson/site.h"
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

void list_sites(const lesson::Sites& read, const Context& context) {
    if (!read.sites.empty()) {
        std::cout << context.text("command.sites.heading") << '\n';
    }
    for (const lesson::Site& site : read.sites) {
        std::cout << "  "
                  << context.text({"command.sites.line",
                                   {{"id", site.id},
                                    {"name", site.name},
                                    {"address", site.address},
                                    {"pages", std::to_string(site.pages.size())}}})
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
    const lesson::Sites sites = lesson::read_sites(context.resources.lessons / "sites");
    list_sites(sites, context);
    base::Faults faults = catalogue.faults;
    faults.insert(faults.end(), sites.faults.begin(), sites.faults.end());
    for (const base::Error& fault : faults) {
        complain(context, fault);
    }
    std::cout << context.text({"command.lessons.count",
                               {{"lessons", std::to_string(catalogue.lessons.size())},
                                {"faults", std::to_string(faults.size())},
                                {"left_out", std::to_string(catalogue.left_out.size() + sites.left_out.size())}}})
              << '\n';
    return faults.empty() ? 0 : 1;
}

} // namespace

Verb lessons_verb() {
    return {"lessons", [](CLI::App&, const Context&) { return Execute(list); }};
}

} // namespace tools
