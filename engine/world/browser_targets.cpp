// What can be touched in the browser's window, and what is so.
#include "base/text.h"
#include "world/browser_parts.h"

#include <algorithm>
#include <utility>

namespace world {

namespace {

using namespace browsing;

Target made(std::string name, Role role, std::string_view part, Words words, std::string picture = {},
            unsigned gestures = clickable) {
    Target target;
    target.name = std::move(name);
    target.role = role;
    target.part = part;
    target.words = std::move(words);
    target.picture = std::move(picture);
    target.gestures = static_cast<std::uint8_t>(gestures);
    return target;
}

Target tool(std::string_view command, bool enabled = true) {
    Target target = made("toolbar/" + std::string(command), Role::button, "toolbar",
                         message("desk.browser." + std::string(command)), "desk-" + std::string(command));
    target.enabled = enabled;
    return target;
}

Words tab_words(const BrowserTab& tab) {
    if (tab.loading && tab.sheet == Sheet::blank) {
        return message("desk.browser.loading");
    }
    switch (tab.sheet) {
    case Sheet::page:
        return as_it_is(tab.title);
    case Sheet::blank:
        return message("desk.browser.blank");
    case Sheet::history:
        return message("desk.browser.history");
    case Sheet::not_found:
    case Sheet::broken:
        return message("desk.browser.not-found.title");
    case Sheet::certificate:
    case Sheet::risky:
    case Sheet::blocked:
        return message("desk.browser.warning");
    }
    return {};
}

void list_tabs(const Browser& browser, const DeskState& desk, std::vector<Target>& targets) {
    for (std::size_t i = 0; i < browser.tabs.size(); ++i) {
        const BrowserTab& tab = *browser.tabs[i];
        const std::string name = "tab/" + std::to_string(i + 1);
        const lesson::Site* site = site_of(desk, tab);
        Target target = made(name, Role::tab, "tabs", tab_words(tab), site == nullptr ? "" : site->icon,
                             clickable | right_clickable);
        target.on = i == browser.shown;
        targets.push_back(std::move(target));
        targets.push_back(made(name + "/close", Role::button, "tabs", message("desk.browser.close-tab"), "desk-close"));
    }
    targets.push_back(made("toolbar/new-tab", Role::button, "tabs", message("desk.browser.new-tab"), "desk-new-tab"));
}

std::string padlock_picture(const lesson::Site* site) {
    if (site == nullptr) {
        return "desk-search";
    }
    return site->certificate == lesson::Certificate::good ? "desk-lock" : "desk-lock-warning";
}

void list_toolbar(const BrowserTab& tab, const DeskState& desk, std::vector<Target>& targets) {
    const lesson::Site* site = site_of(desk, tab);
    targets.push_back(tool("back", !tab.back.empty()));
    targets.push_back(tool("forward", !tab.forward.empty()));
    targets.push_back(tool("reload", !tab.address.empty() && !tab.loading));
    targets.push_back(tool("home", !home_of(desk).empty()));
    Target padlock = made("padlock", Role::button, "toolbar", message("desk.browser.padlock"), padlock_picture(site));
    padlock.enabled = site != nullptr;
    padlock.on = site != nullptr && site->certificate == lesson::Certificate::good;
    targets.push_back(std::move(padlock));
    targets.push_back(made("field/address", Role::field, "toolbar", message("desk.browser.address"), {},
                           clickable | double_clickable | writable | right_clickable));
    Target star = tool("bookmark", tab.sheet == Sheet::page);
    star.on = is_bookmarked(desk.web.now(), tab.address);
    star.picture = star.on ? "desk-star-on" : "desk-star";
    targets.push_back(std::move(star));
    targets.push_back(tool("downloads"));
    targets.push_back(tool("menu"));
}

void list_bookmarks(const DeskState& desk, std::vector<Target>& targets) {
    for (const Bookmark& one : *desk.web->bookmarks) {
        const lesson::Site* site = resolve(sites_of(desk), one.address).site;
        targets.push_back(made("bookmark/" + one.name, Role::button, "bookmarks", as_it_is(one.name),
                               site == nullptr ? "file-text" : site->icon, clickable | right_clickable));
    }
}

/// Which of the hits is shown, of how many.
Words find_words(const FindHits& hits) {
    if (hits.words.empty()) {
        return message("desk.browser.find-nothing-yet");
    }
    if (hits.count == 0) {
        return message("desk.browser.find-none");
    }
    return message("desk.browser.find-count",
                   {{"number", std::to_string(hits.current + 1)}, {"count", std::to_string(hits.count)}});
}

void list_find(const BrowserTab& tab, std::vector<Target>& targets) {
    if (!tab.finding) {
        return;
    }
    const FindHits hits = find_hits(tab);
    targets.push_back(made("find/field", Role::field, "find", message("desk.browser.find"), "desk-search",
                           clickable | double_clickable | writable));
    targets.push_back(made("find/count", Role::label, "find", find_words(hits), {}, no_gesture));
    for (const std::string_view command : {"previous", "next"}) {
        Target target = made("find/" + std::string(command), Role::button, "find",
                             message("desk.browser.find-" + std::string(command)), "desk-" + std::string(command));
        target.enabled = hits.count > 0;
        targets.push_back(std::move(target));
    }
    targets.push_back(made("find/close", Role::button, "find", message("desk.browser.close"), "desk-close"));
}

Words element_words(const BrowserTab& tab, const PageElement& element, const std::string& local) {
    if (element.kind == ElementKind::choice) {
        const std::size_t option = element_state(tab, local).option;
        return as_it_is(option < element.options.size() ? element.options[option].words : "");
    }
    if (element.kind == ElementKind::file) {
        const std::string file = element_state(tab, local).file;
        return file.empty() ? message("desk.browser.choose-file") : as_it_is(file);
    }
    if (element.words.empty()) {
        return message(element.type == "reset" ? "desk.browser.reset" : "desk.browser.submit");
    }
    return as_it_is(element.words);
}

Role role_of(ElementKind kind) {
    switch (kind) {
    case ElementKind::link:
        return Role::link;
    case ElementKind::field:
        return Role::field;
    case ElementKind::area:
        return Role::area;
    case ElementKind::tick:
        return Role::tick;
    case ElementKind::radio:
        return Role::radio;
    case ElementKind::choice:
        return Role::choice;
    case ElementKind::button:
    case ElementKind::file:
    case ElementKind::hidden:
        return Role::button;
    }
    return Role::button;
}

unsigned gestures_of(const PageElement& element) {
    switch (element.kind) {
    case ElementKind::link:
        return clickable | right_clickable;
    case ElementKind::field:
    case ElementKind::area:
        return element.read_only ? clickable : clickable | double_clickable | writable | right_clickable;
    case ElementKind::file:
        return clickable | takes_drop;
    default:
        return clickable;
    }
}

/// What is wrong with a field; nothing once something else stands in it.
std::optional<Words> fault_of(const BrowserTab& tab, const std::string& local) {
    const auto fault = tab.form->faults.find(local);
    if (fault == tab.form->faults.end()) {
        return std::nullopt;
    }
    const TextField* text = text_of(tab, local);
    const bool is_changed = text != nullptr && text->edit.text != fault->second.value;
    return is_changed ? std::nullopt : std::optional(fault->second.words);
}

void list_elements(const BrowserTab& tab, const Page& page, std::string_view part, bool enabled,
                   std::vector<Target>& targets) {
    for (const PageElement& element : page.elements) {
        if (element.kind == ElementKind::hidden) {
            continue;
        }
        const std::string local = std::string(part) + '/' + element.target;
        Target target = made(local, role_of(element.kind), part, element_words(tab, element, local),
                             element.kind == ElementKind::file ? "file-text" : "", gestures_of(element));
        target.enabled = enabled && element.enabled;
        target.on = element_state(tab, local).is_on;
        target.strong = element.kind == ElementKind::button && element.type == "submit";
        if (const std::optional<Words> fault = fault_of(tab, local)) {
            target.details.push_back(*fault);
        }
        targets.push_back(std::move(target));
    }
}

void list_mail(const BrowserTab& tab, const View& view, bool enabled, std::vector<Target>& targets) {
    constexpr std::string_view prefix = "page/";
    Asked asked = view.asked;
    asked.name.remove_prefix(asked.name.starts_with(prefix) ? prefix.size() : 0);
    std::vector<Target> own;
    list_targets(*tab.mail, View{view.desk, view.window, asked}, own);
    for (Target& target : own) {
        target.name.insert(0, prefix);
        target.part = "mail/" + target.part;
        target.enabled = target.enabled && enabled;
        if (find_target(targets, target.name) == nullptr) {
            targets.push_back(std::move(target));
        }
    }
}

void list_page(const BrowserTab& tab, const View& view, std::vector<Target>& targets) {
    const bool can_touch = !tab.loading && tab.popup == nullptr;
    if (tab.page != nullptr) {
        list_elements(tab, *tab.page, "page", can_touch, targets);
    }
    if (tab.mail) {
        list_mail(tab, view, can_touch, targets);
    }
    if (tab.popup != nullptr) {
        list_elements(tab, *tab.popup, "popup", !tab.loading, targets);
        targets.push_back(made("popup/close", Role::button, "popup", message("desk.browser.close"), "desk-close"));
    }
}

void list_warning(const BrowserTab& tab, const DeskState& desk, std::vector<Target>& targets) {
    if (!notice(tab)) {
        return;
    }
    const bool is_warning = tab.sheet != Sheet::not_found && tab.sheet != Sheet::broken;
    Target back = made("warning/back", Role::button, "warning", message("desk.browser.warning-back"), "desk-back");
    back.strong = true;
    targets.push_back(std::move(back));
    if (is_warning) {
        Target on = made("warning/go-on", Role::button, "warning", message("desk.browser.warning-go-on"));
        on.enabled = tab.sheet != Sheet::blocked && desk.setup->safety >= 2;
        targets.push_back(std::move(on));
    } else if (resolve(sites_of(desk), "?").kind == Destination::Kind::page) {
        targets.push_back(
            made("warning/search", Role::button, "warning", message("desk.browser.warning-search"), "desk-search"));
    }
}

void list_banner(const BrowserTab& tab, const DeskState& desk, std::vector<Target>& targets) {
    const lesson::Site* site = site_of(desk, tab);
    const bool asks = site != nullptr && tab.sheet == Sheet::page && !site->cookies.empty() &&
                      memory_of(desk.web.now(), site->address).cookies.empty();
    if (!asks) {
        return;
    }
    targets.push_back(made("banner/text", Role::label, "banner", as_it_is(site->cookies), {}, no_gesture));
    targets.push_back(made("banner/refuse", Role::button, "banner", message("desk.browser.refuse")));
    targets.push_back(made("banner/accept", Role::button, "banner", message("desk.browser.accept")));
}

std::size_t count_of(std::string_view text, std::string_view words) {
    std::size_t count = 0;
    for (std::size_t at = text.find(words); at != std::string_view::npos; at = text.find(words, at + words.size())) {
        ++count;
    }
    return count;
}

/// What stands in an element, as goals ask for it: a choice's or radio's value, not its words.
std::string value_of(const BrowserTab& tab, const PageElement& element, const std::string& local) {
    const ElementState state = element_state(tab, local);
    switch (element.kind) {
    case ElementKind::tick:
        return state.is_on ? element.value : "";
    case ElementKind::choice:
        return state.option < element.options.size() ? element.options[state.option].value : "";
    case ElementKind::file:
        return state.file;
    default:
        break;
    }
    const TextField* text = text_of(tab, local);
    const std::string value = text == nullptr ? element.value : text->edit.text;
    return element.type == "date" ? date_of(value).value_or(value) : value;
}

void add_field_facts(const BrowserTab& tab, std::vector<Fact>& facts) {
    for (const PageElement& element : tab.page->elements) {
        const std::string local = "page/" + element.target;
        const bool has_value = element.kind != ElementKind::link && element.kind != ElementKind::button &&
                               element.kind != ElementKind::hidden && !element.name.empty();
        const bool is_silent = element.kind == ElementKind::radio && !element_state(tab, local).is_on;
        if (!has_value || is_silent) {
            continue;
        }
        const std::string form = element.form < 0 ? "" : tab.page->forms[static_cast<std::size_t>(element.form)].name;
        facts.push_back(
            {"form.field",
             {{"site", tab.host}, {"form", form}, {"name", element.name}, {"value", value_of(tab, element, local)}}});
    }
}

bool is_secure(const DeskState& desk, const BrowserTab& tab) {
    const lesson::Site* site = site_of(desk, tab);
    return site != nullptr && site->certificate == lesson::Certificate::good;
}

} // namespace

void list_targets(const Browser& browser, const View& view, std::vector<Target>& targets) {
    const BrowserTab& tab = shown(browser);
    list_tabs(browser, view.desk, targets);
    list_toolbar(tab, view.desk, targets);
    list_bookmarks(view.desk, targets);
    list_find(tab, targets);
    list_page(tab, view, targets);
    list_warning(tab, view.desk, targets);
    list_banner(tab, view.desk, targets);
    if (tab.loading) {
        targets.push_back(
            made("status/loading", Role::label, "status", message("desk.browser.loading"), {}, no_gesture));
    }
}

Words title(const Browser& browser, const View& /*view*/) {
    const BrowserTab& tab = shown(browser);
    return tab.sheet == Sheet::page && !tab.title.empty() ? as_it_is(tab.title) : message("desk.program.browser");
}

void add_facts(const Browser& browser, const View& view, std::vector<Fact>& facts) {
    facts.push_back({"browser.tabs", {{"count", static_cast<double>(browser.tabs.size())}}});
    for (std::size_t i = 0; i < browser.tabs.size(); ++i) {
        const BrowserTab& one = *browser.tabs[i];
        facts.push_back(
            {"browser.tab",
             {{"site", one.host}, {"file", one.file}, {"title", one.title}, {"shown", i == browser.shown}}});
    }
    const BrowserTab& tab = shown(browser);
    facts.push_back({"browser.page",
                     {{"address", tab.address},
                      {"site", tab.host},
                      {"file", tab.file},
                      {"title", tab.title},
                      {"secure", is_secure(view.desk, tab)},
                      {"found", tab.sheet == Sheet::page}}});
    facts.push_back({"browser.zoom", {{"percent", static_cast<double>(tab.zoom)}}});
    if (const FindHits hits = find_hits(tab); tab.finding && !hits.words.empty()) {
        facts.push_back({"browser.found", {{"words", hits.words}, {"count", static_cast<double>(hits.count)}}});
    }
    if (tab.page != nullptr && tab.sheet == Sheet::page) {
        add_field_facts(tab, facts);
    }
    if (tab.mail) {
        add_facts(*tab.mail, view, facts);
    }
}

const BrowserTab& shown(const Browser& browser) {
    static const BrowserTab none;
    return browser.shown < browser.tabs.size() ? *browser.tabs[browser.shown] : none;
}

std::optional<Notice> notice(const BrowserTab& tab) {
    const auto of = [&](const std::string& id, std::string picture) {
        return Notice{message(id + ".title", {{"site", tab.host}}),
                      message(id + ".text", {{"site", tab.host}, {"address", tab.address}}), std::move(picture)};
    };
    switch (tab.sheet) {
    case Sheet::not_found:
        return of(tab.host.empty() ? "desk.browser.not-found" : "desk.browser.no-page", "desk-search");
    case Sheet::broken:
        return of("desk.browser.broken", "file-text");
    case Sheet::certificate:
        return of("desk.browser.certificate", "icon-warning");
    case Sheet::risky:
        return of("desk.browser.risky", "icon-warning");
    case Sheet::blocked:
        return of("desk.browser.blocked", "icon-warning");
    default:
        return std::nullopt;
    }
}

FindHits find_hits(const BrowserTab& tab) {
    FindHits hits;
    hits.words = tab.finding ? std::string(base::trim(tab.find.edit.text)) : std::string();
    if (tab.page == nullptr || hits.words.empty()) {
        return hits;
    }
    hits.count = count_of(base::lower(tab.page->text), base::lower(hits.words));
    hits.current = hits.count == 0 ? 0 : tab.hit % hits.count;
    return hits;
}

const lesson::Site* site_of(const DeskState& desk, const BrowserTab& tab) {
    return tab.site.empty() ? nullptr : find_site(sites_of(desk), tab.site);
}

ElementState element_state(const BrowserTab& tab, std::string_view local) {
    const auto found = tab.form->elements.find(local);
    return found == tab.form->elements.end() ? ElementState{} : found->second;
}

const TextField* text_of(const BrowserTab& tab, std::string_view local) {
    const auto found = tab.form->fields.find(local);
    return found == tab.form->fields.end() ? nullptr : &found->second;
}

} // namespace world
