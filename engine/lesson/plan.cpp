// Session plans as files.
#include "lesson/plan.h"

#include "base/file.h"
#include "base/text.h"
#include "lesson/fault.h"

#include <algorithm>
#include <array>
#include <set>
#include <system_error>
#include <utility>

#include <fmt/format.h>

namespace lesson {

namespace {

constexpr std::array<std::string_view, 2> looks{"bar", "overview"};

constexpr std::array<Key, 7> plan_keys{{
    {.name = "title", .kind = Kind::code},
    {.name = "lessons", .kind = Kind::codes, .required = true, .most = most_planned_lessons},
    {.name = "language", .kind = Kind::code},
    {.name = "layout", .kind = Kind::code},
    {.name = "safety", .kind = Kind::whole, .least = 1, .most = 3},
    {.name = "look", .kind = Kind::choice, .choices = looks},
    {.name = "seed", .kind = Kind::whole, .least = 1, .most = most_plan_seeds},
}};
constexpr Schema schema{"plan", plan_keys};

/// Adds a fault where a name is not among the known ones.
void check_name(const Value& value, const std::vector<std::string>& known, const UnknownWord& ids,
                base::Faults& faults) {
    const auto* word = std::get_if<std::string>(&value.data);
    if (word == nullptr || std::ranges::find(known, *word) != known.end()) {
        return;
    }
    const std::vector<std::string_view> names(known.begin(), known.end());
    add_unknown(faults, ids, value.place, *word, names);
}

void check_key(const Table& plan, std::string_view key, const std::vector<std::string>& known, const UnknownWord& ids,
               base::Faults& faults) {
    if (const Value* value = find(plan, key)) {
        check_name(*value, known, ids, faults);
    }
}

void check_lessons(const Table& plan, const PlanNames& names, base::Faults& faults) {
    std::set<std::string> seen;
    for (const Value& item : items_of(plan, "lessons")) {
        check_name(item, names.lessons, {"plan.misspelt-lesson", "plan.unknown-lesson"}, faults);
        const auto* id = std::get_if<std::string>(&item.data);
        if (id != nullptr && !seen.insert(*id).second) {
            add_fault(faults, "plan.lesson-twice", item.place, {{"id", *id}});
        }
    }
}

/// A text between quotation marks, as TOML's basic strings are written.
std::string basic_string_of(std::string_view text) {
    std::string result = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') {
            result += '\\';
            result += c;
        } else if ((c >= 0 && c < ' ') || c == '\x7f') {
            result += fmt::format("\\u{:04X}", static_cast<unsigned>(c));
        } else {
            result += c;
        }
    }
    return result + '"';
}

bool is_in_file_names(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

} // namespace

const Schema& plan_schema() {
    return schema;
}

Plan read_plan(const Value& file, const PlanNames& names, base::Faults& faults) {
    check(file, schema, faults);
    const Table& table = table_of(file);
    check_lessons(table, names, faults);
    check_key(table, "language", names.languages, {"plan.misspelt-language", "plan.unknown-language"}, faults);
    check_key(table, "layout", names.layouts, {"plan.misspelt-layout", "plan.unknown-layout"}, faults);
    Plan plan;
    plan.title = text_or(table, "title", "");
    plan.lessons = texts_of(table, "lessons");
    plan.language = text_or(table, "language", "");
    plan.layout = text_or(table, "layout", "");
    if (find(table, "safety") != nullptr) {
        plan.safety = static_cast<int>(whole_or(table, "safety", 2));
    }
    plan.look = text_or(table, "look", "");
    plan.seed = whole_or(table, "seed", 1);
    return plan;
}

std::optional<Plan> read_plan_file(const std::filesystem::path& file, const PlanNames& names, base::Faults& faults) {
    const auto value = read_toml_file(file.string());
    if (!value) {
        faults.push_back(value.error());
        return std::nullopt;
    }
    base::Faults found;
    Plan plan = read_plan(value.value(), names, found);
    sort(found);
    faults.insert(faults.end(), found.begin(), found.end());
    return found.empty() ? std::optional(std::move(plan)) : std::nullopt;
}

std::string to_toml(const Plan& plan) {
    std::string text;
    const auto line = [&](std::string_view key, const std::string& value) {
        text += fmt::format("{:<8} = {}\n", key, value);
    };
    if (!plan.title.empty()) {
        line("title", basic_string_of(plan.title));
    }
    std::string lessons;
    for (const std::string& id : plan.lessons) {
        lessons += (lessons.empty() ? "" : ", ") + basic_string_of(id);
    }
    line("lessons", "[" + lessons + "]");
    if (!plan.language.empty()) {
        line("language", basic_string_of(plan.language));
    }
    if (!plan.layout.empty()) {
        line("layout", basic_string_of(plan.layout));
    }
    if (plan.safety) {
        line("safety", std::to_string(*plan.safety));
    }
    if (!plan.look.empty()) {
        line("look", basic_string_of(plan.look));
    }
    line("seed", std::to_string(plan.seed));
    return text;
}

base::Result<base::Done> write_plan(const std::filesystem::path& file, const Plan& plan) {
    std::error_code error;
    // Where the folder cannot be made, the file cannot be written, and that is told.
    std::filesystem::create_directories(file.parent_path(), error);
    return base::write_file(file, to_toml(plan));
}

std::vector<PlanFile> read_plans(const std::filesystem::path& folder, const PlanNames& names, base::Faults& faults) {
    std::vector<PlanFile> plans;
    std::error_code error;
    if (!std::filesystem::exists(folder, error)) {
        return plans;
    }
    const auto entries = base::list_folder(folder);
    if (!entries) {
        faults.push_back(entries.error());
        return plans;
    }
    for (const std::filesystem::path& entry : entries.value()) {
        if (entry.extension() != ".toml") {
            continue;
        }
        if (auto plan = read_plan_file(entry, names, faults)) {
            plans.push_back({entry, std::move(*plan)});
        }
    }
    return plans;
}

std::string file_name_of(const std::string& title) {
    constexpr std::size_t longest = 60;
    std::string name;
    for (const char c : base::plain(title)) {
        if (is_in_file_names(c)) {
            name += c;
        } else if (!name.empty() && name.back() != '-') {
            name += '-';
        }
    }
    name.resize(std::min(name.size(), longest));
    while (name.ends_with('-')) {
        name.pop_back();
    }
    return (name.empty() ? "plan" : name) + ".toml";
}

} // namespace lesson
