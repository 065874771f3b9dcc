// Puts actions together to things that a person does, and names them.
#include "tutor/sentence.h"

#include "base/text.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <string_view>

namespace tutor {

namespace {

using world::Action;
using world::Words;
using Actions = std::span<const Action>;

template <typename Deed>
const Deed* deed(Actions actions, std::size_t index) {
    return index < actions.size() ? std::get_if<Deed>(&actions[index].deed) : nullptr;
}

// --- Keys -----------------------------------------------------------------------------------------------------------

bool is_modifier(std::string_view code) {
    return code.starts_with("Shift") || code.starts_with("Control") || code.starts_with("Alt") ||
           code.starts_with("Meta");
}

bool is_key(const world::Deed& deed) {
    return std::holds_alternative<world::KeyDown>(deed) || std::holds_alternative<world::KeyUp>(deed);
}

/// What stands on a key's cap.
Words cap_of(const world::Computer& computer, const std::string& code) {
    const auto* practice = world::app_of<world::KeyboardPractice>(computer);
    const auto* quiz = world::app_of<world::QuizPractice>(computer);
    const auto* desk = world::app_of<world::Desk>(computer);
    const world::Layout* layout = practice != nullptr ? &*practice->layout
                                  : quiz != nullptr   ? &*quiz->layout
                                  : desk != nullptr   ? &desk->timeline.now().setup->layout
                                                      : nullptr;
    const world::LayoutKey* key = layout == nullptr ? nullptr : world::find_key(*layout, code);
    if (key == nullptr) {
        return world::as_it_is(code);
    }
    if (!key->label.empty()) {
        return world::message(key->label);
    }
    return world::as_it_is(base::lower(key->shift) == key->plain ? key->shift : key->plain);
}

/// The keys that one thing to do begins with: all that go down until one comes up or a second one that writes follows.
struct Chord {
    std::vector<std::string> codes; ///< those that are held first
    std::size_t actions = 0;        ///< its own, until its keys are up again
};

const std::vector<std::string>& held_keys(const world::Computer& computer) {
    static const std::vector<std::string> none;
    const auto* practice = world::app_of<world::KeyboardPractice>(computer);
    const auto* desk = world::app_of<world::Desk>(computer);
    return practice != nullptr ? practice->held : desk != nullptr ? desk->timeline.now().held : none;
}

Chord chord_of(const world::Computer& computer, Actions actions) {
    Chord chord;
    for (const std::string& code : held_keys(computer)) {
        if (is_modifier(code)) {
            chord.codes.push_back(code);
        }
    }
    const bool keys_write = world::app_of<world::KeyboardPractice>(computer) != nullptr;
    bool is_whole = false;
    for (const Action& action : actions) {
        if (const auto* down = std::get_if<world::KeyDown>(&action.deed)) {
            if (is_whole) {
                break;
            }
            chord.codes.push_back(down->code);
            is_whole = !is_modifier(down->code);
        } else if (std::holds_alternative<world::Type>(action.deed) ? !(is_whole && keys_write)
                                                                    : !is_key(action.deed)) {
            break; // in a typing practice, the text that a key writes belongs to it
        }
        ++chord.actions;
    }
    return chord;
}

/// In a typing practice the practice itself knows the keys, whatever the search would do first.
std::vector<std::string> next_keys(const world::Computer& computer, Actions actions) {
    if (const auto* practice = world::app_of<world::KeyboardPractice>(computer)) {
        if (const std::optional<world::Stroke> stroke = world::next_stroke(*practice)) {
            std::vector<std::string> codes = world::modifiers_for(*practice->layout, *stroke);
            codes.push_back(stroke->code);
            return codes;
        }
    }
    std::vector<std::string> codes = chord_of(computer, actions).codes;
    if (codes.empty() && deed<world::KeyUp>(actions, 0) != nullptr) {
        codes.push_back(deed<world::KeyUp>(actions, 0)->code);
    }
    return codes;
}

Sentence of_keys(const world::Computer& computer, Actions actions) {
    constexpr std::array names{"first", "second", "third"};
    std::vector<std::string> codes = next_keys(computer, actions);
    if (codes.size() > names.size()) {
        codes.erase(codes.begin(), codes.end() - names.size());
    }
    Sentence sentence{codes.size() < 2 ? "key" : "keys-" + std::to_string(codes.size()), {}, {}};
    for (std::size_t i = 0; i < codes.size(); ++i) {
        sentence.keys.push_back(cap_of(computer, codes[i]));
        sentence.parts.push_back({codes.size() == 1 ? "key" : names.at(i), sentence.keys.back()});
    }
    return sentence;
}

std::size_t typed_actions(Actions actions) {
    const auto end = std::ranges::find_if_not(
        actions, [](const Action& action) { return std::holds_alternative<world::Type>(action.deed); });
    return static_cast<std::size_t>(end - actions.begin());
}

Sentence of_text(Actions actions) {
    std::string text;
    for (const Action& action : actions.first(typed_actions(actions))) {
        text += std::get<world::Type>(action.deed).text;
    }
    return {"type", {{"text", world::as_it_is(std::move(text))}}, {}};
}

// --- What has a name ------------------------------------------------------------------------------------------------

/// The target's words; where another one in the list has the same, such as a second message of one person, with the
/// first of its details.
Words words_of(const std::vector<world::Target>& targets, const world::Target& target) {
    const auto same = std::ranges::count_if(
        targets, [&](const world::Target& other) { return other.role == target.role && other.words == target.words; });
    const bool can_be_told_apart = target.role == world::Role::item && !target.details.empty() &&
                                   !target.details.front().text.empty() && !target.words.text.empty();
    return same > 1 && can_be_told_apart ? world::as_it_is(target.words.text + ", " + target.details.front().text)
                                         : target.words;
}

bool is_said(const Words& words) {
    return !words.text.empty() || !words.message.id.empty();
}

Sentence on_target(const world::Computer& computer, std::string id, const std::string& name,
                   const std::string& onto = {}) {
    const auto* quiz = world::app_of<world::QuizPractice>(computer);
    const auto* desk = world::app_of<world::Desk>(computer);
    const std::vector<world::Target> targets = quiz != nullptr   ? world::targets(*quiz)
                                               : desk != nullptr ? world::targets(desk->timeline.now())
                                                                 : std::vector<world::Target>{};
    const auto named = [&](const std::string& wanted) {
        const world::Target* target = world::find_target(targets, wanted);
        return target == nullptr ? Words{} : words_of(targets, *target);
    };
    const world::Target* target = world::find_target(targets, name);
    const bool is_written_in = target != nullptr && world::can(*target, world::writable);
    if (id == "click" && is_written_in) {
        id = "click-in";
    }
    const Words thing = named(name);
    const Words other = named(onto);
    if (!is_said(thing) || (!onto.empty() && !is_said(other))) {
        return {id + "-here", {}, {}};
    }
    Sentence sentence{std::move(id), {{"thing", thing}}, {}};
    if (!onto.empty()) {
        sentence.parts.push_back({"onto", other});
    }
    return sentence;
}

Sentence of_click(const world::Computer& computer, const world::Click& click) {
    if (click.button == world::Button::right) {
        return on_target(computer, "right", click.target);
    }
    Sentence sentence = on_target(computer, click.times > 1 ? "double" : "click", click.target);
    if (click.control || click.shift) {
        sentence.keys.push_back(cap_of(computer, click.control ? "ControlLeft" : "ShiftLeft"));
    }
    return sentence;
}

// --- A mouse that is practised --------------------------------------------------------------------------------------

bool any_down(const world::PointerPractice& practice) {
    return std::ranges::any_of(practice.buttons, [](const world::ButtonState& button) { return button.down; });
}

bool is_carried(const world::PointerPractice& practice, world::ThingIndex thing) {
    if (thing == world::no_thing) {
        return false;
    }
    const world::Task task = practice.things[thing].task;
    return task == world::Task::drag || task == world::Task::trace;
}

/// A press and its release without a way between them, perhaps twice; 0 where it is none.
std::size_t click_length(Actions actions) {
    const bool once = deed<world::Press>(actions, 0) != nullptr && deed<world::Release>(actions, 1) != nullptr;
    return !once ? 0 : 2 + click_length(actions.subspan(2));
}

std::size_t moves(Actions actions, std::size_t from) {
    std::size_t end = from;
    while (deed<world::Move>(actions, end) != nullptr) {
        ++end;
    }
    return end;
}

Sentence of_press(const world::PointerPractice& practice, Actions actions, world::Button button) {
    const world::ThingIndex under = practice.under_pointer;
    if (deed<world::Move>(actions, 1) != nullptr || is_carried(practice, under)) {
        return {"hold", {}, {}};
    }
    const bool is_twice = click_length(actions) > 2 ||
                          (under != world::no_thing && practice.things[under].task == world::Task::double_click);
    if (is_twice) {
        return {"press-twice", {}, {}};
    }
    constexpr std::array words{"press-left", "press-middle", "press-right"};
    return {words.at(static_cast<std::size_t>(button)), {}, {}};
}

/// What lies at a place: the words below the thing, or those of the menu's item.
Words words_at(const world::PointerPractice& practice, const world::Move& to) {
    const world::Point place{to.x, to.y};
    if (practice.menu.thing != world::no_thing) {
        const std::vector<std::string>& items = practice.things[practice.menu.thing].items;
        for (std::size_t i = 0; i < items.size(); ++i) {
            if (world::menu_item(practice, i).contains(place)) {
                return world::as_it_is(items[i]);
            }
        }
    }
    for (const world::Thing& thing : practice.things) {
        const world::Point centre = world::on_stage(practice, world::place_of(thing, practice.now));
        const double reach = thing.diameter / 2 + thing.track;
        const bool is_there = std::abs(centre.x - place.x) <= reach && std::abs(centre.y - place.y) <= reach;
        if (is_there && !thing.hidden && !thing.done && !thing.label.empty()) {
            return world::as_it_is(thing.label);
        }
    }
    return {};
}

struct Naming {
    const world::Computer& computer;
    Actions actions;

    Sentence operator()(const world::Click& click) const { return of_click(computer, click); }
    Sentence operator()(const world::Drag& drag) const { return on_target(computer, "drag", drag.target, drag.onto); }
    Sentence operator()(const world::Place& place) const { return on_target(computer, "place", place.target); }
    Sentence operator()(const world::Mark& mark) const {
        return on_target(computer, mark.from == 0 && mark.to == 0 ? "begin" : "mark", mark.target);
    }
    Sentence operator()(const world::KeyDown&) const { return of_keys(computer, actions); }
    Sentence operator()(const world::KeyUp&) const { return of_keys(computer, actions); }
    Sentence operator()(const world::Type&) const { return of_text(actions); }
    Sentence operator()(const world::Undo&) const { return {"undo", {}, {}}; }
    Sentence operator()(const world::Wait&) const { return {}; }
    Sentence operator()(const world::Scroll& scroll) const {
        return {scroll.notches < 0 ? "scroll-up" : "scroll-down", {}, {}};
    }
    Sentence operator()(const world::Move& to) const {
        const auto* practice = world::app_of<world::PointerPractice>(computer);
        if (practice != nullptr && any_down(*practice)) {
            return {"hold", {}, {}};
        }
        const Words thing = practice == nullptr ? Words{} : words_at(*practice, to);
        return is_said(thing) ? Sentence{"move-to", {{"thing", thing}}, {}} : Sentence{"move", {}, {}};
    }
    Sentence operator()(const world::Press& press) const {
        const auto* practice = world::app_of<world::PointerPractice>(computer);
        return practice == nullptr ? Sentence{} : of_press(*practice, actions, press.button);
    }
    Sentence operator()(const world::Release&) const { return {"release", {}, {}}; }
};

} // namespace

world::Words cap(const world::Computer& computer, const std::string& code) {
    return cap_of(computer, code);
}

std::size_t one_thing(const world::Computer& computer, std::span<const world::Action> actions) {
    if (actions.empty()) {
        return 0;
    }
    const world::Deed& first = actions.front().deed;
    if (is_key(first)) {
        return std::max<std::size_t>(chord_of(computer, actions).actions, 1);
    }
    if (std::holds_alternative<world::Type>(first)) {
        return typed_actions(actions);
    }
    if (std::holds_alternative<world::Move>(first)) {
        return moves(actions, 0);
    }
    if (std::holds_alternative<world::Press>(first)) {
        return std::max(click_length(actions), moves(actions, 1));
    }
    return 1;
}

Sentence sentence_of(const world::Computer& computer, std::span<const world::Action> actions) {
    return actions.empty() ? Sentence{} : std::visit(Naming{computer, actions}, actions.front().deed);
}

} // namespace tutor
