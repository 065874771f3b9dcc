// The file manager: shows a folder, and does what people do with files.
#pragma once

#include "world/program.h"

#include <string>
#include <vector>

namespace world {

struct Files {
    bool operator==(const Files&) const = default;
};

// What every program offers (see program.h).
void list_targets(const Files& files, const View& view, std::vector<Target>& targets);
void touch(Files& files, Context& context, const Touch& touch);
Words title(const Files& files, const View& view);
void add_facts(const Files& files, const View& view, std::vector<Fact>& facts);

} // namespace world
