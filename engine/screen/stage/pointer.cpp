// Draws a pointer practice, from the back to the front.
#include "screen/stage/pointer_parts.h"
#include "screen/stage/story.h"

#include <algorithm>

namespace screen {

using world::PointerPractice;
using world::Task;
using world::Thing;
using world::ThingIndex;

namespace {

/// What lies lower is drawn first: homes and scenery, then what is done, then what is still to do, then what is
/// carried.
int layer_of(const Thing& thing) {
    if (thing.held != world::Held::no) {
        return 3;
    }
    if (thing.task == Task::home || thing.task == Task::none) {
        return 0;
    }
    return thing.done ? 1 : 2;
}

bool tells_story(const PointerPractice& practice, const StageCues& cues) {
    return is_story(practice.demo) && practice.scroll <= 0 && !cues.ghost && !cues.done && !cues.next &&
           practice.menu.thing == world::no_thing;
}

bool glides(const Thing& thing) {
    return thing.track > 0 && thing.paused < 0 && !thing.done && !thing.hidden;
}

bool rests(const PointerPractice& practice) {
    if (practice.under_pointer == world::no_thing) {
        return false;
    }
    const Thing& thing = practice.things[practice.under_pointer];
    return thing.task == Task::stay && !thing.done;
}

} // namespace

bool is_shown(const PointerPractice& practice, const Thing& thing, std::int64_t now) {
    if (thing.hidden) {
        return false;
    }
    const double y = world::on_stage(practice, world::place_of(thing, now)).y;
    const double reach = thing.diameter + world::label_gap + world::label_height;
    return !thing.path.empty() || (y > -reach && y < world::stage_height + reach);
}

float strength(const PointerPractice& practice, const StageCues& cues, const Aim& aim, ThingIndex thing) {
    constexpr float dim = 0.38F;
    const bool is_meant = aim.thing == thing || practice.things[thing].held != world::Held::no;
    return cues.point_out && aim.thing != world::no_thing && !is_meant ? dim : 1;
}

void paint(const Stage& stage, const PointerPractice& practice, const StageCues& cues) {
    const Aim aim = cues.point_out ? aim_of(practice, cues) : Aim{};
    if (practice.tall > 1) {
        paint_paper(stage, practice);
    }
    if (tells_story(practice, cues) && practice.tall == 1) {
        paint_story(stage, practice, cues);
    }
    for (const Thing& thing : practice.things) {
        if (!thing.path.empty() && !thing.hidden) {
            paint_road(stage, practice, thing, 1);
        }
    }
    for (int layer = 0; layer <= 3; ++layer) {
        for (ThingIndex i = 0; i < practice.things.size(); ++i) {
            const Thing& thing = practice.things[i];
            if (layer_of(thing) != layer || !is_shown(practice, thing, cues.now)) {
                continue;
            }
            const float share = strength(practice, cues, aim, i);
            (thing.task == Task::home ? paint_home : paint_thing)(stage, practice, i, cues, share);
        }
    }
    if (practice.tall > 1) {
        paint_scroll_bar(stage, practice);
        if (tells_story(practice, cues)) {
            paint_story(stage, practice, cues);
        }
    }
    if (practice.menu.thing != world::no_thing) {
        paint_menu(stage, practice, aim, cues.point_out);
    }
    if (cues.light_area && !cues.done) {
        paint_region(stage, practice, cues);
    }
    if (cues.point_out && !cues.done) {
        paint_aim(stage, practice, aim, cues);
    }
    if (cues.ghost) {
        paint_ghost(stage, practice, cues);
    }
}

bool lives(const PointerPractice& practice) {
    return std::ranges::any_of(practice.things, glides) || rests(practice);
}

std::optional<int> next_change(const PointerPractice& practice, const StageCues& cues, const Look& look) {
    if (cues.ghost || lives(practice)) {
        return smooth;
    }
    if (look.reduced_motion || cues.done) {
        return std::nullopt;
    }
    if (cues.point_out || cues.light_area) {
        return cues.now - cues.last_input < pulse_for ? std::optional(soft) : std::nullopt;
    }
    return tells_story(practice, cues) ? next_story_change(cues) : std::nullopt;
}

} // namespace screen
