// The summary: one sentence of the learner's own, and three ways on.
#include "screen/pages/summary.h"

#include "screen/pages/header.h"
#include "screen/widgets.h"

#include <algorithm>

namespace screen {

namespace {

float buttons(Ui& ui, float x, float y, float width, const SummaryView& view, Intents& intents) {
    const float height = ui.sized(60);
    const bool has_next = !view.next.empty();
    const Label next{"icon-next", has_next ? ui.say({"summary.next", {{"title", view.next_title}}}) : std::string()};
    const Label again{"icon-again", ui.say("summary.again")};
    const Label path{"icon-home", ui.say("summary.path")};
    if (has_next) {
        const float wide = std::min(width, button_width(ui, next, ButtonKind::primary) + ui.px(40));
        if (button(ui, "next", {x, y, wide, height}, next, ButtonKind::primary)) {
            intents.emplace_back(OpenLesson{view.next});
        }
        y += height + ui.px(gap);
    }
    const float again_width = button_width(ui, again);
    const float path_width = button_width(ui, path);
    const bool one_row = again_width + path_width + ui.px(gap) <= width;
    if (button(ui, "again", {x, y, again_width, height}, again)) {
        intents.emplace_back(OpenLesson{view.lesson, true});
    }
    const Point place = one_row ? Point{x + again_width + ui.px(gap), y} : Point{x, y + height + ui.px(gap)};
    if (button(ui, "path", {place.x, place.y, path_width, height}, path) || ui.take_key("Escape")) {
        intents.emplace_back(Back{});
    }
    return place.y + height;
}

float buttons_height(Ui& ui, const SummaryView& view) {
    return (view.next.empty() ? 1.0F : 2.0F) * (ui.sized(60) + ui.px(gap));
}

} // namespace

void show_summary(Ui& ui, const SummaryView& view, Intents& intents) {
    program_sign(ui);
    const float margin = ui.px(wide_gap);
    const float width = std::min(ui.window().w - 2 * margin, ui.sized(1080));
    const TextStyle lead = style_of(ui, Type::lead, ui.theme().soft_ink);
    const TextStyle title = style_of(ui, Type::title);
    const float size = std::min(ui.px(300), width * 0.3F);
    const float left_pad = margin + size + margin;
    const float words = width - left_pad - margin;
    const std::string said = ui.say({"summary.quoted", {{"can_do", view.can_do}}});
    const std::string kept = view.kept ? std::string() : ui.say("summary.not-kept");
    float content = paragraph_height(ui, words, ui.say("summary.title"), lead) + ui.px(12);
    content += paragraph_height(ui, words, said, title) + ui.px(wide_gap);
    content += kept.empty() ? 0 : bubble_height(ui, words, kept) + ui.px(gap);
    content += buttons_height(ui, view);
    const float height = std::max(content, size) + 2 * margin;
    const float top = header_height(ui);
    const float room = ui.window().h - top - margin;
    const Rect rect{(ui.window().w - width) / 2, top + std::max(0.0F, (room - height) / 2), width, height};
    panel(ui, rect);
    art(ui, "cuckoo-happy", {rect.x + margin, rect.y + (height - size) / 2, size, size});
    const float x = rect.x + left_pad;
    float y = rect.y + (height - content) / 2;
    y += paragraph(ui, {x, y}, words, ui.say("summary.title"), lead) + ui.px(12);
    y += paragraph(ui, {x, y}, words, said, title) + ui.px(wide_gap);
    y += kept.empty() ? 0 : bubble(ui, {x, y}, words, kept, BubbleKind::care) + ui.px(gap);
    buttons(ui, x, y, words, view, intents);
}

} // namespace screen
