// What lesson files may say about the browser: its start table and its facts.
#include "world/browser_parts.h"

#include <array>
#include <utility>

namespace world {

namespace {

using lesson::FactField;
using lesson::FactKind;
using lesson::FactOrigin;
using lesson::FieldKind;
using lesson::Kind;

using namespace browsing;

constexpr std::array<lesson::Key, 2> bookmark_keys{{
    {.name = "name", .kind = Kind::text, .required = true},
    {.name = "address", .kind = Kind::code, .required = true},
}};
constexpr lesson::Schema bookmark_schema{"browser-bookmark", bookmark_keys};

constexpr std::array<lesson::Key, 3> remember_keys{{
    {.name = "site", .kind = Kind::code, .required = true},
    {.name = "name", .kind = Kind::code, .required = true},
    {.name = "value", .kind = Kind::text, .required = true},
}};
constexpr lesson::Schema remember_schema{"browser-remember", remember_keys};

constexpr std::array<lesson::Key, 6> start_keys{{
    {.name = "open", .kind = Kind::codes, .most = 8},
    {.name = "at", .kind = Kind::code},
    {.name = "home", .kind = Kind::code},
    {.name = "bookmarks", .kind = Kind::tables, .inside = &bookmark_schema, .most = 20},
    {.name = "history", .kind = Kind::codes, .most = 50},
    {.name = "remember", .kind = Kind::tables, .inside = &remember_schema, .most = 50},
}};
constexpr lesson::Schema start_schema{"start.browser", start_keys};

constexpr FactField text(std::string_view name) {
    return {name, FieldKind::text};
}
constexpr FactField number(std::string_view name) {
    return {name, FieldKind::number};
}
constexpr FactField yes_no(std::string_view name) {
    return {name, FieldKind::yes_no};
}

constexpr std::array page_fields{text("address"), text("site"),     text("file"),
                                 text("title"),   yes_no("secure"), yes_no("found")};
constexpr std::array tab_fields{text("site"), text("file"), text("title"), yes_no("shown")};
constexpr std::array count_fields{number("count")};
constexpr std::array bookmark_fields{text("address"), text("title"), text("site"), text("file")};
constexpr std::array percent_fields{number("percent")};
constexpr std::array cookies_fields{text("site"), yes_no("accepted")};
constexpr std::array found_fields{text("words"), number("count")};
constexpr std::array field_fields{text("site"), text("form"), text("name"), text("value")};
constexpr std::array sent_fields{text("site"), text("form")};
constexpr std::array answer_fields{text("site"), text("form"), text("field"), text("value")};
constexpr std::array list_fields{text("site"), text("list"), number("count")};
constexpr std::array visited_fields{text("address"), text("site"), text("file"), text("by")};
constexpr std::array address_fields{text("address")};
constexpr std::array site_fields{text("site")};
constexpr std::array marked_fields{text("address"), text("site")};
constexpr std::array download_fields{text("name"), text("site")};
constexpr std::array submitted_fields{text("site"), text("form"), text("values")};
constexpr std::array refused_fields{text("site"), text("form"), text("field")};

constexpr std::array<FactKind, 26> fact_kinds{{
    {"browser.page", FactOrigin::state, page_fields},
    {"browser.tab", FactOrigin::state, tab_fields},
    {"browser.tabs", FactOrigin::state, count_fields},
    {"browser.bookmark", FactOrigin::state, bookmark_fields},
    {"browser.zoom", FactOrigin::state, percent_fields},
    {"browser.cookies", FactOrigin::state, cookies_fields},
    {"browser.found", FactOrigin::state, found_fields},
    {"form.field", FactOrigin::state, field_fields},
    {"form.sent", FactOrigin::state, sent_fields},
    {"form.answer", FactOrigin::state, answer_fields},
    {"form.list", FactOrigin::state, list_fields},
    {"browser.visited", FactOrigin::event, visited_fields},
    {"browser.searched", FactOrigin::event, found_fields},
    {"browser.advert", FactOrigin::event, site_fields},
    {"browser.downloaded", FactOrigin::event, download_fields},
    {"browser.inspected", FactOrigin::event, site_fields},
    {"browser.warned", FactOrigin::event, site_fields},
    {"browser.popup_closed", FactOrigin::event, site_fields},
    {"browser.bookmarked", FactOrigin::event, marked_fields},
    {"browser.unbookmarked", FactOrigin::event, marked_fields},
    {"browser.tab_opened", FactOrigin::event, {}},
    {"browser.tab_closed", FactOrigin::event, site_fields},
    {"browser.not_found", FactOrigin::event, address_fields},
    {"browser.left", FactOrigin::event, sent_fields},
    {"form.submitted", FactOrigin::event, submitted_fields},
    {"form.refused", FactOrigin::event, refused_fields},
}};

void lay_out_bookmarks(Web& web, const DeskState& desk, const lesson::Table& start) {
    std::vector<Bookmark> bookmarks;
    for (const lesson::Value& value : lesson::items_of(start, "bookmarks")) {
        const lesson::Table& table = lesson::table_of(value);
        const Destination where = resolve(sites_of(desk), lesson::text_or(table, "address", ""));
        bookmarks.push_back({lesson::text_or(table, "name", ""), where.address,
                             where.site == nullptr ? "" : where.site->address,
                             where.page == nullptr ? "" : where.page->file});
    }
    web.bookmarks = Kept<std::vector<Bookmark>>(std::move(bookmarks));
}

void lay_out_history(Web& web, const DeskState& desk, const lesson::Table& start) {
    web.history = {};
    for (const std::string& address : lesson::texts_of(start, "history")) {
        const Destination where = resolve(sites_of(desk), address);
        if (where.page != nullptr) {
            remember_visit(web, where.address, where.page->title.empty() ? where.site->name : where.page->title);
        }
    }
}

void lay_out_memory(Web& web, const DeskState& desk, const lesson::Table& start) {
    web.sites.clear();
    for (const lesson::Value& value : lesson::items_of(start, "remember")) {
        const lesson::Table& table = lesson::table_of(value);
        const Destination where = resolve(sites_of(desk), lesson::text_or(table, "site", ""));
        if (where.site != nullptr) {
            memory_of(web, where.site->address)
                .values.insert_or_assign(lesson::text_or(table, "name", ""), lesson::text_or(table, "value", ""));
        }
    }
}

/// Opens the addresses, each in a tab; what was open gives way.
void lay_out_tabs(DeskState& desk, const std::vector<std::string>& addresses) {
    std::erase_if(desk.windows, [](const Window& window) { return std::holds_alternative<Browser>(window.program); });
    if (addresses.empty()) {
        return;
    }
    Browser browser;
    for (const std::string& address : addresses) {
        BrowserTab tab;
        show_at_once(tab, desk, address);
        browser.tabs.emplace_back(std::move(tab));
    }
    open_window(desk, std::move(browser));
}

} // namespace

lesson::AppKind browser_kind() {
    return {"browser", &start_schema, fact_kinds, nullptr};
}

void lay_out_browser(DeskState& desk, const lesson::Table& start, std::int64_t /*at*/) {
    const auto names = [&](std::string_view key) { return lesson::find(start, key) != nullptr; };
    Web web = desk.web.now();
    web.home = lesson::text_or(start, "home", web.home);
    if (names("bookmarks")) {
        lay_out_bookmarks(web, desk, start);
    }
    if (names("history")) {
        lay_out_history(web, desk, start);
    }
    if (names("remember")) {
        lay_out_memory(web, desk, start);
    }
    desk.web = Timeline<Web>(std::move(web));
    std::vector<std::string> addresses = lesson::texts_of(start, "open");
    if (names("at")) {
        addresses.insert(addresses.begin(), lesson::text_or(start, "at", ""));
    }
    lay_out_tabs(desk, addresses);
}

} // namespace world
