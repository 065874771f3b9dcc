// Reads a page's text tag by tag and refuses what would cost too much. Follows the tokenizer of the HTML standard
// (https://html.spec.whatwg.org/multipage/parsing.html#tokenization) wherever a difference could hide a tag.
#include "world/page_guard.h"

#include "base/text.h"
#include "lesson/fault.h"

#include <algorithm>
#include <array>
#include <vector>

namespace world {

namespace {

using Name = std::string_view;

constexpr std::array<Name, 16> void_tags{"area", "base",  "br",    "col",  "embed",  "hr",     "img",      "input",
                                         "link", "param", "track", "meta", "source", "keygen", "basefont", "wbr"};
constexpr std::array<Name, 14> formatting_tags{"a",    "b", "big",   "code",   "em",     "font", "i",
                                               "nobr", "s", "small", "strike", "strong", "tt",   "u"};
/// An end tag is optional, so that a second one of them closes the first.
constexpr std::array<Name, 9> self_closing_tags{"p", "li", "option", "tr", "td", "th", "dt", "dd", "optgroup"};
/// Inside them, an end tag does not reach formatting elements outside.
constexpr std::array<Name, 4> barrier_tags{"td", "th", "caption", "table"};
/// Their content is text. Tags in them are still counted as opened, but do not close anything.
constexpr std::array<Name, 3> text_tags{"title", "textarea", "style"};
/// They do nothing in a practice page, or change how the rest of the text is read.
constexpr std::array<Name, 17> refused_tags{"script", "svg",     "math",     "plaintext", "frameset", "frame",
                                            "iframe", "object",  "embed",    "applet",    "marquee",  "template",
                                            "xmp",    "noembed", "noframes", "noscript",  "canvas"};

bool is_one_of(std::span<const Name> names, Name name) {
    return std::ranges::find(names, name) != names.end();
}

bool is_letter(char sign) {
    return (sign >= 'a' && sign <= 'z') || (sign >= 'A' && sign <= 'Z');
}

bool is_blank(char sign) {
    return sign == ' ' || sign == '\t' || sign == '\n' || sign == '\f' || sign == '\r';
}

/// Where a run of signs that fulfil `test` ends.
template <typename Test>
std::size_t skip(std::string_view html, std::size_t from, Test test) {
    while (from < html.size() && test(html[from])) {
        ++from;
    }
    return from;
}

/// After a tag's name: where the tag ends (behind its `>`).
std::size_t end_of_tag(std::string_view html, std::size_t at) {
    while (at < html.size()) {
        at = skip(html, at, [](char sign) { return is_blank(sign) || sign == '/'; });
        if (at >= html.size() || html[at] == '>') {
            break;
        }
        at = skip(html, at + 1, [](char sign) { return !is_blank(sign) && sign != '/' && sign != '>' && sign != '='; });
        const std::size_t sign = skip(html, at, is_blank);
        if (sign >= html.size() || html[sign] != '=') {
            continue;
        }
        at = skip(html, sign + 1, is_blank);
        if (at < html.size() && (html[at] == '"' || html[at] == '\'')) {
            at = std::min(html.find(html[at], at + 1), html.size() - 1) + 1;
        } else {
            at = skip(html, at, [](char each) { return !is_blank(each) && each != '>'; });
        }
    }
    return std::min(at + 1, html.size());
}

/// Where a comment ends that begins at `<!--`.
std::size_t end_of_comment(std::string_view html, std::size_t at) {
    const std::size_t inside = at + 4;
    for (const std::string_view at_once : {">", "->"}) {
        if (html.substr(inside).starts_with(at_once)) {
            return inside + at_once.size();
        }
    }
    const std::size_t usual = html.find("-->", inside);
    const std::size_t odd = html.find("--!>", inside);
    const std::size_t end = std::min(usual, odd);
    return end == std::string_view::npos ? html.size() : end + (end == usual ? 3 : 4);
}

/// One tag of the text.
struct Tag {
    std::string name; ///< in small letters
    bool opens = true;
    std::size_t begin = 0;
    std::size_t end = 0;
};

/// The next tag from `at` on; its name is empty where there is none.
Tag next_tag(std::string_view html, std::size_t at) {
    while (true) {
        at = html.find('<', at);
        if (at == std::string_view::npos || at + 1 >= html.size()) {
            return {};
        }
        if (html.substr(at).starts_with("<!--")) {
            at = end_of_comment(html, at);
            continue;
        }
        const bool closes = html[at + 1] == '/';
        const std::size_t name = at + (closes ? 2 : 1);
        if (name < html.size() && is_letter(html[name])) {
            const std::size_t name_end =
                skip(html, name, [](char sign) { return !is_blank(sign) && sign != '/' && sign != '>'; });
            return {base::lower(html.substr(name, name_end - name)), !closes, at, end_of_tag(html, name_end)};
        }
        const bool is_bogus = html[at + 1] == '!' || html[at + 1] == '?' || closes;
        at = is_bogus ? std::min(html.find('>', at), html.size()) : at + 1;
    }
}

/// What is open while the text is read.
class Guard {
public:
    /// Takes one tag in; gives the id of the fault, or nothing.
    std::string_view take(const Tag& tag) {
        if (tag.end - tag.begin > most_tag_bytes) {
            return "page.long-tag";
        }
        return tag.opens ? open(tag.name) : close(tag.name);
    }

private:
    std::string_view open(const std::string& name) {
        if (is_one_of(refused_tags, name)) {
            return "page.tag-not-allowed";
        }
        if (++elements_ > most_page_elements) {
            return "page.too-many-elements";
        }
        if (is_one_of(formatting_tags, name) && ++unclosed_ > most_unclosed) {
            return "page.unclosed";
        }
        if (is_one_of(void_tags, name)) {
            return {};
        }
        if (inside_text_.empty() && is_one_of(text_tags, name)) {
            inside_text_ = name;
        }
        if (!stack_.empty() && stack_.back() == name && is_one_of(self_closing_tags, name)) {
            return {};
        }
        stack_.push_back(name);
        return static_cast<int>(stack_.size()) > most_page_depth ? "page.too-deep" : std::string_view{};
    }

    std::string_view close(const std::string& name) {
        if (!inside_text_.empty()) {
            if (name != inside_text_) {
                return {};
            }
            inside_text_.clear();
        }
        const bool is_formatting = is_one_of(formatting_tags, name);
        for (auto open = stack_.rbegin(); open != stack_.rend(); ++open) {
            if (*open == name) {
                stack_.erase(std::prev(open.base()), stack_.end());
                unclosed_ -= is_formatting ? 1 : 0;
                return {};
            }
            if (is_formatting && is_one_of(barrier_tags, *open)) {
                return {};
            }
        }
        return {};
    }

    std::vector<std::string> stack_;
    std::string inside_text_;
    int elements_ = 0;
    int unclosed_ = 0;
};

base::Faults one(std::string_view id, const base::Place& place, std::vector<base::Argument> arguments) {
    base::Faults faults;
    lesson::add_fault(faults, id, place, std::move(arguments));
    return faults;
}

} // namespace

base::Faults guard_page(std::string_view html, const std::string& file) {
    if (html.size() > most_page_bytes) {
        return one("page.too-large", {file, 0, 0}, {{"most", std::to_string(most_page_bytes / 1024)}});
    }
    if (const auto bad = base::first_bad_byte(html)) {
        return one("page.not-utf8", lesson::place_at(html, *bad, file), {});
    }
    Guard guard;
    for (Tag tag = next_tag(html, 0); !tag.name.empty(); tag = next_tag(html, tag.end)) {
        if (const std::string_view id = guard.take(tag); !id.empty()) {
            return one(id, lesson::place_at(html, tag.begin, file),
                       {{"tag", tag.name.substr(0, 40)},
                        {"depth", std::to_string(most_page_depth)},
                        {"elements", std::to_string(most_page_elements)},
                        {"unclosed", std::to_string(most_unclosed)},
                        {"bytes", std::to_string(most_tag_bytes)}});
        }
    }
    return {};
}

} // namespace world
