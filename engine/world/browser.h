// The web browser: tabs, addresses, pages and their forms.
//
// Its targets, by the part of the window that they belong to; the painter draws the parts from the top down:
//   tabs       tab/1, tab/1/close, tab/2, … ; toolbar/new-tab
//   toolbar    toolbar/back forward reload home; padlock, field/address, toolbar/bookmark (the star; `on` where the
//   page
//              is a bookmark) in one frame; toolbar/downloads menu
//   bookmarks  bookmark/<name>
//   find       (while finding) find/field, find/count (label), find/previous, find/next, find/close
//   page       what the page's HTML marks with data-target="link/Horaires" is the target page/link/Horaires. A field's
//              target has in `details` what is wrong with its value, where something is; in a choice, `words` are those
//              of the option that is chosen, in a file field the file's name. A webmail's targets follow, with `page/`
//              before their names and `mail/` before their parts: the mail is drawn below the page's own HTML.
//   popup      (while a pop-up lies over the page) popup/close, and its elements as popup/link/… ; those of the page
//              can then be seen, but not touched
//   warning    (in the page's place, see notice()) warning/back, warning/go-on, warning/search
//   banner     (over the lower end of the page) banner/text (label), banner/accept, banner/refuse
//   status     (while a page loads) status/loading (label)
#pragma once

#include "lesson/vocabulary.h"
#include "world/kept.h"
#include "world/mail.h"
#include "world/page.h"
#include "world/program.h"
#include "world/web.h"

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace world {

/// What a tab shows in the place of a page.
enum class Sheet {
    blank,       ///< a new tab
    page,        ///< the page itself
    history,     ///< a page made from the history
    not_found,   ///< there is no such site or page
    broken,      ///< a page that cannot be shown, since its HTML is not as it should be
    certificate, ///< a warning: the site is perhaps not whose it says
    risky,       ///< a warning: the site is known for fraud
    blocked,     ///< the same, and there is no way on
};

/// What was put into something that is not written: a tick, a radio, a choice, a file.
struct ElementState {
    bool is_on = false;
    std::size_t option = 0;
    std::string file;
    bool operator==(const ElementState&) const = default;
};

/// What is wrong with a field, as long as that stands in it.
struct FieldFault {
    Words words;
    std::string value;
    bool operator==(const FieldFault&) const = default;
};

/// What stands in the forms of a page and of its pop-up, by local names (`page/field/Nom`).
struct FormState {
    std::map<std::string, TextField, std::less<>> fields;
    std::map<std::string, ElementState, std::less<>> elements;
    std::map<std::string, FieldFault, std::less<>> faults;
    bool operator==(const FormState&) const = default;
};

/// A page that was left, with what stood in its forms.
struct PastPage {
    std::string address;
    Kept<FormState> form;
    bool operator==(const PastPage&) const = default;
};

/// Where a tab is going to.
struct Loading {
    std::string address;
    std::string by;       ///< address link bookmark back forward search home reload form
    std::int64_t due = 0; ///< ms since the run began
    std::string written;  ///< what stood in the address field when it began
    bool operator==(const Loading&) const = default;
};

struct BrowserTab {
    std::string address; ///< of what is shown, as the address field gives it
    TextField address_field;
    Sheet sheet = Sheet::blank;
    std::string site;                  ///< id of the practice site; empty where there is none
    std::string host;                  ///< its address, as goals call it
    std::string file;                  ///< the page's
    std::string title;                 ///< the page's own
    std::shared_ptr<const Page> page;  ///< what is drawn; nullptr where there is no page
    std::shared_ptr<const Page> popup; ///< what lies over it; nullptr for nothing
    std::string popup_file;
    Kept<FormState> form;
    std::string anchor; ///< the `#…` of the link that was followed last
    std::vector<PastPage> back;
    std::vector<PastPage> forward;
    int zoom = 100; ///< percent
    bool finding = false;
    TextField find;
    std::size_t hit = 0; ///< which of the places found is pointed out, from 0
    std::optional<Loading> loading;
    std::optional<Mail> mail; ///< the webmail that lies in the page
    bool operator==(const BrowserTab&) const = default;
};

struct Browser {
    std::vector<Kept<BrowserTab>> tabs; ///< none only in a window that has just been opened, until time passes
    std::size_t shown = 0;
    bool operator==(const Browser&) const = default;
};

// What every program offers (see program.h).
void list_targets(const Browser& browser, const View& view, std::vector<Target>& targets);
void touch(Browser& browser, Context& context, const Touch& touch);
Words title(const Browser& browser, const View& view);
void add_facts(const Browser& browser, const View& view, std::vector<Fact>& facts);
void command(Browser& browser, Context& context, const Command& command);
std::vector<MenuItem> menu_for(const Browser& browser, const View& view, std::string_view target);
std::string shortcut(const Browser& browser, const View& view, std::string_view keys);
TextField* field(Browser& browser, std::string_view target);
Carried carried(const Browser& browser, const View& view, std::string_view target);
void drop(Browser& browser, Context& context, const Carried& carried, std::string_view onto, bool copies);
bool may_close(Browser& browser, Context& context);
void pass_time(Browser& browser, Context& context);
bool lives(const Browser& browser);
/// Goes to an address, as another program asks for; in a new window in its first tab.
void open(Browser& browser, Context& context, const OpenAddress& asked);

/// The tab in front; a blank one where there is none yet.
const BrowserTab& shown(const Browser& browser);

/// What stands in the page's place: a warning or a word, with the buttons of the part `warning`.
struct Notice {
    Words title;
    Words text;
    std::string picture;
};
std::optional<Notice> notice(const BrowserTab& tab);

/// What is looked for in the page. The painter marks each place of the words, whatever their capitals; number `current`
/// in another colour.
struct FindHits {
    std::string words;
    std::size_t count = 0;
    std::size_t current = 0; ///< from 0
};
FindHits find_hits(const BrowserTab& tab);

/// The practice site that a tab shows (its pictures' places), or nullptr.
const lesson::Site* site_of(const DeskState& desk, const BrowserTab& tab);

/// What stands in an element of the shown page, by its local name (`page/tick/J'accepte`).
ElementState element_state(const BrowserTab& tab, std::string_view local);
const TextField* text_of(const BrowserTab& tab, std::string_view local);

/// The browser as lesson files know it.
lesson::AppKind browser_kind();
/// Lays the table `start.browser` out: all that the web remembers is new, and the browser is open if it says so.
void lay_out_browser(DeskState& desk, const lesson::Table& start, std::int64_t at);

} // namespace world
