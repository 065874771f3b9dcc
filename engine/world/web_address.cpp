// Addresses: what people type, what links say, and where both lead.
#include "base/text.h"
#include "world/web.h"

#include <algorithm>
#include <charconv>
#include <optional>

namespace world {

namespace {

constexpr std::string_view ending = ".html";
constexpr std::string_view hexadecimal = "0123456789ABCDEF";

std::string without_www(std::string_view host) {
    std::string small = base::lower(host);
    return small.starts_with("www.") ? small.substr(4) : small;
}

std::string_view stem(std::string_view file) {
    return file.ends_with(ending) ? file.substr(0, file.size() - ending.size()) : file;
}

std::string_view without_scheme(std::string_view address) {
    for (const std::string_view scheme : {"https://", "http://", "//"}) {
        if (base::lower(address.substr(0, scheme.size())) == scheme) {
            return address.substr(scheme.size());
        }
    }
    return address;
}

/// Two hexadecimal digits as a byte.
std::optional<char> byte_of(std::string_view digits) {
    unsigned value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value, 16);
    const bool is_byte = digits.size() == 2 && error == std::errc() && end == digits.data() + digits.size();
    return is_byte ? std::optional(static_cast<char>(value)) : std::nullopt;
}

/// `q=pain%20complet` as words.
std::string words_in(std::string_view query) {
    std::string words;
    const std::size_t begin = query.find("q=");
    if (begin == std::string_view::npos) {
        return words;
    }
    query = query.substr(begin + 2, query.find('&', begin) - begin - 2);
    for (std::size_t i = 0; i < query.size(); ++i) {
        const std::optional<char> coded = query[i] == '%' ? byte_of(query.substr(i + 1, 2)) : std::nullopt;
        words += coded ? *coded : query[i] == '+' ? ' ' : query[i];
        i += coded ? 2 : 0;
    }
    return base::first_bad_byte(words) ? std::string() : std::string(base::trim(words));
}

std::string query_of(std::string_view words) {
    std::string query = "?q=";
    for (const char sign : words) {
        if (sign == ' ') {
            query += '+';
        } else if (std::string_view("+&#%?/").find(sign) != std::string_view::npos) {
            query += '%';
            query += hexadecimal[static_cast<unsigned char>(sign) / 16];
            query += hexadecimal[static_cast<unsigned char>(sign) % 16];
        } else {
            query += sign;
        }
    }
    return query;
}

const lesson::Site* search_engine(const PracticeSites& sites) {
    const auto found = std::ranges::find(sites, "search", &lesson::Site::program);
    return found == sites.end() ? nullptr : &*found;
}

/// The search engine's page that shows what was found.
const lesson::SitePage* results_page(const lesson::Site& engine) {
    const auto found = std::ranges::find_if(engine.pages, [](const lesson::SitePage& page) {
        return page.html.find("data-each=\"results\"") != std::string::npos;
    });
    return found == engine.pages.end() ? nullptr : &*found;
}

Destination search_for(const PracticeSites& sites, std::string_view words) {
    Destination where;
    where.words = words;
    where.address = words;
    const lesson::Site* engine = search_engine(sites);
    const lesson::SitePage* page = engine == nullptr ? nullptr : results_page(*engine);
    if (page != nullptr) {
        where = {Destination::Kind::page, engine, page, address_of(*engine, page->file) + query_of(words),
                 std::string(words)};
    }
    return where;
}

/// A page by what stands behind the host: `/horaires`, `/Horaires.html/`; empty: the home page.
const lesson::SitePage* page_at(const lesson::Site& site, std::string_view path) {
    while (path.starts_with('/')) {
        path.remove_prefix(1);
    }
    while (path.ends_with('/')) {
        path.remove_suffix(1);
    }
    const std::string wanted = base::lower(stem(path.empty() ? std::string_view(site.home) : path));
    const auto found = std::ranges::find_if(
        site.pages, [&](const lesson::SitePage& page) { return base::lower(stem(page.file)) == wanted; });
    return found == site.pages.end() ? nullptr : &*found;
}

Destination resolve_parts(const PracticeSites& sites, std::string_view host, std::string_view path,
                          std::string_view query) {
    Destination where;
    where.address = "https://" + std::string(host) + std::string(path);
    const std::string wanted = without_www(host);
    const auto site =
        std::ranges::find_if(sites, [&](const lesson::Site& one) { return without_www(one.address) == wanted; });
    if (site == sites.end()) {
        return where;
    }
    where.site = &*site;
    where.page = page_at(*site, path);
    if (where.page == nullptr) {
        return where;
    }
    where.kind = Destination::Kind::page;
    if (site->program == "search") {
        if (const std::string words = words_in(query); !words.empty()) {
            return search_for(sites, words);
        }
    }
    where.address = address_of(*site, where.page->file);
    return where;
}

} // namespace

const lesson::Site* find_site(const PracticeSites& sites, std::string_view id) {
    const auto found = std::ranges::find(sites, id, &lesson::Site::id);
    return found == sites.end() ? nullptr : &*found;
}

const lesson::SitePage* find_page(const lesson::Site& site, std::string_view file) {
    const auto found = std::ranges::find(site.pages, file, &lesson::SitePage::file);
    return found == site.pages.end() ? nullptr : &*found;
}

std::string address_of(const lesson::Site& site, std::string_view page) {
    const std::string host = (site.certificate == lesson::Certificate::none ? "http://" : "https://") + site.address;
    return page == site.home ? host : host + '/' + std::string(stem(page));
}

std::string search_address(const PracticeSites& sites, std::string_view words) {
    return search_for(sites, words).address;
}

Destination resolve(const PracticeSites& sites, std::string_view address) {
    const std::string_view typed = base::trim(address);
    if (typed.empty()) {
        return {Destination::Kind::blank, nullptr, nullptr, {}, {}};
    }
    if (typed == "history:") {
        return {Destination::Kind::history, nullptr, nullptr, "history:", {}};
    }
    const std::string_view rest = without_scheme(typed);
    const std::size_t host_end = std::min(rest.find_first_of("/?#"), rest.size());
    const std::string_view host = rest.substr(0, host_end);
    const bool has_blank = host.find(' ') != std::string_view::npos;
    if (has_blank || host.find('.') == std::string_view::npos || host.starts_with('.') || host.ends_with('.')) {
        return search_for(sites, typed);
    }
    const std::string_view behind = rest.substr(host_end, rest.find('#', host_end) - host_end);
    const std::size_t query = std::min(behind.find('?'), behind.size());
    return resolve_parts(sites, host, behind.substr(0, query), behind.substr(query));
}

Destination follow(const PracticeSites& sites, const lesson::Site& from, const lesson::SitePage& page,
                   std::string_view href) {
    const std::string_view link = base::trim(href);
    const bool is_absolute = without_scheme(link).size() != link.size() || link.starts_with("www.");
    if (is_absolute) {
        return resolve(sites, link);
    }
    const std::string_view own = link.substr(0, link.find('#'));
    if (own.empty()) {
        return {Destination::Kind::page, &from, &page, address_of(from, page.file), {}};
    }
    const std::size_t query = std::min(own.find('?'), own.size());
    std::string_view path = own.substr(0, query);
    while (path.starts_with("./")) {
        path.remove_prefix(2);
    }
    const std::string file = path.empty() ? page.file : std::string(path);
    return resolve_parts(sites, from.address, (file.starts_with('/') ? "" : "/") + file, own.substr(query));
}

Destination admitted(const Web& web, Destination where) {
    // A page that another one stands in for may itself need something; a circle of them ends at the last.
    for (int i = 0; i < 4 && where.page != nullptr && !where.page->needs.empty(); ++i) {
        const PageRow& values = memory_of(web, where.site->address).values;
        const auto value = values.find(where.page->needs);
        const lesson::SitePage* otherwise = find_page(*where.site, where.page->otherwise);
        if ((value != values.end() && !value->second.empty()) || otherwise == nullptr) {
            break;
        }
        where.page = otherwise;
        where.address = address_of(*where.site, otherwise->file);
    }
    return where;
}

} // namespace world
