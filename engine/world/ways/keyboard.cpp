// The keys that do what a click does, for people who use no pointer.
#include "world/desk_parts.h"
#include "world/ways/ways.h"

#include <algorithm>
#include <cstdlib>
#include <optional>

namespace world {

namespace {

constexpr std::int64_t at_once = 0; // when the keys are tried out does not matter

void press(Desk& desk, std::vector<Deed>& deeds, const Deed& deed) {
    apply(desk, Action{at_once, deed});
    deeds.push_back(deed);
}

/// Tab, or Tab with Shift, until the target has the keyboard. What can be reached may change on the way, as
/// suggestions do below a field: then the rest is counted anew. False where it never comes there.
bool go_to(Desk& desk, std::string_view target, std::vector<Deed>& deeds) {
    constexpr int most_counts = 4;
    for (int count = 0; count < most_counts && desk.timeline->focus != target; ++count) {
        const std::optional<int> tabs = tabs_to(desk.timeline.now(), target);
        if (!tabs) {
            return false;
        }
        if (*tabs < 0) {
            press(desk, deeds, KeyDown{"ShiftLeft"});
        }
        for (int i = 0; i < std::abs(*tabs); ++i) {
            press(desk, deeds, KeyDown{"Tab"});
        }
        if (*tabs < 0) {
            press(desk, deeds, KeyUp{"ShiftLeft"});
        }
    }
    return desk.timeline->focus == target;
}

bool is_in_front(const DeskState& desk, std::string_view window) {
    const Window* front = active_window(desk);
    return front != nullptr && front->name == window;
}

/// A click on a window that lies behind, or on its button in the bar: Alt and Tab until it is in front.
std::optional<std::vector<Deed>> raise(Desk desk, std::string_view window) {
    std::vector<Deed> deeds;
    const std::size_t windows = desk.timeline->windows.size();
    press(desk, deeds, KeyDown{"AltLeft"});
    for (std::size_t i = 0; i < windows && !is_in_front(desk.timeline.now(), window); ++i) {
        press(desk, deeds, KeyDown{"Tab"});
    }
    press(desk, deeds, KeyUp{"AltLeft"});
    return is_in_front(desk.timeline.now(), window) ? std::optional(deeds) : std::nullopt;
}

std::vector<Deed> with_alt(std::string code) {
    return {KeyDown{"AltLeft"}, KeyDown{std::move(code)}, KeyUp{"AltLeft"}};
}

/// What has a key of its own.
std::optional<std::vector<Deed>> by_own_key(const DeskState& desk, const Click& click) {
    const std::string_view name = click.target;
    const Window* front = active_window(desk);
    if (name == "bar/start") {
        return std::vector<Deed>{KeyDown{"MetaLeft"}, KeyUp{"MetaLeft"}};
    }
    if (name == "menu/close" || name == "start/close") {
        return std::vector<Deed>{KeyDown{"Escape"}};
    }
    if (front != nullptr && name == front->name + "/close") {
        return with_alt("F4");
    }
    if (front != nullptr && name == front->name + "/title" && click.button == Button::right) {
        return with_alt("Space");
    }
    return std::nullopt;
}

std::optional<std::string> window_to_raise(const DeskState& desk, std::string_view target) {
    constexpr std::string_view task = "bar/task/";
    constexpr std::string_view shown = "start/window/";
    const std::string_view name = target.starts_with(task)    ? target.substr(task.size())
                                  : target.starts_with(shown) ? target.substr(shown.size())
                                                              : target;
    return find_window(desk, name) != nullptr ? std::optional(std::string(name)) : std::nullopt;
}

std::vector<Deed> click_by_keyboard(const Desk& desk, const Click& click) {
    const DeskState& state = desk.timeline.now();
    if (const auto keys = by_own_key(state, click)) {
        return *keys;
    }
    if (const std::optional<std::string> window = window_to_raise(state, click.target)) {
        return click.button == Button::left ? raise(desk, *window).value_or(std::vector<Deed>{}) : std::vector<Deed>{};
    }
    Desk ahead = desk;
    std::vector<Deed> deeds;
    if (!go_to(ahead, click.target, deeds)) {
        return {};
    }
    const TextField* field = field_of_target(ahead.timeline.now(), click.target);
    if (click.button == Button::right) {
        deeds.emplace_back(KeyDown{"ContextMenu"});
    } else if (field == nullptr) {
        deeds.emplace_back(KeyDown{click.times == 2 ? "Enter" : "Space"});
    }
    return deeds;
}

} // namespace

std::vector<Deed> by_keyboard(const Desk& desk, const Way& way) {
    const auto is_keyboards = [](const Deed& deed) {
        return std::holds_alternative<KeyDown>(deed) || std::holds_alternative<KeyUp>(deed) ||
               std::holds_alternative<Type>(deed) || std::holds_alternative<Wait>(deed) ||
               std::holds_alternative<Undo>(deed);
    };
    if (std::ranges::all_of(way.deeds, is_keyboards)) {
        return way.deeds;
    }
    const auto* click = way.deeds.size() == 1 ? std::get_if<Click>(&way.deeds.front()) : nullptr;
    return click == nullptr ? std::vector<Deed>{} : click_by_keyboard(desk, *click);
}

} // namespace world
