// What the files of the browser share. Only for browser*.cpp.
#pragma once

#include "world/browser.h"
#include "world/desk.h"
#include "world/web_form.h"

#include <string>
#include <string_view>
#include <vector>

namespace world::browsing {

/// ms that a page takes to load.
inline constexpr std::int64_t loading_time = 400;

const PracticeSites& sites_of(const DeskState& desk);

/// What a name says after a prefix; empty where it does not begin so.
std::string_view behind(std::string_view name, std::string_view prefix);

/// The tab in front, to be changed; opens the first one where there is none.
BrowserTab& front(Browser& browser, const DeskState& desk, std::int64_t at);

/// The address that new windows show.
std::string home_of(const DeskState& desk);

// Going somewhere (browser_going.cpp)
/// Begins to load an address.
void go(BrowserTab& tab, std::string_view address, std::string_view by, std::int64_t at);
/// The same in a new tab, which comes to the front where `in_front`.
void go_in_new_tab(Browser& browser, std::string_view address, std::string_view by, std::int64_t at, bool in_front);
/// Shows what an address leads to, at once and without telling of it.
void show_at_once(BrowserTab& tab, DeskState& desk, std::string_view address);
/// The address has loaded: shows it, and tells so.
void arrive(BrowserTab& tab, Context& context);
void go_back(BrowserTab& tab, std::int64_t at);
void go_forward(BrowserTab& tab, std::int64_t at);
void close_popup(BrowserTab& tab, Context& context);
/// Goes on from a warning, where the safety dial allows it.
void go_on_despite(BrowserTab& tab, Context& context);

/// The form that was begun on the page that is shown; empty for none.
std::string begun_form(const BrowserTab& tab);
/// A mail site shows its mail on the page that is marked with `data-mail`, or else on the page that asks to sign in
/// first, or else on its home page.
bool shows_mail(const lesson::Site& site, const lesson::SitePage& page);

// Pages and forms (browser_page.cpp)
/// An element of the tab's page (`page/…`) or pop-up (`popup/…`), with its page.
struct Found {
    const Page* page = nullptr;
    const PageElement* element = nullptr;
    std::string prefix; ///< `page/`, `popup/`
};
Found find_in_tab(const BrowserTab& tab, std::string_view local);
/// What stands in a page's forms at first.
void fill_in(FormState& form, const Page& page, std::string_view prefix);
/// What stands in each element of the found one's page, for its form to be sent.
std::vector<Filled> filled_of(const BrowserTab& tab, const Found& found);
/// The values of a form as events tell them: `nom = Martin; ville = Valbois`.
std::string all_values(const PageRow& values);
void touch_element(Browser& browser, Context& context, const Touch& touch);
/// A choice's menu, or the files that can be sent.
std::vector<MenuItem> options_of(const DeskState& desk, const BrowserTab& tab, const Found& found);
void choose_option(BrowserTab& tab, Context& context, std::string_view local, std::string_view command);
void step_choice(BrowserTab& tab, std::string_view local, int direction);
/// Sends the form of an element; the element is the button that was pressed, or the field where Enter was.
void submit(Browser& browser, Context& context, std::string_view local);
void follow_link(Browser& browser, Context& context, std::string_view local, bool in_new_tab);
/// Where a link leads, as an address; empty where it leads nowhere.
std::string link_address(const DeskState& desk, const BrowserTab& tab, std::string_view local);
void put_file(BrowserTab& tab, Context& context, std::string_view local, int file);
/// Downloads a file of the tab's site; asks first where that is risky and not `warned`.
void download(BrowserTab& tab, Context& context, std::string_view name, bool warned);

// The webmail in a page (browser_mail.cpp)
/// The webmail of the tab in front, for a target of it that the page itself does not have; or nullptr.
Mail* mail_for(Browser& browser, std::string_view target);
/// Whether a command comes from the webmail's own menus, dialogs and keys.
bool is_for_mail(const Browser& browser, const Command& command);
void command_mail(Browser& browser, Context& context, const Command& command);
/// Passes on what the webmail asked for, by the names that it has in the browser.
void pass_on(Context& from, Context& to);
template <typename What>
void in_mail(Context& context, const What& what) {
    Context own{context.desk, context.window, context.at, context.events};
    what(own);
    pass_on(own, context);
}

// Tabs (browser.cpp)
/// The number of `tab/2`, counted from 0; one that no tab has where there is none.
std::size_t tab_number(std::string_view target);
void close_tab(Browser& browser, Context& context, std::size_t number);

} // namespace world::browsing
