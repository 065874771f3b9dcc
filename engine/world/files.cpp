// The file manager: shows a folder, and does what people do with files.
#include "world/files.h"

#include "world/desk.h"

namespace world {

void list_targets(const Files& /*files*/, const View& /*view*/, std::vector<Target>& /*targets*/) {}

void touch(Files& /*files*/, Context& /*context*/, const Touch& /*touch*/) {}

Words title(const Files& /*files*/, const View& /*view*/) {
    return message("desk.program.files");
}

void add_facts(const Files& /*files*/, const View& /*view*/, std::vector<Fact>& /*facts*/) {}

} // namespace world
