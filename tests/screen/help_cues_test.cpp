// Help on the stage: the part that is lit holds what comes next, and what is pointed out is brought into view.
#include "screen/stage/desk_memory.h"
#include "stage_of.h"

#include <algorithm>

namespace {

using screen::Rect;
using screen::StageCues;

/// A mail program with more messages than can be seen.
std::string many_mails() {
    std::string start = "[desktop]\nlook = \"bar\"\nopen = [\"mail\"]\n";
    for (int i = 10; i < 50; ++i) {
        start += "[[mail.inbox]]\nfrom = \"Ali <ali@exemple.fr>\"\nsubject = \"Sujet " + std::to_string(i) +
                 "\"\nbody = \"Bonjour\"\n";
    }
    return start;
}

StageCues cues_for(const world::Deed& deed, bool area) {
    StageCues cues;
    cues.next = world::Action{0, deed};
    cues.light_area = area;
    cues.point_out = !area;
    return cues;
}

Rect seen(const StagePass& pass, const std::string& target) {
    const auto spot =
        std::ranges::find_if(pass.memory.spots, [&](const screen::Spot& one) { return one.target.name == target; });
    REQUIRE_MESSAGE(spot != pass.memory.spots.end(), target);
    return spot->seen;
}

bool holds(const Rect& outer, const Rect& inner) {
    return inner.x >= outer.x - 1 && inner.y >= outer.y - 1 && inner.right() <= outer.right() + 1 &&
           inner.bottom() <= outer.bottom() + 1;
}

} // namespace

TEST_CASE("what is pointed out, or shown by a demonstration, is scrolled into view") {
    const world::Computer computer = computer_of(many_mails());
    StagePass first;
    first.picture(computer, {});
    first.picture(computer, {});
    const auto hidden = std::ranges::find_if(
        first.memory.spots, [](const screen::Spot& spot) { return spot.target.part == "list" && spot.seen.h <= 0; });
    REQUIRE(hidden != first.memory.spots.end());
    const std::string target = hidden->target.name;
    for (const bool is_shown : {false, true}) {
        CAPTURE(is_shown);
        StagePass pass;
        StageCues cues = cues_for(world::Click{target}, false);
        if (is_shown) {
            cues.shown = cues.next;
            cues.next.reset();
            cues.point_out = false;
            cues.ghost = world::Point{400, 400};
        }
        pass.picture(computer, cues);
        pass.picture(computer, cues);
        const Rect row = seen(pass, target);
        CHECK(row.h > 20);
        CHECK(pass.place(is_shown ? "help/ghost" : "help/ring").has_value());
    }
}

TEST_CASE("the part that is lit holds the target and more of its kind, and no ring tells which it is") {
    const world::Computer computer = computer_of(many_mails());
    for (const auto& pair :
         {std::pair{"mail/toolbar/write", "mail/toolbar/undo"}, std::pair{"mail/folder/sent", "mail/folder/inbox"},
          std::pair{"mail/message/Sujet 49", "mail/message/Sujet 48"}}) {
        const auto* const target = pair.first;
        const auto* const other = pair.second;
        CAPTURE(target);
        StagePass pass;
        const StageCues cues = cues_for(world::Click{target}, true);
        pass.picture(computer, cues);
        pass.picture(computer, cues);
        const std::optional<Rect> area = pass.place("help/area");
        REQUIRE(area.has_value());
        CHECK(holds(*area, seen(pass, target)));
        CHECK(holds(*area, seen(pass, other)));
        CHECK(area->w * area->h < pass.stage.w * pass.stage.h / 2);
        CHECK_FALSE(pass.place("help/ring").has_value());
    }
}

TEST_CASE("keys that are to be pressed are drawn as caps, even where nothing has the keyboard") {
    const world::Computer computer = computer_of("[desktop]\nlook = \"bar\"\n");
    StagePass pass;
    StageCues cues = cues_for(world::KeyDown{"Escape"}, false);
    cues.caps = {"Ctrl", "S"};
    pass.picture(computer, cues);
    const std::optional<Rect> keys = pass.place("help/keys");
    REQUIRE(keys.has_value());
    CHECK(holds(pass.stage, *keys));
    cues.caps.clear();
    pass.picture(computer, cues);
    CHECK_FALSE(pass.place("help/keys").has_value());
}

TEST_CASE("of a mouse that is practised, a quarter of the stage is lit, with what comes next in it") {
    const world::Computer computer = computer_of("[[pointer.thing]]\nname = \"lamp\"\npicture = \"lamp\"\nplace = "
                                                 "\"bottom-right\"\n");
    const world::Thing& lamp = std::get<world::PointerPractice>(computer.apps.front()).things.front();
    StagePass pass;
    pass.picture(computer, cues_for(world::Move{lamp.centre.x, lamp.centre.y}, true));
    const std::optional<Rect> area = pass.place("help/area");
    REQUIRE(area.has_value());
    CHECK(area->contains(screen::from_stage(pass.stage, lamp.centre)));
    CHECK(area->w * area->h < pass.stage.w * pass.stage.h * 0.26F);
}

TEST_CASE("of the keyboard, one half of a row is lit, though the lesson draws no keys") {
    const world::Computer computer = computer_of("[keyboard]\ntext = \"le\"\nguide = \"none\"\n");
    StagePass pass;
    CHECK_FALSE(pass.place("help/area").has_value());
    pass.picture(computer, cues_for(world::KeyDown{"KeyL"}, true));
    const std::optional<Rect> area = pass.place("help/area");
    REQUIRE(area.has_value());
    CHECK(area->x > pass.stage.centre().x - 60); // L is in the right half
    CHECK(area->h < pass.stage.h / 6);
}
