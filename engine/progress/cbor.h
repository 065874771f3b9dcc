// An event as a CBOR array (RFC 8949), [origin, sequence, learner, at, kind, body], and nothing else of CBOR: what is
// read comes from files, so nothing in it can nest, or ask for memory that its bytes do not fill.
#pragma once

#include "progress/event.h"

#include <optional>
#include <string>
#include <string_view>

namespace progress {

std::string cbor_of(const Event& event);

/// The event, or nothing where the bytes are none. What a later version added after its six values is left out.
std::optional<Event> event_of_cbor(std::string_view bytes);

} // namespace progress
