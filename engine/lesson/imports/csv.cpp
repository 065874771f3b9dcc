// Tables of words or questions: a first line of headings, in French or English, then a line each (RFC 4180; commas,
// semicolons or tabs part the columns).
#include "base/text.h"
#include "lesson/imports/importers.h"
#include "lesson/imports/quiz_draft.h"
#include "lesson/imports/typing_draft.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <filesystem>
#include <optional>

#include <fmt/format.h>

namespace lesson::imports {

namespace {

/// One line of a table, and where it begins.
struct Row {
    std::vector<std::string> cells;
    int line = 0;
};

char separator_of(std::string_view text) {
    const std::string_view first = text.substr(0, text.find('\n'));
    char best = ',';
    std::ptrdiff_t most = 0;
    for (const char separator : {';', '\t', ','}) {
        const std::ptrdiff_t count = std::ranges::count(first, separator);
        if (count > most) {
            best = separator;
            most = count;
        }
    }
    return best;
}

/// Cells in quotation marks may hold separators, line breaks and, doubled, quotation marks.
std::vector<Row> rows_of(std::string_view text) {
    const char separator = separator_of(text);
    std::vector<Row> rows;
    Row row{{""}, 1};
    bool is_quoted = false;
    int line = 1;
    const auto close = [&] {
        if (row.cells.size() > 1 || !base::trim(row.cells.front()).empty()) {
            rows.push_back(std::move(row));
        }
        row = {{""}, line};
    };
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char letter = text[i];
        line += letter == '\n' ? 1 : 0;
        if (is_quoted) {
            const bool is_doubled = letter == '"' && i + 1 < text.size() && text[i + 1] == '"';
            if (letter == '"' && !is_doubled) {
                is_quoted = false;
            } else {
                row.cells.back() += letter;
                i += is_doubled ? 1 : 0;
            }
        } else if (letter == '"' && row.cells.back().empty()) {
            is_quoted = true;
        } else if (letter == separator) {
            row.cells.emplace_back();
        } else if (letter == '\n') {
            close();
        } else if (letter != '\r') {
            row.cells.back() += letter;
        }
    }
    close();
    return rows;
}

/// What a column holds, and what it may be called, without accents.
enum class Column { question, kind, right, other, say, word, category };
struct Heading {
    Column column;
    std::string_view name;
};
constexpr std::array<Heading, 22> headings{{
    {Column::question, "question"}, {Column::question, "ask"}, {Column::kind, "type"},
    {Column::kind, "kind"},         {Column::kind, "genre"},   {Column::right, "reponse"},
    {Column::right, "reponses"},    {Column::right, "juste"},  {Column::right, "justes"},
    {Column::right, "right"},       {Column::right, "answer"}, {Column::right, "answers"},
    {Column::other, "autres"},      {Column::other, "autre"},  {Column::other, "other"},
    {Column::other, "others"},      {Column::say, "retour"},   {Column::say, "feedback"},
    {Column::word, "mot"},          {Column::word, "word"},    {Column::category, "categorie"},
    {Column::category, "category"},
}};

class Table {
public:
    explicit Table(const Source& source) {
        std::string_view text = source.text;
        text.remove_prefix(text.starts_with("\xEF\xBB\xBF") ? 3 : 0);
        rows_ = rows_of(text);
        if (rows_.empty()) {
            return;
        }
        for (const std::string& cell : rows_.front().cells) {
            const std::string name = base::plain(base::trim(cell));
            const auto found = std::ranges::find(headings, name, &Heading::name);
            columns_.push_back(found == headings.end() ? std::nullopt : std::optional(found->column));
            if (!columns_.back() && !name.empty()) {
                unknown_.push_back(cell);
            }
        }
        rows_.erase(rows_.begin());
    }

    bool has(Column column) const { return std::ranges::find(columns_, column) != columns_.end(); }
    const std::vector<Row>& rows() const { return rows_; }
    const std::vector<std::string>& unknown() const { return unknown_; }

    /// The cells of that column, parted at `|`, without blanks at their ends; several columns may have one heading.
    std::vector<std::string> all(const Row& row, Column column) const {
        std::vector<std::string> found;
        for (std::size_t i = 0; i < std::min(row.cells.size(), columns_.size()); ++i) {
            if (columns_[i] != column) {
                continue;
            }
            std::string_view rest = row.cells[i];
            while (true) {
                const std::size_t bar = rest.find('|');
                if (const std::string_view part = base::trim(rest.substr(0, bar)); !part.empty()) {
                    found.emplace_back(part);
                }
                if (bar == std::string_view::npos) {
                    break;
                }
                rest.remove_prefix(bar + 1);
            }
        }
        return found;
    }

    std::string first(const Row& row, Column column) const {
        const std::vector<std::string> found = all(row, column);
        return found.empty() ? std::string() : found.front();
    }

private:
    std::vector<std::optional<Column>> columns_;
    std::vector<std::string> unknown_;
    std::vector<Row> rows_;
};

std::optional<bool> truth_of(const std::vector<std::string>& rights) {
    const std::string word = rights.size() == 1 ? base::plain(rights.front()) : std::string();
    if (word == "vrai" || word == "true") {
        return true;
    }
    return word == "faux" || word == "false" ? std::optional(false) : std::nullopt;
}

std::string kind_named(const std::string& word, const QuizDraft& question, std::size_t others) {
    constexpr std::array<std::string_view, 7> kinds{"one", "several", "match", "text", "number", "free", "card"};
    if (std::ranges::find(kinds, word) != kinds.end()) {
        return word;
    }
    const auto rights = question.answers.size() - others;
    return question.answers.empty() ? "card" : others == 0 ? "text" : rights > 1 ? "several" : "one";
}

std::optional<double> number_of(std::string text) {
    std::ranges::replace(text, ',', '.');
    double value = 0;
    const auto [rest, error] = std::from_chars(text.data(), text.data() + text.size(), value, std::chars_format::fixed);
    return error == std::errc{} && rest == text.data() + text.size() ? std::optional(value) : std::nullopt;
}

/// `left = right` is a pair.
void make_pair_of(QuizDraftAnswer& answer) {
    const std::size_t sign = answer.text.find('=');
    if (sign != std::string::npos) {
        answer.with = base::trim(std::string_view(answer.text).substr(sign + 1));
        answer.text = base::trim(std::string_view(answer.text).substr(0, sign));
    }
}

QuizDraft question_of(const Table& table, const Row& row) {
    QuizDraft question;
    question.line = row.line;
    question.ask = without_marks(table.first(row, Column::question));
    question.say = without_marks(table.first(row, Column::say));
    question.category = table.first(row, Column::category);
    const std::vector<std::string> rights = table.all(row, Column::right);
    const std::vector<std::string> others = table.all(row, Column::other);
    const std::string kind = base::plain(table.first(row, Column::kind));
    if (const std::optional<bool> holds = truth_of(rights); holds && others.empty() && kind.empty()) {
        question.kind = "true-false";
        question.holds = *holds;
        return question;
    }
    for (const std::string& right : rights) {
        question.answers.push_back({right, {}, {}, true, 0, 0});
    }
    for (const std::string& other : others) {
        question.answers.push_back({other, {}, {}, false, 0, 0});
    }
    question.kind = kind_named(kind, question, others.size());
    for (QuizDraftAnswer& answer : question.answers) {
        if (question.kind == "match") {
            make_pair_of(answer);
        } else if (question.kind == "number") {
            answer.right = answer.right && number_of(answer.text).has_value();
            answer.value = number_of(answer.text).value_or(0);
            answer.text.clear();
        }
    }
    if (question.kind == "free" || question.kind == "card") {
        question.answers.clear();
    }
    return question;
}

} // namespace

base::Result<Imported> import_csv(const Source& source, const Wanted& wanted) {
    const Table table(source);
    if (!table.has(Column::question) && table.has(Column::word)) {
        std::string words;
        for (const Row& row : table.rows()) {
            words += table.first(row, Column::word) + "\n";
        }
        return import_words({source.name, words}, wanted);
    }
    if (!table.has(Column::question)) {
        return base::Error{"csv.no-headings", {{"file", source.name}}, {source.name, 1, 0}};
    }
    Imported imported;
    for (const std::string& heading : table.unknown()) {
        leave_out(imported, "csv.unknown-column", source, 1, {{"heading", heading}});
    }
    std::vector<QuizDraft> questions;
    for (const Row& row : table.rows()) {
        QuizDraft question = question_of(table, row);
        if (is_fit(question, source, imported)) {
            questions.push_back(std::move(question));
        }
    }
    if (questions.empty()) {
        return nothing_in(source);
    }
    write_quizzes(questions, wanted, source, imported);
    return imported;
}

} // namespace lesson::imports
