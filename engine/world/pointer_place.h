// Where the things of a pointer practice are put: nowhere near each other, and never off the page.
#pragma once

#include "base/random.h"
#include "world/pointer.h"

#include <optional>
#include <string>
#include <vector>

namespace world {

/// Units kept free between the footprints of two things.
inline constexpr double least_gap = 16;

/// Whether there is room for all these things, wherever they were wished.
bool have_room(const std::vector<Thing>& things, double page_height);

/// Puts things where they are wished (`places`: one word a thing, as in lesson files), or as near as may be; elsewhere
/// where there is no room. What lies under `pointer` is avoided, so that nothing is reached by chance. Things that have
/// room never overlap and keep edge_margin from the page's edges.
void place_things(std::vector<Thing>& things, const std::vector<std::string>& places, double page_height,
                  base::Random random, std::optional<Point> pointer);

} // namespace world
