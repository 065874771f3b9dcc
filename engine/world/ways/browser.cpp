// Ways.
#include "world/ways/browser_ways.h"

namespace world {

void advise_on_browser(Advice& /*advice*/) {}
void offer_to_download(Advice& /*advice*/) {}
bool on_webmail(Advice& advice) {
    return in_front(advice, "browser");
}

} // namespace world
