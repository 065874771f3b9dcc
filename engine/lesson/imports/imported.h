// Courses, word lists and questions of other programs as lessons: what all importers give, and how they are told apart.
//
// An importer is a pure function from a file's text to files in Coucou's formats. It never fails halfway: what cannot
// be brought over is left out, and told with its place.
#pragma once

#include "base/result.h"

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace lesson::imports {

/// The formats that can be read.
enum class Format {
    ktouch_course,   ///< KTouch: <course> in XML
    ktouch_layout,   ///< KTouch: <keyboardLayout> in XML
    klavaro_lessons, ///< Klavaro: which keys each lesson practises, as tables of 0 and 1
    klavaro_layout,  ///< Klavaro: what the keys write, in eight rows (*.kbd)
    words,           ///< a word a line
    paragraphs,      ///< texts, with empty lines between them
    gift,            ///< Moodle's questions
    aiken,           ///< questions with answers A., B., C. and ANSWER: B
    csv,             ///< a table of questions or words with a first line of headings
};

/// How a format is called in messages: `ktouch-course`.
std::string_view name_of(Format format);

/// A file to be brought over.
struct Source {
    std::string name; ///< its path, for places
    std::string text; ///< UTF-8
};

/// Tells a file's format by what stands in it; its name only settles what could be both. Nothing where it is none.
std::optional<Format> format_of(const Source& source);

/// The words that imported lessons are made with: the text of a message in the author's language.
using Say = std::function<std::string(const base::Message&)>;

struct Wanted {
    std::string module; ///< id of the module to be made
    Say say;
    std::vector<Source> beside; ///< keyboard layouts that the lessons may be meant for
};

/// A file to be written, by its path below the chosen folder.
struct WrittenFile {
    std::string path;
    std::string content;
};

/// What came of a file.
struct Imported {
    std::vector<WrittenFile> files;
    base::Faults left_out;      ///< what was not brought over as it was, and why; in reading order
    std::size_t lessons = 0;    ///< made
    std::size_t questions = 0;  ///< brought over
    std::size_t words = 0;      ///< brought over
    std::size_t characters = 0; ///< of texts to type, brought over
    std::size_t keys = 0;       ///< of a layout, brought over
};

/// Brings a file over. Errors: not UTF-8 (`file.not-utf8`), not in the format that it seemed to be in
/// (`convert.not-xml`), nothing in it that can be brought over (`convert.nothing`).
base::Result<Imported> import(Format format, const Source& source, const Wanted& wanted);

/// A name for ids and files, made of any text: small letters without accents, digits and `-`.
std::string slug_of(std::string_view text, std::string_view otherwise);

} // namespace lesson::imports
