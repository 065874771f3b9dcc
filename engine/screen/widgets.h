// The kit that pages are made of: texts, buttons, cards, choices, fields, progress, bubbles.
//
// Behaviour comes from Ui::touch, looks from the theme. Every widget shows that it is hovered, held and focused.
#pragma once

#include "screen/ui.h"

#include <string>
#include <string_view>

namespace screen {

// --- Texts ----------------------------------------------------------------------------------------------------------

enum class Type { small, body, lead, title };

/// The style of a kind of text in the present look.
TextStyle style_of(const Ui& ui, Type type);
TextStyle style_of(const Ui& ui, Type type, Colour colour, bool bold = false, Align align = Align::start);

/// Draws a text with markup, wrapped to a width in px; gives its height in px.
float paragraph(Ui& ui, Point at, float width, std::string_view markup, const TextStyle& style);

/// The height that paragraph() would take, px.
float paragraph_height(Ui& ui, float width, std::string_view markup, const TextStyle& style);

// --- Surfaces -------------------------------------------------------------------------------------------------------

/// A panel that things lie on.
void panel(Ui& ui, const Rect& rect);

/// The ring around what the keyboard works on.
void focus_ring(Ui& ui, const Rect& rect, float radius);

/// A drawn picture, fitted into the rectangle.
void art(Ui& ui, std::string_view name, const Rect& rect, float opacity = 1);

/// An icon in one colour, centred in the rectangle.
void icon(Ui& ui, std::string_view name, const Rect& rect, Colour colour);

// --- Things to press ------------------------------------------------------------------------------------------------

enum class ButtonKind {
    primary, ///< the one thing to do next
    normal,
    quiet,  ///< no edge until it is touched
    resting ///< there is nothing for it to do now: it cannot be pressed
};

struct Label {
    std::string icon; ///< name of the picture, or empty
    std::string text; ///< empty for an icon alone
};

/// Width that a button of that label wants, and the height of all buttons, px.
float button_width(Ui& ui, const Label& label, ButtonKind kind = ButtonKind::normal);
float button_height(const Ui& ui);

/// A button; true in the pass in which it is pressed.
bool button(Ui& ui, std::string_view id, const Rect& rect, const Label& label, ButtonKind kind = ButtonKind::normal);

/// A card that can be pressed. Draws the card; the caller draws what is on it.
Touch card(Ui& ui, std::string_view id, const Rect& rect, bool chosen = false);

/// One of several choices, such as a language.
bool choice(Ui& ui, std::string_view id, const Rect& rect, const Label& label, bool chosen);

/// Something to be switched on or off.
bool toggle(Ui& ui, std::string_view id, const Rect& rect, std::string_view text, bool on);

// --- Progress and words ---------------------------------------------------------------------------------------------

/// One dot a step: done, present, to come.
void progress_dots(Ui& ui, const Rect& rect, std::size_t done, std::size_t count);

/// A bar filled from 0 to 1.
void progress_bar(Ui& ui, const Rect& rect, float share);

enum class BubbleKind { praise, care, hint, offer };

/// A word from the tutor, with an icon. Gives its height, px.
float bubble(Ui& ui, Point at, float width, std::string_view markup, BubbleKind kind);
float bubble_height(Ui& ui, float width, std::string_view markup);

} // namespace screen
