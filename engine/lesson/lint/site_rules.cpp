// Where the links of practice sites lead, and what in a folder nobody uses.
#include "base/text.h"
#include "lesson/html.h"
#include "lesson/lint/find.h"

#include <algorithm>
#include <filesystem>
#include <set>

namespace lesson::lint {

namespace {

namespace fs = std::filesystem;

/// The host of a whole address; empty for an address within the site.
std::string host_of(std::string_view target) {
    for (const std::string_view scheme : {"https://", "http://", "//"}) {
        if (target.starts_with(scheme)) {
            const std::string_view rest = target.substr(scheme.size());
            return base::lower(rest.substr(0, rest.find_first_of("/?#")));
        }
    }
    return {};
}

/// The file that a whole address leads to; empty for the home page.
std::string file_of(std::string_view target) {
    const std::size_t scheme = target.find("//");
    const std::size_t slash = target.find('/', scheme == std::string_view::npos ? 0 : scheme + 2);
    const std::string_view file = slash == std::string_view::npos ? std::string_view() : target.substr(slash + 1);
    return std::string(file.substr(0, file.find_first_of("?#")));
}

const Site* find_site(const Material& material, std::string_view address) {
    for (const std::vector<Site>* sites : {&material.sites.sites, &material.shipped_sites}) {
        const auto found = std::ranges::find(*sites, address, &Site::address);
        if (found != sites->end()) {
            return &*found;
        }
    }
    return nullptr;
}

/// Whether the address is that of a site with faults of its own, which is left out until they are mended.
bool is_left_out(const Material& material, std::string_view address) {
    return std::ranges::any_of(material.files, [&](const SourceFile& file) {
        return file.kind == FileKind::site && file.value && text_or(table_of(*file.value), "address", "") == address;
    });
}

/// Whether a name stands in a text as a whole: `carte.html` does not stand in `une-carte.html`.
bool mentions(std::string_view text, std::string_view name) {
    const auto is_part = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
    };
    for (std::size_t at = text.find(name); at != std::string_view::npos; at = text.find(name, at + 1)) {
        const std::size_t end = at + name.size();
        if ((at == 0 || !is_part(text[at - 1])) && (end >= text.size() || !is_part(text[end]))) {
            return true;
        }
    }
    return false;
}

/// Whether a key other than `file` of a `[[page]]` has the name behind it, anywhere in a site's data.
bool data_mentions(const Value& value, std::string_view name, std::string_view key = {}) {
    const auto* text = std::get_if<std::string>(&value.data);
    if (text != nullptr && *text == name && key != "file") {
        return true;
    }
    const auto in_entry = [&](const Entry& entry) { return data_mentions(entry.value, name, entry.key); };
    const auto in_item = [&](const Value& item) { return data_mentions(item, name, key); };
    return std::ranges::any_of(table_of(value), in_entry) || std::ranges::any_of(list_of(value), in_item);
}

bool is_of_lessons(const SourceFile& file) {
    return file.kind == FileKind::lesson || file.kind == FileKind::list;
}

/// Looks for what nobody uses.
class UnusedFiles {
public:
    UnusedFiles(const Material& material, Findings& findings) : material_(material), findings_(findings) {}

    void find_all() {
        for (const SourceFile& file : material_.files) {
            if (!is_used(file)) {
                findings_.add({file.path, 0, 0}, {{"file", file.folder() + "/" + file.name()}});
            }
        }
    }

private:
    bool is_used(const SourceFile& file) const {
        switch (file.kind) {
        case FileKind::lesson:
        case FileKind::module:
            return true;
        case FileKind::list:
            return is_list_used(fs::path(file.path).stem().string());
        case FileKind::site:
            return is_site_used(file);
        case FileKind::page:
            return is_page_used(file);
        case FileKind::style:
        case FileKind::picture:
            return any([&](const SourceFile& other) {
                return other.folder() == file.folder() && other.path != file.path && mentions(other.text, file.name());
            });
        case FileKind::other:
            return file.name().ends_with(".md");
        }
        return true;
    }

    template <typename Test>
    bool any(Test test) const {
        return std::ranges::any_of(material_.files, test);
    }

    bool is_list_used(const std::string& list) const {
        return any([&](const SourceFile& file) {
            return file.kind == FileKind::lesson && mentions(file.text, "\"" + list + "\"");
        });
    }

    /// A site is there for lessons, or for the pages of other sites. What runs the search or the mail is always there.
    bool is_site_used(const SourceFile& file) const {
        const std::string address = file.value ? text_or(table_of(*file.value), "address", "") : "";
        const bool is_program = file.value && !text_or(table_of(*file.value), "program", "").empty();
        return is_program || any([&](const SourceFile& other) {
                   return other.folder() != file.folder() && other.kind != FileKind::site &&
                          mentions(other.text, address);
               });
    }

    /// A page is used where it is its site's first, where another page or the data file leads to it, or where a lesson
    /// opens it.
    bool is_page_used(const SourceFile& file) const {
        const auto site = std::ranges::find_if(material_.sites.sites, [&](const Site& candidate) {
            return fs::path(candidate.place.file).parent_path() == fs::path(file.path).parent_path();
        });
        if (site == material_.sites.sites.end() || !site->program.empty() || site->home == file.name()) {
            return true;
        }
        return any([&](const SourceFile& other) {
            if (other.path == file.path) {
                return false;
            }
            if (other.kind == FileKind::site) {
                return other.folder() == file.folder() && other.value && data_mentions(*other.value, file.name());
            }
            const bool of_site = other.kind == FileKind::page &&
                                 (other.folder() == file.folder() || mentions(other.text, site->address));
            return (of_site || is_of_lessons(other)) && mentions(other.text, file.name());
        });
    }

    const Material& material_;
    Findings& findings_;
};

} // namespace

void find_links_to_nowhere(const Material& material, Findings& findings) {
    for (const Site& site : material.sites.sites) {
        for (const SitePage& page : site.pages) {
            base::Faults none;
            const std::string file = (fs::path(site.place.file).parent_path() / page.file).string();
            for (const PageReference& reference : parts_of(page.html, file, none).references) {
                const std::string host = host_of(reference.target);
                if (host.empty() || host.find("{{") != std::string::npos) {
                    continue;
                }
                const Site* other = find_site(material, host);
                const std::string name = file_of(reference.target);
                if (other == nullptr && is_left_out(material, host)) {
                    continue;
                }
                if (other == nullptr) {
                    findings.add(reference.place, {{"address", host}});
                } else if (!name.empty() &&
                           std::ranges::find(other->pages, name, &SitePage::file) == other->pages.end()) {
                    findings.add(reference.place, {{"address", host}, {"page", name}}, "page");
                }
            }
        }
    }
}

void find_unused_files(const Material& material, Findings& findings) {
    UnusedFiles(material, findings).find_all();
}

} // namespace lesson::lint
