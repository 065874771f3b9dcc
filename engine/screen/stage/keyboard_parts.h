// The parts that a keyboard practice is painted of.
#pragma once

#include "screen/stage/painters.h"

#include <string>
#include <vector>

namespace screen {

/// What is to be pressed now, as the drawn keyboard shows it.
struct NextKeys {
    std::string key;                    ///< code of the key; empty where there is none
    std::vector<std::string> modifiers; ///< codes of the keys to be held with it
    bool altgr = false;                 ///< its AltGr character is meant
    bool is_next(std::string_view code) const { return !key.empty() && key == code; }
    bool is_held_with(std::string_view code) const;
};
NextKeys next_keys(const world::KeyboardPractice& practice, const StageCues& cues);

/// Whether the keyboard is drawn: where the lesson says so, and as help.
bool shows_keys(const world::KeyboardPractice& practice, const StageCues& cues);

/// The drawn keyboard's place and measure, and where its keys are, px.
struct KeyPlan {
    Rect rect;
    float pitch = 0;       ///< of one key width
    double key_widths = 0; ///< how many of them it is wide
    Rect of(const world::LayoutKey& key) const;
};
KeyPlan key_plan(const Stage& stage, const world::KeyboardPractice& practice, const NextKeys& next);

/// Whether a key is drawn: the arrows and their neighbours are only where they are needed, so that the others are
/// large.
bool is_drawn(const KeyPlan& plan, const world::LayoutKey& key);

/// The soft tint of a finger's keys; the caps' text on it has a contrast of 7:1 or more.
Colour finger_tint(const Theme& theme, world::Finger finger);

// The drawn keyboard: keys below the hands, then what is written on them, then the keys to be pressed now.
void paint_keys(const Stage& stage, const world::KeyboardPractice& practice, const KeyPlan& plan);
void paint_caps(const Stage& stage, const world::KeyboardPractice& practice, const KeyPlan& plan);
void paint_next_keys(const Stage& stage, const world::KeyboardPractice& practice, const KeyPlan& plan,
                     const NextKeys& next);

// The hands with their index fingers at home, and the fingers to be used now.
void paint_hands(const Stage& stage, const world::KeyboardPractice& practice, const KeyPlan& plan);
void paint_fingers(const Stage& stage, const world::KeyboardPractice& practice, const KeyPlan& plan,
                   const NextKeys& next);

// What is to be typed and what was typed, or the key that is to be pressed, in a rectangle above the keyboard.
void paint_field(const Stage& stage, const world::KeyboardPractice& practice, const StageCues& cues, const Rect& room);
void paint_key_row(const Stage& stage, const world::KeyboardPractice& practice, const Rect& room);

inline constexpr std::int64_t caret_blinks_for = 10000; ///< ms after the last input; then it is still
inline constexpr std::int64_t caret_half = 530;         ///< ms that it is shown, and not shown

} // namespace screen
