// Files on their way to where others of their names lie: what is asked then, and what follows.
#pragma once

#include "world/program.h"

#include <string_view>
#include <vector>

namespace world {

/// Asks what to do where files of those names lie in the folder; false where none does, and they can be carried.
bool ask_of_names(Context& context, const std::vector<int>& nodes, int folder, bool copies);

/// Whether a dialog's kind is that of this question.
bool asks_of_names(std::string_view dialog);

/// Carries them as it was answered: `replace` or `keep-both`; otherwise nothing. Gives the ids as carry_into() does.
std::vector<int> carry_as_answered(Context& context, const Command& answer);

} // namespace world
