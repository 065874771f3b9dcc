// Putting a plan together: all lessons at the left, the plan at the right, its code and what to do with it below.
#include "screen/pages/compose.h"

#include "screen/pages/header.h"
#include "screen/text_field.h"
#include "screen/widgets.h"

#include <algorithm>
#include <array>

namespace screen {

namespace {

constexpr std::size_t longest_title = 80; // bytes

/// The title of a lesson, or its id where the lesson is not there.
std::string title_of(const ComposeView& view, const std::string& id) {
    for (const ModuleView& module : view.modules) {
        const auto found = std::ranges::find(module.lessons, id, &LessonView::id);
        if (found != module.lessons.end()) {
            return found->title;
        }
    }
    return id;
}

// --- At the left ----------------------------------------------------------------------------------------------------

void open_plans(Ui& ui, float x, float& y, float width, ComposePage& page, const ComposeView& view) {
    if (view.plans.empty()) {
        return;
    }
    y += paragraph(ui, {x, y}, width, ui.say("compose.plans"), style_of(ui, Type::body, ui.theme().ink, true)) +
         ui.px(6);
    float left = x;
    for (const PlanView& plan : view.plans) {
        const Label label{"", plan.title};
        const float wide = std::min(button_width(ui, label), width);
        if (left > x && left + wide > x + width) {
            left = x;
            y += button_height(ui) + ui.px(8);
        }
        if (choice(ui, "open/" + plan.name, {left, y, wide, button_height(ui)}, label, page.plan == plan.plan)) {
            const Scrolled lessons = page.lessons;
            page = compose_page(plan.plan);
            page.lessons = lessons;
            ui.wake_in(0);
        }
        left += wide + ui.px(8);
    }
    y += button_height(ui) + ui.px(wide_gap);
}

/// A lesson that can be picked, with a box that is ticked where it is in the plan.
float pick_row(Ui& ui, Point at, float width, ComposePage& page, const LessonView& lesson) {
    std::vector<std::string>& lessons = page.plan.lessons;
    const auto place = std::ranges::find(lessons, lesson.id);
    const bool is_in = place != lessons.end();
    const float size = ui.sized(30);
    const float pad = ui.sized(12);
    const TextStyle style = style_of(ui, Type::body, ui.theme().ink, is_in);
    const float words = width - size - 3 * pad;
    const float high = std::max(button_height(ui), paragraph_height(ui, words, lesson.title, style) + pad);
    const Rect rect{at.x, at.y, width, high};
    if (card(ui, "pick/" + lesson.id, rect, is_in).pressed) {
        if (is_in) {
            lessons.erase(place);
        } else if (lessons.size() < lesson::most_planned_lessons) {
            lessons.push_back(lesson.id);
        }
        page.said.clear();
        ui.wake_in(0);
    }
    const Rect box{at.x + pad, at.y + (high - size) / 2, size, size};
    ui.picture().outline(box, std::max(2.0F, ui.px(2)), is_in ? ui.theme().primary : ui.theme().soft_ink, ui.px(6));
    if (is_in) {
        icon(ui, "icon-check", box.inset(ui.px(3)), ui.theme().primary);
    }
    const TextBlock title = lay_out(ui.fonts(), lesson.title, style, words);
    draw(ui.picture(), title, {box.right() + pad, at.y + (high - title.height) / 2});
    return high;
}

void left_side(Ui& ui, const Rect& room, ComposePage& page, const ComposeView& view) {
    ScrollArea area(ui, "compose/lessons", room, page.lessons);
    const float width = area.width();
    float y = area.top();
    open_plans(ui, room.x, y, width, page, view);
    for (const ModuleView& module : view.modules) {
        y += paragraph(ui, {room.x, y}, width, module.title, style_of(ui, Type::body, ui.theme().ink, true)) + ui.px(6);
        for (const LessonView& lesson : module.lessons) {
            y += pick_row(ui, {room.x, y}, width, page, lesson) + ui.px(8);
        }
        y += ui.px(gap);
    }
    area.finish(y);
}

// --- At the right ---------------------------------------------------------------------------------------------------

/// A lesson of the plan, with its three buttons; gives its height.
float plan_row(Ui& ui, Point at, float width, ComposePage& page, const ComposeView& view, std::size_t index) {
    std::vector<std::string>& lessons = page.plan.lessons;
    const std::string id = lessons[index];
    const float size = button_height(ui);
    const float space = ui.px(6);
    const float words = width - 3 * (size + space);
    const TextStyle style = style_of(ui, Type::body);
    const std::string text = std::to_string(index + 1) + ". " + title_of(view, id);
    const float high = std::max(size, paragraph_height(ui, words, text, style));
    const float middle = at.y + (high - size) / 2;
    const TextBlock title = lay_out(ui.fonts(), text, style, words);
    draw(ui.picture(), title, {at.x, at.y + (high - title.height) / 2});
    float x = at.x + words + space;
    const auto offer = [&](std::string_view what, std::string_view icon_name, bool can) {
        const Rect rect{x, middle, size, size};
        x += size + space;
        return button(ui, std::string(what) + "/" + id, rect, {std::string(icon_name), ""},
                      can ? ButtonKind::normal : ButtonKind::resting);
    };
    const bool up = offer("up", "icon-up", index > 0);
    const bool down = offer("down", "icon-down", index + 1 < lessons.size());
    const bool out = offer("remove", "icon-close", true);
    if (up) {
        std::swap(lessons[index - 1], lessons[index]);
    } else if (down) {
        std::swap(lessons[index], lessons[index + 1]);
    } else if (out) {
        lessons.erase(lessons.begin() + static_cast<std::ptrdiff_t>(index));
    }
    if (up || down || out) {
        page.said.clear();
        ui.wake_in(0);
    }
    return high;
}

/// One of several choices, of which one is chosen.
struct Offered {
    std::string id; ///< of the widget
    std::string text;
    bool is_chosen = false;
};

/// Choices in as many rows as they need; gives the index of the one that was pressed, or their number.
std::size_t choices(Ui& ui, float x, float& y, float width, const std::vector<Offered>& offered) {
    std::size_t pressed = offered.size();
    float left = x;
    for (std::size_t i = 0; i < offered.size(); ++i) {
        const Label label{"", offered[i].text};
        const float wide = std::min(button_width(ui, label), width);
        if (left > x && left + wide > x + width) {
            left = x;
            y += button_height(ui) + ui.px(8);
        }
        const Rect rect{left, y, wide, button_height(ui)};
        if (choice(ui, offered[i].id, rect, label, offered[i].is_chosen)) {
            pressed = i;
        }
        left += wide + ui.px(8);
    }
    y += button_height(ui) + ui.px(gap);
    return pressed;
}

void heading(Ui& ui, float x, float& y, float width, std::string_view message) {
    y += paragraph(ui, {x, y}, width, ui.say(message), style_of(ui, Type::body, ui.theme().ink, true)) + ui.px(6);
}

void language_choices(Ui& ui, float x, float& y, float width, lesson::Plan& plan, const ComposeView& view) {
    heading(ui, x, y, width, "settings.language");
    std::vector<Offered> offered{{"compose/language", ui.say("compose.own-language"), plan.language.empty()}};
    for (const std::string& language : view.languages) {
        offered.push_back({"compose/language/" + language, ui.say("language." + language), plan.language == language});
    }
    if (const std::size_t pressed = choices(ui, x, y, width, offered); pressed < offered.size()) {
        plan.language = pressed == 0 ? "" : view.languages[pressed - 1];
    }
}

void layout_choices(Ui& ui, float x, float& y, float width, lesson::Plan& plan, const ComposeView& view) {
    heading(ui, x, y, width, "settings.keyboard.heading");
    std::vector<Offered> offered{{"compose/layout", ui.say("compose.own"), plan.layout.empty()}};
    for (const auto& [id, name] : view.layouts) {
        offered.push_back({"compose/layout/" + id, name, plan.layout == id});
    }
    if (const std::size_t pressed = choices(ui, x, y, width, offered); pressed < offered.size()) {
        plan.layout = pressed == 0 ? "" : view.layouts[pressed - 1].first;
    }
}

void safety_choices(Ui& ui, float x, float& y, float width, lesson::Plan& plan) {
    heading(ui, x, y, width, "compose.safety");
    constexpr std::array<std::string_view, 4> messages{"guided.safety.own", "guided.safety.1", "guided.safety.2",
                                                       "guided.safety.3"};
    std::vector<Offered> offered;
    for (std::size_t i = 0; i < messages.size(); ++i) {
        offered.push_back({"compose/safety/" + std::to_string(i), ui.say(messages.at(i)),
                           plan.safety.value_or(0) == static_cast<int>(i)});
    }
    if (const std::size_t pressed = choices(ui, x, y, width, offered); pressed < offered.size()) {
        plan.safety = pressed == 0 ? std::nullopt : std::optional(static_cast<int>(pressed));
    }
}

void look_choices(Ui& ui, float x, float& y, float width, lesson::Plan& plan) {
    heading(ui, x, y, width, "compose.look");
    constexpr std::array<std::string_view, 3> looks{"", "bar", "overview"};
    constexpr std::array<std::string_view, 3> messages{"guided.look.drawn", "guided.look.bar", "guided.look.overview"};
    std::vector<Offered> offered;
    for (std::size_t i = 0; i < looks.size(); ++i) {
        offered.push_back({"compose/look/" + std::to_string(i), ui.say(messages.at(i)), plan.look == looks.at(i)});
    }
    if (const std::size_t pressed = choices(ui, x, y, width, offered); pressed < offered.size()) {
        plan.look = looks.at(pressed);
    }
}

void seed_choice(Ui& ui, float x, float& y, float width, lesson::Plan& plan) {
    heading(ui, x, y, width, "compose.seed");
    const Label label{"icon-again", ui.say("compose.draw")};
    const TextStyle style = style_of(ui, Type::lead, ui.theme().ink, true);
    const std::string number = ui.say({"guided.seed", {{"seed", std::to_string(plan.seed)}}});
    const TextBlock words = lay_out(ui.fonts(), number, style);
    draw(ui.picture(), words, {x, y + (button_height(ui) - words.height) / 2});
    const float left = x + words.width + ui.px(wide_gap);
    const float wide = std::min(button_width(ui, label), x + width - left);
    if (button(ui, "compose/draw", {left, y, wide, button_height(ui)}, label)) {
        // Any of the others; the moment at which it is pressed is chance enough.
        plan.seed = 1 + (plan.seed + ui.now() % (lesson::most_plan_seeds - 1)) % lesson::most_plan_seeds;
        ui.wake_in(0);
    }
    y += button_height(ui) + ui.px(gap);
}

void right_side(Ui& ui, const Rect& room, ComposePage& page, const ComposeView& view) {
    const lesson::Plan before = page.plan;
    ScrollArea area(ui, "compose/plan", room, page.choices);
    const float x = room.x;
    const float width = area.width();
    float y = area.top();
    heading(ui, x, y, width, "compose.name");
    page.title.most = longest_title;
    text_field(ui, "compose/title", {x, y, width, ui.sized(60)}, page.title, ui.say("compose.name-empty"));
    page.plan.title = page.title.text;
    y += ui.sized(60) + ui.px(gap);
    heading(ui, x, y, width, "compose.lessons");
    if (page.plan.lessons.empty()) {
        y += paragraph(ui, {x, y}, width, ui.say("compose.none"), style_of(ui, Type::body, ui.theme().soft_ink)) +
             ui.px(8);
    }
    for (std::size_t i = 0; i < page.plan.lessons.size(); ++i) {
        y += plan_row(ui, {x, y}, width, page, view, i) + ui.px(8);
    }
    y += ui.px(8);
    seed_choice(ui, x, y, width, page.plan);
    look_choices(ui, x, y, width, page.plan);
    safety_choices(ui, x, y, width, page.plan);
    language_choices(ui, x, y, width, page.plan, view);
    layout_choices(ui, x, y, width, page.plan, view);
    if (page.plan != before) {
        page.said.clear();
        ui.wake_in(0);
    }
    area.finish(y);
}

// --- Below ----------------------------------------------------------------------------------------------------------

/// The code, as far as it has room.
void code_line(Ui& ui, const Rect& room, const ComposePage& page, const ComposeView& view) {
    const TextStyle soft = style_of(ui, Type::body, ui.theme().soft_ink);
    const TextStyle strong = style_of(ui, Type::lead, ui.theme().ink, true);
    std::string text = page.said;
    TextStyle style = style_of(ui, Type::body, ui.theme().ink, true);
    if (text.empty()) {
        text = view.code.empty() ? ui.say("compose.no-code") : ui.say({"compose.code", {{"code", view.code}}});
        style = view.code.empty() ? soft : strong;
    }
    const TextBlock words = lay_out_short(ui.fonts(), text, style, room.w);
    draw(ui.picture(), words, {room.x, room.y + (room.h - words.height) / 2});
    if (!view.code.empty()) {
        ui.note_place("compose/code/" + view.code, room);
    }
}

/// What to do with the plan; from the right.
void actions(Ui& ui, const Rect& room, const ComposePage& page, const ComposeView& view, Intents& intents) {
    const bool can = !page.plan.lessons.empty();
    Label start{"icon-play", ui.say("compose.start")};
    Label copy{"icon-stick", ui.say("compose.copy")};
    Label keep{"icon-check", ui.say("compose.keep")};
    const auto width_of_all = [&] {
        return button_width(ui, start, ButtonKind::primary) + button_width(ui, keep) +
               (view.has_stick ? button_width(ui, copy) + ui.px(8) : 0) + ui.px(8);
    };
    if (width_of_all() > room.w) {
        copy.text.clear();
        keep.text.clear();
    }
    float right = room.right();
    const auto offer = [&](std::string_view id, const Label& label, ButtonKind kind) {
        const float width = button_width(ui, label, kind);
        right -= width;
        const Rect rect{right, room.y, width, room.h};
        right -= ui.px(8);
        return button(ui, id, rect, label, can ? kind : ButtonKind::resting);
    };
    if (offer("compose/start", start, ButtonKind::primary)) {
        intents.emplace_back(LeadPlan{page.plan});
    }
    if (offer("compose/keep", keep, ButtonKind::normal)) {
        intents.emplace_back(SavePlan{page.plan});
    }
    if (view.has_stick && offer("compose/copy", copy, ButtonKind::normal)) {
        intents.emplace_back(CopyPlan{page.plan});
    }
}

} // namespace

ComposePage compose_page(const lesson::Plan& plan) {
    ComposePage page;
    page.plan = plan;
    page.title = world::edit_of(plan.title);
    return page;
}

void show(Ui& ui, ComposePage& page, const ComposeView& view, Intents& intents) {
    const float sign = program_sign(ui);
    const float margin = ui.px(wide_gap);
    const Label back{"icon-back", ui.say("compose.back")};
    const float back_width = button_width(ui, back);
    const Rect back_rect{ui.window().w - margin - back_width, ui.px(gap), back_width, button_height(ui)};
    const TextStyle lead = style_of(ui, Type::lead, ui.theme().soft_ink);
    const TextBlock title =
        lay_out_short(ui.fonts(), ui.say("compose.title"), lead, back_rect.x - sign - 2 * ui.px(wide_gap));
    draw(ui.picture(), title, {sign + margin, ui.px(gap) + (button_height(ui) - title.height) / 2});
    const float top = header_height(ui);
    const float foot = button_height(ui) + ui.px(gap);
    const float bottom = ui.window().h - margin - foot;
    const float each = (ui.window().w - 3 * margin) / 2;
    const Rect left{margin, top, each, bottom - top};
    const Rect right{left.right() + margin, top, each, bottom - top};
    panel(ui, left);
    panel(ui, right);
    left_side(ui, left.inset(ui.px(gap)), page, view);
    right_side(ui, right.inset(ui.px(gap)), page, view);
    const Rect row{margin, bottom + ui.px(gap), ui.window().w - 2 * margin, button_height(ui)};
    code_line(ui, {row.x, row.y, each, row.h}, page, view);
    actions(ui, {right.x, row.y, each, row.h}, page, view, intents);
    if (button(ui, "back", back_rect, back) || ui.take_key("Escape")) {
        intents.emplace_back(BackToStart{});
    }
}

} // namespace screen
