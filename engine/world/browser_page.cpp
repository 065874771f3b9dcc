// Pages that are shown: what is put into their forms, their links, downloads, and sending.
#include "base/text.h"
#include "world/browser_parts.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

namespace world::browsing {

namespace {

constexpr std::array<StandardPlace, 4> upload_places{StandardPlace::documents, StandardPlace::downloads,
                                                     StandardPlace::pictures, StandardPlace::desktop};
constexpr std::size_t most_uploads = 12;

bool is_written(const PageElement& element) {
    return element.kind == ElementKind::field || element.kind == ElementKind::area;
}

ElementState& state_of(BrowserTab& tab, std::string_view local) {
    FormState& form = tab.form.write();
    form.faults.erase(std::string(local));
    return form.elements[std::string(local)];
}

void choose_radio(BrowserTab& tab, const Found& found, std::string_view local) {
    for (const PageElement& other : found.page->elements) {
        if (other.kind == ElementKind::radio && other.form == found.element->form &&
            other.name == found.element->name) {
            state_of(tab, found.prefix + other.target).is_on = false;
        }
    }
    state_of(tab, local).is_on = true;
}

void refuse(BrowserTab& tab, Context& context, const Found& found, const std::string& form,
            const std::vector<FormFault>& faults) {
    FormState& state = tab.form.write();
    for (const FormFault& fault : faults) {
        if (!fault.target.empty()) {
            const std::string local = found.prefix + fault.target;
            const TextField* text = text_of(tab, local);
            state.faults.insert_or_assign(local,
                                          FieldFault{fault.words, text == nullptr ? std::string() : text->edit.text});
        }
        context.tell({"form.refused", {{"site", tab.host}, {"form", form}, {"field", fault.field}}});
    }
    if (!faults.front().target.empty()) {
        context.requests.emplace_back(SetFocus{found.prefix + faults.front().target});
    }
}

Dialog word(std::string kind, std::string picture, std::vector<base::Argument> arguments = {}) {
    Dialog dialog;
    const std::string id = "desk.browser." + kind;
    dialog.kind = std::move(kind);
    dialog.title = message(id + ".title", arguments);
    dialog.text = message(id + ".text", std::move(arguments));
    dialog.picture = std::move(picture);
    dialog.buttons = {{"close", message("desk.browser.close"), {}, true, {}}};
    return dialog;
}

void fall(Context& context, const std::string& host, const std::string& what) {
    context.tell({"safety.fell", {{"for", what}}});
    if (context.desk.setup->safety >= 3) {
        context.requests.emplace_back(ShowDialog{word("fell", "icon-warning", {{"site", host}})});
    }
}

/// The words that a search engine's form asks for: its field `q`, or else its first text.
std::string words_asked(const PageRow& values) {
    const auto asked = values.find("q");
    const std::string words = asked != values.end() ? asked->second : values.empty() ? "" : values.begin()->second;
    return std::string(base::trim(words));
}

/// The page that follows: what the site's rule says, or the form's own `action`, or the same page.
std::string address_after(const DeskState& desk, const BrowserTab& tab, const lesson::Site& site,
                          const std::string& next, const std::string& action) {
    if (!next.empty()) {
        return address_of(site, next);
    }
    const lesson::SitePage* page = find_page(site, tab.file);
    return action.empty() || page == nullptr ? tab.address : follow(sites_of(desk), site, *page, action).address;
}

void accept(BrowserTab& tab, Context& context, const Found& found, const PageRow& values) {
    const PageForm form = found.page->forms[static_cast<std::size_t>(found.element->form)];
    const lesson::Site* site = site_of(context.desk, tab);
    if (site == nullptr) {
        return;
    }
    if (site->program == "search") {
        const std::string words = words_asked(values);
        if (!words.empty()) {
            go(tab, search_address(sites_of(context.desk), words), "search", context.at);
        }
        return;
    }
    const lesson::SitePage* page = find_page(*site, tab.file);
    const bool is_risky = page != nullptr && page->risky;
    Web web = context.desk.web.now();
    const FormOutcome outcome = send(memory_of(web, site->address), *site, form.name, values);
    context.desk.web.amend(std::move(web));
    context.tell({"form.submitted", {{"site", site->address}, {"form", form.name}, {"values", all_values(values)}}});
    if (is_risky) {
        fall(context, site->address, site->address);
    }
    if (!outcome.download.empty()) {
        download(tab, context, outcome.download, false);
    }
    if (found.prefix == "popup/") {
        close_popup(tab, context);
    }
    go(tab, address_after(context.desk, tab, *site, outcome.next, form.action), "form", context.at);
}

void reset(BrowserTab& tab, const Found& found) {
    FormState first;
    fill_in(first, *found.page, found.prefix);
    FormState& form = tab.form.write();
    for (const PageElement& element : found.page->elements) {
        const std::string local = found.prefix + element.target;
        form.faults.erase(local);
        if (const auto text = first.fields.find(local);
            element.form == found.element->form && text != first.fields.end()) {
            form.fields[local] = text->second;
        }
        if (const auto state = first.elements.find(local);
            element.form == found.element->form && state != first.elements.end()) {
            form.elements[local] = state->second;
        }
    }
}

/// The files that a form can be given, from the folders where people keep such things.
std::vector<const Node*> uploads(const Disk& disk) {
    std::vector<const Node*> files;
    for (const StandardPlace place : upload_places) {
        for (const int id : children(disk, folder_at(disk, place))) {
            const Node* node = find_node(disk, id);
            if (node != nullptr && node->kind != FileKind::folder && files.size() < most_uploads) {
                files.push_back(node);
            }
        }
    }
    return files;
}

const lesson::SiteDownload* find_download(const lesson::Site& site, std::string_view name) {
    const auto found = std::ranges::find(site.downloads, name, &lesson::SiteDownload::file);
    return found == site.downloads.end() ? nullptr : &*found;
}

void put_into_downloads(Context& context, const lesson::Site& site, const lesson::SiteDownload& file) {
    Disk disk = context.desk.disk.now();
    Node node;
    node.name = file.file;
    node.kind = kind_of(file.file);
    node.text = file.text;
    node.picture = file.picture;
    node.risky = file.risky;
    node.changed = context.desk.clock + context.at / 60'000;
    node.size = static_cast<std::int64_t>(40'000 + file.text.size() * 16);
    const int id = add(disk, folder_at(disk, StandardPlace::downloads), std::move(node));
    const Node* added = find_node(disk, id);
    const std::string name = added == nullptr ? file.file : added->name;
    context.desk.disk.change(std::move(disk));
    Web web = context.desk.web.now();
    web.downloads.push_back({name, id});
    context.desk.web.amend(std::move(web));
    context.tell({"browser.downloaded", {{"name", name}, {"site", site.address}}});
}

} // namespace

Found find_in_tab(const BrowserTab& tab, std::string_view local) {
    for (const auto& [prefix, page] : {std::pair("page/", &tab.page), std::pair("popup/", &tab.popup)}) {
        const std::string_view name = behind(local, prefix);
        if (*page != nullptr && !name.empty()) {
            return {page->get(), find_element(**page, name), prefix};
        }
    }
    return {};
}

std::vector<Filled> filled_of(const BrowserTab& tab, const Found& found) {
    std::vector<Filled> all;
    for (const PageElement& element : found.page->elements) {
        const std::string local = found.prefix + element.target;
        const TextField* text = text_of(tab, local);
        const ElementState state = element_state(tab, local);
        Filled filled{element.value, state.is_on};
        if (text != nullptr) {
            filled.value = text->edit.text;
        } else if (element.kind == ElementKind::choice) {
            filled.value = state.option < element.options.size() ? element.options[state.option].value : "";
        } else if (element.kind == ElementKind::file) {
            filled.value = state.file;
        }
        filled.is_on = filled.is_on || &element == found.element;
        all.push_back(std::move(filled));
    }
    return all;
}

std::string all_values(const PageRow& values) {
    std::string all;
    for (const auto& [name, value] : values) {
        all += (all.empty() ? "" : "; ") + name + " = " + value;
    }
    return all;
}

void fill_in(FormState& form, const Page& page, std::string_view prefix) {
    for (const PageElement& element : page.elements) {
        const std::string local = std::string(prefix) + element.target;
        if (is_written(element)) {
            TextField text = field_of(element.value, element.kind == ElementKind::area);
            text.is_secret = element.type == "password";
            form.fields.emplace(local, std::move(text));
        } else if (element.kind == ElementKind::tick || element.kind == ElementKind::radio ||
                   element.kind == ElementKind::choice || element.kind == ElementKind::file) {
            form.elements.emplace(local, ElementState{element.chosen, element.option, {}});
        }
    }
}

std::vector<MenuItem> options_of(const DeskState& desk, const BrowserTab& /*tab*/, const Found& found) {
    std::vector<MenuItem> items;
    if (found.element->kind == ElementKind::choice) {
        for (const PageOption& option : found.element->options) {
            items.push_back({"choose/" + (option.words.empty() ? option.value : option.words),
                             as_it_is(option.words.empty() ? "–" : option.words),
                             {},
                             true,
                             {}});
        }
        return items;
    }
    for (const Node* file : uploads(desk.disk.now())) {
        items.push_back({"send/" + file->name, as_it_is(file->name), icon_of(*file), true, {}});
    }
    if (items.empty()) {
        items.push_back({"none", message("desk.browser.no-files"), {}, false, {}});
    }
    return items;
}

void choose_option(BrowserTab& tab, Context& context, std::string_view local, std::string_view command) {
    const Found found = find_in_tab(tab, local);
    if (found.element == nullptr) {
        return;
    }
    const std::vector<MenuItem> items = options_of(context.desk, tab, found);
    const auto item = std::ranges::find(items, command, &MenuItem::command);
    if (item == items.end()) {
        return;
    }
    const auto number = static_cast<std::size_t>(item - items.begin());
    if (found.element->kind == ElementKind::choice) {
        state_of(tab, local).option = number;
    } else if (const auto files = uploads(context.desk.disk.now()); number < files.size()) {
        state_of(tab, local).file = files[number]->name;
    }
}

void step_choice(BrowserTab& tab, std::string_view local, int direction) {
    const Found found = find_in_tab(tab, local);
    if (found.element == nullptr || found.element->options.empty()) {
        return;
    }
    const auto last = static_cast<std::ptrdiff_t>(found.element->options.size()) - 1;
    ElementState& state = state_of(tab, local);
    const auto next = static_cast<std::ptrdiff_t>(state.option) + direction;
    state.option = static_cast<std::size_t>(std::clamp<std::ptrdiff_t>(next, 0, last));
}

void touch_element(Browser& browser, Context& context, const Touch& touch) {
    BrowserTab& tab = front(browser, context.desk, context.at);
    const Found found = find_in_tab(tab, touch.target);
    if (found.element == nullptr || !found.element->enabled || touch.gesture == right_clickable) {
        return;
    }
    switch (found.element->kind) {
    case ElementKind::link:
        follow_link(browser, context, touch.target, touch.control);
        break;
    case ElementKind::tick: {
        ElementState& state = state_of(tab, touch.target);
        state.is_on = !state.is_on;
        break;
    }
    case ElementKind::radio:
        choose_radio(tab, found, touch.target);
        break;
    case ElementKind::choice:
    case ElementKind::file:
        context.requests.emplace_back(ShowMenu{touch.target, options_of(context.desk, tab, found)});
        break;
    case ElementKind::button:
        if (found.element->type == "reset") {
            reset(tab, found);
        } else if (found.element->type == "submit") {
            submit(browser, context, touch.target);
        }
        break;
    default:
        break;
    }
}

void submit(Browser& browser, Context& context, std::string_view local) {
    BrowserTab& tab = front(browser, context.desk, context.at);
    const Found found = find_in_tab(tab, local);
    if (found.element == nullptr || found.element->form < 0 || tab.loading) {
        return;
    }
    const int number = found.element->form;
    const PageForm& form = found.page->forms[static_cast<std::size_t>(number)];
    tab.form.write().faults.clear();
    const std::vector<Filled> filled = filled_of(tab, found);
    if (form.checks) {
        if (std::optional<FormFault> fault = first_fault(*found.page, number, filled)) {
            refuse(tab, context, found, form.name, {std::move(*fault)});
            return;
        }
    }
    const PageRow values = values_of(*found.page, number, filled);
    if (const lesson::Site* site = site_of(context.desk, tab)) {
        const auto known = std::ranges::find(site->forms, form.name, &lesson::SiteForm::name);
        if (known != site->forms.end()) {
            if (const std::vector<FormFault> faults = site_faults(*known, *found.page, number, values);
                !faults.empty()) {
                refuse(tab, context, found, form.name, faults);
                return;
            }
        }
    }
    accept(tab, context, found, values);
}

std::string link_address(const DeskState& desk, const BrowserTab& tab, std::string_view local) {
    const Found found = find_in_tab(tab, local);
    if (found.element == nullptr || found.element->kind != ElementKind::link) {
        return {};
    }
    const std::string& href = found.element->href;
    const lesson::Site* site = site_of(desk, tab);
    const lesson::SitePage* page = site == nullptr ? nullptr : find_page(*site, tab.file);
    const std::string small = base::lower(href);
    for (const std::string_view scheme : {"mailto:", "tel:", "javascript:", "data:"}) {
        if (small.starts_with(scheme)) {
            return {};
        }
    }
    return page == nullptr ? resolve(sites_of(desk), href).address : follow(sites_of(desk), *site, *page, href).address;
}

void follow_link(Browser& browser, Context& context, std::string_view local, bool in_new_tab) {
    BrowserTab& tab = front(browser, context.desk, context.at);
    const Found found = find_in_tab(tab, local);
    if (found.element == nullptr || found.element->kind != ElementKind::link) {
        return;
    }
    const std::string href = found.element->href;
    if (base::lower(href).starts_with("mailto:")) {
        const std::string to = href.substr(std::string_view("mailto:").size());
        context.requests.emplace_back(WriteMail{to.substr(0, to.find('?')), {}});
        return;
    }
    const lesson::Site* site = site_of(context.desk, tab);
    if (site != nullptr && (found.element->downloads || find_download(*site, href) != nullptr)) {
        download(tab, context, href, false);
        return;
    }
    if (href.starts_with('#')) {
        tab.anchor = href.substr(1);
        return;
    }
    const std::string address = link_address(context.desk, tab, local);
    if (address.empty()) {
        return;
    }
    if (found.element->is_advert) {
        const lesson::Site* advertised = resolve(sites_of(context.desk), address).site;
        context.tell({"browser.advert", {{"site", advertised == nullptr ? std::string() : advertised->address}}});
    }
    const std::size_t anchor = href.find('#');
    if (in_new_tab || found.element->in_new_tab) {
        // A link that asks for a new tab shows it; one that was opened aside waits behind.
        go_in_new_tab(browser, address, "link", context.at, !in_new_tab);
        return;
    }
    tab.anchor = anchor == std::string::npos ? "" : href.substr(anchor + 1);
    go(tab, address, "link", context.at);
}

void put_file(BrowserTab& tab, Context& context, std::string_view local, int file) {
    const Found found = find_in_tab(tab, local);
    const Node* node = find_node(context.desk.disk.now(), file);
    if (found.element != nullptr && found.element->kind == ElementKind::file && node != nullptr &&
        node->kind != FileKind::folder) {
        state_of(tab, local).file = node->name;
    }
}

void download(BrowserTab& tab, Context& context, std::string_view name, bool warned) {
    const lesson::Site* site = site_of(context.desk, tab);
    const lesson::SiteDownload* file = site == nullptr ? nullptr : find_download(*site, name);
    if (file == nullptr) {
        if (site != nullptr) {
            go(tab, address_of(*site, name), "link", context.at);
        }
        return;
    }
    const int safety = context.desk.setup->safety;
    if (file->risky && safety <= 1) {
        context.requests.emplace_back(ShowDialog{word("blocked-file", "icon-warning", {{"name", file->file}})});
        return;
    }
    if (file->risky && safety == 2 && !warned) {
        Dialog dialog = word("risky-file", "icon-warning", {{"name", file->file}});
        dialog.about = file->file;
        dialog.buttons = {{"cancel", message("desk.browser.cancel"), {}, true, {}},
                          {"keep", message("desk.browser.keep"), {}, true, {}}};
        context.requests.emplace_back(ShowDialog{std::move(dialog)});
        return;
    }
    put_into_downloads(context, *site, *file);
    if (file->risky) {
        fall(context, site->address, file->file);
    }
}

} // namespace world::browsing
