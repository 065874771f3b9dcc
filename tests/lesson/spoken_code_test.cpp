// Spoken codes: every plan comes back, and what is misheard or mistyped is noticed.
#include "base/random.h"
#include "lesson/spoken_code.h"

#include <algorithm>

#include <doctest/doctest.h>

namespace {

lesson::PlanNames names_with(std::size_t lessons) {
    lesson::PlanNames names{{}, {"fr", "en"}, {"azerty-fr", "azerty-be", "bepo", "qwerty-us", "qwertz-ch-fr"}};
    for (std::size_t i = 0; i < lessons; ++i) {
        names.lessons.push_back("lesson." + std::to_string(1000 + i));
    }
    return names;
}

std::string drawn(const std::vector<std::string>& names, base::Random& random) {
    const std::size_t place = random.below(names.size() + 1);
    return place == 0 ? std::string() : names[place - 1];
}

lesson::Plan drawn_plan(const lesson::PlanNames& names, std::size_t lessons, base::Random& random) {
    lesson::Plan plan;
    plan.lessons = names.lessons;
    base::shuffle(plan.lessons, random);
    plan.lessons.resize(lessons);
    plan.language = drawn(names.languages, random);
    plan.layout = drawn(names.layouts, random);
    plan.look = drawn({"bar", "overview"}, random);
    plan.seed = 1 + static_cast<std::int64_t>(random.below(lesson::most_plan_seeds));
    if (const std::size_t safety = random.below(4); safety > 0) {
        plan.safety = static_cast<int>(safety);
    }
    return plan;
}

std::string code(const lesson::Plan& plan, const lesson::PlanNames& names) {
    const auto digits = lesson::code_of(plan, names);
    REQUIRE(digits.has_value());
    return *digits;
}

bool is_refused(const std::string& digits, const lesson::PlanNames& names) {
    const auto plan = lesson::plan_of(digits, names);
    return !plan.ok() && plan.error().id == "plan.code-unknown";
}

} // namespace

TEST_CASE("every plan comes back from its code, however many lessons there are") {
    base::Random random{1};
    for (const std::size_t known : {1U, 2U, 20U, 56U, 138U, 500U}) {
        const lesson::PlanNames names = names_with(known);
        for (int i = 0; i < 300; ++i) {
            const std::size_t most = std::min(known, lesson::most_planned_lessons);
            const lesson::Plan plan = drawn_plan(names, 1 + random.below(most), random);
            const std::string digits = code(plan, names);
            const auto again = lesson::plan_of(lesson::grouped(digits), names);
            CAPTURE(digits);
            REQUIRE(again.ok());
            CHECK(again.value() == plan);
        }
    }
}

TEST_CASE("a code has nine digits for one lesson, and a few more for each further one") {
    base::Random random{2};
    const lesson::PlanNames names = names_with(183);
    for (int i = 0; i < 300; ++i) {
        CHECK(code(drawn_plan(names, 1, random), names).size() == 9);
    }
    CHECK(code(drawn_plan(names_with(56), 2, random), names_with(56)).size() <= 12);
    for (std::size_t lessons = 1; lessons <= lesson::most_planned_lessons; ++lessons) {
        const std::size_t digits = code(drawn_plan(names_with(56), lessons, random), names_with(56)).size();
        CHECK(digits % 3 == 0);
        CHECK(digits <= 9 + 2 * (lessons - 1) + 2);
    }
}

TEST_CASE("every single wrong digit and every swap of two neighbours is noticed") {
    base::Random random{3};
    int tried = 0;
    for (const std::size_t known : {20U, 56U, 138U}) {
        const lesson::PlanNames names = names_with(known);
        for (int i = 0; i < 400; ++i) {
            const std::string right = code(drawn_plan(names, 1 + random.below(8), random), names);
            for (std::size_t place = 0; place < right.size(); ++place) {
                for (char digit = '0'; digit <= '9'; ++digit) {
                    std::string wrong = right;
                    wrong[place] = digit;
                    if (wrong != right) {
                        REQUIRE(is_refused(wrong, names));
                        ++tried;
                    }
                }
                std::string swapped = right;
                if (place > 0) {
                    std::swap(swapped[place - 1], swapped[place]);
                }
                if (swapped != right) {
                    REQUIRE(is_refused(swapped, names));
                    ++tried;
                }
            }
        }
    }
    CHECK(tried > 150'000);
}

TEST_CASE("a computer with other lessons notices nearly every code that is not for it") {
    base::Random random{4};
    int noticed = 0;
    for (std::size_t known = 20; known < 120; ++known) {
        const lesson::PlanNames here = names_with(known);
        lesson::PlanNames there = here;
        there.lessons.back() += "-renamed";
        const std::string digits = code(drawn_plan(here, 1 + random.below(4), random), here);
        noticed += is_refused(digits, there) && is_refused(digits, names_with(known + 1)) ? 1 : 0;
    }
    CHECK(noticed >= 96);
}

TEST_CASE("digits that are still missing are told apart from a code that does not fit") {
    const lesson::PlanNames names = names_with(56);
    base::Random random{5};
    const std::string digits = code(drawn_plan(names, 1, random), names);
    for (std::size_t length = 0; length < digits.size(); ++length) {
        CHECK(lesson::plan_of(digits.substr(0, length), names).error().id == "plan.code-short");
    }
    CHECK(lesson::plan_of(digits + "1", names).error().id == "plan.code-short");
    CHECK(is_refused(digits + "123", names));
    CHECK(is_refused("000" + digits, names));
    CHECK(is_refused("000000000", names));
}

TEST_CASE("a plan that names what is not known has no code") {
    const lesson::PlanNames names = names_with(3);
    const lesson::Plan good{"", {names.lessons[0]}, "", "", std::nullopt, "", 1};
    CHECK(lesson::code_of(good, names).has_value());
    const auto without = [&](auto change) {
        lesson::Plan plan = good;
        change(plan);
        return !lesson::code_of(plan, names).has_value();
    };
    CHECK(without([](lesson::Plan& plan) { plan.lessons.clear(); }));
    CHECK(without([](lesson::Plan& plan) { plan.lessons.emplace_back("no.lesson"); }));
    CHECK(without([](lesson::Plan& plan) { plan.language = "xx"; }));
    CHECK(without([](lesson::Plan& plan) { plan.layout = "xx"; }));
    CHECK(without([](lesson::Plan& plan) { plan.look = "xx"; }));
    CHECK(without([](lesson::Plan& plan) { plan.seed = 101; }));
    CHECK(without([](lesson::Plan& plan) { plan.seed = 0; }));
}

TEST_CASE("digits are shown in groups of three") {
    CHECK(lesson::grouped("412907335") == "412 907 335");
    CHECK(lesson::grouped("4129") == "412 9");
    CHECK(lesson::grouped("").empty());
}
