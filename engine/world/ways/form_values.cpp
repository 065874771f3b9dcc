// Values that fit into the fields of forms.
#include "base/text.h"
#include "lesson/matches.h"
#include "world/ways/surf.h"

#include <algorithm>
#include <array>
#include <utility>

namespace world::browsing {

namespace {

constexpr std::string_view any_mail = "nom@exemple.fr";
constexpr std::string_view any_telephone = "06 39 98 12 34"; // of those that are given to nobody
constexpr std::string_view any_password = "Tilleul-42";
constexpr std::array<std::string_view, 2> any_days{"1968-05-03", "2026-06-15"};
constexpr std::array<std::string_view, 4> any_numbers{"1", "2", "10", "100"};

/// A text that a simple regular expression takes: classes, ranges, `?`, `*`, `+`, `{5}`, `{2,4}`.
class Example {
public:
    explicit Example(std::string_view pattern) : rest_(pattern) {}

    std::string made() {
        std::string text;
        while (!rest_.empty()) {
            const std::string sign = next_sign();
            const int times = next_count();
            for (int i = 0; i < times; ++i) {
                text += sign;
            }
        }
        return text;
    }

private:
    static constexpr int most_repeats = 50;

    char take() {
        const char sign = rest_.front();
        rest_.remove_prefix(1);
        return sign;
    }

    std::string next_sign() {
        const char sign = take();
        if (sign == '[') {
            return next_of_class();
        }
        if (sign == '\\' && !rest_.empty()) {
            const char escaped = take();
            return escaped == 'd' ? "1" : escaped == 'w' ? "a" : escaped == 's' ? " " : std::string(1, escaped);
        }
        const bool is_frame = std::string_view("()^$").find(sign) != std::string_view::npos;
        return is_frame ? std::string() : sign == '.' ? "a" : std::string(1, sign);
    }

    /// The first sign of a class; of `[0-9]` a 1, since numbers seldom begin with 0.
    std::string next_of_class() {
        const std::size_t end = std::min(rest_.find(']'), rest_.size());
        const std::string_view signs = rest_.substr(0, end);
        rest_.remove_prefix(std::min(end + 1, rest_.size()));
        if (signs.starts_with("0-9") || signs.starts_with("\\d")) {
            return "1";
        }
        return signs.empty() || signs.front() == '^' ? "a" : std::string(1, signs.front());
    }

    int next_count() {
        if (rest_.empty()) {
            return 1;
        }
        if (rest_.front() == '?' || rest_.front() == '*') {
            take();
            return 0;
        }
        if (rest_.front() == '+') {
            take();
            return 1;
        }
        if (rest_.front() != '{') {
            return 1;
        }
        int count = 0;
        for (take(); !rest_.empty() && rest_.front() >= '0' && rest_.front() <= '9';) {
            count = std::min(count * 10 + (take() - '0'), most_repeats);
        }
        const std::size_t end = std::min(rest_.find('}'), rest_.size());
        rest_.remove_prefix(std::min(end + 1, rest_.size()));
        return count;
    }

    std::string_view rest_;
};

/// What the field's kind suggests, in the order in which it is tried.
std::vector<std::string> suggestions(const Surf& surf, const PageElement& element) {
    const Person& owner = surf.desk().mailbox->owner;
    std::vector<std::string> texts;
    if (element.type == "email") {
        texts = {owner.address, std::string(any_mail)};
    } else if (element.type == "date") {
        texts.assign(any_days.begin(), any_days.end());
        texts.insert(texts.end(), {element.least, element.most});
    } else if (element.type == "number") {
        texts = {element.least};
        texts.insert(texts.end(), any_numbers.begin(), any_numbers.end());
        texts.push_back(element.most);
    } else if (element.type == "tel") {
        texts.emplace_back(any_telephone);
    } else if (element.type == "password") {
        texts.emplace_back(any_password);
    }
    if (!element.pattern.empty()) {
        texts.push_back(Example(element.pattern).made());
    }
    texts.push_back(element.placeholder);
    if (element.type != "password") {
        texts.push_back(owner.name);
        texts.push_back(owner.name + ", " + owner.address);
    }
    texts.insert(texts.end(), {"1", std::string(std::max<std::size_t>(element.shortest, 1), '1')});
    return texts;
}

/// What the matchers name.
std::vector<std::string> named(const Surf& surf, const Matchers& matchers) {
    std::vector<std::string> texts;
    for (const lesson::Matcher* matcher : matchers) {
        if (const std::optional<std::string> text = text_for(*matcher, surf.advice.wish.said)) {
            texts.push_back(fuller(surf, *matcher, *text));
            texts.push_back(*text);
        }
    }
    return texts;
}

bool html_takes(const PageElement& element, const std::string& value) {
    return !(element.required && value.empty()) && !fault_of_value(element, Filled{value, false}, false);
}

/// A date as people write it; everything else as it is.
std::string typed(const PageElement& element, const std::string& value) {
    const bool is_date = element.type == "date" && value.size() == 10 && value[4] == '-';
    return is_date ? value.substr(8, 2) + '/' + value.substr(5, 2) + '/' + value.substr(0, 4) : value;
}

} // namespace

bool is_taken(const PageElement& element, const Matchers& matchers, const std::string& value) {
    const std::string sent = element.type == "date" ? date_of(value).value_or(value) : value;
    return std::ranges::all_of(matchers, [&](const lesson::Matcher* matcher) {
        const auto* exact = element.type == "password" && matcher->test == lesson::Matcher::Test::is
                                ? std::get_if<std::string>(&matcher->operands.front())
                                : nullptr;
        return exact != nullptr ? *exact == value : lesson::matches(*matcher, sent);
    });
}

std::optional<std::string> fitting_text(const Surf& surf, const PageElement& element, const Matchers& matchers) {
    const std::vector<std::string> wished = named(surf, matchers);
    std::vector<std::string> texts = wished;
    const std::vector<std::string> more = suggestions(surf, element);
    texts.insert(texts.end(), more.begin(), more.end());
    for (const std::string& part : wished) {
        texts.push_back("nom" + part); // of an address that ends so
    }
    const auto found = std::ranges::find_if(texts, [&](const std::string& text) {
        return !text.empty() && html_takes(element, text) && is_taken(element, matchers, text);
    });
    if (found != texts.end()) {
        return typed(element, *found);
    }
    return !element.required && is_taken(element, matchers, "") ? std::optional<std::string>("") : std::nullopt;
}

std::optional<std::string> unfitting_text(const PageElement& element, const Matchers& matchers) {
    for (const std::string text : {"", "x", "1", "nom@exemple.fr"}) {
        if (!html_takes(element, text) || !is_taken(element, matchers, text)) {
            return text;
        }
    }
    return std::nullopt;
}

} // namespace world::browsing
