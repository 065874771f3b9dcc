// Telling formats apart, and calling the importer that fits.
#include "lesson/imports/imported.h"

#include "base/text.h"
#include "lesson/fault.h"
#include "lesson/imports/importers.h"

#include <algorithm>
#include <array>

namespace lesson::imports {

namespace {

constexpr std::array<std::string_view, 9> names{"ktouch-course",  "ktouch-layout", "klavaro-lessons",
                                                "klavaro-layout", "words",         "paragraphs",
                                                "gift",           "aiken",         "csv"};

bool ends_with(const Source& source, std::string_view end) {
    return base::lower(source.name).ends_with(end);
}

std::optional<Format> xml_format(std::string_view text) {
    const std::size_t course = text.find("<course");
    const std::size_t layout = text.find("<keyboardLayout>");
    if (course == std::string_view::npos && layout == std::string_view::npos) {
        return std::nullopt;
    }
    return course < layout ? Format::ktouch_course : Format::ktouch_layout;
}

bool is_mask(std::string_view line) {
    return line.size() > 5 && line.find_first_not_of("01") == std::string_view::npos;
}

bool is_aiken(const std::vector<std::string>& lines) {
    const bool has_key =
        std::ranges::any_of(lines, [](const std::string& line) { return line.starts_with("ANSWER:"); });
    const bool has_choice = std::ranges::any_of(lines, [](const std::string& line) {
        return line.size() > 3 && line[0] >= 'A' && line[0] <= 'Z' && (line[1] == '.' || line[1] == ')') &&
               line[2] == ' ';
    });
    return has_key && has_choice;
}

bool has_braces(std::string_view text) {
    std::size_t open = std::string_view::npos;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '\\') {
            ++i;
        } else if (text[i] == '{') {
            open = i;
        } else if (text[i] == '}' && open != std::string_view::npos) {
            return true;
        }
    }
    return false;
}

/// A first line of headings that a table of words or questions begins with.
bool has_headings(const std::vector<std::string>& lines) {
    if (lines.empty()) {
        return false;
    }
    const std::string first = base::plain(lines.front());
    constexpr std::array<std::string_view, 4> headings{"question", "mot", "word", "ask"};
    return std::ranges::any_of(headings, [&](std::string_view heading) {
        const std::size_t at = first.find(heading);
        const std::size_t end = at + heading.size();
        return at != std::string::npos && (at == 0 || std::string_view(",;\t\"").find(first[at - 1]) < 4) &&
               (end == first.size() || std::string_view(",;\t\"").find(first[end]) < 4);
    });
}

bool is_gift(std::string_view text, const std::vector<std::string>& lines) {
    return has_braces(text) || std::ranges::any_of(lines, [](const std::string& line) {
               return line.starts_with("::") || line.starts_with("$CATEGORY:");
           });
}

/// Eight rows of what keys write, all of them short.
bool is_key_rows(const std::vector<std::string>& lines) {
    constexpr std::size_t rows = 8;
    constexpr std::size_t widest = 16;
    return lines.size() >= rows && lines.size() <= rows + 1 &&
           std::ranges::all_of(lines, [](const std::string& line) { return base::length(line) <= widest; });
}

/// Control characters have no place in lessons, and would not be seen.
std::string without_controls(std::string text) {
    std::erase_if(text, [](char letter) {
        const bool is_control = static_cast<unsigned char>(letter) < ' ' || letter == '\x7F';
        return is_control && letter != '\n' && letter != '\r' && letter != '\t';
    });
    return text;
}

} // namespace

std::string_view name_of(Format format) {
    return names.at(static_cast<std::size_t>(format));
}

std::vector<std::string> lines_of(std::string_view text) {
    if (text.starts_with("\xEF\xBB\xBF")) {
        text.remove_prefix(3);
    }
    std::vector<std::string> lines;
    std::string line;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool is_end = text[i] == '\n' || text[i] == '\r';
        if (!is_end) {
            line += text[i];
            continue;
        }
        if (text[i] == '\r' && i + 1 < text.size() && text[i + 1] == '\n') {
            ++i;
        }
        lines.push_back(std::move(line));
        line.clear();
    }
    if (!line.empty()) {
        lines.push_back(std::move(line));
    }
    return lines;
}

base::Error nothing_in(const Source& source) {
    return {"convert.nothing", {{"file", source.name}}, {source.name, 0, 0}};
}

std::string slug_of(std::string_view text, std::string_view otherwise) {
    constexpr std::size_t longest = 40;
    std::string slug;
    for (const char letter : base::plain(text)) {
        const bool is_kept = (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9');
        if (is_kept) {
            slug += letter;
        } else if (!slug.empty() && slug.back() != '-') {
            slug += '-';
        }
        if (slug.size() == longest) {
            break;
        }
    }
    while (!slug.empty() && slug.back() == '-') {
        slug.pop_back();
    }
    return slug.empty() ? std::string(otherwise) : slug;
}

std::optional<Format> format_of(const Source& source) {
    const std::string_view start = base::trim(source.text);
    if (start.starts_with('<') || start.starts_with("\xEF\xBB\xBF<")) {
        return xml_format(start);
    }
    const std::vector<std::string> lines = lines_of(source.text);
    if (std::ranges::any_of(lines, is_mask)) {
        return Format::klavaro_lessons;
    }
    if (ends_with(source, ".kbd") && is_key_rows(lines)) {
        return Format::klavaro_layout;
    }
    if (is_aiken(lines)) {
        return Format::aiken;
    }
    if (ends_with(source, ".csv") || ends_with(source, ".tsv") || has_headings(lines)) {
        return Format::csv;
    }
    if (ends_with(source, ".gift") || is_gift(source.text, lines)) {
        return Format::gift;
    }
    if (start.empty()) {
        return std::nullopt;
    }
    const bool has_blanks = std::ranges::any_of(
        lines, [](const std::string& line) { return base::trim(line).find(' ') != std::string_view::npos; });
    return has_blanks ? Format::paragraphs : Format::words;
}

base::Result<Imported> import(Format format, const Source& source, const Wanted& wanted) {
    if (const auto bad = base::first_bad_byte(source.text)) {
        return base::Error{"file.not-utf8", {{"file", source.name}}, place_at(source.text, *bad, source.name)};
    }
    using Importer = base::Result<Imported> (*)(const Source&, const Wanted&);
    constexpr std::array<Importer, 9> importers{&import_ktouch_course,  &import_ktouch_layout, &import_klavaro,
                                                &import_klavaro_layout, &import_words,         &import_paragraphs,
                                                &import_gift,           &import_aiken,         &import_csv};
    const bool is_xml = format == Format::ktouch_course || format == Format::ktouch_layout;
    const Importer importer = importers.at(static_cast<std::size_t>(format));
    return is_xml ? importer(source, wanted) : importer({source.name, without_controls(source.text)}, wanted);
}

} // namespace lesson::imports
