// Paints what lies in front of windows: menus, dialogs, the words at the pointer, and what is dragged.
#include "screen/stage/desk_painters.h"

#include <algorithm>
#include <cmath>

namespace screen {

using world::Target;

namespace {

constexpr double item_high = 40; // units, as all here
constexpr double dialog_wide = 520;
constexpr double dialog_margin = 24;
constexpr double field_high = 42;
constexpr double button_high = 42;
constexpr std::int64_t rest_before_tip = 600; // ms

void paint_card(const DeskScene& scene, const Rect& rect, double radius) {
    const DeskColours& colours = scene.colours();
    Picture& picture = scene.stage.picture();
    picture.shadow(rect.moved(0, scene.stage.px(6)), scene.stage.px(20), colours.shadow, scene.stage.px(radius));
    picture.fill(rect, colours.menu, scene.stage.px(radius));
    const bool is_high_contrast = scene.stage.ui.look().high_contrast;
    picture.outline(rect, is_high_contrast ? 2.0F : 1.0F, is_high_contrast ? colours.line : faded(colours.ink, 0.25F),
                    scene.stage.px(radius));
}

/// Where a menu opens: at the click that opened it, or else below its target's beginning; always on the stage.
Rect menu_place(const DeskScene& scene, float wide, float high) {
    const Stage& stage = scene.stage;
    DeskMemory& memory = scene.memory;
    Point at = stage.rect.centre();
    if (memory.menu_of == scene.desk.menu->target) {
        at = memory.menu_at;
    } else if (const auto spot = std::ranges::find(memory.spots, scene.desk.menu->target,
                                                   [](const Spot& one) { return one.target.name; });
               spot != memory.spots.end()) {
        at = {spot->seen.x + std::min(spot->seen.w * 0.5F, stage.px(60)),
              spot->seen.y + std::min(spot->seen.h * 0.6F, stage.px(40))};
    }
    const float edge = stage.px(4);
    if (at.x + wide + edge > stage.rect.right()) {
        at.x = std::max(at.x - wide, stage.rect.x + edge);
    }
    if (at.y + high + edge > stage.rect.bottom()) {
        at.y = std::max(at.y - high, stage.rect.y + edge);
    }
    // Its target may be scrolled away, above or below.
    const float x = std::max(std::min(at.x, stage.rect.right() - wide - edge), stage.rect.x + edge);
    const float y = std::max(std::min(at.y, stage.rect.bottom() - high - edge), stage.rect.y + edge);
    return {std::round(x), std::round(y), wide, high};
}

/// The icon of a menu's entry by what it does, where it names none: as the toolbars'.
std::string usual_picture(const std::string& entry) {
    const std::string command = entry.substr(entry.find('/') + 1);
    const bool is_of_window = command.starts_with("window-");
    if (command == "history") {
        return "icon-clock";
    }
    return "desk-" + (is_of_window             ? command.substr(command.find('-') + 1)
                      : command == "empty-bin" ? "delete"
                      : command == "find"      ? "search"
                                               : command);
}

float width_of(const Kit& kit, const Target& item) {
    const float keys =
        item.details.empty()
            ? 0
            : kit.text_width(words_of_keys(kit.ui(), kit.words(item.details.front())), kit.style(15, {})) + kit.px(28);
    return kit.text_width(kit.words(item.words), kit.style(18, {})) + keys + kit.px(44 + 30);
}

struct DialogLayout {
    Rect rect;
    float text_left = 0;
    float text_width = 0;
};

/// The width of a text beside a dialog's picture.
DialogLayout layout_of(const Kit& kit, const world::Dialog& dialog, const Rect& room) {
    DialogLayout made;
    const float margin = kit.px(dialog_margin);
    const float wide = std::min(kit.px(dialog_wide), kit.stage().rect.w - 2 * margin);
    const float picture = dialog.picture.empty() ? 0 : kit.px(64 + 18);
    made.text_width = wide - 2 * margin - picture;
    float high = margin + kit.px(30);
    high += kit.paragraph_height(kit.words(dialog.text), made.text_width, kit.style()) + kit.px(8);
    high = std::max(high, margin + picture);
    high += dialog.has_field ? kit.px(field_high + 14) : 0;
    high += dialog.fault == world::Words{}
                ? 0
                : kit.paragraph_height(kit.words(dialog.fault), made.text_width, kit.style(17, {})) + kit.px(20);
    high += kit.px(button_high + 20) + margin;
    const Rect& stage = kit.stage().rect;
    const float x = std::clamp(room.centre().x - wide / 2, stage.x + kit.px(8), stage.right() - wide - kit.px(8));
    const float y = std::clamp(room.centre().y - high / 2, stage.y + kit.px(8),
                               std::max(stage.y + kit.px(8), stage.bottom() - high - kit.px(8)));
    made.rect = {std::round(x), std::round(y), wide, high};
    made.text_left = made.rect.x + margin + picture;
    return made;
}

/// Of a dialog behind others nothing can be touched: its names are nobody's.
std::vector<Target> targets_of_dialog(const world::Dialog& dialog, bool is_front) {
    std::vector<Target> made;
    const std::string dialogs = is_front ? "dialog/" : "behind/dialog/";
    if (dialog.has_field) {
        Target field;
        field.name = dialogs + "field";
        field.role = world::Role::field;
        made.push_back(std::move(field));
    }
    for (const world::MenuItem& button : dialog.buttons) {
        Target target;
        target.name = dialogs + button.command;
        target.part = "buttons";
        target.words = button.words;
        target.enabled = button.enabled;
        target.strong = &button == &dialog.buttons.back();
        made.push_back(std::move(target));
    }
    return made;
}

/// From right to left, the main one at the right end; one below the other where they are too wide.
void paint_answers(Kit& kit, const Rect& row) {
    const std::vector<const Target*> buttons = kit.part("buttons");
    const float space = kit.px(10);
    float total = -space;
    for (const Target* button : buttons) {
        total += std::max(kit.button_width(*button, true), kit.px(96)) + space;
    }
    const float squeeze = std::min(1.0F, row.w / total);
    float x = row.right() - total * squeeze;
    for (const Target* button : buttons) {
        const float wide = std::max(kit.button_width(*button, true), kit.px(96)) * squeeze;
        kit.put(*button, {std::round(x), row.y, std::round(wide), row.h});
        x += wide + space * squeeze;
    }
}

} // namespace

std::string words_of_keys(const Ui& ui, std::string_view keys) {
    std::string words;
    while (!keys.empty()) {
        // The first sign is a key even where it is a plus, as in `Control++`.
        const std::size_t end = std::min(keys.find('+', 1), keys.size());
        const std::string key(keys.substr(0, end));
        const std::string id = "desk.key." + key;
        words += (words.empty() ? "" : "+") + (ui.messages().has(id) ? ui.say(id) : key);
        keys.remove_prefix(std::min(end + 1, keys.size()));
    }
    return words;
}

void paint_menu(const DeskScene& scene) {
    if (!scene.desk.menu) {
        return;
    }
    std::vector<Target> targets;
    for (const auto& [name, target] : scene.memory.live) {
        targets.push_back(target);
    }
    Kit kit = scene.kit(std::move(targets), "menu");
    const Stage& stage = scene.stage;
    scene.begin_layer("menu", stage.rect);
    if (const Target* ground = kit.find("menu/close")) {
        kit.note(*ground, stage.rect);
    }
    float wide = stage.px(220);
    std::vector<const Target*> items;
    for (const world::MenuItem& item : scene.desk.menu->items) {
        if (const Target* target = kit.find("menu/" + item.command)) {
            items.push_back(target);
            wide = std::max(wide, width_of(kit, *target));
        }
    }
    const float edge = stage.px(6);
    const float high = stage.px(item_high);
    const Rect place = menu_place(scene, std::ceil(wide), static_cast<float>(items.size()) * high + 2 * edge);
    kit.cover(place);
    paint_card(scene, place, 8);
    float y = place.y + edge;
    for (const Target* item : items) {
        Target shown = *item;
        if (const std::string usual = usual_picture(item->name); shown.picture.empty() && stage.ui.art().has(usual)) {
            shown.picture = usual;
        }
        for (world::Words& detail : shown.details) {
            detail = world::as_it_is(words_of_keys(stage.ui, kit.words(detail)));
        }
        kit.put(shown, {place.x + edge, y, place.w - 2 * edge, high});
        y += high;
    }
}

void paint_veil(const DeskScene& scene, const Rect& rect, float radius) {
    scene.stage.picture().fill(rect, faded(hex(0x10151F), 0.32F), radius);
}

void paint_dialog(const DeskScene& scene, const world::Dialog& dialog, const Rect& room, bool is_front) {
    const Stage& stage = scene.stage;
    Kit kit = scene.kit(targets_of_dialog(dialog, is_front), "dialog");
    const DialogLayout layout = layout_of(kit, dialog, room);
    const Rect& rect = layout.rect;
    scene.begin_layer("dialog", rect);
    paint_card(scene, rect, 12);
    const float margin = stage.px(dialog_margin);
    if (!dialog.picture.empty()) {
        kit.symbol(dialog.picture, {rect.x + margin, rect.y + margin, stage.px(64), stage.px(64)}, 56,
                   kit.colours().accent);
    }
    float y = rect.y + margin;
    kit.line(kit.words(dialog.title), {layout.text_left, y, layout.text_width, stage.px(26)},
             kit.style(20, kit.colours().ink, true));
    y += stage.px(34);
    y += kit.paragraph(kit.words(dialog.text), {layout.text_left, y}, layout.text_width, kit.style()) + stage.px(12);
    if (dialog.has_field) {
        kit.put(kit.targets().front(), {layout.text_left, y, layout.text_width, stage.px(field_high)});
        y += stage.px(field_high + 10);
    }
    if (dialog.fault != world::Words{}) {
        const std::string words = kit.words(dialog.fault);
        const TextStyle style = kit.style(17, kit.colours().warning_ink);
        const float high = kit.paragraph_height(words, layout.text_width - stage.px(16), style) + stage.px(12);
        stage.picture().fill({layout.text_left, y, layout.text_width, high}, kit.colours().warning, stage.px(6));
        kit.paragraph(words, {layout.text_left + stage.px(8), y + stage.px(6)}, layout.text_width - stage.px(16),
                      style);
    }
    const float high = stage.px(button_high);
    paint_answers(kit, {rect.x + margin, rect.bottom() - margin - high, rect.w - 2 * margin, high});
}

void paint_tip(const DeskScene& scene) {
    const Stage& stage = scene.stage;
    const DeskMemory& memory = scene.memory;
    const auto spot = std::find_if(memory.spots.rbegin(), memory.spots.rend(),
                                   [&](const Spot& one) { return one.target.name == memory.hovered; });
    if (memory.hovered.empty() || memory.press || spot == memory.spots.rend() || spot->tip.empty()) {
        return;
    }
    const std::int64_t rested = stage.ui.now() - memory.hovered_since;
    if (rested < rest_before_tip) {
        stage.ui.wake_in(static_cast<int>(rest_before_tip - rested));
        return;
    }
    const Kit kit = scene.kit({}, "tip");
    const bool is_high_contrast = stage.ui.look().high_contrast;
    const TextStyle style = kit.style(17, is_high_contrast ? kit.colours().ink : hex(0xFFFFFF));
    const TextBlock words = lay_out_plain(stage.ui.fonts(), spot->tip, style, stage.px(420));
    const float margin = stage.px(9);
    const float wide = words.width + 2 * margin;
    const float high = words.height + margin;
    const float x = std::clamp(stage.ui.pointer().x - wide / 3, stage.rect.x + margin,
                               std::max(stage.rect.x + margin, stage.rect.right() - wide - margin));
    float y = spot->seen.bottom() + stage.px(8);
    if (y + high > stage.rect.bottom()) {
        y = spot->seen.y - high - stage.px(8);
    }
    stage.picture().fill({x, y, wide, high}, is_high_contrast ? hex(0x000000) : hex(0x262A33), stage.px(6));
    if (is_high_contrast) {
        stage.picture().outline({x, y, wide, high}, 2, kit.colours().line, stage.px(6));
    }
    draw(stage.picture(), words, {x + margin, y + margin / 2});
}

void paint_carried(const DeskScene& scene, const Target& target, Point tip) {
    const Stage& stage = scene.stage;
    const Kit kit = scene.kit({}, "dragged");
    const std::string words = kit.words(target.words);
    const TextStyle style = kit.style(17, kit.colours().ink);
    const float wide = std::min(kit.text_width(words, style) + stage.px(64), stage.px(300));
    const Rect card{tip.x + stage.px(10), tip.y + stage.px(6), wide, stage.px(46)};
    stage.picture().shadow(card.moved(0, stage.px(4)), stage.px(12), kit.colours().shadow, stage.px(8));
    stage.picture().fill(card, faded(kit.colours().menu, 0.94F), stage.px(8));
    stage.picture().outline(card, std::max(1.0F, stage.px(1.5)), kit.colours().accent, stage.px(8));
    kit.symbol(target.picture, {card.x + stage.px(8), card.y, stage.px(36), card.h}, 34, kit.colours().ink);
    kit.line(words, {card.x + stage.px(52), card.y, card.w - stage.px(58), card.h}, style);
}

void paint_dragged(const DeskScene& scene) {
    const std::optional<DeskPress>& press = scene.memory.press;
    if (press && press->kind == DeskPress::Kind::drag && press->moved) {
        paint_carried(scene, press->target, scene.stage.ui.pointer());
    }
}

} // namespace screen
