// The shapes of the pointer.
#pragma once

namespace screen {

enum class Pointer { arrow, hand, text, move, wait };

} // namespace screen
