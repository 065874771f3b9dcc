// Moodle's GIFT: questions with their answers in braces.
#include "base/text.h"
#include "lesson/imports/gift_parts.h"
#include "lesson/imports/importers.h"
#include "lesson/imports/quiz_draft.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace lesson::imports {

namespace {

using gift::Markup;

/// One answer between `=` or `~` and the next.
struct Item {
    char sign = '=';              ///< `=` or `~`
    std::optional<double> weight; ///< %
    std::string_view text;        ///< still with escapes
    std::string_view say;
};

std::optional<double> number_of(std::string_view text) {
    const std::string_view trimmed = base::trim(text);
    const char* begin = trimmed.data() + (trimmed.starts_with('+') ? 1 : 0);
    const char* end = trimmed.data() + trimmed.size();
    double value = 0;
    const auto [rest, error] = std::from_chars(begin, end, value);
    const bool is_number = error == std::errc{} && rest == end && begin != end && std::isfinite(value);
    return is_number ? std::optional(value) : std::nullopt;
}

void take_weight(Item& item) {
    const std::string_view text = base::trim(item.text);
    if (!text.starts_with('%')) {
        return;
    }
    const std::size_t end = text.find('%', 1);
    if (end == std::string_view::npos) {
        return;
    }
    item.weight = number_of(text.substr(1, end - 1));
    item.text = text.substr(end + 1);
}

std::vector<Item> items_of(std::string_view answers) {
    std::vector<Item> items;
    for (std::size_t at = gift::find_free(answers, "=~"); at != std::string_view::npos;) {
        const std::size_t next = gift::find_free(answers, "=~", at + 1);
        Item item;
        item.sign = answers[at];
        item.text = answers.substr(at + 1, next == std::string_view::npos ? next : next - at - 1);
        take_weight(item);
        if (const std::size_t say = gift::find_free(item.text, "#"); say != std::string_view::npos) {
            item.say = item.text.substr(say + 1);
            item.text = item.text.substr(0, say);
        }
        items.push_back(item);
        at = next;
    }
    return items;
}

/// Reads one block.
class Reader {
public:
    Reader(const gift::Block& block, const Source& source, Imported& imported)
        : block_(block), source_(source), imported_(imported) {}

    std::optional<QuizDraft> read() {
        question_.line = block_.line;
        question_.category = block_.category;
        std::string_view text = base::trim(block_.text);
        take_title(text);
        markup_ = gift::take_format(text).value_or(Markup::plain);
        const std::size_t open = gift::find_free(text, "{");
        const std::size_t close = open == std::string_view::npos ? open : gift::find_free(text, "}", open);
        if (open != std::string_view::npos && close == std::string_view::npos) {
            tell("gift.open-brace", start());
            return std::nullopt;
        }
        if (open == std::string_view::npos) {
            question_.kind = "card";
            question_.ask = marked(text);
        } else {
            read_ask(text.substr(0, open), text.substr(close + 1));
            read_answers(text.substr(open + 1, close - open - 1));
        }
        if (has_more_) {
            tell("gift.no-pictures", start());
        }
        return question_;
    }

private:
    std::string start() const { return std::string(base::trim(block_.text)).substr(0, block_.text.find('\n')); }

    void tell(std::string_view id, const std::string& text) {
        leave_out(imported_, id, source_, block_.line, {{"question", text}});
    }

    /// `::title::` is how Moodle lists a question; learners never see it.
    static void take_title(std::string_view& text) {
        if (!text.starts_with("::")) {
            return;
        }
        for (std::size_t at = 2; at + 1 < text.size(); ++at) {
            if (text[at] == '\\') {
                ++at;
            } else if (text[at] == ':' && text[at + 1] == ':') {
                text = base::trim(text.substr(at + 2));
                return;
            }
        }
    }

    std::string marked(std::string_view text) { return gift::readable(text, markup_, true, has_more_); }

    /// Answers are shown without marks; each may have a format of its own.
    std::string plain(std::string_view text) {
        const Markup markup = gift::take_format(text).value_or(markup_);
        return gift::readable(text, markup, false, has_more_);
    }

    /// What stands behind the braces makes the question one with a missing word.
    void read_ask(std::string_view before, std::string_view after) {
        question_.ask = marked(before);
        if (!base::trim(after).empty()) {
            const std::string rest = marked(after);
            const bool joins =
                std::string_view(".,;:!?").find(rest.empty() ? '.' : rest.front()) != std::string_view::npos;
            question_.ask += " _____" + std::string(joins ? "" : " ") + rest;
        }
    }

    void read_answers(std::string_view answers) {
        if (const std::size_t general = answers.rfind("####"); general != std::string_view::npos) {
            question_.say = marked(answers.substr(general + 4));
            answers = answers.substr(0, general);
        }
        const std::string_view trimmed = base::trim(answers);
        if (trimmed.empty()) {
            question_.kind = "free";
        } else if (trimmed.starts_with('#')) {
            read_numbers(trimmed.substr(1));
        } else if (!read_true_false(trimmed)) {
            read_items(trimmed);
        }
    }

    /// `{T#said to who answers otherwise#said to who answers so}`.
    bool read_true_false(std::string_view text) {
        const std::size_t say = gift::find_free(text, "#");
        const std::string word = base::lower(base::trim(text.substr(0, say)));
        const bool holds = word == "t" || word == "true";
        if (!holds && word != "f" && word != "false") {
            return false;
        }
        question_.kind = "true-false";
        question_.holds = holds;
        if (say != std::string_view::npos) {
            const std::size_t second = gift::find_free(text, "#", say + 1);
            const std::string otherwise =
                marked(text.substr(say + 1, second == std::string_view::npos ? second : second - say - 1));
            const std::string so = second == std::string_view::npos ? std::string() : marked(text.substr(second + 1));
            question_.if_true = holds ? so : otherwise;
            question_.if_false = holds ? otherwise : so;
        }
        return true;
    }

    // --- Numbers ----------------------------------------------------------------------------------------------------

    /// `3`, `3:0.5`, `2.5..3.5`.
    bool read_number(std::string_view text, QuizDraftAnswer& answer) {
        if (const std::size_t dots = text.find(".."); dots != std::string_view::npos) {
            const auto low = number_of(text.substr(0, dots));
            const auto high = number_of(text.substr(dots + 2));
            if (!low || !high || *high < *low) {
                return false;
            }
            answer.value = (*low + *high) / 2;
            answer.tolerance = (*high - *low) / 2;
            return true;
        }
        const std::size_t colon = text.find(':');
        const auto value = number_of(text.substr(0, colon));
        const auto tolerance = colon == std::string_view::npos ? std::optional(0.0) : number_of(text.substr(colon + 1));
        if (!value || !tolerance || *tolerance < 0) {
            return false;
        }
        answer.value = *value;
        answer.tolerance = *tolerance;
        return true;
    }

    void add_number(std::string_view text, std::string_view say, const std::optional<double>& weight) {
        QuizDraftAnswer answer;
        const std::string number = gift::unescaped(base::trim(text));
        answer.right = !weight || *weight >= 100;
        answer.say = marked(say);
        if (read_number(number, answer)) {
            note_weight(weight);
            question_.answers.push_back(std::move(answer));
        } else if (!number.empty()) {
            tell("gift.not-a-number", number);
        }
    }

    void read_numbers(std::string_view text) {
        question_.kind = "number";
        const std::vector<Item> items = items_of(text);
        for (const Item& item : items) {
            add_number(item.text, item.say, item.sign == '~' && !item.weight ? std::optional(0.0) : item.weight);
        }
        if (items.empty()) {
            const std::size_t say = gift::find_free(text, "#");
            add_number(text.substr(0, say), say == std::string_view::npos ? "" : text.substr(say + 1), std::nullopt);
        }
    }

    // --- Choices, words and pairs -----------------------------------------------------------------------------------

    /// Parts of points have no place here: an answer is the expected one, or it is not.
    void note_weight(const std::optional<double>& weight) {
        const bool is_part = weight && *weight > 0 && *weight < 100;
        if (is_part && question_.kind != "several" && !weight_is_told_) {
            weight_is_told_ = true;
            tell("gift.part-of-points", question_.ask);
        }
    }

    void read_items(std::string_view text) {
        const std::vector<Item> items = items_of(text);
        const auto is_pair = [](const Item& item) { return item.text.find("->") != std::string_view::npos; };
        const bool has_other = std::ranges::any_of(items, [](const Item& item) { return item.sign == '~'; });
        const bool has_right = std::ranges::any_of(items, [](const Item& item) { return item.sign == '='; });
        if (!items.empty() && !has_other && std::ranges::all_of(items, is_pair)) {
            question_.kind = "match";
            std::ranges::for_each(items, [this](const Item& item) { add_pair(item); });
            return;
        }
        question_.kind = !has_other ? "text" : has_right ? "one" : "several";
        for (const Item& item : items) {
            QuizDraftAnswer answer;
            answer.text = plain(item.text);
            answer.say = marked(item.say);
            answer.right =
                item.sign == '=' ? !item.weight || *item.weight >= 100 : item.weight && *item.weight > 0 && !has_right;
            note_weight(item.weight);
            question_.answers.push_back(std::move(answer));
        }
        const auto rights = std::ranges::count_if(question_.answers, &QuizDraftAnswer::right);
        if (question_.kind == "one" && rights > 1) {
            question_.kind = "several";
        }
    }

    void add_pair(const Item& item) {
        const std::size_t arrow = item.text.find("->");
        QuizDraftAnswer answer;
        answer.text = plain(item.text.substr(0, arrow));
        answer.with = plain(item.text.substr(arrow + 2));
        answer.say = marked(item.say);
        question_.answers.push_back(std::move(answer));
    }

    const gift::Block& block_;
    const Source& source_;
    Imported& imported_;
    QuizDraft question_;
    Markup markup_ = Markup::plain;
    bool has_more_ = false;
    bool weight_is_told_ = false;
};

} // namespace

base::Result<Imported> import_gift(const Source& source, const Wanted& wanted) {
    Imported imported;
    std::vector<QuizDraft> questions;
    for (const gift::Block& block : gift::blocks_of(source.text)) {
        std::optional<QuizDraft> question = Reader(block, source, imported).read();
        if (question && is_fit(*question, source, imported)) {
            questions.push_back(std::move(*question));
        }
    }
    if (questions.empty()) {
        return nothing_in(source);
    }
    write_quizzes(questions, wanted, source, imported);
    return imported;
}

} // namespace lesson::imports
