// Going from page to page: loading, showing, back and forward, what stands in a page's way.
#include "world/browser_parts.h"

#include <algorithm>
#include <utility>

namespace world::browsing {

namespace {

constexpr std::size_t most_past = 50;
constexpr std::size_t most_tabs = 12;

/// The history as a page: only addresses and titles, so that it needs no words of its own.
constexpr std::string_view history_html =
    R"(<ul><li data-each="visits"><a href="{{address}}">{{title}}</a> <span>{{address}}</span></li></ul>)";

PageData history_data(const Web& web) {
    PageData data;
    std::vector<PageRow>& rows = data.lists["visits"];
    for (auto visit = web.history->rbegin(); visit != web.history->rend(); ++visit) {
        rows.push_back({{"address", visit->address}, {"title", visit->title}});
    }
    return data;
}

bool has_closed(const SiteMemory& memory, const std::string& popup) {
    return std::ranges::find(memory.closed_popups, popup) != memory.closed_popups.end();
}

/// What lies between the visitor and a page.
Sheet sheet_for(const DeskState& desk, const Destination& where) {
    const SiteMemory& memory = memory_of(desk.web.now(), where.site->address);
    if (where.site->certificate == lesson::Certificate::wrong && !memory.certificate_accepted) {
        return Sheet::certificate;
    }
    const bool is_accepted = std::ranges::find(memory.accepted_risks, where.page->file) != memory.accepted_risks.end();
    if (where.page->risky && desk.setup->safety <= 2 && !is_accepted) {
        return desk.setup->safety <= 1 ? Sheet::blocked : Sheet::risky;
    }
    return Sheet::page;
}

void show_popup(BrowserTab& tab, const DeskState& desk, const Destination& where, const PageData& data) {
    const lesson::SitePage* popup = find_page(*where.site, where.page->popup);
    if (popup == nullptr || has_closed(memory_of(desk.web.now(), where.site->address), popup->file)) {
        return;
    }
    tab.popup = make_page(popup->html, data, where.site->styles, popup->file);
    tab.popup_file = popup->file;
    fill_in(tab.form.write(), *tab.popup, "popup/");
}

void show_page(BrowserTab& tab, const DeskState& desk, const Destination& where) {
    const PageData data = page_data(sites_of(desk), desk.web.now(), where);
    tab.page = make_page(where.page->html, data, where.site->styles, where.page->file);
    if (!tab.page->faults.empty()) {
        tab.sheet = Sheet::broken;
        tab.page.reset();
        return;
    }
    tab.title = tab.page->title.empty() ? where.site->name : tab.page->title;
    fill_in(tab.form.write(), *tab.page, "page/");
    if (!where.page->popup.empty()) {
        show_popup(tab, desk, where, data);
    }
    if (shows_mail(*where.site, *where.page)) {
        tab.mail = Mail{};
        tab.mail->webmail = true;
    }
}

/// Whatever was shown gives way to what an address leads to.
void show(BrowserTab& tab, const DeskState& desk, const Destination& where) {
    tab.page.reset();
    tab.popup.reset();
    tab.popup_file.clear();
    tab.form = Kept<FormState>();
    tab.mail.reset();
    tab.title.clear();
    tab.hit = 0;
    tab.address = where.address;
    tab.site = where.site == nullptr ? "" : where.site->id;
    tab.host = where.site == nullptr ? "" : where.site->address;
    tab.file = where.page == nullptr ? "" : where.page->file;
    switch (where.kind) {
    case Destination::Kind::blank:
        tab.sheet = Sheet::blank;
        break;
    case Destination::Kind::not_found:
        tab.sheet = Sheet::not_found;
        break;
    case Destination::Kind::history:
        tab.sheet = Sheet::history;
        tab.page = make_page(history_html, history_data(desk.web.now()));
        break;
    case Destination::Kind::page:
        tab.sheet = sheet_for(desk, where);
        if (tab.sheet == Sheet::page) {
            show_page(tab, desk, where);
        }
        break;
    }
}

Destination destination(const DeskState& desk, std::string_view address) {
    return admitted(desk.web.now(), resolve(sites_of(desk), address));
}

/// What stands in the forms of the page that is left is kept for whoever comes back.
PastPage past_of(const BrowserTab& tab) {
    return {tab.address, tab.form};
}

void push(std::vector<PastPage>& pages, PastPage page) {
    pages.push_back(std::move(page));
    if (pages.size() > most_past) {
        pages.erase(pages.begin());
    }
}

void restore(BrowserTab& tab, const PastPage& past) {
    if (tab.address != past.address) {
        return;
    }
    FormState& form = tab.form.write();
    for (auto& [name, text] : form.fields) {
        if (const auto old = past.form->fields.find(name); old != past.form->fields.end() && !text.is_secret) {
            text = old->second;
        }
    }
    for (auto& [name, state] : form.elements) {
        if (const auto old = past.form->elements.find(name); old != past.form->elements.end()) {
            state = old->second;
        }
    }
}

/// Moves the present page to the right pile; gives the page that is come back to.
std::optional<PastPage> change_piles(BrowserTab& tab, const Loading& loading) {
    const bool goes_back = loading.by == "back" && !tab.back.empty();
    const bool goes_forward = loading.by == "forward" && !tab.forward.empty();
    if (goes_back || goes_forward) {
        std::vector<PastPage>& from = goes_back ? tab.back : tab.forward;
        PastPage past = std::move(from.back());
        from.pop_back();
        push(goes_back ? tab.forward : tab.back, past_of(tab));
        return past;
    }
    if (!tab.address.empty() && loading.by != "reload" && tab.address != loading.address) {
        push(tab.back, past_of(tab));
        tab.forward.clear();
    }
    return std::nullopt;
}

void tell_of_leaving(const BrowserTab& tab, Context& context, std::string_view by) {
    if (by == "form" || by == "search" || by == "reload") {
        return;
    }
    if (const std::string form = begun_form(tab); !form.empty()) {
        context.tell({"browser.left", {{"site", tab.host}, {"form", form}}});
    }
}

void tell_of_arriving(const BrowserTab& tab, Context& context, const std::string& by) {
    switch (tab.sheet) {
    case Sheet::page:
        context.tell(
            {"browser.visited", {{"address", tab.address}, {"site", tab.host}, {"file", tab.file}, {"by", by}}});
        break;
    case Sheet::not_found:
        context.tell({"browser.not_found", {{"address", tab.address}}});
        break;
    case Sheet::certificate:
    case Sheet::risky:
    case Sheet::blocked:
        context.tell({"browser.warned", {{"site", tab.host}}});
        break;
    default:
        break;
    }
}

void tell_of_search(const DeskState& desk, Context& context, const Destination& where) {
    if (where.words.empty() || where.site == nullptr) {
        return;
    }
    const auto count = static_cast<double>(search(sites_of(desk), where.words).size());
    context.tell({"browser.searched", {{"words", where.words}, {"count", count}}});
}

} // namespace

bool shows_mail(const lesson::Site& site, const lesson::SitePage& page) {
    if (site.program != "mail") {
        return false;
    }
    const auto is_marked = [](const lesson::SitePage& one) { return one.html.find("data-mail") != std::string::npos; };
    const auto is_guarded = [](const lesson::SitePage& one) { return !one.needs.empty(); };
    if (std::ranges::any_of(site.pages, is_marked)) {
        return is_marked(page);
    }
    return std::ranges::any_of(site.pages, is_guarded) ? is_guarded(page) : page.file == site.home;
}

std::string begun_form(const BrowserTab& tab) {
    if (tab.sheet != Sheet::page || tab.page == nullptr) {
        return {};
    }
    FormState first;
    fill_in(first, *tab.page, "page/");
    for (const PageElement& element : tab.page->elements) {
        const std::string name = "page/" + element.target;
        const TextField* text = text_of(tab, name);
        const auto old = first.fields.find(name);
        const bool is_written =
            text != nullptr && old != first.fields.end() && text->edit.text != old->second.edit.text;
        const auto old_state = first.elements.find(name);
        const bool is_set = old_state != first.elements.end() && element_state(tab, name) != old_state->second;
        if (element.form >= 0 && (is_written || is_set)) {
            return tab.page->forms[static_cast<std::size_t>(element.form)].name;
        }
    }
    return {};
}

void go(BrowserTab& tab, std::string_view address, std::string_view by, std::int64_t at) {
    tab.loading = Loading{std::string(address), std::string(by), at + loading_time, tab.address_field.edit.text};
}

void go_in_new_tab(Browser& browser, std::string_view address, std::string_view by, std::int64_t at, bool in_front) {
    if (browser.tabs.size() >= most_tabs) {
        return;
    }
    BrowserTab tab;
    tab.address_field = field_of("");
    if (!address.empty()) {
        go(tab, address, by, at);
    }
    browser.tabs.emplace_back(std::move(tab));
    if (in_front) {
        browser.shown = browser.tabs.size() - 1;
    }
}

void show_at_once(BrowserTab& tab, DeskState& desk, std::string_view address) {
    // What is being written while a page comes stays.
    const bool keeps_field = tab.loading && tab.loading->written != tab.address_field.edit.text;
    tab.loading.reset();
    show(tab, desk, destination(desk, address));
    if (!keeps_field) {
        tab.address_field = field_of(tab.address);
    }
    if (tab.sheet == Sheet::page) {
        Web web = desk.web.now();
        remember_visit(web, tab.address, tab.title);
        desk.web.amend(std::move(web));
    }
}

void arrive(BrowserTab& tab, Context& context) {
    if (!tab.loading) {
        return;
    }
    const Loading loading = *tab.loading;
    tell_of_leaving(tab, context, loading.by);
    const std::optional<PastPage> past = change_piles(tab, loading);
    show_at_once(tab, context.desk, loading.address);
    if (local_focus(context.view()) == "field/address" && tab.address_field.edit.text == tab.address) {
        select_all(tab.address_field.edit); // whoever writes there now writes a new one
    }
    if (past) {
        restore(tab, *past);
    }
    tell_of_arriving(tab, context, loading.by);
    if (loading.by == "address" || loading.by == "search") {
        tell_of_search(context.desk, context, destination(context.desk, loading.address));
    }
}

void go_back(BrowserTab& tab, std::int64_t at) {
    if (!tab.back.empty()) {
        go(tab, tab.back.back().address, "back", at);
    }
}

void go_forward(BrowserTab& tab, std::int64_t at) {
    if (!tab.forward.empty()) {
        go(tab, tab.forward.back().address, "forward", at);
    }
}

void close_popup(BrowserTab& tab, Context& context) {
    if (tab.popup == nullptr) {
        return;
    }
    Web web = context.desk.web.now();
    memory_of(web, tab.host).closed_popups.push_back(tab.popup_file);
    context.desk.web.amend(std::move(web));
    tab.popup.reset();
    tab.popup_file.clear();
    context.tell({"browser.popup_closed", {{"site", tab.host}}});
}

void go_on_despite(BrowserTab& tab, Context& context) {
    const bool is_certificate = tab.sheet == Sheet::certificate && context.desk.setup->safety >= 2;
    if (!is_certificate && tab.sheet != Sheet::risky) {
        return;
    }
    Web web = context.desk.web.now();
    SiteMemory& memory = memory_of(web, tab.host);
    if (is_certificate) {
        memory.certificate_accepted = true;
    } else {
        memory.accepted_risks.push_back(tab.file);
    }
    context.desk.web.amend(std::move(web));
    const std::string address = tab.address;
    show_at_once(tab, context.desk, address);
    tell_of_arriving(tab, context, "link");
}

} // namespace world::browsing
