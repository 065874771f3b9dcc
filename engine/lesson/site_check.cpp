// What has to fit together in a practice web site.
#include "lesson/site_check.h"

#include "base/text.h"
#include "lesson/fault.h"

#include <algorithm>
#include <iterator>
#include <set>

namespace lesson {

namespace {

using Names = std::vector<std::string_view>;

/// The place of a key's value, or of the table where the key is not there.
base::Place place_of(const Value& table, std::string_view key) {
    const Value* value = find(table_of(table), key);
    return value == nullptr ? table.place : value->place;
}

/// Whether a link leads somewhere else than to a file of its site: to another site, a mail, a place of the same page,
/// or where only the page that is shown can tell.
bool leads_elsewhere(std::string_view target) {
    const std::size_t colon = target.find(':');
    const bool has_scheme = colon != std::string_view::npos && target.find_first_of("/?#") > colon;
    return target.empty() || target.front() == '#' || target.front() == '?' || target == "/" || has_scheme ||
           target.starts_with("//") || target.find("{{") != std::string_view::npos;
}

/// The file that a link leads to, without what follows it in the address.
std::string_view file_of(std::string_view target) {
    target = target.substr(0, target.find_first_of("?#"));
    return target.starts_with("/") ? target.substr(1) : target;
}

/// The file of the own site that a whole address leads to.
std::string_view without_own_address(std::string_view target, std::string_view address) {
    for (const std::string_view scheme : {"https://", "http://"}) {
        if (target.starts_with(scheme) && target.substr(scheme.size()).starts_with(address)) {
            const std::string_view rest = target.substr(scheme.size() + address.size());
            if (rest.empty() || rest.front() == '/') {
                return rest;
            }
        }
    }
    return target;
}

bool is_host(std::string_view address) {
    const auto fits = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '.'; };
    return address.find('.') != std::string_view::npos && std::ranges::all_of(address, fits) &&
           !address.starts_with('.') && !address.ends_with('.');
}

/// Checks one site.
class SiteExamination {
public:
    SiteExamination(const Site& site, const std::vector<PageParts>& parts, const Value& file, base::Faults& faults)
        : site_(site), parts_(parts), file_(file), faults_(faults) {
        std::ranges::transform(site.pages, std::back_inserter(pages_), &SitePage::file);
        std::ranges::transform(site.downloads, std::back_inserter(downloads_), &SiteDownload::file);
        std::ranges::transform(site.styles, std::back_inserter(styles_),
                               [](const auto& style) { return std::string_view(style.first); });
        std::ranges::transform(site.pictures, std::back_inserter(pictures_),
                               [](const auto& picture) { return std::string_view(picture.first); });
    }

    void check_all() {
        check_names();
        check_pages();
        for (const PageParts& parts : parts_) {
            for (const PageReference& reference : parts.references) {
                check_reference(reference);
            }
            for (const PageForm& form : parts.forms) {
                check_page_form(form);
            }
        }
        check_forms();
        check_downloads();
    }

private:
    void require_one(const Names& known, const UnknownWord& ids, const base::Place& place, std::string_view word) {
        if (std::ranges::find(known, word) == known.end()) {
            add_unknown(faults_, ids, place, word, known);
        }
    }

    void require_page(const Value& table, std::string_view key) {
        const Value* value = find(table_of(table), key);
        const auto* name = value == nullptr ? nullptr : std::get_if<std::string>(&value->data);
        if (name != nullptr) {
            require_one(pages_, {"site.misspelt-page", "site.unknown-page"}, value->place, *name);
        }
    }

    void check_names() {
        const std::string folder = std::filesystem::path(file_.place.file).parent_path().filename().string();
        if (!site_.id.empty() && site_.id != folder) {
            add_fault(faults_, "site.wrong-id", place_of(file_, "id"), {{"id", site_.id}, {"wanted", folder}});
        }
        if (!site_.address.empty() && !is_host(site_.address)) {
            add_fault(faults_, "site.bad-address", place_of(file_, "address"), {{"address", site_.address}});
        }
        require_one(pages_, {"site.misspelt-page", "site.unknown-page"}, place_of(file_, "home"), site_.home);
    }

    void check_pages() {
        std::set<std::string> seen;
        for (const Value& page : items_of(table_of(file_), "page")) {
            require_page(page, "file");
            require_page(page, "popup");
            require_page(page, "otherwise");
            const std::string name = text_or(table_of(page), "file", "");
            if (!name.empty() && !seen.insert(name).second) {
                add_fault(faults_, "site.page-twice", place_of(page, "file"), {{"file", name}});
            }
            const bool needs = find(table_of(page), "needs") != nullptr;
            if (needs != (find(table_of(page), "otherwise") != nullptr)) {
                add_fault(faults_, "site.half-need", page.place, {{"file", name}});
            }
        }
    }

    void check_reference(const PageReference& reference) {
        const std::string_view target = without_own_address(reference.target, site_.address);
        if (leads_elsewhere(target)) {
            return;
        }
        const std::string_view name = file_of(target);
        switch (reference.kind) {
        case PageReference::Kind::link:
            if (std::ranges::find(downloads_, name) == downloads_.end()) {
                require_one(pages_, {"site.misspelt-link", "site.unknown-link"}, reference.place, name);
            }
            break;
        case PageReference::Kind::picture:
            require_one(pictures_, {"site.misspelt-picture", "site.unknown-picture"}, reference.place, name);
            break;
        case PageReference::Kind::style:
            require_one(styles_, {"site.misspelt-style", "site.unknown-style"}, reference.place, name);
            break;
        }
    }

    /// The search engine and the webmail know what to do with forms of their own.
    void check_page_form(const PageForm& form) {
        if (!site_.program.empty()) {
            return;
        }
        if (form.name.empty()) {
            add_fault(faults_, "site.form-without-name", form.place);
        } else if (std::ranges::find(site_.forms, form.name, &SiteForm::name) == site_.forms.end()) {
            Names known;
            std::ranges::transform(site_.forms, std::back_inserter(known), &SiteForm::name);
            if (known.empty()) {
                add_fault(faults_, "site.form-without-entry", form.place, {{"name", form.name}});
            } else {
                add_unknown(faults_, {"site.misspelt-form", "site.unknown-form"}, form.place, form.name, known);
            }
        }
    }

    /// The fields of all forms of that name; whether there is one at all.
    std::pair<bool, Names> fields_of(const std::string& form) const {
        std::pair<bool, Names> found{false, {}};
        for (const PageParts& parts : parts_) {
            for (const PageForm& page_form : parts.forms) {
                if (page_form.name == form) {
                    found.first = true;
                    found.second.insert(found.second.end(), page_form.fields.begin(), page_form.fields.end());
                }
            }
        }
        return found;
    }

    void check_forms() {
        std::set<std::string> seen;
        for (const Value& form : items_of(table_of(file_), "form")) {
            const std::string name = text_or(table_of(form), "name", "");
            if (name.empty()) {
                continue;
            }
            if (!seen.insert(name).second) {
                add_fault(faults_, "site.form-twice", place_of(form, "name"), {{"name", name}});
            }
            const auto [is_there, fields] = fields_of(name);
            if (!is_there) {
                add_fault(faults_, "site.form-nowhere", place_of(form, "name"), {{"name", name}});
            } else {
                check_fields(form, fields);
            }
            for (const Value& rule : items_of(table_of(form), "rule")) {
                check_rule(rule);
            }
        }
    }

    void check_fields(const Value& form, const Names& fields) {
        const UnknownWord ids{"site.misspelt-field", "site.unknown-field"};
        for (const Value& check : items_of(table_of(form), "check")) {
            if (const std::string field = text_or(table_of(check), "field", ""); !field.empty()) {
                require_one(fields, ids, place_of(check, "field"), field);
            }
        }
        for (const Value& rule : items_of(table_of(form), "rule")) {
            if (const Value* when = find(table_of(rule), "when")) {
                for (const Entry& entry : table_of(*when)) {
                    require_one(fields, ids, entry.place, entry.key);
                }
            }
        }
    }

    void check_rule(const Value& rule) {
        require_page(rule, "next");
        const std::string download = text_or(table_of(rule), "download", "");
        if (!download.empty()) {
            require_one(downloads_, {"site.misspelt-download", "site.unknown-download"}, place_of(rule, "download"),
                        download);
        }
    }

    void check_downloads() {
        std::set<std::string> seen;
        for (const SiteDownload& download : site_.downloads) {
            if (!download.file.empty() && !seen.insert(download.file).second) {
                add_fault(faults_, "site.download-twice", download.place, {{"file", download.file}});
            }
        }
    }

    const Site& site_;
    const std::vector<PageParts>& parts_;
    const Value& file_;
    base::Faults& faults_;
    Names pages_;
    Names downloads_;
    Names styles_;
    Names pictures_;
};

} // namespace

void check_site(const Site& site, const std::vector<PageParts>& parts, const Value& file, base::Faults& faults) {
    SiteExamination(site, parts, file, faults).check_all();
}

bool has_own_address(const Site& site, const std::vector<Site>& others, base::Faults& faults) {
    const auto other = std::ranges::find(others, site.address, &Site::address);
    if (other != others.end()) {
        add_fault(faults, "site.address-twice", site.place, {{"address", site.address}, {"first", other->place.file}});
    }
    return other == others.end();
}

} // namespace lesson
