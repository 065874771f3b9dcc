// What stands in a booklet: one JSON object, all words in it translated already.
//
// {"art": FOLDER, "language", "title", "of", "name", "lead", "made", "more", "count": [NUMBER, WORDS],
//  "groups": [{"title", "picture", "lines": [{"text", "picture", "note", "short", "alone"}]}],
//  "levels": {"title", "all": [{"title", "picture", "level"}]},
//  "competences": {"title", "lists": [{"title", "lines": [[NUMBER, NAME]]}]}}
//
// All keys but `title` may be missing. Pictures are names of SVG files of the folder, without `.svg`.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace booklet {

struct Line {
    std::string text;
    std::string picture;
    std::string note;       ///< when, and how
    std::string short_note; ///< the same where there is little room
    bool alone = false;
};

struct Group {
    std::string title;
    std::string picture;
    std::vector<Line> lines;
};

struct Level {
    std::string title;
    std::string picture;
    int level = 0; ///< 0 to 4
};

struct CompetenceList {
    std::string title;
    std::vector<std::pair<std::string, std::string>> lines; ///< numbers and names
};

struct Description {
    std::filesystem::path art;
    std::string language;
    std::string title;
    std::string of;   ///< stands before the name
    std::string name; ///< may be empty
    std::string lead;
    std::string made;
    std::string more; ///< what to say where there is room left
    std::string count;
    std::string count_words;
    std::vector<Group> groups;
    std::string levels_title;
    std::vector<Level> levels;
    std::string competences_title;
    std::vector<CompetenceList> competences;
};

/// Reads a description; nothing where it is not one.
std::optional<Description> read_description(const std::string& json);

} // namespace booklet
