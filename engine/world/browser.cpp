// The web browser: tabs, addresses, pages and their forms.
#include "world/browser.h"

#include "world/desk.h"

namespace world {

void list_targets(const Browser& /*browser*/, const View& /*view*/, std::vector<Target>& /*targets*/) {}

void touch(Browser& /*browser*/, Context& /*context*/, const Touch& /*touch*/) {}

Words title(const Browser& /*browser*/, const View& /*view*/) {
    return message("desk.program.browser");
}

void add_facts(const Browser& /*browser*/, const View& /*view*/, std::vector<Fact>& /*facts*/) {}

} // namespace world
