// The keys of lesson and module files, and what makes a lesson of them.
#include "lesson/lesson.h"

#include "base/text.h"
#include "lesson/fault.h"
#include "lesson/frameworks.h"
#include "lesson/goal_reader.h"
#include "lesson/markup.h"
#include "lesson/varied.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <iterator>

namespace lesson {

namespace {

constexpr std::array<Key, 6> step_keys{{
    {.name = "name", .kind = Kind::code, .required = true},
    {.name = "say", .kind = Kind::text, .required = true},
    {.name = "hint", .kind = Kind::text},
    {.name = "praise", .kind = Kind::text},
    {.name = "goal", .kind = Kind::goal, .required = true},
    {.name = "start", .kind = Kind::start},
}};
constexpr Schema step_schema{"step", step_keys};

constexpr std::array<Key, 2> mistake_keys{{
    {.name = "when", .kind = Kind::goal, .required = true},
    {.name = "say", .kind = Kind::text, .required = true},
}};
constexpr Schema mistake_schema{"mistake", mistake_keys};

constexpr std::array<Key, 15> lesson_keys{{
    {.name = "id", .kind = Kind::code, .required = true},
    {.name = "title", .kind = Kind::text, .required = true},
    {.name = "can_do", .kind = Kind::text, .required = true},
    {.name = "about", .kind = Kind::text},
    {.name = "picture", .kind = Kind::code},
    {.name = "level", .kind = Kind::whole, .least = 1, .most = 4},
    {.name = "minutes", .kind = Kind::whole, .least = 1, .most = 60},
    {.name = "wordless", .kind = Kind::yes_no},
    {.name = "needs", .kind = Kind::codes},
    {.name = "skills", .kind = Kind::codes},
    {.name = "words", .kind = Kind::texts, .most = 10},
    {.name = "vary", .kind = Kind::table},
    {.name = "start", .kind = Kind::start},
    {.name = "step", .kind = Kind::tables, .required = true, .inside = &step_schema, .most = 100},
    {.name = "mistake", .kind = Kind::tables, .inside = &mistake_schema, .most = 100},
}};

constexpr std::array<Key, 6> module_keys{{
    {.name = "id", .kind = Kind::code, .required = true},
    {.name = "title", .kind = Kind::text, .required = true},
    {.name = "about", .kind = Kind::text},
    {.name = "picture", .kind = Kind::code},
    {.name = "order", .kind = Kind::whole, .least = 0, .most = 1000},
    {.name = "lessons", .kind = Kind::codes},
}};

/// The place of a key's value, or of the table where the key is not there.
base::Place place_of(const Value& table, std::string_view key) {
    const Value* value = find(table_of(table), key);
    return value == nullptr ? table.place : value->place;
}

bool is_name(std::string_view text) {
    const auto fits = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; };
    return !text.empty() && std::ranges::all_of(text, fits);
}

/// Adds a fault for each mark in the texts that is opened but not closed, or closed but not opened.
void check_marks(const Value& table, std::initializer_list<std::string_view> keys, base::Faults& faults) {
    for (const std::string_view key : keys) {
        const auto mark = unmatched_mark(text_or(table_of(table), key, ""));
        if (!mark) {
            continue;
        }
        const bool cap = *mark == '[' || *mark == ']';
        const std::string_view id = *mark == '*' ? "text.star" : cap ? "text.bracket" : "text.brace";
        add_fault(faults, id, place_of(table, key), {{"key", std::string(key)}});
    }
}

/// An id that is missing has been told already.
void check_id(const Value& file, std::string_view wanted, std::string_view wrong_id, base::Faults& faults) {
    const std::string id = text_or(table_of(file), "id", "");
    if (!base::trim(id).empty() && id != wanted) {
        add_fault(faults, wrong_id, place_of(file, "id"), {{"id", id}, {"wanted", std::string(wanted)}});
    }
}

/// The id that the file's own name and folder give a lesson; empty where the file has no folder.
std::string id_of_file(const std::string& file) {
    const std::filesystem::path path(file);
    const std::string folder = path.parent_path().filename().string();
    return folder.empty() ? std::string() : folder + "." + path.stem().string();
}

void check_lesson_id(const Value& file, base::Faults& faults) {
    const std::string wanted = id_of_file(file.place.file);
    if (!wanted.empty()) {
        check_id(file, wanted, "lesson.wrong-id", faults);
    }
    const std::string id = text_or(table_of(file), "id", "");
    const std::size_t point = id.find('.');
    const bool well_formed =
        point != std::string::npos && is_name(id.substr(0, point)) && is_name(id.substr(point + 1));
    if (!base::trim(id).empty() && !well_formed && (wanted.empty() || id == wanted)) {
        add_fault(faults, "lesson.bad-id", place_of(file, "id"), {{"id", id}});
    }
}

void check_needs(const Value& file, base::Faults& faults) {
    const std::string id = text_or(table_of(file), "id", "");
    for (const Value& need : items_of(table_of(file), "needs")) {
        const auto* other = std::get_if<std::string>(&need.data);
        if (other != nullptr && *other == id) {
            add_fault(faults, "lesson.needs-itself", need.place, {{"id", id}});
        }
    }
}

/// What the parts of a lesson are read by.
struct Reading {
    Vocabulary vocabulary;
    const Draw& draw; ///< one run's, to check start states as they will be
    base::Faults& faults;
};

/// One app's start state against the app's own schema.
void check_app(const AppKind& app, const Value& start, const Reading& reading) {
    const std::size_t before = reading.faults.size();
    const Value filled = reading.draw.filled_start(start);
    if (app.start != nullptr) {
        check(filled, *app.start, reading.faults);
    }
    // What lies deeper is only looked at once its form is right.
    if (app.check != nullptr && reading.faults.size() == before) {
        app.check(table_of(filled), reading.faults);
    }
}

/// The apps' start states behind a key `start`.
Table read_start(const Value& owner, const Reading& reading) {
    const auto& [vocabulary, draw, faults] = reading;
    const Value* start = find(table_of(owner), "start");
    if (start == nullptr) {
        return {};
    }
    if (!std::holds_alternative<Table>(start->data)) {
        add_fault(faults, "schema.wanted-table", start->place, {{"key", "start"}});
        return {};
    }
    std::vector<std::string_view> apps;
    std::ranges::transform(vocabulary, std::back_inserter(apps), &AppKind::name);
    for (const Entry& entry : table_of(*start)) {
        const AppKind* app = find_app(vocabulary, entry.key);
        if (app == nullptr) {
            add_unknown(faults, {"start.misspelt-app", "start.unknown-app"}, entry.place, entry.key, apps);
            continue;
        }
        if (!std::holds_alternative<Table>(entry.value.data)) {
            add_fault(faults, "schema.wanted-table", entry.value.place, {{"key", entry.key}});
            continue;
        }
        check_app(*app, entry.value, reading);
    }
    return table_of(*start);
}

Goal read_goal_behind(const Value& owner, std::string_view key, const Reading& reading) {
    const Value* goal = find(table_of(owner), key);
    return goal == nullptr ? Goal{AllOf{}, owner.place} : read_goal(*goal, reading.vocabulary, reading.faults);
}

Step read_step(const Value& value, const Reading& reading) {
    base::Faults& faults = reading.faults;
    const Table& table = table_of(value);
    Step step;
    step.name = text_or(table, "name", "");
    step.say = text_or(table, "say", "");
    step.hint = text_or(table, "hint", "");
    step.praise = text_or(table, "praise", "");
    step.start = read_start(value, reading);
    step.goal = read_goal_behind(value, "goal", reading);
    step.place = value.place;
    if (!base::trim(step.name).empty() && !is_name(step.name)) {
        add_fault(faults, "lesson.step-name", place_of(value, "name"), {{"name", step.name}});
    }
    check_marks(value, {"say", "hint", "praise"}, faults);
    return step;
}

void check_step_names(const List& steps, base::Faults& faults) {
    std::vector<std::pair<std::string, base::Place>> seen;
    for (const Value& step : steps) {
        const std::string name = text_or(table_of(step), "name", "");
        const base::Place place = place_of(step, "name");
        const auto first = std::ranges::find(seen, name, &std::pair<std::string, base::Place>::first);
        if (name.empty()) {
            continue;
        }
        if (first == seen.end()) {
            seen.emplace_back(name, place);
        } else {
            add_fault(faults, "lesson.step-twice", place,
                      {{"name", name}, {"line", std::to_string(first->second.line)}});
        }
    }
}

/// A lesson has to say what is there when it begins, for the whole lesson or in its first step.
void check_start(const Value& file, const List& steps, base::Faults& faults) {
    if (steps.empty() || find(table_of(file), "start") != nullptr) {
        return;
    }
    if (find(table_of(steps.front()), "start") == nullptr) {
        add_fault(faults, "lesson.no-start", steps.front().place);
    }
}

} // namespace

const Schema& lesson_schema() {
    static constexpr Schema schema{"lesson", lesson_keys};
    return schema;
}

const Schema& module_schema() {
    static constexpr Schema schema{"module", module_keys};
    return schema;
}

Lesson read_lesson(const Value& file, Vocabulary vocabulary, base::Faults& faults,
                   std::shared_ptr<const Variety> variety) {
    static const Variety no_lists;
    const Variety& lists = variety == nullptr ? no_lists : *variety;
    check(file, lesson_schema(), faults);
    check_variety(file, lists, faults);
    const std::vector<Vary> vary = read_vary(file, lists);
    const Draw draw(vary, lists, 1);
    const Reading reading{vocabulary, draw, faults};
    const Table& table = table_of(file);
    Lesson lesson;
    lesson.id = text_or(table, "id", "");
    lesson.title = text_or(table, "title", "");
    lesson.can_do = text_or(table, "can_do", "");
    lesson.about = text_or(table, "about", "");
    lesson.picture = text_or(table, "picture", "");
    lesson.level = static_cast<int>(std::clamp<std::int64_t>(whole_or(table, "level", lesson.level), 1, 4));
    lesson.minutes = static_cast<int>(std::clamp<std::int64_t>(whole_or(table, "minutes", lesson.minutes), 1, 60));
    lesson.wordless = yes_or(table, "wordless", lesson.wordless);
    lesson.needs = texts_of(table, "needs");
    lesson.skills = texts_of(table, "skills");
    lesson.words = texts_of(table, "words");
    lesson.place = file.place;
    check_lesson_id(file, faults);
    check_needs(file, faults);
    check_skills(file, faults);
    check_marks(file, {"title", "can_do", "about"}, faults);
    lesson.vary = vary;
    lesson.variety = std::move(variety);
    lesson.start = read_start(file, reading);
    const List& steps = items_of(table, "step");
    for (const Value& step : steps) {
        lesson.steps.push_back(read_step(step, reading));
    }
    check_step_names(steps, faults);
    check_start(file, steps, faults);
    for (const Value& mistake : items_of(table, "mistake")) {
        lesson.mistakes.push_back(
            {read_goal_behind(mistake, "when", reading), text_or(table_of(mistake), "say", ""), mistake.place});
        check_marks(mistake, {"say"}, faults);
    }
    return lesson;
}

Module read_module(const Value& file, base::Faults& faults) {
    check(file, module_schema(), faults);
    const Table& table = table_of(file);
    Module module;
    module.id = text_or(table, "id", "");
    module.title = text_or(table, "title", "");
    module.about = text_or(table, "about", "");
    module.picture = text_or(table, "picture", "");
    module.order = static_cast<int>(std::clamp<std::int64_t>(whole_or(table, "order", module.order), 0, 1000));
    module.lessons = texts_of(table, "lessons");
    module.place = file.place;
    check_marks(file, {"title", "about"}, faults);
    const std::string folder = std::filesystem::path(file.place.file).parent_path().filename().string();
    if (!folder.empty()) {
        check_id(file, folder, "module.wrong-id", faults);
    }
    return module;
}

} // namespace lesson
