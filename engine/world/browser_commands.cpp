// The browser's commands: what its buttons, menus, dialogs and shortcuts ask for by name.
#include "world/browser_parts.h"

#include <algorithm>
#include <array>
#include <utility>

namespace world {

namespace {

using namespace browsing;

constexpr std::array zooms{50, 67, 80, 90, 100, 110, 125, 150, 175, 200};

/// What a command works on.
struct Doer {
    Browser& browser;
    Context& context;
    BrowserTab& tab;
    const Command& command;
};

void zoom(Doer& doer, int direction) {
    const auto here = std::ranges::find(zooms, doer.tab.zoom) - zooms.begin();
    const auto last = static_cast<std::ptrdiff_t>(zooms.size()) - 1;
    doer.tab.zoom = zooms.at(static_cast<std::size_t>(std::clamp<std::ptrdiff_t>(here + direction, 0, last)));
}

void find_step(Doer& doer, int direction) {
    const FindHits hits = find_hits(doer.tab);
    if (hits.count == 0) {
        return;
    }
    // The place that is pointed out is the first one already; only a second press goes on from it.
    doer.tab.hit =
        (hits.current + hits.count + static_cast<std::size_t>(direction + static_cast<int>(hits.count))) % hits.count;
}

void begin_find(Doer& doer) {
    doer.tab.finding = true;
    select_all(doer.tab.find.edit);
    doer.context.requests.emplace_back(SetFocus{"find/field"});
}

void end_find(Doer& doer) {
    doer.tab.finding = false;
    doer.tab.hit = 0;
    doer.context.requests.emplace_back(SetFocus{});
}

void focus_address(Doer& doer) {
    select_all(doer.tab.address_field.edit);
    doer.context.requests.emplace_back(SetFocus{"field/address"});
}

void go_to_typed(Doer& doer) {
    const std::string typed = doer.tab.address_field.edit.text;
    const Destination where = resolve(sites_of(doer.context.desk), typed);
    if (where.kind == Destination::Kind::blank) {
        return;
    }
    const bool is_search = !where.words.empty() && where.site != nullptr;
    go(doer.tab, where.address, is_search ? "search" : "address", doer.context.at);
    doer.context.requests.emplace_back(SetFocus{});
}

void new_tab(Doer& doer) {
    go_in_new_tab(doer.browser, "", "", doer.context.at, true);
    doer.context.tell({"browser.tab_opened", {}});
    doer.context.requests.emplace_back(SetFocus{"field/address"});
}

void step_tab(Doer& doer, std::size_t step) {
    doer.browser.shown = (doer.browser.shown + step) % doer.browser.tabs.size();
}

void toggle_star(Doer& doer) {
    const BrowserTab& tab = doer.tab;
    if (tab.sheet != Sheet::page) {
        return;
    }
    Web web = doer.context.desk.web.now();
    const bool is_added = toggle_bookmark(web, {tab.title, tab.address, tab.host, tab.file});
    doer.context.desk.web.amend(std::move(web));
    doer.context.tell(
        {is_added ? "browser.bookmarked" : "browser.unbookmarked", {{"address", tab.address}, {"site", tab.host}}});
}

void choose_cookies(Doer& doer, const char* choice) {
    if (doer.tab.host.empty()) {
        return;
    }
    Web web = doer.context.desk.web.now();
    memory_of(web, doer.tab.host).cookies = choice;
    doer.context.desk.web.amend(std::move(web));
}

void show_menu(Doer& doer) {
    const auto entry = [](std::string command, std::string keys, bool enabled = true) {
        Words words = message("desk.browser." + command);
        return MenuItem{std::move(command), std::move(words), {}, enabled, std::move(keys)};
    };
    const bool has_page = doer.tab.page != nullptr;
    doer.context.requests.emplace_back(
        ShowMenu{"toolbar/menu",
                 {entry("new-tab", "Control+T"), entry("bookmark", "Control+D", doer.tab.sheet == Sheet::page),
                  entry("history", "Control+H"), entry("downloads", "Control+J"), entry("find", "Control+F", has_page),
                  entry("zoom-in", "Control++"), entry("zoom-out", "Control+-"), entry("zoom-reset", "Control+0")}});
}

void show_downloads(Doer& doer) {
    std::vector<MenuItem> items;
    const std::vector<WebDownload>& downloads = doer.context.desk.web->downloads;
    for (auto one = downloads.rbegin(); one != downloads.rend() && items.size() < 8; ++one) {
        const Node* node = find_node(doer.context.desk.disk.now(), one->file);
        items.push_back({"open-download/" + one->name,
                         as_it_is(one->name),
                         node == nullptr ? "" : icon_of(*node),
                         node != nullptr,
                         {}});
    }
    if (items.empty()) {
        items.push_back({"none", message("desk.browser.no-downloads"), {}, false, {}});
    }
    items.push_back({"open-downloads", message("desk.browser.open-downloads"), "folder", true, {}});
    doer.context.requests.emplace_back(ShowMenu{"toolbar/downloads", std::move(items)});
}

void open_download(Doer& doer, std::string_view name) {
    const std::vector<WebDownload>& downloads = doer.context.desk.web->downloads;
    const auto found = std::ranges::find(downloads, name, &WebDownload::name);
    if (found != downloads.end()) {
        doer.context.requests.emplace_back(OpenFile{found->file});
    }
}

void show_padlock(Doer& doer) {
    const lesson::Site* site = site_of(doer.context.desk, doer.tab);
    if (site == nullptr) {
        return;
    }
    constexpr std::array<std::string_view, 3> ids{"good", "none", "wrong"};
    const std::string id = "desk.browser.padlock-" + std::string(ids.at(static_cast<std::size_t>(site->certificate)));
    Dialog dialog;
    dialog.kind = "padlock";
    dialog.title = as_it_is(site->address);
    dialog.text = message(id, {{"site", site->address}, {"name", site->name}});
    dialog.picture = site->certificate == lesson::Certificate::good ? "desk-lock" : "desk-lock-warning";
    dialog.buttons = {{"close", message("desk.browser.close"), {}, true, {}}};
    doer.context.requests.emplace_back(ShowDialog{std::move(dialog)});
    doer.context.tell({"browser.inspected", {{"site", site->address}}});
}

const Bookmark* bookmark_of(const DeskState& desk, std::string_view target) {
    const std::vector<Bookmark>& bookmarks = *desk.web->bookmarks;
    const auto found = std::ranges::find(bookmarks, behind(target, "bookmark/"), &Bookmark::name);
    return found == bookmarks.end() ? nullptr : &*found;
}

void open_bookmark(Doer& doer, std::string_view target, bool in_new_tab) {
    const Bookmark* bookmark = bookmark_of(doer.context.desk, target);
    if (bookmark == nullptr) {
        return;
    }
    if (in_new_tab) {
        go_in_new_tab(doer.browser, bookmark->address, "bookmark", doer.context.at, false);
    } else {
        go(doer.tab, bookmark->address, "bookmark", doer.context.at);
    }
}

void take_bookmark_away(Doer& doer, std::string_view target) {
    const Bookmark* bookmark = bookmark_of(doer.context.desk, target);
    if (bookmark == nullptr) {
        return;
    }
    const Bookmark taken = *bookmark;
    Web web = doer.context.desk.web.now();
    remove_bookmark(web, taken.name);
    doer.context.desk.web.amend(std::move(web));
    doer.context.tell({"browser.unbookmarked", {{"address", taken.address}, {"site", taken.site}}});
}

void leave_warning(Doer& doer) {
    if (!doer.tab.back.empty()) {
        go_back(doer.tab, doer.context.at);
    } else {
        go(doer.tab, home_of(doer.context.desk), "home", doer.context.at);
    }
}

/// A page that was not found is looked for by the words of its address.
void search_instead(Doer& doer) {
    std::string words = doer.tab.address;
    for (const std::string_view scheme : {"https://", "http://", "www."}) {
        words = words.starts_with(scheme) ? words.substr(scheme.size()) : words;
    }
    std::ranges::replace_if(
        words, [](char sign) { return sign == '.' || sign == '/' || sign == '-'; }, ' ');
    go(doer.tab, search_address(sites_of(doer.context.desk), words), "search", doer.context.at);
}

void edit_text(Doer& doer, FieldCommand what) {
    TextField* text = field(doer.browser, doer.command.about);
    if (text == nullptr) {
        return;
    }
    std::string clipboard = doer.context.desk.clipboard.text;
    do_in(*text, what, clipboard);
    if (clipboard != doer.context.desk.clipboard.text) {
        doer.context.desk.clipboard = Carried{{}, {}, std::move(clipboard), false};
    }
    doer.context.requests.emplace_back(SetFocus{doer.command.about});
}

void copy_link(Doer& doer) {
    std::string address = link_address(doer.context.desk, doer.tab, doer.command.about);
    if (!address.empty()) {
        doer.context.desk.clipboard = Carried{{}, {}, std::move(address), false};
    }
}

void close_own_tab(Doer& doer) {
    const bool is_named = doer.command.about.starts_with("tab/");
    close_tab(doer.browser, doer.context, is_named ? tab_number(doer.command.about) : doer.browser.shown);
}

/// What is said by name: toolbar, menus, shortcuts and dialogs all come here.
struct Known {
    std::string_view name;
    void (*run)(Doer&);
};

constexpr std::array<Known, 41> known_commands{{
    {"new-tab", new_tab},
    {"close-tab", close_own_tab},
    {"next-tab", [](Doer& doer) { step_tab(doer, 1); }},
    {"previous-tab", [](Doer& doer) { step_tab(doer, doer.browser.tabs.size() - 1); }},
    {"focus-address", focus_address},
    {"go", go_to_typed},
    {"back", [](Doer& doer) { go_back(doer.tab, doer.context.at); }},
    {"forward", [](Doer& doer) { go_forward(doer.tab, doer.context.at); }},
    {"reload",
     [](Doer& doer) {
         if (!doer.tab.address.empty()) {
             go(doer.tab, doer.tab.address, "reload", doer.context.at);
         }
     }},
    {"home",
     [](Doer& doer) {
         if (const std::string home = home_of(doer.context.desk); !home.empty()) {
             go(doer.tab, home, "home", doer.context.at);
         }
     }},
    {"bookmark", toggle_star},
    {"open-bookmark", [](Doer& doer) { open_bookmark(doer, doer.command.about, false); }},
    {"open-bookmark-in-tab", [](Doer& doer) { open_bookmark(doer, doer.command.about, true); }},
    {"remove-bookmark", [](Doer& doer) { take_bookmark_away(doer, doer.command.about); }},
    {"menu", show_menu},
    {"history", [](Doer& doer) { go(doer.tab, "history:", "address", doer.context.at); }},
    {"downloads", show_downloads},
    {"open-downloads",
     [](Doer& doer) {
         doer.context.requests.emplace_back(OpenProgram{"files", "downloads"});
     }},
    {"zoom-in", [](Doer& doer) { zoom(doer, 1); }},
    {"zoom-out", [](Doer& doer) { zoom(doer, -1); }},
    {"zoom-reset", [](Doer& doer) { doer.tab.zoom = 100; }},
    {"find", begin_find},
    {"find-next", [](Doer& doer) { find_step(doer, 1); }},
    {"find-previous", [](Doer& doer) { find_step(doer, -1); }},
    {"find-close", end_find},
    {"padlock", show_padlock},
    {"accept", [](Doer& doer) { choose_cookies(doer, "accepted"); }},
    {"refuse", [](Doer& doer) { choose_cookies(doer, "refused"); }},
    {"popup-close", [](Doer& doer) { close_popup(doer.tab, doer.context); }},
    {"warning-back", leave_warning},
    {"warning-go-on", [](Doer& doer) { go_on_despite(doer.tab, doer.context); }},
    {"warning-search", search_instead},
    {"submit", [](Doer& doer) { submit(doer.browser, doer.context, doer.command.about); }},
    {"choice-next", [](Doer& doer) { step_choice(doer.tab, doer.command.about, 1); }},
    {"choice-previous", [](Doer& doer) { step_choice(doer.tab, doer.command.about, -1); }},
    {"open-link", [](Doer& doer) { follow_link(doer.browser, doer.context, doer.command.about, false); }},
    {"open-link-in-tab", [](Doer& doer) { follow_link(doer.browser, doer.context, doer.command.about, true); }},
    {"copy-link", copy_link},
    {"cut", [](Doer& doer) { edit_text(doer, FieldCommand::cut); }},
    {"copy", [](Doer& doer) { edit_text(doer, FieldCommand::copy); }},
    {"paste", [](Doer& doer) { edit_text(doer, FieldCommand::paste); }},
}};

} // namespace

void command(Browser& browser, Context& context, const Command& command) {
    if (is_for_mail(browser, command)) {
        command_mail(browser, context, command);
        return;
    }
    BrowserTab& tab = front(browser, context.desk, context.at);
    Doer doer{browser, context, tab, command};
    const auto known = std::ranges::find(known_commands, command.name, &Known::name);
    if (command.dialog == "risky-file") {
        if (command.name == "keep") {
            download(tab, context, command.about, true);
        }
    } else if (const std::string_view name = behind(command.name, "open-download/"); !name.empty()) {
        open_download(doer, name);
    } else if (command.name.starts_with("choose/") || command.name.starts_with("send/")) {
        choose_option(tab, context, command.about, command.name);
    } else if (known != known_commands.end()) {
        known->run(doer);
    }
}

} // namespace world
