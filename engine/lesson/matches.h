// Whether a value is what is asked for: in goals, and in the checks and rules of practice sites.
#pragma once

#include "lesson/goal.h"

namespace lesson {

/// Whether a field's value is what the matcher asks for.
bool matches(const Matcher& matcher, const FieldValue& value);

} // namespace lesson
