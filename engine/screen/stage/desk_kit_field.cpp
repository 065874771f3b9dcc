// Text fields of the practice computer: the text, the caret, what is marked, dots for secrets.
#include "screen/stage/desk_kit.h"

#include <algorithm>
#include <cmath>

namespace screen {

using world::Target;
using world::TextEdit;

namespace {

constexpr int blink = 530;                 // ms that the caret is shown, and then hidden
constexpr std::int64_t blinks_for = 8'000; // ms after the last key: then it stays, so that an idle screen rests
constexpr double margin = 10;              // units

/// The text as it is drawn. For a secret, each letter is a dot; `bytes` tells where the letters begin.
std::string shown_text(const world::TextField& field, std::vector<std::size_t>& bytes) {
    if (!field.is_secret) {
        return field.edit.text;
    }
    std::string dots;
    std::size_t at = 0;
    for (const std::string& letter : world::characters_of(field.edit.text)) {
        bytes.push_back(at);
        at += letter.size();
        dots += "•";
    }
    bytes.push_back(at);
    return dots;
}

/// A byte of the real text as one of the text that is drawn.
std::size_t shown_byte(const std::vector<std::size_t>& bytes, std::size_t byte) {
    constexpr std::size_t dot = 3; // bytes of a dot in UTF-8
    if (bytes.empty()) {
        return byte;
    }
    return static_cast<std::size_t>(std::ranges::lower_bound(bytes, byte) - bytes.begin()) * dot;
}

} // namespace

bool Kit::draws_caret(const Target& target) {
    if (!cues_.has_keyboard || !has_focus(target) || memory_.live.count(full(target.name)) == 0) {
        return false;
    }
    if (memory_.focus != desk_.focus) {
        memory_.typed_at = ui().now();
    }
    const std::int64_t rested = ui().now() - memory_.typed_at;
    if (ui().look().reduced_motion || rested > blinks_for) {
        return true;
    }
    ui().wake_in(blink - static_cast<int>(rested % blink));
    return (rested / blink) % 2 == 0;
}

void Kit::field(const Target& target, const Rect& rect, std::string_view hint, bool frame) {
    const Feel touched = feel(target, rect);
    const bool focused = cues_.has_keyboard && has_focus(target);
    const float radius = px(5);
    if (frame) {
        picture().fill(rect, colours_.field, radius);
        const Colour edge = focused || touched.lit ? colours_.accent : colours_.field_line;
        const double thick = focused || touched.lit ? 2.2 : touched.hovered ? 1.8 : 1.2;
        picture().outline(rect, std::max(1.0F, px(thick)), edge, radius);
    }
    note(target, rect);
    const Rect inside{rect.x + px(frame ? margin : 2), rect.y + px(2), rect.w - 2 * px(frame ? margin : 2),
                      rect.h - px(4)};
    FieldText look;
    look.letters = style(18, target.enabled ? colours_.ink : colours_.faint_ink);
    look.empty = hint.empty() ? words(target.words) : say(hint);
    look.empty_ink = colours_.soft_ink;
    look.marked = focused ? colours_.marked : colours_.hover;
    field_text(target, inside, look);
}

void Kit::field_text(const Target& target, const Rect& inside, const FieldText& look) {
    const std::string name = full(target.name);
    const world::TextField* found = world::field_of_target(desk_, name);
    const world::TextField field = found != nullptr ? *found : world::TextField{};
    const TextEdit& edit = field.edit;
    const bool focused = cues_.has_keyboard && has_focus(target);
    DeskText& text = memory_.texts[name];
    text.bytes.clear();
    const std::string shown = shown_text(field, text.bytes);
    const bool is_area = edit.many_lines || target.role == world::Role::area;
    text.block = lay_out_plain(ui().fonts(), shown, look.letters, is_area ? inside.w - px(16) : unlimited);
    const Rect place = caret(ui().fonts(), text.block, shown_byte(text.bytes, edit.caret));
    const bool caret_moved = text.caret != edit.caret;
    text.caret = edit.caret;

    const auto draw_text = [&](Point at) {
        text.at = at;
        if (edit.text.empty()) {
            TextStyle empty = look.letters;
            empty.colour = look.empty_ink;
            line(look.empty, is_area ? Rect{at.x, at.y, inside.w, place.h} : inside, empty);
        }
        const std::size_t from = shown_byte(text.bytes, world::selection_start(edit));
        const std::size_t to = shown_byte(text.bytes, world::selection_end(edit));
        for (const Rect& piece : selection(ui().fonts(), text.block, from, to)) {
            picture().fill(piece.moved(at.x, at.y), look.marked);
        }
        draw(picture(), text.block, at);
        if (draws_caret(target)) {
            picture().fill({std::round(at.x + place.x), at.y + place.y, std::max(2.0F, px(2)), place.h},
                           look.letters.colour);
        }
    };
    if (is_area) {
        const ScrollPart part =
            scroll(target.name + "/text", {inside.x, inside.y, inside.w + px(6), inside.h}, text.block.height + px(12));
        if (caret_moved && focused) {
            follow({part.room().x, part.top() + px(6) + place.y, 1, place.h});
        }
        draw_text({part.room().x, part.top() + px(6)});
    } else {
        const Clipped clip(picture(), inside);
        const float beyond = std::max(0.0F, text.block.width + px(4) - inside.w);
        if (focused) {
            text.scrolled = std::clamp(text.scrolled, place.x + px(4) - inside.w, place.x);
        }
        text.scrolled = std::clamp(focused ? text.scrolled : 0.0F, 0.0F, beyond);
        draw_text({inside.x - text.scrolled, std::round(inside.y + (inside.h - text.block.height) / 2)});
    }
}

} // namespace screen
