// Names between two `%` in texts.
#include "lesson/varied_names.h"

#include <algorithm>

namespace lesson {

namespace {

bool is_small(char c) {
    return c >= 'a' && c <= 'z';
}

bool is_word(std::string_view text) {
    return !text.empty() && is_small(text.front()) && std::ranges::all_of(text, [](char c) {
        return is_small(c) || (c >= '0' && c <= '9') || c == '-' || c == '_';
    });
}

} // namespace

std::optional<VariedName> find_name(std::string_view text, std::size_t from) {
    for (std::size_t open = text.find('%', from); open != std::string_view::npos; open = text.find('%', open + 1)) {
        const std::size_t close = text.find('%', open + 1);
        if (close == std::string_view::npos) {
            break;
        }
        const std::string_view inside = text.substr(open + 1, close - open - 1);
        const std::size_t point = inside.find('.');
        const std::string_view name = inside.substr(0, point);
        const std::string_view key = point == std::string_view::npos ? "text" : inside.substr(point + 1);
        if (is_word(name) && is_word(key)) {
            return VariedName{open, close + 1, name, key};
        }
    }
    return std::nullopt;
}

bool is_variety_name(std::string_view text) {
    return is_word(text) && text.find('_') == std::string_view::npos;
}

} // namespace lesson
