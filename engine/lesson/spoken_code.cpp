// Plans as numbers of any length, digit by digit.
#include "lesson/spoken_code.h"

#include <algorithm>
#include <array>
#include <cstdint>

namespace lesson {

namespace {

constexpr unsigned check_modulus = 251;
constexpr std::size_t group = 3;
constexpr std::size_t least_digits = 9;
constexpr std::array<std::string_view, 3> looks{"", "bar", "overview"};
constexpr unsigned safeties = 4; // none, and 1 to 3

/// A whole number of any size, in decimal digits, the highest first.
using Number = std::string;

bool is_zero(const Number& number) {
    return std::ranges::all_of(number, [](char digit) { return digit == '0'; });
}

/// number × factor + summand
void take_in(Number& number, unsigned factor, unsigned summand) {
    unsigned carried = summand;
    for (auto digit = number.rbegin(); digit != number.rend(); ++digit) {
        carried += static_cast<unsigned>(*digit - '0') * factor;
        *digit = static_cast<char>('0' + carried % 10);
        carried /= 10;
    }
    for (; carried > 0; carried /= 10) {
        number.insert(number.begin(), static_cast<char>('0' + carried % 10));
    }
}

/// Divides the number; gives the remainder.
unsigned take_out(Number& number, unsigned divisor) {
    unsigned rest = 0;
    for (char& digit : number) {
        rest = rest * 10 + static_cast<unsigned>(digit - '0');
        digit = static_cast<char>('0' + rest / divisor);
        rest %= divisor;
    }
    return rest;
}

/// What all names leave modulo the check's modulus, by FNV-1a (Fowler, Noll, Vo).
unsigned fingerprint(const PlanNames& names) {
    std::uint64_t hash = 0xCBF29CE484222325U;
    const auto add = [&](std::string_view text) {
        for (const char c : text) {
            hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3U;
        }
        hash = (hash ^ 0xFFU) * 0x100000001B3U; // no text holds this byte: it parts them
    };
    for (const auto* list : {&names.lessons, &names.languages, &names.layouts}) {
        std::ranges::for_each(*list, add);
        add("");
    }
    return static_cast<unsigned>(hash % check_modulus);
}

unsigned base_of(const std::vector<std::string>& names) {
    return static_cast<unsigned>(names.size()) + 1;
}

/// The place of a name, from 1; 0 for no name; nothing where it is not known.
std::optional<unsigned> place_of(const std::string& name, const std::vector<std::string>& names) {
    const auto found = std::ranges::find(names, name);
    if (!name.empty() && found == names.end()) {
        return std::nullopt;
    }
    return name.empty() ? 0 : static_cast<unsigned>(found - names.begin()) + 1;
}

std::string name_at(unsigned place, const std::vector<std::string>& names) {
    return place == 0 ? std::string() : names[place - 1];
}

base::Error unknown() {
    return {"plan.code-unknown", {}, {}};
}

/// How many digits a number of so many is written with.
std::size_t padded_length(std::size_t digits) {
    return std::max((digits + group - 1) / group * group, least_digits);
}

/// The lessons, once all else was taken out of the number; nothing where they are none, or one twice.
std::optional<std::vector<std::string>> take_lessons(Number& number, const PlanNames& names) {
    std::vector<std::string> lessons;
    while (!is_zero(number)) {
        const unsigned place = take_out(number, base_of(names.lessons));
        if (place == 0 || lessons.size() == most_planned_lessons) {
            return std::nullopt;
        }
        std::string id = name_at(place, names.lessons);
        if (std::ranges::find(lessons, id) != lessons.end()) {
            return std::nullopt;
        }
        lessons.push_back(std::move(id));
    }
    return lessons.empty() ? std::nullopt : std::optional(std::move(lessons));
}

} // namespace

std::optional<std::string> code_of(const Plan& plan, const PlanNames& names) {
    const auto look = std::ranges::find(looks, plan.look);
    const auto layout = place_of(plan.layout, names.layouts);
    const auto language = place_of(plan.language, names.languages);
    const bool fits = !plan.lessons.empty() && plan.lessons.size() <= most_planned_lessons && look != looks.end() &&
                      layout && language && plan.seed >= 1 && plan.seed <= most_plan_seeds;
    if (!fits) {
        return std::nullopt;
    }
    Number number;
    for (auto id = plan.lessons.rbegin(); id != plan.lessons.rend(); ++id) {
        const auto place = place_of(*id, names.lessons);
        if (!place || *place == 0) {
            return std::nullopt;
        }
        take_in(number, base_of(names.lessons), *place);
    }
    take_in(number, most_plan_seeds, static_cast<unsigned>(plan.seed - 1));
    take_in(number, looks.size(), static_cast<unsigned>(look - looks.begin()));
    take_in(number, safeties, static_cast<unsigned>(std::clamp(plan.safety.value_or(0), 0, 3)));
    take_in(number, base_of(names.layouts), *layout);
    take_in(number, base_of(names.languages), *language);
    take_in(number, check_modulus, fingerprint(names));
    return std::string(padded_length(number.size()) - number.size(), '0') + number;
}

base::Result<Plan> plan_of(std::string_view code, const PlanNames& names) {
    Number number;
    std::ranges::copy_if(code, std::back_inserter(number), [](char c) { return c >= '0' && c <= '9'; });
    if (number.size() < least_digits || number.size() % group != 0) {
        return base::Error{"plan.code-short", {}, {}};
    }
    const std::size_t highest = number.find_first_not_of('0');
    if (highest == Number::npos || padded_length(number.size() - highest) != number.size()) {
        return unknown();
    }
    if (take_out(number, check_modulus) != fingerprint(names)) {
        return unknown();
    }
    Plan plan;
    plan.language = name_at(take_out(number, base_of(names.languages)), names.languages);
    plan.layout = name_at(take_out(number, base_of(names.layouts)), names.layouts);
    if (const unsigned safety = take_out(number, safeties); safety > 0) {
        plan.safety = static_cast<int>(safety);
    }
    plan.look = looks.at(take_out(number, looks.size()));
    plan.seed = 1 + static_cast<std::int64_t>(take_out(number, most_plan_seeds));
    auto lessons = take_lessons(number, names);
    if (!lessons) {
        return unknown();
    }
    plan.lessons = std::move(*lessons);
    return plan;
}

std::string grouped(std::string_view digits) {
    std::string text;
    for (std::size_t i = 0; i < digits.size(); ++i) {
        if (i > 0 && i % group == 0) {
            text += ' ';
        }
        text += digits[i];
    }
    return text;
}

} // namespace lesson
