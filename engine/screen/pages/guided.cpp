// The plan that is led: its lessons at the left, the code to be read aloud at the right.
#include "screen/pages/guided.h"

#include "screen/pages/header.h"
#include "screen/widgets.h"

#include <algorithm>
#include <vector>

namespace screen {

namespace {

constexpr std::size_t most_groups = 3;
constexpr std::size_t group = 3;

/// The code in lines of three groups at most, as even as can be.
std::vector<std::string> lines_of(const std::string& code) {
    const std::size_t groups = (code.size() + 1) / (group + 1);
    const std::size_t count = std::max<std::size_t>((groups + most_groups - 1) / most_groups, 1);
    const std::size_t length = (groups + count - 1) / count * (group + 1);
    std::vector<std::string> lines;
    for (std::size_t begin = 0; begin < code.size() && length > 0; begin += length) {
        lines.push_back(code.substr(begin, length - 1));
    }
    return lines;
}

/// Figures as large as the width lets them be; smaller where there are many lines.
TextStyle code_style(Ui& ui, float width, const std::vector<std::string>& lines) {
    TextStyle style = style_of(ui, Type::title);
    style.line_height = 1.25F;
    style.px = ui.sized(lines.size() > 2 ? 56 : 88);
    const float widest = lines.empty() ? 1 : lay_out_plain(ui.fonts(), "000 000 000", style).width;
    style.px = std::min(style.px, style.px * width / widest);
    return style;
}

std::string title_of(const Ui& ui, const GuidedView& view) {
    return view.title.empty() ? ui.say("guided.title") : escaped(view.title);
}

/// One lesson of the plan, in a row: done, present or to come.
float lesson_row(Ui& ui, Point at, float width, const GuidedView& view, std::size_t index, bool& pressed, bool can) {
    const bool is_present = index == view.at;
    const bool is_done = index < view.at;
    const float pad = ui.sized(14);
    const float size = ui.sized(30);
    const TextStyle style = style_of(ui, Type::lead, is_present ? ui.theme().ink : ui.theme().soft_ink, is_present);
    const float words = width - size - 3 * pad;
    const float high = std::max(ui.sized(target_size), paragraph_height(ui, words, view.lessons[index], style) + pad);
    const Rect rect{at.x, at.y, width, high};
    if (can) {
        pressed = card(ui, "plan/" + std::to_string(index), rect, is_present).pressed;
    } else if (is_present) {
        ui.picture().fill(rect, ui.theme().chosen, ui.px(corner));
    }
    if (is_done) {
        icon(ui, "icon-check", {at.x + pad, at.y + (high - size) / 2, size, size}, ui.theme().good);
    } else {
        const TextBlock number = lay_out_plain(ui.fonts(), std::to_string(index + 1), style);
        draw(ui.picture(), number, {at.x + pad + (size - number.width) / 2, at.y + (high - number.height) / 2});
    }
    const TextBlock title = lay_out(ui.fonts(), view.lessons[index], style, words);
    draw(ui.picture(), title, {at.x + size + 2 * pad, at.y + (high - title.height) / 2});
    return high;
}

/// All lessons; gives the one that was pressed, or their number.
std::size_t lesson_rows(Ui& ui, float x, float& y, float width, const GuidedView& view, bool can) {
    std::size_t chosen = view.lessons.size();
    for (std::size_t i = 0; i < view.lessons.size(); ++i) {
        bool pressed = false;
        y += lesson_row(ui, {x, y}, width, view, i, pressed, can) + ui.px(8);
        chosen = pressed ? i : chosen;
    }
    return chosen;
}

/// Under what conditions all of them are played, and the stick.
void conditions(Ui& ui, float x, float& y, float width, const GuidedPage& page, const GuidedView& view,
                Intents& intents) {
    y += ui.px(8);
    y += paragraph(ui, {x, y}, width, view.conditions, style_of(ui, Type::body, ui.theme().soft_ink)) + ui.px(gap);
    if (view.has_stick) {
        const Label label{"icon-stick", ui.say("guided.copy")};
        const float wide = std::min(width, button_width(ui, label));
        if (button(ui, "guided/copy", {x, y, wide, button_height(ui)}, label)) {
            intents.emplace_back(CopyPlan{});
        }
        y += button_height(ui) + ui.px(gap);
    }
    if (!page.said.empty()) {
        y += bubble(ui, {x, y}, width, page.said, BubbleKind::hint) + ui.px(gap);
    }
}

void header(Ui& ui, GuidedPage& page, Intents& intents) {
    const float sign = program_sign(ui);
    float right = ui.window().w - ui.px(wide_gap);
    Label end{"icon-leave", ui.say("guided.end")};
    Label compose{"icon-plus", ui.say("guided.compose")};
    Label settings{"icon-settings", ui.say("settings.open")};
    const auto width_of = [&](const Label& label) { return button_width(ui, label, ButtonKind::quiet); };
    if (sign + width_of(end) + width_of(compose) + width_of(settings) + ui.px(32) > right) {
        compose.text.clear();
        settings.text.clear();
    }
    const auto offer = [&](std::string_view id, const Label& label) {
        const float width = width_of(label);
        right -= width;
        const Rect rect{right, ui.px(gap), width, button_height(ui)};
        right -= ui.px(8);
        return button(ui, id, rect, label, ButtonKind::quiet);
    };
    if (offer("guided/end", end)) {
        intents.emplace_back(EndLeading{});
    }
    if (offer("guided/compose", compose)) {
        intents.emplace_back(ComposePlan{});
    }
    settings_button(ui, {right, ui.px(gap)}, settings, page.settings);
}

/// The one thing to do next.
void way_on(Ui& ui, const Rect& rect, const GuidedView& view, Intents& intents) {
    const bool is_over = view.at >= view.lessons.size();
    const Label label{is_over ? "icon-check" : "icon-play", ui.say(is_over        ? "guided.finish"
                                                                   : view.at == 0 ? "guided.start"
                                                                                  : "guided.next-lesson")};
    // The trainer's key works wherever the focus is; one that is still held from the lesson before does not.
    const auto* key = std::get_if<KeyPressed>(&ui.input());
    const bool is_held = key != nullptr && key->repeated;
    if (button(ui, "guided/on", rect, label, ButtonKind::primary) || (!is_held && ui.take_key("PageDown"))) {
        if (is_over) {
            intents.emplace_back(EndLeading{});
        } else {
            intents.emplace_back(LeadLesson{view.at});
        }
    }
}

/// The code, and what to do with it.
void code_side(Ui& ui, const Rect& room, GuidedPage& page, const GuidedView& view) {
    ScrollArea area(ui, "guided/code", room, page.code);
    const float width = area.width();
    const TextStyle lead = style_of(ui, Type::lead);
    float y = area.top();
    y += paragraph(ui, {room.x, y}, width, ui.say("guided.code.title"), lead) + ui.px(8);
    y += large_code(ui, {room.x, y}, width, view.code) + ui.px(8);
    y += paragraph(ui, {room.x, y}, width, ui.say("guided.code.about"), lead) + ui.px(gap);
    area.finish(y);
}

} // namespace

float large_code(Ui& ui, Point at, float width, const std::string& code) {
    const std::vector<std::string> lines = lines_of(code);
    const TextStyle style = code_style(ui, width, lines);
    const float high = style.px * style.line_height;
    const float whole = high * static_cast<float>(lines.size());
    ui.note_place("guided/code/" + code, {at.x, at.y, width, whole});
    for (std::size_t i = 0; i < lines.size(); ++i) {
        draw(ui.picture(), lay_out_plain(ui.fonts(), lines[i], style), {at.x, at.y + high * static_cast<float>(i)});
    }
    return whole;
}

void show(Ui& ui, GuidedPage& page, const GuidedView& view, Intents& intents) {
    ui.set_enabled(!page.settings.open);
    header(ui, page, intents);
    const float margin = ui.px(wide_gap);
    const float top = header_height(ui);
    const float bottom = ui.window().h - margin;
    const float left_width = (ui.window().w - 3 * margin) * 0.46F;
    const Rect left{margin, top, left_width, bottom - top};
    const Rect right{left.right() + margin, top, ui.window().w - left_width - 3 * margin, bottom - top};
    panel(ui, left);
    panel(ui, right);
    const Rect plan = left.inset(margin);
    const bool is_over = view.at >= view.lessons.size();
    const TextStyle title = style_of(ui, Type::title);
    {
        ScrollArea area(ui, "guided/lessons", plan, page.lessons);
        float y = area.top();
        y += paragraph(ui, {plan.x, y}, area.width(), is_over ? ui.say("guided.over") : title_of(ui, view), title) +
             ui.px(gap);
        const std::size_t chosen = lesson_rows(ui, plan.x, y, area.width(), view, true);
        if (chosen < view.lessons.size()) {
            intents.emplace_back(LeadLesson{chosen});
        }
        conditions(ui, plan.x, y, area.width(), page, view, intents);
        area.finish(y);
    }
    const Rect inside = right.inset(margin);
    const float high = ui.sized(64);
    const float key_high = ui.sized(40);
    code_side(ui, {inside.x, inside.y, inside.w, inside.h - high - key_high - ui.px(12)}, page, view);
    way_on(ui, {inside.x, inside.bottom() - high - key_high, inside.w, high}, view, intents);
    const TextStyle soft = style_of(ui, Type::small, ui.theme().soft_ink, false, Align::centre);
    paragraph(ui, {inside.x, inside.bottom() - key_high + ui.px(8)}, inside.w, ui.say("guided.key"), soft);
    settings_dialog(ui, page.settings, view.settings, intents);
}

void plan_dialog(Ui& ui, PlanDialog& dialog, const GuidedView& view) {
    if (!dialog.open) {
        return;
    }
    ui.set_enabled(true);
    ui.picture().fill(ui.window(), ui.theme().veil);
    const float pad = ui.px(wide_gap);
    const float width = std::min(ui.sized(900), ui.window().w - 2 * ui.px(gap));
    const float chrome = 2 * pad + button_height(ui) + ui.px(gap);
    const float height = std::min(ui.window().h - 2 * ui.px(gap), dialog.scrolled.content_height + chrome);
    const Rect rect{(ui.window().w - width) / 2, (ui.window().h - height) / 2, width, height};
    panel(ui, rect);
    const Rect body{rect.x + pad, rect.y + pad, rect.w - 2 * pad, rect.h - chrome};
    {
        ScrollArea area(ui, "plan/area", body, dialog.scrolled);
        float y = area.top();
        y += paragraph(ui, {body.x, y}, area.width(), ui.say("guided.code.title"), style_of(ui, Type::lead));
        y += large_code(ui, {body.x, y}, area.width(), view.code) + ui.px(gap);
        y += paragraph(ui, {body.x, y}, area.width(), title_of(ui, view), style_of(ui, Type::lead)) + ui.px(8);
        lesson_rows(ui, body.x, y, area.width(), view, false);
        area.finish(y);
    }
    const Label close{"icon-check", ui.say("guided.close")};
    const float close_width = button_width(ui, close, ButtonKind::primary);
    const Rect place{rect.right() - pad - close_width, rect.bottom() - pad - button_height(ui), close_width,
                     button_height(ui)};
    if (button(ui, "plan/close", place, close, ButtonKind::primary) || ui.take_key("Escape")) {
        dialog.open = false;
        ui.focus("stage");
        ui.wake_in(0);
    }
}

} // namespace screen
