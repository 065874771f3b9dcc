// What an instruction says, looked at for the texts that are to be written.
#include "base/text.h"
#include "lesson/matches.h"
#include "world/ways/surf.h"

#include <algorithm>

namespace world::browsing {

std::vector<std::string> marked_words(std::string_view said) {
    std::vector<std::string> all;
    for (std::size_t begin = said.find('*'); begin != std::string_view::npos; begin = said.find('*', begin)) {
        const std::size_t end = said.find('*', begin + 1);
        if (end == std::string_view::npos) {
            break;
        }
        all.emplace_back(said.substr(begin + 1, end - begin - 1));
        begin = end + 1;
    }
    return all;
}

bool is_marked(const Surf& surf, std::string_view words) {
    return !words.empty() && std::ranges::any_of(marked_words(surf.advice.wish.said), [&](const std::string& marked) {
        return folded(marked).find(folded(words)) != std::string::npos;
    });
}

std::string as_people_write(std::string_view text) {
    std::string written;
    for (const std::string& character : characters_of(text)) {
        written += character == "’" ? "'" : character;
    }
    return written;
}

bool can_be_written(const Surf& surf, std::string_view text) {
    return std::ranges::all_of(characters_of(text), [&](const std::string& character) {
        return character == "\n" || !strokes_for(surf.desk().setup->layout, character).empty();
    });
}

std::string fuller(const Surf& surf, const lesson::Matcher& matcher, const std::string& text) {
    using Test = lesson::Matcher::Test;
    const std::string_view said = surf.advice.wish.said;
    if (matcher.test == Test::contains || matcher.test == Test::contains_any) {
        for (const std::string& marked : marked_words(said)) {
            if (lesson::matches(matcher, marked) && can_be_written(surf, marked)) {
                return marked;
            }
        }
    }
    const std::string small = base::lower(said);
    const std::size_t at = text.empty() ? std::string::npos : small.find(base::lower(text));
    const bool has_same_bytes = small.size() == said.size() && base::lower(text).size() == text.size();
    const bool stands_there = at != std::string::npos && has_same_bytes;
    return stands_there ? std::string(said.substr(at, text.size())) : text;
}

} // namespace world::browsing
