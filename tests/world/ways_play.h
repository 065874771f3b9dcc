// Following ways: a person who always does what is advised first, from a start table in TOML.
#pragma once

#include "keyboard_play.h"
#include "lesson/goal_reader.h"
#include "lesson/site.h"
#include "lesson/value.h"
#include "world/apps.h"
#include "world/desk.h"
#include "world/ways/advice.h"
#include "world/ways/ways.h"

#include <algorithm>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

namespace ways_play {

using lesson::FactPattern;

inline const std::shared_ptr<const std::vector<lesson::Site>>& shipped_sites() {
    static const auto sites = std::make_shared<const std::vector<lesson::Site>>(
        lesson::read_sites(std::string(COUCOU_SOURCE_DIR) + "/lessons/sites").sites);
    return sites;
}

/// A fact as lessons ask for it: `desktop.window = { program = "mail" }`.
inline FactPattern asked_for(std::string_view toml) {
    const auto table = lesson::read_toml(toml, "fact.toml");
    REQUIRE(table.ok());
    base::Faults faults;
    const lesson::Goal goal = lesson::read_goal(table.value(), world::vocabulary(), faults);
    CAPTURE(toml);
    REQUIRE(faults.empty());
    return std::get<FactPattern>(goal.rule);
}

/// Under which conditions somebody follows.
struct Conditions {
    int safety = 2;
    std::string_view layout = "azerty-fr";
    std::optional<world::DeskLook> look = std::nullopt;
    bool by_keyboard = false; ///< each way is gone by the keyboard alone
    std::shared_ptr<const std::vector<lesson::Site>> sites = shipped_sites();
};

/// A person who does what is advised first.
struct Follower {
    world::Desk desk;
    bool by_keyboard = false;
    std::vector<world::Event> happened{};
    std::vector<world::Deed> deeds{};
    std::string said{};
    std::vector<const FactPattern*> beside{};
    std::string unwritable{}; ///< what was needed first
    std::int64_t at = 0;

    explicit Follower(std::string_view start, const Conditions& conditions = {}) : by_keyboard(conditions.by_keyboard) {
        world::Setup setup;
        setup.layout = keyboard_play::layout(conditions.layout);
        setup.safety = conditions.safety;
        setup.sites = conditions.sites;
        setup.look = conditions.look;
        const auto table = lesson::read_toml(start, "start");
        REQUIRE(table.ok());
        desk = world::start_desk(lesson::table_of(table.value()), setup, 0, nullptr);
    }

    const world::DeskState& state() const { return desk.timeline.now(); }

    bool is_so(const FactPattern& pattern, bool gone = false) const {
        const auto fits = [&](const world::Fact& one) { return world::fits(pattern, one); };
        const bool is_now = std::ranges::any_of(world::facts(desk), fits);
        return gone ? !is_now : is_now || std::ranges::any_of(happened, fits, &world::Event::fact);
    }

    /// What a state looks like.
    std::string sight() const {
        std::string all = desk.timeline->focus;
        if (const auto* field = world::field_of_target(state(), all)) {
            all += field->edit.text + std::to_string(field->edit.caret) + ',' + std::to_string(field->edit.anchor);
        }
        for (const world::Target& target : world::targets(state())) {
            all += '\n' + target.name + (target.on ? "+" : "-") + target.words.text;
        }
        for (const world::Fact& one : world::facts(desk)) {
            all += '\n' + one.name;
            for (const world::Field& field : one.fields) {
                const auto* value = std::get_if<std::string>(&field.value);
                const auto* number = std::get_if<double>(&field.value);
                all += '|' + (value != nullptr ? *value : number != nullptr ? std::to_string(*number) : std::string());
            }
        }
        return all + std::to_string(happened.size());
    }

    /// Does what a way says, the same by the keyboard alone where that is all there is; false where it cannot be done.
    bool act(const world::Way& way) {
        const std::vector<world::Deed> done = by_keyboard ? world::by_keyboard(desk, way) : way.deeds;
        for (const world::Deed& deed : done) {
            at += 1000;
            for (world::Event& event : world::apply(desk, {at, deed})) {
                happened.push_back(std::move(event));
            }
            deeds.push_back(deed);
        }
        return !done.empty();
    }

    /// How many ways it takes until the wish comes true; -1 where it does not.
    int follow(const FactPattern& pattern, bool gone = false) {
        constexpr int most_ways = 60;
        std::set<std::string> seen;
        for (int taken = 0; taken < most_ways; ++taken) {
            if (is_so(pattern, gone)) {
                return taken;
            }
            seen.insert(sight());
            const world::Wish wish{&pattern, gone, said, beside};
            const world::Offer offer = world::ways(desk, std::span(&wish, 1));
            unwritable = unwritable.empty() ? offer.unwritable : unwritable;
            const bool went_on = std::ranges::any_of(offer.ways, [&](const world::Way& way) {
                Follower next = *this;
                const bool leads_on = next.act(way) && (!seen.contains(next.sight()) || next.is_so(pattern, gone));
                if (leads_on) {
                    *this = std::move(next);
                }
                return leads_on;
            });
            if (!went_on) {
                return -1;
            }
        }
        return -1;
    }

    const world::Deed& last() const { return deeds.back(); }
    bool clicked(std::string_view target) const {
        return std::ranges::any_of(deeds, [&](const world::Deed& deed) {
            const auto* click = std::get_if<world::Click>(&deed);
            return click != nullptr && click->target == target;
        });
    }
    bool typed(std::string_view written) const {
        return std::ranges::any_of(deeds, [&](const world::Deed& deed) {
            const auto* type = std::get_if<world::Type>(&deed);
            return type != nullptr && type->text == written;
        });
    }
};

} // namespace ways_play
