// Placement: what somebody can do already, found by doing. A value; the tasks are played in the ordinary player.
//
// In one sentence: each task is the lesson whose outcome settles most of what is still open, since who does a lesson
// without help can do all that it needs, and who does not is not ready for what needs it.
//
// That is the half-split rule over a surmise relation (Doignon & Falmagne 1985, Spaces for the assessment of
// knowledge, International Journal of Man-Machine Studies 23; Falmagne & Doignon 1988, A class of stochastic
// procedures for the assessment of knowledge, British Journal of Mathematical and Statistical Psychology 41): of all
// open lessons the one for which the smaller of "settled by success" and "settled by failure" is largest. The relation
// is the lessons' own `needs`; but who wrote nothing in a task has not shown that they can type. The first task comes
// from the first module, so that somebody who never held a mouse meets no desktop; and beyond that module a level is
// only asked about once a lesson of the level below was done alone.
#pragma once

#include "lesson/catalogue.h"
#include "tutor/part.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace tutor {

inline constexpr std::int64_t placement_time = 180'000; ///< ms in all
inline constexpr std::int64_t task_time = 60'000;       ///< ms for one task: then on to another
inline constexpr std::int64_t idle_time = 30'000;       ///< ms in which nothing at all was done: it ends
inline constexpr std::int64_t least_task_time = 20'000; ///< ms: with less left, no other task begins

/// What is known about a lesson: nothing yet, or whether its learner can do it.
enum class Standing { open, can, cannot };

/// One lesson as placement sees it.
struct PlacementLesson {
    std::string id;
    int level = 1;
    Part part;                      ///< what is played of it: its last step, or where that cannot be, its first two
    bool is_telling = false;        ///< that asks for all of the lesson, and not only for what it needs
    bool is_typing = false;         ///< it is about the keyboard
    std::vector<std::size_t> needs; ///< places in the list, direct needs
    Standing standing = Standing::open;
    bool was_asked = false; ///< it was played already, and did not tell all
};

/// How a task went.
enum class TaskEnd {
    alone,
    helped,
    out_of_time, ///< task_time has passed
    idle         ///< nothing was done for idle_time
};

struct Placement {
    std::vector<PlacementLesson> lessons; ///< in teaching order
    std::size_t first_module = 0;         ///< how many of them are in the first module
    std::int64_t spent = 0;               ///< ms
    int tasks = 0;                        ///< how many were played
    int failures = 0;                     ///< how many of the last ones, in a row, were not done alone
    bool has_success = false;             ///< some task was done alone
    int reached = 0;                      ///< the highest level done alone outside the first module
    int confirmed = 0;                    ///< the highest level that was done alone in two of those modules
    std::map<std::string, int> by_module; ///< the highest level done alone in each of them
    bool is_over = false;
};

/// Where somebody starts.
struct Starts {
    std::map<std::string, int> levels; ///< by skill: the level of the lessons to start with, 1 the beginning
    std::vector<std::string> known;    ///< ids of the lessons that count as known, sorted
    bool operator==(const Starts&) const = default;
};

Placement begin_placement(const lesson::Catalogue& catalogue);

/// The place in the list of the lesson to be played next; nothing where placement is over.
std::optional<std::size_t> next_task(const Placement& placement);

/// The task of the lesson at that place has ended, and took so many ms; in it something was typed or not. Placement is
/// over after idleness, after three tasks in a row that were not done alone (two at the beginning), when the time is
/// used up, or when nothing is open.
void end_task(Placement& placement, std::size_t lesson, TaskEnd end, std::int64_t took, bool has_typed = true);

/// Where to start by what is known so far; may be asked at any time. What is still open counts as not known; but who
/// did tasks of a level alone in two modules is not sent to what is easier (lessons of lower levels), nor back to the
/// mouse (of the first module, also those of that level).
Starts starts_of(const Placement& placement);

} // namespace tutor
