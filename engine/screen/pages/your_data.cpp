// The data page: what can be done, then short sections in plain words.
#include "screen/pages/your_data.h"

#include "screen/pages/header.h"
#include "screen/widgets.h"

#include <algorithm>
#include <array>
#include <span>

namespace screen {

namespace {

struct Section {
    std::string_view picture;
    std::string_view title;
    std::span<const std::string_view> lines;
};

constexpr std::array<std::string_view, 6> kept{"privacy.kept.picture",  "privacy.kept.lessons", "privacy.kept.measures",
                                               "privacy.kept.settings", "privacy.kept.group",   "privacy.kept.replay"};
constexpr std::array<std::string_view, 3> never{"privacy.never.typed", "privacy.never.identity",
                                                "privacy.never.outside"};
constexpr std::array<std::string_view, 2> where{"privacy.where.where", "privacy.where.long"};
constexpr std::array<std::string_view, 3> who{"privacy.who.learner", "privacy.who.trainer", "privacy.who.move"};
constexpr std::array<std::string_view, 3> rights{"privacy.rights.see", "privacy.rights.take", "privacy.rights.erase"};

constexpr std::array<Section, 5> sections{{{"icon-book", "privacy.kept.title", kept},
                                           {"icon-shield", "privacy.never.title", never},
                                           {"icon-clock", "privacy.where.title", where},
                                           {"icon-person", "privacy.who.title", who},
                                           {"icon-hand", "privacy.rights.title", rights}}};

void header(Ui& ui, Intents& intents) {
    program_sign(ui);
    const Label back{"icon-back", ui.say("privacy.back")};
    const float wide = button_width(ui, back);
    const Rect rect{ui.window().w - ui.px(wide_gap) - wide, ui.px(gap), wide, button_height(ui)};
    if (button(ui, "back", rect, back) || ui.take_key("Escape")) {
        intents.emplace_back(RecordWish::leave_your_data);
    }
}

std::string line_of(Ui& ui, std::string_view id, const YourDataView& view) {
    return ui.say({std::string(id), {{"folder", view.folder}, {"months", std::to_string(view.months)}}});
}

/// A section's words: drawn where `draws`. Gives its height.
float section_words(Ui& ui, Point at, float width, const Section& section, const YourDataView& view, bool draws) {
    const TextStyle title = style_of(ui, Type::lead, ui.theme().ink, true);
    const TextStyle body = style_of(ui, Type::body);
    const float left = ui.sized(28);
    const std::string heading = ui.say(section.title);
    float y = at.y;
    y += (draws ? paragraph(ui, at, width, heading, title) : paragraph_height(ui, width, heading, title)) + ui.px(4);
    for (const std::string_view id : section.lines) {
        const std::string line = line_of(ui, id, view);
        if (draws) {
            const float dot = ui.sized(9);
            const float middle = y + ui.sized(text_body * 1.4F) / 2;
            ui.picture().fill({at.x + ui.px(4), middle - dot / 2, dot, dot}, ui.theme().primary, dot / 2);
            paragraph(ui, {at.x + left, y}, width - left, line, body);
        }
        y += paragraph_height(ui, width - left, line, body) + ui.px(6);
    }
    return y - at.y;
}

float show_section(Ui& ui, float x, float y, float width, const Section& section, const YourDataView& view) {
    const float pad = ui.px(22);
    const float size = ui.sized(44);
    const float left = size + 2 * pad;
    const float words = width - left - pad;
    const float height = section_words(ui, {}, words, section, view, false) + 2 * ui.px(18);
    panel(ui, {x, y, width, height});
    icon(ui, section.picture, {x + pad, y + ui.px(18), size, size}, ui.theme().primary);
    section_words(ui, {x + left, y + ui.px(18)}, words, section, view, true);
    return y + height + ui.px(gap);
}

/// The two deeds, and what was told of them.
float deeds(Ui& ui, YourDataPage& page, float x, float y, float width, const YourDataView& view, Intents& intents) {
    if (view.is_guest) {
        return y + bubble(ui, {x, y}, width, ui.say("privacy.guest"), BubbleKind::hint) + ui.px(gap);
    }
    if (!view.is_somebody) {
        return y;
    }
    const float high = ui.sized(60);
    const Label take{"icon-stick", ui.say("privacy.take")};
    const Label erase{"icon-erase", ui.say("privacy.erase")};
    const float take_width = std::min(width, button_width(ui, take) + ui.px(16));
    const float erase_width = std::min(width, button_width(ui, erase) + ui.px(16));
    const bool one_row = take_width + erase_width + ui.px(gap) <= width;
    if (button(ui, "take", {x, y, take_width, high}, take)) {
        intents.emplace_back(RecordWish::take_data);
    }
    const Point place = one_row ? Point{x + take_width + ui.px(gap), y} : Point{x, y + high + ui.px(gap)};
    if (button(ui, "erase", {place.x, place.y, erase_width, high}, erase)) {
        page.asks = true;
        ui.focus("erase/keep");
        ui.wake_in(0);
    }
    y = place.y + high + ui.px(gap);
    if (!view.told.text.empty()) {
        const BubbleKind kind = view.told.is_good ? BubbleKind::praise : BubbleKind::care;
        y += bubble(ui, {x, y}, width, view.told.text, kind) + ui.px(gap);
    }
    return y;
}

/// To keep is the easy answer.
void ask(Ui& ui, YourDataPage& page, Intents& intents) {
    if (!page.asks) {
        return;
    }
    ui.set_enabled(true);
    ui.picture().fill(ui.window(), ui.theme().veil);
    const float pad = ui.px(wide_gap);
    const float width = std::min(ui.sized(760), ui.window().w - 2 * pad);
    const float words = width - 2 * pad;
    const TextStyle title = style_of(ui, Type::title);
    const TextStyle body = style_of(ui, Type::lead);
    const Label keep{"icon-back", ui.say("privacy.ask.keep")};
    const Label erase{"icon-erase", ui.say("privacy.ask.erase")};
    const float high = ui.sized(60);
    const float keep_width = button_width(ui, keep, ButtonKind::primary) + ui.px(24);
    const float erase_width = button_width(ui, erase);
    const bool one_row = keep_width + erase_width + ui.px(gap) <= words;
    const float height = 2 * pad + paragraph_height(ui, words, ui.say("privacy.ask.title"), title) + ui.px(12) +
                         paragraph_height(ui, words, ui.say("privacy.ask.about"), body) + pad +
                         (one_row ? high : 2 * high + ui.px(gap));
    const Rect rect{(ui.window().w - width) / 2, std::max(0.0F, (ui.window().h - height) / 2), width, height};
    panel(ui, rect);
    const float x = rect.x + pad;
    float y = rect.y + pad;
    y += paragraph(ui, {x, y}, words, ui.say("privacy.ask.title"), title) + ui.px(12);
    y += paragraph(ui, {x, y}, words, ui.say("privacy.ask.about"), body) + pad;
    if (button(ui, "erase/keep", {x, y, keep_width, high}, keep, ButtonKind::primary) || ui.take_key("Escape")) {
        page.asks = false;
        ui.focus("erase");
        ui.wake_in(0);
    }
    const Point place = one_row ? Point{x + keep_width + ui.px(gap), y} : Point{x, y + high + ui.px(gap)};
    if (button(ui, "erase/yes", {place.x, place.y, erase_width, high}, erase)) {
        page.asks = false;
        intents.emplace_back(RecordWish::erase_me);
    }
}

} // namespace

void show(Ui& ui, YourDataPage& page, const YourDataView& view, Intents& intents) {
    ui.set_enabled(!page.asks);
    header(ui, intents);
    const float margin = ui.px(wide_gap);
    const float top = header_height(ui);
    const float width = std::min(ui.window().w - 2 * margin, ui.sized(1180));
    const Rect room{(ui.window().w - width) / 2, top, width, ui.window().h - top - ui.px(12)};
    {
        ScrollArea area(ui, "your-data", room, page.scrolled);
        const float wide = area.width();
        float y = area.top() + ui.px(8);
        y += paragraph(ui, {room.x, y}, wide, ui.say("privacy.title"), style_of(ui, Type::title));
        y += paragraph(ui, {room.x, y}, wide, ui.say("privacy.lead"), style_of(ui, Type::lead, ui.theme().soft_ink)) +
             ui.px(gap);
        y = deeds(ui, page, room.x, y, wide, view, intents);
        for (const Section& section : sections) {
            y = show_section(ui, room.x, y, wide, section, view);
        }
        area.finish(y + ui.px(8));
    }
    ask(ui, page, intents);
}

} // namespace screen
