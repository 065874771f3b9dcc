// The path: the way on in a large card, then a row of cards a module.
#include "screen/pages/path.h"

#include "screen/pages/header.h"
#include "screen/widgets.h"

#include <algorithm>

namespace screen {

namespace {

std::string title_of(Ui& ui, const PathView& view) {
    if (view.learner.id.empty()) {
        return ui.say("path.hello.guest");
    }
    return view.learner.name.empty() ? ui.say("path.hello.nameless")
                                     : ui.say({"path.hello.named", {{"name", view.learner.name}}});
}

void header(Ui& ui, PathPage& page, const PathView& view, Intents& intents) {
    const float size = button_height(ui);
    const float margin = ui.px(wide_gap);
    art(ui, view.learner.picture.empty() ? "coucou" : view.learner.picture, {margin, ui.px(gap), size, size});
    Label leave{"icon-person", ui.say("path.change")};
    Label record{"icon-book", ui.say("record.open")};
    Label settings{"icon-settings", ui.say("settings.open")};
    const TextStyle strong = style_of(ui, Type::lead, ui.theme().ink, true);
    const float left = margin + size + ui.px(14);
    const float wanted = lay_out(ui.fonts(), title_of(ui, view), strong).width;
    const auto fits = [&] {
        const float all = button_width(ui, leave, ButtonKind::quiet) + button_width(ui, settings, ButtonKind::quiet) +
                          button_width(ui, record) + ui.px(16);
        return left + wanted + all + ui.px(24) <= ui.window().w - margin;
    };
    for (Label* label : {&settings, &leave, &record}) {
        if (!fits()) {
            label->text.clear();
        }
    }
    const float leave_width = button_width(ui, leave, ButtonKind::quiet);
    const float settings_width = button_width(ui, settings, ButtonKind::quiet);
    const float record_width = button_width(ui, record);
    const float right = ui.window().w - margin;
    if (button(ui, "change", {right - leave_width, ui.px(gap), leave_width, size}, leave, ButtonKind::quiet)) {
        intents.emplace_back(ChangePerson{});
    }
    settings_button(ui, {right - leave_width - ui.px(8), ui.px(gap)}, settings, page.settings);
    const float record_left = right - leave_width - settings_width - record_width - ui.px(16);
    if (button(ui, "record", {record_left, ui.px(gap), record_width, size}, record)) {
        intents.emplace_back(RecordWish::open_record);
    }
    const float room = record_left - ui.px(16) - left;
    const TextBlock hello = lay_out_short(ui.fonts(), title_of(ui, view), strong, room);
    draw(ui.picture(), hello, {left, ui.px(gap) + (size - hello.height) / 2});
}

const LessonView* recommended(const PathView& view) {
    for (const ModuleView& module : view.modules) {
        const auto found = std::ranges::find(module.lessons, view.recommended, &LessonView::id);
        if (found != module.lessons.end()) {
            return &*found;
        }
    }
    return nullptr;
}

float way_on(Ui& ui, float x, float y, float width, const PathView& view, Intents& intents) {
    const LessonView* next = recommended(view);
    const float pad = ui.px(wide_gap);
    const float size = ui.sized(150);
    const float left = x + pad + size + pad;
    const float words = x + width - pad - left;
    const TextStyle soft = style_of(ui, Type::body, ui.theme().soft_ink);
    const TextStyle strong = style_of(ui, Type::title);
    const bool goes_on = next != nullptr && next->state == LessonState::under_way;
    const bool empty = view.modules.empty();
    const std::string above = next == nullptr ? ui.say(empty ? "path.on.none" : "path.on.done")
                                              : ui.say(goes_on ? "path.on.go-on" : "path.on.next");
    const std::string title =
        next == nullptr ? ui.say(empty ? "path.on.none-title" : "path.on.done-title") : next->title;
    const float text_height = paragraph_height(ui, words, above, soft) + paragraph_height(ui, words, title, strong);
    const float button_space = next == nullptr ? 0 : ui.sized(60) + ui.px(gap);
    const float height = std::max(size, text_height + button_space) + 2 * ui.px(22);
    const Rect rect{x, y, width, height};
    panel(ui, rect);
    art(ui,
        next != nullptr ? next->picture
        : empty         ? "cuckoo-sorry"
                        : "cuckoo-happy",
        {x + pad, y + (height - size) / 2, size, size});
    float line = y + (height - text_height - button_space) / 2;
    line += paragraph(ui, {left, line}, words, above, soft);
    line += paragraph(ui, {left, line}, words, title, strong) + ui.px(gap);
    if (next != nullptr) {
        const Label label{"icon-play", ui.say(goes_on ? "path.button.go-on" : "path.button.start")};
        const float wide = std::min(words, button_width(ui, label, ButtonKind::primary) + ui.px(40));
        if (button(ui, "go-on", {left, line, wide, ui.sized(60)}, label, ButtonKind::primary)) {
            intents.emplace_back(OpenLesson{next->id});
        }
    }
    return rect.bottom();
}

void state_line(Ui& ui, const LessonView& lesson, Point at, float width) {
    const Theme& theme = ui.theme();
    const float size = ui.sized(24);
    const bool known = lesson.state == LessonState::known;
    const bool done = lesson.state == LessonState::done || known;
    const bool under_way = lesson.state == LessonState::under_way;
    const Colour colour = done ? theme.good : theme.soft_ink;
    const std::string_view name = done ? "icon-check" : under_way ? "icon-play" : "icon-clock";
    const std::string words = known  ? ui.say("path.state.known")
                              : done ? ui.say("path.state.done")
                              : under_way
                                  ? ui.say("path.state.under-way")
                                  : ui.say({"path.state.minutes", {{"minutes", std::to_string(lesson.minutes)}}});
    icon(ui, name, {at.x, at.y + ui.sized(4), size, size}, colour);
    const TextBlock text = lay_out_short(ui.fonts(), words, style_of(ui, Type::small, colour), width - size - ui.px(8));
    draw(ui.picture(), text, {at.x + size + ui.px(8), at.y});
}

void lesson_card(Ui& ui, const Rect& rect, const LessonView& lesson, Intents& intents) {
    if (card(ui, "lesson/" + lesson.id, rect).pressed) {
        intents.emplace_back(OpenLesson{lesson.id});
    }
    const float pad = ui.px(14);
    const float size = std::min(rect.h - 2 * pad, ui.sized(84));
    art(ui, lesson.picture, {rect.x + pad, rect.y + (rect.h - size) / 2, size, size});
    const float left = rect.x + size + 2 * pad;
    const float width = rect.right() - pad - left;
    const TextStyle strong = style_of(ui, Type::body, ui.theme().ink, true);
    const float title_height = paragraph_height(ui, width, lesson.title, strong);
    const float state_height = ui.sized(text_small * 1.4F);
    float y = rect.y + (rect.h - title_height - state_height) / 2;
    y += paragraph(ui, {left, y}, width, lesson.title, strong);
    state_line(ui, lesson, {left, y}, width);
}

float card_height(Ui& ui, float width, const ModuleView& module) {
    const TextStyle strong = style_of(ui, Type::body, ui.theme().ink, true);
    float most = ui.sized(84);
    for (const LessonView& lesson : module.lessons) {
        const float words = width - ui.sized(84) - 3 * ui.px(14);
        most = std::max(most, paragraph_height(ui, words, lesson.title, strong) + ui.sized(text_small * 1.4F));
    }
    return most + 2 * ui.px(14);
}

/// Room around the leaves that can be touched, points: no more than the area beside the cards that is drawn on.
constexpr float level_pad = 10;

/// Four leaves, as many filled as the level says, and its name; touched, it says why. Gives its height, px.
float level_row(Ui& ui, Point at, float width, const ModuleView& module, PathPage& page) {
    const LevelView& level = *module.level;
    const float high = button_height(ui);
    const float leaf = ui.sized(26);
    const float pad = ui.px(level_pad);
    const TextStyle style = style_of(ui, Type::small, ui.theme().ink);
    const std::string refresh = level.is_to_refresh ? ui.say("levels.refresh") : std::string();
    const float sign = level.is_to_refresh ? leaf + ui.px(28) : 0;
    const float leaves = 4 * (leaf + ui.px(4)) + ui.px(10);
    const float refresh_width = lay_out(ui.fonts(), refresh, style).width + sign;
    const TextBlock name = lay_out_short(ui.fonts(), level.named, style, width - leaves - refresh_width - 2 * pad);
    const Rect rect{at.x, at.y, leaves + name.width + refresh_width + 2 * pad, high};
    const Touch touch = ui.touch("level/" + module.id, rect);
    if (touch.hovered) {
        ui.picture().fill(rect, touch.held ? ui.theme().surface_pressed : ui.theme().surface_hover, ui.px(corner));
    }
    float x = at.x + pad;
    const float middle = at.y + high / 2;
    for (int i = 1; i <= 4; ++i) {
        icon(ui, i <= level.level ? "icon-leaf" : "icon-leaf-empty", {x, middle - leaf / 2, leaf, leaf},
             i <= level.level ? ui.theme().good : ui.theme().soft_ink);
        x += leaf + ui.px(4);
    }
    x += ui.px(10);
    draw(ui.picture(), name, {x, middle - name.height / 2});
    if (level.is_to_refresh) {
        x += name.width + ui.px(20);
        icon(ui, "icon-again", {x, middle - leaf / 2, leaf, leaf}, ui.theme().primary);
        const TextBlock words = lay_out(ui.fonts(), refresh, style);
        draw(ui.picture(), words, {x + leaf + ui.px(8), middle - words.height / 2});
    }
    if (touch.ring) {
        focus_ring(ui, rect, ui.px(corner));
    }
    const bool is_open = page.opened_level == module.id;
    const float most = std::min(width - pad, ui.sized(900));
    if (touch.pressed) {
        page.opened_level = is_open ? std::string() : module.id;
        const float bottom = at.y + high + ui.px(6) + bubble_height(ui, most, level.why);
        // What is opened is brought into view.
        page.scrolled.offset += is_open ? 0 : std::max(0.0F, bottom + ui.px(wide_gap) - ui.window().h);
        ui.wake_in(0);
    }
    if (!is_open && !touch.ring) {
        return high;
    }
    return high + ui.px(6) + bubble(ui, {at.x + pad, at.y + high + ui.px(6)}, most, level.why, BubbleKind::hint);
}

float module_rows(Ui& ui, PathPage& page, float x, float y, float width, const ModuleView& module, Intents& intents) {
    const auto done = std::ranges::count(module.lessons, LessonState::done, &LessonView::state);
    const std::string count =
        ui.say({"path.module.count", {{"done", std::to_string(done)}, {"all", std::to_string(module.lessons.size())}}});
    const TextStyle soft = style_of(ui, Type::body, ui.theme().soft_ink);
    const TextBlock count_text = lay_out(ui.fonts(), count, soft);
    const float bar = ui.sized(160);
    const float title_width = width - count_text.width - bar - ui.px(48);
    const float height =
        paragraph(ui, {x, y}, title_width, module.title, style_of(ui, Type::lead, ui.theme().ink, true));
    const float middle = y + height / 2;
    draw(ui.picture(), count_text, {x + width - count_text.width, middle - count_text.height / 2});
    progress_bar(ui, {x + width - count_text.width - bar - ui.px(16), middle - ui.px(6), bar, ui.px(12)},
                 module.lessons.empty() ? 0 : static_cast<float>(done) / static_cast<float>(module.lessons.size()));
    y += height;
    y += module.about.empty() ? 0 : paragraph(ui, {x, y}, width, module.about, soft);
    if (module.level) {
        // The leaves stand under the title, whatever room the touch takes around them.
        y += level_row(ui, {x - ui.px(level_pad), y}, width, module, page);
    }
    y += ui.px(12);
    const float least = ui.sized(330);
    const int columns = std::clamp(static_cast<int>((width + ui.px(gap)) / (least + ui.px(gap))), 1, 4);
    const float each = (width - ui.px(gap) * static_cast<float>(columns - 1)) / static_cast<float>(columns);
    const float high = card_height(ui, each, module);
    for (std::size_t i = 0; i < module.lessons.size(); ++i) {
        const auto column = static_cast<float>(i % static_cast<std::size_t>(columns));
        const auto row = static_cast<float>(i / static_cast<std::size_t>(columns));
        lesson_card(ui, {x + column * (each + ui.px(gap)), y + row * (high + ui.px(gap)), each, high},
                    module.lessons[i], intents);
    }
    const std::size_t rows =
        (module.lessons.size() + static_cast<std::size_t>(columns) - 1) / static_cast<std::size_t>(columns);
    return y + static_cast<float>(rows) * (high + ui.px(gap));
}

float footer(Ui& ui, float x, float y, float width, const PathView& view, Intents& intents) {
    for (const std::string& notice : view.notices) {
        y += bubble(ui, {x, y}, width, notice, BubbleKind::care) + ui.px(gap);
    }
    if (view.left_out > 0) {
        const Label label{"icon-warning", ui.say({"path.left-out", {{"count", std::to_string(view.left_out)}}})};
        const float wide = std::min(width, button_width(ui, label));
        if (button(ui, "left-out", {x, y, wide, button_height(ui)}, label)) {
            intents.emplace_back(ShowLeftOut{});
        }
        y += button_height(ui) + ui.px(gap);
    }
    return y;
}

} // namespace

void show(Ui& ui, PathPage& page, const PathView& view, Intents& intents) {
    ui.set_enabled(!page.settings.open);
    header(ui, page, view, intents);
    const float margin = ui.px(wide_gap);
    const float top = header_height(ui);
    const float most_width = ui.px(1500);
    const float width = std::min(ui.window().w - 2 * margin, most_width);
    const Rect room{(ui.window().w - width) / 2, top, width, ui.window().h - top - ui.px(12)};
    {
        ScrollArea area(ui, "path", room, page.scrolled);
        float y = area.top() + ui.px(8);
        y = way_on(ui, room.x, y, area.width(), view, intents) + margin;
        for (const ModuleView& module : view.modules) {
            y = module_rows(ui, page, room.x, y, area.width(), module, intents) + ui.px(gap);
        }
        y = footer(ui, room.x, y, area.width(), view, intents);
        area.finish(y + ui.px(8));
    }
    settings_dialog(ui, page.settings, view.settings, intents);
}

} // namespace screen
