// Forms of practice sites: what browsers check, what a site checks, and what follows.
#pragma once

#include "world/page.h"
#include "world/target.h"
#include "world/web.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace world {

/// What stands in a page's element when its form is sent.
struct Filled {
    std::string value;
    bool is_on = false; ///< a tick, a radio, the button that was pressed
};

/// A field that cannot be sent as it is.
struct FormFault {
    std::string target; ///< the element's
    std::string field;  ///< its name
    Words words;
};

/// A date as `2026-03-07` of what people type: `7/3/2026`, `07.03.26`, `2026-03-07`; nothing where there is no such
/// day.
std::optional<std::string> date_of(std::string_view typed);

/// What a browser says about a field before it sends anything (HTML standard, constraint validation); `group_is_on`
/// tells for a radio whether one of its group is chosen. Messages are `desk.browser.fault.…`.
std::optional<Words> fault_of_value(const PageElement& element, const Filled& filled, bool group_is_on);

/// The values that a form sends, by the names of its fields; `filled` belongs to the page's elements one by one.
PageRow values_of(const Page& page, int form, const std::vector<Filled>& filled);

/// The first field of a form that HTML does not let be sent.
std::optional<FormFault> first_fault(const Page& page, int form, const std::vector<Filled>& filled);

/// The fields of a form that the site does not accept, with the site's words.
std::vector<FormFault> site_faults(const lesson::SiteForm& form, const Page& page, int number, const PageRow& values);

/// What follows once a form was accepted.
struct FormOutcome {
    std::string next;     ///< a page's file; empty: the same page
    std::string download; ///< a file's name; empty for none
};

/// Remembers what was sent and does what the site's rules say.
FormOutcome send(SiteMemory& memory, const lesson::Site& site, const std::string& form, const PageRow& values);

} // namespace world
