// Shows a picture, or reads a document out on a page.
#pragma once

#include "world/program.h"

#include <string>
#include <vector>

namespace world {

struct Viewer {
    bool operator==(const Viewer&) const = default;
};

// What every program offers (see program.h).
void list_targets(const Viewer& viewer, const View& view, std::vector<Target>& targets);
void touch(Viewer& viewer, Context& context, const Touch& touch);
Words title(const Viewer& viewer, const View& view);
void add_facts(const Viewer& viewer, const View& view, std::vector<Fact>& facts);

} // namespace world
