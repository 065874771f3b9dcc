// Looking words up among the practice computer's.
#include "lesson/vocabulary.h"

#include <algorithm>

namespace lesson {

const FactKind* find_fact(Vocabulary vocabulary, std::string_view name) {
    for (const AppKind& app : vocabulary) {
        const auto fact = std::ranges::find(app.facts, name, &FactKind::name);
        if (fact != app.facts.end()) {
            return &*fact;
        }
    }
    return nullptr;
}

const AppKind* find_app(Vocabulary vocabulary, std::string_view name) {
    const auto app = std::ranges::find(vocabulary, name, &AppKind::name);
    return app == vocabulary.end() ? nullptr : &*app;
}

} // namespace lesson
