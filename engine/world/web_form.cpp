// What browsers and sites check in a form, and what follows once it is sent.
#include "world/web_form.h"

#include "base/text.h"
#include "lesson/matches.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <regex>
#include <utility>

namespace world {

namespace {

constexpr std::size_t most_entries = 100;

Words fault(std::string_view what, std::vector<base::Argument> arguments = {}) {
    return message("desk.browser.fault." + std::string(what), std::move(arguments));
}

std::optional<double> number_of(std::string_view typed) {
    std::string text(base::trim(typed));
    std::ranges::replace(text, ',', '.');
    double number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool is_number =
        error == std::errc() && end == text.data() + text.size() && std::isfinite(number) && !text.empty();
    return is_number ? std::optional(number) : std::nullopt;
}

int days_in(int month, int year) {
    constexpr std::array days{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    const bool is_leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return month == 2 && is_leap ? 29 : days.at(static_cast<std::size_t>(month - 1));
}

std::string two_digits(int number) {
    return (number < 10 ? "0" : "") + std::to_string(number);
}

/// A date as people write it: `07/03/2026`.
std::string as_people_write(std::string_view date) {
    return date.size() != 10 ? std::string(date)
                             : std::string(date.substr(8, 2)) + '/' + std::string(date.substr(5, 2)) + '/' +
                                   std::string(date.substr(0, 4));
}

/// Whether an address can be one (HTML standard, valid e-mail address), and has a dot behind the @ as all have that
/// people write to.
bool is_mail_address(std::string_view text) {
    const std::size_t at = text.find('@');
    if (at == 0 || at == std::string_view::npos || text.find('@', at + 1) != std::string_view::npos) {
        return false;
    }
    const std::string_view host = text.substr(at + 1);
    const std::size_t dot = host.rfind('.');
    const bool has_dot = dot != std::string_view::npos && dot > 0 && dot + 1 < host.size();
    const auto is_bad = [](char sign) {
        return static_cast<unsigned char>(sign) <= ' ' || static_cast<unsigned char>(sign) >= 0x7F ||
               std::string_view("()<>[],;:\\\"").find(sign) != std::string_view::npos;
    };
    return has_dot && std::ranges::none_of(text, is_bad) && host.find("..") == std::string_view::npos;
}

/// Whether trying a pattern takes little time whatever the value is: few open repetitions, and at most one group that
/// is repeated, a fixed number of times. The matcher tries all ways, and would take for ever otherwise.
bool is_cheap(const std::string& pattern) {
    constexpr std::size_t most_pattern = 100;
    constexpr int most_open = 3;
    constexpr int most_optional = 10;
    static const std::regex open_repeat("[*+]|\\{[0-9]*,[0-9]*\\}");
    static const std::regex fixed_group("\\)\\{[0-9]\\}|\\)\\{1[0-9]\\}");
    static const std::regex costly("\\)[*+]|\\)\\{[0-9]*,|[*+}?]\\{|\\{[0-9]{3,}|,[0-9]{3,}\\}|\\\\[1-9]");
    const auto count = [&](const std::regex& what) {
        return std::distance(std::sregex_iterator(pattern.begin(), pattern.end(), what), std::sregex_iterator());
    };
    const auto groups = std::ranges::count(pattern, ')');
    const bool repeats_group = count(fixed_group) > 0;
    return pattern.size() <= most_pattern && count(costly) == 0 && (!repeats_group || groups <= 1) &&
           count(open_repeat) <= (repeats_group ? 0 : most_open) && std::ranges::count(pattern, '?') <= most_optional &&
           (groups > 0 || pattern.find('(') == std::string::npos);
}

/// Whether the whole value fits a pattern; one that is no regular expression is passed over, as browsers do.
bool fits(const std::string& value, const std::string& pattern) {
    constexpr std::size_t most_value = 100;
    if (!is_cheap(pattern)) {
        return true;
    }
    try {
        return value.size() <= most_value && std::regex_match(value, std::regex(pattern, std::regex::ECMAScript));
    } catch (const std::regex_error&) {
        return true;
    }
}

std::optional<Words> fault_of_number(const PageElement& element, const std::string& value) {
    const std::optional<double> number = number_of(value);
    if (!number) {
        return fault("number");
    }
    const std::optional<double> least = number_of(element.least);
    const std::optional<double> most = number_of(element.most);
    if (least && *number < *least) {
        return fault("least", {{"least", element.least}});
    }
    if (most && *number > *most) {
        return fault("most", {{"most", element.most}});
    }
    return std::nullopt;
}

std::optional<Words> fault_of_date(const PageElement& element, const std::string& value) {
    const std::optional<std::string> date = date_of(value);
    if (!date) {
        return fault("date");
    }
    if (!element.least.empty() && *date < element.least) {
        return fault("early", {{"least", as_people_write(element.least)}});
    }
    if (!element.most.empty() && *date > element.most) {
        return fault("late", {{"most", as_people_write(element.most)}});
    }
    return std::nullopt;
}

std::optional<Words> fault_of_length(const PageElement& element, const std::string& value) {
    const std::size_t length = base::length(value);
    if (element.longest != 0 && length > element.longest) {
        return fault("long", {{"most", std::to_string(element.longest)}, {"length", std::to_string(length)}});
    }
    if (length < element.shortest) {
        return fault("short", {{"least", std::to_string(element.shortest)}, {"length", std::to_string(length)}});
    }
    return std::nullopt;
}

std::optional<Words> fault_of_text(const PageElement& element, const std::string& value) {
    if (element.type == "email" && !is_mail_address(base::trim(value))) {
        return fault(value.find('@') == std::string::npos ? "email-at" : "email", {{"value", value}});
    }
    if (element.type == "number") {
        return fault_of_number(element, value);
    }
    if (element.type == "date") {
        return fault_of_date(element, value);
    }
    if (const std::optional<Words> length = fault_of_length(element, value)) {
        return length;
    }
    if (element.kind == ElementKind::field && !element.pattern.empty() && !fits(value, element.pattern)) {
        return fault("pattern");
    }
    return std::nullopt;
}

std::string_view fault_of_missing(ElementKind kind) {
    switch (kind) {
    case ElementKind::tick:
        return "tick";
    case ElementKind::radio:
        return "radio";
    case ElementKind::choice:
        return "choice";
    case ElementKind::file:
        return "file";
    default:
        return "required";
    }
}

bool is_missing(const PageElement& element, const Filled& filled, bool group_is_on) {
    switch (element.kind) {
    case ElementKind::tick:
        return !filled.is_on;
    case ElementKind::radio:
        return !group_is_on;
    default:
        return filled.value.empty();
    }
}

bool is_on_in_group(const Page& page, std::size_t number, const std::vector<Filled>& filled) {
    for (std::size_t i = 0; i < page.elements.size(); ++i) {
        const PageElement& one = page.elements[i];
        const PageElement& other = page.elements[number];
        if (one.kind == ElementKind::radio && one.form == other.form && one.name == other.name && filled[i].is_on) {
            return true;
        }
    }
    return false;
}

/// What the learner reads where the value is a code: the option's, the radio's label, the date as people write it.
std::string words_for(const PageElement& element, const std::string& value) {
    if (element.kind == ElementKind::choice) {
        const auto option = std::ranges::find(element.options, value, &PageOption::value);
        return option == element.options.end() ? value : option->words;
    }
    return element.type == "date" ? as_people_write(value) : element.words;
}

bool is_sent(const PageElement& element, const Filled& filled) {
    switch (element.kind) {
    case ElementKind::link:
        return false;
    case ElementKind::tick:
    case ElementKind::radio:
    case ElementKind::button:
        return filled.is_on;
    default:
        return true;
    }
}

bool fits_rule(const lesson::SiteRule& rule, const PageRow& values) {
    return std::ranges::all_of(rule.when, [&](const lesson::FieldPattern& wanted) {
        const auto value = values.find(wanted.field);
        return lesson::matches(wanted.matcher, value == values.end() ? std::string() : value->second);
    });
}

void change_lists(SiteMemory& memory, const lesson::SiteRule& rule, const PageRow& values) {
    if (!rule.clear.empty()) {
        memory.lists[rule.clear].clear();
    }
    if (!rule.remove.empty()) {
        const auto entry = values.find("entry");
        std::erase_if(memory.lists[rule.remove], [&](const PageRow& row) {
            const auto own = row.find("entry");
            return entry != values.end() && own != row.end() && own->second == entry->second;
        });
    }
    if (!rule.add.empty() && memory.lists[rule.add].size() < most_entries) {
        PageRow row = values;
        row.insert_or_assign("entry", std::to_string(memory.next_entry++));
        memory.lists[rule.add].push_back(std::move(row));
    }
}

void set_values(SiteMemory& memory, const lesson::SiteRule& rule, const PageRow& values) {
    const PageData data{values, memory.lists};
    for (const auto& [name, value] : rule.set) {
        memory.values.insert_or_assign(name, filled_in(value, data));
    }
}

} // namespace

std::optional<std::string> date_of(std::string_view typed) {
    std::array<int, 3> parts{};
    std::array<std::size_t, 3> digits{};
    std::size_t part = 0;
    for (const char sign : base::trim(typed)) {
        if (sign >= '0' && sign <= '9') {
            parts.at(part) = parts.at(part) * 10 + (sign - '0');
            if (++digits.at(part) > 4) {
                return std::nullopt;
            }
        } else if (std::string_view("/-. ").find(sign) != std::string_view::npos && digits.at(part) > 0 && part < 2) {
            ++part;
        } else {
            return std::nullopt;
        }
    }
    const bool year_first = digits[0] == 4;
    int year = year_first ? parts[0] : parts[2];
    int month = parts[1];
    int day = year_first ? parts[2] : parts[0];
    if (part != 2 || digits[2] == 0 || digits[1] > 2 || (!year_first && (digits[0] > 2 || digits[2] == 3))) {
        return std::nullopt;
    }
    if (!year_first && digits[2] <= 2) {
        year += year < 40 ? 2000 : 1900;
    }
    if (month > 12 && day <= 12) {
        std::swap(month, day); // the month first, as some countries write it
    }
    if (month < 1 || month > 12 || day < 1 || day > days_in(month, year) || year < 1000) {
        return std::nullopt;
    }
    return std::to_string(year) + '-' + two_digits(month) + '-' + two_digits(day);
}

std::optional<Words> fault_of_value(const PageElement& element, const Filled& filled, bool group_is_on) {
    const bool is_checked = element.enabled && !element.read_only && element.kind != ElementKind::hidden &&
                            element.kind != ElementKind::button && element.kind != ElementKind::link;
    if (!is_checked) {
        return std::nullopt;
    }
    if (element.required && is_missing(element, filled, group_is_on)) {
        return fault(fault_of_missing(element.kind));
    }
    const bool is_text = element.kind == ElementKind::field || element.kind == ElementKind::area;
    return is_text && !filled.value.empty() ? fault_of_text(element, filled.value) : std::nullopt;
}

PageRow values_of(const Page& page, int form, const std::vector<Filled>& filled) {
    PageRow values;
    for (std::size_t i = 0; i < page.elements.size(); ++i) {
        const PageElement& element = page.elements[i];
        if (element.form != form || element.name.empty() || !element.enabled || !is_sent(element, filled[i])) {
            continue;
        }
        const std::optional<std::string> date = element.type == "date" ? date_of(filled[i].value) : std::nullopt;
        const std::string value = date.value_or(filled[i].value);
        std::string& sent = values[element.name];
        // Several ticks of one name are one answer.
        sent = element.kind == ElementKind::tick && !sent.empty() ? sent + ", " + value : value;
        if (element.kind == ElementKind::choice || element.kind == ElementKind::radio || element.type == "date") {
            values[element.name + ".words"] = words_for(element, value);
        }
    }
    return values;
}

std::optional<FormFault> first_fault(const Page& page, int form, const std::vector<Filled>& filled) {
    for (std::size_t i = 0; i < page.elements.size(); ++i) {
        const PageElement& element = page.elements[i];
        if (element.form != form) {
            continue;
        }
        if (std::optional<Words> words = fault_of_value(element, filled[i], is_on_in_group(page, i, filled))) {
            return FormFault{element.target, element.name, std::move(*words)};
        }
    }
    return std::nullopt;
}

/// Passwords are the one thing whose capitals count.
bool is_as_asked(const lesson::SiteCheck& check, const std::string& value, bool is_password) {
    const bool has_text = is_password && check.is.test == lesson::Matcher::Test::is && !check.is.operands.empty();
    const auto* wanted = has_text ? std::get_if<std::string>(&check.is.operands.front()) : nullptr;
    return wanted != nullptr ? *wanted == value : lesson::matches(check.is, value);
}

std::vector<FormFault> site_faults(const lesson::SiteForm& form, const Page& page, int number, const PageRow& values) {
    std::vector<FormFault> faults;
    for (const lesson::SiteCheck& check : form.checks) {
        const auto value = values.find(check.field);
        const auto element = std::ranges::find_if(page.elements, [&](const PageElement& one) {
            return one.form == number && one.name == check.field && one.kind != ElementKind::hidden;
        });
        const bool is_password = element != page.elements.end() && element->type == "password";
        if (is_as_asked(check, value == values.end() ? std::string() : value->second, is_password)) {
            continue;
        }
        const bool is_told = std::ranges::find(faults, check.field, &FormFault::field) != faults.end();
        if (!is_told) {
            faults.push_back({element == page.elements.end() ? std::string() : element->target, check.field,
                              as_it_is(check.otherwise)});
        }
    }
    return faults;
}

FormOutcome send(SiteMemory& memory, const lesson::Site& site, const std::string& form, const PageRow& values) {
    std::erase_if(memory.sent, [&](const SentForm& one) { return one.form == form; });
    memory.sent.push_back({form, values});
    const auto known = std::ranges::find(site.forms, form, &lesson::SiteForm::name);
    if (known == site.forms.end()) {
        return {};
    }
    const auto rule =
        std::ranges::find_if(known->rules, [&](const lesson::SiteRule& one) { return fits_rule(one, values); });
    if (rule == known->rules.end()) {
        return {};
    }
    change_lists(memory, *rule, values);
    set_values(memory, *rule, values);
    return {rule->next, rule->download};
}

} // namespace world
