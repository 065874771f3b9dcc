// Which pixels can differ between two pictures.
//
// Commands that stand in both pictures in the same order draw the same onto the same. So outside the bounds of all
// other commands, of either picture, every pixel has seen the same sequence of commands and is the same.
#include "screen/picture.h"

#include <algorithm>
#include <cstddef>
#include <unordered_map>

namespace screen {

namespace {

constexpr std::size_t nowhere = static_cast<std::size_t>(-1);
constexpr std::size_t most_areas = 8;
// Drawing an area costs about as much as drawing this many pixels more in another one.
constexpr long worth_of_an_area = 8192;

long size_of(const Area& area) {
    return static_cast<long>(area.w) * area.h;
}

long waste_of_joining(const Area& a, const Area& b) {
    return size_of(joined(a, b)) - size_of(a) - size_of(b);
}

// Adds an area, joined with those it is near to.
void add(std::vector<Area>& areas, Area area) {
    for (std::size_t i = 0; i < areas.size();) {
        if (waste_of_joining(areas[i], area) <= worth_of_an_area) {
            area = joined(areas[i], area);
            areas.erase(areas.begin() + static_cast<std::ptrdiff_t>(i));
            i = 0; // the larger area may reach others now
        } else {
            ++i;
        }
    }
    areas.push_back(area);
    if (areas.size() <= most_areas) {
        return;
    }
    std::size_t first = 0;
    std::size_t second = 1;
    for (std::size_t i = 0; i < areas.size(); ++i) {
        for (std::size_t j = i + 1; j < areas.size(); ++j) {
            if (waste_of_joining(areas[i], areas[j]) < waste_of_joining(areas[first], areas[second])) {
                first = i;
                second = j;
            }
        }
    }
    const Area both = joined(areas[first], areas[second]);
    areas.erase(areas.begin() + static_cast<std::ptrdiff_t>(second));
    areas.erase(areas.begin() + static_cast<std::ptrdiff_t>(first));
    add(areas, both);
}

using Commands = std::vector<Command>;

// The commands between the beginning and the end that both lists have in common.
struct Middle {
    std::size_t first = 0;
    std::size_t before_end = 0;
    std::size_t after_end = 0;
};

Middle middle_of(const Commands& before, const Commands& after) {
    Middle middle{0, before.size(), after.size()};
    while (middle.first < middle.before_end && middle.first < middle.after_end &&
           before[middle.first] == after[middle.first]) {
        ++middle.first;
    }
    while (middle.before_end > middle.first && middle.after_end > middle.first &&
           before[middle.before_end - 1] == after[middle.after_end - 1]) {
        --middle.before_end;
        --middle.after_end;
    }
    return middle;
}

// For each command of `after` in the middle, the equal one of `before` that has not been taken yet, or nowhere.
std::vector<std::size_t> partners(const Commands& before, const Commands& after, const Middle& middle) {
    std::unordered_map<std::uint64_t, std::vector<std::size_t>> waiting; // in falling order
    for (std::size_t i = middle.before_end; i-- > middle.first;) {
        waiting[before[i].print].push_back(i);
    }
    std::vector<std::size_t> found(middle.after_end - middle.first, nowhere);
    for (std::size_t i = middle.first; i < middle.after_end; ++i) {
        const auto same = waiting.find(after[i].print);
        if (same != waiting.end() && !same->second.empty() && before[same->second.back()] == after[i]) {
            found[i - middle.first] = same->second.back();
            same->second.pop_back();
        }
    }
    return found;
}

// Leaves only the partners of a longest rising sequence: those that kept their order.
void keep_rising(std::vector<std::size_t>& partner) {
    std::vector<std::size_t> ends; // ends[n]: where the rising sequence of n + 1 with the lowest end stops
    std::vector<std::size_t> previous(partner.size(), nowhere);
    for (std::size_t i = 0; i < partner.size(); ++i) {
        if (partner[i] == nowhere) {
            continue;
        }
        const auto place = std::lower_bound(ends.begin(), ends.end(), partner[i],
                                            [&](std::size_t end, std::size_t value) { return partner[end] < value; });
        if (place != ends.begin()) {
            previous[i] = *(place - 1);
        }
        if (place == ends.end()) {
            ends.push_back(i);
        } else {
            *place = i;
        }
    }
    std::vector<bool> kept(partner.size(), false);
    for (std::size_t i = ends.empty() ? nowhere : ends.back(); i != nowhere; i = previous[i]) {
        kept[i] = true;
    }
    for (std::size_t i = 0; i < partner.size(); ++i) {
        if (!kept[i]) {
            partner[i] = nowhere;
        }
    }
}

} // namespace

std::vector<Area> changed(const Picture& before, const Picture& after) {
    const Area whole{0, 0, after.width(), after.height()};
    if (whole.empty()) {
        return {};
    }
    if (before.width() != after.width() || before.height() != after.height() ||
        before.background() != after.background()) {
        return {whole};
    }
    const Commands& old = before.commands();
    const Commands& now = after.commands();
    const Middle middle = middle_of(old, now);
    std::vector<std::size_t> partner = partners(old, now, middle);
    keep_rising(partner);

    std::vector<Area> areas;
    std::vector<bool> stays(middle.before_end - middle.first, false);
    for (std::size_t i = 0; i < partner.size(); ++i) {
        if (partner[i] == nowhere) {
            add(areas, now[middle.first + i].bounds);
        } else {
            stays[partner[i] - middle.first] = true;
        }
    }
    for (std::size_t i = 0; i < stays.size(); ++i) {
        if (!stays[i]) {
            add(areas, old[middle.first + i].bounds);
        }
    }
    return areas;
}

} // namespace screen
