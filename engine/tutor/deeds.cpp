// Leaves out what nobody would tell of, and joins what is one to a person.
#include "tutor/deeds.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace tutor {

namespace {

bool is_modifier(std::string_view code) {
    constexpr std::array<std::string_view, 5> kinds{"Shift", "Control", "Alt", "Meta", "CapsLock"};
    return std::ranges::any_of(kinds, [&](std::string_view kind) { return code.starts_with(kind); });
}

/// Keys that write, and whose text comes as a deed of its own.
bool writes(std::string_view code) {
    constexpr std::array<std::string_view, 15> kinds{"Key",     "Digit",     "Space",     "Comma",         "Period",
                                                     "Slash",   "Minus",     "Equal",     "Semicolon",     "Quote",
                                                     "Bracket", "Backquote", "Backslash", "IntlBackslash", "Numpad"};
    return code != "NumpadEnter" &&
           std::ranges::any_of(kinds, [&](std::string_view kind) { return code.starts_with(kind); });
}

bool is_telling(const world::Deed& deed) {
    if (const auto* key = std::get_if<world::KeyDown>(&deed)) {
        return !key->repeated && !is_modifier(key->code);
    }
    return !std::holds_alternative<world::Move>(deed) && !std::holds_alternative<world::Release>(deed) &&
           !std::holds_alternative<world::KeyUp>(deed) && !std::holds_alternative<world::Wait>(deed);
}

/// Takes deeds in one after the other.
class Telling {
public:
    void take(std::size_t index, const world::Action& action) {
        index_ = index;
        if (const auto* key = std::get_if<world::KeyDown>(&action.deed)) {
            take_key(action, *key);
        } else if (const auto* up = std::get_if<world::KeyUp>(&action.deed)) {
            std::erase(commanding_, up->code);
        } else if (const auto* text = std::get_if<world::Type>(&action.deed)) {
            take_text(action, *text);
        } else if (std::holds_alternative<world::Scroll>(action.deed) && !told_.empty() &&
                   std::holds_alternative<world::Scroll>(told_.back().action.deed)) {
            return;
        } else if (is_telling(action.deed)) {
            tell(action, false);
        }
    }

    std::vector<Told> told() { return std::move(told_); }

private:
    void tell(const world::Action& action, bool writes) {
        told_.push_back({index_, action});
        writing_ = writes;
    }

    void take_key(const world::Action& action, const world::KeyDown& key) {
        if (key.code.starts_with("Control") || key.code.starts_with("Alt") || key.code.starts_with("Meta")) {
            commanding_.push_back(key.code);
        }
        // A key that writes is told by its text; with Control held it writes nothing.
        if (is_telling(action.deed) && !(writes(key.code) && commanding_.empty())) {
            tell(action, false);
        }
    }

    void take_text(const world::Action& action, const world::Type& text) {
        if (writing_) {
            std::get<world::Type>(told_.back().action.deed).text += text.text;
            return;
        }
        tell(action, true);
    }

    std::vector<Told> told_;
    std::size_t index_ = 0;
    std::vector<std::string> commanding_; ///< Control and such that are down
    bool writing_ = false;                ///< the last deed is text that can go on
};

} // namespace

bool is_telling(const Input& input) {
    const auto* deed = std::get_if<world::Deed>(&input.what);
    return deed == nullptr || is_telling(*deed);
}

std::vector<Told> telling_deeds(std::span<const Input> inputs) {
    Telling telling;
    for (std::size_t i = 0; i < inputs.size(); ++i) {
        if (const auto* deed = std::get_if<world::Deed>(&inputs[i].what)) {
            telling.take(i, {inputs[i].at, *deed});
        }
    }
    return telling.told();
}

std::vector<Told> telling_deeds(std::span<const world::Action> actions) {
    Telling telling;
    for (std::size_t i = 0; i < actions.size(); ++i) {
        telling.take(i, actions[i]);
    }
    return telling.told();
}

} // namespace tutor
