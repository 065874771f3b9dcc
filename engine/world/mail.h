// The mail program: folders, a list of messages, reading and writing.
#pragma once

#include "world/program.h"

#include <string>
#include <vector>

namespace world {

struct Mail {
    bool operator==(const Mail&) const = default;
};

// What every program offers (see program.h).
void list_targets(const Mail& mail, const View& view, std::vector<Target>& targets);
void touch(Mail& mail, Context& context, const Touch& touch);
Words title(const Mail& mail, const View& view);
void add_facts(const Mail& mail, const View& view, std::vector<Fact>& facts);

} // namespace world
