// Reads the remarks that silence rules.
#include "lesson/lint/silence.h"

#include "base/text.h"

#include <algorithm>
#include <array>

namespace lesson::lint {

namespace {

constexpr std::string_view word = "lint:";

/// How remarks begin and end.
struct RemarkKind {
    std::string_view open;
    std::string_view close; ///< empty: the end of the line
};
constexpr std::array<RemarkKind, 3> remark_kinds{{{"#", ""}, {"<!--", "-->"}, {"/*", "*/"}}};

/// What may stand between the rules and the reason. A hyphen needs a blank on both sides: rules' ids have hyphens.
constexpr std::array<std::string_view, 4> dashes{"\u2014", "\u2013", "--", " - "};

/// A line's remark that speaks to the rules, and where it begins.
struct Remark {
    std::string_view text;    ///< behind `lint:`
    std::size_t position = 0; ///< of its opening sign, in bytes
};

/// Whether a `#` at this place of a TOML line stands in a text.
bool is_quoted(std::string_view before) {
    return std::ranges::count(before, '"') % 2 != 0;
}

bool find_remark(std::string_view line, Remark& remark) {
    for (const RemarkKind& kind : remark_kinds) {
        for (std::size_t at = line.find(kind.open); at != std::string_view::npos; at = line.find(kind.open, at + 1)) {
            const std::string_view inside = line.substr(at + kind.open.size());
            const std::size_t begin = std::min(inside.find_first_not_of(' '), inside.size());
            if (!inside.substr(begin).starts_with(word) || (kind.open == "#" && is_quoted(line.substr(0, at)))) {
                continue;
            }
            const std::string_view text = inside.substr(begin + word.size());
            remark = {base::trim(kind.close.empty() ? text : text.substr(0, text.find(kind.close))), at};
            return true;
        }
    }
    return false;
}

/// The text cut at its first dash.
std::pair<std::string_view, std::string_view> cut_at_dash(std::string_view text) {
    std::size_t first = text.size();
    std::size_t behind = text.size();
    for (const std::string_view dash : dashes) {
        if (const std::size_t at = text.find(dash); at < first) {
            first = at;
            behind = at + dash.size();
        }
    }
    return {base::trim(text.substr(0, first)), base::trim(text.substr(behind))};
}

/// Whether nothing but a remark stands on a line.
bool is_remark_only(std::string_view line) {
    const std::string_view text = base::trim(line);
    return text.starts_with("#") || (text.starts_with("<!--") && text.ends_with("-->")) ||
           (text.starts_with("/*") && text.ends_with("*/"));
}

std::vector<std::string_view> lines_of(std::string_view text) {
    std::vector<std::string_view> lines;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        lines.push_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return lines;
}

void add_rules(std::string_view rules, const Silence& like, std::vector<Silence>& silences) {
    while (!rules.empty()) {
        const std::size_t end = std::min(rules.find_first_of(", "), rules.size());
        if (end > 0) {
            silences.push_back(like);
            silences.back().rule = rules.substr(0, end);
        }
        rules.remove_prefix(std::min(end + 1, rules.size()));
    }
}

} // namespace

std::vector<Silence> silences_of(std::string_view text, const std::string& file) {
    std::vector<Silence> silences;
    const std::vector<std::string_view> lines = lines_of(text);
    for (std::size_t i = 0; i < lines.size(); ++i) {
        Remark remark;
        if (!find_remark(lines[i], remark)) {
            continue;
        }
        const int column = static_cast<int>(base::length(lines[i].substr(0, remark.position))) + 1;
        Silence silence{"", "", {file, static_cast<int>(i) + 1, column}, static_cast<int>(i) + 1, false, false};
        // Of several lines of remarks, each is about the first line that is none.
        for (std::size_t next = i; next < lines.size() && is_remark_only(lines[next]); ++next) {
            silence.line = static_cast<int>(next) + 2;
        }
        const auto [asked, reason] = cut_at_dash(remark.text);
        const std::string_view verb = asked.substr(0, asked.find(' '));
        silence.reason = reason;
        silence.for_whole_file = verb == "ok-file";
        if (verb == "ok" || verb == "ok-file") {
            add_rules(asked.substr(verb.size()), silence, silences);
        }
        if (silences.empty() || silences.back().place.line != silence.place.line) {
            silences.push_back(silence); // It names no rule; that is told.
        }
    }
    return silences;
}

} // namespace lesson::lint
