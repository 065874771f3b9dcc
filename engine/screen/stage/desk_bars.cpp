// Paints the desktop behind the windows and around them: wallpaper, icons, task bar or top bar and dock, start menu or
// overview.
#include "screen/stage/desk_painters.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace screen {

using world::Target;

namespace {

constexpr double task_wide = 204; // units, as all here
constexpr double bar_icon = 30;
constexpr double dock_icon = 52;
constexpr double start_wide = 420;
constexpr double start_row = 56;
constexpr double place_row = 44;
constexpr std::int64_t minutes_a_day = 24 * 60;

struct Moment {
    std::string time;
    std::string date;
};

std::string two_digits(std::int64_t number) {
    return (number < 10 ? "0" : "") + std::to_string(number);
}

/// The practice computer's time of day and date. It began in 2026, and no practice reaches 2027.
Moment moment_of(const DeskScene& scene) {
    constexpr std::array<std::int64_t, 12> days{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    const std::int64_t minutes = std::max<std::int64_t>(0, scene.desk.clock + scene.cues.now / 60'000);
    std::int64_t day = (minutes / minutes_a_day) % 365;
    std::size_t month = 0;
    while (day >= days.at(month)) {
        day -= days.at(month);
        ++month;
    }
    const std::int64_t of_day = minutes % minutes_a_day;
    const auto number = static_cast<std::int64_t>(month) + 1;
    return {two_digits(of_day / 60) + ":" + two_digits(of_day % 60),
            scene.stage.ui.say(base::Message{
                "desk.date", {{"day", two_digits(day + 1)}, {"month", two_digits(number)}, {"year", "2026"}}})};
}

std::vector<const Target*> tasks_of(const Kit& kit) {
    std::vector<const Target*> tasks;
    for (const Target* target : kit.part("bar")) {
        if (target->role == world::Role::tab) {
            tasks.push_back(target);
        }
    }
    return tasks;
}

/// The words below an icon on the wallpaper: light on a soft dark ground, whatever the picture is.
void paint_icon(Kit& kit, const Target& target, const Rect& rect) {
    const bool is_high_contrast = kit.ui().look().high_contrast;
    const Feel touched = kit.feel(target, rect);
    if (target.on || touched.hovered || touched.lit || touched.pressed) {
        const float share = target.on || touched.lit ? 0.42F : 0.24F;
        kit.picture().fill(rect, hex(0xFFFFFF, static_cast<std::uint8_t>(share * 255)), kit.px(8));
        kit.picture().outline(rect, target.on || touched.lit ? std::max(2.0F, kit.px(2)) : 1.0F,
                              hex(0xFFFFFF, target.on || touched.lit ? 230 : 110), kit.px(8));
    }
    const float high = kit.px(50);
    kit.symbol(target.picture, {rect.x, rect.y + kit.px(4), rect.w, high}, 48, hex(0xFFFFFF));
    const TextStyle style = kit.style(15.5, hex(0xFFFFFF), false, Align::centre);
    const Rect below{rect.x + kit.px(3), rect.y + high + kit.px(6), rect.w - kit.px(6), rect.h};
    const std::string words = kit.words(target.words);
    TextStyle left = style;
    left.align = Align::start;
    const TextBlock block = lay_out_plain(kit.ui().fonts(), words, left, below.w);
    const std::size_t lines = std::min<std::size_t>(block.lines.size(), 2);
    const float deep =
        lines == 0 ? 0 : block.height / static_cast<float>(block.lines.size()) * static_cast<float>(lines);
    const float wide = std::min(block.width + kit.px(12), rect.w);
    kit.picture().fill({below.centre().x - wide / 2, below.y, wide, deep + kit.px(2)},
                       is_high_contrast ? hex(0x000000) : hex(0x0D1B2C, 150), kit.px(6));
    kit.short_lines(words, below, style, 2);
    kit.note(target, rect);
}

void paint_tray(Kit& kit, const Rect& room, const Rect& clock_place, Colour ink) {
    if (const Target* clock = kit.find("bar/clock")) {
        kit.note(*clock, clock_place);
    }
    float right = clock_place.x - kit.px(6);
    for (const std::string_view name : {"desk-battery", "desk-sound", "desk-wifi"}) {
        const float side = kit.px(26);
        kit.icon(name, {right - side, room.y, side, room.h}, 19, ink);
        right -= side;
    }
    if (const Target* stick = kit.find("bar/stick")) {
        const float side = kit.px(40);
        kit.button(*stick, {right - side - kit.px(4), room.y + (room.h - side) / 2, side, side}, false);
    }
}

/// The task bar: start button, a button for each window, the tray.
void paint_task_bar(Kit& kit, const DeskScene& scene, const Rect& room) {
    const DeskColours& colours = kit.colours();
    kit.picture().fill(room, colours.bar);
    kit.picture().fill({room.x, room.y, room.w, std::max(1.0F, kit.px(1))}, colours.line);
    float x = room.x + kit.px(6);
    if (const Target* start = kit.find("bar/start")) {
        const Rect place{x, room.y + kit.px(3), kit.px(52), room.h - kit.px(6)};
        const Feel touched = kit.feel(*start, place);
        if (start->on || touched.hovered || touched.pressed) {
            kit.picture().fill(
                place, touched.pressed || start->on ? colours.pressed : mixed(colours.pressed, colours.bar, 0.4F),
                kit.px(6));
        }
        kit.icon(start->picture, place, bar_icon, colours.accent);
        kit.note_piece(*start, place, kit.words(start->words));
        x = place.right() + kit.px(8);
    }
    const std::vector<const Target*> tasks = tasks_of(kit);
    const float tray = kit.px(104 + 78 + 60);
    const float free = room.right() - tray - x;
    const float wide = tasks.empty() ? 0 : std::min(kit.px(task_wide), free / static_cast<float>(tasks.size()));
    for (const Target* task : tasks) {
        const Rect place{std::round(x), room.y + kit.px(4), std::round(wide - kit.px(4)), room.h - kit.px(8)};
        const Feel touched = kit.feel(*task, place);
        const bool filled = task->on || touched.hovered || touched.pressed || touched.lit;
        if (filled) {
            kit.picture().fill(place, task->on ? colours.surface : mixed(colours.pressed, colours.bar, 0.4F),
                               kit.px(6));
        }
        const float line = place.w * (task->on ? 0.5F : 0.18F);
        kit.picture().fill({place.centre().x - line / 2, place.bottom() - kit.px(4), line, kit.px(3)},
                           task->on ? colours.accent : colours.field_line, kit.px(1.5));
        const bool is_narrow = place.w < kit.px(84);
        const Rect icon_room = is_narrow ? place : Rect{place.x + kit.px(7), place.y, kit.px(28), place.h};
        kit.art(task->picture, icon_room, 27);
        if (!is_narrow) {
            kit.line(kit.words(task->words), {place.x + kit.px(42), place.y, place.w - kit.px(48), place.h},
                     kit.style(16, colours.on_bar));
        }
        kit.note_piece(*task, place, kit.words(task->words));
        x += wide;
    }
    const Moment moment = moment_of(scene);
    // Small letters do not become smaller with the stage, and the date is never cut.
    const float date = kit.text_width(moment.date, kit.style(14.5, colours.on_bar)) + kit.px(2);
    const float clock_wide = std::max(kit.px(98), std::ceil(date));
    const Rect clock{room.right() - kit.px(10) - clock_wide, room.y, clock_wide, room.h};
    kit.line(moment.time, {clock.x, room.y + kit.px(2), clock.w, kit.px(24)},
             kit.style(16, colours.on_bar, false, Align::end));
    kit.line(moment.date, {clock.x, room.y + kit.px(22), clock.w, kit.px(24)},
             kit.style(14.5, colours.on_bar, false, Align::end));
    paint_tray(kit, room, clock, colours.on_bar);
}

/// A round light ground behind something on the dark bars.
void light_ground(Kit& kit, const Rect& place, const Feel& touched, bool on, double radius) {
    if (on || touched.hovered || touched.pressed || touched.lit) {
        const std::uint8_t opacity = touched.pressed ? 90 : on ? 70 : 46;
        kit.picture().fill(place, hex(0xFFFFFF, opacity), kit.px(radius));
    }
}

void paint_top_bar(Kit& kit, const DeskScene& scene, const Rect& room) {
    const DeskColours& colours = kit.colours();
    kit.picture().fill(room, colours.bar);
    if (const Target* start = kit.find("bar/start")) {
        const TextStyle style = kit.style(17, colours.on_bar, true);
        const std::string words = kit.words(start->words);
        const Rect place{room.x + kit.px(6), room.y + kit.px(2), kit.text_width(words, style) + kit.px(32),
                         room.h - kit.px(4)};
        light_ground(kit, place, kit.feel(*start, place), start->on, 16);
        kit.line(words, {place.x + kit.px(16), place.y, place.w - kit.px(20), place.h}, style);
        kit.note(*start, place);
    }
    const Moment moment = moment_of(scene);
    const Rect clock{room.centre().x - kit.px(110), room.y, kit.px(220), room.h};
    kit.line(moment.date + "   " + moment.time, clock, kit.style(17, colours.on_bar, true, Align::centre));
    if (const Target* target = kit.find("bar/clock")) {
        kit.note(*target, clock);
    }
    float right = room.right() - kit.px(10);
    for (const std::string_view name : {"desk-battery", "desk-sound", "desk-wifi"}) {
        const float side = kit.px(28);
        kit.icon(name, {right - side, room.y, side, room.h}, 19, colours.on_bar);
        right -= side;
    }
    if (const Target* stick = kit.find("bar/stick")) {
        const Rect place{right - kit.px(46), room.y, kit.px(40), room.h};
        light_ground(kit, place, kit.feel(*stick, place), false, 16);
        kit.icon(stick->picture, place, 21, colours.on_bar);
        kit.note_piece(*stick, place, kit.words(stick->words));
    }
}

/// The open windows, in the middle below.
void paint_dock(Kit& kit, const Rect& room) {
    const std::vector<const Target*> tasks = tasks_of(kit);
    if (tasks.empty()) {
        return;
    }
    const float step = kit.px(dock_icon + 16);
    const float wide = step * static_cast<float>(tasks.size()) + kit.px(12);
    const Rect dock{std::round(room.centre().x - wide / 2), room.y + kit.px(2), wide, room.h - kit.px(8)};
    const bool is_high_contrast = kit.ui().look().high_contrast;
    kit.picture().fill(dock, is_high_contrast ? hex(0x000000) : hex(0x1B1822, 205), kit.px(18));
    if (is_high_contrast) {
        kit.picture().outline(dock, 2, hex(0xFFFFFF), kit.px(18));
    }
    float x = dock.x + kit.px(6);
    for (const Target* task : tasks) {
        const Rect place{x + kit.px(3), dock.y + kit.px(4), step - kit.px(6), dock.h - kit.px(8)};
        light_ground(kit, place, kit.feel(*task, place), task->on, 12);
        kit.art(task->picture, {place.x, place.y + kit.px(1), place.w, place.h - kit.px(8)}, 46);
        kit.picture().disc({place.centre().x, place.bottom() - kit.px(4.5)}, kit.px(2.5), hex(0xFFFFFF));
        kit.note_piece(*task, place, kit.words(task->words));
        x += step;
    }
}

// --- The start menu -------------------------------------------------------------------------------------------------

void paint_start_row(Kit& kit, const Target& target, const Rect& row, double icon) {
    const Feel touched = kit.feel(target, row);
    const DeskColours& colours = kit.colours();
    if (touched.hovered || touched.pressed || touched.focused) {
        kit.picture().fill(row, touched.pressed ? colours.pressed : colours.hover, kit.px(8));
    }
    kit.symbol(target.picture, {row.x + kit.px(12), row.y, kit.px(icon), row.h}, icon, colours.ink);
    const float left = row.x + kit.px(12 + 40 + 14);
    kit.line(kit.words(target.words), {left, row.y, row.right() - left, row.h},
             kit.style(icon > 30 ? 19 : 17.5, colours.ink));
    kit.note(target, row);
}

void paint_start_menu(Kit& kit, const DeskScene& scene) {
    const Stage& stage = scene.stage;
    const DeskColours& colours = kit.colours();
    const std::vector<const Target*> programs = kit.part("start");
    const std::vector<const Target*> places = kit.part("start-places");
    const Rect room = stage.at(world::work_area(scene.desk));
    const float high = kit.px(28 + 40 + 40 + 22) + kit.px(start_row) * static_cast<float>(programs.size()) +
                       kit.px(place_row) * static_cast<float>(places.size());
    const Rect card{room.x + kit.px(10), room.bottom() - high - kit.px(10), kit.px(start_wide), high};
    scene.begin_layer("start", card);
    Picture& picture = stage.picture();
    picture.shadow(card.moved(0, kit.px(8)), kit.px(28), colours.shadow, kit.px(12));
    picture.fill(card, colours.menu, kit.px(12));
    picture.outline(card, kit.ui().look().high_contrast ? 2.0F : 1.0F,
                    kit.ui().look().high_contrast ? colours.line : faded(colours.ink, 0.2F), kit.px(12));
    const Rect inside = card.inset(kit.px(14));
    const TextStyle head = kit.style(16.5, colours.soft_ink, true);
    float y = inside.y;
    kit.line(kit.say("desk.start.programs"), {inside.x + kit.px(12), y, inside.w, kit.px(36)}, head);
    y += kit.px(40);
    for (const Target* program : programs) {
        paint_start_row(kit, *program, {inside.x, y, inside.w, kit.px(start_row)}, 40);
        y += kit.px(start_row);
    }
    y += kit.px(8);
    kit.divider({inside.x, y, inside.w, kit.px(1)});
    y += kit.px(8);
    kit.line(kit.say("desk.start.places"), {inside.x + kit.px(12), y, inside.w, kit.px(32)}, head);
    y += kit.px(34);
    for (const Target* place : places) {
        paint_start_row(kit, *place, {inside.x, y, inside.w, kit.px(place_row)}, 30);
        y += kit.px(place_row);
    }
}

// --- The overview ---------------------------------------------------------------------------------------------------

/// A window as the overview shows it: a small sheet with its title bar, and its program's icon.
void paint_small_window(Kit& kit, const Target& target, const Rect& place) {
    const DeskColours& colours = kit.colours();
    const Feel touched = kit.feel(target, place);
    const Rect sheet{place.x, place.y, place.w, place.h - kit.px(30)};
    Picture& picture = kit.picture();
    picture.shadow(sheet.moved(0, kit.px(5)), kit.px(16), hex(0x000000, 120), kit.px(9));
    picture.fill(sheet, colours.surface, kit.px(9));
    picture.fill({sheet.x, sheet.y, sheet.w, kit.px(22)}, colours.title, kit.px(9));
    picture.fill({sheet.x, sheet.y + kit.px(11), sheet.w, kit.px(11)}, colours.title);
    picture.fill({sheet.x, sheet.y + kit.px(22), sheet.w * 0.24F, sheet.h - kit.px(30)}, colours.side);
    for (int i = 0; i < 5; ++i) {
        const float y = sheet.y + kit.px(38 + 26.0 * i);
        picture.fill({sheet.x + sheet.w * 0.05F, y, sheet.w * 0.14F, kit.px(6)}, colours.pressed, kit.px(3));
        picture.fill({sheet.x + sheet.w * 0.32F, y, sheet.w * (i % 2 == 0 ? 0.56F : 0.42F), kit.px(6)}, colours.pressed,
                     kit.px(3));
    }
    picture.disc({sheet.right() - kit.px(13), sheet.y + kit.px(11)}, kit.px(5.5), colours.field_line);
    kit.art(target.picture, {sheet.x, sheet.y + kit.px(22), sheet.w, sheet.h - kit.px(22)}, 64);
    if (touched.hovered || touched.pressed || touched.focused) {
        picture.outline(sheet.inset(-kit.px(4)), std::max(3.0F, kit.px(4)), hex(0xFFFFFF), kit.px(12));
    }
    kit.line(kit.words(target.words), {place.x, sheet.bottom() + kit.px(6), place.w, kit.px(24)},
             kit.style(17, hex(0xFFFFFF), true, Align::centre));
    kit.note(target, place);
}

void paint_big_icon(Kit& kit, const Target& target, const Rect& place, double icon) {
    light_ground(kit, place, kit.feel(target, place), false, 14);
    kit.symbol(target.picture, {place.x, place.y + kit.px(8), place.w, kit.px(icon)}, icon, hex(0xFFFFFF));
    kit.line(kit.words(target.words), {place.x, place.y + kit.px(icon + 14), place.w, kit.px(26)},
             kit.style(17, hex(0xFFFFFF), false, Align::centre));
    kit.note(target, place);
}

void paint_row(Kit& kit, const std::vector<const Target*>& targets, const Rect& room, double wide, double icon) {
    const float step =
        std::min(kit.px(wide + 24), room.w / static_cast<float>(std::max<std::size_t>(targets.size(), 1)));
    float x = room.centre().x - step * static_cast<float>(targets.size()) / 2;
    for (const Target* target : targets) {
        const Rect place{std::round(x + (step - kit.px(wide)) / 2), room.y, kit.px(wide), room.h};
        paint_big_icon(kit, *target, place, icon);
        x += step;
    }
}

void paint_overview(Kit& kit, const DeskScene& scene) {
    const Rect room = scene.stage.at(world::work_area(scene.desk));
    kit.picture().fill({room.x, room.y, room.w, scene.stage.rect.bottom() - room.y},
                       kit.ui().look().high_contrast ? hex(0x000000) : hex(0x1D1A26, 205));
    const std::vector<const Target*> windows = kit.part("start-windows");
    const auto count = static_cast<float>(std::max<std::size_t>(windows.size(), 1));
    const float above = windows.empty() ? kit.px(70) : kit.px(262);
    const float wide = std::min(kit.px(250), (room.w - kit.px(60)) / count - kit.px(24));
    float x = room.centre().x - (wide + kit.px(24)) * count / 2 + kit.px(12);
    for (const Target* window : windows) {
        paint_small_window(kit, *window, {std::round(x), room.y + kit.px(22), wide, kit.px(206)});
        x += wide + kit.px(24);
    }
    float y = room.y + above;
    const TextStyle head = kit.style(17, hex(0xFFFFFF), true, Align::centre);
    kit.line(kit.say("desk.start.programs"), {room.x, y, room.w, kit.px(28)}, head);
    paint_row(kit, kit.part("start"), {room.x, y + kit.px(34), room.w, kit.px(130)}, 136, 80);
    y += kit.px(180);
    kit.line(kit.say("desk.start.places"), {room.x, y, room.w, kit.px(28)}, head);
    paint_row(kit, kit.part("start-places"), {room.x, y + kit.px(34), room.w, kit.px(102)}, 150, 54);
}

} // namespace

void paint_wallpaper(const DeskScene& scene) {
    const Stage& stage = scene.stage;
    if (stage.ui.look().high_contrast) {
        stage.picture().fill(stage.rect, hex(0x000000));
        return;
    }
    art(stage.ui, scene.is_bar_look() ? "wallpaper-sea" : "wallpaper-hills", stage.rect);
}

void paint_icons(const DeskScene& scene, const std::vector<Target>& targets) {
    Kit kit = scene.kit(targets, "desktop");
    if (const Target* ground = kit.find("desktop/ground")) {
        kit.note(*ground, scene.stage.at(world::work_area(scene.desk)));
    }
    std::size_t number = 0;
    for (const Target* icon : kit.part("desktop")) {
        paint_icon(kit, *icon, scene.stage.at(world::icon_at(scene.desk, number++)));
    }
}

void paint_bar(const DeskScene& scene, const std::vector<Target>& targets) {
    const Rect& all = scene.stage.rect;
    const Rect room = scene.stage.at(world::work_area(scene.desk));
    Kit kit = scene.kit(targets, "bar");
    if (scene.is_bar_look()) {
        const Rect bar{all.x, room.bottom(), all.w, all.bottom() - room.bottom()};
        scene.begin_layer("bar", bar);
        paint_task_bar(kit, scene, bar);
        return;
    }
    const Rect top{all.x, all.y, all.w, room.y - all.y};
    const Rect dock{all.x, room.bottom(), all.w, all.bottom() - room.bottom()};
    scene.begin_layer("bar", top);
    paint_top_bar(kit, scene, top);
    scene.memory.next_layers.push_back({"bar", dock});
    paint_dock(kit, dock);
}

void paint_start(const DeskScene& scene, const std::vector<Target>& targets) {
    if (!scene.desk.start_is_open) {
        return;
    }
    Kit kit = scene.kit(targets, "start");
    const Rect room = scene.stage.at(world::work_area(scene.desk));
    if (!scene.is_bar_look()) {
        scene.begin_layer("start", {room.x, room.y, room.w, scene.stage.rect.bottom() - room.y});
    }
    if (const Target* ground = kit.find("start/close")) {
        kit.note(*ground, room);
    }
    if (scene.is_bar_look()) {
        paint_start_menu(kit, scene);
    } else {
        paint_overview(kit, scene);
    }
}

} // namespace screen
