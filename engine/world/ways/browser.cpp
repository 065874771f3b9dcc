// Ways to what goals ask of the browser: its pages, tabs, bookmarks, cookies, finding, downloads and warnings.
#include "lesson/matches.h"
#include "world/desk_parts.h"
#include "world/ways/browser_ways.h"
#include "world/ways/surf.h"

#include <algorithm>
#include <array>
#include <utility>

namespace world {

namespace browsing {

std::optional<Surf> surf(Advice& advice) {
    if (!in_front(advice, "browser")) {
        return std::nullopt;
    }
    const Window& window = *active_window(advice.desk);
    const Browser& browser = std::get<Browser>(window.program);
    const BrowserTab& tab = shown(browser);
    if (browser.tabs.empty() || tab.loading) {
        return std::nullopt; // until it has come
    }
    return Surf{advice, browser, tab, window.name + "/", web_map(advice.desk)};
}

bool offer_tool(Surf& surf, std::string_view local) {
    return offer_click(surf.advice, surf.prefix + std::string(local));
}

bool offer_in_page(Surf& surf, std::string_view local) {
    return offer_tool(surf, local) || (surf.tab.popup != nullptr && offer_tool(surf, "popup/close"));
}

bool offer_text_in_page(Surf& surf, std::string_view local, std::string_view text, bool anew) {
    return offer_text(surf.advice, surf.prefix + std::string(local), text, anew) ||
           (surf.tab.popup != nullptr && offer_tool(surf, "popup/close"));
}

void offer_in_menu(Surf& surf, std::string_view command) {
    if (surf.desk().menu && surf.desk().menu->target == surf.prefix + "toolbar/menu") {
        offer_click(surf.advice, "menu/" + std::string(command));
    } else {
        offer_tool(surf, "toolbar/menu");
    }
}

} // namespace browsing

namespace {

using namespace browsing;

bool shows_page(const Surf& surf) {
    return surf.tab.sheet == Sheet::page;
}

bool shows_one(const Surf& surf, const Pages& pages) {
    const std::optional<std::size_t> here = page_of(surf.map, surf.tab);
    return here && shows_page(surf) && std::ranges::find(pages, *here) != pages.end();
}

/// The pages of the sites that the wish lets be.
template <typename Is>
Pages pages_of_wished_sites(const Surf& surf, const Is& is) {
    return pages_where(surf.map, [&](const WebPage& page) {
        return allows(surf.advice.fact(), "site", page.site->address) && is(page);
    });
}

// Pages and visits

/// An address that is of no site.
std::string unknown_address(const Surf& surf) {
    const std::string text = text_for(surf.advice, "address").value_or("www.adresse-inconnue.fr");
    return text.find('.') == std::string::npos ? "www." + text + ".fr" : text;
}

void wish_not_found(Surf& surf) {
    offer_address(surf, unknown_address(surf));
}

void wish_page(Surf& surf) {
    if (surf.advice.wish.gone) {
        offer_to_leave(surf);
        return;
    }
    const lesson::FactPattern& fact = surf.advice.fact();
    if (asked(fact, "found") != nullptr && !allows(fact, "found", true) && asked(fact, "site") == nullptr) {
        wish_not_found(surf);
        return;
    }
    const Pages pages = wished_pages(surf);
    offer_to_reach(surf, pages);
    if (pages.empty()) {
        if (const std::optional<std::string> address = text_for(surf.advice, "address")) {
            offer_address(surf, *address);
        }
    }
}

/// What has to be so before one can come to a page that way.
void prepare_visit(Surf& surf, const Pages& pages, const lesson::Matcher& by) {
    const auto can_be = [&](std::string_view way) { return lesson::matches(by, std::string(way)); };
    if (can_be("bookmark") && shows_one(surf, pages)) {
        offer_tool(surf, "toolbar/bookmark");
    } else if (can_be("link")) {
        offer_to_reach(surf, pages_where(surf.map, [&](const WebPage& page) {
                           return std::ranges::any_of(page.links, [&](std::size_t link) {
                               return std::ranges::find(pages, link) != pages.end();
                           });
                       }));
    } else if (can_be("back") && shows_one(surf, pages)) {
        offer_to_leave(surf);
    } else if (can_be("forward") && shows_one(surf, pages) && surf.tab.back.empty()) {
        offer_to_leave(surf);
    } else if (can_be("forward") && shows_one(surf, pages)) {
        offer_tool(surf, "toolbar/back");
    } else if (can_be("forward")) {
        offer_addresses_of(surf, pages); // anew: who goes back to it has nothing before it
    } else {
        offer_to_reach(surf, pages);
    }
}

void wish_visited(Surf& surf) {
    const Pages pages = wished_pages(surf);
    const lesson::Matcher* by = asked(surf.advice.fact(), "by");
    const auto can_be = [&](std::string_view way) { return allows(surf.advice.fact(), "by", std::string(way)); };
    bool is_offered = can_be("link") && offer_links_to(surf, pages);
    is_offered = (can_be("bookmark") && offer_bookmarks_of(surf, pages)) || is_offered;
    is_offered = (can_be("back") && offer_past(surf, pages, true)) || is_offered;
    is_offered = (can_be("forward") && offer_past(surf, pages, false)) || is_offered;
    is_offered = (can_be("home") && offer_home(surf, pages)) || is_offered;
    is_offered = (can_be("reload") && shows_one(surf, pages) && offer_tool(surf, "toolbar/reload")) || is_offered;
    if (can_be("form")) {
        const std::vector<SendingForm> forms = forms_leading_to(surf, pages);
        offer_to_send_one(surf, forms);
        is_offered = is_offered || !forms.empty();
    }
    if (by == nullptr) {
        offer_to_reach(surf, pages);
    } else if (can_be("address")) {
        offer_addresses_of(surf, pages);
    } else if (!is_offered) {
        prepare_visit(surf, pages, *by);
    }
}

// Tabs

void offer_new_tab(Surf& surf) {
    offer_tool(surf, "toolbar/new-tab");
    offer_shortcut(surf.advice, 't');
}

bool offer_close_tab(Surf& surf, std::size_t number) {
    return offer_tool(surf, "tab/" + std::to_string(number + 1) + "/close");
}

bool is_wished_tab(const Surf& surf, std::size_t number) {
    const BrowserTab& tab = *surf.browser.tabs[number];
    const lesson::FactPattern& fact = surf.advice.fact();
    return allows(fact, "site", tab.host) && allows(fact, "file", tab.file) && allows(fact, "title", tab.title);
}

void wish_tab_shown(Surf& surf, bool shall_show) {
    for (std::size_t i = 0; i < surf.browser.tabs.size(); ++i) {
        const bool is_other = i != surf.browser.shown;
        if (is_other && is_wished_tab(surf, i) == shall_show) {
            offer_tool(surf, "tab/" + std::to_string(i + 1));
        }
    }
}

void wish_tab(Surf& surf) {
    const lesson::FactPattern& fact = surf.advice.fact();
    if (surf.advice.wish.gone) {
        for (std::size_t i = 0; i < surf.browser.tabs.size(); ++i) {
            const bool is_meant = is_wished_tab(surf, i) && allows(fact, "shown", i == surf.browser.shown);
            if (is_meant && surf.browser.tabs.size() > 1) {
                offer_close_tab(surf, i);
            }
        }
        offer_to_leave(surf);
        return;
    }
    const bool is_here = is_wished_tab(surf, surf.browser.shown);
    if (is_here && !allows(fact, "shown", true)) {
        wish_tab_shown(surf, false);
        offer_new_tab(surf);
        return;
    }
    wish_tab_shown(surf, true);
    offer_to_reach(surf, wished_pages(surf));
}

/// The tab that is missed least: a blank one, then the last one that nothing needs.
std::optional<std::size_t> tab_to_close(const Surf& surf) {
    std::optional<std::size_t> last;
    for (std::size_t i = 0; i < surf.browser.tabs.size(); ++i) {
        if (surf.browser.tabs[i]->sheet == Sheet::blank) {
            return i;
        }
        last = is_needed(surf, i) ? last : i;
    }
    return last;
}

void wish_tabs(Surf& surf) {
    const auto now = static_cast<double>(surf.browser.tabs.size());
    constexpr int most_tabs = 12;
    bool shall_grow = false;
    for (int more = 1; more <= most_tabs; ++more) {
        shall_grow = shall_grow || allows(surf.advice.fact(), "count", now + more) != surf.advice.wish.gone;
    }
    const std::optional<std::size_t> tab = tab_to_close(surf);
    if (shall_grow) {
        offer_new_tab(surf);
    } else if (tab) {
        offer_close_tab(surf, *tab);
    }
}

void wish_tab_closed(Surf& surf) {
    bool is_open = false;
    for (std::size_t i = 0; i < surf.browser.tabs.size(); ++i) {
        const bool is_meant = allows(surf.advice.fact(), "site", surf.browser.tabs[i]->host);
        is_open = is_open || is_meant;
        if (is_meant && surf.browser.tabs.size() > 1) {
            offer_close_tab(surf, i);
        }
    }
    if (!is_open) {
        offer_to_reach(surf, wished_pages(surf));
    } else if (surf.browser.tabs.size() == 1) {
        offer_new_tab(surf);
    }
}

// Bookmarks

bool is_wished_bookmark(const Surf& surf, const Bookmark& bookmark) {
    const lesson::FactPattern& fact = surf.advice.fact();
    return allows(fact, "address", bookmark.address) && allows(fact, "title", bookmark.name) &&
           allows(fact, "site", bookmark.site) && allows(fact, "file", bookmark.file);
}

Bookmark bookmark_of_page(const Surf& surf) {
    return {surf.tab.title, surf.tab.address, surf.tab.host, surf.tab.file};
}

/// The star; what is a bookmark already loses it.
void offer_star(Surf& surf) {
    offer_tool(surf, "toolbar/bookmark");
    offer_shortcut(surf.advice, 'd');
}

/// Takes a bookmark away that the wish means; gives whether there is one.
bool offer_unbookmark(Surf& surf) {
    bool is_there = false;
    for (const Bookmark& bookmark : *surf.web().bookmarks) {
        if (!is_wished_bookmark(surf, bookmark)) {
            continue;
        }
        is_there = true;
        const std::string target = surf.prefix + "bookmark/" + bookmark.name;
        if (shows_page(surf) && surf.tab.address == bookmark.address) {
            offer_star(surf);
        }
        if (surf.desk().menu && surf.desk().menu->target == target) {
            offer_click(surf.advice, "menu/remove-bookmark");
        } else {
            offer_right_click(surf.advice, target);
        }
    }
    return is_there;
}

void wish_bookmark(Surf& surf) {
    if (surf.advice.wish.gone) {
        offer_unbookmark(surf);
    } else if (shows_page(surf) && is_wished_bookmark(surf, bookmark_of_page(surf))) {
        offer_star(surf);
    } else {
        offer_to_reach(surf, wished_pages(surf));
    }
}

void wish_unbookmarked(Surf& surf) {
    if (!offer_unbookmark(surf)) {
        wish_bookmark(surf);
    }
}

// What a page has around it

void wish_zoom(Surf& surf) {
    constexpr std::array zooms{50, 67, 80, 90, 100, 110, 125, 150, 175, 200};
    int nearest = 0;
    for (const int zoom : zooms) {
        const bool is_wished =
            allows(surf.advice.fact(), "percent", static_cast<double>(zoom)) != surf.advice.wish.gone;
        const bool is_nearer = std::abs(zoom - surf.tab.zoom) < std::abs(nearest - surf.tab.zoom);
        nearest = is_wished && zoom != surf.tab.zoom && (nearest == 0 || is_nearer) ? zoom : nearest;
    }
    if (nearest == 0) {
        return;
    }
    const bool is_in = nearest > surf.tab.zoom;
    offer_in_menu(surf, nearest == 100 ? "zoom-reset" : is_in ? "zoom-in" : "zoom-out");
    offer_shortcut(surf.advice, is_in ? '=' : '-');
}

/// Sites whose banner is still open.
Pages pages_with_banner(const Surf& surf) {
    return pages_of_wished_sites(surf, [&](const WebPage& page) {
        return !page.site->cookies.empty() && memory_of(surf.web(), page.site->address).cookies.empty();
    });
}

void wish_cookies(Surf& surf) {
    const bool may_refuse = allows(surf.advice.fact(), "accepted", false) != surf.advice.wish.gone;
    const Pages pages = pages_with_banner(surf);
    if (shows_one(surf, pages)) {
        offer_tool(surf, may_refuse ? "banner/refuse" : "banner/accept");
    } else if (pages.empty()) {
        offer(surf.advice, {Undo{}}); // the banner asks once only
    } else {
        offer_to_reach(surf, pages);
    }
}

/// Words that stand in the page, where the wish names none.
std::string words_to_find(const Surf& surf) {
    const std::string words = text_for(surf.advice, "words").value_or("");
    const bool shall_fail = asked(surf.advice.fact(), "count") != nullptr && allows(surf.advice.fact(), "count", 0.0);
    return !words.empty() ? words : shall_fail ? "xyz" : surf.tab.title.substr(0, surf.tab.title.find(' '));
}

void wish_found(Surf& surf) {
    if (surf.advice.wish.gone) {
        offer_tool(surf, "find/close");
    } else if (surf.tab.finding) {
        const std::string words = words_to_find(surf);
        if (surf.tab.find.edit.text != words) {
            offer_text(surf.advice, surf.prefix + "find/field", words);
        }
    } else if (surf.tab.page != nullptr) {
        offer_in_menu(surf, "find");
        offer_shortcut(surf.advice, 'f');
    }
    if (surf.tab.page == nullptr) {
        offer_to_reach(surf, pages_where(surf.map, [](const WebPage&) { return true; }));
    }
}

void wish_inspected(Surf& surf) {
    if (allows(surf.advice.fact(), "site", surf.tab.host) && !surf.tab.host.empty()) {
        offer_tool(surf, "padlock");
    } else {
        offer_to_reach(surf, wished_pages(surf));
    }
}

bool warns_of(const Surf& surf, const WebPage& page) {
    const SiteMemory& memory = memory_of(surf.web(), page.site->address);
    const bool is_false = page.site->certificate == lesson::Certificate::wrong && !memory.certificate_accepted;
    const bool is_risky = page.page->risky && surf.desk().setup->safety <= 2 &&
                          std::ranges::find(memory.accepted_risks, page.page->file) == memory.accepted_risks.end();
    return is_false || is_risky;
}

void wish_warned(Surf& surf) {
    const Pages pages = pages_of_wished_sites(surf, [&](const WebPage& page) { return warns_of(surf, page); });
    const std::optional<std::size_t> here = page_of(surf.map, surf.tab);
    if (here && std::ranges::find(pages, *here) != pages.end()) {
        offer_tool(surf, "toolbar/reload");
    } else {
        offer_to_reach(surf, pages);
    }
}

void wish_popup_closed(Surf& surf) {
    if (surf.tab.popup != nullptr && allows(surf.advice.fact(), "site", surf.tab.host)) {
        offer_tool(surf, "popup/close");
        return;
    }
    offer_to_reach(surf, pages_of_wished_sites(surf, [&](const WebPage& page) {
                       const std::vector<std::string>& closed = memory_of(surf.web(), page.site->address).closed_popups;
                       return !page.page->popup.empty() && std::ranges::find(closed, page.page->popup) == closed.end();
                   }));
}

// Searching and downloading

/// Words that the wish takes.
std::string words_to_search(const Surf& surf) {
    const lesson::Matcher* words = asked(surf.advice.fact(), "words");
    if (const std::optional<std::string> text = text_for(surf.advice, "words")) {
        return fuller(surf, *words, *text);
    }
    const bool shall_fail = asked(surf.advice.fact(), "count") != nullptr && allows(surf.advice.fact(), "count", 0.0);
    const auto listed = std::ranges::find_if(
        *surf.map.sites, [](const lesson::Site& site) { return site.is_listed && !site.words.empty(); });
    return shall_fail || listed == surf.map.sites->end() ? "xyz" : listed->words.front();
}

void wish_searched(Surf& surf) {
    offer_search(surf, words_to_search(surf));
}

bool leads_to_wished_site(const Surf& surf, const LinkAhead& link) {
    return !link.leads_to ? asked(surf.advice.fact(), "site") == nullptr
                          : allows(surf.advice.fact(), "site", surf.map.pages[*link.leads_to].site->address);
}

void wish_advert(Surf& surf) {
    for (const LinkAhead& link : links_of(surf.desk(), surf.tab)) {
        if (link.element->is_advert && leads_to_wished_site(surf, link)) {
            offer_in_page(surf, link.prefix + link.element->target);
        }
    }
    const lesson::Site* here = site_of(surf.desk(), surf.tab);
    const bool is_ordinary = here == nullptr || here->program != "search";
    const Pages pages = pages_where(surf.map, [&](const WebPage& page) {
        return page.has_adverts && page.site->program != "search" && page.site != here;
    });
    if (is_ordinary) {
        offer_to_reach(surf, pages);
    }
    wish_searched(surf);
}

bool may_download(const Surf& surf, const WebPage& page, std::string_view file) {
    const auto found = std::ranges::find(page.site->downloads, file, &lesson::SiteDownload::file);
    return found != page.site->downloads.end() && allows(surf.advice.fact(), "name", std::string(file)) &&
           !(found->risky && surf.desk().setup->safety <= 1);
}

std::vector<SendingForm> forms_that_download(const Surf& surf) {
    std::vector<SendingForm> forms;
    for (const lesson::Site& site : *surf.map.sites) {
        for (const lesson::SiteForm& form : site.forms) {
            for (const lesson::SiteRule& rule : form.rules) {
                if (!rule.download.empty() && allows(surf.advice.fact(), "name", rule.download)) {
                    forms.push_back({site.address, form.name, &rule, {}});
                }
            }
        }
    }
    return forms;
}

void offer_download_from(Surf& surf, const Pages& pages) {
    if (surf.desk().menu == std::nullopt) {
        offer_click(surf.advice, "dialog/keep");
    }
    const std::optional<std::size_t> here = page_of(surf.map, surf.tab);
    if (!shows_one(surf, pages)) {
        offer_to_reach(surf, pages);
        return;
    }
    for (const LinkAhead& link : links_of(surf.desk(), surf.tab)) {
        if (may_download(surf, surf.map.pages[*here], link.element->href)) {
            offer_in_page(surf, link.prefix + link.element->target);
        }
    }
}

Pages pages_that_offer(const Surf& surf, bool of_wished_sites) {
    return pages_where(surf.map, [&](const WebPage& page) {
        const bool is_meant = !of_wished_sites || allows(surf.advice.fact(), "site", page.site->address);
        return is_meant && std::ranges::any_of(page.downloads,
                                               [&](const std::string& file) { return may_download(surf, page, file); });
    });
}

void wish_downloaded(Surf& surf) {
    offer_download_from(surf, pages_that_offer(surf, true));
    offer_to_send_one(surf, forms_that_download(surf));
}

struct Known {
    std::string_view fact;
    void (*wish)(Surf&);
};

constexpr std::array<Known, 26> known{{
    {"browser.page", wish_page},
    {"browser.tab", wish_tab},
    {"browser.tabs", wish_tabs},
    {"browser.bookmark", wish_bookmark},
    {"browser.zoom", wish_zoom},
    {"browser.cookies", wish_cookies},
    {"browser.found", wish_found},
    {"form.field", wish_field},
    {"form.sent", wish_sent},
    {"form.answer", wish_sent},
    {"form.list", wish_list},
    {"browser.visited", wish_visited},
    {"browser.searched", wish_searched},
    {"browser.advert", wish_advert},
    {"browser.downloaded", wish_downloaded},
    {"browser.inspected", wish_inspected},
    {"browser.warned", wish_warned},
    {"browser.popup_closed", wish_popup_closed},
    {"browser.bookmarked", wish_bookmark},
    {"browser.unbookmarked", wish_unbookmarked},
    {"browser.tab_opened", offer_new_tab},
    {"browser.tab_closed", wish_tab_closed},
    {"browser.not_found", wish_not_found},
    {"browser.left", wish_left},
    {"form.submitted", wish_sent},
    {"form.refused", wish_refused},
}};

/// Whether a file of a name that the wish allows can be reached already.
bool is_on_disk(const Advice& advice) {
    const Disk& disk = advice.desk.disk.now();
    return std::ranges::any_of(disk.nodes, [&](const Node& node) {
        return !node.name.empty() && allows(advice.fact(), "name", node.name) && can_reach(disk, node.id) &&
               !lies_in(disk, node.id, folder_at(disk, StandardPlace::bin));
    });
}

/// Whether some site has a download that the wish names.
bool is_offered_somewhere(const Advice& advice) {
    return asked(advice.fact(), "name") != nullptr &&
           std::ranges::any_of(sites_of(advice.desk), [&](const lesson::Site& site) {
               return std::ranges::any_of(site.downloads, [&](const lesson::SiteDownload& file) {
                   return allows(advice.fact(), "name", file.file);
               });
           });
}

} // namespace

void advise_on_browser(Advice& advice) {
    const auto found = std::ranges::find(known, advice.fact().fact, &Known::fact);
    if (found == known.end()) {
        return;
    }
    if (std::optional<Surf> here = surf(advice)) {
        found->wish(*here);
    }
}

void offer_to_download(Advice& advice) {
    if (!is_offered_somewhere(advice) || is_on_disk(advice)) {
        return;
    }
    if (std::optional<Surf> here = surf(advice)) {
        offer_download_from(*here, pages_that_offer(*here, false));
        offer_to_send_one(*here, forms_that_download(*here));
    }
}

bool on_webmail(Advice& advice) {
    std::optional<Surf> here = surf(advice);
    if (!here) {
        return false;
    }
    if (here->tab.mail && here->tab.popup == nullptr) {
        return true;
    }
    offer_to_reach(*here,
                   pages_where(here->map, [](const WebPage& page) { return shows_mail(*page.site, *page.page); }));
    return false;
}

} // namespace world
