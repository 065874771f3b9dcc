// The session plan that a computer goes by: led by a trainer, or followed by a learner.
#pragma once

#include "app/resources.h"
#include "lesson/plan.h"
#include "world/setup.h"

#include <cstddef>
#include <set>
#include <string>
#include <vector>

namespace app {

/// A plan, and how far it has come here.
struct Guided {
    lesson::Plan plan;
    bool leads = false;            ///< a trainer, on the projected screen; otherwise a learner follows
    std::size_t at = 0;            ///< the lesson that is played or comes next; as many as there are: all done
    std::set<std::string> begun{}; ///< ids of the lessons that were begun by this plan
};

/// What plans can name here.
lesson::PlanNames plan_names(const Resources& resources);

/// Sets up a lesson as the plan says it.
void use_plan(world::Setup& setup, const lesson::Plan& plan, int lesson_level, const Resources& resources);

/// A plan's title in words: its own, else that of its first lesson. Shipped plans have theirs in each language.
std::string title_of(const lesson::Plan& plan, const Words& words);

/// The conditions of a plan in one line: draw, look, care, language, keyboard.
std::string conditions_of(const lesson::Plan& plan, const Words& words, const Resources& resources);

} // namespace app
