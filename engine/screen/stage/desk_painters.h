// The parts that the practice computer's desktop is painted of.
#pragma once

#include "screen/stage/desk_kit.h"

#include <string>
#include <string_view>
#include <vector>

namespace screen {

/// One picture of a desk: what its parts are painted with.
struct DeskScene {
    const Stage& stage;
    const StageCues& cues;
    DeskMemory& memory;
    const world::DeskState& desk;

    const DeskColours& colours() const { return desk_colours(desk.look, stage.ui.look().high_contrast); }
    bool is_bar_look() const { return desk.look == world::DeskLook::bar; }
    /// A kit for what is the desktop's own: names are full names.
    Kit kit(std::vector<world::Target> targets, std::string layer) const {
        return {stage, cues, memory, desk, nullptr, std::move(targets), std::move(layer)};
    }
    /// What is painted from here on lies in front of all before, in that rectangle.
    void begin_layer(std::string name, const Rect& rect) const;
};

// Parts of the desktop's own targets (desk_bars.cpp).
void paint_wallpaper(const DeskScene& scene);
void paint_icons(const DeskScene& scene, const std::vector<world::Target>& targets);
void paint_bar(const DeskScene& scene, const std::vector<world::Target>& targets);
void paint_start(const DeskScene& scene, const std::vector<world::Target>& targets);

// Windows (desk_windows.cpp).
void paint_windows(const DeskScene& scene);

// What lies in front (desk_menus.cpp).
void paint_menu(const DeskScene& scene);
/// Darkens what lies behind a dialog.
void paint_veil(const DeskScene& scene, const Rect& rect, float radius);
void paint_dialog(const DeskScene& scene, const world::Dialog& dialog, const Rect& room, bool is_front);
void paint_tip(const DeskScene& scene);
void paint_dragged(const DeskScene& scene);
void paint_carried(const DeskScene& scene, const world::Target& target, Point tip);

// Help (desk_cues.cpp).
/// The target that an action is done to: of keys and text the one that has the keyboard.
std::string target_of(const world::DeskState& desk, const world::Action& action);
void paint_help(const DeskScene& scene);
void paint_ghost(const DeskScene& scene);

// What the mouse does (desk_deeds.cpp).
/// Where a window's title bar or corner has been dragged to.
world::Place placed(const Ui& ui, const Rect& stage, const world::DeskState& desk, const DeskPress& press);

/// `Control+C` as the keys are called on the keyboard: `Ctrl+C`.
std::string words_of_keys(const Ui& ui, std::string_view keys);

} // namespace screen
