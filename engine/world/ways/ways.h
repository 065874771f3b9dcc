// Ways: how what a goal asks for can be brought nearer on the desk, as its programs know it. For each fact that goals
// can ask for, they offer the next deeds, the most direct first; a search tries them out and tells which lead there.
//
// A program without ways can still be searched, through all that actions() lists; it only takes much longer.
#pragma once

#include "lesson/goal.h"
#include "world/action.h"
#include "world/desk.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace world {

/// What is wished for.
struct Wish {
    const lesson::FactPattern* fact = nullptr;
    bool gone = false;     ///< it is so now, and shall be so no longer
    std::string_view said; ///< the instruction: of several texts that would do, one that stands in it is written
    std::span<const lesson::FactPattern* const> beside = {}; ///< what shall be so too, whether it is already or not
};

/// A next thing to do: deeds that only make sense together, as the keys of a shortcut.
struct Way {
    std::vector<Deed> deeds;
    int detour = 0; ///< 0 for the most direct
    bool operator==(const Way&) const = default;
};

/// What can be offered.
struct Offer {
    std::vector<Way> ways;  ///< the most direct first
    std::string unwritable; ///< a text that would be needed, but that the keyboard's layout cannot write; mostly empty
};

/// First steps towards wishes, from where the desk is now. Those of the first wish come first.
Offer ways(const Desk& desk, std::span<const Wish> wishes);

/// The same way by the keyboard alone; nothing where there is none.
std::vector<Deed> by_keyboard(const Desk& desk, const Way& way);

} // namespace world
