// Mouse and keys as deeds on targets. Clicks happen when the button comes up over what it went down on; a second one
// soon after and close by makes a double-click, by the tolerance that the learner has.
#include "screen/stage/desk_deeds.h"

#include "screen/stage/desk_painters.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <string_view>

namespace screen {

using world::Deed;
using world::DeskState;

namespace {

constexpr double drag_begins = 6; // units that the pointer moves with the button down

world::Button button_of(PointerButton button) {
    constexpr std::array buttons{world::Button::left, world::Button::middle, world::Button::right};
    return buttons.at(static_cast<std::size_t>(button));
}

bool is_held(const DeskState& desk, std::string_view key) {
    return std::ranges::any_of(desk.held, [&](const std::string& code) { return code.starts_with(key); });
}

float distance(Point a, Point b) {
    return std::hypot(a.x - b.x, a.y - b.y);
}

/// The byte of a field's text that is nearest to a point of the window.
std::size_t byte_under(Ui& ui, const DeskMemory& memory, const std::string& field, Point at) {
    const auto found = memory.texts.find(field);
    if (found == memory.texts.end()) {
        return 0;
    }
    const DeskText& text = found->second;
    const std::size_t shown = byte_at(ui.fonts(), text.block, {at.x - text.at.x, at.y - text.at.y});
    if (text.bytes.empty()) {
        return shown;
    }
    constexpr std::size_t dot = 3; // bytes of a dot in UTF-8
    return text.bytes.at(std::min(shown / dot, text.bytes.size() - 1));
}

/// The deeds of one input.
struct DeskDeeds {
    Ui& ui;
    const world::Desk& desk;
    const DeskState& state;
    Rect stage;
    bool has_keyboard;
    DeskMemory& memory;
    std::vector<Deed> out{};

    float px(double units) const { return static_cast<float>(units * stage.w / world::stage_width); }
    Point at() const { return ui.pointer(); }

    // --- The button goes down ---------------------------------------------------------------------------------------

    /// On a scroll bar: on the thumb it is dragged, beside it the part turns a page.
    bool press_scroll_bar() {
        const std::string layer = layer_at(memory, at());
        for (auto& [name, part] : memory.scrolls) {
            const bool is_here = part.picture == memory.pictures && part.layer == layer && part.track.contains(at());
            if (!is_here) {
                continue;
            }
            if (!part.thumb.contains(at())) {
                const float page = part.room.h * 0.9F;
                part.offset = std::clamp(part.offset + (at().y < part.thumb.y ? -page : page), 0.0F, part.most);
            }
            DeskPress press;
            press.kind = DeskPress::Kind::scroll_bar;
            press.at = at();
            press.scroll = name;
            press.offset = part.offset;
            memory.press = std::move(press);
            return true;
        }
        return false;
    }

    void begin_marking(DeskPress& press) {
        press.kind = DeskPress::Kind::mark;
        press.from = byte_under(ui, memory, press.target.name, at());
        if (state.focus != press.target.name) {
            press.focuses = true; // what the click does to the field comes first
            out.emplace_back(world::Click{press.target.name, world::Button::left, 1, is_held(state, "Shift"),
                                          is_held(state, "Control")});
        } else {
            out.emplace_back(world::Mark{press.target.name, press.from, press.from});
        }
    }

    void operator()(const PointerPressed& pressed) {
        if (!stage.contains(at()) || memory.press) {
            return;
        }
        const world::Button button = button_of(pressed.button);
        const Spot* placed = spot_at(memory, at(), world::placeable);
        const bool is_on_grip =
            placed != nullptr && placed->target.role == world::Role::grip; // in front of scroll bars
        if (button == world::Button::left && !is_on_grip && press_scroll_bar()) {
            return;
        }
        const std::uint8_t wanted =
            button == world::Button::right
                ? static_cast<std::uint8_t>(world::right_clickable)
                : static_cast<std::uint8_t>(world::clickable | world::double_clickable | world::draggable |
                                            world::placeable | world::writable);
        const Spot* spot = spot_at(memory, at(), wanted);
        if (spot == nullptr) {
            return;
        }
        DeskPress press;
        press.button = button;
        press.target = spot->target;
        press.rect = spot->rect;
        press.at = at();
        const bool is_left = button == world::Button::left;
        if (is_left && world::can(spot->target, world::writable)) {
            begin_marking(press);
        } else if (is_left && world::can(spot->target, world::placeable)) {
            press.kind = DeskPress::Kind::place;
        } else if (is_left && world::can(spot->target, world::draggable)) {
            press.kind = DeskPress::Kind::drag;
        }
        memory.press = std::move(press);
    }

    // --- The pointer moves ------------------------------------------------------------------------------------------

    void operator()(const PointerMoved&) {
        if (!memory.press) {
            return;
        }
        DeskPress& press = *memory.press;
        if (press.kind == DeskPress::Kind::scroll_bar) {
            DeskScroll& part = memory.scrolls[press.scroll];
            const float way = std::max(part.track.h - part.thumb.h, 1.0F);
            part.offset = std::clamp(press.offset + (at().y - press.at.y) * part.most / way, 0.0F, part.most);
            return;
        }
        const bool was_moved = press.moved;
        press.moved = press.moved || distance(press.at, at()) > px(drag_begins);
        if (press.kind == DeskPress::Kind::mark && press.moved) {
            const std::size_t to = byte_under(ui, memory, press.target.name, at());
            if (to != press.to || !was_moved) {
                press.to = to;
                out.emplace_back(world::Mark{press.target.name, press.from, to});
            }
        }
    }

    // --- The button comes up ----------------------------------------------------------------------------------------

    /// Whether this press, following on the one before, makes a double-click.
    bool is_second(const DeskPress& press) const {
        const world::Tolerance& tolerance = state.setup->tolerance;
        return memory.clicked == press.target.name &&
               static_cast<double>(ui.now() - memory.clicked_at) <= tolerance.interval &&
               distance(memory.clicked_place, at()) <= px(tolerance.drift);
    }

    void click(const DeskPress& press) {
        const bool shift = is_held(state, "Shift");
        const bool control = is_held(state, "Control");
        if (press.button == world::Button::right) {
            memory.menu_of = press.target.name;
            memory.menu_at = at();
        }
        const bool can_twice = world::can(press.target, world::double_clickable);
        if (press.button == world::Button::left && can_twice && is_second(press)) {
            memory.clicked.clear();
            out.emplace_back(world::Click{press.target.name, press.button, 2, shift, control});
            return;
        }
        memory.clicked = press.button == world::Button::left ? press.target.name : std::string();
        memory.clicked_at = ui.now();
        memory.clicked_place = at();
        const bool takes =
            world::can(press.target, press.button == world::Button::right ? world::right_clickable : world::clickable);
        if (takes) {
            out.emplace_back(world::Click{press.target.name, press.button, 1, shift, control});
        }
    }

    /// A click in a field: the caret goes there, but what the field marked by itself when it got the keyboard stays
    /// marked. The second click marks the word.
    void release_in_field(const DeskPress& press) {
        const world::TextField* field = world::field_of_target(state, press.target.name);
        if (field == nullptr || press.moved) {
            memory.clicked.clear();
            return;
        }
        if (is_second(press)) {
            world::TextEdit word = field->edit;
            world::select_word(word, press.from);
            memory.clicked.clear();
            out.emplace_back(world::Mark{press.target.name, world::selection_start(word), world::selection_end(word)});
            return;
        }
        memory.clicked = press.target.name;
        memory.clicked_at = ui.now();
        memory.clicked_place = at();
        const bool marked_itself = field->edit.caret != field->edit.anchor;
        if (press.focuses && !marked_itself) {
            out.emplace_back(world::Mark{press.target.name, press.from, press.from});
        }
    }

    void drop(const DeskPress& press) {
        // What is dragged is no place to drop itself on; the ground that it lies on is, unless that is where it was.
        const Spot* onto = spot_at(memory, at(), world::takes_drop);
        if (onto != nullptr && onto->target.name != press.target.name) {
            out.emplace_back(world::Drag{press.target.name, onto->target.name, is_held(state, "Control")});
        }
    }

    void operator()(const PointerReleased& released) {
        if (!memory.press || memory.press->button != button_of(released.button)) {
            return;
        }
        const DeskPress press = *std::exchange(memory.press, std::nullopt);
        switch (press.kind) {
        case DeskPress::Kind::scroll_bar:
            return;
        case DeskPress::Kind::mark:
            return release_in_field(press);
        case DeskPress::Kind::place:
            if (press.moved) {
                out.emplace_back(placed(ui, stage, state, press));
                return;
            }
            break;
        case DeskPress::Kind::drag:
            if (press.moved) {
                drop(press);
                return;
            }
            break;
        case DeskPress::Kind::click:
            break;
        }
        // An unsteady hand may slip off a small button a little.
        const float slip = px(std::min(state.setup->tolerance.drift, 12.0));
        const bool still_there = press.rect.contains(at()) || distance(press.at, at()) <= slip;
        if (still_there) {
            click(press);
        }
    }

    // --- Keys -------------------------------------------------------------------------------------------------------

    /// Modifier keys that went down or up while the keyboard was elsewhere.
    void settle(std::string_view key, bool is_down) {
        const bool is_known = is_held(state, key);
        if (is_down && !is_known) {
            out.emplace_back(world::KeyDown{std::string(key) + "Left", false, false});
        } else if (!is_down && is_known) {
            for (const std::string& code : state.held) {
                if (code.starts_with(key)) {
                    out.emplace_back(world::KeyUp{code});
                }
            }
        }
    }

    void operator()(const KeyPressed& key) {
        const bool is_the_pages = key.code == "F1" || (key.code == "Escape" && !wants_escape(state)) ||
                                  (key.code == "Tab" && !memory.had_keyboard);
        if (!has_keyboard || is_the_pages) {
            return;
        }
        memory.typed_at = ui.now();
        for (const auto& [name, is_down] :
             {std::pair{"Control", key.control}, std::pair{"Shift", key.shift}, std::pair{"Alt", key.alt}}) {
            if (!key.code.starts_with(name)) {
                settle(name, is_down);
            }
        }
        out.emplace_back(world::KeyDown{key.code, key.caps_lock, key.repeated});
    }

    void operator()(const KeyReleased& key) {
        if (std::ranges::find(state.held, key.code) != state.held.end()) {
            out.emplace_back(world::KeyUp{key.code});
        }
    }

    void operator()(const TextEntered& text) {
        if (has_keyboard && !text.text.empty()) {
            memory.typed_at = ui.now();
            memory.clicked.clear();
            out.emplace_back(world::Type{text.text});
        }
    }

    void operator()(const LetGo&) {
        memory.press.reset();
        for (const std::string& code : state.held) {
            out.emplace_back(world::KeyUp{code});
        }
    }

    void operator()(const Wheel&) {} // scrolls parts while they are painted; nothing of the practice computer's own
    void operator()(const Nothing&) {}
};

double hundredth(double value) {
    return std::round(value * 100) / 100;
}

} // namespace

world::Place placed(const Ui& ui, const Rect& stage, const DeskState& desk, const DeskPress& press) {
    const double unit = world::stage_width / static_cast<double>(std::max(stage.w, 1.0F));
    const double dx = static_cast<double>(ui.pointer().x - press.at.x) * unit;
    const double dy = static_cast<double>(ui.pointer().y - press.at.y) * unit;
    const std::string& name = press.target.name;
    const world::Window* window = world::find_window(desk, name.substr(0, name.find('/')));
    if (window == nullptr) {
        return {name, 0, 0};
    }
    const world::Rectangle seen = world::seen_at(desk, *window);
    if (press.target.role == world::Role::grip) {
        return {name, hundredth(seen.x + seen.width + dx), hundredth(seen.y + seen.height + dy)};
    }
    double x = seen.x + dx;
    if (window->maximised) {
        // It becomes small again, and stays under the pointer.
        const double share = static_cast<double>(press.at.x - stage.x) * unit / seen.width;
        const double pointer = static_cast<double>(ui.pointer().x - stage.x) * unit;
        x = pointer - share * window->place.width;
    }
    return {name, hundredth(x), hundredth(seen.y + dy)};
}

std::vector<Deed> desk_deeds(Ui& ui, const world::Desk& desk, const Rect& stage, bool has_keyboard,
                             DeskMemory& memory) {
    DeskDeeds deeds{ui, desk, desk.timeline.now(), stage, has_keyboard, memory};
    std::visit(deeds, ui.input());
    return std::move(deeds.out);
}

bool wants_escape(const DeskState& desk) {
    return desk.menu.has_value() || desk.start_is_open || world::front_dialog(desk) != nullptr ||
           (!desk.focus.empty() && world::field_of_target(desk, desk.focus) != nullptr);
}

} // namespace screen
