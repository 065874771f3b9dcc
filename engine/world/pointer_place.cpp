// Placing by trial, and where that fails in rows from the top.
#include "world/pointer_place.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numeric>
#include <string_view>

namespace world {
namespace {

constexpr int starts = 12;          ///< times that all is placed anew when something found no room
constexpr int tries = 150;          ///< places tried for one thing
constexpr int candidates = 5;       ///< free places of which the one furthest from the other things is taken
constexpr double pointer_room = 40; ///< units around the pointer that are kept free

/// Where the top left of a footprint may be.
struct Room {
    double left = 0;
    double right = 0;
    double top = 0;
    double bottom = 0;
    bool empty() const { return right < left || bottom < top; }
};

/// A place that lesson files can wish for: which third across and down the first stageful of the page; -1 for any.
struct Wish {
    std::string_view name;
    int across;
    int down;
};

constexpr std::array<Wish, 9> wishes{{{"centre", 1, 1},
                                      {"left", 0, -1},
                                      {"right", 2, -1},
                                      {"top", -1, 0},
                                      {"bottom", -1, 2},
                                      {"top-left", 0, 0},
                                      {"top-right", 2, 0},
                                      {"bottom-left", 0, 2},
                                      {"bottom-right", 2, 2}}};

const Wish* wish_named(std::string_view name) {
    const auto* found = std::find_if(wishes.begin(), wishes.end(), [&](const Wish& wish) { return wish.name == name; });
    return found == wishes.end() ? nullptr : found;
}

Point middle(const Rectangle& rectangle) {
    return {rectangle.x + rectangle.width / 2, rectangle.y + rectangle.height / 2};
}

/// Whether two rectangles are closer than `gap`.
bool crowd(const Rectangle& a, const Rectangle& b, double gap) {
    return a.x < b.x + b.width + gap && b.x < a.x + a.width + gap && a.y < b.y + b.height + gap &&
           b.y < a.y + a.height + gap;
}

Room whole_page(const Rectangle& footprint, double page_height) {
    return {edge_margin, stage_width - edge_margin - footprint.width, edge_margin,
            page_height - edge_margin - footprint.height};
}

void narrow_to_third(double& least, double& most, int third) {
    if (third >= 0) {
        const double step = (most - least) / 3;
        least += step * third;
        most = least + step;
    }
}

Room wished_room(const Thing& thing, std::string_view place, const Rectangle& footprint, double page_height) {
    Room room = whole_page(footprint, page_height);
    const bool beyond_first = place == "further-down" || (place == "anywhere" && thing.task == Task::see);
    if (place == "end") {
        room.top = std::max(room.top, page_height - stage_height + edge_margin);
    } else if (beyond_first && page_height > stage_height) {
        room.top = stage_height + edge_margin;
    } else if (const Wish* wish = wish_named(place)) {
        room.bottom = stage_height - edge_margin - footprint.height;
        narrow_to_third(room.left, room.right, wish->across);
        narrow_to_third(room.top, room.bottom, wish->down);
    }
    return room;
}

/// The very place that was wished: flush with the edges, or in the middle.
std::optional<Point> exact_place(std::string_view place, const Rectangle& footprint) {
    const Wish* wish = wish_named(place);
    if (wish == nullptr) {
        return std::nullopt;
    }
    const Room room = whole_page(footprint, stage_height);
    const auto at = [](double least, double most, int third) {
        return least + (most - least) * (third < 0 ? 1 : third) / 2;
    };
    return Point{at(room.left, room.right, wish->across), at(room.top, room.bottom, wish->down)};
}

/// All that is being placed.
struct Ground {
    const std::vector<Thing>& things;
    const std::vector<std::string>& places;
    double page_height;
    std::optional<Point> pointer;
    std::vector<Rectangle> footprints; ///< as the things stand; only their sizes matter
    std::vector<Rectangle> taken;      ///< by those already placed
};

bool is_free(const Ground& ground, const Rectangle& spot) {
    return std::none_of(ground.taken.begin(), ground.taken.end(),
                        [&](const Rectangle& other) { return crowd(spot, other, least_gap); });
}

/// How far a spot is from the nearest thing already placed.
double loneliness(const Ground& ground, const Rectangle& spot) {
    double nearest = std::numeric_limits<double>::max();
    for (const Rectangle& other : ground.taken) {
        const Point a = middle(spot);
        const Point b = middle(other);
        nearest = std::min(nearest, std::hypot(a.x - b.x, a.y - b.y));
    }
    return nearest;
}

std::optional<Rectangle> find_spot(const Ground& ground, const Rectangle& size, const Room& room,
                                   base::Random& random) {
    std::optional<Rectangle> best;
    double best_loneliness = -1;
    int found = 0;
    for (int i = 0; i < tries && found < candidates && !room.empty(); ++i) {
        const Rectangle spot{random.between(room.left, room.right), random.between(room.top, room.bottom), size.width,
                             size.height};
        const bool at_pointer =
            ground.pointer && crowd(spot, {ground.pointer->x, ground.pointer->y, 0, 0}, pointer_room);
        if (at_pointer || !is_free(ground, spot)) {
            continue;
        }
        ++found;
        if (const double lonely = loneliness(ground, spot); lonely > best_loneliness) {
            best = spot;
            best_loneliness = lonely;
        }
    }
    return best;
}

std::optional<Rectangle> place_one(const Ground& ground, std::size_t index, base::Random& random) {
    const Rectangle& size = ground.footprints[index];
    const std::string& place = ground.places[index];
    if (const auto exact = exact_place(place, size)) {
        const Rectangle spot{exact->x, exact->y, size.width, size.height};
        const Room page = whole_page(size, ground.page_height);
        if (!page.empty() && is_free(ground, spot)) {
            return spot;
        }
    }
    const Room wished = wished_room(ground.things[index], place, size, ground.page_height);
    if (const auto spot = find_spot(ground, size, wished, random)) {
        return spot;
    }
    return find_spot(ground, size, whole_page(size, ground.page_height), random);
}

/// How late a thing is placed: first one thing at each wished place, then the others that wish for it, then the rest.
int turn_of(const Ground& ground, std::size_t index) {
    if (wish_named(ground.places[index]) == nullptr) {
        return 2;
    }
    const auto first = std::find(ground.places.begin(), ground.places.end(), ground.places[index]);
    return static_cast<std::size_t>(first - ground.places.begin()) == index ? 0 : 1;
}

/// The order of placing: by turn, and the largest first in each.
std::vector<std::size_t> placing_order(const Ground& ground) {
    std::vector<std::size_t> order(ground.things.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        const int turn_a = turn_of(ground, a);
        const int turn_b = turn_of(ground, b);
        const Rectangle& size_a = ground.footprints[a];
        const Rectangle& size_b = ground.footprints[b];
        return turn_a != turn_b ? turn_a < turn_b : size_a.width * size_a.height > size_b.width * size_b.height;
    });
    return order;
}

/// Places all by trial; nothing where one found no room.
std::optional<std::vector<Rectangle>> scatter(Ground ground, base::Random& random) {
    std::vector<Rectangle> spots(ground.things.size());
    for (const std::size_t index : placing_order(ground)) {
        const auto spot = place_one(ground, index, random);
        if (!spot) {
            return std::nullopt;
        }
        spots[index] = *spot;
        ground.taken.push_back(*spot);
    }
    return spots;
}

/// Places all in rows, the highest first, in the page's middle; nothing where the page is too small for that.
std::optional<std::vector<Rectangle>> place_in_rows(const std::vector<Rectangle>& sizes, double page_height) {
    struct Row {
        double x;
        double y;
    };
    std::vector<std::size_t> order(sizes.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return sizes[a].height > sizes[b].height; });
    std::vector<Rectangle> spots(sizes.size());
    std::vector<Row> rows;
    double next = edge_margin;
    double right = edge_margin;
    for (const std::size_t index : order) {
        const Rectangle& size = sizes[index];
        const auto fits = [&](const Row& row) { return row.x + size.width <= stage_width - edge_margin; };
        auto row = std::find_if(rows.begin(), rows.end(), fits);
        if (row == rows.end()) {
            row = rows.insert(rows.end(), {edge_margin, next});
            next += size.height + least_gap;
            if (!fits(*row) || row->y + size.height > page_height - edge_margin) {
                return std::nullopt;
            }
        }
        spots[index] = {row->x, row->y, size.width, size.height};
        row->x += size.width + least_gap;
        right = std::max(right, row->x - least_gap);
    }
    for (Rectangle& spot : spots) {
        spot.x += (stage_width - edge_margin - right) / 2;
    }
    return spots;
}

std::vector<Rectangle> footprints_of(const std::vector<Thing>& things) {
    std::vector<Rectangle> footprints;
    footprints.reserve(things.size());
    std::transform(things.begin(), things.end(), std::back_inserter(footprints), footprint);
    return footprints;
}

} // namespace

bool have_room(const std::vector<Thing>& things, double page_height) {
    return place_in_rows(footprints_of(things), page_height).has_value();
}

void place_things(std::vector<Thing>& things, const std::vector<std::string>& places, double page_height,
                  base::Random random, std::optional<Point> pointer) {
    const Ground ground{things, places, page_height, pointer, footprints_of(things), {}};
    std::optional<std::vector<Rectangle>> spots;
    for (int i = 0; i < starts && !spots; ++i) {
        spots = scatter(ground, random);
    }
    if (!spots) {
        spots = place_in_rows(ground.footprints, page_height);
    }
    for (std::size_t i = 0; i < things.size() && spots; ++i) {
        const double right = (*spots)[i].x - ground.footprints[i].x;
        const double down = (*spots)[i].y - ground.footprints[i].y;
        things[i].centre = {things[i].centre.x + right, things[i].centre.y + down};
        for (Point& point : things[i].path) {
            point = {point.x + right, point.y + down};
        }
    }
}

} // namespace world
