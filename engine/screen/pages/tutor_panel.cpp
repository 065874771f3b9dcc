// From top to bottom: the way out and where one is, the instruction, the tutor's word, help.
#include "screen/pages/tutor_panel.h"

#include "screen/widgets.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <optional>
#include <span>
#include <utility>
#include <vector>

namespace screen {

namespace {

struct Word {
    std::string text;
    BubbleKind kind = BubbleKind::hint;
};

/// What to do next, in words, or that no way was found.
std::string next_in_words(Ui& ui, const Helping& help, const PlayerView& view) {
    constexpr std::int64_t noticeable = 250; // ms that the search may take before a word is said about it
    if (!help.advice) {
        const std::int64_t left = help.asked_at + noticeable - view.now;
        if (left > 0) {
            ui.wake_in(static_cast<int>(left));
        }
        return help.asked_at < 0 || left > 0 ? std::string() : ui.say("player.hint.wait");
    }
    return help.advice->next.empty() ? ui.say("player.hint.none") : words_of(ui, "tell", help.advice->said);
}

/// The words of the rung of help that the learner is on.
std::string help_text(Ui& ui, const PlayerPage& page, const PlayerView& view) {
    const lesson::Step& step = view.run.current();
    const std::string next = view.run.help >= tutor::Help::look ? next_in_words(ui, page.help, view) : std::string();
    const bool is_known = page.help.advice && !page.help.advice->next.empty();
    const bool is_on_stage = is_known && !std::holds_alternative<world::Undo>(page.help.advice->next.front().deed);
    switch (view.run.help) {
    case tutor::Help::none:
        return {};
    case tutor::Help::nudge:
        return step.hint.empty() ? ui.say("player.hint.nudge") : step.hint;
    case tutor::Help::look:
        return is_on_stage ? ui.say("player.hint.look") : next;
    case tutor::Help::point:
        return next;
    case tutor::Help::show:
        return page.help.demonstration_was_seen && is_known ? ui.say("player.your-turn") + "\n" + next : next;
    case tutor::Help::together:
        return is_known ? ui.say("player.hint.together") + "\n" + next : next;
    }
    return {};
}

/// What was said last, else help.
Word answer_of(Ui& ui, const PlayerPage& page, const PlayerView& view) {
    // Who is led from one thing to the next hears of the next one, too.
    const bool is_led = view.run.help == tutor::Help::together && !view.run.step_is_done;
    if (const auto& feedback = view.run.feedback) {
        const bool praise = feedback->kind == tutor::Feedback::Kind::praise;
        const std::string said = feedback->text.empty() ? ui.say(feedback->message) : feedback->text;
        const std::string next = is_led ? next_in_words(ui, page.help, view) : std::string();
        return {next.empty() ? said : said + "\n" + next, praise ? BubbleKind::praise : BubbleKind::care};
    }
    return {help_text(ui, page, view), BubbleKind::hint};
}

/// The one word that the tutor says now: about the demonstration, else what was said last, else help; and the offer of
/// help below it.
Word word_of(Ui& ui, const PlayerPage& page, const PlayerView& view) {
    if (page.help.playback) {
        const std::string caption = words_of(ui, "demonstration", tutor::caption(page.help.playback->shown));
        return {ui.say("player.hint.show") + "\n" + caption, BubbleKind::hint};
    }
    Word word = answer_of(ui, page, view);
    if (offers_help(page.help, view.run)) {
        const std::string offer = ui.say("player.offer");
        word = {word.text.empty() ? offer : word.text + "\n" + offer, BubbleKind::offer};
    }
    return word;
}

/// The button says what comes next.
std::string_view help_label(const PlayerPage& page, const PlayerView& view) {
    if (page.help.playback) {
        return "player.stop-showing";
    }
    switch (view.run.help) {
    case tutor::Help::none:
        return "player.help";
    case tutor::Help::nudge:
        return "player.where";
    case tutor::Help::look:
        return "player.what";
    case tutor::Help::point:
        return "player.show";
    case tutor::Help::show:
        return "player.together";
    case tutor::Help::together:
        return "player.show-again";
    }
    return "player.help";
}

/// A warm ring around a button that swells softly for a while, and then stays. `shown_for`: ms
void swelling_ring(Ui& ui, const Rect& button, std::int64_t shown_for) {
    constexpr std::int64_t pulses_for = 12'000; // ms
    constexpr double period = 2'000;            // ms
    constexpr int frame = 40;                   // ms
    const bool moves = !ui.look().reduced_motion && shown_for < pulses_for;
    const double turn = static_cast<double>(shown_for) / period * 2 * std::numbers::pi;
    const auto swell = moves ? static_cast<float>(0.5 - 0.5 * std::cos(turn)) : 0.0F;
    const float width = ui.px(3);
    const Rect ring = button.inset(-ui.px(3) - swell * ui.px(3) - width);
    ui.picture().outline(ring, width, ui.theme().accent, ui.px(corner) + width + ui.px(3));
    if (moves) {
        ui.wake_in(frame);
    }
}

/// The instruction: written, or for a lesson without words a sign to look and listen.
float instruction(Ui& ui, Point at, float width, const PlayerView& view, Type type) {
    if (view.run.lesson->wordless) {
        const float size = std::min(width * 0.7F, ui.px(220));
        art(ui, view.run.step_is_done ? "cuckoo-happy" : "cuckoo", {at.x + (width - size) / 2, at.y, size, size});
        return size;
    }
    return paragraph(ui, at, width, view.run.current().say, style_of(ui, type, ui.theme().ink));
}

/// A button at the foot.
struct Small {
    std::string_view id;
    Label label;
    bool can_be_pressed = true;
    float least_width = 0;        ///< px
    std::int64_t ringed_for = -1; ///< ms since the tutor points at it; -1 where it does not
};

/// The width that a small button wants, px: it is closer around its words than other buttons.
float small_width(Ui& ui, const Label& label) {
    return std::max(button_width(ui, label) - (label.text.empty() ? 0 : ui.sized(14)), button_height(ui));
}

float small_width(Ui& ui, const Small& small) {
    return std::max(small_width(ui, small.label), small.least_width);
}

/// How many of the buttons stand in each row: as many as their words have room for.
std::vector<std::size_t> rows_of(Ui& ui, float width, const std::vector<Small>& buttons) {
    std::vector<std::size_t> rows;
    float left = 0;
    for (const Small& small : buttons) {
        const float wide = small_width(ui, small) + ui.px(8);
        if (rows.empty() || wide > left) {
            rows.push_back(0);
            left = width + ui.px(8);
        }
        ++rows.back();
        left -= wide;
    }
    return rows;
}

/// The buttons of one row, over its whole width. Gives the index of the one that was pressed.
std::optional<std::size_t> row_of(Ui& ui, const Rect& room, std::span<const Small> buttons) {
    const float space = ui.px(8);
    float wanted = space * static_cast<float>(buttons.size() - 1);
    for (const Small& small : buttons) {
        wanted += small_width(ui, small);
    }
    const float more = (room.w - wanted) / static_cast<float>(buttons.size());
    std::optional<std::size_t> pressed;
    float x = room.x;
    for (std::size_t i = 0; i < buttons.size(); ++i) {
        const Small& small = buttons[i];
        const Rect rect{x, room.y, small_width(ui, small) + more, room.h};
        if (small.ringed_for >= 0) {
            swelling_ring(ui, rect, small.ringed_for);
            ui.note_place("help/ring", rect);
        }
        if (button(ui, small.id, rect, small.label, small.can_be_pressed ? ButtonKind::normal : ButtonKind::resting)) {
            pressed = i;
        }
        x = rect.right() + space;
    }
    return pressed;
}

struct Pressed {
    std::string_view id; ///< empty for none
    float top = 0;       ///< the upper edge of all, px
};

/// Buttons at the foot: in two rows at most, where the window is high enough, else without words in one.
Pressed small_row(Ui& ui, const Rect& inside, std::vector<Small> buttons) {
    const std::size_t most_rows = inside.h >= ui.sized(660) ? 2 : 1;
    std::vector<std::size_t> rows = rows_of(ui, inside.w, buttons);
    if (rows.size() > most_rows) {
        for (Small& small : buttons) {
            small.label.text.clear();
            small.least_width = 0;
        }
        rows = {buttons.size()};
    }
    const float high = button_height(ui);
    const float pitch = high + ui.px(8);
    Pressed pressed{{}, inside.bottom() + ui.px(8) - pitch * static_cast<float>(rows.size())};
    float y = pressed.top;
    std::span<const Small> rest = buttons;
    for (const std::size_t count : rows) {
        if (const auto index = row_of(ui, {inside.x, y, inside.w, high}, rest.first(count))) {
            pressed.id = rest[*index].id;
        }
        rest = rest.subspan(count);
        y += pitch;
    }
    return pressed;
}

bool is_undo(const std::vector<world::Action>& actions, std::size_t index) {
    return index < actions.size() && std::holds_alternative<world::Undo>(actions[index].deed);
}

/// Since when taking back is what comes next (ms): of the demonstration while it plays, else of what the tutor points
/// out; -1 where something else does.
std::int64_t undo_pointed_for(const PlayerPage& page, const PlayerView& view) {
    if (page.help.playback) {
        const tutor::Demonstration& shown = page.help.playback->shown;
        return is_undo(shown.actions, shown.next) ? shown.run.now - shown.since : -1;
    }
    const bool is_next = !view.run.step_is_done && view.run.help >= tutor::Help::look && page.help.advice &&
                         is_undo(page.help.advice->next, 0);
    return is_next ? std::max<std::int64_t>(view.now - page.help.asked_at, 0) : -1;
}

/// The buttons of the tutor, or of the demonstration while it plays; gives their upper edge.
float small_buttons(Ui& ui, const Rect& inside, const PlayerPage& page, const PlayerView& view, PanelWishes& wishes) {
    const bool written = !view.run.lesson->wordless;
    const bool is_playing = page.help.playback.has_value();
    const auto label = [&](std::string icon, std::string_view text) {
        return Label{std::move(icon), written ? ui.say(text) : std::string()};
    };
    std::vector<Small> buttons;
    if (is_playing) {
        const bool paused = page.help.playback->paused;
        const Label pause = label("icon-pause", "player.pause");
        const Label go_on = label("icon-play", "player.go-on");
        // Nothing moves when the one becomes the other.
        const float wide = std::max(small_width(ui, pause), small_width(ui, go_on));
        buttons.push_back({"pause", paused ? go_on : pause, true, wide});
        buttons.push_back({"repeat", label("icon-again", "player.repeat")});
    } else {
        buttons.push_back({"listen", label("icon-listen", "player.listen")});
        buttons.push_back({"again", label("icon-again", "player.again")});
    }
    const auto* desk = world::app_of<world::Desk>(view.run.computer);
    const auto* quiz = world::app_of<world::QuizPractice>(view.run.computer);
    if (desk != nullptr || quiz != nullptr) {
        const bool has_past = desk != nullptr ? desk->timeline.can_undo() : world::can_undo(*quiz);
        const bool can_undo = !is_playing && !view.run.step_is_done && has_past;
        buttons.insert(buttons.begin() + 1,
                       {"undo", label("icon-undo", "player.undo"), can_undo, 0, undo_pointed_for(page, view)});
    }
    const Pressed pressed = small_row(ui, inside, std::move(buttons));
    wishes.pause = pressed.id == "pause" || (is_playing && ui.take_key("Space"));
    wishes.repeat = pressed.id == "repeat";
    wishes.stop_showing = is_playing && ui.take_key("Escape");
    wishes.listen = pressed.id == "listen";
    wishes.undo = pressed.id == "undo";
    wishes.again = pressed.id == "again";
    return pressed.top;
}

/// The buttons at the foot, from the bottom up; gives their upper edge.
float foot(Ui& ui, const Rect& inside, const PlayerPage& page, const PlayerView& view, PanelWishes& wishes) {
    const bool written = !view.run.lesson->wordless;
    float y = small_buttons(ui, inside, page, view, wishes);
    const float help_high = ui.sized(64);
    y -= help_high + ui.px(12);
    const Rect place{inside.x, y, inside.w, help_high};
    if (view.run.step_is_done) {
        const Label next{"icon-next", written ? ui.say("player.next") : std::string()};
        wishes.next = button(ui, "next", place, next, ButtonKind::primary);
        return y;
    }
    if (offers_help(page.help, view.run)) {
        swelling_ring(ui, place, view.now - page.help.offered_at);
    }
    const bool is_playing = page.help.playback.has_value();
    const Label help{is_playing ? "icon-check" : "icon-help",
                     written || is_playing ? ui.say(help_label(page, view)) : std::string()};
    if (button(ui, "help", place, help, ButtonKind::primary) || ui.take_key("F1")) {
        wishes.help = !is_playing;
        wishes.stop_showing = is_playing;
    }
    return y;
}

} // namespace

void panel_sheet(Ui& ui, const Rect& room) {
    ui.picture().fill(room, ui.theme().surface);
    ui.picture().fill({room.right() - ui.px(1), room.y, std::max(1.0F, ui.px(ui.theme().outline)), room.h},
                      ui.theme().line);
}

void panel_top(Ui& ui, const Rect& inside, bool is_playing, const PlayerView& view, PanelWishes& wishes) {
    const Label leave{"icon-leave", ui.say(view.part != nullptr ? "visit.place.stop" : "player.leave")};
    const float width = button_width(ui, leave);
    // While a demonstration plays, Escape ends that.
    const bool is_pressed = button(ui, "leave", {inside.x, inside.y, width, button_height(ui)}, leave);
    if (is_pressed || (!is_playing && ui.take_key("Escape"))) {
        wishes.leave = true;
    }
    const float dots_left = inside.x + width + ui.px(14);
    const PlayedPart all{{}, 0, view.run.lesson->steps.size()};
    const PlayedPart& part = view.part != nullptr ? *view.part : all;
    const std::size_t done = view.run.step + (view.run.step_is_done ? 1U : 0U) - part.first;
    if (part.count > 1 || view.part == nullptr) {
        progress_dots(ui, {dots_left, inside.y, inside.right() - dots_left, button_height(ui)}, done, part.count);
    }
}

/// The instruction and the tutor's word. A new word is brought into view where both do not fit.
void panel_words(Ui& ui, const Rect& room, PlayerPage& page, const PlayerView& view, Type instruction_type) {
    const Word word = word_of(ui, page, view);
    const bool is_said = !word.text.empty() && (!view.run.lesson->wordless || word.kind != BubbleKind::praise);
    const bool is_new = word.text != page.last_word;
    ScrollArea area(ui, "words", room, page.words);
    float y = area.top();
    if (view.part != nullptr && !view.run.lesson->wordless) {
        y += paragraph(ui, {room.x, y}, area.width(), view.part->line, style_of(ui, Type::small, ui.theme().soft_ink)) +
             ui.px(12);
    }
    y += instruction(ui, {room.x, y}, area.width(), view, instruction_type) + ui.px(18);
    const float word_top = y - area.top();
    if (is_said) {
        const float high = bubble(ui, {room.x, y}, area.width(), word.text, word.kind);
        ui.note_place("word", {room.x, y, area.width(), high});
        y += high;
    }
    if (is_new) {
        page.last_word = word.text;
        page.words.offset = is_said ? word_top : 0;
        ui.wake_in(0);
    }
    area.finish(y);
}

PanelWishes tutor_panel(Ui& ui, const Rect& room, PlayerPage& page, const PlayerView& view) {
    PanelWishes wishes;
    panel_sheet(ui, room);
    const Rect inside = room.inset(ui.px(gap));
    panel_top(ui, inside, page.help.playback.has_value(), view, wishes);
    const float top = inside.y + button_height(ui) + ui.px(22);
    const float bottom = foot(ui, inside, page, view, wishes) - ui.px(12);
    panel_words(ui, {inside.x, top, inside.w, bottom - top}, page, view, Type::lead);
    return wishes;
}

} // namespace screen
