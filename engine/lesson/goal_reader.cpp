// Goals as authors write them: facts, their fields, and how fields are asked for.
#include "lesson/goal_reader.h"

#include "base/text.h"
#include "lesson/fault.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <optional>
#include <utility>

namespace lesson {

namespace {

using Test = Matcher::Test;

/// Reads how one field is asked for.
class MatcherReader {
public:
    /// `numbers_are_typed`: a text field may be asked for its number, as what is typed into a form.
    MatcherReader(const FactField& field, base::Faults& faults, bool numbers_are_typed = false)
        : field_(field), faults_(faults), numbers_are_typed_(numbers_are_typed) {}

    /// Several matchers where several things are asked for, none where there was a fault.
    std::vector<Matcher> read(const Value& value) {
        if (const auto* text = std::get_if<std::string>(&value.data)) {
            return only(read_words(*text, value.place));
        }
        if (const auto* list = std::get_if<List>(&value.data)) {
            return only(read_list(*list, value.place));
        }
        if (const auto* table = std::get_if<Table>(&value.data)) {
            return read_tests(*table, value.place);
        }
        return only(with_operand(Test::is, literal(value)));
    }

private:
    static std::vector<Matcher> only(std::optional<Matcher> matcher) {
        return matcher ? std::vector<Matcher>{std::move(*matcher)} : std::vector<Matcher>{};
    }

    static std::optional<Matcher> with_operand(Test test, std::optional<FieldValue> operand) {
        return operand ? std::optional(Matcher{test, {std::move(*operand)}}) : std::nullopt;
    }

    std::nullopt_t fail(std::string_view id, const base::Place& place) {
        add_fault(faults_, id, place, {{"field", std::string(field_.name)}});
        return std::nullopt;
    }

    std::nullopt_t fail_kind(const base::Place& place) {
        switch (field_.kind) {
        case FieldKind::number:
            return fail("goal.wanted-number", place);
        case FieldKind::yes_no:
            return fail("goal.wanted-yes-no", place);
        case FieldKind::text:
            break;
        }
        return fail("goal.wanted-text", place);
    }

    /// A value that stands for itself.
    std::optional<FieldValue> literal(const Value& value) {
        const auto* text = std::get_if<std::string>(&value.data);
        const auto* whole = std::get_if<std::int64_t>(&value.data);
        const auto* number = std::get_if<double>(&value.data);
        const auto* yes = std::get_if<bool>(&value.data);
        if (field_.kind == FieldKind::text && text != nullptr) {
            return *text;
        }
        if (field_.kind == FieldKind::number && whole != nullptr) {
            return static_cast<double>(*whole);
        }
        if (field_.kind == FieldKind::number && number != nullptr) {
            return *number;
        }
        if (field_.kind == FieldKind::yes_no && yes != nullptr) {
            return *yes;
        }
        return fail_kind(value.place);
    }

    /// `"oui"`, `"not oui"`, `"contains oui"` or `"any"`.
    std::optional<Matcher> read_words(std::string_view words, const base::Place& place) {
        const std::string_view text = base::trim(words);
        if (text == "any") {
            return Matcher{Test::any, {}};
        }
        const std::string_view first = text.substr(0, text.find(' '));
        const std::string rest(base::trim(text.substr(first.size())));
        if (first != "not" && first != "contains") {
            return field_.kind == FieldKind::text ? std::optional(Matcher{Test::is, {std::string(words)}})
                                                  : std::optional<Matcher>(fail_kind(place));
        }
        if (rest.empty()) {
            return fail("goal.half-matcher", place);
        }
        if (field_.kind == FieldKind::text) {
            return Matcher{first == "not" ? Test::is_not : Test::contains, {rest}};
        }
        if (field_.kind == FieldKind::number && first == "not") {
            return with_operand(Test::is_not, number_in(rest, place));
        }
        return fail_kind(place);
    }

    std::optional<FieldValue> number_in(const std::string& text, const base::Place& place) {
        double number = 0;
        const char* const end = text.data() + text.size();
        const auto read = std::from_chars(text.data(), end, number, std::chars_format::fixed);
        if (read.ec != std::errc() || read.ptr != end || !std::isfinite(number)) {
            return fail_kind(place);
        }
        return number;
    }

    std::optional<Matcher> read_list(const List& list, const base::Place& place) {
        Matcher matcher{Test::one_of, {}};
        for (const Value& item : list) {
            if (auto operand = literal(item)) {
                matcher.operands.push_back(std::move(*operand));
            }
        }
        return list.empty() ? std::optional<Matcher>(fail("goal.empty-list", place)) : matcher;
    }

    /// `{ at_least = 3, at_most = 5 }` for numbers, `{ contains = ["oui", "10 h"] }` and such for texts; several at
    /// once.
    std::vector<Matcher> read_tests(const Table& table, const base::Place& place) {
        std::vector<Matcher> matchers;
        if (field_.kind == FieldKind::yes_no) {
            fail_kind(place);
            return matchers;
        }
        if (table.empty()) {
            fail("goal.empty-bounds", place);
        }
        for (const Entry& entry : table) {
            const auto test = std::ranges::find(tests, entry.key, &NamedTest::name);
            if (test == tests.end() || !suits(test->test)) {
                add_unknown_test(entry);
            } else if (auto matcher = is_bound(test->test) ? read_bound(test->test, entry.value)
                                                           : read_parts(test->test, entry.value)) {
                matchers.push_back(std::move(*matcher));
            }
        }
        return matchers;
    }

    struct NamedTest {
        std::string_view name;
        Test test;
    };
    static constexpr std::array<NamedTest, 6> tests{{
        {"at_least", Test::at_least},
        {"at_most", Test::at_most},
        {"contains", Test::contains},
        {"contains_any", Test::contains_any},
        {"contains_not", Test::contains_not},
        {"not", Test::is_not},
    }};

    static bool is_bound(Test test) { return test == Test::at_least || test == Test::at_most; }

    bool suits(Test test) const {
        return is_bound(test) ? field_.kind == FieldKind::number || numbers_are_typed_ : field_.kind == FieldKind::text;
    }

    void add_unknown_test(const Entry& entry) {
        std::vector<std::string_view> known;
        for (const NamedTest& test : tests) {
            if (suits(test.test)) {
                known.push_back(test.name);
            }
        }
        const bool is_text = field_.kind == FieldKind::text;
        add_unknown(faults_,
                    is_text ? UnknownWord{"goal.misspelt-test", "goal.unknown-test"}
                            : UnknownWord{"goal.misspelt-bound", "goal.unknown-bound"},
                    entry.place, entry.key, known);
    }

    std::optional<Matcher> read_bound(Test test, const Value& value) {
        const auto* whole = std::get_if<std::int64_t>(&value.data);
        const auto* number = std::get_if<double>(&value.data);
        if (whole == nullptr && number == nullptr) {
            return fail("goal.wanted-number", value.place);
        }
        return Matcher{test, {number != nullptr ? *number : static_cast<double>(*whole)}};
    }

    /// One text or several.
    std::optional<Matcher> read_parts(Test test, const Value& value) {
        const auto* list = std::get_if<List>(&value.data);
        if (list == nullptr) {
            return with_operand(test, literal(value));
        }
        auto matcher = read_list(*list, value.place);
        if (matcher) {
            matcher->test = test;
        }
        return matcher;
    }

    const FactField& field_;
    base::Faults& faults_;
    bool numbers_are_typed_;
};

/// Reads whole goals.
class GoalReader {
public:
    GoalReader(Vocabulary vocabulary, base::Faults& faults) : vocabulary_(vocabulary), faults_(faults) {}

    Goal read(const Value& value) {
        const auto* table = std::get_if<Table>(&value.data);
        if (table == nullptr) {
            add_fault(faults_, "goal.wanted-table", value.place);
            return {AllOf{}, value.place};
        }
        if (table->empty()) {
            add_fault(faults_, "goal.empty", value.place);
        }
        std::vector<Goal> goals;
        for (const Entry& entry : *table) {
            if (entry.key == "all") {
                goals.push_back({AllOf{read_goals(entry)}, entry.place});
            } else if (entry.key == "any") {
                goals.push_back({AnyOf{read_goals(entry)}, entry.place});
            } else if (entry.key == "order") {
                goals.push_back({InOrder{read_order(entry)}, entry.place});
            } else if (entry.key == "never") {
                goals.push_back({Never{{read(entry.value)}}, entry.place});
            } else {
                read_facts(entry, "", goals);
            }
        }
        if (goals.size() == 1) {
            return std::move(goals.front());
        }
        return {AllOf{std::move(goals)}, value.place};
    }

private:
    std::vector<Goal> read_goals(const Entry& entry) {
        std::vector<Goal> goals;
        const auto* list = std::get_if<List>(&entry.value.data);
        if (list == nullptr || list->empty()) {
            add_fault(faults_, "goal.wanted-goals", entry.value.place, {{"key", entry.key}});
            return goals;
        }
        for (const Value& item : *list) {
            goals.push_back(read(item));
        }
        return goals;
    }

    std::vector<Goal> read_order(const Entry& entry) {
        std::vector<Goal> goals = read_goals(entry);
        if (goals.size() == 1) {
            add_fault(faults_, "goal.order-of-one", entry.value.place);
        }
        for (const Goal& goal : goals) {
            check_happens(goal);
        }
        return goals;
    }

    /// Only what happens at a moment can be put in order.
    void check_happens(const Goal& goal) {
        if (const auto* pattern = std::get_if<FactPattern>(&goal.rule)) {
            const FactKind* fact = find_fact(vocabulary_, pattern->fact);
            if (fact != nullptr && fact->origin == FactOrigin::state) {
                add_fault(faults_, "goal.order-state", pattern->place, {{"fact", pattern->fact}});
            }
        } else if (std::holds_alternative<Never>(goal.rule)) {
            add_fault(faults_, "goal.order-never", goal.place);
        } else {
            std::ranges::for_each(parts_of(goal), [this](const Goal& part) { check_happens(part); });
        }
    }

    /// A fact's name is written as keys in each other: `pointer.things = { … }`.
    void read_facts(const Entry& entry, const std::string& before, std::vector<Goal>& goals) {
        const std::string name = before.empty() ? entry.key : before + "." + entry.key;
        if (const FactKind* fact = find_fact(vocabulary_, name)) {
            goals.push_back({read_pattern(*fact, entry), entry.place});
            return;
        }
        const auto* inside = std::get_if<Table>(&entry.value.data);
        if (inside == nullptr || inside->empty() || !starts_some_fact(name)) {
            add_unknown_fact(name, entry);
            return;
        }
        for (const Entry& part : *inside) {
            read_facts(part, name, goals);
        }
    }

    bool starts_some_fact(const std::string& name) const {
        return std::ranges::any_of(fact_names(), [&](std::string_view fact) { return fact.starts_with(name + "."); });
    }

    std::vector<std::string_view> fact_names() const {
        std::vector<std::string_view> names;
        for (const AppKind& app : vocabulary_) {
            std::ranges::transform(app.facts, std::back_inserter(names), &FactKind::name);
        }
        return names;
    }

    /// The facts of the app that was meant, where that can be told: nobody wants to read all there are.
    std::vector<std::string_view> facts_beside(const std::string& name) const {
        const std::string prefix = name.substr(0, name.find('.')) + ".";
        std::vector<std::string_view> names = fact_names();
        std::vector<std::string_view> beside;
        std::ranges::copy_if(names, std::back_inserter(beside),
                             [&](std::string_view fact) { return fact.starts_with(prefix); });
        return beside.empty() ? names : beside;
    }

    void add_unknown_fact(std::string name, const Entry& entry) {
        const Table& inside = table_of(entry.value);
        if (name.find('.') == std::string::npos && !inside.empty()) {
            name += "." + inside.front().key;
        }
        const std::vector<std::string_view> names = fact_names();
        const auto near = base::nearest(name, names);
        add_unknown(faults_, {"goal.misspelt-fact", "goal.unknown-fact"}, entry.place, name,
                    near ? names : facts_beside(name));
    }

    FactPattern read_pattern(const FactKind& fact, const Entry& entry) {
        FactPattern pattern{std::string(fact.name), {}, 1, entry.place};
        const auto* table = std::get_if<Table>(&entry.value.data);
        if (table == nullptr) {
            add_fault(faults_, "goal.wanted-fields", entry.value.place, {{"fact", pattern.fact}});
            return pattern;
        }
        for (const Entry& part : *table) {
            const auto field = std::ranges::find(fact.fields, part.key, &FactField::name);
            if (field != fact.fields.end()) {
                for (Matcher& matcher : MatcherReader(*field, faults_).read(part.value)) {
                    pattern.fields.push_back({part.key, std::move(matcher), part.place});
                }
            } else if (part.key == "times") {
                pattern.times = read_times(fact, part);
            } else {
                add_unknown_field(fact, part);
            }
        }
        return pattern;
    }

    int read_times(const FactKind& fact, const Entry& entry) {
        constexpr std::int64_t most_times = 1000;
        const auto* times = std::get_if<std::int64_t>(&entry.value.data);
        if (fact.origin == FactOrigin::state) {
            add_fault(faults_, "goal.state-times", entry.place, {{"fact", std::string(fact.name)}});
            return 1;
        }
        if (times == nullptr || *times < 1 || *times > most_times) {
            add_fault(faults_, "goal.times", entry.value.place, {{"most", std::to_string(most_times)}});
            return 1;
        }
        return static_cast<int>(*times);
    }

    void add_unknown_field(const FactKind& fact, const Entry& entry) {
        std::vector<std::string_view> known;
        std::ranges::transform(fact.fields, std::back_inserter(known), &FactField::name);
        if (known.empty()) {
            add_fault(faults_, "goal.no-fields", entry.place, {{"fact", std::string(fact.name)}, {"field", entry.key}});
            return;
        }
        add_unknown(faults_, {"goal.misspelt-field", "goal.unknown-field"}, entry.place, entry.key, known,
                    {{"fact", std::string(fact.name)}});
    }

    Vocabulary vocabulary_;
    base::Faults& faults_;
};

} // namespace

Goal read_goal(const Value& value, Vocabulary vocabulary, base::Faults& faults) {
    return GoalReader(vocabulary, faults).read(value);
}

std::vector<Matcher> read_form_matchers(const Value& value, std::string_view field, base::Faults& faults) {
    const FactField typed{field, FieldKind::text};
    return MatcherReader(typed, faults, true).read(value);
}

} // namespace lesson
