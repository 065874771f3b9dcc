// Mouse and keys as deeds on a quiz. A click happens when the button comes up over what it went down on.
#include "screen/stage/quiz.h"

#include <algorithm>
#include <string>
#include <utility>

namespace screen {

using world::Deed;

namespace {

/// The deeds of one input.
struct QuizDeeds {
    Ui& ui;
    const world::QuizPractice& quiz;
    Rect stage;
    bool has_keyboard;
    DeskMemory& memory;
    std::vector<Deed> out{};

    Point at() const { return ui.pointer(); }

    /// Beside the thumb of the scroll bar, a page on.
    bool press_scroll_bar() {
        for (auto& [name, part] : memory.scrolls) {
            if (part.picture == memory.pictures && part.track.contains(at())) {
                const float page = part.room.h * 0.8F;
                const float way = at().y < part.thumb.y ? -page : at().y >= part.thumb.bottom() ? page : 0;
                part.offset = std::clamp(part.offset + way, 0.0F, part.most);
                return true;
            }
        }
        return false;
    }

    void operator()(const PointerPressed& pressed) {
        memory.typed_at = 0;
        if (pressed.button != PointerButton::left || !stage.contains(at()) || press_scroll_bar()) {
            return;
        }
        const Spot* spot = spot_at(memory, at(), world::clickable);
        if (spot != nullptr) {
            DeskPress press;
            press.target = spot->target;
            press.rect = spot->rect;
            press.at = at();
            memory.press = std::move(press);
        }
    }

    void operator()(const PointerReleased& released) {
        if (released.button != PointerButton::left || !memory.press) {
            return;
        }
        const std::string name = memory.press->target.name;
        memory.press.reset();
        const Spot* spot = spot_at(memory, at(), world::clickable);
        if (spot == nullptr) {
            return;
        }
        if (spot->target.name == name) {
            out.emplace_back(world::Click{name, world::Button::left, 1, false, false});
        } else if (name.starts_with("quiz/left/") && spot->target.name.starts_with("quiz/right/")) {
            out.emplace_back(world::Drag{name, spot->target.name, false});
        }
    }

    /// What the keyboard says of a modifier comes before the key that is pressed with it.
    void settle(const std::string& code, bool is_down) {
        const bool was_down = std::ranges::find(quiz.held, code) != quiz.held.end();
        if (is_down && !was_down) {
            out.emplace_back(world::KeyDown{code, false, false});
        } else if (!is_down && was_down) {
            out.emplace_back(world::KeyUp{code});
        }
    }

    void operator()(const KeyPressed& key) {
        const bool is_the_pages = key.code == "F1" || key.code == "Escape" || key.code == "Tab";
        if (!has_keyboard || is_the_pages) {
            return;
        }
        memory.typed_at = std::max<std::int64_t>(ui.now(), 1);
        if (!key.code.starts_with("Control")) {
            settle("ControlLeft", key.control);
        }
        if (!key.code.starts_with("Shift")) {
            settle("ShiftLeft", key.shift);
        }
        out.emplace_back(world::KeyDown{key.code, key.caps_lock, key.repeated});
    }

    void operator()(const KeyReleased& key) {
        if (std::ranges::find(quiz.held, key.code) != quiz.held.end()) {
            out.emplace_back(world::KeyUp{key.code});
        }
    }

    void operator()(const TextEntered& text) {
        if (has_keyboard && !text.text.empty()) {
            memory.typed_at = std::max<std::int64_t>(ui.now(), 1);
            out.emplace_back(world::Type{text.text});
        }
    }

    void operator()(const LetGo&) {
        memory.press.reset();
        for (const std::string& code : quiz.held) {
            out.emplace_back(world::KeyUp{code});
        }
    }

    void operator()(const PointerMoved&) {}
    void operator()(const Wheel&) {} // scrolls while the quiz is painted
    void operator()(const Nothing&) {}
};

} // namespace

std::vector<Deed> quiz_deeds(Ui& ui, const world::QuizPractice& quiz, const Rect& stage, bool has_keyboard,
                             DeskMemory& memory) {
    QuizDeeds deeds{ui, quiz, stage, has_keyboard, memory};
    std::visit(deeds, ui.input());
    return std::move(deeds.out);
}

} // namespace screen
