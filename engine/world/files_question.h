// Questions and notes that the file manager and the editor ask in the same words.
#pragma once

#include "world/program.h"

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace world {

/// A dialog that says `desk.<id>.title` and `desk.<id>.text`, and whose buttons say `desk.answer.<answer>`; its kind is
/// the id.
Dialog question(std::string_view id, std::vector<base::Argument> arguments, std::string picture,
                std::initializer_list<std::string_view> answers);

} // namespace world
