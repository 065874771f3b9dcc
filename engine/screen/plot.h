// A measure over time as a line: axes with units and dates, and a sentence that says what it shows.
#pragma once

#include "screen/ui.h"

#include <string>
#include <vector>

namespace screen {

struct PlotPoint {
    double x = 0;      ///< any unit of time
    double y = 0;      ///< 0 or more
    std::string label; ///< the date, short
};

struct Plot {
    std::string id;                ///< of its place
    std::string title;             ///< what is measured
    std::string unit;              ///< on the upright axis
    std::vector<PlotPoint> points; ///< from left to right
    double least_top = 1;          ///< the upright axis goes at least up to this
    std::string said;              ///< the sentence below, with markup
};

/// Height that plot() takes at a width, px.
float plot_height(Ui& ui, float width, const Plot& plot);

/// Draws it. Without points, only the title and the sentence.
void plot(Ui& ui, Point at, float width, const Plot& plot);

/// The distance of marks on an axis up to `top`: 1, 2 or 5 times a power of ten, at most `most` of them.
double mark_distance(double top, int most);

} // namespace screen
