// From bytes to rows of fields, from rows to people.
#include "progress/class_list.h"

#include "base/text.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>

namespace progress {

namespace {

// --- Bytes to text --------------------------------------------------------------------------------------------------

/// The characters of Windows-1252 from 0x80 to 0x9F; U+FFFD where it has none.
constexpr std::array<char32_t, 32> windows_characters{0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                                      0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0xFFFD, 0x017D, 0xFFFD,
                                                      0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                                      0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178};

std::string from_windows(std::string_view bytes) {
    std::string text;
    for (const char byte : bytes) {
        const auto code = static_cast<unsigned char>(byte);
        const bool is_in_table = code >= 0x80 && code < 0xA0;
        text += base::encode(is_in_table ? windows_characters.at(code - 0x80U) : static_cast<char32_t>(code));
    }
    return text;
}

std::string text_of(std::string_view bytes) {
    constexpr std::string_view mark = "\xEF\xBB\xBF";
    if (bytes.starts_with(mark)) {
        bytes.remove_prefix(mark.size());
    }
    return base::first_bad_byte(bytes) ? from_windows(bytes) : std::string(bytes);
}

bool is_text(std::string_view text) {
    const bool has_controls = std::ranges::any_of(text, [](char byte) {
        const auto code = static_cast<unsigned char>(byte);
        return (code < 0x20 && byte != '\n' && byte != '\r' && byte != '\t') || code == 0x7F;
    });
    return !has_controls && text.find("\xEF\xBF\xBD") == std::string_view::npos;
}

// --- Text to rows ---------------------------------------------------------------------------------------------------

struct Row {
    int line = 1;
    std::vector<std::string> fields;
};

/// The separator that the first line with something in it has most of, outside quotes.
char separator_of(std::string_view text) {
    std::map<char, int> counts;
    bool quoted = false;
    bool has_something = false;
    for (const char byte : text) {
        quoted = byte == '"' ? !quoted : quoted;
        if (!quoted && (byte == '\n' || byte == '\r') && has_something) {
            break;
        }
        has_something = has_something || (byte != '\n' && byte != '\r' && byte != ' ');
        if (!quoted && (byte == ';' || byte == '\t' || byte == ',')) {
            ++counts[byte];
        }
    }
    char best = ';';
    for (const char candidate : {';', '\t', ','}) {
        best = counts[candidate] > counts[best] ? candidate : best;
    }
    return best;
}

/// Parts a text into rows (RFC 4180), a blank line being none.
class Parting {
public:
    Parting(std::string_view text, char separator) : text_(text), separator_(separator) {}

    /// The rows, or the line of a quote that is not closed.
    std::vector<Row> rows(std::optional<int>& unclosed) {
        std::vector<Row> rows;
        while (at_ < text_.size()) {
            Row row{line_, {}};
            do {
                row.fields.push_back(field(unclosed));
            } while (take(separator_));
            end_line();
            if (std::ranges::any_of(row.fields, [](const std::string& one) { return !one.empty(); })) {
                rows.push_back(std::move(row));
            }
        }
        return rows;
    }

private:
    bool take(char wanted) {
        const bool there = at_ < text_.size() && text_[at_] == wanted;
        at_ += there ? 1 : 0;
        return there;
    }

    bool field_ends() const {
        return at_ == text_.size() || text_[at_] == separator_ || text_[at_] == '\n' || text_[at_] == '\r';
    }

    void end_line() {
        if (at_ < text_.size()) {
            static_cast<void>(take('\r'));
            static_cast<void>(take('\n'));
            ++line_;
        }
    }

    std::string field(std::optional<int>& unclosed) {
        while (take(' ')) {
        }
        std::string written;
        if (take('"')) {
            quoted_part(written, unclosed);
        }
        while (!field_ends()) {
            written += text_[at_++];
        }
        return std::string(base::trim(written));
    }

    void quoted_part(std::string& written, std::optional<int>& unclosed) {
        const int begun = line_;
        while (at_ < text_.size()) {
            if (take('"')) {
                if (!take('"')) {
                    return;
                }
                written += '"';
                continue;
            }
            line_ += text_[at_] == '\n' ? 1 : 0;
            written += text_[at_++];
        }
        unclosed = unclosed.value_or(begun);
    }

    std::string_view text_;
    char separator_;
    std::size_t at_ = 0;
    int line_ = 1;
};

// --- Rows to people -------------------------------------------------------------------------------------------------

constexpr std::array<std::string_view, 6> name_headings{"prenom",    "prenoms",    "first name",
                                                        "firstname", "first_name", "given name"};
constexpr std::array<std::string_view, 7> group_headings{"groupe", "groupes", "group", "classe",
                                                         "class",  "atelier", "cours"};
constexpr std::array<std::string_view, 16> private_headings{
    "nom",       "noms",  "nom de famille", "nom et prenom", "last name", "surname", "family name", "date de naissance",
    "naissance", "ne le", "birth date",     "birthday",      "adresse",   "email",   "telephone",   "age"};

template <std::size_t Count>
bool is_one_of(const std::array<std::string_view, Count>& known, const std::string& heading) {
    return std::ranges::find(known, base::plain(heading)) != known.end();
}

bool is_heading(const std::string& field) {
    return is_one_of(name_headings, field) || is_one_of(group_headings, field) || is_one_of(private_headings, field);
}

/// Which column is which.
struct Columns {
    std::size_t name = 0;
    std::optional<std::size_t> group = 1;
    std::size_t count = 2;
};

bool has_digit(std::string_view text) {
    return std::ranges::any_of(text, [](char byte) { return byte >= '0' && byte <= '9'; });
}

/// `12/03/1960`, `1960-03-12`, `12.3.60`: three numbers.
bool is_date(std::string_view text) {
    int numbers = 0;
    bool in_number = false;
    for (const char byte : text) {
        const bool digit = byte >= '0' && byte <= '9';
        if (!digit && byte != '/' && byte != '-' && byte != '.' && byte != ' ') {
            return false;
        }
        numbers += digit && !in_number ? 1 : 0;
        in_number = digit;
    }
    return numbers == 3;
}

bool is_capitals(const std::string& word) {
    return base::length(word) >= 2 && base::lower(word) != word &&
           std::ranges::none_of(word, [](char byte) { return byte >= 'a' && byte <= 'z'; });
}

/// `Awa DIOP` or `DIOP Awa`, as administrations write names: one word in capitals beside one that is not.
bool has_family_name(const std::string& name) {
    bool capitals = false;
    bool others = false;
    std::size_t from = 0;
    while (from < name.size()) {
        const std::size_t to = std::min(name.find(' ', from), name.size());
        const std::string word = name.substr(from, to - from);
        const bool is_word = base::length(word) >= 2;
        capitals = capitals || (is_word && is_capitals(word));
        others = others || (is_word && !is_capitals(word));
        from = to + 1;
    }
    return capitals && others;
}

class Reading {
public:
    explicit Reading(const std::string& file) : file_(file) {}

    ClassList read(const std::vector<Row>& rows) {
        auto row = rows.begin();
        Columns columns;
        if (row != rows.end() && std::ranges::any_of(row->fields, is_heading)) {
            columns = read_headings(*row++);
        }
        // What the headings ask for is wrong for every line: it is told once.
        for (; row != rows.end() && list_.faults.empty(); ++row) {
            read_row(*row, columns, row_faults_);
        }
        list_.faults.insert(list_.faults.end(), row_faults_.begin(), row_faults_.end());
        if (list_.faults.empty() && list_.members.empty()) {
            refuse(list_.faults, "class.empty", {}, 0);
        }
        if (list_.members.size() > most_in_class_list) {
            refuse(list_.faults, "class.too-many", {{"most", std::to_string(most_in_class_list)}}, 0);
        }
        if (!list_.faults.empty()) {
            list_.members.clear();
        }
        return std::move(list_);
    }

private:
    void refuse(base::Faults& faults, std::string id, std::vector<base::Argument> arguments, int line) const {
        faults.push_back({std::move(id), std::move(arguments), {file_, line, 0}});
    }

    Columns read_headings(const Row& row) {
        std::optional<std::size_t> name;
        Columns columns{0, std::nullopt, row.fields.size()};
        for (std::size_t i = 0; i < row.fields.size(); ++i) {
            const std::string& heading = row.fields[i];
            if (!name && is_one_of(name_headings, heading)) {
                name = i;
            } else if (!columns.group && is_one_of(group_headings, heading)) {
                columns.group = i;
            } else if (!heading.empty()) {
                refuse(list_.faults, "class.private", {{"column", heading}}, row.line);
            }
        }
        if (!name && list_.faults.empty()) {
            refuse(list_.faults, "class.no-name-column", {}, row.line);
        }
        columns.name = name.value_or(0);
        return columns;
    }

    void read_row(const Row& row, const Columns& columns, base::Faults& faults) {
        const std::size_t before = faults.size();
        const auto field = [&](std::optional<std::size_t> column) {
            return column && *column < row.fields.size() ? row.fields[*column] : std::string();
        };
        const ClassMember member{field(columns.name), field(columns.group)};
        for (std::size_t i = 0; i < row.fields.size(); ++i) {
            if (i != columns.name && i != columns.group && !row.fields[i].empty()) {
                refuse(faults, "class.columns", {{"value", row.fields[i]}}, row.line);
                return;
            }
        }
        check_name(member.name, row.line, faults);
        check_group(member.group, row.line, faults);
        if (faults.size() > before) {
            return;
        }
        const auto [first, is_new] =
            seen_.emplace(std::pair{base::plain(member.name), base::plain(member.group)}, row.line);
        if (!is_new) {
            refuse(faults, "class.twice", {{"name", member.name}, {"first", std::to_string(first->second)}}, row.line);
            return;
        }
        list_.members.push_back(member);
    }

    void check_name(const std::string& name, int line, base::Faults& faults) const {
        if (name.empty()) {
            refuse(faults, "class.no-name", {}, line);
        } else if (name.size() > longest_class_field) {
            refuse(faults, "class.long", {{"most", std::to_string(longest_class_field)}}, line);
        } else if (has_digit(name) || name.find_first_of("@\n\r\t/\\") != std::string::npos) {
            refuse(faults, "class.not-a-name", {{"name", name}}, line);
        } else if (has_family_name(name)) {
            refuse(faults, "class.family-name", {{"name", name}}, line);
        }
    }

    void check_group(const std::string& group, int line, base::Faults& faults) const {
        if (is_date(group) || group.find_first_of("@\n\r\t") != std::string::npos) {
            refuse(faults, "class.date", {{"value", group}}, line);
        } else if (group.size() > longest_class_field) {
            refuse(faults, "class.long", {{"most", std::to_string(longest_class_field)}}, line);
        }
    }

    const std::string& file_;
    ClassList list_;
    base::Faults row_faults_;
    std::map<std::pair<std::string, std::string>, int> seen_;
};

} // namespace

ClassList read_class_list(std::string_view bytes, const std::string& file) {
    const auto refused = [&](std::string id, int line) {
        return ClassList{{}, {base::Error{std::move(id), {}, {file, line, 0}}}};
    };
    if (bytes.size() > largest_class_list) {
        return refused("class.too-large", 0);
    }
    const std::string text = text_of(bytes);
    if (!is_text(text)) {
        return refused("class.not-text", 0);
    }
    std::optional<int> unclosed;
    const std::vector<Row> rows = Parting(text, separator_of(text)).rows(unclosed);
    return unclosed ? refused("class.quote", *unclosed) : Reading(file).read(rows);
}

std::vector<ClassMember> newcomers(const std::vector<ClassMember>& list, const std::vector<ClassMember>& present) {
    const auto key = [](const ClassMember& member) {
        return std::pair{base::plain(member.name), base::plain(member.group)};
    };
    std::set<std::pair<std::string, std::string>> known;
    for (const ClassMember& member : present) {
        known.insert(key(member));
    }
    std::vector<ClassMember> found;
    std::ranges::copy_if(list, std::back_inserter(found),
                         [&](const ClassMember& one) { return !known.contains(key(one)); });
    return found;
}

} // namespace progress
