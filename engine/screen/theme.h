// How Coucou looks: colours and measures. Lengths are in points: one point is one px in a window of 1366×768.
#pragma once

#include "screen/picture.h"

#include <string>
#include <string_view>

namespace screen {

enum class TextSize { normal, large, largest };

/// What a learner may choose about the look.
struct Look {
    TextSize text_size = TextSize::normal;
    bool high_contrast = false;
    bool reduced_motion = false;
    bool dyslexic_font = false;
    bool operator==(const Look&) const = default;
};

/// The factor that a text size multiplies text and controls by.
float factor_of(TextSize size);

/// Colours by what they are for. Every text colour has a contrast of 7:1 or more with what it stands on (WCAG 2.2,
/// success criterion 1.4.6); a test holds them to it.
struct Theme {
    Colour background; ///< behind everything
    Colour surface;    ///< cards, panels
    Colour surface_hover;
    Colour surface_pressed;
    Colour stage;    ///< the practice computer's table
    Colour ink;      ///< text
    Colour soft_ink; ///< less important text
    Colour line;     ///< edges of cards and fields
    Colour primary;  ///< the one most important button
    Colour primary_hover;
    Colour primary_pressed;
    Colour on_primary; ///< text on it
    Colour chosen;     ///< the background of what is chosen
    Colour good;       ///< done
    Colour on_good;
    Colour good_soft; ///< behind praise
    Colour care_soft; ///< behind a word about a slip
    Colour hint_soft; ///< behind help
    Colour accent;    ///< drawn highlights, never text
    Colour focus;     ///< the ring around what the keyboard works on
    Colour shadow;
    Colour veil;       ///< over the page while a dialog is open
    float outline = 1; ///< width of the edges of cards, points
};

const Theme& theme_of(const Look& look);

/// Contrast of two opaque colours, 1 to 21 (WCAG 2.2, definition of contrast ratio).
double contrast(Colour a, Colour b);

// Measures, points.
inline constexpr float text_small = 22;
inline constexpr float text_body = 24;
inline constexpr float text_lead = 28;
inline constexpr float text_title = 40;
inline constexpr float target_size = 52; ///< least height of what can be pressed
inline constexpr float gap = 16;
inline constexpr float wide_gap = 28;
inline constexpr float corner = 14;

} // namespace screen
