// Shelves, file names and the list of files made.
#include "app/takeaway.h"

#include "base/file.h"
#include "base/text.h"

#include <algorithm>
#include <cstdlib>
#include <sstream>
#include <system_error>
#include <unistd.h>

#include <nlohmann/json.hpp>

namespace app {

namespace {

namespace fs = std::filesystem;
using nlohmann::json;

constexpr std::size_t longest_name = 80;                // bytes
constexpr std::size_t longest_list = 4UL * 1024 * 1024; // bytes

fs::path list_file(const fs::path& data) {
    return data / "made.json";
}

json read_list(const fs::path& data) {
    const auto text = base::read_file(list_file(data), longest_list);
    json list = text ? json::parse(text.value(), nullptr, false) : json::object();
    return list.is_object() ? list : json::object();
}

fs::path home() {
    const char* folder = std::getenv("HOME");
    return folder == nullptr ? fs::path() : fs::path(folder);
}

/// The documents folder that user-dirs.dirs names: a line `XDG_DOCUMENTS_DIR="$HOME/Documents"`.
fs::path system_documents() {
    const char* configured = std::getenv("XDG_CONFIG_HOME");
    const fs::path config = configured != nullptr && *configured == '/' ? fs::path(configured) : home() / ".config";
    const auto text = base::read_file(config / "user-dirs.dirs", longest_list);
    std::istringstream lines(text ? text.value() : std::string());
    for (std::string line; std::getline(lines, line);) {
        constexpr std::string_view key = "XDG_DOCUMENTS_DIR=\"";
        if (!line.starts_with(key) || !line.ends_with('"') || line.size() <= key.size()) {
            continue;
        }
        const std::string value = line.substr(key.size(), line.size() - key.size() - 1);
        return value.starts_with("$HOME/") ? home() / value.substr(6) : fs::path(value);
    }
    return home() / "Documents";
}

bool can_be_written(const fs::path& folder) {
    std::error_code error;
    return !folder.empty() && fs::is_directory(folder, error) && access(folder.c_str(), W_OK | X_OK) == 0;
}

} // namespace

Shelf find_shelf(const std::vector<fs::path>& sticks, const fs::path& data, bool data_was_chosen) {
    const auto stick = std::ranges::find_if(sticks, can_be_written);
    if (stick != sticks.end()) {
        return {*stick, true};
    }
    const fs::path documents = data_was_chosen ? fs::path() : system_documents();
    return {can_be_written(documents) ? documents : data / "Documents", false};
}

std::string file_name_of(std::string_view text) {
    std::string name;
    for (const std::string& character : base::split_characters(text)) {
        const bool is_kept = character.size() > 1 ||
                             (static_cast<unsigned char>(character.front()) >= ' ' && character.front() != '\x7f' &&
                              std::string_view("/\\:*?\"<>|").find(character.front()) == std::string_view::npos);
        if (is_kept && name.size() + character.size() <= longest_name) {
            name += character;
        }
    }
    const auto is_edge = [](char c) { return c == ' ' || c == '.'; };
    while (!name.empty() && is_edge(name.back())) {
        name.pop_back();
    }
    name.erase(name.begin(), std::ranges::find_if_not(name, is_edge));
    return name.empty() ? "Coucou" : name;
}

fs::path free_file(const fs::path& folder, const std::string& stem, const std::string& ending,
                   const std::vector<fs::path>& own) {
    for (int number = 1;; ++number) {
        const std::string again = number == 1 ? std::string() : " " + std::to_string(number);
        fs::path file = folder / std::string(stem).append(again).append(ending);
        std::error_code error;
        if (!fs::exists(file, error) || std::ranges::find(own, file) != own.end()) {
            return file;
        }
    }
}

std::vector<fs::path> made_files(const fs::path& data, const std::string& learner) {
    const json list = read_list(data);
    std::vector<fs::path> files;
    if (const auto found = list.find(learner); found != list.end() && found->is_array()) {
        for (const json& file : *found) {
            if (file.is_string()) {
                files.emplace_back(file.get<std::string>());
            }
        }
    }
    return files;
}

base::Result<base::Done> note_made_file(const fs::path& data, const std::string& learner, const fs::path& file) {
    const std::vector<fs::path> known = made_files(data, learner);
    if (std::ranges::find(known, file) != known.end()) {
        return base::Done{};
    }
    json list = read_list(data);
    json& files = list[learner];
    if (!files.is_array()) {
        files = json::array();
    }
    files.push_back(file.string());
    return base::write_file(list_file(data), list.dump(1, ' ', false, json::error_handler_t::replace) + "\n");
}

std::vector<fs::path> remove_made_files(const fs::path& data, const std::string& learner) {
    std::vector<fs::path> files = made_files(data, learner);
    if (files.empty()) {
        return {};
    }
    std::vector<fs::path> left;
    json left_names = json::array();
    for (const fs::path& file : files) {
        std::error_code error;
        fs::remove(file, error);
        if (error) {
            left.push_back(file);
            left_names.push_back(file.string());
        }
    }
    json list = read_list(data);
    list.erase(learner);
    if (!left.empty()) {
        list[learner] = std::move(left_names);
    }
    std::error_code error;
    if (list.empty()) {
        fs::remove(list_file(data), error);
    } else if (!base::write_file(list_file(data), list.dump(1, ' ', false, json::error_handler_t::replace) + "\n")) {
        return files;
    }
    return left;
}

} // namespace app
