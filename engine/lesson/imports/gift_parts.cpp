// Blocks, escapes and formats of GIFT.
#include "lesson/imports/gift_parts.h"

#include "base/text.h"
#include "lesson/imports/draft.h"
#include "lesson/imports/importers.h"

#include <algorithm>
#include <array>
#include <gumbo.h>
#include <utility>

namespace lesson::imports::gift {

namespace {

/// Texts of an HTML tree, blanks collapsed, with a line break for each paragraph.
class HtmlText {
public:
    explicit HtmlText(bool marks) : marks_(marks) {}

    void add(const GumboNode& node, int depth) {
        constexpr int deepest = 64;
        if (node.type == GUMBO_NODE_TEXT || node.type == GUMBO_NODE_WHITESPACE || node.type == GUMBO_NODE_CDATA) {
            add_text(node.v.text.text);
        } else if (node.type == GUMBO_NODE_ELEMENT && depth < deepest) {
            add_element(node.v.element, depth);
        }
    }

    std::string take() { return std::string(base::trim(text_)); }
    bool has_more() const { return has_more_; }

private:
    void add_text(std::string_view text) {
        for (const char letter : text) {
            const bool is_blank = letter == ' ' || letter == '\n' || letter == '\t' || letter == '\r';
            if (is_blank) {
                text_ += text_.empty() || text_.back() == ' ' || text_.back() == '\n' ? "" : " ";
            } else if (static_cast<unsigned char>(letter) >= ' ' && letter != '\x7F') {
                text_ += marks_ ? without_marks({&letter, 1}) : std::string(1, letter);
            }
        }
    }

    void add_element(const GumboElement& element, int depth) {
        const GumboTag tag = element.tag;
        const bool is_left_out = tag == GUMBO_TAG_SCRIPT || tag == GUMBO_TAG_STYLE || tag == GUMBO_TAG_IMG ||
                                 tag == GUMBO_TAG_VIDEO || tag == GUMBO_TAG_AUDIO || tag == GUMBO_TAG_IFRAME ||
                                 tag == GUMBO_TAG_OBJECT;
        has_more_ = has_more_ || is_left_out;
        if (is_left_out || tag == GUMBO_TAG_HEAD) {
            return;
        }
        const bool is_bold = marks_ && (tag == GUMBO_TAG_B || tag == GUMBO_TAG_STRONG);
        const bool is_paragraph = tag == GUMBO_TAG_P || tag == GUMBO_TAG_DIV || tag == GUMBO_TAG_LI ||
                                  tag == GUMBO_TAG_BR || tag == GUMBO_TAG_TR;
        if (is_paragraph && !text_.empty() && text_.back() != '\n') {
            text_ += '\n';
        }
        const bool opens = is_bold && !is_bold_;
        if (opens) {
            is_bold_ = true;
            text_ += '*';
        }
        for (unsigned int i = 0; i < element.children.length; ++i) {
            add(*static_cast<const GumboNode*>(element.children.data[i]), depth + 1);
        }
        if (opens) {
            is_bold_ = false;
            text_ += '*';
        }
    }

    bool marks_;
    bool is_bold_ = false;
    bool has_more_ = false;
    std::string text_;
};

std::string from_html(std::string_view html, bool marks, bool& has_more) {
    // What is longer or has more elements cannot be shown anyway; the parser would nest them one in another.
    constexpr std::size_t longest = 20'000;
    constexpr std::ptrdiff_t most_tags = 256;
    if (html.size() > longest || std::ranges::count(html, '<') > most_tags) {
        has_more = true;
        return marks ? without_marks(html) : std::string(html);
    }
    const std::string whole(html);
    GumboOutput* tree = gumbo_parse_with_options(&kGumboDefaultOptions, whole.data(), whole.size());
    if (tree == nullptr) {
        return {};
    }
    HtmlText text(marks);
    text.add(*tree->root, 0);
    gumbo_destroy_output(&kGumboDefaultOptions, tree);
    has_more = has_more || text.has_more();
    return text.take();
}

/// `**bold**` and `_emphasis_` lose their marks (bold keeps one where marks are kept); `[words](address)` are words.
std::string from_markdown(std::string_view markdown, bool marks, bool& has_more) {
    std::string text;
    std::size_t bold = 0;
    for (std::size_t i = 0; i < markdown.size(); ++i) {
        const std::string_view rest = markdown.substr(i);
        const std::size_t close = rest.starts_with('[') ? rest.find("](") : std::string_view::npos;
        const std::size_t end = close == std::string_view::npos ? close : rest.find(')', close);
        if (rest.starts_with("![")) {
            has_more = true;
        } else if (end != std::string_view::npos) {
            text += marks ? without_marks(rest.substr(1, close - 1)) : std::string(rest.substr(1, close - 1));
            i += end;
        } else if (rest.starts_with("**") || rest.starts_with("__")) {
            text += marks ? "*" : "";
            ++bold;
            ++i;
        } else {
            text += marks ? without_marks(rest.substr(0, 1)) : std::string(rest.substr(0, 1));
        }
    }
    if (marks && bold % 2 == 1) {
        text += '*'; // what is opened ends with the text
    }
    return text;
}

bool is_comment(std::string_view line) {
    return base::trim(line).starts_with("//");
}

} // namespace

std::size_t find_free(std::string_view text, std::string_view characters, std::size_t from) {
    for (std::size_t i = from; i < text.size(); ++i) {
        if (text[i] == '\\') {
            ++i;
        } else if (characters.find(text[i]) != std::string_view::npos) {
            return i;
        }
    }
    return std::string_view::npos;
}

std::string unescaped(std::string_view text) {
    std::string result;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '\\' || i + 1 == text.size()) {
            result += text[i];
            continue;
        }
        const char next = text[i + 1];
        if (next == 'n') {
            result += '\n';
            ++i;
        } else if (std::string_view("~=#{}:\\").find(next) != std::string_view::npos) {
            result += next;
            ++i;
        } else {
            result += '\\';
        }
    }
    return result;
}

std::vector<Block> blocks_of(std::string_view text) {
    std::vector<Block> blocks;
    Block block;
    std::string category;
    bool in_braces = false;
    int number = 0;
    const auto close = [&] {
        if (!base::trim(block.text).empty()) {
            block.category = category;
            blocks.push_back(std::move(block));
        }
        block = {};
        in_braces = false;
    };
    for (const std::string& line : lines_of(text)) {
        ++number;
        if (is_comment(line)) {
            continue;
        }
        if (base::trim(line).empty() && !in_braces) {
            close();
            continue;
        }
        if (constexpr std::string_view sign = "$CATEGORY:"; !in_braces && base::trim(line).starts_with(sign)) {
            close();
            category = base::trim(base::trim(line).substr(sign.size()));
            continue;
        }
        block.line = block.line == 0 ? number : block.line;
        block.text += line + "\n";
        for (std::size_t at = find_free(line, "{}"); at != std::string_view::npos; at = find_free(line, "{}", at + 1)) {
            in_braces = line[at] == '{';
        }
    }
    close();
    return blocks;
}

std::optional<Markup> take_format(std::string_view& text) {
    constexpr std::array formats{std::pair<std::string_view, Markup>("[html]", Markup::html),
                                 std::pair<std::string_view, Markup>("[markdown]", Markup::markdown),
                                 std::pair<std::string_view, Markup>("[moodle]", Markup::html),
                                 std::pair<std::string_view, Markup>("[plain]", Markup::plain)};
    const std::string_view trimmed = base::trim(text);
    for (const auto& [sign, markup] : formats) {
        if (trimmed.starts_with(sign)) {
            text = trimmed.substr(sign.size());
            return markup;
        }
    }
    return std::nullopt;
}

std::string readable(std::string_view text, Markup markup, bool marks, bool& has_more) {
    const std::string written = unescaped(base::trim(text));
    if (markup == Markup::html) {
        return from_html(written, marks, has_more);
    }
    if (markup == Markup::markdown) {
        return from_markdown(written, marks, has_more);
    }
    return marks ? without_marks(written) : written;
}

} // namespace lesson::imports::gift
