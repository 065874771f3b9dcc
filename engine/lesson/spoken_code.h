// A session plan as digits, to be said aloud to a class: 412 907 335.
//
// The digits are one number in a mixed radix: the lessons by their places in the sorted list of ids (base: how many
// there are and one, the first lesson lowest), then seed, look, safety, layout and language, and last a check value:
// the fingerprint of all names that the code counts by, modulo 251. So the whole number leaves that remainder, and
// since 251 is a prime above 9 × 9 that does not divide a power of ten, no code stays right when one digit is wrong or
// two neighbours are swapped: the number then changes by d·10^k (d to 9) or by 9·d·10^k. Of all other mistakes, and of
// computers with other lessons, one in 251 goes unnoticed. The title is not in it.
#pragma once

#include "lesson/plan.h"

#include <optional>
#include <string>
#include <string_view>

namespace lesson {

/// The digits for a plan, without blanks: nine for one lesson among up to 183 (with two languages and five layouts),
/// always groups of three. Nothing where the plan is empty or names what is not known.
std::optional<std::string> code_of(const Plan& plan, const PlanNames& names);

/// The plan that the digits stand for; blanks between them do not count. Errors: `plan.code-short` (digits are still
/// missing), `plan.code-unknown` (no plan has this code here).
base::Result<Plan> plan_of(std::string_view code, const PlanNames& names);

/// In groups of three, with blanks between: as it is shown and said.
std::string grouped(std::string_view digits);

} // namespace lesson
