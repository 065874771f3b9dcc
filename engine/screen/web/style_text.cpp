// A scan over the text: strings are kept as they are, comments dropped, numbers rewritten.
#include "screen/web/style_text.h"

#include "screen/web/limits.h"

#include <algorithm>
#include <cctype>
#include <charconv>
#include <cmath>

#include <fmt/format.h>

namespace screen {

namespace {

constexpr double largest_number = 9999; // beyond, sums of lengths would leave the range of int

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

bool is_name(char c) {
    return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '-' || c == '_' ||
           (static_cast<unsigned char>(c) & 0x80U) != 0;
}

bool same_letters(std::string_view text, std::size_t at, std::string_view lower) {
    if (at + lower.size() > text.size()) {
        return false;
    }
    return std::equal(lower.begin(), lower.end(), text.begin() + static_cast<std::ptrdiff_t>(at), [](char a, char b) {
        return a == static_cast<char>(std::tolower(static_cast<unsigned char>(b)));
    });
}

std::string without_comments(std::string_view css) {
    std::string kept;
    kept.reserve(css.size());
    char quote = 0;
    for (std::size_t i = 0; i < css.size(); ++i) {
        const char c = css[i];
        if (quote == 0 && c == '/' && i + 1 < css.size() && css[i + 1] == '*') {
            const std::size_t end = css.find("*/", i + 2);
            if (end == std::string_view::npos) {
                break;
            }
            i = end + 1;
            kept += ' ';
            continue;
        }
        if (c == '"' || c == '\'') {
            quote = quote == 0 ? c : quote == c ? '\0' : quote;
        } else if (c == '\n') {
            quote = 0; // a string ends with its line
        }
        kept += c;
    }
    // litehtml keeps such marks of old pages for comments too
    for (const std::string_view mark : {"<!--", "-->"}) {
        for (std::size_t at = kept.find(mark); at != std::string::npos; at = kept.find(mark, at)) {
            kept.erase(at, mark.size());
        }
    }
    return kept;
}

// Takes out from each beginning with `start` up to the next of `ends`, where `goes` says so about the text between.
template <typename Goes>
void take_out(std::string& css, std::string_view start, std::string_view ends, const Goes& goes) {
    for (std::size_t at = 0; at < css.size();) {
        if (!same_letters(css, at, start) || (at > 0 && is_name(css[at - 1]))) {
            ++at;
            continue;
        }
        const std::size_t end = std::min(css.find_first_of(ends, at), css.size());
        if (goes(std::string_view(css).substr(at, end - at))) {
            css.erase(at, end - at);
        } else {
            at = end;
        }
    }
}

bool names_another(std::string_view declaration) {
    const std::size_t colon = declaration.find(':');
    return colon != std::string_view::npos && declaration.find("--", colon) != std::string_view::npos;
}

std::string number_text(double value) {
    return fmt::format("{:g}", std::round(value * 100) / 100);
}

std::string zoomed(const std::string& css, float zoom) {
    std::string fit;
    fit.reserve(css.size() + css.size() / 8);
    for (std::size_t i = 0; i < css.size();) {
        const bool begins = (is_digit(css[i]) || (css[i] == '.' && i + 1 < css.size() && is_digit(css[i + 1]))) &&
                            (i == 0 || (!is_name(css[i - 1]) && css[i - 1] != '#' && css[i - 1] != '.') ||
                             (css[i - 1] == '-' && (i == 1 || !is_name(css[i - 2]))));
        if (!begins) {
            fit += css[i];
            ++i;
            continue;
        }
        double value = 0;
        const auto read = std::from_chars(css.data() + i, css.data() + css.size(), value, std::chars_format::fixed);
        const std::size_t end = static_cast<std::size_t>(read.ptr - css.data());
        const bool is_px = same_letters(css, end, "px") && (end + 2 >= css.size() || !is_name(css[end + 2]));
        value = read.ec == std::errc{} ? std::min(value, largest_number) : largest_number;
        const bool is_hairline = is_px && value > 0 && value * static_cast<double>(zoom) < 1;
        fit += number_text(is_hairline ? 1 : is_px ? value * static_cast<double>(zoom) : value);
        i = end;
    }
    return fit;
}

} // namespace

std::string fit_style(std::string_view css, float zoom) {
    std::string fit = without_comments(css.substr(0, most_style_bytes));
    take_out(fit, "@import", ";", [](std::string_view) { return true; });
    take_out(fit, "--", ";}", names_another);
    return zoomed(fit, zoom);
}

std::string fit_length(std::string_view number, float zoom) {
    double value = 0;
    const auto read = std::from_chars(number.data(), number.data() + number.size(), value, std::chars_format::fixed);
    if (read.ec != std::errc{}) {
        return "0";
    }
    value = std::clamp(value, 0.0, largest_number);
    const std::string_view rest(read.ptr, number.size() - static_cast<std::size_t>(read.ptr - number.data()));
    if (rest.starts_with('%')) {
        return number_text(value) + "%";
    }
    return fmt::format("{}", static_cast<int>(std::lround(value * static_cast<double>(zoom))));
}

} // namespace screen
