// Names made of names: the same words give the same UUID on every computer.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace progress {

/// SHA-1 of a text (FIPS 180-4). Only for names, never for secrets.
std::array<std::uint8_t, 20> sha1(std::string_view text);

/// The UUID of version 5 (RFC 9562, section 5.5) of a name in our own namespace, which is the UUID of version 5 of the
/// URL `urn:coucou` in the namespace of URLs. In small letters.
std::string name_uuid(std::string_view name);

} // namespace progress
