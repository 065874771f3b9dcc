// What lesson files may say about the desktop itself: its look, what is open at the start, what happens to windows.
#include "lesson/fault.h"
#include "world/desk_parts.h"

#include <array>

namespace world {

namespace {

using lesson::FactField;
using lesson::FactKind;
using lesson::FactOrigin;
using lesson::FieldKind;
using lesson::Kind;

constexpr std::array<std::string_view, 3> looks{"any", "bar", "overview"};

constexpr std::array<lesson::Key, 2> start_keys{{
    {.name = "look", .kind = Kind::choice, .choices = looks},
    {.name = "open", .kind = Kind::codes, .least = 1, .most = 6},
}};

constexpr lesson::Schema start_schema{"start.desktop", start_keys};

constexpr std::array program_fields{FactField{"program", FieldKind::text}};
constexpr std::array window_fields{FactField{"program", FieldKind::text}, FactField{"active", FieldKind::yes_no},
                                   FactField{"minimised", FieldKind::yes_no},
                                   FactField{"maximised", FieldKind::yes_no}};
constexpr std::array count_fields{FactField{"count", FieldKind::number}};

constexpr std::array<FactKind, 13> fact_kinds{{
    {"desktop.window", FactOrigin::state, window_fields},
    {"desktop.windows", FactOrigin::state, count_fields},
    {"desktop.opened", FactOrigin::event, program_fields},
    {"desktop.closed", FactOrigin::event, program_fields},
    {"desktop.switched", FactOrigin::event, program_fields},
    {"desktop.minimised", FactOrigin::event, program_fields},
    {"desktop.restored", FactOrigin::event, program_fields},
    {"desktop.maximised", FactOrigin::event, program_fields},
    {"desktop.unmaximised", FactOrigin::event, program_fields},
    {"desktop.moved", FactOrigin::event, program_fields},
    {"desktop.resized", FactOrigin::event, program_fields},
    {"desktop.start_opened", FactOrigin::event, {}},
    {"desktop.menu_opened", FactOrigin::event, {}},
}};

void check_start(const lesson::Table& start, base::Faults& faults) {
    const lesson::Value* open = lesson::find(start, "open");
    if (open == nullptr) {
        return;
    }
    for (const lesson::Value& item : lesson::list_of(*open)) {
        const auto* name = std::get_if<std::string>(&item.data);
        if (name != nullptr && !program_named(*name)) {
            lesson::add_unknown(faults, {"desktop.misspelt-program", "desktop.unknown-program"}, item.place, *name,
                                program_names);
        }
    }
}

} // namespace

lesson::AppKind desktop_kind() {
    return {"desktop", &start_schema, fact_kinds, check_start};
}

} // namespace world
