// A page of the practice web, ready to be shown: made from a site's HTML and what the site remembers. Pure, and the
// same for the same input.
//
// What pages may use beside ordinary HTML:
//   {{name}}              what was sent last under that name, or what the site remembers; in texts and in attributes.
//                         Inside a repeated element its entry's fields come first; {{number}} counts entries from 1,
//                         and {{entry}} is what a rule's `remove` wants to know (a hidden field named `entry`).
//                         {{list.count}} is how many entries a list has; {{list.sum.field}} adds up a field of numbers.
//   data-each="list"      repeats the element for each entry of a list
//   data-if="name"        keeps the element only where there is such a value that is not empty
//   data-if-not="name"    drops it there
//   class="advert"        a link in it is an advertisement, which goals can ask for
//   data-if-empty="list"  keeps the element only while a list has no entries; data-if-any="list" the other way round
#pragma once

#include "base/result.h"

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace world {

enum class ElementKind { link, field, area, tick, radio, choice, button, file, hidden };

/// One line of a choice.
struct PageOption {
    std::string value;
    std::string words;
    bool operator==(const PageOption&) const = default;
};

/// Something on a page that can be touched, or is sent with its form (hidden).
struct PageElement {
    ElementKind kind = ElementKind::link;
    std::string target; ///< unique in the page: `link/Horaires`, `field/Nom`, `button/Envoyer`; empty where hidden
    std::string words;  ///< of its label, or its own; empty for a button without words
    std::string type;   ///< a field's: text password email number date tel search url; a button's: submit reset button
    int form = -1;      ///< which of the page's forms; -1 for none
    std::string name;   ///< under which its value is sent
    std::string value;  ///< what stands in it at first, or is sent when it is chosen
    std::string placeholder; ///< shown while the field is empty
    bool chosen = false;     ///< a tick or radio that is on at first
    bool required = false;
    bool enabled = true;
    bool read_only = false;
    std::string least; ///< number or date, as the page writes it
    std::string most;
    std::string pattern;      ///< a regular expression that the whole value has to match
    std::size_t shortest = 0; ///< characters
    std::size_t longest = 0;  ///< characters; 0 for no bound
    std::vector<PageOption> options;
    std::size_t option = 0; ///< the option that is chosen at first
    std::string href;       ///< as the page writes it
    bool downloads = false;
    bool in_new_tab = false;
    bool is_advert = false; ///< lies in an element of class `advert`
    bool operator==(const PageElement&) const = default;
};

struct PageForm {
    std::string name;   ///< its name, else its id, else `form`
    std::string action; ///< as the page writes it
    bool checks = true; ///< false with `novalidate`
    bool operator==(const PageForm&) const = default;
};

struct Page {
    std::string title;
    std::string
        html; ///< clean: each element that can be touched has data-target="link/Horaires"; no <style>, no script
    std::string style; ///< the CSS of the page's sheets and <style>s in their order, without comments and @import
    std::string text;  ///< for finding in the page: one line a block
    std::vector<PageElement> elements; ///< in document order
    std::vector<PageForm> forms;
    base::Faults faults; ///< for the author; a page with any is empty
    bool operator==(const Page&) const = default;
};

using PageRow = std::map<std::string, std::string, std::less<>>;

/// What stands behind {{name}}, data-each and data-if.
struct PageData {
    PageRow values;
    std::map<std::string, std::vector<PageRow>, std::less<>> lists;
    bool operator==(const PageData&) const = default;
};

using StyleSheets = std::map<std::string, std::string>;

/// The page that HTML makes with that data. Faults: those of guard_page(), and `page.too-many-elements` where lists
/// make it too long. Made once and shared while it is in use often.
std::shared_ptr<const Page> make_page(std::string_view html, const PageData& data = {}, const StyleSheets& styles = {},
                                      const std::string& file = {});

/// What is wrong with a page's HTML, for its author.
base::Faults check_page(std::string_view html, const std::string& file);

/// The element of that target, or nullptr.
const PageElement* find_element(const Page& page, std::string_view target);

/// `{{name}}`s in a text replaced; what has no value becomes empty.
std::string filled_in(std::string_view text, const PageData& data);

} // namespace world
