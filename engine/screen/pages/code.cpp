// The page for a spoken code.
//
// Keys of the digit row stand for their digits by their place, with or without Shift: on a French keyboard they write
// « & é " » otherwise. Other keys, such as those of the number pad, count by what they write.
#include "screen/pages/code.h"

#include "lesson/spoken_code.h"
#include "screen/pages/header.h"
#include "screen/widgets.h"

#include <algorithm>

namespace screen {

namespace {

constexpr std::size_t most_digits = 60;
constexpr std::size_t group = 3;
constexpr std::string_view digit_key = "Digit";

void add(CodePage& page, char digit) {
    if (page.digits.size() < most_digits) {
        page.digits += digit;
        page.said.clear();
    }
}

void erase(CodePage& page) {
    if (!page.digits.empty()) {
        page.digits.pop_back();
    }
    page.said.clear();
}

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

/// What the keys write.
void write(Ui& ui, CodePage& page) {
    if (const auto* key = std::get_if<KeyPressed>(&ui.input())) {
        const std::string& code = key->code;
        const bool is_place = code.starts_with(digit_key) && code.size() == digit_key.size() + 1;
        page.last_was_digit = is_place && !key->control && !key->alt;
        if (page.last_was_digit && !key->repeated) {
            add(page, code.back());
        }
    } else if (const auto* text = std::get_if<TextEntered>(&ui.input()); text != nullptr && !page.last_was_digit) {
        for (const char c : text->text) {
            if (is_digit(c)) {
                add(page, c);
            }
        }
    }
    if (ui.take_key("Backspace") || ui.take_key("Delete")) {
        erase(page);
    }
}

TextStyle digits_style(const Ui& ui, float px) {
    TextStyle style = style_of(ui, Type::title);
    style.px = px;
    style.line_height = 1.2F;
    return style;
}

/// The digits so far, in groups of three; gives their height.
float groups(Ui& ui, Point at, float width, const CodePage& page) {
    const Theme& theme = ui.theme();
    constexpr std::size_t columns = 3;
    const float space = ui.px(12);
    const float each = (width - space * static_cast<float>(columns - 1)) / static_cast<float>(columns);
    const float high = std::min(ui.sized(84), each * 0.62F);
    const TextStyle style = digits_style(ui, std::min(high * 0.62F, each * 0.4F));
    const std::size_t count = std::max((page.digits.size() + group - 1) / group, columns);
    const std::size_t rows = (count + columns - 1) / columns;
    for (std::size_t i = 0; i < rows * columns; ++i) {
        const Rect box{at.x + static_cast<float>(i % columns) * (each + space),
                       at.y + static_cast<float>(i / columns) * (high + space), each, high};
        const bool is_next = page.digits.size() / group == i;
        ui.picture().fill(box, theme.surface, ui.px(10));
        ui.picture().outline(box, std::max(2.0F, ui.px(is_next ? 4 : 2)), is_next ? theme.primary : theme.soft_ink,
                             ui.px(10));
        const std::size_t begin = std::min(i * group, page.digits.size());
        const TextBlock words = lay_out_plain(ui.fonts(), page.digits.substr(begin, group), style);
        draw(ui.picture(), words, {box.x + (box.w - words.width) / 2, box.y + (box.h - words.height) / 2});
    }
    return static_cast<float>(rows) * (high + space) - space;
}

float groups_height(const Ui& ui, float width, const CodePage& page) {
    const float each = (width - 2 * ui.px(12)) / 3;
    const float high = std::min(ui.sized(84), each * 0.62F);
    const std::size_t rows = std::max<std::size_t>((page.digits.size() + 8) / 9, 1);
    return static_cast<float>(rows) * (high + ui.px(12)) - ui.px(12);
}

/// A key of the pad: a large digit.
bool pad_key(Ui& ui, const Rect& rect, char digit) {
    const std::string text(1, digit);
    const bool pressed = card(ui, "digit/" + text, rect).pressed;
    const TextBlock words = lay_out_plain(ui.fonts(), text, digits_style(ui, std::min(rect.h * 0.5F, ui.sized(40))));
    draw(ui.picture(), words, {rect.x + (rect.w - words.width) / 2, rect.y + (rect.h - words.height) / 2});
    return pressed;
}

/// The pad; true where the code is said to be whole.
bool pad(Ui& ui, const Rect& room, CodePage& page) {
    const float space = ui.px(12);
    const float wide = (room.w - 2 * space) / 3;
    const float high = (room.h - 3 * space) / 4;
    const auto place = [&](int column, int row) {
        return Rect{room.x + static_cast<float>(column) * (wide + space),
                    room.y + static_cast<float>(row) * (high + space), wide, high};
    };
    bool was_pressed = false;
    for (int i = 0; i < 9; ++i) {
        const char digit = static_cast<char>('1' + i);
        if (pad_key(ui, place(i % 3, i / 3), digit)) {
            add(page, digit);
            was_pressed = true;
        }
    }
    if (button(ui, "erase", place(0, 3), {"icon-backspace", ""})) {
        erase(page);
        was_pressed = true;
    }
    if (pad_key(ui, place(1, 3), '0')) {
        add(page, '0');
        was_pressed = true;
    }
    if (was_pressed) {
        ui.wake_in(0);
        if (std::holds_alternative<PointerReleased>(ui.input())) {
            ui.focus("code/done"); // who goes on with the keyboard finishes with Enter
        }
    }
    return button(ui, "code/done", place(2, 3), {"icon-check", ""}, ButtonKind::primary);
}

/// What is to be done, the digits so far, and a word about them.
void words(Ui& ui, const Rect& room, CodePage& page) {
    ScrollArea area(ui, "code/words", room, page.scrolled);
    const float width = area.width();
    const std::string about = page.said.empty() ? ui.say("code.about") : page.said;
    const TextStyle title = style_of(ui, Type::title);
    const TextStyle lead = style_of(ui, Type::lead);
    const float said = page.said.empty() ? paragraph_height(ui, width, about, lead) : bubble_height(ui, width, about);
    const float height = paragraph_height(ui, width, ui.say("code.title"), title) + ui.px(12) +
                         groups_height(ui, width, page) + ui.px(wide_gap) + said;
    float y = area.top() + std::max(0.0F, (room.h - height) / 2);
    const float begin = y;
    y += paragraph(ui, {room.x, y}, width, ui.say("code.title"), title) + ui.px(12);
    y += groups(ui, {room.x, y}, width, page) + ui.px(wide_gap);
    if (page.said.empty()) {
        y += paragraph(ui, {room.x, y}, width, about, lead);
    } else {
        ui.note_place("code/said", {room.x, y, width, said});
        y += bubble(ui, {room.x, y}, width, about, BubbleKind::care);
    }
    area.finish(y - begin + area.top());
}

} // namespace

void show(Ui& ui, CodePage& page, Intents& intents) {
    program_sign(ui);
    const float margin = ui.px(wide_gap);
    const Label back{"icon-back", ui.say("code.back")};
    const float back_width = button_width(ui, back);
    const Rect back_rect{ui.window().w - margin - back_width, ui.px(gap), back_width, button_height(ui)};
    write(ui, page);
    const float top = header_height(ui);
    const float width = std::min(ui.window().w - 2 * margin, ui.sized(1120));
    const float height = std::min(ui.window().h - top - margin, ui.sized(560));
    const Rect rect{(ui.window().w - width) / 2, top + (ui.window().h - top - margin - height) / 2, width, height};
    panel(ui, rect);
    const Rect inside = rect.inset(margin);
    const float pad_width = std::min(inside.w * 0.42F, ui.sized(400));
    const bool is_whole = pad(ui, {inside.right() - pad_width, inside.y, pad_width, inside.h}, page);
    words(ui, {inside.x, inside.y, inside.w - pad_width - margin, inside.h}, page);
    if (is_whole || ui.take_key("Enter") || ui.take_key("NumpadEnter")) {
        intents.emplace_back(GiveCode{page.digits});
    }
    if (button(ui, "back", back_rect, back) || ui.take_key("Escape")) {
        intents.emplace_back(BackToStart{});
    }
}

} // namespace screen
