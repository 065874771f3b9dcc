// Routes: ways through a lesson as a person goes them, written down so that a person can read them.
//
//     route by the menu              a way through all steps of the lesson
//     wrong closed at move           from the first route's step `move`: ends where that step must not be done
//     step move                      here the lesson has come to that step
//     open desktop/icon/files        a click or double-click, as the look opens things
//     click, double, right TARGET    `click+control`, `click+shift`: with that key held
//     drag TARGET onto TARGET        `drag+control`: copies
//     type TEXT                      key Control+C
//     mark TARGET FROM TO            byte offsets of its text
//     place TARGET X Y               stage units
//     wait                           three seconds
//     undo
//     in bar                         until the next `in`: only in that look (`bar`, `overview`, `any`)
//
// `{Vacances|Holidays}` is the first in French and the second in English. `# …` is a remark.
#pragma once

#include "base/result.h"
#include "tutor/run.h"
#include "world/desk.h"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace routes {

/// One line of a route.
struct Line {
    int number = 0; ///< in its file
    std::string verb;
    std::string held;               ///< `control`, `shift` or empty
    std::vector<std::string> words; ///< what stands behind the verb, parted as the verb asks
    std::string look = "any";
};

/// A way through a lesson, or to a wrong end.
struct Route {
    std::string name;
    std::string at; ///< the step at which a wrong way begins; empty for a route through the lesson
    int number = 0; ///< its line
    std::vector<Line> lines;
};

/// Reads a file of routes. Errors: `route.unknown`, `route.half` with the line.
base::Result<std::vector<Route>> read(std::string_view text, const std::string& file);

/// What may differ from one playing of a route to the next.
struct Playing {
    std::function<tutor::Begun()> begin;                 ///< begins the lesson
    std::function<std::string(std::string_view)> filled; ///< fills in `%friend.name%`
    bool english = false;
};

/// Plays a way through the whole lesson. Gives what is wrong, or nothing where it is finished.
std::string play(const Route& route, const Playing& playing);

/// Plays the way to a step, then what should not do it. Gives what is wrong, or nothing where it is not done.
std::string play_wrong(const Route& wrong, const Route& way, const Playing& playing);

} // namespace routes
