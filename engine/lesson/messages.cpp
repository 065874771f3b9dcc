// The program's own texts: read, found, filled in.
#include "lesson/messages.h"

#include "base/file.h"
#include "lesson/fault.h"

#include <algorithm>
#include <optional>

namespace lesson {

namespace {

using Texts = std::map<std::string, std::string, std::less<>>;
using Places = std::map<std::string, base::Place, std::less<>>;

/// Adds the texts of a table and of all tables in it; gives the first fault back.
std::optional<base::Error> add_texts(const Table& table, const std::string& before, Texts& texts, Places& places) {
    for (const Entry& entry : table) {
        const std::string id = before + entry.key;
        if (const auto* inside = std::get_if<Table>(&entry.value.data)) {
            if (auto fault = add_texts(*inside, id + ".", texts, places)) {
                return fault;
            }
            continue;
        }
        const auto* text = std::get_if<std::string>(&entry.value.data);
        if (text == nullptr) {
            return base::Error{"message.not-text", {{"id", id}}, entry.value.place};
        }
        if (!texts.emplace(id, *text).second) {
            return base::Error{"message.twice", {{"id", id}, {"first", written(places.at(id))}}, entry.place};
        }
        places.emplace(id, entry.place);
    }
    return std::nullopt;
}

const std::string* find_argument(const std::vector<base::Argument>& arguments, std::string_view name) {
    const auto found = std::ranges::find(arguments, name, &base::Argument::name);
    return found == arguments.end() ? nullptr : &found->value;
}

/// Puts the arguments in. A `{name}` that is no argument stays: it may be an icon.
std::string filled(std::string_view text, const std::vector<base::Argument>& arguments) {
    std::string result;
    while (!text.empty()) {
        const std::size_t open = text.find('{');
        const std::size_t close = open == std::string_view::npos ? open : text.find('}', open);
        if (close == std::string_view::npos) {
            break;
        }
        const std::string* value = find_argument(arguments, text.substr(open + 1, close - open - 1));
        result += text.substr(0, open);
        if (value == nullptr) {
            result += '{';
            text.remove_prefix(open + 1);
        } else {
            result += *value;
            text.remove_prefix(close + 1);
        }
    }
    return result.append(text);
}

/// The id and the arguments, for a message that has no text.
std::string bare(const base::Message& message) {
    std::string text = message.id;
    for (const base::Argument& argument : message.arguments) {
        text += (&argument == message.arguments.data() ? " (" : ", ") + argument.name + "=" + argument.value;
    }
    return message.arguments.empty() ? text : text + ")";
}

} // namespace

base::Result<Messages> Messages::read(const std::filesystem::path& folder) {
    COUCOU_TRY(const auto files, base::list_folder(folder));
    Messages messages;
    for (const std::filesystem::path& file : files) {
        if (file.extension() != ".toml") {
            continue;
        }
        COUCOU_TRY(const Value value, read_toml_file(file.string()));
        if (auto fault = add_texts(table_of(value), "", messages.texts_, messages.places_)) {
            return std::move(*fault);
        }
    }
    if (messages.texts_.empty()) {
        return base::Error{"message.none", {{"file", folder.string()}}, {folder.string(), 0, 0}};
    }
    return messages;
}

Messages Messages::in(const Translations& translations) const {
    Messages translated = *this;
    for (auto& [id, text] : translated.texts_) {
        text = std::string(translations.find(id, text));
    }
    return translated;
}

std::string Messages::text(const base::Message& message) const {
    const auto found = texts_.find(message.id);
    return found == texts_.end() ? bare(message) : filled(found->second, message.arguments);
}

bool Messages::has(std::string_view id) const {
    return texts_.contains(id);
}

base::Place Messages::place(std::string_view id) const {
    const auto found = places_.find(id);
    return found == places_.end() ? base::Place{} : found->second;
}

std::string Messages::line(const base::Error& error) const {
    std::string line = written(error.place);
    if (!line.empty()) {
        line += ": ";
    }
    line += text(base::Message{error.id + ".what", error.arguments});
    if (has(error.id + ".do")) {
        line += " " + text(base::Message{error.id + ".do", error.arguments});
    }
    // A file name or a word of a damaged file may hold anything.
    std::ranges::replace_if(
        line, [](char c) { return (c >= 0 && c < ' ') || c == '\x7f'; }, ' ');
    return line;
}

} // namespace lesson
