// Whole parts: toolbars, side bars, lists with columns, grids of icons.
#include "screen/stage/desk_kit.h"

#include <algorithm>
#include <cmath>

namespace screen {

using world::Role;
using world::Target;

namespace {

constexpr double button_high = 40; // units, as all here
constexpr double between_buttons = 4;
constexpr double place_high = 40;
constexpr double heading_high = 34;
constexpr double cell_width = 116;
constexpr double cell_height = 118;
constexpr double cell_icon = 60;

/// Which buttons show their words: strong ones first, then the others in their order, as long as all have room.
std::vector<bool> with_words(const Kit& kit, const std::vector<const Target*>& targets, float room) {
    std::vector<bool> worded(targets.size(), false);
    float taken = 0;
    for (const Target* target : targets) {
        taken += kit.button_width(*target, false) + kit.px(between_buttons);
    }
    for (const bool strong : {true, false}) {
        for (std::size_t i = 0; i < targets.size(); ++i) {
            const float more = kit.button_width(*targets[i], true) - kit.button_width(*targets[i], false);
            if (targets[i]->strong == strong && taken + more <= room) {
                worded[i] = true;
                taken += more;
            }
        }
    }
    return worded;
}

} // namespace

float Kit::tools(const std::vector<const Target*>& targets, const Rect& rect) {
    const std::vector<bool> worded = with_words(*this, targets, rect.w);
    const float high = std::min(px(button_high), rect.h);
    const float y = std::round(rect.y + (rect.h - high) / 2);
    float x = rect.x;
    for (std::size_t i = 0; i < targets.size(); ++i) {
        const float wide = button_width(*targets[i], worded[i]);
        button(*targets[i], {x, y, wide, high}, worded[i]);
        x += wide + px(between_buttons);
    }
    return x;
}

void Kit::side(const Rect& rect, std::string_view name) {
    const std::vector<const Target*> targets = part(name);
    const auto places = static_cast<float>(
        std::ranges::count_if(targets, [](const Target* target) { return target->role != Role::button; }));
    picture().fill(rect, colours_.side);
    const float high = px(place_high);
    const ScrollPart all = scroll(name, rect, places * high + px(16));
    float y = all.top() + px(8);
    Rect last{};
    for (const Target* target : targets) {
        if (target->role == Role::button) {
            const float side = std::min(high - px(4), px(36));
            button(*target, {last.right() - side - px(2), last.y + (last.h - side) / 2, side, side}, false);
            continue;
        }
        last = {all.room().x + px(6), y + px(1), all.room().w - px(12), high - px(2)};
        draw_place(*target, last);
        note(*target, last);
        y += high;
    }
}

void Kit::draw_place(const Target& target, const Rect& rect) {
    const Feel touched = feel(target, rect);
    row_ground(target, rect, touched);
    if (target.on && is_bar_look()) {
        picture().fill({rect.x, rect.y + rect.h * 0.26F, px(4), rect.h * 0.48F}, colours_.accent, px(2));
    }
    const Colour ink = !target.enabled ? colours_.faint_ink : target.on ? colours_.chosen_ink : colours_.ink;
    symbol(target.picture, {rect.x + px(10), rect.y, px(24), rect.h}, 23, ink);
    const float left = rect.x + (target.picture.empty() ? px(12) : px(43));
    float right = rect.right() - px(8);
    if (!target.details.empty()) {
        const TextStyle small = style(15, ink, target.strong, Align::end);
        const std::string count = words(target.details.front());
        const float wide = text_width(count, small) + 1;
        line(count, {right - wide, rect.y, wide, rect.h}, small);
        right -= wide + px(8);
    }
    line(words(target.words), {left, rect.y, right - left, rect.h}, style(17, ink, target.strong));
}

void Kit::row_ground(const Target& target, const Rect& rect, const Feel& touched) {
    const float radius = px(6);
    if (target.on) {
        picture().fill(rect, colours_.chosen, radius);
        if (ui().look().high_contrast) {
            picture().outline(rect, std::max(2.0F, px(2)), colours_.accent, radius);
        }
    } else if (touched.hovered || touched.pressed) {
        picture().fill(rect, touched.pressed ? colours_.pressed : colours_.hover, radius);
    }
    if (touched.lit) {
        picture().fill(rect, colours_.chosen, radius);
        picture().outline(rect, std::max(2.0F, px(2)), colours_.accent, radius);
    }
}

void Kit::draw_row(const Target& target, const Rect& rect) {
    draw_columns(target, rect, {rect}, {Column{}}, ListStyle{});
}

void Kit::draw_columns(const Target& target, const Rect& rect, const std::vector<Rect>& columns,
                       const std::vector<Column>& kinds, const ListStyle& look) {
    const Colour ink = !target.enabled ? colours_.faint_ink : target.on ? colours_.chosen_ink : colours_.ink;
    const Colour pale = target.on || !target.enabled ? ink : colours_.soft_ink;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        Rect cell{columns[i].x + px(8), rect.y, columns[i].w - px(16), rect.h};
        if (i > 0) {
            const std::size_t detail = i - 1;
            const std::string text = detail < target.details.size() ? words(target.details[detail]) : std::string();
            line(text, cell, style(16, pale, target.strong, kinds[i].align));
            continue;
        }
        if (look.icon > 0 && !target.picture.empty()) {
            symbol(target.picture, {cell.x, rect.y, px(look.icon), rect.h}, look.icon, ink, target.enabled ? 1 : 0.5F);
            cell.x += px(look.icon + 10);
            cell.w -= px(look.icon + 10);
        }
        const Target* renaming = look.renamed == target.name ? find("field/rename") : nullptr;
        if (renaming != nullptr) {
            field(*renaming, {cell.x - px(8), rect.y + px(2), cell.w + px(8), rect.h - px(4)});
        } else {
            line(words(target.words), cell, style(18, ink, target.strong, kinds[i].align));
        }
    }
}

void Kit::follow_selected(const std::vector<const Target*>& items, const std::vector<Rect>& places) {
    std::string selected;
    std::size_t last = items.size();
    for (std::size_t i = 0; i < items.size(); ++i) {
        if (items[i]->on) {
            selected += items[i]->name + "\n";
            last = i;
        }
    }
    DeskScroll& part = memory_.scrolls[scroll_];
    if (part.followed != selected && last < items.size()) {
        follow(places[last]);
    }
    part.followed = selected;
}

void Kit::empty_word(const Rect& rect, const ListStyle& look) {
    if (!look.when_empty.empty()) {
        line(say(look.when_empty), {rect.x + px(16), rect.y + px(30), rect.w - px(32), px(40)},
             style(18, colours_.soft_ink, false, Align::centre));
    }
}

void Kit::rows(std::string_view name, const Rect& rect, const ListStyle& look, const DrawRow& draw) {
    const std::vector<const Target*> items = part(name);
    const float high = std::round(px(look.row));
    const float edge = px(4);
    const std::string scrolled = std::string(name) + "#" + look.about;
    const ScrollPart all = scroll(scrolled, rect, high * static_cast<float>(items.size()) + 2 * edge);
    if (items.empty()) {
        return empty_word(all.room(), look);
    }
    std::vector<Rect> places;
    float y = all.top() + edge;
    for (const Target* item : items) {
        const Rect place{all.room().x + edge, y, all.room().w - 2 * edge, high};
        places.push_back(place);
        note(*item, place);
        if (all.shows(place)) {
            const Feel touched = feel(*item, place);
            row_ground(*item, place, touched);
            draw(*item, place, touched);
        }
        y += high;
    }
    follow_selected(items, places);
}

void Kit::list(std::string_view name, const Rect& rect, const std::vector<Column>& columns, const ListStyle& look) {
    const bool has_headings =
        std::ranges::any_of(columns, [&](const Column& column) { return find(column.heading) != nullptr; });
    const float head = has_headings ? std::round(px(heading_high)) : 0;
    double fixed = 0;
    double elastic = 0;
    for (const Column& column : columns) {
        fixed += column.width;
        elastic += column.width > 0 ? 0 : 1;
    }
    const float room = rect.w - px(8) - px(14);
    // The others give way before the first is too narrow to tell anything.
    const float most_fixed = elastic > 0 ? room * 0.6F : room;
    const float narrowing = std::min(1.0F, most_fixed / std::max(px(fixed), 1.0F));
    const float rest = elastic > 0 ? (room - px(fixed) * narrowing) / static_cast<float>(elastic) : 0;
    std::vector<Rect> places;
    float x = rect.x + px(4);
    for (const Column& column : columns) {
        const float wide = column.width > 0 ? px(column.width) * narrowing : rest;
        places.push_back({x, rect.y, wide, head});
        x += wide;
    }
    for (std::size_t i = 0; has_headings && i < columns.size(); ++i) {
        if (const Target* heading = find(columns[i].heading)) {
            put(*heading, places[i]);
        }
    }
    if (has_headings) {
        divider({rect.x, rect.y + head, rect.w, px(1)});
    }
    rows(name, {rect.x, rect.y + head + px(1), rect.w, rect.h - head - px(1)}, look,
         [&](const Target& item, const Rect& row, const Feel&) { draw_columns(item, row, places, columns, look); });
}

void Kit::draw_cell(const Target& target, const Rect& rect, const ListStyle& look) {
    row_ground(target, rect, feel(target, rect));
    const Colour ink = !target.enabled ? colours_.faint_ink : target.on ? colours_.chosen_ink : colours_.ink;
    symbol(target.picture, {rect.x, rect.y + px(6), rect.w, px(cell_icon)}, cell_icon, ink, target.enabled ? 1 : 0.5F);
    const float top = rect.y + px(cell_icon + 9);
    const Rect below{rect.x + px(5), top, rect.w - px(10), rect.bottom() - top};
    const Target* renaming = look.renamed == target.name ? find("field/rename") : nullptr;
    if (renaming != nullptr) {
        field(*renaming, {rect.x, top, rect.w, px(36)});
    } else {
        short_lines(words(target.words), below, style(16, ink, target.strong, Align::centre), 2);
    }
}

void Kit::grid(std::string_view name, const Rect& rect, const ListStyle& look) {
    const std::vector<const Target*> items = part(name);
    const float edge = px(8);
    const float wide = px(cell_width);
    const float high = px(cell_height);
    const float room = rect.w - 2 * edge - px(14);
    const auto columns = static_cast<std::size_t>(std::max(1.0F, std::floor(room / wide)));
    const float step = room / static_cast<float>(columns);
    const std::size_t lines = (items.size() + columns - 1) / columns;
    const std::string scrolled = std::string(name) + "#" + look.about;
    const ScrollPart all = scroll(scrolled, rect, high * static_cast<float>(lines) + 2 * edge);
    if (items.empty()) {
        return empty_word(all.room(), look);
    }
    std::vector<Rect> places;
    for (std::size_t i = 0; i < items.size(); ++i) {
        const auto column = static_cast<float>(i % columns);
        const auto row = static_cast<float>(i / columns);
        const Rect place{std::round(rect.x + edge + column * step + (step - wide) / 2) + px(2),
                         std::round(all.top() + edge + row * high), wide - px(4), high - px(4)};
        places.push_back(place);
        note(*items[i], place);
        if (all.shows(place)) {
            draw_cell(*items[i], place, look);
        }
    }
    follow_selected(items, places);
}

} // namespace screen
