// Reads the pages of the practice web: their links, forms and downloads.
#include "world/ways/web_map.h"

#include "base/text.h"
#include "world/browser_parts.h"

#include <algorithm>
#include <deque>
#include <list>
#include <string_view>
#include <utility>

namespace world::browsing {

namespace {

constexpr std::string_view blanks = " \t\r\n/";

/// The tags of a page one by one, without what stands between them.
class Tags {
public:
    explicit Tags(std::string_view html) : rest_(html) {}

    /// The next tag's inside, as `a href="x"`; nothing at the end.
    std::optional<std::string_view> next() {
        for (std::size_t at = rest_.find('<'); at != std::string_view::npos; at = rest_.find('<')) {
            rest_.remove_prefix(at + 1);
            const bool is_remark = rest_.starts_with("!--");
            const std::size_t end = rest_.find(is_remark ? "-->" : ">");
            const std::string_view tag = rest_.substr(0, end);
            rest_.remove_prefix(std::min(end, rest_.size()));
            if (!is_remark) {
                return tag;
            }
        }
        return std::nullopt;
    }

private:
    std::string_view rest_;
};

std::string_view without(std::string_view text, std::string_view signs) {
    text.remove_prefix(std::min(text.find_first_not_of(signs), text.size()));
    return text;
}

/// A tag's name, or the next attribute's; what follows it stays in `rest`.
std::string_view take_name(std::string_view& rest) {
    rest = without(rest, blanks);
    const std::size_t end = std::min(rest.find_first_of(" \t\r\n/=>"), rest.size());
    const std::string_view name = rest.substr(0, end);
    rest.remove_prefix(end);
    return name;
}

std::string_view take_value(std::string_view& rest) {
    if (!rest.starts_with('=')) {
        return {};
    }
    rest.remove_prefix(1);
    const bool is_quoted = rest.starts_with('"') || rest.starts_with('\'');
    const std::size_t begin = is_quoted ? 1 : 0;
    const std::size_t end =
        std::min(is_quoted ? rest.find(rest.front(), 1) : rest.find_first_of(" \t\r\n"), rest.size());
    const std::string_view value = rest.substr(begin, end - begin);
    rest.remove_prefix(std::min(end + begin, rest.size()));
    return value;
}

std::optional<std::string_view> attribute_of(std::string_view tag, std::string_view wanted) {
    std::string_view rest = tag;
    take_name(rest);
    while (!without(rest, blanks).empty()) {
        const std::string_view name = take_name(rest);
        const std::string_view value = take_value(rest);
        if (name == wanted) {
            return value;
        }
        if (name.empty()) {
            break;
        }
    }
    return std::nullopt;
}

std::string name_of_form(std::string_view tag) {
    for (const std::string_view attribute : {"name", "id"}) {
        if (const auto name = attribute_of(tag, attribute); name && !name->empty()) {
            return std::string(*name);
        }
    }
    return "form";
}

void add_link(const WebMap& map, WebPage& page, std::string_view tag) {
    const std::optional<std::string_view> href = attribute_of(tag, "href");
    const bool leads_nowhere =
        !href || href->starts_with('#') || href->starts_with("mailto:") || href->find("{{") != std::string_view::npos;
    if (leads_nowhere) {
        return;
    }
    const std::string file(*href);
    if (std::ranges::find(page.site->downloads, file, &lesson::SiteDownload::file) != page.site->downloads.end()) {
        page.downloads.push_back(file);
        return;
    }
    const std::optional<std::size_t> number = number_of(map, follow(*map.sites, *page.site, *page.page, *href).page);
    if (number && std::ranges::find(page.links, *number) == page.links.end()) {
        page.links.push_back(*number);
    }
}

/// Elements that are only shown while a list has entries, as long as they are open.
class OpenLists {
public:
    void tag(std::string_view tag, std::string_view name) {
        const bool closes = tag.starts_with('/');
        for (Element& element : open_) {
            element.depth += element.tag != (closes ? tag.substr(1, name.size()) : name) ? 0 : closes ? -1 : 1;
        }
        std::erase_if(open_, [](const Element& element) { return element.depth == 0; });
        for (const std::string_view attribute : {"data-each", "data-if-any"}) {
            if (tag.find(attribute) != std::string_view::npos) {
                open_.push_back({std::string(name), 1, std::string(attribute_of(tag, attribute).value_or(""))});
            }
        }
    }

    std::string innermost() const { return open_.empty() ? std::string() : open_.back().list; }

private:
    struct Element {
        std::string tag;
        int depth = 0;
        std::string list;
    };
    std::vector<Element> open_;
};

void read_page(const WebMap& map, WebPage& page) {
    Tags tags(page.page->html);
    OpenLists lists;
    bool is_in_form = false;
    while (const std::optional<std::string_view> tag = tags.next()) {
        std::string_view rest = *tag;
        const std::string_view name = take_name(rest);
        lists.tag(*tag, name);
        if (tag->starts_with("/form")) {
            is_in_form = false;
        } else if (name == "a" && page.site->program != "search") {
            add_link(map, page, *tag);
        } else if (name == "form") {
            page.forms.push_back({name_of_form(*tag), {}, lists.innermost()});
            is_in_form = true;
        } else if (is_in_form && (name == "input" || name == "select" || name == "textarea")) {
            page.forms.back().fields.emplace_back(attribute_of(*tag, "name").value_or(""));
        }
    }
    page.has_adverts = page.page->html.find("advert") != std::string::npos;
}

WebMap read_map(std::shared_ptr<const PracticeSites> sites) {
    WebMap map{std::move(sites), {}};
    for (const lesson::Site& site : *map.sites) {
        for (const lesson::SitePage& page : site.pages) {
            map.pages.push_back({&site, &page, {}, {}, {}, false});
        }
    }
    for (WebPage& page : map.pages) {
        read_page(map, page);
    }
    return map;
}

/// Where the links of a page lead, as long as it is shown often.
struct KnownLinks {
    std::shared_ptr<const Page> page;
    std::shared_ptr<const PracticeSites> sites;
    std::string file;
    std::vector<std::optional<std::size_t>> lead_to; ///< for each element
};

std::vector<std::optional<std::size_t>> read_links(const DeskState& desk, const BrowserTab& tab, const Page& page,
                                                   std::string_view prefix) {
    const WebMap& map = web_map(desk);
    std::vector<std::optional<std::size_t>> lead_to;
    for (const PageElement& element : page.elements) {
        std::optional<std::size_t> number;
        if (element.kind == ElementKind::link && !element.downloads && !element.href.starts_with('#')) {
            const std::string address = link_address(desk, tab, std::string(prefix) + element.target);
            const Destination where = address.empty() ? Destination{} : resolve(*map.sites, address);
            number = number_of(map, where.page);
        }
        lead_to.push_back(number);
    }
    return lead_to;
}

const KnownLinks& known_links(const DeskState& desk, const BrowserTab& tab, const std::shared_ptr<const Page>& page,
                              std::string_view prefix) {
    // They depend on nothing but the page and the web, so that remembering them changes no result.
    constexpr std::size_t most_known = 16;
    thread_local std::list<KnownLinks> known;
    const std::shared_ptr<const PracticeSites>& sites = desk.setup->sites;
    const std::string file = tab.host + '/' + tab.file;
    const auto found = std::ranges::find_if(
        known, [&](const KnownLinks& one) { return one.page == page && one.sites == sites && one.file == file; });
    if (found != known.end()) {
        known.splice(known.begin(), known, found);
        return known.front();
    }
    known.push_front({page, sites, file, read_links(desk, tab, *page, prefix)});
    if (known.size() > most_known) {
        known.pop_back();
    }
    return known.front();
}

} // namespace

const WebMap& web_map(const DeskState& desk) {
    // Reading all pages takes much longer than a step through them; the web of a run never changes.
    constexpr std::size_t most_maps = 4;
    static const auto none = std::make_shared<const PracticeSites>();
    thread_local std::list<WebMap> maps;
    const std::shared_ptr<const PracticeSites>& sites = desk.setup->sites == nullptr ? none : desk.setup->sites;
    const auto known = std::ranges::find(maps, sites, &WebMap::sites);
    if (known != maps.end()) {
        return *known;
    }
    if (maps.size() >= most_maps) {
        maps.pop_front();
    }
    maps.push_back(read_map(sites));
    return maps.back();
}

std::optional<std::size_t> number_of(const WebMap& map, const lesson::SitePage* page) {
    std::size_t number = 0;
    for (const lesson::Site& site : *map.sites) {
        const bool is_its =
            page != nullptr && !site.pages.empty() && page >= &site.pages.front() && page <= &site.pages.back();
        if (is_its) {
            return number + static_cast<std::size_t>(page - &site.pages.front());
        }
        number += site.pages.size();
    }
    return std::nullopt;
}

std::vector<LinkAhead> links_of(const DeskState& desk, const BrowserTab& tab) {
    std::vector<LinkAhead> links;
    for (const auto& [prefix, page] : {std::pair("popup/", &tab.popup), std::pair("page/", &tab.page)}) {
        if (*page == nullptr) {
            continue;
        }
        const KnownLinks& known = known_links(desk, tab, *page, prefix);
        for (std::size_t i = 0; i < (*page)->elements.size(); ++i) {
            const PageElement& element = (*page)->elements[i];
            if (element.kind == ElementKind::link) {
                links.push_back({&element, prefix, known.lead_to[i]});
            }
        }
    }
    return links;
}

std::vector<int> distances(const WebMap& map, const Web& web, const std::vector<std::size_t>& ends) {
    std::vector<std::vector<std::size_t>> from(map.pages.size());
    for (std::size_t i = 0; i < map.pages.size(); ++i) {
        for (const std::size_t link : map.pages[i].links) {
            from[link].push_back(i);
        }
    }
    std::vector<int> distance(map.pages.size(), -1);
    std::deque<std::size_t> next;
    for (const std::size_t end : ends) {
        distance[end] = 0;
        next.push_back(end);
    }
    while (!next.empty()) {
        const std::size_t here = next.front();
        next.pop_front();
        for (const std::size_t before : from[here]) {
            if (distance[before] < 0 && !is_locked(web, map.pages[before])) {
                distance[before] = distance[here] + 1;
                next.push_back(before);
            }
        }
    }
    return distance;
}

bool is_locked(const Web& web, const WebPage& page) {
    if (page.page->needs.empty()) {
        return false;
    }
    Destination where;
    where.kind = Destination::Kind::page;
    where.site = page.site;
    where.page = page.page;
    return admitted(web, where).page != page.page;
}

} // namespace world::browsing
