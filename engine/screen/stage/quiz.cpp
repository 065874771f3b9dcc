// Draws a quiz: the question, what can be answered, what is said of the answer, and the button that goes on. Where the
// letters are so large that not all of it fits, it scrolls.
#include "screen/stage/quiz.h"

#include "screen/stage/painters.h"
#include "screen/stage/quiz_layout.h"

#include <algorithm>
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
constexpr double foot_high = 92;
constexpr double bar_width = 26;
constexpr int blink = 530; // ms that the caret is shown, and then hidden

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
        layout_ = lay_out_quiz(stage_, quiz_, room_);
        scroll();
        {
            const Rect seen{stage_.rect.x, room_.y, stage_.rect.w, room_.h};
            const Clipped clipped(stage_.picture(), seen);
            paint_head();
            paint_lines();
            for (const QuizPlace& placed : layout_.places) {
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
            ui().note_place("stage/" + target.name, spot.seen);
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

    float foot_height() const { return std::max(stage_.px(foot_high), ui().sized(target_size) + stage_.px(28)); }

    // --- Scrolling --------------------------------------------------------------------------------------------------

    void scroll() {
        DeskScroll& part = memory_.scrolls["quiz"];
        part.picture = memory_.pictures;
        part.room = room_;
        part.most = std::max(0.0F, std::round(layout_.bottom - room_.bottom()));
        if (const auto* wheel = std::get_if<Wheel>(&ui().input());
            wheel != nullptr && stage_.rect.contains(ui().pointer())) {
            part.offset += static_cast<float>(wheel->notches) * stage_.px(60);
        }
        follow(part);
        part.offset = std::round(std::clamp(part.offset, 0.0F, part.most));
        part.track = {};
        part.thumb = {};
        for (QuizPlace& placed : layout_.places) {
            placed.rect = placed.rect.moved(0, -part.offset);
        }
        layout_.ask_top -= part.offset;
        layout_.told_top -= part.offset;
        layout_.head_top = room_.y - part.offset;
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
            part.offset = layout_.told.empty() ? 0 : part.most;
            return;
        }
        for (const QuizPlace& placed : layout_.places) {
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
            draw(stage_.picture(), layout_.head, {room_.x, layout_.head_top});
            constexpr std::size_t most_dots = 12;
            if (quiz_.questions->size() <= most_dots) {
                const float left = room_.x + layout_.head.width + stage_.px(24);
                const Rect dots{left, layout_.head_top, room_.x + layout_.width - left,
                                std::max(layout_.head.height, stage_.px(16))};
                progress_dots(ui(), dots, quiz_.questions->size() - world::left_in(quiz_), quiz_.questions->size());
            }
        }
        draw(stage_.picture(), layout_.ask, {room_.x, layout_.ask_top});
    }

    const QuizPlace* placed(const std::string& name) const {
        const auto found =
            std::ranges::find_if(layout_.places, [&](const QuizPlace& one) { return one.target.name == name; });
        return found == layout_.places.end() ? nullptr : &*found;
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
            const QuizPlace* from = placed("quiz/left/" + std::to_string(i + 1));
            const QuizPlace* to = placed("quiz/right/" + std::to_string(mark_.paired[i] + 1));
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

    void paint_answer(const QuizPlace& placed) {
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
        const float size = layout_.badge;
        const bool is_right_side = target.name.starts_with("quiz/right/");
        paint_badge({rect.x + stage_.px(12), rect.y + (rect.h - size) / 2, size, size}, placed, is_chosen);
        const TextBlock words =
            lay_out_plain(ui().fonts(), quiz_words(stage_, target), quiz_style(stage_, layout_, 1, theme().ink),
                          quiz_text_room(stage_, layout_, rect.w));
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
    void paint_badge(const Rect& rect, const QuizPlace& placed, bool is_chosen) const {
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
        TextStyle digits = quiz_style(stage_, layout_, 0.8, theme().soft_ink, false);
        digits.px = rect.w * 0.56F;
        draw_centred(stage_.picture(), lay_out_plain(ui().fonts(), std::to_string(placed.number), digits), rect);
    }

    void paint_field(const QuizPlace& placed) {
        const Rect& rect = placed.rect;
        const float radius = stage_.px(10);
        const bool is_focused = cues_.has_keyboard && quiz_.state.focus == placed.target.name && !mark_.done;
        stage_.picture().fill(rect, theme().surface, radius);
        stage_.picture().outline(rect, std::max(2.0F, stage_.px(is_focused ? 3.5 : 2)),
                                 is_focused ? theme().primary : theme().line, radius);
        const Point at{rect.x + stage_.px(18), rect.y + stage_.px(12)};
        const world::TextEdit& edit = mark_.written;
        for (const Rect& marked : selection(ui().fonts(), layout_.field, selection_start(edit), selection_end(edit))) {
            stage_.picture().fill(marked.moved(at.x, at.y), theme().chosen);
        }
        draw(stage_.picture(), layout_.field, at);
        if (is_focused && caret_shows()) {
            const Rect place = caret(ui().fonts(), layout_.field, edit.caret).moved(at.x, at.y);
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
        if (!layout_.told.empty()) {
            bubble(ui(), {room_.x, layout_.told_top}, layout_.width, layout_.told,
                   mark_.done ? BubbleKind::praise : BubbleKind::hint);
        }
    }

    void paint_foot() {
        const auto found = std::ranges::find_if(targets_, [](const Target& target) { return target.strong; });
        if (found == targets_.end()) {
            return;
        }
        const Target& target = *found;
        const float high = ui().sized(target_size);
        const TextBlock words =
            lay_out(ui().fonts(), quiz_words(stage_, target), style_of(ui(), Type::body, ink_of(target), true));
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
            const Rect answers{stage_.rect.x, layout_.ask_top + layout_.ask.height + stage_.px(6), stage_.rect.w,
                               room_.bottom() - layout_.ask_top - layout_.ask.height - stage_.px(6)};
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
    Rect room_; ///< of all that scrolls
    QuizLayout layout_;
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
