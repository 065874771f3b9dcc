// Ways to pages: links, tabs, bookmarks, back and forward, searching, addresses.
#include "base/text.h"
#include "lesson/matches.h"
#include "world/desk_parts.h"
#include "world/ways/surf.h"

#include <algorithm>
#include <list>
#include <utility>

namespace world::browsing {

namespace {

constexpr int detour_of_full_address = 6; // people write a site's address, not that of one of its pages
constexpr int longest_chain = 2;          // links from site to site before its address is the shorter way
constexpr std::size_t few_pages = 3;

bool has(const Pages& pages, std::optional<std::size_t> page) {
    return page && std::ranges::find(pages, *page) != pages.end();
}

/// Which page is shown for one: itself, or what has to come first.
std::optional<std::size_t> shown_for(const Surf& surf, std::optional<std::size_t> page) {
    if (!page || !is_locked(surf.web(), surf.map.pages[*page])) {
        return page;
    }
    const WebPage& one = surf.map.pages[*page];
    return number_of(surf.map, admitted(surf.web(), {Destination::Kind::page, one.site, one.page, {}, {}}).page);
}

std::optional<std::size_t> page_at(const Surf& surf, std::string_view address) {
    return shown_for(surf, number_of(surf.map, resolve(sites_of(surf.desk()), address).page));
}

/// Those that can be shown as things stand.
Pages open_ones(const Surf& surf, const Pages& pages) {
    Pages open;
    std::ranges::copy_if(pages, std::back_inserter(open),
                         [&](std::size_t page) { return !is_locked(surf.web(), surf.map.pages[page]); });
    return open;
}

/// Links to the pages that are `steps` away, each page once, by the link that the instruction names or the first.
bool offer_links(Surf& surf, const std::vector<int>& distance, int steps, bool only_marked = false) {
    std::vector<const LinkAhead*> best;
    const std::vector<LinkAhead> links = links_of(surf.desk(), surf.tab);
    for (const LinkAhead& link : links) {
        const std::optional<std::size_t> page = shown_for(surf, link.leads_to);
        const bool is_meant = !only_marked || is_marked(surf, link.element->words);
        if (!page || distance[*page] != steps || link.element->is_advert || !link.element->enabled || !is_meant) {
            continue;
        }
        const auto same =
            std::ranges::find_if(best, [&](const LinkAhead* one) { return shown_for(surf, one->leads_to) == page; });
        if (same == best.end()) {
            best.push_back(&link);
        } else if (!is_said(surf.advice, (*same)->element->words) && is_said(surf.advice, link.element->words)) {
            *same = &link;
        }
    }
    std::stable_partition(best.begin(), best.end(),
                          [&](const LinkAhead* link) { return is_said(surf.advice, link->element->words); });
    bool is_offered = false;
    for (const LinkAhead* link : best) {
        is_offered = offer_in_page(surf, link->prefix + link->element->target) || is_offered;
    }
    return is_offered;
}

std::vector<int> only(const Surf& surf, const Pages& pages) {
    std::vector<int> distance(surf.map.pages.size(), -1);
    for (const std::size_t page : pages) {
        distance[page] = 0;
    }
    return distance;
}

/// How many links lead there from the shown page, the first of them counted; -1 where none do.
int steps_ahead(const Surf& surf, const std::vector<int>& distance) {
    int steps = -1;
    for (const LinkAhead& link : links_of(surf.desk(), surf.tab)) {
        const std::optional<std::size_t> page = shown_for(surf, link.leads_to);
        const int there = page && !link.element->is_advert ? distance[*page] : -1;
        steps = there >= 0 && (steps < 0 || there < steps) ? there : steps;
    }
    return steps;
}

/// What the search engine finds: the pages' addresses.
std::vector<std::string> found_by(const Surf& surf, const std::string& words) {
    struct Known {
        std::shared_ptr<const PracticeSites> sites;
        std::string words;
        std::vector<std::string> addresses;
    };
    // The same words find the same on the same web; a search over the practice computer asks again and again.
    constexpr std::size_t most_known = 16;
    thread_local std::list<Known> known;
    const auto found = std::ranges::find_if(
        known, [&](const Known& one) { return one.sites == surf.map.sites && one.words == words; });
    if (found != known.end()) {
        return found->addresses;
    }
    std::vector<std::string> addresses;
    for (const PageRow& row : search(*surf.map.sites, words)) {
        addresses.push_back(row.find("address")->second);
    }
    known.push_front({surf.map.sites, words, addresses});
    if (known.size() > most_known) {
        known.pop_back();
    }
    return addresses;
}

bool finds(const Surf& surf, const std::string& words, const Pages& pages) {
    return std::ranges::any_of(found_by(surf, words),
                               [&](const std::string& address) { return has(pages, page_at(surf, address)); });
}

/// On the search engine's page, the way is to search: for what the instruction says, or for the page's name.
bool offer_search_for(Surf& surf, const Pages& pages) {
    const lesson::Site* site = site_of(surf.desk(), surf.tab);
    if (site == nullptr || site->program != "search" || pages.empty()) {
        return false;
    }
    const WebPage& wished = surf.map.pages[pages.front()];
    std::vector<std::string> words = marked_words(surf.advice.wish.said);
    words.push_back(wished.page->title.substr(0, wished.page->title.find(" – ")));
    words.push_back(wished.site->name);
    for (const std::string& marked : words) {
        const std::string one = as_people_write(marked);
        if (!one.empty() && can_be_written(surf, one) && finds(surf, one, pages)) {
            offer_search(surf, one);
            return true;
        }
    }
    return false;
}

bool offer_tabs_with(Surf& surf, const Pages& pages) {
    bool is_offered = false;
    for (std::size_t i = 0; i < surf.browser.tabs.size(); ++i) {
        const BrowserTab& tab = *surf.browser.tabs[i];
        if (i != surf.browser.shown && (has(pages, page_of(surf.map, tab)))) {
            is_offered = offer_tool(surf, "tab/" + std::to_string(i + 1)) || is_offered;
        }
    }
    return is_offered;
}

/// Another page shall not take the place of one that is needed.
bool offer_free_tab(Surf& surf) {
    for (std::size_t i = 0; i < surf.browser.tabs.size(); ++i) {
        if (surf.browser.tabs[i]->sheet == Sheet::blank && !surf.browser.tabs[i]->loading) {
            return offer_tool(surf, "tab/" + std::to_string(i + 1));
        }
    }
    offer_tool(surf, "toolbar/new-tab");
    return offer_shortcut(surf.advice, 't');
}

/// The site's address, where the instruction says it.
bool offer_said_address(Surf& surf, const Pages& pages) {
    for (const std::size_t page : pages) {
        const lesson::Site& site = *surf.map.pages[page].site;
        if (site.address != surf.tab.host && surf.map.pages[page].page->file == site.home &&
            is_said(surf.advice, site.address)) {
            return offer_address(surf, site.address);
        }
    }
    return false;
}

/// The nearest site whose home page leads there.
void offer_home_addresses(Surf& surf, const std::vector<int>& distance) {
    std::vector<std::pair<int, const lesson::Site*>> sites;
    for (std::size_t i = 0; i < surf.map.pages.size(); ++i) {
        const WebPage& page = surf.map.pages[i];
        const bool is_home = page.page->file == page.site->home && page.site->address != surf.tab.host;
        if (is_home && distance[i] >= 0) {
            sites.emplace_back(distance[i], page.site);
        }
    }
    const auto nearest = std::ranges::min_element(sites, {}, &std::pair<int, const lesson::Site*>::first);
    if (nearest != sites.end()) {
        offer_address(surf, nearest->second->address);
    }
}

/// A warning in the place of the page is passed, where the page itself is meant.
void offer_past_warning(Surf& surf, const Pages& pages) {
    if (has(pages, page_of(surf.map, surf.tab))) {
        offer_tool(surf, "warning/go-on");
    }
}

bool leads_elsewhere(const Surf& surf, const PastPage& past) {
    const auto there = page_at(surf, past.address);
    return there != page_of(surf.map, surf.tab) && !(surf.advice.wish.gone && has(wished_pages(surf), there));
}

} // namespace

std::optional<std::size_t> page_of(const WebMap& map, const BrowserTab& tab) {
    if (tab.file.empty()) {
        return std::nullopt;
    }
    const lesson::Site* site = find_site(*map.sites, tab.site);
    return site == nullptr ? std::nullopt : number_of(map, find_page(*site, tab.file));
}

Pages wished_pages(const Surf& surf) {
    const lesson::FactPattern& fact = surf.advice.fact();
    return pages_where(surf.map, [&](const WebPage& one) {
        return allows(fact, "site", one.site->address) && allows(fact, "file", one.page->file) &&
               allows(fact, "secure", one.site->certificate == lesson::Certificate::good) &&
               allows(fact, "title", one.page->title.empty() ? one.site->name : one.page->title) &&
               (asked(fact, "address") == nullptr || allows(fact, "address", address_of(*one.site, one.page->file)));
    });
}

bool offer_links_to(Surf& surf, const Pages& pages) {
    return offer_links(surf, only(surf, open_ones(surf, pages)), 0);
}

bool offer_bookmarks_of(Surf& surf, const Pages& pages) {
    bool is_offered = false;
    for (const Bookmark& bookmark : *surf.web().bookmarks) {
        if (has(pages, page_at(surf, bookmark.address))) {
            is_offered = offer_tool(surf, "bookmark/" + bookmark.name) || is_offered;
        }
    }
    return is_offered;
}

bool offer_past(Surf& surf, const Pages& pages, bool goes_back) {
    const std::vector<PastPage>& past = goes_back ? surf.tab.back : surf.tab.forward;
    return !past.empty() && has(pages, page_at(surf, past.back().address)) &&
           offer_tool(surf, goes_back ? "toolbar/back" : "toolbar/forward");
}

bool offer_home(Surf& surf, const Pages& pages) {
    return has(pages, page_at(surf, home_of(surf.desk()))) && offer_tool(surf, "toolbar/home");
}

bool offer_address(Surf& surf, std::string_view text) {
    const std::string field = surf.prefix + "field/address";
    const bool is_written = surf.tab.address_field.edit.text == text;
    if (is_written && surf.desk().focus == field) {
        return offer_keys(surf.advice, "Enter");
    }
    return is_written ? offer_click(surf.advice, field) : offer_text(surf.advice, field, text);
}

bool offer_addresses_of(Surf& surf, const Pages& pages) {
    bool is_offered = false;
    for (std::size_t i = 0; i < pages.size() && i < few_pages; ++i) {
        const WebPage& page = surf.map.pages[pages[i]];
        const std::string address = address_of(*page.site, page.page->file);
        is_offered = offer_address(surf, address.substr(address.find("//") + 2)) || is_offered;
    }
    return is_offered;
}

void offer_search(Surf& surf, std::string_view words) {
    const lesson::Site* site = site_of(surf.desk(), surf.tab);
    if (site != nullptr && site->program == "search" && surf.tab.page != nullptr) {
        const auto field = std::ranges::find_if(surf.tab.page->elements, [](const PageElement& element) {
            return element.form >= 0 && element.kind == ElementKind::field && element.enabled;
        });
        if (field != surf.tab.page->elements.end()) {
            const std::string local = "page/" + field->target;
            const TextField* text = text_of(surf.tab, local);
            if (text == nullptr || text->edit.text != words) {
                offer_text_in_page(surf, local, words);
                return;
            }
            for (const PageElement& element : surf.tab.page->elements) {
                if (element.kind == ElementKind::button && element.form == field->form && element.type == "submit") {
                    offer_in_page(surf, "page/" + element.target);
                }
            }
            if (surf.desk().focus == surf.prefix + local) {
                offer_keys(surf.advice, "Enter");
            }
        }
        return;
    }
    const bool is_engine_here = resolve(sites_of(surf.desk()), "?").kind == Destination::Kind::page;
    if (is_engine_here) {
        offer_address(surf, words);
    }
}

void offer_to_leave(Surf& surf) {
    const bool can_close = surf.browser.tabs.size() > 1 && !is_needed(surf, surf.browser.shown);
    const std::string own = "tab/" + std::to_string(surf.browser.shown + 1);
    if (can_close) {
        offer_tool(surf, own + "/close");
    }
    if (!surf.tab.back.empty() && leads_elsewhere(surf, surf.tab.back.back())) {
        offer_tool(surf, "toolbar/back");
    }
    offer_tool(surf, "warning/back");
    for (std::size_t i = 0; i < surf.browser.tabs.size(); ++i) {
        if (i != surf.browser.shown && surf.browser.tabs[i]->address != surf.tab.address) {
            offer_tool(surf, "tab/" + std::to_string(i + 1));
        }
    }
    if (page_at(surf, home_of(surf.desk())) != page_of(surf.map, surf.tab)) {
        offer_tool(surf, "toolbar/home");
    }
    offer_tool(surf, "toolbar/new-tab");
}

bool is_needed(const Surf& surf, std::size_t tab) {
    const auto fact_of = [&](std::size_t number) {
        const BrowserTab& one = *surf.browser.tabs[number];
        return Fact{
            "browser.tab",
            {{"site", one.host}, {"file", one.file}, {"title", one.title}, {"shown", number == surf.browser.shown}}};
    };
    return std::ranges::any_of(surf.advice.wish.beside, [&](const lesson::FactPattern* beside) {
        if (beside == surf.advice.wish.fact || !fits(*beside, fact_of(tab))) {
            return false;
        }
        for (std::size_t i = 0; i < surf.browser.tabs.size(); ++i) {
            if (i != tab && fits(*beside, fact_of(i))) {
                return false;
            }
        }
        return true;
    });
}

void offer_to_reach(Surf& surf, const Pages& pages, int forms_sent) {
    offer_past_warning(surf, pages);
    offer_tabs_with(surf, pages);
    if (is_needed(surf, surf.browser.shown) && !has(pages, page_of(surf.map, surf.tab))) {
        offer_free_tab(surf);
        return;
    }
    const Pages open = open_ones(surf, pages);
    if (!open.empty()) {
        const std::vector<int> distance = distances(surf.map, surf.web(), open);
        const int steps = steps_ahead(surf, distance);
        // What the instruction names comes first; else people go back to where they were, and keep what they know.
        const bool is_named = steps == 0 && offer_links(surf, distance, 0, true);
        offer_bookmarks_of(surf, open);
        offer_past(surf, open, true);
        if (!is_named) {
            offer_said_address(surf, open);
        }
        if (steps == 0) {
            offer_links(surf, distance, 0);
        }
        offer_past(surf, open, false);
        const bool is_near =
            steps > 0 && (steps <= longest_chain || surf.map.pages[open.front()].site->address == surf.tab.host);
        if (is_near) {
            offer_links(surf, distance, steps);
        }
        offer_search_for(surf, open);
        offer_home_addresses(surf, distance);
        offer_home(surf, open);
    }
    if (forms_sent < most_forms_before && (open.empty() || pages.size() <= few_pages)) {
        offer_to_send_one(surf, forms_leading_to(surf, pages), forms_sent + 1);
    }
    if (!open.empty()) {
        surf.advice.detour += detour_of_full_address;
        offer_addresses_of(surf, open);
    }
}

} // namespace world::browsing
