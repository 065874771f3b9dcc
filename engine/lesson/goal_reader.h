// Goals as authors write them.
#pragma once

#include "lesson/goal.h"
#include "lesson/value.h"
#include "lesson/vocabulary.h"

namespace lesson {

/// Makes a goal of a table such as `{ pointer.things = { left = 0 } }`; facts and fields are those of the vocabulary.
/// Adds all faults it finds; the goal is complete only if it added none.
Goal read_goal(const Value& value, Vocabulary vocabulary, base::Faults& faults);

/// Makes matchers of how a form's field is asked for: as a goal's text field, or with bounds for a number that is
/// typed. None where there was a fault.
std::vector<Matcher> read_form_matchers(const Value& value, std::string_view field, base::Faults& faults);

} // namespace lesson
