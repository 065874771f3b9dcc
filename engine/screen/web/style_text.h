// Style sheets made fit for litehtml: without what it cannot stand, and with their lengths in the window's px.
#pragma once

#include <string>
#include <string_view>

namespace screen {

/// A style sheet, or what stands in a `style` attribute: comments, `@import` and custom properties that name others are
/// taken out (litehtml would go round in circles), numbers are bounded, and every length in `px` is multiplied by
/// `zoom` (px of the window in one px of CSS).
std::string fit_style(std::string_view css, float zoom);

/// The same for an attribute like `width="320"`.
std::string fit_length(std::string_view number, float zoom);

} // namespace screen
