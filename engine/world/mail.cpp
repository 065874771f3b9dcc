// The mail program: folders, a list of messages, reading and writing.
#include "world/mail.h"

#include "world/desk.h"

namespace world {

void list_targets(const Mail& /*mail*/, const View& /*view*/, std::vector<Target>& /*targets*/) {}

void touch(Mail& /*mail*/, Context& /*context*/, const Touch& /*touch*/) {}

Words title(const Mail& /*mail*/, const View& /*view*/) {
    return message("desk.program.mail");
}

void add_facts(const Mail& /*mail*/, const View& /*view*/, std::vector<Fact>& /*facts*/) {}

} // namespace world
