// Laying a pointer practice out from its start table.
#include "world/pointer_start.h"

#include "world/pointer_path.h"
#include "world/pointer_place.h"
#include "world/pointer_rules.h"

#include <algorithm>
#include <array>

namespace world {

using namespace rules;

namespace {

struct Measure {
    std::string_view word;
    double units;
};

constexpr std::array<Measure, 5> diameters{
    {{"huge", 200}, {"large", 140}, {"medium", 96}, {"small", 56}, {"tiny", 28}}};
constexpr std::array<Measure, 3> path_widths{{{"wide", 80}, {"medium", 56}, {"narrow", 36}}};

/// How a moving thing glides.
struct Pace {
    std::string_view word;
    double speed; ///< units per second
    double track; ///< units to and fro
};

constexpr std::array<Pace, 2> paces{{{"slow", 90, 260}, {"fast", 200, 420}}};

/// The row of a table for a word, or the row of another word.
template <typename Row, std::size_t size>
const Row& row_of(const std::array<Row, size>& rows, const std::string& word, std::size_t otherwise) {
    const auto found = std::find_if(rows.begin(), rows.end(), [&](const Row& row) { return row.word == word; });
    return found == rows.end() ? rows.at(otherwise) : *found;
}

Thing read_thing(const lesson::Table& table) {
    Thing thing;
    thing.kind = lesson::text_or(table, "name", "");
    thing.name = thing.kind;
    thing.picture = lesson::text_or(table, "picture", "");
    thing.label = lesson::text_or(table, "label", "");
    thing.task = task_named(lesson::text_or(table, "task", "click"));
    thing.diameter = row_of(diameters, lesson::text_or(table, "size", "large"), 1).units;
    thing.to = lesson::text_or(table, "to", "");
    thing.items = lesson::texts_of(table, "menu");
    thing.choice = static_cast<std::size_t>(std::max<std::int64_t>(lesson::whole_or(table, "choose", 1), 1) - 1);
    if (thing.task == Task::trace) {
        thing.path = path_shape(lesson::text_or(table, "path", "line"));
        thing.path_width = row_of(path_widths, lesson::text_or(table, "path_width", "wide"), 0).units;
        thing.path_length = length_of(thing.path);
        thing.centre = thing.path.front();
    } else if (const std::string moves = lesson::text_or(table, "moves", ""); !moves.empty()) {
        const Pace& pace = row_of(paces, moves, 0);
        thing.speed = pace.speed;
        thing.track = pace.track;
    }
    return thing;
}

/// Every glide begins somewhere else on its track, and goes on from there since the practice began.
void start_glides(PointerPractice& practice, std::int64_t at, base::Random random) {
    for (Thing& thing : practice.things) {
        if (thing.track > 0) {
            const double whole_way = 2 * thing.track / thing.speed * 1000;
            thing.lag = at - static_cast<std::int64_t>(random.between(0, whole_way));
        }
    }
}

/// The hand goes on where it was: the pointer stays, and a button held down has to come up first.
void hand_on(PointerPractice& practice, const PointerPractice& before) {
    practice.pointer = before.pointer;
    practice.pointer_known = before.pointer_known;
    practice.attempt.from = before.pointer;
    practice.attempt.from_known = before.pointer_known;
    for (std::size_t i = 0; i < practice.buttons.size(); ++i) {
        practice.buttons.at(i).down = before.buttons.at(i).down;
        practice.buttons.at(i).spent = before.buttons.at(i).down;
    }
}

} // namespace

Task task_named(std::string_view word) {
    for (const Task task : {Task::reach, Task::stay, Task::double_click, Task::right_click, Task::drag, Task::menu,
                            Task::see, Task::trace, Task::home, Task::none}) {
        if (name_of(task) == word) {
            return task;
        }
    }
    return Task::click;
}

ReadThings read_things(const lesson::Table& start) {
    constexpr std::int64_t most_alike = 12;
    ReadThings read;
    const lesson::Value* list = lesson::find(start, "thing");
    if (list == nullptr) {
        return read;
    }
    for (const lesson::Value& item : lesson::list_of(*list)) {
        const lesson::Table& table = lesson::table_of(item);
        const Thing thing = read_thing(table);
        const std::int64_t count = std::clamp<std::int64_t>(lesson::whole_or(table, "count", 1), 1, most_alike);
        for (std::int64_t number = 1; number <= count; ++number) {
            read.things.push_back(thing);
            read.places.push_back(lesson::text_or(table, "place", "anywhere"));
            if (count > 1) {
                read.things.back().name += "-" + std::to_string(number);
            }
        }
    }
    return read;
}

PointerPractice start_pointer(const lesson::Table& start, const Setup& setup, std::int64_t at,
                              const PointerPractice* before) {
    constexpr std::int64_t tallest = 6;
    PointerPractice practice;
    practice.one_by_one = lesson::text_or(start, "order", "together") == "one-by-one";
    practice.demo = lesson::text_or(start, "demo", "");
    practice.tall = static_cast<int>(std::clamp<std::int64_t>(lesson::whole_or(start, "tall", 1), 1, tallest));
    practice.tolerance = setup.tolerance;
    practice.now = at;
    practice.attempt.began = at;
    if (before != nullptr) {
        hand_on(practice, *before);
    }
    ReadThings read = read_things(start);
    base::Random random{setup.seed};
    const auto pointer = practice.pointer_known ? std::optional<Point>(practice.pointer) : std::nullopt;
    place_things(read.things, read.places, page_height(practice), base::Random{random.next()}, pointer);
    practice.things = std::move(read.things);
    start_glides(practice, at, base::Random{random.next()});
    show_next(practice);
    look_under_pointer(practice);
    practice.last_reached = practice.under_pointer;
    return practice;
}

} // namespace world
