// The booklet's page: who, what they can do, since when, and what frameworks call it.
#pragma once

#include "base/result.h"
#include "tools/booklet/description.h"

#include <string>

namespace booklet {

/// Draws the page, always exactly one of A4: with much to show, type becomes smaller and columns more. Gives the PDF.
/// Error: as Paper::finished.
base::Result<std::string> draw(const Description& description);

} // namespace booklet
