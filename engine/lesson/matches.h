// Whether a value is what is asked for: in goals, and in the checks and rules of practice sites.
#pragma once

#include "lesson/goal.h"

namespace lesson {

/// Whether a field's value is what the matcher asks for. A text that is a number, as people type it into a form, counts
/// as one where there are bounds.
bool matches(const Matcher& matcher, const FieldValue& value);

} // namespace lesson
