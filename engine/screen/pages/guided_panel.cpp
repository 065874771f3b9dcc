// From top to bottom: the way out and where one is, the plan, the instruction, and what the trainer can do.
#include "screen/pages/guided_panel.h"

#include "screen/widgets.h"

#include <algorithm>
#include <vector>

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

/// A button of the foot.
struct Foot {
    std::string_view id;
    Label label;
    bool* pressed = nullptr;
};

/// Buttons beside each other over the whole width. Where their words have no room, only the first keeps them.
void row_of(Ui& ui, const Rect& row, std::vector<Foot> buttons) {
    const float space = ui.px(8);
    const auto wanted = [&] {
        float width = -space;
        for (const Foot& one : buttons) {
            width += button_width(ui, one.label) + space;
        }
        return width;
    };
    for (std::size_t i = buttons.size(); i > 1 && wanted() > row.w; --i) {
        buttons[i - 1].label.text.clear();
    }
    const bool is_even = std::ranges::none_of(buttons, [](const Foot& one) { return one.label.text.empty(); });
    const float more = row.w - wanted();
    float x = row.x;
    for (const Foot& one : buttons) {
        const bool is_first = &one == &buttons.front();
        const float share = is_even ? more / static_cast<float>(buttons.size()) : is_first ? more : 0;
        const Rect rect{x, row.y, button_width(ui, one.label) + share, row.h};
        *one.pressed = button(ui, one.id, rect, one.label) || *one.pressed;
        x = rect.right() + space;
    }
}

/// The buttons at the foot, from the bottom up; gives their upper edge.
float foot(Ui& ui, const Rect& inside, const PlayerPage& page, const PlayerView& view, PanelWishes& wishes) {
    const bool is_playing = page.help.playback.has_value();
    const bool is_low = inside.h < ui.sized(540);
    const float high = button_height(ui);
    const float space = ui.px(8);
    const Foot show{
        "show",
        {is_playing ? "icon-check" : "icon-eye", ui.say(is_playing ? "player.stop-showing" : "player.show")},
        is_playing ? &wishes.stop_showing : &wishes.show_now};
    std::vector<Foot> others;
    if (is_playing) {
        const bool paused = page.help.playback->paused;
        others = {{"pause",
                   {paused ? "icon-play" : "icon-pause", ui.say(paused ? "player.go-on" : "player.pause")},
                   &wishes.pause},
                  {"repeat", {"icon-again", ui.say("player.repeat")}, &wishes.repeat}};
    } else {
        others = {{"back", {"icon-back", ui.say("guided.back")}, &wishes.lead_back},
                  {"listen", {"icon-listen", ui.say("player.listen")}, &wishes.listen}};
    }
    float y = inside.bottom() - high;
    if (is_low) {
        others.insert(others.begin(), show);
        row_of(ui, {inside.x, y, inside.w, high}, others);
    } else {
        row_of(ui, {inside.x, y, inside.w, high}, others);
        y -= high + space;
        row_of(ui, {inside.x, y, inside.w, high}, {show});
    }
    if (ui.take_key("F1") || (is_playing && ui.take_key("Escape"))) {
        *show.pressed = true;
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
    const Type type = bottom - top < ui.sized(260) ? Type::lead : Type::title;
    panel_words(ui, {inside.x, top, inside.w, bottom - top}, page, view, type);
    const auto* key = std::get_if<KeyPressed>(&ui.input());
    // A key that is held must not run through the lesson.
    if (key != nullptr && !key->repeated && is_trainers_key(ui.input())) {
        wishes.lead_on = wishes.lead_on || ui.take_key("PageDown");
        wishes.lead_back = wishes.lead_back || ui.take_key("PageUp");
    }
    return wishes;
}

} // namespace screen
