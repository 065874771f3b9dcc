// Who it is at the top, then one of four leaves.
#include "screen/pages/learner.h"

#include "screen/pages/header.h"
#include "screen/widgets.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace screen {

namespace {

struct Tab {
    LearnerTab tab;
    std::string_view message;
};
constexpr std::array tabs{
    Tab{LearnerTab::levels, "learner.tab.levels"}, Tab{LearnerTab::measures, "learner.tab.measures"},
    Tab{LearnerTab::reached, "learner.tab.reached"}, Tab{LearnerTab::sessions, "learner.tab.sessions"}};

void header(Ui& ui, LearnerPage& page, const LearnerPageView& view, Intents& intents) {
    const float size = button_height(ui);
    const float margin = ui.px(wide_gap);
    const float right = ui.window().w - margin;
    Label back{"icon-back", ui.say("learner.back")};
    const float back_width = button_width(ui, back);
    if (button(ui, "back", {margin, ui.px(gap), back_width, size}, back) ||
        (!page.settings.open && ui.take_key("Escape"))) {
        intents.emplace_back(OpenBoard{});
    }
    settings_button(ui, {right, ui.px(gap)}, {"icon-settings", {}}, page.settings);
    const float left = margin + back_width + ui.px(gap);
    art(ui, view.picture.empty() ? "cuckoo" : view.picture, {left, ui.px(gap), size, size});
    const float words = left + size + ui.px(14);
    const std::string name = view.name.empty() ? ui.say("board.nameless") : view.name;
    const std::string title = view.group.empty() ? name : name + " · " + view.group;
    const TextBlock block = lay_out_short(ui.fonts(), title, style_of(ui, Type::lead, ui.theme().ink, true),
                                          right - button_height(ui) - ui.px(gap) - words);
    draw(ui.picture(), block, {words, ui.px(gap) + (size - block.height) / 2});
}

float tab_row(Ui& ui, const Rect& room, LearnerPage& page) {
    float x = room.x;
    float y = room.y;
    for (const Tab& one : tabs) {
        const Label label{"", ui.say(one.message)};
        const float width = std::min(room.w, button_width(ui, label, ButtonKind::primary));
        if (x > room.x && x + width > room.right()) {
            x = room.x;
            y += button_height(ui) + ui.px(8);
        }
        if (choice(ui, one.message, {x, y, width, button_height(ui)}, label, page.tab == one.tab)) {
            page.tab = one.tab;
            page.scrolled = {};
            ui.wake_in(0);
        }
        x += width + ui.px(8);
    }
    return y + button_height(ui) - room.y;
}

// --- Leaves ---------------------------------------------------------------------------------------------------------

float levels(Ui& ui, float x, float y, float width, const LearnerPageView& view) {
    const TextStyle strong = style_of(ui, Type::body, ui.theme().ink, true);
    const TextStyle soft = style_of(ui, Type::small, ui.theme().soft_ink);
    const float pad = ui.px(14);
    const float steps = ui.sized(74);
    const int columns = width >= ui.sized(1000) ? 2 : 1;
    const float each = (width - ui.px(gap) * static_cast<float>(columns - 1)) / static_cast<float>(columns);
    const float words = each - steps - 3 * pad;
    const auto height_of = [&](const SkillLine& skill) {
        return std::max(ui.sized(48), paragraph_height(ui, words, skill.name, strong) +
                                          paragraph_height(ui, words, skill.reason, soft)) +
               2 * pad;
    };
    for (std::size_t i = 0; i < view.skills.size(); i += static_cast<std::size_t>(columns)) {
        float height = 0;
        const std::size_t end = std::min(view.skills.size(), i + static_cast<std::size_t>(columns));
        for (std::size_t j = i; j < end; ++j) {
            height = std::max(height, height_of(view.skills[j]));
        }
        for (std::size_t j = i; j < end; ++j) {
            const SkillLine& skill = view.skills[j];
            const Rect rect{x + static_cast<float>(j - i) * (each + ui.px(gap)), y, each, height};
            ui.note_place("skill/" + skill.id, rect);
            panel(ui, rect);
            level_steps(ui, {rect.x + pad, rect.y + (height - ui.sized(44)) / 2, steps, ui.sized(44)}, skill.cell);
            const float left = rect.x + steps + 2 * pad;
            const float top = rect.y + pad;
            const float high = paragraph(ui, {left, top}, words, skill.name, strong);
            paragraph(ui, {left, top + high}, words, skill.reason, soft);
        }
        y += height + ui.px(12);
    }
    return y;
}

/// One block a step: full, half full or hollow.
void help_blocks(Ui& ui, const Rect& rect, const HelpLine& line) {
    const int count = line.alone + line.hints + line.shown;
    const float pitch = std::min(ui.sized(30), rect.w / static_cast<float>(std::max(count, 1)));
    const float size = pitch * 0.8F;
    for (int i = 0; i < count; ++i) {
        const Rect block{rect.x + pitch * static_cast<float>(i), rect.y + (rect.h - size) / 2, size, size};
        const float radius = ui.px(3);
        const float edge = std::max(2.0F, ui.px(2));
        if (i < line.alone) {
            ui.picture().fill(block, ui.theme().good, radius);
        } else {
            ui.picture().outline(block, edge, ui.theme().soft_ink, radius);
            if (i < line.alone + line.hints) {
                ui.picture().fill({block.x, block.y + block.h / 2, block.w, block.h / 2}, ui.theme().soft_ink, radius);
            }
        }
    }
}

float help_legend(Ui& ui, float x, float y, float width) {
    const TextStyle soft = style_of(ui, Type::small, ui.theme().soft_ink);
    const float size = ui.sized(30);
    float left = x;
    const std::array<std::pair<HelpLine, std::string_view>, 3> all{{{{"", 1, 0, 0}, "learner.help.alone"},
                                                                    {{"", 0, 1, 0}, "learner.help.hints"},
                                                                    {{"", 0, 0, 1}, "learner.help.shown"}}};
    for (const auto& [line, message] : all) {
        const TextBlock words = lay_out(ui.fonts(), ui.say(message), soft);
        if (left > x && left + size + ui.px(6) + words.width > x + width) {
            left = x;
            y += size + ui.px(4);
        }
        help_blocks(ui, {left, y, size, size}, line);
        draw(ui.picture(), words, {left + size + ui.px(4), y + (size - words.height) / 2});
        left += size + words.width + ui.px(wide_gap);
    }
    return y + size + ui.px(8);
}

float help(Ui& ui, float x, float y, float width, const LearnerPageView& view) {
    const TextStyle strong = style_of(ui, Type::lead, ui.theme().ink, true);
    ui.note_place("plot/help", {x, y, width, ui.px(gap)});
    y += paragraph(ui, {x, y}, width, ui.say("learner.help.title"), strong) + ui.px(4);
    if (!view.help.empty()) {
        y = help_legend(ui, x, y, width);
    }
    const TextStyle body = style_of(ui, Type::small);
    const float titles = width * 0.52F;
    const float height = ui.sized(38);
    for (const HelpLine& line : view.help) {
        const TextBlock words = lay_out_short(ui.fonts(), line.title, body, titles - ui.px(gap));
        draw(ui.picture(), words, {x, y + (height - words.height) / 2});
        help_blocks(ui, {x + titles, y, width - titles, height}, line);
        y += height;
    }
    return y + ui.px(6) + paragraph(ui, {x, y + ui.px(6)}, width, view.help_said, style_of(ui, Type::body));
}

float help_height(Ui& ui, float width, const LearnerPageView& view) {
    const float legend = view.help.empty() ? 0 : 2 * ui.sized(34) + ui.px(8);
    return paragraph_height(ui, width, ui.say("learner.help.title"), style_of(ui, Type::lead)) + legend +
           static_cast<float>(view.help.size()) * ui.sized(38) +
           paragraph_height(ui, width, view.help_said, style_of(ui, Type::body)) + ui.px(16);
}

/// Plots in one column, or in two where there is room; the help last.
float measures(Ui& ui, float x, float y, float width, const LearnerPageView& view) {
    const int columns = width >= ui.sized(1000) ? 2 : 1;
    const float each = (width - ui.px(gap) * static_cast<float>(columns - 1)) / static_cast<float>(columns);
    const float pad = ui.px(20);
    const float inner = each - 2 * pad;
    const std::size_t count = view.plots.size() + 1;
    const auto height_of = [&](std::size_t i) {
        return i < view.plots.size() ? plot_height(ui, inner, view.plots[i]) : help_height(ui, inner, view);
    };
    for (std::size_t i = 0; i < count; i += static_cast<std::size_t>(columns)) {
        const std::size_t end = std::min(count, i + static_cast<std::size_t>(columns));
        float height = 0;
        for (std::size_t j = i; j < end; ++j) {
            height = std::max(height, height_of(j) + 2 * pad);
        }
        for (std::size_t j = i; j < end; ++j) {
            const Rect rect{x + static_cast<float>(j - i) * (each + ui.px(gap)), y, each, height};
            panel(ui, rect);
            if (j < view.plots.size()) {
                plot(ui, {rect.x + pad, rect.y + pad}, inner, view.plots[j]);
            } else {
                help(ui, rect.x + pad, rect.y + pad, inner, view);
            }
        }
        y += height + ui.px(gap);
    }
    return y;
}

float reached(Ui& ui, float x, float y, float width, const LearnerPageView& view) {
    const TextStyle body = style_of(ui, Type::body);
    const TextStyle soft = style_of(ui, Type::small, ui.theme().soft_ink);
    if (view.can_do.empty()) {
        return y + paragraph(ui, {x, y}, width, ui.say("learner.reached.none"), body);
    }
    const float size = ui.sized(30);
    for (const CanDoLine& line : view.can_do) {
        const TextBlock date = lay_out(ui.fonts(), line.date, soft);
        const float room = width - size - date.width - 3 * ui.px(gap);
        icon(ui, "icon-check", {x, y, size, size}, ui.theme().good);
        const float high = paragraph(ui, {x + size + ui.px(gap), y}, room, line.text, body);
        draw(ui.picture(), date, {x + width - date.width, y});
        y += std::max(high, size) + ui.px(10);
    }
    return y;
}

float sessions(Ui& ui, float x, float y, float width, const LearnerPageView& view, Intents& intents) {
    const TextStyle body = style_of(ui, Type::body);
    y +=
        paragraph(ui, {x, y}, width, ui.say(view.sessions.empty() ? "learner.sessions.none" : "learner.sessions.about"),
                  style_of(ui, Type::body, ui.theme().soft_ink)) +
        ui.px(gap);
    const Label label{"icon-play", ui.say("learner.sessions.open")};
    const float wide = button_width(ui, label);
    const float high = button_height(ui);
    for (const SessionLine& line : view.sessions) {
        const Rect place{x + width - wide, y, wide, high};
        if (button(ui, "session/" + line.file.filename().string(), place, label)) {
            intents.emplace_back(OpenRecording{line.file});
        }
        const TextBlock date = lay_out(ui.fonts(), line.date, style_of(ui, Type::small, ui.theme().soft_ink));
        const float room = width - wide - 2 * ui.px(gap);
        const bool beside = date.width < room * 0.5F;
        const TextBlock title =
            lay_out_short(ui.fonts(), line.title, body, beside ? room - date.width - ui.px(gap) : room);
        if (beside) {
            draw(ui.picture(), title, {x, y + (high - title.height) / 2});
            draw(ui.picture(), date, {place.x - ui.px(gap) - date.width, y + (high - date.height) / 2});
        } else {
            draw(ui.picture(), title, {x, y + (high - title.height - date.height) / 2});
            draw(ui.picture(), date, {x, y + (high + title.height - date.height) / 2});
        }
        y += high + ui.px(10);
    }
    return y;
}

float leaf(Ui& ui, float x, float y, float width, const LearnerPage& page, const LearnerPageView& view,
           Intents& intents) {
    switch (page.tab) {
    case LearnerTab::levels:
        return levels(ui, x, y, width, view);
    case LearnerTab::measures:
        return measures(ui, x, y, width, view);
    case LearnerTab::reached:
        return reached(ui, x, y, width, view);
    case LearnerTab::sessions:
        return sessions(ui, x, y, width, view, intents);
    }
    return y;
}

} // namespace

void show(Ui& ui, LearnerPage& page, const LearnerPageView& view, const SettingsView& settings, Intents& intents) {
    ui.set_enabled(!page.settings.open);
    header(ui, page, view, intents);
    const float margin = ui.px(wide_gap);
    const float top = header_height(ui) - ui.px(6);
    const Rect room{margin, top, ui.window().w - 2 * margin, ui.window().h - top - ui.px(10)};
    {
        ScrollArea area(ui, "learner", room, page.scrolled);
        const float width = area.width();
        float y = area.top() + ui.px(4);
        y += paragraph(ui, {room.x, y}, width, view.visits, style_of(ui, Type::body, ui.theme().soft_ink)) + ui.px(10);
        if (!view.said.empty()) {
            ui.note_place("said", {room.x, y, width, ui.px(gap)});
            y += bubble(ui, {room.x, y}, width, view.said, BubbleKind::hint) + ui.px(12);
        }
        if (!view.need.empty()) {
            y += bubble(ui, {room.x, y}, width, view.need, BubbleKind::care) + ui.px(12);
        }
        y += tab_row(ui, {room.x, y, width, 0}, page) + ui.px(gap);
        y = leaf(ui, room.x, y, width, page, view, intents);
        area.finish(y + ui.px(8));
    }
    settings_dialog(ui, page.settings, settings, intents);
}

} // namespace screen
