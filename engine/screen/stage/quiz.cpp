// Draws a quiz: the question, what can be answered, what is said of the answer, and the button that goes on. Where the
// letters are so large that not all of it fits, it scrolls.
#include "screen/stage/quiz.h"

#include "screen/stage/painters.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace screen {

namespace {

using world::AnswerIndex;
using world::QuizKind;
using world::QuizPractice;
using world::Role;
using world::Target;

constexpr double margin = 40; // units, as all here
constexpr double between = 14;
constexpr double letters = 30;
constexpr double foot_high = 92;
constexpr double bar_width = 26;
constexpr int blink = 530; // ms that the caret is shown, and then hidden

/// An answer, a side of a pair or the field, and where it lies before scrolling.
struct Placed {
    Target target;
    Rect rect;
    int number = 0; ///< the key that chooses it, from 1; 0 for none
};

/// One picture of a quiz.
class QuizScene {
public:
    QuizScene(const Stage& stage, const QuizPractice& quiz, const StageCues& cues)
        : stage_(stage), quiz_(quiz), cues_(cues), memory_(stage.desk), question_(world::current_question(quiz)),
          mark_(world::current_mark(quiz)), targets_(world::targets(quiz)) {}

    void paint() {
        begin();
        room_ = {stage_.rect.x + stage_.px(margin), stage_.rect.y + stage_.px(24),
                 stage_.rect.w - 2 * stage_.px(margin), stage_.rect.h - stage_.px(24) - foot_height()};
        lay_out_all();
        scroll();
        {
            const Rect seen{stage_.rect.x, room_.y, stage_.rect.w, room_.h};
            const Clipped clipped(stage_.picture(), seen);
            paint_head();
            paint_lines();
            for (const Placed& placed : placed_) {
                paint_answer(placed);
            }
            paint_told();
        }
        paint_bar();
        paint_foot();
        find_hovered();
        paint_help();
        end();
    }

private:
    Ui& ui() const { return stage_.ui; }
    const Theme& theme() const { return stage_.theme(); }

    // --- What the memory keeps --------------------------------------------------------------------------------------

    void begin() {
        ++memory_.pictures;
        memory_.spots.clear();
        const std::optional<world::Action>& aim = cues_.next ? cues_.next : cues_.shown;
        memory_.pointing_at = aim ? world::target_of(quiz_, *aim) : std::string();
    }

    void end() {
        memory_.focus = quiz_.state.focus;
        memory_.pointed_out = memory_.pointing_at;
        memory_.had_keyboard = cues_.has_keyboard;
    }

    void note(const Target& target, const Rect& rect, const Rect& within) {
        const float top = std::max(rect.y, within.y);
        const float bottom = std::min(rect.bottom(), within.bottom());
        Spot spot;
        spot.target = target;
        spot.rect = rect;
        spot.seen = bottom > top ? Rect{rect.x, top, rect.w, bottom - top} : Rect{};
        spot.is_live = target.enabled && ui().enabled();
        if (spot.seen.h > 0) {
            ui().note_place(target.name, spot.seen);
        }
        memory_.spots.push_back(std::move(spot));
    }

    bool is_hovered(const Target& target) const {
        return target.enabled && ui().enabled() && memory_.hovered == target.name;
    }
    bool is_pressed(const Target& target) const { return memory_.press && memory_.press->target.name == target.name; }
    bool shows_focus(const Target& target) const {
        return cues_.has_keyboard && memory_.typed_at > 0 && quiz_.state.focus == target.name;
    }

    // --- Where all lies ---------------------------------------------------------------------------------------------

    TextStyle style(double share, Colour colour, bool bold = false) const {
        TextStyle style = style_of(ui(), Type::body, colour, bold);
        style.px = std::max(letter_ * static_cast<float>(share), ui().sized(text_small));
        style.line_height = 1.3F;
        return style;
    }

    float foot_height() const { return std::max(stage_.px(foot_high), ui().sized(target_size) + stage_.px(28)); }

    /// Letters as large as fit, down to those of small texts; then it scrolls.
    void lay_out_all() {
        const float least = ui().sized(text_small);
        letter_ = std::max(stage_.px(letters), ui().sized(text_body));
        place_all();
        while (content_bottom_ > room_.bottom() && letter_ > least) {
            letter_ = std::max(least, letter_ * 0.94F);
            place_all();
        }
    }

    void place_all() {
        const bool had_bar = content_bottom_ > room_.bottom();
        const float width = room_.w - (had_bar ? stage_.px(bar_width) : 0);
        placed_.clear();
        float y = room_.y;
        head_ = {};
        if (quiz_.questions->size() > 1) {
            const std::string place = ui().say({"quiz.place",
                                                {{"number", std::to_string(quiz_.state.current + 1)},
                                                 {"count", std::to_string(quiz_.questions->size())}}});
            head_ = lay_out(ui().fonts(), place, style(0.85, theme().soft_ink), width * 0.6F);
            y += head_.height + stage_.px(14);
        }
        ask_ = lay_out(ui().fonts(), question_.ask, style(1.12, theme().ink, question_.kind != QuizKind::card), width);
        ask_top_ = y;
        y += ask_.height + stage_.px(22);
        y = question_.kind == QuizKind::match ? place_pairs(y, width) : place_answers(y, width);
        told_ = told_text();
        told_top_ = y;
        if (!told_.empty()) {
            y += stage_.px(4) + bubble_height(ui(), width, told_);
        }
        width_ = width;
        content_bottom_ = y + stage_.px(8);
    }

    float text_room(float width) const { return width - badge_size() - stage_.px(42); }
    float badge_size() const { return std::max(stage_.px(36), letter_ * 1.35F); }

    float answer_height(const Target& target, float width) const {
        const float words = lay_out_plain(ui().fonts(), said(target), style(1, theme().ink), text_room(width)).height;
        return std::max({words + stage_.px(18), badge_size() + stage_.px(14), ui().sized(target_size)});
    }

    bool fits_two_columns(float width) const {
        constexpr std::size_t many = 5;
        const float half = text_room((width - stage_.px(between)) / 2);
        return targets_.size() > many && std::ranges::all_of(targets_, [&](const Target& target) {
                   return lay_out_plain(ui().fonts(), said(target), style(1, theme().ink)).width <= half;
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
            placed_.push_back(
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
        field_text_ = lay_out_plain(ui().fonts(), mark_.written.text, style(1.05, theme().ink), wide - stage_.px(36));
        const double lines = question_.kind == QuizKind::free ? 4 : 1;
        const float least = style(1.05, theme().ink).px * 1.3F * static_cast<float>(lines);
        const float high = std::max({field_text_.height, least, ui().sized(target_size) - stage_.px(20)});
        placed_.push_back({target, {room_.x, y, wide, high + stage_.px(24)}, 0});
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
                placed_.push_back({target, {x, tops.at(side), wide, high}, static_cast<int>(counts.at(side))});
                tops.at(side) += high + stage_.px(between);
            }
        }
        return std::max(tops[0], tops[1]);
    }

    std::string said(const Target& target) const {
        return target.words.text.empty() ? ui().say(target.words.message) : target.words.text;
    }

    std::string told_text() const {
        std::string text;
        for (const world::Words& words : world::told(quiz_)) {
            text += (text.empty() ? "" : "\n") + (words.text.empty() ? ui().say(words.message) : words.text);
        }
        return text;
    }

    // --- Scrolling --------------------------------------------------------------------------------------------------

    void scroll() {
        DeskScroll& part = memory_.scrolls["quiz"];
        part.picture = memory_.pictures;
        part.room = room_;
        part.most = std::max(0.0F, std::round(content_bottom_ - room_.bottom()));
        if (const auto* wheel = std::get_if<Wheel>(&ui().input());
            wheel != nullptr && stage_.rect.contains(ui().pointer())) {
            part.offset += static_cast<float>(wheel->notches) * stage_.px(60);
        }
        follow(part);
        part.offset = std::round(std::clamp(part.offset, 0.0F, part.most));
        part.track = {};
        part.thumb = {};
        for (Placed& placed : placed_) {
            placed.rect = placed.rect.moved(0, -part.offset);
        }
        ask_top_ -= part.offset;
        told_top_ -= part.offset;
        head_top_ = room_.y - part.offset;
    }

    /// What is new comes into view: another question, what is said of an answer, what the keyboard or help goes to.
    void follow(DeskScroll& part) const {
        const std::string shown = question_.name + "/" + std::to_string(mark_.tries);
        const std::string aim = memory_.pointing_at.empty() ? quiz_.state.focus : memory_.pointing_at;
        if (part.followed == shown + aim) {
            return;
        }
        const bool is_same = part.followed.starts_with(shown);
        part.followed = shown + aim;
        if (!is_same) {
            part.offset = told_.empty() ? 0 : part.most;
            return;
        }
        for (const Placed& placed : placed_) {
            if (placed.target.name == aim) {
                const float above = placed.rect.y - stage_.px(8) - room_.y;
                const float below = placed.rect.bottom() + stage_.px(8) - room_.bottom();
                part.offset = std::max(std::min(part.offset, above), below);
            }
        }
    }

    void paint_bar() {
        DeskScroll& part = memory_.scrolls["quiz"];
        if (part.most <= 0) {
            return;
        }
        const float wide = stage_.px(bar_width);
        part.track = {stage_.rect.right() - wide - stage_.px(6), room_.y, wide, room_.h};
        const float high = std::max(stage_.px(48), room_.h * room_.h / (room_.h + part.most));
        part.thumb = {part.track.x, room_.y + (room_.h - high) * part.offset / part.most, wide, high};
        stage_.picture().fill(part.track, faded(theme().line, 0.35F), wide / 2);
        stage_.picture().fill(part.thumb.inset(stage_.px(3)), theme().soft_ink, wide / 2);
    }

    // --- Drawing ----------------------------------------------------------------------------------------------------

    void paint_head() const {
        if (quiz_.questions->size() > 1) {
            draw(stage_.picture(), head_, {room_.x, head_top_});
            constexpr std::size_t most_dots = 12;
            if (quiz_.questions->size() <= most_dots) {
                const float left = room_.x + head_.width + stage_.px(24);
                const Rect dots{left, head_top_, room_.x + width_ - left, std::max(head_.height, stage_.px(16))};
                progress_dots(ui(), dots, quiz_.questions->size() - world::left_in(quiz_), quiz_.questions->size());
            }
        }
        draw(stage_.picture(), ask_, {room_.x, ask_top_});
    }

    const Placed* placed(const std::string& name) const {
        const auto found = std::ranges::find_if(placed_, [&](const Placed& one) { return one.target.name == name; });
        return found == placed_.end() ? nullptr : &*found;
    }

    /// From each left side to the right side that it is put with.
    void paint_lines() const {
        if (question_.kind != QuizKind::match) {
            return;
        }
        for (const AnswerIndex i : question_.shown) {
            if (mark_.paired[i] == world::no_answer) {
                continue;
            }
            const Placed* from = placed("quiz/left/" + std::to_string(i + 1));
            const Placed* to = placed("quiz/right/" + std::to_string(mark_.paired[i] + 1));
            if (from != nullptr && to != nullptr) {
                const Colour colour = mark_.done ? theme().good : theme().primary;
                const Point begin{from->rect.right(), from->rect.centre().y};
                const Point end{to->rect.x, to->rect.centre().y};
                stage_.picture().stroke({begin, end}, std::max(3.0F, stage_.px(4)), colour);
                stage_.picture().disc(begin, stage_.px(7), colour);
                stage_.picture().disc(end, stage_.px(7), colour);
            }
        }
    }

    bool is_taken(const Target& target) const {
        const AnswerIndex taken = quiz_.state.taken;
        return taken != world::no_answer && target.name == "quiz/left/" + std::to_string(taken + 1);
    }

    void paint_answer(const Placed& placed) {
        const Target& target = placed.target;
        const Rect& rect = placed.rect;
        if (target.role == Role::field) {
            return paint_field(placed);
        }
        const bool is_pair = target.role == Role::item;
        const bool is_chosen = is_pair ? is_taken(target) : target.on;
        const float radius = stage_.px(14);
        const Colour rest = is_chosen ? theme().chosen : theme().surface;
        const Colour face = is_pressed(target)                 ? theme().surface_pressed
                            : is_hovered(target) && !is_chosen ? theme().surface_hover
                                                               : rest;
        stage_.picture().shadow(rect.moved(0, stage_.px(2)), stage_.px(8), theme().shadow, radius);
        stage_.picture().fill(rect, face, radius);
        const bool strong = is_chosen || is_hovered(target);
        stage_.picture().outline(rect, std::max(1.0F, stage_.px(is_chosen ? 3.5 : std::max(1.5F, theme().outline))),
                                 strong ? theme().primary : theme().line, radius);
        const float size = badge_size();
        const bool is_right_side = target.name.starts_with("quiz/right/");
        paint_badge({rect.x + stage_.px(12), rect.y + (rect.h - size) / 2, size, size}, placed, is_chosen);
        const TextBlock words = lay_out_plain(ui().fonts(), said(target), style(1, theme().ink), text_room(rect.w));
        draw(stage_.picture(), words, {rect.x + size + stage_.px(26), rect.y + (rect.h - words.height) / 2});
        if (shows_focus(target)) {
            focus_ring(ui(), rect, radius);
        }
        const bool waits = is_right_side && quiz_.state.taken == world::no_answer && !mark_.done;
        Target noted = target;
        noted.enabled = target.enabled && !waits; // a right side is touched after a left one
        note(noted, rect, room_);
    }

    /// The number of the key that chooses it; a check mark once it is chosen. Square where several can be.
    void paint_badge(const Rect& rect, const Placed& placed, bool is_chosen) const {
        const bool is_square = placed.target.role == Role::tick;
        const float radius = is_square ? stage_.px(8) : rect.w / 2;
        if (placed.target.role != Role::item && is_chosen) {
            const Colour face = mark_.done ? theme().good : theme().primary;
            const Colour ink = mark_.done ? theme().on_good : theme().on_primary;
            stage_.picture().fill(rect, face, radius);
            const Point centre = rect.centre();
            const float size = rect.w * 0.62F;
            stage_.picture().stroke({{centre.x - size * 0.34F, centre.y + size * 0.02F},
                                     {centre.x - size * 0.08F, centre.y + size * 0.27F},
                                     {centre.x + size * 0.36F, centre.y - size * 0.27F}},
                                    std::max(2.0F, size * 0.16F), ink);
            return;
        }
        const bool is_next_column =
            placed.target.name.starts_with("quiz/right/") && quiz_.state.taken != world::no_answer;
        const Colour edge = is_chosen || is_next_column ? theme().primary : theme().line;
        stage_.picture().outline(rect, std::max(1.5F, stage_.px(2)), edge, radius);
        TextStyle digits = style(0.8, theme().soft_ink, false);
        digits.px = rect.w * 0.56F;
        draw_centred(stage_.picture(), lay_out_plain(ui().fonts(), std::to_string(placed.number), digits), rect);
    }

    void paint_field(const Placed& placed) {
        const Rect& rect = placed.rect;
        const float radius = stage_.px(10);
        const bool is_focused = cues_.has_keyboard && quiz_.state.focus == placed.target.name && !mark_.done;
        stage_.picture().fill(rect, theme().surface, radius);
        stage_.picture().outline(rect, std::max(2.0F, stage_.px(is_focused ? 3.5 : 2)),
                                 is_focused ? theme().primary : theme().line, radius);
        const Point at{rect.x + stage_.px(18), rect.y + stage_.px(12)};
        const world::TextEdit& edit = mark_.written;
        for (const Rect& marked : selection(ui().fonts(), field_text_, selection_start(edit), selection_end(edit))) {
            stage_.picture().fill(marked.moved(at.x, at.y), theme().chosen);
        }
        draw(stage_.picture(), field_text_, at);
        if (is_focused && caret_shows()) {
            const Rect place = caret(ui().fonts(), field_text_, edit.caret).moved(at.x, at.y);
            const float thick = std::max(2.0F, stage_.px(2.5));
            stage_.picture().fill({place.x - thick / 2, place.y, thick, place.h}, theme().ink);
        }
        note(placed.target, rect, room_);
    }

    bool caret_shows() const {
        constexpr std::int64_t blinks_for = 8'000; // ms after the last key: then it stays, so that an idle screen rests
        const std::int64_t rested = ui().now() - memory_.typed_at;
        if (ui().look().reduced_motion || rested > blinks_for || rested < 0) {
            return true;
        }
        ui().wake_in(blink - static_cast<int>(rested % blink));
        return (rested / blink) % 2 == 0;
    }

    void paint_told() {
        if (!told_.empty()) {
            bubble(ui(), {room_.x, told_top_}, width_, told_, mark_.done ? BubbleKind::praise : BubbleKind::hint);
        }
    }

    void paint_foot() {
        const auto found = std::ranges::find_if(targets_, [](const Target& target) { return target.strong; });
        if (found == targets_.end()) {
            return;
        }
        const Target& target = *found;
        const float high = ui().sized(target_size);
        const TextBlock words = lay_out(ui().fonts(), said(target), style_of(ui(), Type::body, ink_of(target), true));
        const float wide = std::max(words.width + stage_.px(64), stage_.px(220));
        const float top = stage_.rect.bottom() - (foot_height() + high) / 2;
        const Rect rect{stage_.rect.right() - stage_.px(margin) - wide, top, wide, high};
        const float radius = stage_.px(14);
        const Colour face = !target.enabled      ? theme().surface
                            : is_pressed(target) ? theme().primary_pressed
                            : is_hovered(target) ? theme().primary_hover
                                                 : theme().primary;
        stage_.picture().fill(rect, face, radius);
        if (!target.enabled) {
            stage_.picture().outline(rect, std::max(1.0F, stage_.px(1.5)), faded(theme().line, 0.6F), radius);
        }
        draw(stage_.picture(), words, {rect.x + (rect.w - words.width) / 2, rect.y + (rect.h - words.height) / 2});
        if (shows_focus(target)) {
            focus_ring(ui(), rect, radius);
        }
        note(target, rect, stage_.rect);
    }

    Colour ink_of(const Target& target) const {
        return target.enabled ? theme().on_primary : mixed(theme().surface, theme().soft_ink, 0.5F);
    }

    // --- The pointer, and help --------------------------------------------------------------------------------------

    void find_hovered() {
        const Spot* spot = stage_.rect.contains(ui().pointer()) && ui().enabled() && !cues_.demonstrates
                               ? spot_at(memory_, ui().pointer(), world::clickable)
                               : nullptr;
        const std::string name = spot == nullptr ? std::string() : spot->target.name;
        if (name != memory_.hovered) {
            memory_.hovered = name;
            memory_.hovered_since = ui().now();
            ui().wake_in(0);
        }
        if (spot != nullptr) {
            ui().set_pointer(world::can(spot->target, world::writable) ? Pointer::text : Pointer::hand);
        }
    }

    void paint_help() {
        if (cues_.ghost) {
            ghost_arrow(stage_, cues_);
        }
        if (!cues_.next) {
            return;
        }
        const auto found = std::ranges::find_if(memory_.spots, [&](const Spot& spot) {
            return spot.target.name == memory_.pointing_at && spot.seen.h > 0;
        });
        const float swell = pulse(stage_, cues_);
        if (cues_.light_area) {
            const bool is_foot = found != memory_.spots.end() && found->target.strong;
            const Rect band{stage_.rect.x, room_.bottom(), stage_.rect.w, stage_.rect.bottom() - room_.bottom()};
            const Rect answers{stage_.rect.x, ask_top_ + ask_.height + stage_.px(6), stage_.rect.w,
                               room_.bottom() - ask_top_ - ask_.height - stage_.px(6)};
            light(stage_, is_foot ? band : answers, stage_.rect, swell);
        } else if (found != memory_.spots.end()) {
            ring_around(stage_, found->seen, swell);
            ui().note_place("help/ring", found->seen);
            key_caps_beside(stage_, cues_.caps, found->seen);
        }
    }

    const Stage& stage_;
    const QuizPractice& quiz_;
    const StageCues& cues_;
    DeskMemory& memory_;
    const world::QuizQuestion& question_;
    const world::QuizMark& mark_;
    std::vector<Target> targets_;
    Rect room_;        ///< of all that scrolls
    float letter_ = 0; ///< px
    float width_ = 0;  ///< of the content, px
    float content_bottom_ = 0;
    std::vector<Placed> placed_;
    TextBlock head_;
    TextBlock ask_;
    TextBlock field_text_;
    std::string told_;
    float head_top_ = 0;
    float ask_top_ = 0;
    float told_top_ = 0;
};

} // namespace

void paint(const Stage& stage, const QuizPractice& quiz, const StageCues& cues) {
    QuizScene(stage, quiz, cues).paint();
}

std::optional<int> next_change(const QuizPractice&, const StageCues& cues, const Look& look) {
    if (cues.ghost) {
        return smooth;
    }
    if (cues.next && !look.reduced_motion && cues.now - cues.last_input < pulse_for) {
        return soft;
    }
    return std::nullopt;
}

} // namespace screen
