// The practice computer's one door.
#include "world/desk.h"

namespace world {} // namespace world
