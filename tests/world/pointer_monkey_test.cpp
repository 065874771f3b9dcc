// Anything at all is done, at random; what must always hold, holds.
#include "base/random.h"
#include "pointer_play.h"

#include <cmath>

namespace {

constexpr auto everything =
    "tall = 2\n"
    "[[thing]]\nname = 'lamp'\npicture = 'lamp'\ncount = 2\n"
    "[[thing]]\nname = 'bell'\npicture = 'bell'\ntask = 'double'\nmoves = 'fast'\n"
    "[[thing]]\nname = 'gift'\npicture = 'gift'\ntask = 'right'\n"
    "[[thing]]\nname = 'plant'\npicture = 'plant'\ntask = 'menu'\nmenu = ['x', 'y']\nchoose = 2\n"
    "[[thing]]\nname = 'apple'\npicture = 'apple'\ntask = 'drag'\nto = 'basket'\ncount = 3\n"
    "size = 'small'\n"
    "[[thing]]\nname = 'sock'\npicture = 'sock'\ntask = 'drag'\nto = 'bin'\nmoves = 'slow'\n"
    "size = 'small'\n"
    "[[thing]]\nname = 'basket'\npicture = 'basket'\ntask = 'home'\n"
    "[[thing]]\nname = 'bin'\npicture = 'bin'\ntask = 'home'\nmoves = 'slow'\nsize = 'small'\n"
    "[[thing]]\nname = 'boat'\npicture = 'boat'\ntask = 'trace'\npath = 'wave'\nsize = 'small'\n"
    "[[thing]]\nname = 'cat'\npicture = 'cat'\ntask = 'stay'\nsize = 'small'\n"
    "[[thing]]\nname = 'train'\npicture = 'train'\ntask = 'see'\nsize = 'small'\n"
    "[[thing]]\nname = 'tree'\npicture = 'tree'\ntask = 'none'\nsize = 'small'\n";

world::Button any_button(base::Random& random) {
    return static_cast<world::Button>(random.below(3));
}

/// Mostly small movements near things, as then the most happens; now and then something wild.
world::Deed any_deed(const world::PointerPractice& practice, base::Random& random) {
    switch (random.below(10)) {
    case 0:
    case 1:
    case 2:
        return world::Move{practice.pointer.x + random.between(-12, 12), practice.pointer.y + random.between(-12, 12)};
    case 3: {
        const world::Thing& thing = practice.things[random.below(practice.things.size())];
        const world::Point place = on_stage(practice, place_of(thing, practice.now));
        return world::Move{place.x + random.between(-30, 30), place.y + random.between(-30, 30)};
    }
    case 4:
        return world::Move{random.between(-200, 1200), random.between(-200, 900)};
    case 5:
    case 6:
        return world::Press{random.below(3) == 0 ? any_button(random) : world::Button::left};
    case 7:
        return world::Release{random.below(3) == 0 ? any_button(random) : world::Button::left};
    case 8:
        return world::Scroll{random.between(-4, 4)};
    default:
        return world::Wait{};
    }
}

std::vector<world::Action> any_actions(std::uint64_t seed, int count) {
    world::PointerPractice practice = play::practice_of(everything, seed);
    base::Random random{seed};
    std::vector<world::Action> all;
    std::int64_t at = 0;
    for (int i = 0; i < count; ++i) {
        at += static_cast<std::int64_t>(random.below(400));
        all.push_back({at, any_deed(practice, random)});
        apply(practice, all.back());
    }
    return all;
}

bool is_on_page(const world::PointerPractice& practice, const world::Thing& thing) {
    const world::Point place = place_of(thing, practice.now);
    const double edge = world::edge_margin + std::max(thing.diameter, world::smallest_target) / 2 - 1e-6;
    return place.x >= edge && place.x <= world::stage_width - edge && place.y >= edge &&
           place.y <= page_height(practice) - edge;
}

/// What no longer holds that always must; empty while all holds. Comparisons are so written that no NaN passes.
std::string broken(const world::PointerPractice& practice, const std::vector<bool>& done_before) {
    int held = 0;
    for (std::size_t i = 0; i < practice.things.size(); ++i) {
        const world::Thing& thing = practice.things[i];
        held += thing.held == world::Held::no ? 0 : 1;
        if (!is_on_page(practice, thing)) {
            return thing.name + " has left the page";
        }
        if (done_before[i] && !thing.done) {
            return thing.name + " is undone";
        }
        if (thing.done && thing.held != world::Held::no) {
            return thing.name + " is held, though done";
        }
    }
    if (held > 1) {
        return "several things are held";
    }
    if (!(practice.scroll >= 0 && practice.scroll <= scroll_end(practice))) {
        return "the page is scrolled beyond its ends";
    }
    const double left = remaining(practice);
    if (!(left >= 0 && left <= static_cast<double>(practice.things.size()) + 1)) {
        return "what remains is no sensible number";
    }
    return (left == 0) == (world::current_thing(practice) == nullptr) ? "" : "all is done, but something remains";
}

std::vector<bool> done_things(const world::PointerPractice& practice) {
    std::vector<bool> done;
    for (const world::Thing& thing : practice.things) {
        done.push_back(thing.done);
    }
    return done;
}

bool has_finite_numbers(const world::Fact& fact) {
    return std::all_of(fact.fields.begin(), fact.fields.end(), [](const world::Field& field) {
        const auto* number = std::get_if<double>(&field.value);
        return number == nullptr || std::isfinite(*number);
    });
}

} // namespace

TEST_CASE("a hundred thousand random actions break nothing") {
    for (std::uint64_t seed = 1; seed <= 4; ++seed) {
        CAPTURE(seed);
        world::PointerPractice practice = play::practice_of(everything, seed);
        base::Random random{seed};
        std::int64_t at = 0;
        int measured = 0;
        for (int i = 0; i < 100'000; ++i) {
            const std::vector<bool> done = done_things(practice);
            at += static_cast<std::int64_t>(random.below(400));
            for (const world::Event& event : apply(practice, {at, any_deed(practice, random)})) {
                REQUIRE(event.at == at);
                REQUIRE(has_finite_numbers(event.fact));
                measured += event.fact.name == "pointer.measured" ? 1 : 0;
            }
            if (const std::string fault = broken(practice, done); !fault.empty()) {
                FAIL(fault);
            }
            if (i % 2000 == 1999) {
                // Most is done soon: what is left would then be only clicks on finished things.
                practice = play::practice_of(everything, seed + static_cast<std::uint64_t>(i));
                practice.now = at;
            }
        }
        CHECK(measured > 100);
    }
}

TEST_CASE("the same actions give the same practice and the same events") {
    const std::vector<world::Action> list = any_actions(9, 5000);
    world::PointerPractice one = play::practice_of(everything, 9);
    world::PointerPractice other = play::practice_of(everything, 9);
    for (const world::Action& action : list) {
        REQUIRE(apply(one, action) == apply(other, action));
    }
    CHECK(one == other);
}

TEST_CASE("every event has the fields that its kind promises") {
    const lesson::AppKind kind = world::pointer_kind();
    world::PointerPractice practice = play::practice_of(everything, 3);
    for (const world::Action& action : any_actions(3, 20'000)) {
        for (const world::Event& event : apply(practice, action)) {
            const auto fact = std::find_if(kind.facts.begin(), kind.facts.end(), [&](const lesson::FactKind& known) {
                return known.name == event.fact.name;
            });
            CAPTURE(event.fact.name);
            REQUIRE(fact != kind.facts.end());
            REQUIRE(fact->fields.size() == event.fact.fields.size());
            for (std::size_t i = 0; i < fact->fields.size(); ++i) {
                REQUIRE(fact->fields[i].name == event.fact.fields[i].name);
                const bool is_number = std::holds_alternative<double>(event.fact.fields[i].value);
                REQUIRE(is_number == (fact->fields[i].kind == lesson::FieldKind::number));
            }
        }
    }
}
