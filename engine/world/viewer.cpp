// Shows a picture, or reads a document out on a page.
#include "world/viewer.h"

#include "world/desk.h"

namespace world {

void list_targets(const Viewer& /*viewer*/, const View& /*view*/, std::vector<Target>& /*targets*/) {}

void touch(Viewer& /*viewer*/, Context& /*context*/, const Touch& /*touch*/) {}

Words title(const Viewer& /*viewer*/, const View& /*view*/) {
    return message("desk.program.viewer");
}

void add_facts(const Viewer& /*viewer*/, const View& /*view*/, std::vector<Fact>& /*facts*/) {}

} // namespace world
