// The web browser: tabs, addresses, pages and their forms.
#include "world/browser.h"

#include "world/desk.h"

namespace world {

void list_targets(const Browser& /*browser*/, const View& /*view*/, std::vector<Target>& /*targets*/) {}
void touch(Browser& /*browser*/, Context& /*context*/, const Touch& /*touch*/) {}
Words title(const Browser& /*browser*/, const View& /*view*/) {
    return message("desk.program.browser");
}
void add_facts(const Browser& /*browser*/, const View& /*view*/, std::vector<Fact>& /*facts*/) {}
void command(Browser&, Context&, const Command&) {}
std::vector<MenuItem> menu_for(const Browser&, const View&, std::string_view) { return {}; }
std::string shortcut(const Browser&, const View&, std::string_view) { return {}; }
TextField* field(Browser&, std::string_view) { return nullptr; }
Carried carried(const Browser&, const View&, std::string_view) { return {}; }
void drop(Browser&, Context&, const Carried&, std::string_view, bool) {}
bool may_close(Browser&, Context&) { return true; }
void pass_time(Browser&, Context&) {}
bool lives(const Browser&) { return false; }
void open(Browser&, Context&, const OpenAddress&) {}
const BrowserTab& shown(const Browser&) { static const BrowserTab none; return none; }
std::optional<Notice> notice(const BrowserTab&) { return std::nullopt; }
FindHits find_hits(const BrowserTab&) { return {}; }
const lesson::Site* site_of(const DeskState&, const BrowserTab&) { return nullptr; }
ElementState element_state(const BrowserTab&, std::string_view) { return {}; }
const TextField* text_of(const BrowserTab&, std::string_view) { return nullptr; }
lesson::AppKind browser_kind() { return {"browser", nullptr, {}, nullptr}; }
void lay_out_browser(DeskState&, const lesson::Table&, std::int64_t) {}

} // namespace world
