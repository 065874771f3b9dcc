// Draws the file manager: where one can go on the left, the way here above, and the folder's files.
#include "screen/stage/desk_kit.h"

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

namespace screen {

namespace {

constexpr double row_high = 48; // units, as all here
constexpr double side_width = 216;
constexpr double search_width = 210;
constexpr double status_high = 32;
constexpr double margin = 8;

/// The way from the outermost folder to the one shown. Where it is too long, its first parts give way, down to what can
/// still be touched.
void paint_path(Kit& kit, const Rect& rect) {
    const DeskColours& colours = kit.colours();
    kit.picture().fill(rect, colours.field, kit.px(5));
    kit.picture().outline(rect, std::max(1.0F, kit.px(1.2)), colours.line, kit.px(5));
    const std::vector<const world::Target*> parts = kit.part("path");
    const TextStyle plain = kit.style(17, colours.soft_ink);
    const TextStyle here = kit.style(17, colours.ink, true);
    const float arrow = kit.px(16);
    const float inner = kit.px(8);
    std::vector<float> widths;
    float whole = kit.px(8);
    for (const world::Target* part : parts) {
        widths.push_back(kit.text_width(kit.words(part->words), part->on ? here : plain) + 2 * inner + 1);
        whole += widths.back() + arrow;
    }
    const float least = std::min(kit.px(34), (rect.w - kit.px(8)) / static_cast<float>(parts.size()) - arrow);
    for (float& width : widths) {
        const float narrower = std::max(std::min(width, least), width - std::max(0.0F, whole - rect.w));
        whole -= width - narrower;
        width = narrower;
    }
    const Clipped clip(kit.picture(), rect);
    float x = rect.x + kit.px(4);
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (i > 0) {
            const float y = rect.centre().y;
            kit.picture().stroke({{x + kit.px(5), y - kit.px(5)}, {x + kit.px(10), y}, {x + kit.px(5), y + kit.px(5)}},
                                 std::max(1.5F, kit.px(1.6)), colours.soft_ink);
            x += arrow;
        }
        const Rect place{x, rect.y + kit.px(3), std::min(x + widths[i], rect.right() - kit.px(2)) - x,
                         rect.h - kit.px(6)};
        const Feel feel = kit.feel(*parts[i], place);
        if (feel.lit || feel.pressed || feel.hovered) {
            kit.picture().fill(place,
                               feel.lit       ? colours.chosen
                               : feel.pressed ? colours.pressed
                                              : colours.hover,
                               kit.px(4));
        }
        kit.line(kit.words(parts[i]->words), {place.x + inner, place.y, place.w - 2 * inner + 1, place.h},
                 parts[i]->on ? here : plain);
        kit.note(*parts[i], place);
        x += widths[i];
    }
}

/// The commands: all with their words where these have room; otherwise, as on today's systems, only the first and those
/// that change the view, while the icons of the others tell their words when the pointer rests on them.
void paint_commands(Kit& kit, const Rect& rect) {
    const std::vector<const world::Target*> tools = kit.part("toolbar");
    const float between = kit.px(4);
    float whole = 0;
    for (const world::Target* tool : tools) {
        whole += kit.button_width(*tool, true) + between;
    }
    const bool all_fit = whole <= rect.w;
    const auto is_told = [&](const world::Target* tool) {
        return all_fit || tool == tools.front() || tool->name.ends_with("sort") || tool->name.ends_with("view");
    };
    float taken = 0;
    for (const world::Target* tool : tools) {
        taken += kit.button_width(*tool, is_told(tool)) + between;
    }
    const bool has_words = taken <= rect.w;
    const float high = kit.px(40);
    float x = rect.x;
    for (const world::Target* tool : tools) {
        const bool is_worded = has_words && is_told(tool);
        const float wide = kit.button_width(*tool, is_worded);
        kit.button(*tool, {x, std::round(rect.y + (rect.h - high) / 2), wide, high}, is_worded);
        x += wide + between;
    }
}

/// The field for a search, with the button in it that begins or ends it.
void paint_search(Kit& kit, const Rect& rect) {
    const float side = rect.h - kit.px(4);
    for (const world::Target* target : kit.part("search")) {
        if (target->role == world::Role::field) {
            kit.field(*target, rect);
        } else {
            kit.button(*target, {rect.right() - side - kit.px(2), rect.y + kit.px(2), side, side}, false);
        }
    }
}

/// Back, forward and up, the way here, and the search.
void paint_navigation(Kit& kit, const Rect& rect) {
    const float high = kit.px(38);
    const float y = std::round(rect.y + (rect.h - high) / 2);
    const float left = kit.tools(kit.part("navigation"), {rect.x + kit.px(margin), rect.y, kit.px(140), rect.h});
    const float search = std::min(kit.px(search_width), rect.w * 0.34F);
    const float right = rect.right() - kit.px(margin) - search;
    paint_path(kit, {left + kit.px(4), y, right - left - kit.px(4 + margin), high});
    paint_search(kit, {right, y, search, high});
}

void paint_files(Kit& kit, const world::Files& files, const Rect& rect) {
    const world::Disk& disk = kit.desk().disk.now();
    const int folder = world::shown_folder(files, disk);
    const bool is_searching = !world::searched(files).empty();
    ListStyle look;
    look.row = 42;
    look.about = std::to_string(folder) + (is_searching ? "?" : "");
    look.when_empty = is_searching                                                  ? "desk.files.nothing-found"
                      : folder == world::folder_at(disk, world::StandardPlace::bin) ? "desk.files.bin-is-empty"
                                                                                    : "desk.files.empty";
    for (const world::Shown& one : world::shown_files(files, disk)) {
        if (files.renaming != 0 && one.node == files.renaming) {
            look.renamed = one.target;
        }
    }
    if (files.shows_icons) {
        return kit.grid("main", rect, look);
    }
    // Those columns that the window has room for.
    std::vector<Column> columns{{"heading/name", 0}};
    for (const auto& [heading, width] :
         {std::pair("heading/folder", 140), {"heading/changed", 178}, {"heading/kind", 106}, {"heading/size", 108}}) {
        if (kit.find(heading) != nullptr) {
            columns.push_back({heading, static_cast<double>(width)});
        }
    }
    kit.list("main", rect, columns, look);
}

/// Why the new name cannot be, in a bubble below the field.
void paint_name_fault(Kit& kit, const Rect& room) {
    const world::Target* field = kit.find("field/rename");
    if (field == nullptr || field->details.empty()) {
        return;
    }
    const std::string name = kit.full(field->name);
    const auto spot = std::ranges::find_if(kit.memory().spots.rbegin(), kit.memory().spots.rend(),
                                           [&](const Spot& one) { return one.target.name == name; });
    if (spot == kit.memory().spots.rend()) {
        return;
    }
    const std::string text = kit.words(field->details.front());
    const TextStyle letters = kit.style(17, kit.colours().warning_ink);
    const float inner = kit.px(10);
    const float wide = std::min(kit.px(380), room.w - 2 * inner);
    const float high = kit.paragraph_height(text, wide - 2 * inner, letters) + 2 * inner;
    const float x = std::clamp(spot->rect.x, room.x + inner, room.right() - wide - inner);
    const bool fits_below = spot->rect.bottom() + high + inner <= room.bottom();
    const float y = fits_below ? spot->rect.bottom() + kit.px(4) : spot->rect.y - high - kit.px(4);
    kit.picture().fill({x, y, wide, high}, kit.colours().warning, kit.px(6));
    kit.picture().outline({x, y, wide, high}, std::max(1.0F, kit.px(1.2)), kit.colours().field_line, kit.px(6));
    kit.paragraph(text, {x + inner, y + inner}, wide - 2 * inner, letters);
}

void paint_status(Kit& kit, const Rect& rect) {
    kit.picture().fill(rect, kit.colours().chrome);
    kit.divider({rect.x, rect.y, rect.w, kit.px(1)});
    if (const world::Target* status = kit.find("status")) {
        kit.line(kit.words(status->words), {rect.x + kit.px(14), rect.y, rect.w - kit.px(28), rect.h},
                 kit.style(16, kit.colours().soft_ink));
        kit.note(*status, rect);
    }
}

} // namespace

void paint_program(Kit& kit, const world::Files& files, const Rect& room) {
    const DeskColours& colours = kit.colours();
    const float row = std::round(kit.px(row_high));
    const float status = std::round(kit.px(status_high));
    const float left = std::round(std::min(kit.px(side_width), room.w * 0.34F));
    const Rect top{room.x, room.y, room.w, row};
    const Rect tools{room.x, top.bottom(), room.w, row};
    const Rect side{room.x, tools.bottom(), left, room.bottom() - tools.bottom() - status};
    const Rect main{side.right(), side.y, room.w - left, side.h};
    kit.picture().fill(room, colours.surface);
    kit.picture().fill({room.x, room.y, room.w, 2 * row}, colours.chrome);
    paint_navigation(kit, top);
    paint_commands(kit, {tools.x + kit.px(margin), tools.y, tools.w - kit.px(2 * margin), tools.h});
    kit.side(side);
    if (const world::Target* ground = kit.find("ground")) {
        const Feel feel = kit.feel(*ground, main);
        if (feel.lit) {
            kit.picture().outline(main.inset(kit.px(2)), std::max(2.0F, kit.px(2)), colours.accent, kit.px(6));
        }
        kit.note(*ground, main);
    }
    kit.divider({room.x, tools.bottom() - kit.px(1), room.w, kit.px(1)});
    kit.divider({main.x - kit.px(1), main.y, kit.px(1), main.h});
    paint_files(kit, files, main);
    paint_status(kit, {room.x, room.bottom() - status, room.w, status});
    paint_name_fault(kit, room);
}

} // namespace screen
