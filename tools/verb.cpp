// What all verbs share.
#include "tools/verb.h"

#include <iostream>

namespace tools {

void complain(const Context& context, const base::Error& error) {
    std::cerr << context.words.messages.line(error) << '\n';
}

bool read_lessons(Context& context) {
    const auto read = app::read_lessons_and_layouts(context.resources, context.lessons_folder);
    if (!read) {
        complain(context, read.error());
        return false;
    }
    auto words = app::in_language(context.resources, context.words.language);
    if (!words) {
        complain(context, words.error());
        return false;
    }
    context.words = std::move(words).value();
    return true;
}

} // namespace tools
