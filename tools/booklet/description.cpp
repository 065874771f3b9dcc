// Descriptions from JSON.
#include "tools/booklet/description.h"

#include <algorithm>

#include <nlohmann/json.hpp>

namespace booklet {

namespace {

using nlohmann::json;

/// The member of that name; null where the value is no object or has none.
const json& member(const json& value, const char* name) {
    static const json nothing;
    if (!value.is_object()) {
        return nothing;
    }
    const auto found = value.find(name);
    return found == value.end() ? nothing : *found;
}

std::string text_of(const json& value) {
    return value.is_string() ? value.get<std::string>() : std::string();
}

std::string text_of(const json& value, const char* name) {
    return text_of(member(value, name));
}

/// The first and second text of a list of two.
std::pair<std::string, std::string> pair_of(const json& value) {
    return value.is_array() && value.size() == 2 ? std::pair{text_of(value[0]), text_of(value[1])}
                                                 : std::pair<std::string, std::string>();
}

/// What `read` makes of each item of a list.
template <typename Read>
auto list_of(const json& value, Read read) {
    std::vector<decltype(read(value))> items;
    if (value.is_array()) {
        std::ranges::transform(value, std::back_inserter(items), read);
    }
    return items;
}

Line line_of(const json& value) {
    const json& alone = member(value, "alone");
    return {text_of(value, "text"), text_of(value, "picture"), text_of(value, "note"), text_of(value, "short"),
            alone.is_boolean() && alone.get<bool>()};
}

Group group_of(const json& value) {
    return {text_of(value, "title"), text_of(value, "picture"), list_of(member(value, "lines"), line_of)};
}

Level level_of(const json& value) {
    const json& level = member(value, "level");
    return {text_of(value, "title"), text_of(value, "picture"),
            level.is_number_integer() ? std::clamp(level.get<int>(), 0, 4) : 0};
}

CompetenceList competences_of(const json& value) {
    return {text_of(value, "title"), list_of(member(value, "lines"), pair_of)};
}

} // namespace

std::optional<Description> read_description(const std::string& text) {
    const json value = json::parse(text, nullptr, false);
    if (!value.is_object() || !member(value, "title").is_string()) {
        return std::nullopt;
    }
    Description read;
    read.art = text_of(value, "art");
    read.language = text_of(value, "language");
    read.title = text_of(value, "title");
    read.of = text_of(value, "of");
    read.name = text_of(value, "name");
    read.lead = text_of(value, "lead");
    read.made = text_of(value, "made");
    read.more = text_of(value, "more");
    std::tie(read.count, read.count_words) = pair_of(member(value, "count"));
    read.groups = list_of(member(value, "groups"), group_of);
    read.levels_title = text_of(member(value, "levels"), "title");
    read.levels = list_of(member(member(value, "levels"), "all"), level_of);
    read.competences_title = text_of(member(value, "competences"), "title");
    read.competences = list_of(member(member(value, "competences"), "lists"), competences_of);
    return read;
}

} // namespace booklet
