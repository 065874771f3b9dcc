// Ways.
#include "world/ways/advice.h"

namespace world {

void advise_on_browser(Advice& /*advice*/) {}
void offer_to_download(Advice& /*advice*/) {}
} // namespace world
