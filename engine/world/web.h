// What the practice web and the browser remember: history, bookmarks, cookies, what was sent with forms.
#pragma once

#include <string>
#include <vector>

namespace world {

/// All that the web and the browser remember, whatever window looks at it.
struct Web {
    bool operator==(const Web&) const = default;
};

} // namespace world
