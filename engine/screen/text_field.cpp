// Text fields: what a person does there becomes an edit of the pure value.
#include "screen/text_field.h"

#include "screen/widgets.h"

#include <algorithm>

namespace screen {

namespace {

constexpr int blink = 530;                 // ms that the caret is shown, and then hidden
constexpr std::int64_t blinks_for = 8'000; // ms after the last key: then it stays, so that an idle screen rests

void write(const Ui& ui, world::TextEdit& edit) {
    if (const auto* text = std::get_if<TextEntered>(&ui.input())) {
        world::insert(edit, text->text);
    } else if (const auto* key = std::get_if<KeyPressed>(&ui.input())) {
        world::press_key(edit, key->code, key->shift, key->control);
    }
}

bool caret_shows(Ui& ui, std::string_view id) {
    const bool typed =
        std::holds_alternative<KeyPressed>(ui.input()) || std::holds_alternative<TextEntered>(ui.input());
    const std::int64_t rested = ui.time_since(std::string(id) + "/typed", typed);
    if (ui.look().reduced_motion || rested > blinks_for) {
        return true;
    }
    ui.wake_in(blink - static_cast<int>(rested % blink));
    return (rested / blink) % 2 == 0;
}

constexpr std::string_view dot = "\u2022";

/// The same edit with a dot for each character.
world::TextEdit dotted(const world::TextEdit& edit) {
    world::TextEdit dots;
    for (std::size_t i = 0; i < world::characters_of(edit.text).size(); ++i) {
        dots.text += dot;
    }
    dots.caret = dot.size() * world::characters_before(edit.text, edit.caret);
    dots.anchor = dot.size() * world::characters_before(edit.text, edit.anchor);
    return dots;
}

/// The byte of a text where so many dots end.
std::size_t byte_of_dots(std::string_view text, std::size_t bytes_of_dots) {
    std::size_t byte = 0;
    std::size_t left = bytes_of_dots / dot.size();
    for (const std::string& character : world::characters_of(text)) {
        if (left-- == 0) {
            break;
        }
        byte += character.size();
    }
    return byte;
}

} // namespace

bool text_field(Ui& ui, std::string_view id, const Rect& rect, world::TextEdit& edit, std::string_view placeholder,
                bool hidden) {
    const Touch touch = ui.touch_keyboard_area(id, rect, Pointer::text);
    const Theme& theme = ui.theme();
    const TextStyle style = style_of(ui, Type::lead);
    const float margin = ui.sized(14);
    const bool enter = touch.focused && (ui.take_key("Enter") || ui.take_key("NumpadEnter"));
    if (touch.focused && !enter) {
        write(ui, edit);
    }
    const TextBlock words = lay_out_plain(ui.fonts(), hidden ? dotted(edit).text : edit.text, style);
    const Point at{rect.x + margin, rect.y + (rect.h - words.height) / 2};
    if (touch.hovered && std::holds_alternative<PointerPressed>(ui.input())) {
        const std::size_t byte = byte_at(ui.fonts(), words, {ui.pointer().x - at.x, ui.pointer().y - at.y});
        world::place_caret(edit, hidden ? byte_of_dots(edit.text, byte) : byte);
    }
    const world::TextEdit seen = hidden ? dotted(edit) : edit;
    ui.picture().fill(rect, theme.surface, ui.px(10));
    ui.picture().outline(rect, std::max(2.0F, ui.px(touch.focused ? 3 : 2)),
                         touch.focused ? theme.primary : theme.soft_ink, ui.px(10));
    const Clipped clip(ui.picture(), rect.inset(ui.px(4)));
    if (edit.text.empty()) {
        const TextBlock hint =
            lay_out_short(ui.fonts(), placeholder, style_of(ui, Type::body, theme.soft_ink), rect.w - 2 * margin);
        draw(ui.picture(), hint, {at.x, rect.y + (rect.h - hint.height) / 2});
    }
    for (const Rect& part : selection(ui.fonts(), words, world::selection_start(seen), world::selection_end(seen))) {
        ui.picture().fill(part.moved(at.x, at.y), theme.chosen);
    }
    draw(ui.picture(), words, at);
    if (touch.focused && caret_shows(ui, id)) {
        const Rect place = caret(ui.fonts(), words, seen.caret);
        const float height = ui.sized(text_lead * 1.3F);
        ui.picture().fill({at.x + place.x, rect.y + (rect.h - height) / 2, std::max(2.0F, ui.px(2)), height},
                          theme.ink);
    }
    return enter;
}

} // namespace screen
