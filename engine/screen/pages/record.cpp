// The record: a large card with the sum and the booklet, then the lines, then the official names.
#include "screen/pages/record.h"

#include "screen/pages/header.h"
#include "screen/widgets.h"

#include <algorithm>

namespace screen {

namespace {

void header(Ui& ui, const RecordView& view, Intents& intents) {
    const float size = button_height(ui);
    const float margin = ui.px(wide_gap);
    art(ui, view.picture.empty() ? "coucou" : view.picture, {margin, ui.px(gap), size, size});
    Label data{"icon-lock", ui.say("record.data")};
    Label back{"icon-back", ui.say("record.back")};
    const TextStyle strong = style_of(ui, Type::lead, ui.theme().ink, true);
    const float left = margin + size + ui.px(14);
    const float right = ui.window().w - margin;
    const TextBlock title = lay_out(ui.fonts(), ui.say("record.title"), strong);
    if (left + title.width + button_width(ui, data, ButtonKind::quiet) + button_width(ui, back) + ui.px(40) > right) {
        data.text.clear();
    }
    const float back_width = button_width(ui, back);
    const float data_width = button_width(ui, data, ButtonKind::quiet);
    if (button(ui, "your-data", {right - back_width - ui.px(gap) - data_width, ui.px(gap), data_width, size}, data,
               ButtonKind::quiet)) {
        intents.emplace_back(RecordWish::open_your_data);
    }
    if (button(ui, "back", {right - back_width, ui.px(gap), back_width, size}, back) || ui.take_key("Escape")) {
        intents.emplace_back(Back{});
    }
    draw(ui.picture(), title, {left, ui.px(gap) + (size - title.height) / 2});
}

std::string sum_of(Ui& ui, const RecordView& view) {
    if (view.count == 0) {
        return ui.say("record.empty");
    }
    return view.count == 1 ? ui.say("record.count-one")
                           : ui.say({"record.count", {{"count", std::to_string(view.count)}}});
}

/// What is said below the sum.
std::string about_of(Ui& ui, const RecordView& view) {
    return ui.say(view.is_guest ? "record.guest" : "record.about");
}

/// What is said of the booklet; empty where there is nothing to say.
std::string told_of(Ui& ui, const RecordView& view) {
    return view.is_making ? ui.say("record.making") : view.told.text;
}

float sum(Ui& ui, float x, float y, float width, const RecordView& view, Intents& intents) {
    const float pad = ui.px(wide_gap);
    const float size = std::min(ui.sized(150), width * 0.24F);
    const float left = x + pad + size + pad;
    const float words = x + width - pad - left;
    const TextStyle title = style_of(ui, Type::title);
    const TextStyle soft = style_of(ui, Type::body, ui.theme().soft_ink);
    const std::string told = told_of(ui, view);
    const float button_space = view.count == 0 ? 0 : ui.px(gap) + ui.sized(60);
    const float told_space = told.empty() ? 0 : ui.px(gap) + bubble_height(ui, words, told);
    const float text =
        paragraph_height(ui, words, sum_of(ui, view), title) + paragraph_height(ui, words, about_of(ui, view), soft);
    const float height = std::max(size, text + button_space + told_space) + 2 * ui.px(22);
    panel(ui, {x, y, width, height});
    art(ui, view.count == 0 ? "cuckoo-wave" : "cuckoo-happy", {x + pad, y + (height - size) / 2, size, size});
    float line = y + (height - text - button_space - told_space) / 2;
    line += paragraph(ui, {left, line}, words, sum_of(ui, view), title);
    line += paragraph(ui, {left, line}, words, about_of(ui, view), soft);
    if (view.count > 0) {
        line += ui.px(gap);
        const Label label{"icon-print", ui.say("record.print")};
        const ButtonKind kind = view.is_making ? ButtonKind::resting : ButtonKind::primary;
        const float wide = std::min(words, button_width(ui, label, kind) + ui.px(24));
        if (button(ui, "print", {left, line, wide, ui.sized(60)}, label, kind)) {
            intents.emplace_back(RecordWish::make_booklet);
        }
        line += ui.sized(60);
    }
    if (!told.empty()) {
        const bool is_good = view.is_making || view.told.is_good;
        bubble(ui, {left, line + ui.px(gap)}, words, told, is_good ? BubbleKind::praise : BubbleKind::care);
    }
    return y + height;
}

float line_height(Ui& ui, float width, const RecordLine& line) {
    const float words = width - ui.sized(76) - 3 * ui.px(14);
    return std::max(ui.sized(76), paragraph_height(ui, words, line.text, style_of(ui, Type::body)) +
                                      paragraph_height(ui, words, line.note, style_of(ui, Type::small))) +
           2 * ui.px(12);
}

void record_line(Ui& ui, const Rect& rect, const RecordLine& line) {
    panel(ui, rect);
    const float pad = ui.px(14);
    const float size = ui.sized(76);
    art(ui, line.picture, {rect.x + pad, rect.y + (rect.h - size) / 2, size, size});
    const float left = rect.x + size + 2 * pad;
    const float words = rect.right() - pad - left;
    const TextStyle strong = style_of(ui, Type::body, ui.theme().ink, true);
    const TextStyle soft = style_of(ui, Type::small, ui.theme().soft_ink);
    const float height = paragraph_height(ui, words, line.text, strong) + paragraph_height(ui, words, line.note, soft);
    float y = rect.y + (rect.h - height) / 2;
    y += paragraph(ui, {left, y}, words, line.text, strong);
    paragraph(ui, {left, y}, words, line.note, soft);
}

float group_rows(Ui& ui, float x, float y, float width, const RecordGroup& group) {
    y += paragraph(ui, {x, y}, width, group.title, style_of(ui, Type::lead, ui.theme().ink, true)) + ui.px(10);
    const int columns = std::clamp(static_cast<int>((width + ui.px(gap)) / (ui.sized(440) + ui.px(gap))), 1, 3);
    const float each = (width - ui.px(gap) * static_cast<float>(columns - 1)) / static_cast<float>(columns);
    for (std::size_t row = 0; row < group.lines.size(); row += static_cast<std::size_t>(columns)) {
        const std::size_t end = std::min(group.lines.size(), row + static_cast<std::size_t>(columns));
        float high = 0;
        for (std::size_t i = row; i < end; ++i) {
            high = std::max(high, line_height(ui, each, group.lines[i]));
        }
        for (std::size_t i = row; i < end; ++i) {
            record_line(ui, {x + static_cast<float>(i - row) * (each + ui.px(gap)), y, each, high}, group.lines[i]);
        }
        y += high + ui.px(gap);
    }
    return y;
}

/// The way on, after what is reached.
float next(Ui& ui, float x, float y, float width, const RecordView& view, Intents& intents) {
    const TextStyle strong = style_of(ui, Type::lead, ui.theme().ink, true);
    if (view.next.empty()) {
        return y + paragraph(ui, {x, y}, width, ui.say("record.all-done"), strong) + ui.px(wide_gap);
    }
    y += paragraph(ui, {x, y}, width, ui.say("record.next"), strong) + ui.px(10);
    const Label label{"icon-play", ui.say("record.next-button")};
    const ButtonKind kind = view.count == 0 ? ButtonKind::primary : ButtonKind::normal;
    const float wide = button_width(ui, label, kind) + ui.px(16);
    const float pad = ui.px(14);
    const float size = ui.sized(76);
    const float words = width - size - 3 * pad;
    const TextStyle title = style_of(ui, Type::body, ui.theme().ink, true);
    const bool beside = words - wide - pad > ui.sized(260);
    const float room = beside ? words - wide - pad : words;
    const float text = paragraph_height(ui, room, view.next_title, title);
    const float high =
        std::max(size, beside ? std::max(text, ui.sized(60)) : text + pad + ui.sized(60)) + 2 * ui.px(12);
    panel(ui, {x, y, width, high});
    art(ui, view.next_picture, {x + pad, y + (high - size) / 2, size, size});
    const float left = x + size + 2 * pad;
    const float stack = beside ? text : text + pad + ui.sized(60);
    const float top = y + (high - stack) / 2;
    paragraph(ui, {left, top}, room, view.next_title, title);
    const Rect place = beside ? Rect{x + width - pad - wide, y + (high - ui.sized(60)) / 2, wide, ui.sized(60)}
                              : Rect{left, top + text + pad, std::min(wide, words), ui.sized(60)};
    if (button(ui, "go-on", place, label, kind)) {
        intents.emplace_back(OpenLesson{view.next});
    }
    return y + high + ui.px(wide_gap);
}

float framework(Ui& ui, float x, float y, float width, const RecordFramework& shown) {
    const TextStyle strong = style_of(ui, Type::body, ui.theme().ink, true);
    const TextStyle name = style_of(ui, Type::body);
    const TextStyle number = style_of(ui, Type::body, ui.theme().primary, true);
    const TextStyle soft = style_of(ui, Type::small, ui.theme().soft_ink);
    y += paragraph(ui, {x, y}, width, shown.title, strong) + ui.px(6);
    const float left = ui.sized(56);
    const std::string most = ui.say({"record.competences.count", {{"count", "88"}}});
    const float right = lay_out(ui.fonts(), most, soft).width + ui.px(gap);
    for (const RecordCompetence& one : shown.competences) {
        const std::string count = one.lines == 1
                                      ? ui.say("record.competences.count-one")
                                      : ui.say({"record.competences.count", {{"count", std::to_string(one.lines)}}});
        paragraph(ui, {x, y}, left, one.number, number);
        const TextBlock told = lay_out(ui.fonts(), count, soft);
        draw(ui.picture(), told, {x + width - told.width, y + ui.sized(2)});
        y += paragraph(ui, {x + left, y}, width - left - right, one.name, name) + ui.px(6);
    }
    return y + ui.px(gap);
}

float framework_height(Ui& ui, float width, const RecordFramework& shown) {
    const TextStyle name = style_of(ui, Type::body);
    const std::string most = ui.say({"record.competences.count", {{"count", "88"}}});
    const float right = lay_out(ui.fonts(), most, style_of(ui, Type::small)).width + ui.px(gap);
    float height = paragraph_height(ui, width, shown.title, style_of(ui, Type::body, ui.theme().ink, true)) + ui.px(6);
    for (const RecordCompetence& one : shown.competences) {
        height += paragraph_height(ui, width - ui.sized(56) - right, one.name, name) + ui.px(6);
    }
    return height + ui.px(gap);
}

float frameworks(Ui& ui, float x, float y, float width, const RecordView& view) {
    if (view.frameworks.empty()) {
        return y;
    }
    const float pad = ui.px(wide_gap);
    const float inner = width - 2 * pad;
    const TextStyle title = style_of(ui, Type::lead, ui.theme().ink, true);
    const TextStyle soft = style_of(ui, Type::body, ui.theme().soft_ink);
    const std::string heading = ui.say("record.competences.title");
    const std::string about = ui.say("record.competences.about");
    float height = paragraph_height(ui, inner, heading, title) + paragraph_height(ui, inner, about, soft) + ui.px(gap);
    for (const RecordFramework& one : view.frameworks) {
        height += framework_height(ui, inner, one);
    }
    panel(ui, {x, y, width, height + 2 * pad - ui.px(gap)});
    float line = y + pad;
    line += paragraph(ui, {x + pad, line}, inner, heading, title);
    line += paragraph(ui, {x + pad, line}, inner, about, soft) + ui.px(gap);
    for (const RecordFramework& one : view.frameworks) {
        line = framework(ui, x + pad, line, inner, one);
    }
    return y + height + 2 * pad;
}

} // namespace

void show(Ui& ui, RecordPage& page, const RecordView& view, Intents& intents) {
    header(ui, view, intents);
    const float margin = ui.px(wide_gap);
    const float top = header_height(ui);
    const float width = std::min(ui.window().w - 2 * margin, ui.px(1500));
    const Rect room{(ui.window().w - width) / 2, top, width, ui.window().h - top - ui.px(12)};
    ScrollArea area(ui, "record", room, page.scrolled);
    const float wide = area.width();
    float y = area.top() + ui.px(8);
    y = sum(ui, room.x, y, wide, view, intents) + margin;
    for (const RecordGroup& group : view.groups) {
        y = group_rows(ui, room.x, y, wide, group) + ui.px(12);
    }
    y = next(ui, room.x, y, wide, view, intents);
    y = frameworks(ui, room.x, y, wide, view);
    area.finish(y + ui.px(8));
}

} // namespace screen
