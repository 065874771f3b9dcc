// The practice search engine: ranks the pages of listed sites by the words that were asked for.
#include "base/text.h"
#include "world/page_guard.h"
#include "world/page_tree.h"
#include "world/text_edit.h"
#include "world/web.h"

#include <algorithm>
#include <array>
#include <functional>

#include <utf8proc.h>

namespace world {

namespace {

constexpr std::size_t most_results = 10;
constexpr int most_of_a_site = 3;
constexpr std::size_t about_length = 160; ///< characters of a page's own text

/// What each place of a word is worth.
constexpr int title_weight = 8;
constexpr int site_weight = 6;
constexpr int about_weight = 4;
constexpr int most_in_text = 3;

/// Small words that stand on every page.
constexpr std::array<std::string_view, 32> small_words{
    "le",  "la",   "les", "l",   "de", "des", "du",  "d",  "un", "une", "et", "a",   "au", "aux", "en", "pour",
    "sur", "dans", "est", "mon", "ma", "mes", "the", "of", "to", "and", "in", "for", "on", "is",  "my", "an"};

/// Words in their simplest form: without accents and without the sign of many.
std::vector<std::string> terms_of(std::string_view text) {
    std::vector<std::string> terms;
    std::string term;
    const auto end = [&] {
        if (term.size() > 3 && (term.back() == 's' || term.back() == 'x')) {
            term.pop_back();
        }
        if (!term.empty()) {
            terms.push_back(std::exchange(term, {}));
        }
    };
    for (const char32_t sign : base::decode(folded(text))) {
        const utf8proc_category_t category = utf8proc_category(static_cast<utf8proc_int32_t>(sign));
        if (category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_NO) {
            term += base::encode(sign);
        } else {
            end();
        }
    }
    end();
    return terms;
}

std::string all_words(const lesson::Site& site) {
    std::string words = site.name;
    for (const std::string& word : site.words) {
        words += ' ' + word;
    }
    return words;
}

std::vector<std::string> asked_terms(std::string_view words) {
    const std::vector<std::string> all = terms_of(words);
    std::vector<std::string> asked;
    std::ranges::copy_if(all, std::back_inserter(asked), [](const std::string& term) {
        return std::ranges::find(small_words, term) == small_words.end();
    });
    return asked.empty() ? all : asked;
}

/// A page as the search engine knows it.
struct Entry {
    std::size_t site = 0;
    std::size_t page = 0;
    std::string text;
    std::vector<std::string> title_terms;
    std::vector<std::string> site_terms;
    std::vector<std::string> about_terms;
    std::vector<std::string> text_terms;
};

int count(const std::vector<std::string>& terms, const std::string& asked) {
    return static_cast<int>(std::ranges::count_if(terms, [&](const std::string& term) {
        return term == asked || (asked.size() >= 4 && term.starts_with(asked));
    }));
}

int worth(const Entry& entry, const std::string& asked) {
    return (count(entry.title_terms, asked) > 0 ? title_weight : 0) +
           (count(entry.site_terms, asked) > 0 ? site_weight : 0) +
           (count(entry.about_terms, asked) > 0 ? about_weight : 0) +
           std::min(count(entry.text_terms, asked), most_in_text);
}

std::vector<Entry> read_entries(const PracticeSites& sites) {
    std::vector<Entry> entries;
    for (std::size_t s = 0; s < sites.size(); ++s) {
        const lesson::Site& site = sites[s];
        for (std::size_t p = 0; site.is_listed && site.program != "search" && p < site.pages.size(); ++p) {
            const lesson::SitePage& page = site.pages[p];
            if (!page.needs.empty() || !guard_page(page.html, page.file).empty()) {
                continue;
            }
            Entry entry{s, p, words_of(read_tree(page.html, {})), terms_of(page.title), {}, {}, {}};
            entry.text_terms = terms_of(entry.text);
            // What is said of a site counts for the page that it begins with; the others speak for themselves.
            if (page.file == site.home) {
                entry.site_terms = terms_of(all_words(site));
                entry.about_terms = terms_of(site.about);
            }
            entries.push_back(std::move(entry));
        }
    }
    return entries;
}

std::size_t hash_of(const PracticeSites& sites) {
    std::size_t hash = sites.size();
    const auto add = [&](std::string_view text) { hash = hash * 1'000'003U + std::hash<std::string_view>{}(text); };
    for (const lesson::Site& site : sites) {
        add(site.id + '\n' + site.about + '\n' + all_words(site));
        hash += site.is_listed ? 1 : 0;
        for (const lesson::SitePage& page : site.pages) {
            add(page.title);
            add(page.html);
        }
    }
    return hash;
}

/// The entries of some sites. Reading all pages takes long, so those of the last sites are kept; what they are depends
/// on the sites alone.
const std::vector<Entry>& entries_of(const PracticeSites& sites) {
    thread_local std::size_t known = 0;
    thread_local std::vector<Entry> entries;
    if (const std::size_t hash = hash_of(sites); hash != known || entries.empty()) {
        entries = read_entries(sites);
        known = hash;
    }
    return entries;
}

/// What a page says around the first word that was asked for.
std::string about(const Entry& entry, const std::vector<std::string>& asked) {
    const std::string small = base::lower(entry.text);
    std::size_t place = std::string::npos;
    for (const std::string& term : asked) {
        place = std::min(place, small.find(term));
    }
    const std::u32string signs = base::decode(entry.text);
    std::size_t begin = place == std::string::npos ? 0 : base::length(std::string_view(small).substr(0, place));
    begin = begin < about_length / 3 ? 0 : begin - about_length / 3;
    while (begin > 0 && begin < signs.size() && signs[begin - 1] != U' ') {
        --begin;
    }
    std::u32string part = signs.substr(std::min(begin, signs.size()), about_length);
    if (begin + about_length < signs.size()) {
        part = part.substr(0, part.rfind(U' ')) + U" …";
    }
    return (begin > 0 ? "… " : "") + base::encode(part);
}

struct Hit {
    const Entry* entry = nullptr;
    int terms = 0; ///< how many of the words that were asked for
    int worth = 0;
};

std::vector<Hit> ranked(const std::vector<Entry>& entries, const std::vector<std::string>& asked) {
    std::vector<Hit> hits;
    for (const Entry& entry : entries) {
        Hit hit{&entry, 0, 0};
        for (const std::string& term : asked) {
            const int more = worth(entry, term);
            hit.terms += more > 0 ? 1 : 0;
            hit.worth += more;
        }
        if (hit.terms > 0) {
            hits.push_back(hit);
        }
    }
    std::ranges::stable_sort(
        hits, [](const Hit& a, const Hit& b) { return a.terms != b.terms ? a.terms > b.terms : a.worth > b.worth; });
    return hits;
}

PageRow row_of(const PracticeSites& sites, const Entry& entry, const std::vector<std::string>& asked) {
    const lesson::Site& site = sites[entry.site];
    const lesson::SitePage& page = site.pages[entry.page];
    const bool speaks_for_site = page.file == site.home && !site.about.empty();
    return {{"title", page.title.empty() ? site.name : page.title},
            {"address", address_of(site, page.file)},
            {"host", site.address},
            {"about", speaks_for_site ? site.about : about(entry, asked)}};
}

} // namespace

std::vector<PageRow> search(const PracticeSites& sites, std::string_view words) {
    std::vector<PageRow> rows;
    const std::vector<std::string> asked = asked_terms(words);
    std::vector<int> shown(sites.size(), 0);
    for (const Hit& hit : ranked(entries_of(sites), asked)) {
        if (rows.size() < most_results && shown[hit.entry->site]++ < most_of_a_site) {
            rows.push_back(row_of(sites, *hit.entry, asked));
        }
    }
    return rows;
}

} // namespace world
