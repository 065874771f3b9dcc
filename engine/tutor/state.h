// A run's whole observable state as text: what a replay has to come to, byte for byte.
#pragma once

#include "tutor/run.h"

#include <string>

namespace tutor {

/// The state as lines of JSON: step and help, what was said and what happened in the step, the facts of the practice
/// computer, and what can be seen of it. Equal runs give equal texts, on every machine.
std::string state_text(const Run& run);

/// A fingerprint of state_text(): 16 hexadecimal digits (FNV-1a, 64 bits). Tells states apart that differ by accident;
/// it proves nothing against intent.
std::string fingerprint(const Run& run);

} // namespace tutor
