// The texts for people in practice web sites.
#include "lesson/site_texts.h"

#include "lesson/html.h"

#include <filesystem>

#include <fmt/format.h>

namespace lesson {

namespace {

std::string context_of(const Site& site, std::string_view file) {
    return fmt::format("site {}/{}", site.id, file);
}

void visit_page(const Site& site, SitePage& page, const VisitPlacedText& visit) {
    const std::filesystem::path folder = std::filesystem::path(site.place.file).parent_path();
    const base::Place place{(folder / page.file).string(), 0, 0};
    std::string html = with_texts(page.html, place, context_of(site, page.file), visit);
    if (html != page.html) {
        base::Faults none;
        page.html = std::move(html);
        page.title = parts_of(page.html, place.file, none).title;
    }
}

} // namespace

void each_placed_text(Site& site, const VisitPlacedText& visit) {
    const std::string context = context_of(site, "site.toml");
    const auto visit_text = [&](std::string& text, const base::Place& place) {
        if (!text.empty()) {
            visit(context, text, place);
        }
    };
    visit_text(site.name, site.place);
    visit_text(site.about, site.place);
    visit_text(site.cookies, site.place);
    for (std::string& word : site.words) {
        visit_text(word, site.place);
    }
    for (SiteForm& form : site.forms) {
        for (SiteCheck& check : form.checks) {
            visit_text(check.otherwise, check.place);
        }
    }
    for (SiteDownload& download : site.downloads) {
        visit_text(download.text, download.place);
    }
    for (SitePage& page : site.pages) {
        visit_page(site, page, visit);
    }
}

std::vector<Site> translated(std::vector<Site> sites, const Translations& translations) {
    const VisitPlacedText translate = [&](const std::string& context, std::string& text, const base::Place& /*place*/) {
        text = std::string(translations.find(context, text));
    };
    for (Site& site : sites) {
        each_placed_text(site, translate);
    }
    return sites;
}

} // namespace lesson
