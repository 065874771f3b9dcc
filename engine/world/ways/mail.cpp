// Ways.
#include "world/ways/advice.h"

namespace world {

void advise_on_mail(Advice& /*advice*/) {}
void offer_to_save_attachment(Advice& /*advice*/) {}
} // namespace world
