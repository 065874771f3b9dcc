// One panel: the cuckoo at the left; what it says, and the answers, at the right.
#include "screen/pages/visit.h"

#include "screen/pages/header.h"
#include "screen/widgets.h"

#include <algorithm>

namespace screen {

namespace {

bool has_cards(const VisitPage& page) {
    return std::ranges::any_of(page.choices, [](const VisitChoice& choice) { return !choice.about.empty(); });
}

void header(Ui& ui, const VisitPage& page, Intents& intents) {
    program_sign(ui);
    const Label listen{"icon-listen", ui.say("visit.listen")};
    const float width = button_width(ui, listen, ButtonKind::quiet);
    const float right = ui.window().w - ui.px(wide_gap);
    if (button(ui, "listen", {right - width, ui.px(gap), width, button_height(ui)}, listen, ButtonKind::quiet)) {
        intents.emplace_back(Speak{page.title + "\n" + page.about});
    }
}

/// Where the words on a card begin, and how wide they may be, px.
float card_indent(const Ui& ui) {
    return ui.sized(44) + ui.px(36);
}

float card_height(Ui& ui, float width, const VisitChoice& choice) {
    const float words = width - card_indent(ui) - ui.px(18);
    return paragraph_height(ui, words, choice.label, style_of(ui, Type::lead, ui.theme().ink, true)) +
           paragraph_height(ui, words, choice.about, style_of(ui, Type::small)) + ui.px(32);
}

bool answer_card(Ui& ui, const Rect& rect, const VisitChoice& choice) {
    const Touch touch = card(ui, choice.id, rect);
    const float size = ui.sized(44);
    icon(ui, choice.icon, {rect.x + ui.px(18), rect.y + (rect.h - size) / 2, size, size}, ui.theme().primary);
    const float left = rect.x + card_indent(ui);
    const float width = rect.w - card_indent(ui) - ui.px(18);
    float y = rect.y + ui.px(16);
    y += paragraph(ui, {left, y}, width, choice.label, style_of(ui, Type::lead, ui.theme().ink, true));
    paragraph(ui, {left, y}, width, choice.about, style_of(ui, Type::small, ui.theme().soft_ink));
    return touch.pressed;
}

/// The answers below each other, or buttons side by side where they fit; gives their height, px. Draws nothing where
/// `pressed` is nullptr.
float answers(Ui& ui, Point at, float width, const VisitPage& page, const VisitChoice** pressed) {
    const bool cards = has_cards(page);
    const float high = ui.sized(60);
    float x = at.x;
    float y = at.y;
    float bottom = at.y;
    for (const VisitChoice& choice : page.choices) {
        const ButtonKind kind = &choice == &page.choices.front() ? ButtonKind::primary : ButtonKind::normal;
        const Label label{choice.icon, choice.label};
        const float wide = cards ? width : std::min(width, button_width(ui, label, kind) + ui.px(24));
        const float tall = cards ? card_height(ui, width, choice) : high;
        if (x > at.x && (cards || x + wide > at.x + width)) {
            x = at.x;
            y = bottom + ui.px(gap);
        }
        const Rect rect{x, y, wide, tall};
        const bool now =
            pressed != nullptr && (cards ? answer_card(ui, rect, choice) : button(ui, choice.id, rect, label, kind));
        if (now) {
            *pressed = &choice;
        }
        x = rect.right() + ui.px(gap);
        bottom = rect.bottom();
    }
    return bottom - at.y;
}

/// What is said and asked; gives its height, px. Draws nothing where `pressed` is nullptr.
float words(Ui& ui, Point at, float width, const VisitPage& page, const VisitChoice** pressed) {
    const TextStyle title = style_of(ui, Type::title);
    const TextStyle lead = style_of(ui, Type::lead, ui.theme().soft_ink);
    const auto say = [&](float y, const std::string& text, const TextStyle& style) {
        return pressed == nullptr ? paragraph_height(ui, width, text, style)
                                  : paragraph(ui, {at.x, y}, width, text, style);
    };
    float y = at.y;
    y += say(y, page.title, title);
    if (!page.about.empty()) {
        y += ui.px(12);
        y += say(y, page.about, lead);
    }
    for (const std::string& news : page.news) {
        y += ui.px(gap);
        y += pressed == nullptr ? bubble_height(ui, width, news)
                                : bubble(ui, {at.x, y}, width, news, BubbleKind::praise);
    }
    y += ui.px(wide_gap);
    y += answers(ui, {at.x, y}, width, page, pressed);
    return y - at.y;
}

} // namespace

void show(Ui& ui, VisitPage& page, Intents& intents) {
    header(ui, page, intents);
    const float margin = ui.px(wide_gap);
    const float top = header_height(ui);
    const float room = ui.window().h - top - margin;
    const VisitChoice* pressed = nullptr;
    {
        ScrollArea area(ui, "visit", {0, top, ui.window().w, ui.window().h - top}, page.scrolled);
        const float width = std::min(area.width() - 2 * margin, ui.sized(1080));
        const float size = std::min(ui.px(280), width * 0.28F);
        const float wide = width - size - 3 * margin;
        const float height = std::max(words(ui, {}, wide, page, nullptr), size) + 2 * margin;
        const Rect rect{(area.width() - width) / 2, area.top() + std::max(0.0F, (room - height) / 2), width, height};
        panel(ui, rect);
        art(ui, page.picture, {rect.x + margin, rect.y + (height - size) / 2, size, size});
        const float high = words(ui, {}, wide, page, nullptr);
        words(ui, {rect.x + size + 2 * margin, rect.y + (height - high) / 2}, wide, page, &pressed);
        area.finish(rect.bottom() + margin);
    }
    if (pressed == nullptr && !page.choices.empty() && ui.take_key("Escape")) {
        pressed = &page.choices.back();
    }
    if (pressed != nullptr) {
        intents.push_back(pressed->what);
    }
}

std::string level_news(const std::string& title, const std::string& why) {
    return "*" + title + "*\n" + why;
}

} // namespace screen
