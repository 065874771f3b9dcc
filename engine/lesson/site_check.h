// What has to fit together in a practice web site: pages, links, pictures and forms.
#pragma once

#include "lesson/html.h"
#include "lesson/site.h"

namespace lesson {

/// Adds a fault for everything that a site names and does not have: pages, links' files, pictures, style sheets, forms
/// and their fields, downloads. `parts` are those of the site's pages, in their order; `file` is the data file.
void check_site(const Site& site, const std::vector<PageParts>& parts, const Value& file, base::Faults& faults);

/// Whether no other site has that address; adds a fault where one has.
bool has_own_address(const Site& site, const std::vector<Site>& others, base::Faults& faults);

} // namespace lesson
