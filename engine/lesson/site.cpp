// Reads practice web sites: a folder's files, and what its data file says about them.
#include "lesson/site.h"

#include "base/file.h"
#include "base/text.h"
#include "lesson/fault.h"
#include "lesson/goal_reader.h"
#include "lesson/html.h"
#include "lesson/site_check.h"

#include <algorithm>
#include <array>
#include <optional>
#include <system_error>
#include <utility>

namespace lesson {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view data_file = "site.toml";
constexpr std::size_t most_page_bytes = 131'072;
constexpr std::size_t most_pages = 60;

constexpr std::array<std::string_view, 3> certificates{"good", "none", "wrong"};
constexpr std::array<std::string_view, 2> programs{"search", "mail"};

constexpr std::array<Key, 5> page_keys{{
    {.name = "file", .kind = Kind::code, .required = true},
    {.name = "popup", .kind = Kind::code},
    {.name = "needs", .kind = Kind::code},
    {.name = "otherwise", .kind = Kind::code},
    {.name = "risky", .kind = Kind::yes_no},
}};
constexpr Schema page_schema{"site-page", page_keys};

constexpr std::array<Key, 3> check_keys{{
    {.name = "field", .kind = Kind::code, .required = true},
    {.name = "is", .kind = Kind::ask, .required = true},
    {.name = "otherwise", .kind = Kind::text, .required = true},
}};
constexpr Schema check_schema{"site-check", check_keys};

constexpr std::array<Key, 7> rule_keys{{
    {.name = "when", .kind = Kind::table},
    {.name = "next", .kind = Kind::code, .required = true},
    {.name = "add", .kind = Kind::code},
    {.name = "clear", .kind = Kind::code},
    {.name = "remove", .kind = Kind::code},
    {.name = "set", .kind = Kind::table},
    {.name = "download", .kind = Kind::code},
}};
constexpr Schema rule_schema{"site-rule", rule_keys};

constexpr std::array<Key, 3> form_keys{{
    {.name = "name", .kind = Kind::code, .required = true},
    {.name = "check", .kind = Kind::tables, .inside = &check_schema, .most = 100},
    {.name = "rule", .kind = Kind::tables, .required = true, .inside = &rule_schema, .most = 100},
}};
constexpr Schema form_schema{"site-form", form_keys};

constexpr std::array<Key, 4> download_keys{{
    {.name = "file", .kind = Kind::code, .required = true},
    {.name = "text", .kind = Kind::text},
    {.name = "picture", .kind = Kind::code},
    {.name = "risky", .kind = Kind::yes_no},
}};
constexpr Schema download_schema{"site-download", download_keys};

constexpr std::array<Key, 14> site_keys{{
    {.name = "id", .kind = Kind::code, .required = true},
    {.name = "address", .kind = Kind::code, .required = true},
    {.name = "name", .kind = Kind::text, .required = true},
    {.name = "home", .kind = Kind::code},
    {.name = "icon", .kind = Kind::code},
    {.name = "certificate", .kind = Kind::choice, .choices = certificates},
    {.name = "program", .kind = Kind::choice, .choices = programs},
    {.name = "about", .kind = Kind::text},
    {.name = "words", .kind = Kind::texts},
    {.name = "listed", .kind = Kind::yes_no},
    {.name = "cookies", .kind = Kind::text},
    {.name = "page", .kind = Kind::tables, .inside = &page_schema, .most = most_pages},
    {.name = "form", .kind = Kind::tables, .inside = &form_schema, .most = 100},
    {.name = "download", .kind = Kind::tables, .inside = &download_schema, .most = 100},
}};

std::vector<SiteCheck> read_check(const Value& value, base::Faults& faults) {
    const Table& table = table_of(value);
    const std::string field = text_or(table, "field", "");
    std::vector<SiteCheck> checks;
    if (const Value* asked = find(table, "is")) {
        for (Matcher& matcher : read_form_matchers(*asked, field, faults)) {
            checks.push_back({field, std::move(matcher), text_or(table, "otherwise", ""), value.place});
        }
    }
    return checks;
}

SiteRule read_rule(const Value& value, base::Faults& faults) {
    const Table& table = table_of(value);
    SiteRule rule;
    rule.next = text_or(table, "next", "");
    rule.add = text_or(table, "add", "");
    rule.clear = text_or(table, "clear", "");
    rule.remove = text_or(table, "remove", "");
    rule.download = text_or(table, "download", "");
    if (const Value* when = find(table, "when")) {
        for (const Entry& entry : table_of(*when)) {
            for (Matcher& matcher : read_form_matchers(entry.value, entry.key, faults)) {
                rule.when.push_back({entry.key, std::move(matcher), entry.place});
            }
        }
    }
    if (const Value* set = find(table, "set")) {
        for (const Entry& entry : table_of(*set)) {
            if (const auto* text = std::get_if<std::string>(&entry.value.data)) {
                rule.set.emplace(entry.key, *text);
            } else {
                add_fault(faults, "schema.wanted-code", entry.value.place, {{"key", entry.key}});
            }
        }
    }
    return rule;
}

SiteForm read_form(const Value& value, base::Faults& faults) {
    const Table& table = table_of(value);
    SiteForm form{text_or(table, "name", ""), {}, {}, value.place};
    for (const Value& check_value : items_of(table, "check")) {
        std::ranges::move(read_check(check_value, faults), std::back_inserter(form.checks));
    }
    for (const Value& rule : items_of(table, "rule")) {
        form.rules.push_back(read_rule(rule, faults));
    }
    return form;
}

template <typename T, std::size_t size>
std::size_t index_of(const std::array<T, size>& choices, const std::string& chosen) {
    const auto found = std::ranges::find(choices, chosen);
    return found == choices.end() ? 0 : static_cast<std::size_t>(found - choices.begin());
}

/// What the data file says; the pages' texts come from their own files.
Site read_data(const Value& file, base::Faults& faults) {
    check(file, site_schema(), faults);
    const Table& table = table_of(file);
    Site site;
    site.id = text_or(table, "id", "");
    site.address = base::lower(text_or(table, "address", ""));
    site.name = text_or(table, "name", "");
    site.home = text_or(table, "home", site.home);
    site.icon = text_or(table, "icon", "");
    site.certificate = static_cast<Certificate>(index_of(certificates, text_or(table, "certificate", "good")));
    site.program = text_or(table, "program", "");
    site.about = text_or(table, "about", "");
    site.words = texts_of(table, "words");
    site.is_listed = yes_or(table, "listed", true);
    site.cookies = text_or(table, "cookies", "");
    site.place = file.place;
    for (const Value& form : items_of(table, "form")) {
        site.forms.push_back(read_form(form, faults));
    }
    for (const Value& download : items_of(table, "download")) {
        const Table& entry = table_of(download);
        site.downloads.push_back({text_or(entry, "file", ""), text_or(entry, "text", ""), text_or(entry, "picture", ""),
                                  yes_or(entry, "risky", false), download.place});
    }
    return site;
}

/// Puts what the data file says about a page to the page's own file.
void settle_pages(Site& site, const Value& file) {
    for (const Value& entry : items_of(table_of(file), "page")) {
        const Table& table = table_of(entry);
        const auto page = std::ranges::find(site.pages, text_or(table, "file", ""), &SitePage::file);
        if (page != site.pages.end()) {
            page->popup = text_or(table, "popup", "");
            page->needs = text_or(table, "needs", "");
            page->otherwise = text_or(table, "otherwise", "");
            page->risky = yes_or(table, "risky", false);
        }
    }
}

/// The text of a page or style sheet.
std::optional<std::string> read_text(const fs::path& file, base::Faults& faults) {
    auto text = base::read_file(file, most_page_bytes);
    if (!text) {
        faults.push_back(text.error());
        faults.back().place.file = file.string();
        return std::nullopt;
    }
    if (const auto bad = base::first_bad_byte(text.value())) {
        add_fault(faults, "file.not-utf8", place_at(text.value(), *bad, file.string()), {{"file", file.string()}});
        return std::nullopt;
    }
    return std::move(text).value();
}

bool is_picture(const fs::path& file) {
    return file.extension() == ".svg" || file.extension() == ".png";
}

/// Reads the pages, style sheets and pictures of a folder.
std::vector<PageParts> read_files(Site& site, const std::vector<fs::path>& files, base::Faults& faults) {
    std::vector<PageParts> parts;
    for (const fs::path& file : files) {
        const std::string name = file.filename().string();
        if (file.extension() == ".html") {
            if (auto html = read_text(file, faults)) {
                parts.push_back(parts_of(*html, file.string(), faults));
                site.pages.push_back({name, std::move(*html), parts.back().title, {}, {}, {}, false});
            }
        } else if (file.extension() == ".css") {
            if (auto css = read_text(file, faults)) {
                site.styles.emplace(name, std::move(*css));
            }
        } else if (is_picture(file)) {
            site.pictures.emplace(name, file.string());
        }
    }
    if (site.pages.size() > most_pages) {
        add_fault(faults, "site.too-many-pages", site.place, {{"most", std::to_string(most_pages)}});
    }
    return parts;
}

std::optional<Site> read_site(const fs::path& folder, base::Faults& faults) {
    const std::size_t before = faults.size();
    const auto files = base::list_folder(folder);
    if (!files) {
        faults.push_back(files.error());
        return std::nullopt;
    }
    const auto file = read_toml_file((folder / data_file).string());
    if (!file) {
        faults.push_back(file.error());
        return std::nullopt;
    }
    Site site = read_data(file.value(), faults);
    const std::vector<PageParts> parts = read_files(site, files.value(), faults);
    settle_pages(site, file.value());
    check_site(site, parts, file.value(), faults);
    return faults.size() == before ? std::optional(std::move(site)) : std::nullopt;
}

} // namespace

const Schema& site_schema() {
    static constexpr Schema schema{"site", site_keys};
    return schema;
}

Sites read_sites(const std::filesystem::path& folder) {
    Sites read;
    std::error_code error;
    if (!fs::exists(folder, error)) {
        return read;
    }
    const auto folders = base::list_folder(folder);
    if (!folders) {
        read.faults.push_back(folders.error());
        return read;
    }
    for (const fs::path& entry : folders.value()) {
        if (!fs::is_directory(entry, error)) {
            continue;
        }
        auto site = read_site(entry, read.faults);
        if (site && has_own_address(*site, read.sites, read.faults)) {
            read.sites.push_back(std::move(*site));
        } else {
            read.left_out.push_back((entry / data_file).string());
        }
    }
    sort(read.faults);
    return read;
}

} // namespace lesson
