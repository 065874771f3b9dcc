// A part of a page that is higher than its place and can be scrolled: by wheel, by two large arrows, and by itself to
// where the keyboard is.
#pragma once

#include "screen/ui.h"

#include <string_view>

namespace screen {

/// How far an area is scrolled. Kept by the page.
struct Scrolled {
    float offset = 0;         ///< px
    float content_height = 0; ///< px, of the pass before
};

/// An area from its making to the end of the scope. Draw with y from top() on, then tell finish() where the content
/// ended.
class ScrollArea {
public:
    ScrollArea(Ui& ui, std::string_view id, const Rect& rect, Scrolled& scrolled);
    ~ScrollArea();
    ScrollArea(const ScrollArea&) = delete;
    ScrollArea& operator=(const ScrollArea&) = delete;
    ScrollArea(ScrollArea&&) = delete;
    ScrollArea& operator=(ScrollArea&&) = delete;

    /// Where content begins: y of its top, px; and how wide it may be.
    float top() const { return rect_.y - scrolled_.offset; }
    float width() const { return rect_.w - bar_; }
    /// The content's bottom, in the same coordinates as top().
    void finish(float bottom);

private:
    void draw_arrows(float most);

    Ui& ui_;
    std::string id_;
    Rect rect_;
    Scrolled& scrolled_;
    float bar_ = 0; ///< width kept for the arrows, px; 0 where all fits
};

} // namespace screen
