// The parts that a pointer practice is painted of.
#pragma once

#include "screen/stage/painters.h"

namespace screen {

/// What is to be dealt with next, as help points it out.
struct Aim {
    world::ThingIndex thing = world::no_thing; ///< the thing or home; or no_thing
    std::size_t item = world::no_thing;        ///< the item of the open menu; or no_thing
    std::optional<world::Point> place;         ///< a place that is on no thing, such as on a path; stage units
    std::optional<world::Button> button;       ///< the button to be pressed or let go
    bool lets_go = false;                      ///< the button is to be let go
    int wheel = 0;                             ///< the wheel: 1 down the page, -1 up
};
Aim aim_of(const world::PointerPractice& practice, const StageCues& cues);

/// How strongly a thing is drawn, 0 to 1: less while another one is pointed out.
float strength(const world::PointerPractice& practice, const StageCues& cues, const Aim& aim, world::ThingIndex thing);

/// Whether a thing can be seen at all.
bool is_shown(const world::PointerPractice& practice, const world::Thing& thing, std::int64_t now);

// The page that is taller than the stage: its paper, and its scroll bar and what tells that there is more below.
void paint_paper(const Stage& stage, const world::PointerPractice& practice);
void paint_scroll_bar(const Stage& stage, const world::PointerPractice& practice);

// Things, homes, and the roads of things to be traced.
void paint_road(const Stage& stage, const world::PointerPractice& practice, const world::Thing& thing, float share);
void paint_home(const Stage& stage, const world::PointerPractice& practice, world::ThingIndex index,
                const StageCues& cues, float share);
/// The words below a thing, on a `ground` of their own where that is not transparent.
void paint_label(const Stage& stage, const world::PointerPractice& practice, const world::Thing& thing,
                 std::int64_t now, float share, Colour ground = hex(0, 0));
void paint_thing(const Stage& stage, const world::PointerPractice& practice, world::ThingIndex index,
                 const StageCues& cues, float share);

void paint_menu(const Stage& stage, const world::PointerPractice& practice, const Aim& aim, bool point_out);

/// Lights the part of the stage that the next thing lies in, without telling which thing it is.
void paint_region(const Stage& stage, const world::PointerPractice& practice, const StageCues& cues);

// What is pointed out, and the demonstration's own pointer.
void paint_aim(const Stage& stage, const world::PointerPractice& practice, const Aim& aim, const StageCues& cues);
void paint_ghost(const Stage& stage, const world::PointerPractice& practice, const StageCues& cues);

// The picture story that tells without words how it is done (story.h).
void paint_story(const Stage& stage, const world::PointerPractice& practice, const StageCues& cues);

/// A place of that size (units) on the stage that covers as little as can be of where things lie, and whether it
/// covers nothing.
struct FreePlace {
    world::Rectangle place;
    bool is_free = false;
};
FreePlace free_place(const world::PointerPractice& practice, double width, double height);

} // namespace screen
