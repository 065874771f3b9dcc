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

float buttons_height(Ui& ui, float width, const SummaryView& view) {
    const float both = button_width(ui, {"icon-again", ui.say("summary.again")}) +
                       button_width(ui, {"icon-home", ui.say("summary.path")}) + ui.px(gap);
    const float rows = (view.next.empty() ? 1.0F : 2.0F) + (both <= width ? 0.0F : 1.0F);
    return rows * (ui.sized(60) + ui.px(gap));
}

/// What is said, and how high that is.
struct Words {
    std::string said;
    std::string kept;
    float width = 0;  ///< px
    float height = 0; ///< px, with the buttons
};

Words words_of(Ui& ui, float width, const SummaryView& view) {
    Words words{ui.say({"summary.quoted", {{"can_do", view.can_do}}}),
                view.kept ? std::string() : ui.say("summary.not-kept"), width, 0};
    const TextStyle lead = style_of(ui, Type::lead, ui.theme().soft_ink);
    words.height = paragraph_height(ui, width, ui.say("summary.title"), lead) + ui.px(12);
    words.height += paragraph_height(ui, width, words.said, style_of(ui, Type::title)) + ui.px(wide_gap);
    for (const std::string& news : view.news) {
        words.height += bubble_height(ui, width, news) + ui.px(gap);
    }
    words.height += words.kept.empty() ? 0 : bubble_height(ui, width, words.kept) + ui.px(gap);
    words.height += buttons_height(ui, width, view);
    return words;
}

/// The sentence and the ways on, beside the cuckoo.
void sentence(Ui& ui, const Rect& rect, float size, const Words& words, const SummaryView& view, Intents& intents) {
    const float margin = ui.px(wide_gap);
    panel(ui, rect);
    art(ui, "cuckoo-happy", {rect.x + margin, rect.y + (rect.h - size) / 2, size, size});
    const float x = rect.x + size + 2 * margin;
    float y = rect.y + (rect.h - words.height) / 2;
    const TextStyle lead = style_of(ui, Type::lead, ui.theme().soft_ink);
    y += paragraph(ui, {x, y}, words.width, ui.say("summary.title"), lead) + ui.px(12);
    y += paragraph(ui, {x, y}, words.width, words.said, style_of(ui, Type::title)) + ui.px(wide_gap);
    for (const std::string& news : view.news) {
        y += bubble(ui, {x, y}, words.width, news, BubbleKind::praise) + ui.px(gap);
    }
    y += words.kept.empty() ? 0 : bubble(ui, {x, y}, words.width, words.kept, BubbleKind::care) + ui.px(gap);
    buttons(ui, x, y, words.width, view, intents);
}

} // namespace

void show(Ui& ui, SummaryPage& page, const SummaryView& view, Intents& intents) {
    program_sign(ui);
    const float margin = ui.px(wide_gap);
    const float top = header_height(ui);
    const float room = ui.window().h - top - margin;
    const bool has_way = view.short_way != nullptr;
    ScrollArea area(ui, "summary", {0, top, ui.window().w, ui.window().h - top}, page.scrolled);
    const float widest = area.width() - 2 * margin;
    const float width = std::min(widest, ui.sized(1080));
    // Beside pictures, the cuckoo takes less room.
    const float size = std::min(ui.px(has_way ? 200 : 300), width * 0.3F);
    const Words words = words_of(ui, width - size - 3 * margin, view);
    const float height = std::max(words.height, size) + 2 * (has_way ? ui.px(gap) : margin);
    const float strip_width = std::min(widest, ui.sized(1310));
    const float strip = has_way ? ui.px(gap) + way_strip_height(ui, strip_width, *view.short_way) : 0;
    float y = area.top() + std::max(0.0F, (room - height - strip) / 2);
    sentence(ui, {(area.width() - width) / 2, y, width, height}, size, words, view, intents);
    y += height;
    if (has_way) {
        y += ui.px(gap);
        y += way_strip(ui, {(area.width() - strip_width) / 2, y}, strip_width, *view.short_way, page.strip);
    }
    area.finish(has_way ? y + margin : area.top());
}

} // namespace screen
