// The web browser: tabs, addresses, pages and their forms.
#pragma once

#include "world/program.h"

#include <string>
#include <vector>

namespace world {

struct Browser {
    bool operator==(const Browser&) const = default;
};

// What every program offers (see program.h).
void list_targets(const Browser& browser, const View& view, std::vector<Target>& targets);
void touch(Browser& browser, Context& context, const Touch& touch);
Words title(const Browser& browser, const View& view);
void add_facts(const Browser& browser, const View& view, std::vector<Fact>& facts);

} // namespace world
