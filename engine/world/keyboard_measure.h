// What is measured while somebody types.
#pragma once

#include "world/keyboard.h"

#include <string>
#include <vector>

namespace world {

/// Counts a character typed (or a key pressed) at a time, right or wrong; `expected` is empty where none was expected.
void count_typed(TypingMeasure& measure, std::int64_t at, const std::string& expected, bool right);

/// `keyboard.measured`, and `keyboard.key_measured` for each character that was asked for.
///
/// Net words per minute: a word is five characters, and each error that stands at the end takes one word away;
/// ((characters - 1) / 5 - errors) / minutes, never below 0, the time running from the first character to the last. The
/// first character is left out since the time begins with it (Arif and Stuerzlinger 2009,
/// doi 10.1109/TIC-STH.2009.5444533). Accuracy: 100 · right / all characters typed.
std::vector<Fact> measured_facts(const TypingMeasure& measure, std::size_t characters, std::size_t errors_standing);

} // namespace world
