// Reads the colours of style sheets.
#include "lesson/lint/css.h"

#include "base/text.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <utility>

#include <fmt/format.h>

namespace lesson::lint {

namespace {

struct NamedColour {
    std::string_view name;
    Colour colour;
};

/// The sixteen of HTML and those that people use besides.
constexpr std::array<NamedColour, 24> named_colours{{
    {"aqua", {0, 255, 255}},        {"black", {0, 0, 0}},           {"blue", {0, 0, 255}},
    {"brown", {165, 42, 42}},       {"cyan", {0, 255, 255}},        {"darkblue", {0, 0, 139}},
    {"darkgreen", {0, 100, 0}},     {"darkred", {139, 0, 0}},       {"fuchsia", {255, 0, 255}},
    {"gray", {128, 128, 128}},      {"green", {0, 128, 0}},         {"grey", {128, 128, 128}},
    {"lightgray", {211, 211, 211}}, {"lightgrey", {211, 211, 211}}, {"lime", {0, 255, 0}},
    {"maroon", {128, 0, 0}},        {"navy", {0, 0, 128}},          {"olive", {128, 128, 0}},
    {"orange", {255, 165, 0}},      {"purple", {128, 0, 128}},      {"red", {255, 0, 0}},
    {"silver", {192, 192, 192}},    {"teal", {0, 128, 128}},        {"white", {255, 255, 255}},
}};

std::optional<int> hexadecimal(std::string_view digits) {
    int number = 0;
    const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), number, 16);
    return read.ec == std::errc() && read.ptr == digits.data() + digits.size() ? std::optional(number) : std::nullopt;
}

std::optional<Colour> hash_colour(std::string_view digits) {
    const auto number = hexadecimal(digits);
    if (!number || (digits.size() != 3 && digits.size() != 6)) {
        return std::nullopt;
    }
    const int bits = digits.size() == 3 ? 4 : 8;
    const auto part = [&](int shift) {
        const int value = (*number >> (shift * bits)) & ((1 << bits) - 1);
        return static_cast<std::uint8_t>(bits == 4 ? value * 17 : value);
    };
    return Colour{part(2), part(1), part(0)};
}

std::optional<Colour> function_colour(std::string_view parts) {
    std::array<std::uint8_t, 3> read{};
    for (std::uint8_t& part : read) {
        parts.remove_prefix(std::min(parts.find_first_of("0123456789"), parts.size()));
        unsigned value = 0;
        const auto number = std::from_chars(parts.data(), parts.data() + parts.size(), value);
        if (number.ec != std::errc()) {
            return std::nullopt;
        }
        part = static_cast<std::uint8_t>(std::min(value, 255U));
        parts.remove_prefix(static_cast<std::size_t>(number.ptr - parts.data()));
    }
    return Colour{read[0], read[1], read[2]};
}

/// WCAG 2.2, relative luminance.
double luminance(const Colour& colour) {
    const auto linear = [](std::uint8_t part) {
        const double s = part / 255.0;
        return s <= 0.04045 ? s / 12.92 : std::pow((s + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(colour.red) + 0.7152 * linear(colour.green) + 0.0722 * linear(colour.blue);
}

bool is_name_part(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' ||
           static_cast<unsigned char>(c) >= 0x80;
}

std::string take_name(std::string_view& text) {
    const auto end = std::ranges::find_if_not(text, is_name_part);
    std::string name(text.begin(), end);
    text.remove_prefix(name.size());
    return name;
}

/// One compound from the front of a selector; nothing where it asks for more than how a page looks at first.
std::optional<Compound> take_compound(std::string_view& text) {
    Compound compound;
    if (text.starts_with("*")) {
        text.remove_prefix(1);
    } else {
        compound.tag = base::lower(take_name(text));
    }
    while (!text.empty() && text.front() != ' ' && text.front() != '>') {
        const char sign = text.front();
        text.remove_prefix(1);
        if (sign == '.') {
            compound.classes.push_back(take_name(text));
        } else if (sign == '#') {
            compound.id = take_name(text);
        } else if (sign == '[') {
            const std::string_view inside = text.substr(0, text.find(']'));
            const std::size_t equals = std::min(inside.find('='), inside.size());
            std::string_view value = inside.substr(std::min(equals + 1, inside.size()));
            if (value.size() > 1 && (value.front() == '"' || value.front() == '\'')) {
                value = value.substr(1, value.size() - 2);
            }
            compound.attributes.push_back({std::string(inside.substr(0, equals)), std::string(value)});
            text.remove_prefix(std::min(inside.size() + 1, text.size()));
        } else {
            return std::nullopt;
        }
    }
    return compound;
}

std::optional<std::vector<Compound>> read_selector(std::string_view text) {
    std::vector<Compound> selector;
    bool is_child = false;
    for (text = base::trim(text); !text.empty(); text = base::trim(text)) {
        if (text.front() == '>') {
            is_child = true;
            text = base::trim(text.substr(1));
            continue;
        }
        auto compound = take_compound(text);
        if (!compound) {
            return std::nullopt;
        }
        compound->is_child = std::exchange(is_child, false);
        selector.push_back(std::move(*compound));
    }
    return selector.empty() ? std::nullopt : std::optional(selector);
}

int weight_of(const std::vector<Compound>& selector) {
    std::size_t weight = 0;
    for (const Compound& compound : selector) {
        weight += (compound.id.empty() ? 0 : 10'000) + 100 * (compound.classes.size() + compound.attributes.size()) +
                  (compound.tag.empty() ? 0 : 1);
    }
    return static_cast<int>(weight);
}

/// The style sheet with blanks in the place of remarks.
std::string without_remarks(std::string_view css) {
    std::string result(css);
    for (std::size_t open = result.find("/*"); open != std::string::npos; open = result.find("/*", open)) {
        const std::size_t close = result.find("*/", open + 2);
        const std::size_t end = close == std::string::npos ? result.size() : close + 2;
        std::fill(result.begin() + static_cast<std::ptrdiff_t>(open), result.begin() + static_cast<std::ptrdiff_t>(end),
                  ' ');
    }
    return result;
}

/// The position behind the brace that closes the one at `open`.
std::size_t behind_block(std::string_view css, std::size_t open) {
    int level = 0;
    for (std::size_t i = open; i < css.size(); ++i) {
        level += css[i] == '{' ? 1 : css[i] == '}' ? -1 : 0;
        if (level == 0) {
            return i + 1;
        }
    }
    return css.size();
}

/// What a background declares: its colour, or that there is none; nothing where it says neither.
struct Declared {
    std::optional<Colour> colour;
};
std::optional<Declared> background_of(std::string_view value) {
    std::string_view rest = value;
    while (!rest.empty()) {
        const std::size_t end = rest.starts_with("rgb") ? rest.find(')') : rest.find(' ');
        const std::string_view word = rest.substr(0, end == std::string_view::npos ? end : end + 1);
        if (const auto colour = colour_of(base::trim(word))) {
            return Declared{colour};
        }
        rest.remove_prefix(std::max<std::size_t>(word.size(), 1));
    }
    return value == "none" || value == "transparent" ? std::optional(Declared{}) : std::nullopt;
}

/// Adds what the declarations of one block say about colours, for each of its selectors.
class BlockReader {
public:
    BlockReader(const std::string& file, std::vector<ColourRule>& rules) : file_(file), rules_(rules) {}

    void read(std::string_view selectors, std::string_view block, std::size_t position) {
        while (!block.empty()) {
            const std::size_t end = std::min(block.find(';'), block.size());
            read_declaration(selectors, block.substr(0, end), position);
            position += std::min(end + 1, block.size());
            block.remove_prefix(std::min(end + 1, block.size()));
        }
    }

private:
    void read_declaration(std::string_view selectors, std::string_view declaration, std::size_t position) {
        const std::size_t colon = declaration.find(':');
        if (colon == std::string_view::npos) {
            return;
        }
        const std::string name = base::lower(base::trim(declaration.substr(0, colon)));
        std::string value = base::lower(base::trim(declaration.substr(colon + 1)));
        value = base::trim(std::string_view(value).substr(0, value.find('!')));
        std::optional<Declared> declared;
        if (name == "color") {
            const auto colour = colour_of(value);
            declared = colour ? std::optional(Declared{colour}) : std::nullopt;
        } else if (name == "background" || name == "background-color") {
            declared = background_of(value);
        }
        if (!declared) {
            return;
        }
        position += declaration.find_first_not_of(" \n\t\r");
        while (!selectors.empty()) {
            const std::size_t end = std::min(selectors.find(','), selectors.size());
            if (auto selector = read_selector(selectors.substr(0, end))) {
                const int weight = weight_of(*selector);
                rules_.push_back({std::move(*selector), weight, name != "color", declared->colour, file_, position});
            }
            selectors.remove_prefix(std::min(end + 1, selectors.size()));
        }
    }

    const std::string& file_;
    std::vector<ColourRule>& rules_;
};

bool fits_element(const Compound& compound, const Element& element) {
    return (compound.tag.empty() || compound.tag == element.tag) &&
           (compound.id.empty() || compound.id == element.attribute("id")) &&
           std::ranges::all_of(compound.classes, [&](const std::string& name) { return element.has_class(name); }) &&
           std::ranges::all_of(compound.attributes, [&](const std::array<std::string, 2>& asked) {
               return element.has(asked[0]) && (asked[1].empty() || element.attribute(asked[0]) == asked[1]);
           });
}

} // namespace

std::optional<Colour> colour_of(std::string_view text) {
    if (text.starts_with("#")) {
        return hash_colour(text.substr(1));
    }
    if (text.starts_with("rgb")) {
        return function_colour(text);
    }
    const auto named = std::ranges::find(named_colours, text, &NamedColour::name);
    return named == named_colours.end() ? std::nullopt : std::optional(named->colour);
}

std::string written(const Colour& colour) {
    return fmt::format("#{:02x}{:02x}{:02x}", colour.red, colour.green, colour.blue);
}

double contrast(const Colour& a, const Colour& b) {
    const auto [darker, lighter] = std::minmax({luminance(a), luminance(b)});
    return (lighter + 0.05) / (darker + 0.05);
}

std::vector<ColourRule> colour_rules(std::string_view css, const std::string& file) {
    const std::string clean = without_remarks(css);
    const std::string_view text = clean;
    std::vector<ColourRule> rules;
    BlockReader reader(file, rules);
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t open = text.find('{', begin);
        if (open == std::string_view::npos) {
            break;
        }
        const std::string_view selectors = base::trim(text.substr(begin, open - begin));
        const std::size_t end = behind_block(text, open);
        if (!selectors.starts_with("@")) {
            reader.read(selectors, text.substr(open + 1, end - open - 2), open + 1);
        }
        begin = end;
    }
    return rules;
}

bool fits(const std::vector<Compound>& selector, const std::vector<Element>& page, std::size_t element) {
    std::vector<std::size_t> chain;
    for (std::size_t up = element; up != Element::none; up = page[up].parent) {
        chain.insert(chain.begin(), up);
    }
    // For each element of the chain: whether the compounds so far fit those down to it, the last of them it itself.
    std::vector<bool> reached(chain.size(), false);
    for (std::size_t part = 0; part < selector.size(); ++part) {
        std::vector<bool> next(chain.size(), false);
        bool is_above = part == 0;
        for (std::size_t i = 0; i < chain.size(); ++i) {
            const bool is_parent = i > 0 && reached[i - 1];
            is_above = is_above || is_parent;
            next[i] = (selector[part].is_child ? is_parent : is_above) && fits_element(selector[part], page[chain[i]]);
        }
        reached = std::move(next);
    }
    return !chain.empty() && reached.back();
}

} // namespace lesson::lint
