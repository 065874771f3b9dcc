// The shortest way as a strip of pictures: what the end of a lesson can show after a detour.
#pragma once

#include "screen/ui.h"
#include "tutor/detour.h"

#include <memory>
#include <vector>

namespace screen {

/// The strip's pictures, drawn once for a look and a size. Kept by the page.
struct WayStrip {
    Look look;
    int width = 0; ///< of one picture, px; 0 while none is drawn
    std::vector<std::shared_ptr<const Bitmap>> pictures;
};

/// Draws the strip in a panel from a place on, so wide; gives its height, px.
float way_strip(Ui& ui, Point at, float width, const tutor::ShortWay& way, WayStrip& strip);

/// The height that way_strip() would take, px.
float way_strip_height(Ui& ui, float width, const tutor::ShortWay& way);

} // namespace screen
