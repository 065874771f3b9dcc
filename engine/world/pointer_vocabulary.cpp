// What lesson files may say about the pointer practice: start keys, facts, and what has to fit together.
#include "lesson/fault.h"
#include "world/pointer_place.h"
#include "world/pointer_rules.h"
#include "world/pointer_start.h"

#include <algorithm>
#include <array>
#include <set>

namespace world {

using namespace rules;

namespace {

using lesson::FactField;
using lesson::FactKind;
using lesson::FactOrigin;
using lesson::FieldKind;
using lesson::Key;
using lesson::Kind;

using Words = std::string_view;

constexpr std::int64_t most_tables = 12;
constexpr std::int64_t tallest = 6;

constexpr std::array<Words, 2> orders{"together", "one-by-one"};
constexpr std::array<Words, 9> demos{"slide", "lift", "stop", "click", "double", "right", "drag", "scroll", "trace"};
constexpr std::array<Words, 11> tasks{"reach", "stay", "click", "double", "right", "drag",
                                      "menu",  "see",  "trace", "home",   "none"};
constexpr std::array<Words, 5> sizes{"huge", "large", "medium", "small", "tiny"};
constexpr std::array<Words, 12> places{"anywhere", "centre",    "left",        "right",        "top",          "bottom",
                                       "top-left", "top-right", "bottom-left", "bottom-right", "further-down", "end"};
constexpr std::array<Words, 2> paces{"slow", "fast"};
constexpr std::array<Words, 4> paths{"line", "wave", "zigzag", "circle"};
constexpr std::array<Words, 3> path_widths{"wide", "medium", "narrow"};

constexpr std::array<Key, 13> thing_keys{{
    {.name = "name", .kind = Kind::code, .required = true},
    {.name = "picture", .kind = Kind::code, .required = true},
    {.name = "label", .kind = Kind::text},
    {.name = "task", .kind = Kind::choice, .choices = tasks},
    {.name = "size", .kind = Kind::choice, .choices = sizes},
    {.name = "place", .kind = Kind::choice, .choices = places},
    {.name = "to", .kind = Kind::code},
    {.name = "menu", .kind = Kind::texts, .least = 1, .most = 8},
    {.name = "choose", .kind = Kind::whole, .least = 1, .most = 8},
    {.name = "moves", .kind = Kind::choice, .choices = paces},
    {.name = "path", .kind = Kind::choice, .choices = paths},
    {.name = "path_width", .kind = Kind::choice, .choices = path_widths},
    {.name = "count", .kind = Kind::whole, .least = 1, .most = 12},
}};

constexpr lesson::Schema thing_schema{"pointer-thing", thing_keys};

constexpr std::array<Key, 4> start_keys{{
    {.name = "order", .kind = Kind::choice, .choices = orders},
    {.name = "demo", .kind = Kind::choice, .choices = demos},
    {.name = "tall", .kind = Kind::whole, .least = 1, .most = tallest},
    {.name = "thing", .kind = Kind::tables, .required = true, .inside = &thing_schema, .least = 1, .most = most_tables},
}};

constexpr lesson::Schema start_schema{"pointer", start_keys};

constexpr FactField thing_field{"thing", FieldKind::text};
constexpr FactField button_field{"button", FieldKind::text};
constexpr FactField drift_field{"drift", FieldKind::number};
constexpr FactField interval_field{"interval", FieldKind::number};
constexpr FactField choice_field{"choice", FieldKind::number};

constexpr std::array things_fields{FactField{"left", FieldKind::number}, FactField{"done", FieldKind::number}};
constexpr std::array thing_fields{FactField{"name", FieldKind::text}, FactField{"task", FieldKind::text},
                                  FactField{"done", FieldKind::yes_no}};
constexpr std::array only_thing{thing_field};
constexpr std::array click_fields{thing_field, button_field, FactField{"clicks", FieldKind::number}};
constexpr std::array double_fields{thing_field, interval_field, drift_field};
constexpr std::array choice_fields{thing_field, choice_field};
constexpr std::array drop_fields{thing_field, FactField{"home", FieldKind::text}, FactField{"by", FieldKind::text}};
constexpr std::array scroll_fields{FactField{"to", FieldKind::number}};
constexpr std::array measure_fields{thing_field,
                                    FactField{"task", FieldKind::text},
                                    FactField{"time", FieldKind::number},
                                    FactField{"distance", FieldKind::number},
                                    FactField{"width", FieldKind::number},
                                    FactField{"throughput", FieldKind::number},
                                    interval_field,
                                    drift_field,
                                    FactField{"errors", FieldKind::number}};
constexpr std::array button_fields{thing_field, button_field};
constexpr std::array drift_fields{thing_field, drift_field};
constexpr std::array interval_fields{thing_field, interval_field};

constexpr std::array<FactKind, 26> fact_kinds{{
    {"pointer.things", FactOrigin::state, things_fields},
    {"pointer.thing", FactOrigin::state, thing_fields},
    {"pointer.reached", FactOrigin::event, only_thing},
    {"pointer.stayed", FactOrigin::event, only_thing},
    {"pointer.clicked", FactOrigin::event, click_fields},
    {"pointer.double_clicked", FactOrigin::event, double_fields},
    {"pointer.menu_opened", FactOrigin::event, only_thing},
    {"pointer.chosen", FactOrigin::event, choice_fields},
    {"pointer.picked_up", FactOrigin::event, only_thing},
    {"pointer.dropped", FactOrigin::event, drop_fields},
    {"pointer.seen", FactOrigin::event, only_thing},
    {"pointer.scrolled", FactOrigin::event, scroll_fields},
    {"pointer.traced", FactOrigin::event, only_thing},
    {"pointer.done", FactOrigin::event, only_thing},
    {"pointer.measured", FactOrigin::event, measure_fields},
    {"pointer.wrong_button", FactOrigin::slip, button_fields},
    {"pointer.moved_while_clicking", FactOrigin::slip, drift_fields},
    {"pointer.slow_double_click", FactOrigin::slip, interval_fields},
    {"pointer.moved_between_clicks", FactOrigin::slip, drift_fields},
    {"pointer.dropped_outside", FactOrigin::slip, only_thing},
    {"pointer.dropped_early", FactOrigin::slip, only_thing},
    {"pointer.many_clicks", FactOrigin::slip, only_thing},
    {"pointer.missed", FactOrigin::slip, {}},
    {"pointer.wrong_thing", FactOrigin::slip, only_thing},
    {"pointer.wrong_choice", FactOrigin::slip, choice_fields},
    {"pointer.left_path", FactOrigin::slip, only_thing},
}};

/// The place of a key, for a fault about it; the table's where the key is absent.
base::Place place_of_key(const lesson::Value& thing, std::string_view key) {
    const lesson::Value* value = lesson::find(lesson::table_of(thing), key);
    return value == nullptr ? thing.place : value->place;
}

/// Keys that mean something for one task only.
void check_keys_of_task(const lesson::Value& item, Task task, base::Faults& faults) {
    struct Bound {
        Words key;
        Task task;
    };
    constexpr std::array<Bound, 5> bound{{{"to", Task::drag},
                                          {"menu", Task::menu},
                                          {"choose", Task::menu},
                                          {"path", Task::trace},
                                          {"path_width", Task::trace}}};
    const lesson::Table& table = lesson::table_of(item);
    for (const Bound& rule : bound) {
        if (task != rule.task && lesson::find(table, rule.key) != nullptr) {
            lesson::add_fault(faults, "pointer.key-of-other-task", place_of_key(item, rule.key),
                              {{"key", std::string(rule.key)}, {"task", std::string(name_of(rule.task))}});
        }
        const bool wanted = rule.key == "to" || rule.key == "menu" || rule.key == "choose";
        if (task == rule.task && wanted && lesson::find(table, rule.key) == nullptr) {
            lesson::add_fault(faults, "pointer.key-missing", item.place,
                              {{"key", std::string(rule.key)}, {"task", std::string(name_of(task))}});
        }
    }
}

void check_menu(const lesson::Value& item, base::Faults& faults) {
    const lesson::Table& table = lesson::table_of(item);
    const auto items = static_cast<std::int64_t>(lesson::texts_of(table, "menu").size());
    if (items > 0 && lesson::whole_or(table, "choose", 1) > items) {
        lesson::add_fault(faults, "pointer.no-such-item", place_of_key(item, "choose"),
                          {{"most", std::to_string(items)}});
    }
}

void check_home(const lesson::Value& item, const std::vector<Thing>& things, base::Faults& faults) {
    const std::string to = lesson::text_or(lesson::table_of(item), "to", "");
    if (to.empty()) {
        return;
    }
    std::set<Words> homes;
    bool stands_there = false;
    for (const Thing& thing : things) {
        if (thing.task == Task::home) {
            homes.insert({thing.kind, thing.name});
        } else if (thing.name == to || thing.kind == to) {
            stands_there = true;
        }
    }
    if (homes.contains(to)) {
        return;
    }
    const base::Place place = place_of_key(item, "to");
    if (stands_there) {
        lesson::add_fault(faults, "pointer.not-a-home", place, {{"name", to}});
    } else if (homes.empty()) {
        lesson::add_fault(faults, "pointer.no-home", place, {{"name", to}});
    } else {
        const std::vector<Words> known(homes.begin(), homes.end());
        lesson::add_unknown(faults, {"pointer.misspelt-home", "pointer.unknown-home"}, place, to, known);
    }
}

void check_page(const lesson::Value& item, Task task, std::int64_t tall, base::Faults& faults) {
    const lesson::Table& table = lesson::table_of(item);
    const std::string place = lesson::text_or(table, "place", "anywhere");
    if (tall < 2 && (place == "further-down" || place == "end")) {
        lesson::add_fault(faults, "pointer.place-needs-tall", place_of_key(item, "place"), {{"place", place}});
    }
    if (tall < 2 && task == Task::see) {
        lesson::add_fault(faults, "pointer.see-needs-tall", place_of_key(item, "task"));
    }
    if (task == Task::trace && lesson::find(table, "moves") != nullptr) {
        lesson::add_fault(faults, "pointer.path-moves", place_of_key(item, "moves"));
    }
}

void check_names(const lesson::List& items, base::Faults& faults) {
    std::set<std::string> names;
    for (const lesson::Value& item : items) {
        const lesson::Table one{{"thing", {}, {{}, lesson::List{item}}}};
        for (const Thing& thing : read_things(one).things) {
            if (!names.insert(thing.name).second) {
                lesson::add_fault(faults, "pointer.same-name", place_of_key(item, "name"), {{"name", thing.name}});
                break;
            }
        }
    }
}

void check_start(const lesson::Table& start, base::Faults& faults) {
    const lesson::Value* list = lesson::find(start, "thing");
    if (list == nullptr || lesson::list_of(*list).size() > most_tables) {
        return; // the schema has told it
    }
    const std::int64_t tall = std::clamp<std::int64_t>(lesson::whole_or(start, "tall", 1), 1, tallest);
    const std::vector<Thing> things = read_things(start).things;
    for (const lesson::Value& item : lesson::list_of(*list)) {
        const Task task = task_named(lesson::text_or(lesson::table_of(item), "task", "click"));
        check_keys_of_task(item, task, faults);
        check_page(item, task, tall, faults);
        if (task == Task::menu) {
            check_menu(item, faults);
        } else if (task == Task::drag) {
            check_home(item, things, faults);
        }
    }
    check_names(lesson::list_of(*list), faults);
    if (!have_room(things, static_cast<double>(tall) * stage_height)) {
        lesson::add_fault(faults, "pointer.no-room", list->place);
    }
}

} // namespace

lesson::AppKind pointer_kind() {
    return {"pointer", &start_schema, fact_kinds, &check_start};
}

} // namespace world
