// The elements of a page as litehtml lays them out, each counted and guarded; and the controls of forms.
#pragma once

#include <litehtml/litehtml.h>
#include <memory>

namespace screen {

class Recorder;

/// The element of a tag.
std::shared_ptr<litehtml::element> web_element(const char* tag, const litehtml::string_map& attributes,
                                               const std::shared_ptr<litehtml::document>& document, Recorder& recorder);

} // namespace screen
