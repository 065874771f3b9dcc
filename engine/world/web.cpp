// What the web and the browser remember.
#include "world/web.h"

#include <algorithm>
#include <utility>

namespace world {

namespace {

constexpr std::size_t most_visits = 100;
constexpr std::size_t most_bookmarks = 40;

bool has_name(const std::vector<Bookmark>& bookmarks, std::string_view name) {
    return std::ranges::find(bookmarks, name, &Bookmark::name) != bookmarks.end();
}

std::string free_name(const std::vector<Bookmark>& bookmarks, const std::string& wanted) {
    std::string name = wanted;
    for (int number = 2; has_name(bookmarks, name); ++number) {
        name = wanted + " (" + std::to_string(number) + ")";
    }
    return name;
}

void add_facts_of(const std::string& site, const SiteMemory& memory, std::vector<Fact>& facts) {
    if (!memory.cookies.empty()) {
        facts.push_back({"browser.cookies", {{"site", site}, {"accepted", memory.cookies == "accepted"}}});
    }
    for (const SentForm& sent : memory.sent) {
        facts.push_back({"form.sent", {{"site", site}, {"form", sent.form}}});
        for (const auto& [field, value] : sent.values) {
            facts.push_back({"form.answer", {{"site", site}, {"form", sent.form}, {"field", field}, {"value", value}}});
        }
    }
    for (const auto& [list, entries] : memory.lists) {
        facts.push_back(
            {"form.list", {{"site", site}, {"list", list}, {"count", static_cast<double>(entries.size())}}});
    }
}

} // namespace

SiteMemory& memory_of(Web& web, std::string_view site) {
    const auto found = web.sites.find(site);
    return found != web.sites.end() ? found->second.write() : web.sites[std::string(site)].write();
}

const SiteMemory& memory_of(const Web& web, std::string_view site) {
    static const SiteMemory nothing;
    const auto found = web.sites.find(site);
    return found == web.sites.end() ? nothing : *found->second;
}

void remember_visit(Web& web, std::string_view address, std::string_view title) {
    const std::vector<Visit>& history = *web.history;
    if (!history.empty() && history.back().address == address) {
        return;
    }
    std::vector<Visit>& changed = web.history.write();
    changed.push_back({std::string(address), std::string(title)});
    if (changed.size() > most_visits) {
        changed.erase(changed.begin());
    }
}

bool is_bookmarked(const Web& web, std::string_view address) {
    return std::ranges::find(*web.bookmarks, address, &Bookmark::address) != web.bookmarks->end();
}

bool toggle_bookmark(Web& web, Bookmark bookmark) {
    std::vector<Bookmark>& bookmarks = web.bookmarks.write();
    const auto taken = std::erase_if(bookmarks, [&](const Bookmark& one) { return one.address == bookmark.address; });
    if (taken > 0 || bookmarks.size() >= most_bookmarks) {
        return false;
    }
    bookmark.name = free_name(bookmarks, bookmark.name);
    bookmarks.push_back(std::move(bookmark));
    return true;
}

bool remove_bookmark(Web& web, std::string_view name) {
    return std::erase_if(web.bookmarks.write(), [&](const Bookmark& one) { return one.name == name; }) > 0;
}

PageData page_data(const PracticeSites& sites, const Web& web, const Destination& where) {
    PageData data;
    if (where.site == nullptr) {
        return data;
    }
    const SiteMemory& memory = memory_of(web, where.site->address);
    data.values = memory.values;
    data.lists = memory.lists;
    for (const SentForm& sent : memory.sent) {
        for (const auto& [name, value] : sent.values) {
            data.values.insert_or_assign(name, value);
        }
    }
    if (where.site->program == "search") {
        data.values.insert_or_assign("q", where.words);
        data.lists.insert_or_assign("results", search(sites, where.words));
    }
    return data;
}

void add_facts(const Web& web, std::vector<Fact>& facts) {
    for (const Bookmark& one : *web.bookmarks) {
        facts.push_back({"browser.bookmark",
                         {{"address", one.address}, {"title", one.name}, {"site", one.site}, {"file", one.file}}});
    }
    for (const auto& [site, memory] : web.sites) {
        add_facts_of(site, *memory, facts);
    }
}

} // namespace world
