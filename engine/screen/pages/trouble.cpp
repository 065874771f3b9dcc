// The pages about troubles.
#include "screen/pages/trouble.h"

#include "screen/pages/header.h"
#include "screen/widgets.h"

#include <algorithm>

namespace screen {

namespace {

void ways_out(Ui& ui, float x, float y, const TroubleView& view, Intents& intents) {
    const float height = ui.sized(60);
    const auto offer = [&](std::string_view id, std::string_view icon_name, ButtonKind kind) {
        const Label label{std::string(icon_name), ui.say(id)};
        const float width = button_width(ui, label, kind);
        const bool pressed = button(ui, id, {x, y, width, height}, label, kind);
        x += width + ui.px(gap);
        return pressed;
    };
    if (view.can_try_again && offer("trouble.again", "icon-again", ButtonKind::primary)) {
        intents.emplace_back(TryAgain{});
    }
    if (view.can_go_on && offer("trouble.go-on", "icon-next", ButtonKind::normal)) {
        intents.emplace_back(GoOnWithoutKeeping{});
    }
    if (offer("trouble.quit", "icon-leave", ButtonKind::normal)) {
        intents.emplace_back(Quit{});
    }
}

} // namespace

void show_trouble(Ui& ui, const TroubleView& view, Intents& intents) {
    program_sign(ui);
    const float margin = ui.px(wide_gap);
    const float width = std::min(ui.window().w - 2 * margin, ui.sized(1180));
    const float size = std::min(ui.px(240), width * 0.26F);
    const float words = width - size - 3 * margin;
    const TextStyle title = style_of(ui, Type::title);
    const TextStyle body = style_of(ui, Type::lead);
    const std::string where = escaped(view.where);
    const float where_height = where.empty() ? 0 : paragraph_height(ui, words, where, body) + ui.px(gap);
    const float content = paragraph_height(ui, words, view.what, title) + ui.px(gap) + where_height +
                          paragraph_height(ui, words, view.advice, body) + ui.px(wide_gap) + ui.sized(60);
    const float height = std::max(content, size) + 2 * margin;
    const float top = header_height(ui);
    const float room = ui.window().h - top - margin;
    const Rect rect{(ui.window().w - width) / 2, top + std::max(0.0F, (room - height) / 2), width, height};
    panel(ui, rect);
    art(ui, "cuckoo-sorry", {rect.x + margin, rect.y + (height - size) / 2, size, size});
    const float x = rect.x + size + 2 * margin;
    float y = rect.y + (height - content) / 2;
    y += paragraph(ui, {x, y}, words, view.what, title) + ui.px(gap);
    y += where.empty() ? 0 : paragraph(ui, {x, y}, words, where, body) + ui.px(gap);
    y += paragraph(ui, {x, y}, words, view.advice, body) + ui.px(wide_gap);
    ways_out(ui, x, y, view, intents);
}

void show(Ui& ui, LeftOutPage& page, std::span<const std::string> lines, Intents& intents) {
    program_sign(ui);
    const float margin = ui.px(wide_gap);
    const Label back{"icon-back", ui.say("left-out.back")};
    const float back_width = button_width(ui, back);
    const Rect back_rect{ui.window().w - margin - back_width, ui.px(gap), back_width, button_height(ui)};
    if (button(ui, "back", back_rect, back) || ui.take_key("Escape")) {
        intents.emplace_back(Back{});
    }
    const float top = header_height(ui);
    const Rect rect{margin, top, ui.window().w - 2 * margin, ui.window().h - top - margin};
    panel(ui, rect);
    const Rect inside = rect.inset(margin);
    ScrollArea area(ui, "left-out", inside, page.scrolled);
    float y = area.top();
    y += paragraph(ui, {inside.x, y}, area.width(), ui.say("left-out.title"), style_of(ui, Type::title)) + ui.px(8);
    y += paragraph(ui, {inside.x, y}, area.width(), ui.say("left-out.about"), style_of(ui, Type::body)) + ui.px(gap);
    TextStyle style = style_of(ui, Type::small);
    for (const std::string& line : lines) {
        const TextBlock block = lay_out_plain(ui.fonts(), line, style, area.width());
        draw(ui.picture(), block, {inside.x, y});
        y += block.height + ui.px(12);
    }
    area.finish(y);
}

} // namespace screen
