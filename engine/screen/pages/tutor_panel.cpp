// From top to bottom: the way out and where one is, the instruction, the tutor's word, help.
#include "screen/pages/tutor_panel.h"

#include "screen/widgets.h"

#include <algorithm>

namespace screen {

namespace {

struct Word {
    std::string text;
    BubbleKind kind = BubbleKind::hint;
};

/// The words of the rung of help that the learner is on.
std::string help_text(Ui& ui, const PlayerPage& page, const PlayerView& view) {
    const lesson::Step& step = view.run.current();
    switch (view.run.help) {
    case tutor::Help::none:
        return {};
    case tutor::Help::nudge:
        return step.hint.empty() ? ui.say("player.hint.nudge") : step.hint;
    case tutor::Help::look:
        return ui.say(page.next ? "player.hint.look" : "player.hint.none");
    case tutor::Help::show:
        return ui.say(page.demonstration_was_seen ? "player.your-turn" : "player.hint.none");
    }
    return {};
}

/// The one word that the tutor says now: about the demonstration, else what was said last, else help.
Word word_of(Ui& ui, const PlayerPage& page, const PlayerView& view) {
    if (page.demonstration) {
        const std::string caption = caption_of(ui, tutor::caption(*page.demonstration));
        return {ui.say("player.hint.show") + "\n" + caption, BubbleKind::hint};
    }
    if (const auto& feedback = view.run.feedback) {
        const bool praise = feedback->kind == tutor::Feedback::Kind::praise;
        return {feedback->text.empty() ? ui.say(feedback->message) : feedback->text,
                praise ? BubbleKind::praise : BubbleKind::care};
    }
    return {help_text(ui, page, view), BubbleKind::hint};
}

std::string_view help_label(const PlayerPage& page, const PlayerView& view) {
    if (page.demonstration) {
        return "player.stop-showing";
    }
    switch (view.run.help) {
    case tutor::Help::none:
        return "player.help";
    case tutor::Help::nudge:
        return "player.more-help";
    case tutor::Help::look:
        return "player.show";
    case tutor::Help::show:
        return "player.show-again";
    }
    return "player.help";
}

void top_row(Ui& ui, const Rect& inside, const PlayerView& view, PanelWishes& wishes) {
    const Label leave{"icon-leave", ui.say("player.leave")};
    const float width = button_width(ui, leave);
    if (button(ui, "leave", {inside.x, inside.y, width, button_height(ui)}, leave) || ui.take_key("Escape")) {
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
        y += bubble(ui, {room.x, y}, area.width(), word.text, word.kind);
    }
    if (is_new) {
        page.last_word = word.text;
        page.words.offset = is_said ? word_top : 0;
        ui.wake_in(0);
    }
    area.finish(y);
}

/// The buttons at the foot, from the bottom up; gives their upper edge.
float foot(Ui& ui, const Rect& inside, const PlayerPage& page, const PlayerView& view, PanelWishes& wishes) {
    const float high = button_height(ui);
    const bool written = !view.run.lesson->wordless;
    Label listen{"icon-listen", written ? ui.say("player.listen") : std::string()};
    Label again{"icon-again", written ? ui.say("player.again") : std::string()};
    float y = inside.bottom();
    const float both = button_width(ui, listen) + button_width(ui, again) + ui.px(8);
    const bool has_height = inside.h >= ui.sized(660);
    if (both > inside.w && !has_height) {
        listen.text.clear();
        again.text.clear();
    }
    if (both <= inside.w || !has_height) {
        y -= high;
        const float listen_width = std::max(button_width(ui, listen), (inside.w - ui.px(8)) * 0.42F);
        const float again_left = inside.x + listen_width + ui.px(8);
        wishes.listen = button(ui, "listen", {inside.x, y, listen_width, high}, listen);
        wishes.again = button(ui, "again", {again_left, y, inside.right() - again_left, high}, again);
    } else {
        y -= high;
        wishes.again = button(ui, "again", {inside.x, y, inside.w, high}, again);
        y -= high + ui.px(8);
        wishes.listen = button(ui, "listen", {inside.x, y, inside.w, high}, listen);
    }
    const float help_high = ui.sized(64);
    y -= help_high + ui.px(12);
    const Rect place{inside.x, y, inside.w, help_high};
    if (view.run.step_is_done) {
        const Label next{"icon-next", written ? ui.say("player.next") : std::string()};
        wishes.next = button(ui, "next", place, next, ButtonKind::primary);
        return y;
    }
    const Label help{"icon-help", written || page.demonstration ? ui.say(help_label(page, view)) : std::string()};
    if (button(ui, "help", place, help, ButtonKind::primary) || ui.take_key("F1")) {
        wishes.help = !page.demonstration.has_value();
        wishes.stop_showing = page.demonstration.has_value();
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
    top_row(ui, inside, view, wishes);
    const float top = inside.y + button_height(ui) + ui.px(22);
    const float bottom = foot(ui, inside, page, view, wishes) - ui.px(12);
    words(ui, {inside.x, top, inside.w, bottom - top}, page, view);
    return wishes;
}

} // namespace screen
