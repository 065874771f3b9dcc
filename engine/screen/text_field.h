// A field of one line to write in.
#pragma once

#include "screen/ui.h"
#include "world/text_edit.h"

#include <string_view>

namespace screen {

/// A field; `edit` is what stands in it. True in the pass in which Enter was pressed in it. What stands in a hidden
/// field is shown as dots.
bool text_field(Ui& ui, std::string_view id, const Rect& rect, world::TextEdit& edit, std::string_view placeholder,
                bool hidden = false);

} // namespace screen
