// What the ways through forms share. Only for the browser's files in world/ways/.
#pragma once

#include "world/ways/surf.h"

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace world::browsing {

/// A form on the screen.
struct ShownForm {
    const Page* page = nullptr;
    std::string prefix; ///< `page/`, `popup/`
    int number = -1;    ///< -1: what stands in no form
    std::string name;

    std::string local(const PageElement& element) const { return prefix + element.target; }
    /// Whether an element is one of its fields, and can be filled in.
    bool has(const PageElement& element) const {
        return element.form == number && element.kind != ElementKind::link && element.kind != ElementKind::button &&
               element.kind != ElementKind::hidden && element.enabled && !element.read_only;
    }
};

/// What shall stand in a form.
struct Asked {
    std::vector<std::pair<std::string, const lesson::Matcher*>> fields;
    const lesson::Matcher* values = nullptr; ///< what all values together have to be
    std::string faulty;                      ///< the field that shall not be accepted

    Matchers of(std::string_view field) const;
};

/// The forms of the pop-up and of the page, and what stands there in no form.
std::vector<ShownForm> shown_forms(const Surf& surf);
std::optional<ShownForm> find_shown(const Surf& surf, const SendingForm& sending);

/// What a pattern asks of that form's fields, as `form.field { name, value }` and `form.answer { field, value }` do.
void add_asked(Asked& asked_for, const lesson::FactPattern& pattern, const Surf& surf, const ShownForm& form);
/// What the wish, those beside it, the rule that has to follow and the site ask for.
Asked asked_of(const Surf& surf, const ShownForm& form, const SendingForm& sending);
const lesson::SiteForm* site_form(const Surf& surf, std::string_view host, std::string_view name);

/// The first field that is not yet as it shall be; false where all are. `only_asked`: what nobody asks for stays.
bool offer_field(Surf& surf, const ShownForm& form, const Asked& asked_for, bool only_asked);
/// Makes a field wrong; false where it is already, or cannot be.
bool offer_fault(Surf& surf, const ShownForm& form, const PageElement& element, const Matchers& matchers);
void offer_button(Surf& surf, const ShownForm& form);
bool is_right(const Surf& surf, const ShownForm& form, const PageElement& element, const Matchers& matchers);

} // namespace world::browsing
