// What the ways in the browser share. Only for the browser's files in world/ways/.
#pragma once

#include "world/browser_parts.h"
#include "world/ways/advice.h"
#include "world/ways/web_map.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace world::browsing {

/// What ways are looked for in: the tab that is shown in the front window.
struct Surf {
    Advice& advice;
    const Browser& browser;
    const BrowserTab& tab;
    std::string prefix; ///< of the window's targets: `browser/`
    const WebMap& map;

    const DeskState& desk() const { return advice.desk; }
    const Web& web() const { return advice.desk.web.now(); }
};

/// The browser in front, with a page that can be touched; offers the way there.
std::optional<Surf> surf(Advice& advice);

/// A click on something of the page; where a pop-up lies over it, that is closed first.
bool offer_in_page(Surf& surf, std::string_view local);
/// The same for a text; only what is still missing of it is written where it is not to be written anew.
bool offer_text_in_page(Surf& surf, std::string_view local, std::string_view text, bool anew = true);
/// An entry of the menu behind the three dots.
void offer_in_menu(Surf& surf, std::string_view command);
bool offer_tool(Surf& surf, std::string_view local);

// What the instruction says (said.cpp)
/// The words that stand out in it: `Cherchez *carte identité*`.
std::vector<std::string> marked_words(std::string_view said);
/// Whether these words stand out in it.
bool is_marked(const Surf& surf, std::string_view words);
/// With the apostrophe that keyboards have.
std::string as_people_write(std::string_view text);
/// Whether the keyboard's layout has keys for all of a text.
bool can_be_written(const Surf& surf, std::string_view text);
/// A text that a matcher takes as the instruction has it: with its capitals; of a part that would do, the whole that
/// stands out.
std::string fuller(const Surf& surf, const lesson::Matcher& matcher, const std::string& text);

// Going to pages, by their numbers in the map (going.cpp)
using Pages = std::vector<std::size_t>;

/// The page that the tab shows, or that its warning speaks of.
std::optional<std::size_t> page_of(const WebMap& map, const BrowserTab& tab);
/// The pages of which fields of the wish hold: `address`, `site`, `file`, `title`, `secure`, where it names them.
Pages wished_pages(const Surf& surf);
template <typename Is>
Pages pages_where(const WebMap& map, const Is& is) {
    Pages pages;
    for (std::size_t i = 0; i < map.pages.size(); ++i) {
        if (is(map.pages[i])) {
            pages.push_back(i);
        }
    }
    return pages;
}

/// That have to be sent one before the other.
inline constexpr int most_forms_before = 3;

/// The ways to one of several pages, whatever they are. `forms_sent`: how many forms wait for this one.
void offer_to_reach(Surf& surf, const Pages& pages, int forms_sent = 0);
// The same by one way only. Each gives whether it could be offered.
bool offer_links_to(Surf& surf, const Pages& pages);
bool offer_bookmarks_of(Surf& surf, const Pages& pages);
bool offer_past(Surf& surf, const Pages& pages, bool goes_back);
bool offer_home(Surf& surf, const Pages& pages);
/// An address written into the address field, and Enter.
bool offer_address(Surf& surf, std::string_view text);
bool offer_addresses_of(Surf& surf, const Pages& pages);
/// Words that are looked for on the search engine's own page, or in the address field.
void offer_search(Surf& surf, std::string_view words);
/// Leaves the page that is shown, for any other.
void offer_to_leave(Surf& surf);
/// Whether a tab is what a wish beside this one asks for, and no other tab is.
bool is_needed(const Surf& surf, std::size_t tab);

// Forms (forms.cpp)
/// A form that is to be sent.
struct SendingForm {
    std::string site; ///< its host
    std::string form;
    const lesson::SiteRule* rule = nullptr; ///< that has to follow; nullptr where any may
    std::string faulty;                     ///< a field that shall not be accepted; empty for none
};
/// Whether the form is on the page that is shown, or on its pop-up.
bool is_shown(const Surf& surf, const SendingForm& sending);
/// The next thing to fill in, or the button that sends it.
void offer_to_send(Surf& surf, const SendingForm& sending);
/// Goes to a page with one of the forms, or sends the one that is shown.
void offer_to_send_one(Surf& surf, const std::vector<SendingForm>& forms, int forms_sent = 0);
/// The forms after which one of the pages follows, or can be shown.
std::vector<SendingForm> forms_leading_to(const Surf& surf, const Pages& pages);

void wish_field(Surf& surf);
void wish_sent(Surf& surf);
void wish_list(Surf& surf);
void wish_refused(Surf& surf);
void wish_left(Surf& surf);

// What fits into a field (form_values.cpp)
using Matchers = std::vector<const lesson::Matcher*>;

/// A text that all matchers and the field's own HTML take, as it has to be typed; nothing where none is known.
std::optional<std::string> fitting_text(const Surf& surf, const PageElement& element, const Matchers& matchers);
/// A text that the HTML takes and one of the matchers does not; nothing where none is known.
std::optional<std::string> unfitting_text(const PageElement& element, const Matchers& matchers);
/// Whether a value is what all ask for; passwords with their capitals.
bool is_taken(const PageElement& element, const Matchers& matchers, const std::string& value);

} // namespace world::browsing
