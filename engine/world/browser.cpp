// What people do in the browser: its buttons, shortcuts, menus and tabs.
#include "world/browser.h"

#include "world/browser_parts.h"

#include <algorithm>
#include <array>
#include <utility>

namespace world {

namespace browsing {

const PracticeSites& sites_of(const DeskState& desk) {
    static const PracticeSites none;
    return desk.setup->sites == nullptr ? none : *desk.setup->sites;
}

std::string_view behind(std::string_view name, std::string_view prefix) {
    return name.starts_with(prefix) ? name.substr(prefix.size()) : std::string_view();
}

std::string home_of(const DeskState& desk) {
    if (!desk.web->home.empty()) {
        return desk.web->home;
    }
    const PracticeSites& sites = sites_of(desk);
    const auto engine = std::ranges::find(sites, "search", &lesson::Site::program);
    return engine == sites.end() ? std::string() : address_of(*engine, engine->home);
}

BrowserTab& front(Browser& browser, const DeskState& desk, std::int64_t at) {
    if (browser.tabs.empty()) {
        go_in_new_tab(browser, home_of(desk), "home", at, true);
    }
    browser.shown = std::min(browser.shown, browser.tabs.size() - 1);
    return browser.tabs[browser.shown].write();
}

void close_tab(Browser& browser, Context& context, std::size_t number) {
    if (number >= browser.tabs.size()) {
        return;
    }
    if (browser.tabs.size() == 1) {
        context.requests.emplace_back(CloseWindow{});
        return;
    }
    context.tell({"browser.tab_closed", {{"site", browser.tabs[number]->host}}});
    browser.tabs.erase(browser.tabs.begin() + static_cast<std::ptrdiff_t>(number));
    if (browser.shown > number || browser.shown == browser.tabs.size()) {
        --browser.shown;
    }
}

} // namespace browsing

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

std::size_t tab_number(std::string_view target) {
    std::size_t number = 0;
    for (const char sign : behind(target, "tab/")) {
        if (sign < '0' || sign > '9') {
            break;
        }
        number = number * 10 + static_cast<std::size_t>(sign - '0');
    }
    return number - 1; // no number gives one that no tab has
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

/// The webmail of the tab in front, for a target of it that the page itself does not have.
Mail* mail_for(Browser& browser, std::string_view target) {
    const BrowserTab& tab = shown(browser);
    const bool is_its = tab.mail && !behind(target, "page/").empty() && find_in_tab(tab, target).element == nullptr;
    return is_its ? &*browser.tabs[browser.shown].write().mail : nullptr;
}

/// What the webmail asks for, by the names that it has in the browser.
void pass_on(Context& from, Context& to) {
    for (Request& request : from.requests) {
        if (auto* menu = std::get_if<ShowMenu>(&request)) {
            menu->target = "page/" + menu->target;
        } else if (auto* focus = std::get_if<SetFocus>(&request); focus != nullptr && !focus->target.empty()) {
            focus->target = "page/" + focus->target;
        } else if (auto* dialog = std::get_if<ShowDialog>(&request)) {
            dialog->dialog.kind = "mail/" + dialog->dialog.kind;
        }
        to.requests.push_back(std::move(request));
    }
}

template <typename What>
void in_mail(Context& context, const What& what) {
    Context own{context.desk, context.window, context.at, context.events};
    what(own);
    pass_on(own, context);
}

/// Commands that the webmail understands come from its own menus, dialogs and buttons.
bool is_for_mail(const Browser& browser, const Command& command) {
    const BrowserTab& tab = shown(browser);
    if (!tab.mail) {
        return false;
    }
    const bool is_from_page =
        !behind(command.about, "page/").empty() && find_in_tab(tab, command.about).element == nullptr;
    return command.dialog.starts_with("mail/") || command.name.starts_with("mail/") || is_from_page;
}

void command_mail(Browser& browser, Context& context, const Command& command) {
    Mail& mail = *browser.tabs[browser.shown].write().mail;
    Command own = command;
    own.name = command.name.starts_with("mail/") ? command.name.substr(5) : command.name;
    own.dialog = behind(command.dialog, "mail/");
    own.about = command.about.starts_with("page/") ? command.about.substr(5) : command.about;
    in_mail(context, [&](Context& inner) { world::command(mail, inner, own); });
}

bool can_have_text_menu(const Browser& browser, std::string_view target) {
    return target == "field/address" || text_of(shown(browser), target) != nullptr;
}

std::vector<MenuItem> entries(std::initializer_list<std::string_view> commands) {
    std::vector<MenuItem> items;
    for (const std::string_view command : commands) {
        items.push_back({std::string(command), message("desk.browser." + std::string(command)), {}, true, {}});
    }
    return items;
}

/// The keys that mean the same wherever the keyboard is.
constexpr std::array<std::pair<std::string_view, std::string_view>, 34> shortcuts{{
    {"Control+T", "new-tab"},
    {"Control+W", "close-tab"},
    {"Control+F4", "close-tab"},
    {"Control+Tab", "next-tab"},
    {"Control+Shift+Tab", "previous-tab"},
    {"Control+PageDown", "next-tab"},
    {"Control+PageUp", "previous-tab"},
    {"Control+L", "focus-address"},
    {"Alt+D", "focus-address"},
    {"F6", "focus-address"},
    {"Alt+ArrowLeft", "back"},
    {"Alt+ArrowRight", "forward"},
    {"F5", "reload"},
    {"Control+R", "reload"},
    {"Alt+Home", "home"},
    {"Control+D", "bookmark"},
    {"Control+H", "history"},
    {"Control+J", "downloads"},
    {"Control+F", "find"},
    {"F3", "find"},
    {"Control+=", "zoom-in"},
    {"Control+Shift+=", "zoom-in"},
    {"Control++", "zoom-in"},
    {"Control+Shift++", "zoom-in"},
    {"Control+Equal", "zoom-in"},
    {"Control+Shift+Equal", "zoom-in"},
    {"Control+NumpadAdd", "zoom-in"},
    {"Control+-", "zoom-out"},
    {"Control+Minus", "zoom-out"},
    {"Control+NumpadSubtract", "zoom-out"},
    {"Control+0", "zoom-reset"},
    {"Control+Numpad0", "zoom-reset"},
    {"Control+G", "find-next"},
    {"Control+Shift+G", "find-previous"},
}};

std::string escape_command(const BrowserTab& tab) {
    if (tab.popup != nullptr) {
        return "popup-close";
    }
    return tab.finding ? "find-close" : "";
}

/// What Enter means where the keyboard is: in a line of a form it sends the form.
std::string enter_command(const BrowserTab& tab, std::string_view focus, bool shift) {
    if (focus == "field/address") {
        return "go";
    }
    if (focus == "find/field") {
        return shift ? "find-previous" : "find-next";
    }
    const Found found = find_in_tab(tab, focus);
    return found.element != nullptr && found.element->kind == ElementKind::field ? "submit" : "";
}

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

void touch(Browser& browser, Context& context, const Touch& touch) {
    const std::string& target = touch.target;
    if (Mail* mail = mail_for(browser, target)) {
        Touch own = touch;
        own.target = target.substr(5);
        in_mail(context, [&](Context& inner) { world::touch(*mail, inner, own); });
        return;
    }
    if (touch.gesture == right_clickable) {
        return;
    }
    const auto run = [&](std::string name, std::string about = {}) {
        command(browser, context, Command{std::move(name), std::move(about), {}, {}});
    };
    if (target == "popup/close") {
        run("popup-close");
    } else if (target.starts_with("page/") || target.starts_with("popup/")) {
        touch_element(browser, context, touch);
    } else if (const std::string_view tool = behind(target, "toolbar/"); !tool.empty()) {
        run(std::string(tool));
    } else if (target.starts_with("tab/")) {
        if (target.ends_with("/close")) {
            run("close-tab", target);
        } else if (const std::size_t number = tab_number(target); number < browser.tabs.size()) {
            browser.shown = number;
        }
    } else if (target.starts_with("bookmark/")) {
        run(touch.control ? "open-bookmark-in-tab" : "open-bookmark", target);
    } else if (target == "padlock") {
        run("padlock");
    } else if (const std::string_view choice = behind(target, "banner/"); !choice.empty()) {
        run(std::string(choice));
    } else if (const std::string_view find = behind(target, "find/"); !find.empty() && find != "field") {
        run("find-" + std::string(find));
    } else if (const std::string_view answer = behind(target, "warning/"); !answer.empty()) {
        run("warning-" + std::string(answer));
    } else if (target == "field/address") {
        select_all(front(browser, context.desk, context.at).address_field.edit);
    }
}

std::vector<MenuItem> menu_for(const Browser& browser, const View& view, std::string_view target) {
    const BrowserTab& tab = shown(browser);
    const Found found = find_in_tab(tab, target);
    if (tab.mail && found.element == nullptr && !behind(target, "page/").empty()) {
        return menu_for(*tab.mail, view, target.substr(5));
    }
    if (found.element != nullptr && found.element->kind == ElementKind::link) {
        return entries({"open-link", "open-link-in-tab", "copy-link"});
    }
    if (can_have_text_menu(browser, target)) {
        std::vector<MenuItem> items = entries({"cut", "copy", "paste"});
        items.back().enabled = !view.desk.clipboard.text.empty();
        return items;
    }
    if (target.starts_with("bookmark/")) {
        return entries({"open-bookmark", "open-bookmark-in-tab", "remove-bookmark"});
    }
    return target.starts_with("tab/") ? entries({"new-tab", "close-tab"}) : std::vector<MenuItem>{};
}

std::string shortcut(const Browser& browser, const View& view, std::string_view keys) {
    const BrowserTab& tab = shown(browser);
    const std::string_view focus = local_focus(view);
    const Found found = find_in_tab(tab, focus);
    if (keys == "Enter" || keys == "Shift+Enter") {
        if (std::string command = enter_command(tab, focus, keys != "Enter"); !command.empty()) {
            return command;
        }
    }
    if (keys == "Escape") {
        if (std::string command = escape_command(tab); !command.empty()) {
            return command;
        }
    }
    if (found.element != nullptr && found.element->kind == ElementKind::choice) {
        if (keys == "ArrowDown" || keys == "ArrowUp") {
            return keys == "ArrowDown" ? "choice-next" : "choice-previous";
        }
    }
    const auto known = std::ranges::find(shortcuts, keys, &std::pair<std::string_view, std::string_view>::first);
    if (known != shortcuts.end()) {
        return std::string(known->second);
    }
    // Where the minus lies on the row of digits, the key is known by its digit.
    const LayoutKey* digit = find_key(view.desk.setup->layout, "Digit6");
    if (keys == "Control+6" && digit != nullptr && digit->plain == "-") {
        return "zoom-out";
    }
    if (tab.mail) {
        const std::string command = shortcut(*tab.mail, view, keys);
        return command.empty() ? command : "mail/" + command;
    }
    return {};
}

TextField* field(Browser& browser, std::string_view target) {
    if (browser.shown >= browser.tabs.size()) {
        return nullptr;
    }
    const BrowserTab& tab = *browser.tabs[browser.shown];
    if (target == "field/address") {
        return &browser.tabs[browser.shown].write().address_field;
    }
    if (target == "find/field") {
        return tab.finding ? &browser.tabs[browser.shown].write().find : nullptr;
    }
    if (text_of(tab, target) != nullptr) {
        return &browser.tabs[browser.shown].write().form.write().fields.find(target)->second;
    }
    Mail* mail = mail_for(browser, target);
    return mail == nullptr ? nullptr : field(*mail, target.substr(5));
}

Carried carried(const Browser& browser, const View& view, std::string_view target) {
    const BrowserTab& tab = shown(browser);
    return tab.mail && !behind(target, "page/").empty() ? carried(*tab.mail, view, target.substr(5)) : Carried{};
}

void drop(Browser& browser, Context& context, const Carried& carried, std::string_view onto, bool copies) {
    if (Mail* mail = mail_for(browser, onto)) {
        in_mail(context, [&](Context& inner) { drop(*mail, inner, carried, onto.substr(5), copies); });
    } else if (!carried.files.empty()) {
        put_file(front(browser, context.desk, context.at), context, onto, carried.files.front());
    }
}

bool may_close(Browser& browser, Context& context) {
    if (!shown(browser).mail) {
        return true;
    }
    bool may = true;
    in_mail(context, [&](Context& inner) { may = may_close(*browser.tabs[browser.shown].write().mail, inner); });
    return may;
}

void pass_time(Browser& browser, Context& context) {
    front(browser, context.desk, context.at);
    for (Kept<BrowserTab>& tab : browser.tabs) {
        if (tab->loading && context.at >= tab->loading->due) {
            arrive(tab.write(), context);
        }
    }
}

bool lives(const Browser& browser) {
    return browser.tabs.empty() ||
           std::ranges::any_of(browser.tabs, [](const Kept<BrowserTab>& tab) { return tab->loading.has_value(); });
}

void open(Browser& browser, Context& context, const OpenAddress& asked) {
    const bool is_new = browser.tabs.empty();
    if (is_new || asked.in_new_tab) {
        go_in_new_tab(browser, asked.address, "link", context.at, true);
    } else {
        go(front(browser, context.desk, context.at), asked.address, "link", context.at);
    }
}

} // namespace world
