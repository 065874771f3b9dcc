// What people do in the browser: its buttons, shortcuts, menus and tabs.
#include "world/browser.h"

#include "world/browser_parts.h"

#include <algorithm>
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

} // namespace

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
