// The practice computer's mail: messages in their folders, an address book.
#pragma once

#include <string>
#include <vector>

namespace world {

/// All mail of the practice computer.
struct Mailbox {
    bool operator==(const Mailbox&) const = default;
};

} // namespace world
