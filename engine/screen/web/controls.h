// Fields, boxes to tick, choices and buttons of forms: litehtml gives them their place and border.
#pragma once

#include <litehtml/litehtml.h>
#include <memory>

namespace screen {

class Recorder;

/// The element of a form's control, or nullptr for other tags (and for <button>, which is laid out like any other).
std::shared_ptr<litehtml::element> web_control(const char* tag, const litehtml::string_map& attributes,
                                               const std::shared_ptr<litehtml::document>& document, Recorder& recorder);

} // namespace screen
