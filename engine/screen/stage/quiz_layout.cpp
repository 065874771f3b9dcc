// Lays the parts of a quiz out, in letters as large as fit.
#include "screen/stage/quiz_layout.h"

#include <algorithm>
#include <array>
#include <utility>

namespace screen {

namespace {

using world::QuizKind;
using world::Role;
using world::Target;

constexpr double between = 14; // units, as all here
constexpr double letters = 30;
constexpr double bar_width = 26;

class Layouter {
public:
    Layouter(const Stage& stage, const world::QuizPractice& quiz, const Rect& room)
        : stage_(stage), quiz_(quiz), room_(room), question_(world::current_question(quiz)),
          mark_(world::current_mark(quiz)), targets_(world::targets(quiz)) {}

    /// Letters as large as fit, down to those of small texts; then it scrolls.
    QuizLayout lay_out_all() {
        const float least = stage_.ui.sized(text_small);
        out_.letter = std::max(stage_.px(letters), stage_.ui.sized(text_body));
        place_all();
        while (out_.bottom > room_.bottom() && out_.letter > least) {
            out_.letter = std::max(least, out_.letter * 0.94F);
            place_all();
        }
        return std::move(out_);
    }

private:
    void place_all() {
        const bool had_bar = out_.bottom > room_.bottom();
        const float width = room_.w - (had_bar ? stage_.px(bar_width) : 0);
        out_.places.clear();
        out_.badge = std::max(stage_.px(36), out_.letter * 1.35F);
        float y = room_.y;
        out_.head = {};
        if (quiz_.questions->size() > 1) {
            const std::string place = stage_.ui.say({"quiz.place",
                                                     {{"number", std::to_string(quiz_.state.current + 1)},
                                                      {"count", std::to_string(quiz_.questions->size())}}});
            out_.head = lay_out(stage_.ui.fonts(), place, quiz_style(stage_, out_, 0.85, stage_.theme().soft_ink),
                                width * 0.6F);
            y += out_.head.height + stage_.px(14);
        }
        out_.ask = lay_out(stage_.ui.fonts(), question_.ask,
                           quiz_style(stage_, out_, 1.12, stage_.theme().ink, question_.kind != QuizKind::card), width);
        out_.ask_top = y;
        y += out_.ask.height + stage_.px(22);
        y = question_.kind == QuizKind::match ? place_pairs(y, width) : place_answers(y, width);
        out_.told = told_text();
        out_.told_top = y;
        if (!out_.told.empty()) {
            y += stage_.px(4) + bubble_height(stage_.ui, width, out_.told);
        }
        out_.width = width;
        out_.bottom = y + stage_.px(8);
    }

    float answer_height(const Target& target, float width) const {
        const float words =
            lay_out_plain(stage_.ui.fonts(), quiz_words(stage_, target),
                          quiz_style(stage_, out_, 1, stage_.theme().ink), quiz_text_room(stage_, out_, width))
                .height;
        return std::max({words + stage_.px(18), out_.badge + stage_.px(14), stage_.ui.sized(target_size)});
    }

    bool fits_two_columns(float width) const {
        constexpr std::size_t many = 5;
        const float half = quiz_text_room(stage_, out_, (width - stage_.px(between)) / 2);
        return targets_.size() > many && std::ranges::all_of(targets_, [&](const Target& target) {
                   return lay_out_plain(stage_.ui.fonts(), quiz_words(stage_, target),
                                        quiz_style(stage_, out_, 1, stage_.theme().ink))
                              .width <= half;
               });
    }

    float place_answers(float y, float width) {
        const bool is_double = fits_two_columns(width);
        const float wide = is_double ? (width - stage_.px(between)) / 2 : width;
        int number = 0;
        float row_top = y;
        for (const Target& target : targets_) {
            if (target.strong) {
                continue;
            }
            if (target.role == Role::field) {
                place_field(target, y, width);
                continue;
            }
            const bool is_second = is_double && number % 2 == 1;
            const float high = answer_height(target, wide);
            const float top = is_second ? row_top : y;
            out_.places.push_back(
                {target, {room_.x + (is_second ? wide + stage_.px(between) : 0), top, wide, high}, ++number});
            row_top = top;
            y = std::max(y, top + high + stage_.px(between));
            if (is_second) {
                row_top = y;
            }
        }
        return y;
    }

    void place_field(const Target& target, float& y, float width) {
        const double share = question_.kind == QuizKind::number ? 0.45 : 1;
        const float wide = width * static_cast<float>(share);
        out_.field = lay_out_plain(stage_.ui.fonts(), mark_.written.text,
                                   quiz_style(stage_, out_, 1.05, stage_.theme().ink), wide - stage_.px(36));
        const double lines = question_.kind == QuizKind::free ? 4 : 1;
        const float least = quiz_style(stage_, out_, 1.05, stage_.theme().ink).px * 1.3F * static_cast<float>(lines);
        const float high = std::max({out_.field.height, least, stage_.ui.sized(target_size) - stage_.px(20)});
        out_.places.push_back({target, {room_.x, y, wide, high + stage_.px(24)}, 0});
        y += high + stage_.px(24 + between);
    }

    /// Two columns, with room for the lines between them; what stands side by side is of one height.
    float place_pairs(float y, float width) {
        const float wide = width * 0.42F;
        std::vector<float> heights;
        std::array<std::size_t, 2> counts{};
        for (const Target& target : targets_) {
            if (!target.strong) {
                std::size_t& row = counts.at(target.name.starts_with("quiz/left/") ? 0 : 1);
                heights.resize(std::max(heights.size(), row + 1), 0);
                heights[row] = std::max(heights[row], answer_height(target, wide));
                ++row;
            }
        }
        counts = {};
        std::array<float, 2> tops{y, y};
        for (const Target& target : targets_) {
            if (!target.strong) {
                const std::size_t side = target.name.starts_with("quiz/left/") ? 0 : 1;
                const float high = heights[counts.at(side)++];
                const float x = side == 0 ? room_.x : room_.x + width - wide;
                out_.places.push_back({target, {x, tops.at(side), wide, high}, static_cast<int>(counts.at(side))});
                tops.at(side) += high + stage_.px(between);
            }
        }
        return std::max(tops[0], tops[1]);
    }

    std::string told_text() const {
        std::string text;
        for (const world::Words& words : world::told(quiz_)) {
            text += (text.empty() ? "" : "\n") + (words.text.empty() ? stage_.ui.say(words.message) : words.text);
        }
        return text;
    }

    const Stage& stage_;
    const world::QuizPractice& quiz_;
    Rect room_;
    const world::QuizQuestion& question_;
    const world::QuizMark& mark_;
    std::vector<Target> targets_;
    QuizLayout out_;
};

} // namespace

TextStyle quiz_style(const Stage& stage, const QuizLayout& layout, double share, Colour colour, bool bold) {
    TextStyle style = style_of(stage.ui, Type::body, colour, bold);
    style.px = std::max(layout.letter * static_cast<float>(share), stage.ui.sized(text_small));
    style.line_height = 1.3F;
    return style;
}

std::string quiz_words(const Stage& stage, const Target& target) {
    return target.words.text.empty() ? stage.ui.say(target.words.message) : target.words.text;
}

float quiz_text_room(const Stage& stage, const QuizLayout& layout, float width) {
    return width - layout.badge - stage.px(42);
}

QuizLayout lay_out_quiz(const Stage& stage, const world::QuizPractice& quiz, const Rect& room) {
    return Layouter(stage, quiz, room).lay_out_all();
}

} // namespace screen
