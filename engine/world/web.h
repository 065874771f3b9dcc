// What the practice web and the browser remember: history, bookmarks, cookies, what was sent with forms; and where an
// address leads. A value, changed by the functions below.
#pragma once

#include "lesson/site.h"
#include "world/fact.h"
#include "world/kept.h"
#include "world/page.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace world {

struct Bookmark {
    std::string name;
    std::string address;
    std::string site; ///< its host; empty where it is no practice site's
    std::string file; ///< the page's
    bool operator==(const Bookmark&) const = default;
};

/// A page that was shown.
struct Visit {
    std::string address;
    std::string title;
    bool operator==(const Visit&) const = default;
};

/// A file that was downloaded.
struct WebDownload {
    std::string name;
    int file = 0; ///< its node on the disk
    bool operator==(const WebDownload&) const = default;
};

/// What was sent with a form: values by the names of its fields. A choice, radio or date has also its words, under
/// `<name>.words`.
struct SentForm {
    std::string form;
    PageRow values;
    bool operator==(const SentForm&) const = default;
};

/// What one site remembers of its visitor.
struct SiteMemory {
    PageRow values;
    std::map<std::string, std::vector<PageRow>, std::less<>> lists;
    std::vector<SentForm> sent; ///< of each form what was sent last, the latest at the end
    std::string cookies;        ///< `accepted`, `refused`, or empty where nothing was chosen
    std::vector<std::string> closed_popups;
    bool certificate_accepted = false;
    std::vector<std::string> accepted_risks; ///< pages that the browser warned of, and that are shown all the same
    int next_entry = 1;
    bool operator==(const SiteMemory&) const = default;
};

/// All that the web and the browser remember, whatever window looks at it.
struct Web {
    std::string home; ///< the address that new windows show; empty: that of the search engine
    Kept<std::vector<Bookmark>> bookmarks;
    Kept<std::vector<Visit>> history; ///< the latest at the end; at most 100
    std::vector<WebDownload> downloads;
    std::map<std::string, Kept<SiteMemory>, std::less<>> sites; ///< by their hosts
    bool operator==(const Web&) const = default;
};

using PracticeSites = std::vector<lesson::Site>;

/// Where an address leads.
struct Destination {
    enum class Kind { page, not_found, blank, history };
    Kind kind = Kind::not_found;
    const lesson::Site* site = nullptr; ///< set where the host is known, even if it has no such page
    const lesson::SitePage* page = nullptr;
    std::string address; ///< as the address field shows it: `https://www.valbois.fr/horaires`
    std::string words;   ///< what the search engine is asked for
};

/// What an address, or words, typed into the address field lead to. `https://`, `www.`, a slash at the end, `.html` and
/// capitals make no difference; what cannot be an address goes to the search engine, where there is one.
Destination resolve(const PracticeSites& sites, std::string_view address);

/// The page that is really shown: a page that `needs` what the site does not remember gives way to its `otherwise`.
Destination admitted(const Web& web, Destination where);

/// Where a link on a page leads: as resolve(), but relative to the page's site. `#…` gives the page itself.
Destination follow(const PracticeSites& sites, const lesson::Site& from, const lesson::SitePage& page,
                   std::string_view href);

/// The address of a page, and of the search engine's results for some words.
std::string address_of(const lesson::Site& site, std::string_view page);
std::string search_address(const PracticeSites& sites, std::string_view words);
const lesson::Site* find_site(const PracticeSites& sites, std::string_view id);
const lesson::SitePage* find_page(const lesson::Site& site, std::string_view file);

/// What the search engine finds, best first, for `data-each="results"`: title, address, host, about. At most 10.
std::vector<PageRow> search(const PracticeSites& sites, std::string_view words);

/// What stands behind a site's templates: what it remembers, and over that what was sent last; for the search engine
/// also `q` and the list `results`.
PageData page_data(const PracticeSites& sites, const Web& web, const Destination& where);

/// What the site of that host remembers.
SiteMemory& memory_of(Web& web, std::string_view site);
const SiteMemory& memory_of(const Web& web, std::string_view site);

void remember_visit(Web& web, std::string_view address, std::string_view title);
bool is_bookmarked(const Web& web, std::string_view address);
/// Takes the address's bookmark away, or adds this one, under a name that no other has. True where it was added.
bool toggle_bookmark(Web& web, Bookmark bookmark);
bool remove_bookmark(Web& web, std::string_view name);

/// The state that goals ask for: bookmarks, cookies, what was sent.
void add_facts(const Web& web, std::vector<Fact>& facts);

} // namespace world
