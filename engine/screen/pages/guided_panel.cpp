// From top to bottom: the way out and where one is, the plan, the instruction, and what the trainer can do.
#include "screen/pages/guided_panel.h"

#include "screen/widgets.h"

#include <algorithm>

namespace screen {

namespace {

/// Where in the plan one is; opens the plan and its code.
float plan_button(Ui& ui, const Rect& inside, float y, const GuidedView& view, PanelWishes& wishes) {
    const std::string number = std::to_string(std::min(view.at + 1, view.lessons.size()));
    Label label{"icon-code",
                ui.say({"guided.where", {{"number", number}, {"count", std::to_string(view.lessons.size())}}})};
    const Rect rect{inside.x, y, inside.w, button_height(ui)};
    if (button_width(ui, label) > inside.w) {
        label.text = number + " / " + std::to_string(view.lessons.size());
    }
    wishes.plan = button(ui, "plan", rect, label);
    return rect.bottom();
}

/// Two buttons beside each other, without words where these have no room.
void pair_of(Ui& ui, const Rect& row, std::string_view first_id, Label first, std::string_view second_id, Label second,
             bool& first_pressed, bool& second_pressed) {
    const float space = ui.px(8);
    if (button_width(ui, first) + button_width(ui, second) + space > row.w) {
        first.text.clear();
        second.text.clear();
    }
    const float more = (row.w - space - button_width(ui, first) - button_width(ui, second)) / 2;
    const Rect left{row.x, row.y, button_width(ui, first) + more, row.h};
    const Rect right{left.right() + space, row.y, row.right() - left.right() - space, row.h};
    first_pressed = button(ui, first_id, left, first);
    second_pressed = button(ui, second_id, right, second);
}

/// The buttons at the foot, from the bottom up; gives their upper edge.
float foot(Ui& ui, const Rect& inside, const PlayerPage& page, const PlayerView& view, PanelWishes& wishes) {
    const bool is_playing = page.help.playback.has_value();
    const float high = button_height(ui);
    const float space = ui.px(8);
    float y = inside.bottom() - high;
    const Rect small{inside.x, y, inside.w, high};
    if (is_playing) {
        const bool paused = page.help.playback->paused;
        pair_of(ui, small, "pause",
                paused ? Label{"icon-play", ui.say("player.go-on")} : Label{"icon-pause", ui.say("player.pause")},
                "repeat", {"icon-again", ui.say("player.repeat")}, wishes.pause, wishes.repeat);
        wishes.stop_showing = ui.take_key("Escape");
    } else {
        pair_of(ui, small, "back", {"icon-back", ui.say("guided.back")}, "listen",
                {"icon-listen", ui.say("player.listen")}, wishes.lead_back, wishes.listen);
    }
    y -= high + space;
    const Label show{is_playing ? "icon-check" : "icon-eye",
                     ui.say(is_playing ? "player.stop-showing" : "player.show")};
    if (button(ui, "show", {inside.x, y, inside.w, high}, show) || ui.take_key("F1")) {
        wishes.show_now = !is_playing;
        wishes.stop_showing = wishes.stop_showing || is_playing;
    }
    const float large = ui.sized(70);
    y -= large + space;
    const bool is_last = view.run.step + 1 == view.run.lesson->steps.size();
    const Label on{"icon-next", ui.say(is_last ? "guided.end-of-lesson" : "guided.on")};
    wishes.lead_on = button(ui, "on", {inside.x, y, inside.w, large}, on, ButtonKind::primary);
    return y;
}

} // namespace

bool is_trainers_key(const InputEvent& event) {
    const auto is_one = [](const auto* key) {
        return key != nullptr && (key->code == "PageDown" || key->code == "PageUp");
    };
    const auto* pressed = std::get_if<KeyPressed>(&event);
    const bool is_shortcut = pressed != nullptr && (pressed->control || pressed->alt);
    return !is_shortcut && (is_one(pressed) || is_one(std::get_if<KeyReleased>(&event)));
}

PanelWishes guided_panel(Ui& ui, const Rect& room, PlayerPage& page, const PlayerView& view) {
    PanelWishes wishes;
    panel_sheet(ui, room);
    const Rect inside = room.inset(ui.px(gap));
    panel_top(ui, inside, page.help.playback.has_value(), view, wishes);
    const float top =
        plan_button(ui, inside, inside.y + button_height(ui) + ui.px(8), *view.guided, wishes) + ui.px(gap);
    const float bottom = foot(ui, inside, page, view, wishes) - ui.px(12);
    panel_words(ui, {inside.x, top, inside.w, bottom - top}, page, view, Type::title);
    if (is_trainers_key(ui.input())) {
        wishes.lead_on = wishes.lead_on || ui.take_key("PageDown");
        wishes.lead_back = wishes.lead_back || ui.take_key("PageUp");
    }
    return wishes;
}

} // namespace screen
