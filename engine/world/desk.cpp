// The practice computer's one door: a deed goes in, events come out, and what was before can be brought back.
#include "world/desk.h"

#include "world/desk_parts.h"
#include "world/program_calls.h"

#include <algorithm>
#include <type_traits>
#include <utility>

namespace world {

namespace {

/// The keyboard never works on what is no longer there.
void let_go_of_what_is_gone(DeskState& desk) {
    if (!desk.focus.empty() && !target_named(desk, desk.focus)) {
        set_focus(desk, {});
    }
}

void pass_time(Doing& doing) {
    for (std::size_t i = 0; i < doing.desk.windows.size(); ++i) {
        const std::string name = doing.desk.windows[i].name;
        Context context{doing.desk, name, doing.at, doing.events};
        call::pass_time(doing.desk.windows[i].program, context);
        fulfil(doing, name, std::move(context.requests));
    }
}

struct Deeds {
    Doing& doing;

    void operator()(const Click& one) const { click(doing, one); }
    void operator()(const Drag& one) const { drag(doing, one); }
    void operator()(const Mark& one) const { mark(doing, one); }
    void operator()(const Place& one) const {
        const std::optional<Target> target = target_named(doing.desk, one.target);
        if (target && can(*target, placeable)) {
            place_window(doing, one);
        }
    }
    void operator()(const KeyDown& one) const { key_down(doing, one); }
    void operator()(const KeyUp& one) const { key_up(doing, one); }
    void operator()(const Type& one) const { type(doing, one); }
    void operator()(const Wait&) const { pass_time(doing); }
    /// The pointer itself means nothing here: the stage tells what it touches.
    void operator()(const Move&) const {}
    void operator()(const Press&) const {}
    void operator()(const Release&) const {}
    void operator()(const Scroll&) const {}
    void operator()(const Undo&) const {}
};

/// Whether a modifier key went down or up, and that is all.
bool differ_in_held_keys_only(const DeskState& before, DeskState& after) {
    if (before.held == after.held) {
        return false;
    }
    std::vector<std::string> held = std::exchange(after.held, before.held);
    const bool are_alike = after == before;
    after.held = std::move(held);
    return are_alike;
}

/// Keys that go up, a page that loads, the next letter of a word are no changes that anybody would take back.
bool is_passing(const Action& action, const DeskState& before, const DeskState& after) {
    if (std::holds_alternative<Wait>(action.deed) || std::holds_alternative<KeyUp>(action.deed)) {
        return true;
    }
    return std::holds_alternative<Type>(action.deed) && !before.typing.empty() && before.typing == after.typing;
}

void undo(Desk& desk) {
    std::vector<std::string> held = desk.timeline->held;
    if (desk.timeline.undo() && desk.timeline->held != held) {
        DeskState state = desk.timeline.now();
        state.held = std::move(held);
        desk.timeline.amend(std::move(state));
    }
}

} // namespace

std::vector<Event> apply(Desk& desk, const Action& action) {
    std::vector<Event> events;
    if (std::holds_alternative<Undo>(action.deed)) {
        undo(desk);
        events.push_back({action.at, Fact{"desktop.undone", {}}});
        return events;
    }
    DeskState state = desk.timeline.now();
    Doing doing{state, action.at, events};
    std::visit(Deeds{doing}, action.deed);
    if (state == desk.timeline.now()) {
        return events;
    }
    const bool only_keys = differ_in_held_keys_only(desk.timeline.now(), state);
    if (!only_keys && !std::holds_alternative<Type>(action.deed)) {
        let_go_of_what_is_gone(state);
    }
    if (only_keys || is_passing(action, desk.timeline.now(), state)) {
        desk.timeline.amend(std::move(state));
    } else {
        desk.timeline.change(std::move(state));
    }
    return events;
}

std::vector<Fact> facts(const Desk& desk) {
    const DeskState& state = desk.timeline.now();
    std::vector<Fact> all;
    constexpr std::size_t about = 40; // the facts that are not about one file or message
    all.reserve(state.disk->nodes.size() + state.mailbox->messages.size() + about);
    const Window* front = active_window(state);
    for (const Window& window : state.windows) {
        all.push_back({"desktop.window",
                       {{"program", std::string(name_of(window.program))},
                        {"active", &window == front},
                        {"minimised", window.minimised},
                        {"maximised", window.maximised}}});
        call::add_facts(window.program, View{state, window}, all);
    }
    all.push_back({"desktop.windows", {{"count", static_cast<double>(state.windows.size())}}});
    add_facts(state.disk.now(), all);
    add_facts(state.mailbox.now(), all);
    add_facts(state.web.now(), all);
    return all;
}

bool lives(const Desk& desk) {
    return std::ranges::any_of(desk.timeline->windows,
                               [](const Window& window) { return call::lives(window.program); });
}

} // namespace world
