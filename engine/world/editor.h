// Writes plain texts, and keeps them in files.
#pragma once

#include "world/program.h"

#include <string>
#include <vector>

namespace world {

struct Editor {
    bool operator==(const Editor&) const = default;
};

// What every program offers (see program.h).
void list_targets(const Editor& editor, const View& view, std::vector<Target>& targets);
void touch(Editor& editor, Context& context, const Touch& touch);
Words title(const Editor& editor, const View& view);
void add_facts(const Editor& editor, const View& view, std::vector<Fact>& facts);

} // namespace world
