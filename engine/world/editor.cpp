// Writes plain texts, and keeps them in files.
#include "world/editor.h"

#include "world/desk.h"

namespace world {

void list_targets(const Editor& /*editor*/, const View& /*view*/, std::vector<Target>& /*targets*/) {}

void touch(Editor& /*editor*/, Context& /*context*/, const Touch& /*touch*/) {}

Words title(const Editor& /*editor*/, const View& /*view*/) {
    return message("desk.program.editor");
}

void add_facts(const Editor& /*editor*/, const View& /*view*/, std::vector<Fact>& /*facts*/) {}

} // namespace world
