// What the pages of the practice web hold, as their HTML says: where links lead, which forms and downloads there are.
// Read once for each web. What templates hide stands here too, so that a way may turn out to be none.
#pragma once

#include "world/browser.h"
#include "world/desk.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace world::browsing {

struct FormOnPage {
    std::string name;
    std::vector<std::string> fields; ///< their names
    std::string list;                ///< without entries in it, the form is not shown; empty for none
};

/// A page, with what it leads to.
struct WebPage {
    const lesson::Site* site = nullptr;
    const lesson::SitePage* page = nullptr;
    std::vector<std::size_t> links;     ///< numbers of pages
    std::vector<std::string> downloads; ///< names of files
    std::vector<FormOnPage> forms;
    bool has_adverts = false;
};

/// All pages of all sites, in the sites' order. A page's number is its place here.
struct WebMap {
    std::shared_ptr<const PracticeSites> sites; ///< what it was read from
    std::vector<WebPage> pages;
};

/// The map of the desk's web; made once, and kept while it is in use often.
const WebMap& web_map(const DeskState& desk);

/// The number of a page; nothing for one that is not of this web.
std::optional<std::size_t> number_of(const WebMap& map, const lesson::SitePage* page);

/// A link of a page that is shown, and where it leads.
struct LinkAhead {
    const PageElement* element = nullptr;
    std::string prefix; ///< `page/`, `popup/`
    std::optional<std::size_t> leads_to;
};
/// The links of the shown page and its pop-up, that of the pop-up first. Kept as long as pages are in use often.
std::vector<LinkAhead> links_of(const DeskState& desk, const BrowserTab& tab);

/// How many links lead from each page to the nearest of `ends`, through pages that can be shown; -1 where none do.
std::vector<int> distances(const WebMap& map, const Web& web, const std::vector<std::size_t>& ends);

/// Whether a page would give way to another that has to come first.
bool is_locked(const Web& web, const WebPage& page);

} // namespace world::browsing
