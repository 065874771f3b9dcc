// Goals as authors write them.
#pragma once

#include "lesson/goal.h"
#include "lesson/value.h"
#include "lesson/vocabulary.h"

namespace lesson {

/// Makes a goal of a table such as `{ pointer.things = { left = 0 } }`; facts and fields are those of the vocabulary.
/// Adds all faults it finds; the goal is complete only if it added none.
Goal read_goal(const Value& value, Vocabulary vocabulary, base::Faults& faults);

} // namespace lesson
