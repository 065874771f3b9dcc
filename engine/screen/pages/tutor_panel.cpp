// From top to bottom: the way out and where one is, the instruction, the tutor's word, help.
#include "screen/pages/tutor_panel.h"

#include "screen/widgets.h"

#include <algorithm>
#include <cmath>
#include <numbers>

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
    switch (view.run.help) {
    case tutor::Help::none:
        return {};
    case tutor::Help::nudge:
        return step.hint.empty() ? ui.say("player.hint.nudge") : step.hint;
    case tutor::Help::look:
        return is_known ? ui.say("player.hint.look") : next;
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

/// A warm ring around the help button that swells softly for a while, and then stays.
void offer_ring(Ui& ui, const Rect& button, std::int64_t offered_for) {
    constexpr std::int64_t pulses_for = 12'000; // ms
    constexpr double period = 2'000;            // ms
    constexpr int frame = 40;                   // ms
    const bool moves = !ui.look().reduced_motion && offered_for < pulses_for;
    const double turn = static_cast<double>(offered_for) / period * 2 * std::numbers::pi;
    const auto swell = moves ? static_cast<float>(0.5 - 0.5 * std::cos(turn)) : 0.0F;
    const float width = ui.px(3);
    const Rect ring = button.inset(-ui.px(3) - swell * ui.px(3) - width);
    ui.picture().outline(ring, width, ui.theme().accent, ui.px(corner) + width + ui.px(3));
    if (moves) {
        ui.wake_in(frame);
    }
}

void top_row(Ui& ui, const Rect& inside, bool is_playing, const PlayerView& view, PanelWishes& wishes) {
    const Label leave{"icon-leave", ui.say("player.leave")};
    const float width = button_width(ui, leave);
    // While a demonstration plays, Escape ends that.
    const bool is_pressed = button(ui, "leave", {inside.x, inside.y, width, button_height(ui)}, leave);
    if (is_pressed || (!is_playing && ui.take_key("Escape"))) {
        wishes.leave = true;
    }
    const float dots_left = inside.x + width + ui.px(14);
    const std::size_t done = view.run.step + (view.run.step_is_done ? 1U : 0U);
    progress_dots(ui, {dots_left, inside.y, inside.right() - dots_left, button_height(ui)}, done,
                  view.run.lesson->steps.size());
}

/// The instruction: written, or for a lesson without words a sign to look and listen.
float instruction(Ui& ui, Point at, float width, const PlayerView& view) {
    if (view.run.lesson->wordless) {
        const float size = std::min(width * 0.7F, ui.px(220));
        art(ui, view.run.step_is_done ? "cuckoo-happy" : "cuckoo", {at.x + (width - size) / 2, at.y, size, size});
        return size;
    }
    return paragraph(ui, at, width, view.run.current().say, style_of(ui, Type::lead));
}

/// The instruction and the tutor's word. A new word is brought into view where both do not fit.
void words(Ui& ui, const Rect& room, PlayerPage& page, const PlayerView& view) {
    const Word word = word_of(ui, page, view);
    const bool is_said = !word.text.empty() && (!view.run.lesson->wordless || word.kind != BubbleKind::praise);
    const bool is_new = word.text != page.last_word;
    ScrollArea area(ui, "words", room, page.words);
    float y = area.top();
    y += instruction(ui, {room.x, y}, area.width(), view) + ui.px(18);
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

struct TwoButtons {
    std::string_view first;
    Label first_label;
    std::string_view second;
    Label second_label;
};

struct Pressed {
    bool first = false;
    bool second = false;
    float top = 0; ///< the upper edge of the higher one, px
};

/// Two buttons at the foot: side by side where their words fit, else one above the other, else without words.
Pressed two_buttons(Ui& ui, const Rect& inside, TwoButtons two) {
    const float high = button_height(ui);
    const float space = ui.px(8);
    const float both = button_width(ui, two.first_label) + button_width(ui, two.second_label) + space;
    const bool has_height = inside.h >= ui.sized(660);
    if (both > inside.w && !has_height) {
        two.first_label.text.clear();
        two.second_label.text.clear();
    }
    Pressed pressed;
    pressed.top = inside.bottom() - high;
    if (both <= inside.w || !has_height) {
        const float width = std::max(button_width(ui, two.first_label), (inside.w - space) * 0.42F);
        const float left = inside.x + width + space;
        pressed.first = button(ui, two.first, {inside.x, pressed.top, width, high}, two.first_label);
        pressed.second = button(ui, two.second, {left, pressed.top, inside.right() - left, high}, two.second_label);
        return pressed;
    }
    pressed.second = button(ui, two.second, {inside.x, pressed.top, inside.w, high}, two.second_label);
    pressed.top -= high + space;
    pressed.first = button(ui, two.first, {inside.x, pressed.top, inside.w, high}, two.first_label);
    return pressed;
}

/// The buttons of the tutor, or of the demonstration while it plays; gives their upper edge.
float small_buttons(Ui& ui, const Rect& inside, const PlayerPage& page, const PlayerView& view, PanelWishes& wishes) {
    const bool written = !view.run.lesson->wordless;
    const auto label = [&](std::string icon, std::string_view text) {
        return Label{std::move(icon), written ? ui.say(text) : std::string()};
    };
    if (page.help.playback) {
        const bool paused = page.help.playback->paused;
        const Pressed pressed =
            two_buttons(ui, inside,
                        {"pause", paused ? label("icon-play", "player.go-on") : label("icon-pause", "player.pause"),
                         "repeat", label("icon-again", "player.repeat")});
        wishes.pause = pressed.first || ui.take_key("Space");
        wishes.repeat = pressed.second;
        wishes.stop_showing = ui.take_key("Escape");
        return pressed.top;
    }
    const Pressed pressed = two_buttons(
        ui, inside, {"listen", label("icon-listen", "player.listen"), "again", label("icon-again", "player.again")});
    wishes.listen = pressed.first;
    wishes.again = pressed.second;
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
        offer_ring(ui, place, view.now - page.help.offered_at);
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

PanelWishes tutor_panel(Ui& ui, const Rect& room, PlayerPage& page, const PlayerView& view) {
    PanelWishes wishes;
    ui.picture().fill(room, ui.theme().surface);
    ui.picture().fill({room.right() - ui.px(1), room.y, std::max(1.0F, ui.px(ui.theme().outline)), room.h},
                      ui.theme().line);
    const Rect inside = room.inset(ui.px(gap));
    top_row(ui, inside, page.help.playback.has_value(), view, wishes);
    const float top = inside.y + button_height(ui) + ui.px(22);
    const float bottom = foot(ui, inside, page, view, wishes) - ui.px(12);
    words(ui, {inside.x, top, inside.w, bottom - top}, page, view);
    return wishes;
}

} // namespace screen
