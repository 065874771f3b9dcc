// Words and their forms.
#include "lesson/lint/words.h"

#include "base/text.h"

#include <array>
#include <optional>
#include <sstream>
#include <system_error>

namespace lesson::lint {

namespace {

constexpr std::array<Key, 3> group_keys{{
    {.name = "about", .kind = Kind::code},
    {.name = "words", .kind = Kind::code, .required = true},
    {.name = "endings", .kind = Kind::table},
}};
constexpr Schema group_schema{"words-group", group_keys};

constexpr std::array<Key, 3> words_keys{{
    {.name = "familiar", .kind = Kind::code},
    {.name = "can_do", .kind = Kind::code},
    {.name = "group", .kind = Kind::tables, .inside = &group_schema, .most = 100},
}};

constexpr std::array<Key, 1> jargon_word_keys{{
    {.name = "forms", .kind = Kind::codes, .required = true, .least = 1, .most = 20},
}};
constexpr Schema jargon_word_schema{"jargon-word", jargon_word_keys};

constexpr std::array<Key, 1> jargon_keys{{
    {.name = "word", .kind = Kind::tables, .inside = &jargon_word_schema, .most = 1000},
}};

std::vector<std::string> split(const std::string& text) {
    std::istringstream stream(text);
    std::vector<std::string> parts;
    for (std::string part; stream >> part;) {
        parts.push_back(part);
    }
    return parts;
}

/// The file's values where it is there and fit for use.
std::optional<Value> read_if_there(const std::filesystem::path& file, const Schema& schema, base::Faults& faults) {
    std::error_code error;
    if (!std::filesystem::exists(file, error)) {
        return std::nullopt;
    }
    auto value = read_toml_file(file.string());
    if (!value) {
        faults.push_back(value.error());
        return std::nullopt;
    }
    const std::size_t before = faults.size();
    check(value.value(), schema, faults);
    return faults.size() == before ? std::optional(std::move(value).value()) : std::nullopt;
}

} // namespace

void WordList::add(const Table& file) {
    for (const std::string& word : split(text_or(file, "familiar", ""))) {
        familiar_.insert(word);
    }
    for (std::string& begin : split(text_or(file, "can_do", ""))) {
        can_do_.push_back(std::move(begin));
    }
    for (const Value& group : items_of(file, "group")) {
        const Value* endings = find(table_of(group), "endings");
        for (const std::string& word : split(text_or(table_of(group), "words", ""))) {
            forms_.insert(word);
            if (endings == nullptr) {
                continue;
            }
            for (const Entry& ending : table_of(*endings)) {
                const auto* others = std::get_if<std::string>(&ending.value.data);
                if (others == nullptr || !word.ends_with(ending.key)) {
                    continue;
                }
                for (const std::string& other : split(*others)) {
                    forms_.insert(word.substr(0, word.size() - ending.key.size()) + other);
                }
            }
        }
    }
}

const Schema& words_schema() {
    static constexpr Schema schema{"words", words_keys};
    return schema;
}

const Schema& jargon_schema() {
    static constexpr Schema schema{"jargon", jargon_keys};
    return schema;
}

void read_words(const std::filesystem::path& folder, std::string_view language, WordList& words,
                std::vector<JargonWord>& jargon, base::Faults& faults) {
    if (const auto file = read_if_there(folder / (std::string(language) + ".toml"), words_schema(), faults)) {
        words.add(table_of(*file));
    }
    if (const auto file = read_if_there(folder / "jargon.toml", jargon_schema(), faults)) {
        for (const Value& word : items_of(table_of(*file), "word")) {
            JargonWord read;
            for (const std::string& form : texts_of(table_of(word), "forms")) {
                read.forms.push_back(base::lower(form));
            }
            jargon.push_back(std::move(read));
        }
    }
}

} // namespace lesson::lint
