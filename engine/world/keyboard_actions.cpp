// What to do next in a keyboard practice, key by key.
//
// The way is laid down twice: as changes of the text (keyboard_plan.h), and, for the next change, as keys to go down
// and up. Each key done leaves one fewer, and each change done leaves one change fewer.
#include "base/text.h"
#include "world/keyboard.h"
#include "world/keyboard_keys.h"
#include "world/keyboard_plan.h"

#include <algorithm>
#include <array>
#include <utility>

#include <utf8proc.h>

namespace world {

namespace {

// An easy pace, ms after the action before.
constexpr std::int64_t pace_down = 350;
constexpr std::int64_t pace_up = 90;
constexpr std::int64_t pace_text = 10;

constexpr double key_weight = 0.001;

/// The next thing to be written or pressed, and the strokes for it.
struct Aim {
    std::string text;            ///< what arrives with the last stroke; empty where the key itself does it
    std::vector<Stroke> strokes; ///< none where this layout cannot write the text
    bool needs_caps_off = false;
};

std::string_view code_of(Change::Kind kind) {
    switch (kind) {
    case Change::Kind::erase_left:
        return "Backspace";
    case Change::Kind::erase_right:
        return "Delete";
    case Change::Kind::left:
        return "ArrowLeft";
    case Change::Kind::right:
        return "ArrowRight";
    case Change::Kind::type:
        break;
    }
    return "";
}

utf8proc_category_t category_of(const std::string& character) {
    const std::u32string points = base::decode(character);
    return points.empty() ? UTF8PROC_CATEGORY_CN : utf8proc_category(static_cast<utf8proc_int32_t>(points.front()));
}

Aim aim_at_character(const KeyboardPractice& practice, const std::string& character) {
    if (character == "\n") {
        return {"", {{"Enter"}}};
    }
    Aim aim{character, strokes_for(*practice.layout, character)};
    if (!practice.caps_lock) {
        return aim;
    }
    const utf8proc_category_t category = category_of(character);
    aim.needs_caps_off = category == UTF8PROC_CATEGORY_LL;
    if (category == UTF8PROC_CATEGORY_LU) {
        const std::vector<Stroke> without_shift = strokes_for(*practice.layout, base::lower(character));
        aim.strokes = without_shift.size() == aim.strokes.size() ? without_shift : aim.strokes;
    }
    return aim;
}

/// How many changes of the text, or presses, are left, and the first of them.
struct Way {
    std::size_t changes = 0;
    std::optional<Aim> first;
};

Way way_of_presses(const KeyboardPractice& practice) {
    if (practice.position >= practice.target.size()) {
        return {};
    }
    return {practice.target.size() - practice.position,
            practice.target_is_codes ? Aim{"", {{practice.target[practice.position]}}}
                                     : aim_at_character(practice, (*practice.units)[practice.position].typed)};
}

Way way_ahead(const KeyboardPractice& practice) {
    if (practice.task == KeyboardTask::press) {
        return way_of_presses(practice);
    }
    const MendingPlan plan = plan_mending(practice);
    if (!plan.first) {
        return {};
    }
    const bool types = plan.first->kind == Change::Kind::type;
    return {plan.changes, types ? aim_at_character(practice, (*practice.units)[plan.first->unit].typed)
                                : Aim{"", {{std::string(code_of(plan.first->kind))}}}};
}

/// The accent that the aim's first stroke leaves waiting; empty where there is one stroke.
std::string accent_of(const Layout& layout, const Aim& aim) {
    if (aim.strokes.size() < 2) {
        return "";
    }
    const Stroke& stroke = aim.strokes.front();
    const LayoutKey* key = find_key(layout, stroke.code);
    return key == nullptr ? "" : std::string(text_of(*key, stroke.shift, stroke.altgr));
}

enum class Accent { none, fits, disturbs };

Accent accent_that_waits(const KeyboardPractice& practice, const Aim& aim) {
    if (practice.pending.accent.empty()) {
        return Accent::none;
    }
    if (!aim.text.empty() && practice.pending.accent == accent_of(*practice.layout, aim)) {
        return Accent::fits;
    }
    // An arrow, Enter or Delete lets a waiting accent go by itself.
    const bool goes_by_itself = aim.text.empty() && aim.strokes.front().code != "Backspace";
    return goes_by_itself ? Accent::none : Accent::disturbs;
}

/// The strokes that are left for an aim, with what has to be put right first.
std::vector<Stroke> strokes_left(const KeyboardPractice& practice, const Aim& aim, Accent accent) {
    std::vector<Stroke> strokes;
    if (accent == Accent::disturbs) {
        strokes.push_back({"Backspace"});
    }
    if (aim.needs_caps_off && practice.caps_lock) {
        strokes.push_back({"CapsLock"});
    }
    const std::ptrdiff_t done = accent == Accent::fits ? 1 : 0;
    strokes.insert(strokes.end(), aim.strokes.begin() + done, aim.strokes.end());
    return strokes;
}

/// Lays down keys, keeping in mind which are down.
class KeyWork {
public:
    explicit KeyWork(const KeyboardPractice& practice)
        : layout_(*practice.layout), held_(practice.held), caps_lock_(practice.caps_lock) {}

    void do_stroke(const Stroke& stroke) {
        hold_just(modifiers_for(layout_, stroke));
        if (stroke.code == "CapsLock") {
            caps_lock_ = !caps_lock_;
        }
        press(stroke.code);
    }

    /// Whether the modifiers of a stroke are down.
    bool holds_modifiers_of(const Stroke& stroke) const {
        return std::ranges::all_of(modifiers_for(layout_, stroke),
                                   [&](const std::string& code) { return std::ranges::count(held_, code) > 0; });
    }

    void type(const std::string& text) { deeds_.emplace_back(Type{text}); }

    std::vector<Deed> take() { return std::move(deeds_); }

private:
    void hold_just(const std::vector<std::string>& modifiers) {
        const std::vector<std::string> down = held_;
        for (const std::string& code : down) {
            if (std::ranges::find(modifiers, code) == modifiers.end()) {
                deeds_.emplace_back(KeyUp{code});
                std::erase(held_, code);
            }
        }
        for (const std::string& code : modifiers) {
            if (std::ranges::find(held_, code) == held_.end()) {
                press(code);
            }
        }
    }

    void press(const std::string& code) {
        deeds_.emplace_back(KeyDown{code, caps_lock_, false});
        held_.push_back(code);
    }

    const Layout& layout_;
    std::vector<std::string> held_;
    bool caps_lock_;
    std::vector<Deed> deeds_;
};

/// All keys and the text that lead to the next change, in order.
std::vector<Deed> deeds_to(const KeyboardPractice& practice, const std::optional<Aim>& aim) {
    if (!aim) {
        return {};
    }
    const Accent accent = accent_that_waits(practice, *aim);
    const std::vector<Stroke> strokes = strokes_left(practice, *aim, accent);
    KeyWork work(practice);
    const bool key_is_down = !aim->text.empty() && strokes.size() == 1 && practice.awaited == strokes.back().code &&
                             is_held(practice, practice.awaited) && work.holds_modifiers_of(strokes.back());
    if (!key_is_down) {
        for (const Stroke& stroke : strokes) {
            work.do_stroke(stroke);
        }
    }
    if (!aim->text.empty()) {
        work.type(aim->text);
    }
    return work.take();
}

std::int64_t pace_of(const Deed& deed) {
    if (std::holds_alternative<KeyDown>(deed)) {
        return pace_down;
    }
    return std::holds_alternative<KeyUp>(deed) ? pace_up : pace_text;
}

/// A character that is not the one expected.
std::string other_than(const std::string& expected) {
    return expected == "x" ? "n" : "x";
}

} // namespace

std::vector<Stroke> next_strokes(const KeyboardPractice& practice) {
    const std::optional<Aim> aim = way_ahead(practice).first;
    return aim ? strokes_left(practice, *aim, accent_that_waits(practice, *aim)) : std::vector<Stroke>{};
}

std::optional<Stroke> next_stroke(const KeyboardPractice& practice) {
    const std::vector<Stroke> strokes = next_strokes(practice);
    return strokes.empty() ? std::nullopt : std::optional(strokes.front());
}

std::vector<Action> actions(const KeyboardPractice& practice, std::int64_t now) {
    std::vector<Action> found;
    const auto add = [&](Deed deed) { found.push_back({now + pace_of(deed), std::move(deed)}); };
    if (std::vector<Deed> deeds = deeds_to(practice, way_ahead(practice).first); !deeds.empty()) {
        add(std::move(deeds.front()));
    }
    if (practice.target_is_codes) {
        add(KeyDown{practice.position < practice.target.size() && practice.target[practice.position] == "Space"
                        ? "Enter"
                        : "Space",
                    practice.caps_lock, false});
    } else {
        add(Type{other_than(next_expected(practice))});
        add(KeyDown{"Backspace", practice.caps_lock, false});
    }
    return found;
}

double remaining(const KeyboardPractice& practice) {
    const Way way = way_ahead(practice);
    if (way.changes == 0) {
        return 0;
    }
    const std::size_t keys = deeds_to(practice, way.first).size();
    return static_cast<double>(way.changes) + key_weight * static_cast<double>(keys - 1);
}

} // namespace world
