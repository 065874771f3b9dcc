// Looking into wishes, and offering deeds that can be done now.
#include "world/ways/advice.h"

#include "lesson/matches.h"
#include "world/desk_parts.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

namespace world {

namespace {

std::string text_of(const lesson::FieldValue& value) {
    if (const auto* text = std::get_if<std::string>(&value)) {
        return *text;
    }
    if (const auto* number = std::get_if<double>(&value)) {
        return fmt::format("{}", *number);
    }
    return std::get<bool>(value) ? "true" : "false";
}

bool stands_in(std::string_view said, std::string_view text) {
    return !text.empty() && folded(said).find(folded(text)) != std::string::npos;
}

/// A character as this layout can write it, its accent left out where that has no key; nothing where it cannot at all.
std::optional<std::string> form_for(const Layout& layout, const std::string& character) {
    if (character == "\n" || !strokes_for(layout, character).empty()) {
        return character;
    }
    for (const std::string& form : ways_to_write(layout, character)) {
        const std::vector<std::string> parts = characters_of(form);
        if (!parts.empty() &&
            std::ranges::none_of(parts, [&](const std::string& part) { return strokes_for(layout, part).empty(); })) {
            return form;
        }
    }
    return std::nullopt;
}

std::optional<std::string> as_written(const Layout& layout, std::string_view text) {
    std::string written;
    for (const std::string& character : characters_of(text)) {
        const std::optional<std::string> form = form_for(layout, character);
        if (!form) {
            return std::nullopt;
        }
        written += *form;
    }
    return written;
}

/// A text is written as a person does: lines are ended with Enter.
std::vector<Deed> writing(std::string_view text) {
    std::vector<Deed> deeds;
    std::size_t begin = 0;
    while (begin <= text.size()) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        if (end > begin) {
            deeds.emplace_back(Type{std::string(text.substr(begin, end - begin))});
        }
        if (end < text.size()) {
            deeds.emplace_back(KeyDown{"Enter"});
        }
        begin = end + 1;
    }
    return deeds;
}

bool offer_writing(Advice& advice, std::string_view text) {
    const std::optional<std::string> written = as_written(advice.desk.setup->layout, text);
    if (!written) {
        advice.offer.unwritable = text;
        return false;
    }
    return offer(advice, writing(*written));
}

std::vector<Deed> chord(std::string_view code, std::initializer_list<std::string_view> held) {
    std::vector<Deed> deeds;
    for (const std::string_view key : held) {
        deeds.emplace_back(KeyDown{std::string(key) + "Left"});
    }
    deeds.emplace_back(KeyDown{std::string(code)});
    for (const std::string_view key : held) {
        deeds.emplace_back(KeyUp{std::string(key) + "Left"});
    }
    return deeds;
}

} // namespace

const lesson::Matcher* asked(const lesson::FactPattern& fact, std::string_view field) {
    const auto found = std::ranges::find(fact.fields, field, &lesson::FieldPattern::field);
    return found == fact.fields.end() ? nullptr : &found->matcher;
}

bool allows(const lesson::FactPattern& fact, std::string_view field, const lesson::FieldValue& value) {
    const lesson::Matcher* matcher = asked(fact, field);
    return matcher == nullptr || lesson::matches(*matcher, value);
}

bool wants_more(const Advice& advice, std::string_view field, int now) {
    constexpr int most_more = 20; // beyond it goals ask for nothing that can be counted up to
    for (int more = 1; more <= most_more; ++more) {
        if (allows(advice.fact(), field, static_cast<double>(now + more)) != advice.wish.gone) {
            return true;
        }
    }
    return false;
}

bool fits(const lesson::FactPattern& pattern, const Fact& fact) {
    return pattern.fact == fact.name && std::ranges::all_of(pattern.fields, [&](const lesson::FieldPattern& wanted) {
               const lesson::FieldValue* value = find_field(fact, wanted.field);
               return value != nullptr && lesson::matches(wanted.matcher, *value);
           });
}

std::optional<std::string> text_for(const lesson::Matcher& matcher, std::string_view said) {
    using Test = lesson::Matcher::Test;
    const std::vector<lesson::FieldValue>& operands = matcher.operands;
    if (operands.empty()) {
        return std::nullopt;
    }
    switch (matcher.test) {
    case Test::is:
    case Test::at_least:
    case Test::at_most:
        return text_of(operands.front());
    case Test::one_of:
    case Test::contains_any: {
        const auto named =
            std::ranges::find_if(operands, [&](const auto& operand) { return stands_in(said, text_of(operand)); });
        return text_of(named == operands.end() ? operands.front() : *named);
    }
    case Test::contains: {
        std::string all;
        for (const lesson::FieldValue& operand : operands) {
            all += (all.empty() ? "" : " ") + text_of(operand);
        }
        return all;
    }
    case Test::is_not:
    case Test::contains_not:
    case Test::any:
        return std::nullopt;
    }
    return std::nullopt;
}

std::optional<std::string> text_for(const Advice& advice, std::string_view field) {
    const lesson::Matcher* matcher = asked(advice.fact(), field);
    return matcher == nullptr ? std::nullopt : text_for(*matcher, advice.wish.said);
}

bool is_said(const Advice& advice, std::string_view text) {
    return stands_in(advice.wish.said, text);
}

const Target* touchable(const Advice& advice, std::string_view target, Gesture gesture) {
    const Target* found = find_target(advice.targets, target);
    return found != nullptr && can(*found, gesture) ? found : nullptr;
}

bool offer(Advice& advice, std::vector<Deed> deeds) {
    if (deeds.empty()) {
        return false;
    }
    advice.offer.ways.push_back({std::move(deeds), advice.detour});
    ++advice.detour;
    return true;
}

bool offer_click(Advice& advice, std::string_view target, int times) {
    const Target* found = touchable(advice, target, times == 2 ? double_clickable : clickable);
    return found != nullptr && offer(advice, {Click{found->name, Button::left, times}});
}

bool offer_right_click(Advice& advice, std::string_view target) {
    const Target* found = touchable(advice, target, right_clickable);
    return found != nullptr && offer(advice, {Click{found->name, Button::right}});
}

bool offer_open(Advice& advice, std::string_view target) {
    const Target* found = touchable(advice, target, double_clickable);
    if (found == nullptr) {
        return false;
    }
    offer(advice, {Click{found->name, Button::left, 2}});
    if (advice.desk.focus == target) {
        offer_keys(advice, "Enter");
    } else {
        offer_click(advice, target);
    }
    return true;
}

bool offer_drag(Advice& advice, std::string_view target, std::string_view onto, bool copies) {
    const Target* from = touchable(advice, target, draggable);
    const Target* to = touchable(advice, onto, takes_drop);
    return from != nullptr && to != nullptr && offer(advice, {Drag{from->name, to->name, copies}});
}

bool offer_keys(Advice& advice, std::string_view code, std::initializer_list<std::string_view> held) {
    return offer(advice, chord(code, held));
}

bool offer_shortcut(Advice& advice, char letter, std::initializer_list<std::string_view> held) {
    const std::vector<Stroke> strokes = strokes_for(advice.desk.setup->layout, std::string(1, letter));
    return !strokes.empty() && !strokes.front().shift && !strokes.front().altgr &&
           offer(advice, chord(strokes.front().code, held));
}

bool offer_text(Advice& advice, std::string_view target, std::string_view text, bool anew) {
    const Target* found = touchable(advice, target, writable);
    const TextField* field = found == nullptr ? nullptr : field_of_target(advice.desk, target);
    if (field == nullptr) {
        return false;
    }
    if (advice.desk.focus != target) {
        return offer_click(advice, target);
    }
    const TextEdit& edit = field->edit;
    const bool is_all_marked = selected(edit).size() == edit.text.size();
    if (!anew || edit.text.empty()) {
        return offer_writing(advice, text);
    }
    if (is_all_marked) {
        return text.empty() ? offer_keys(advice, "Delete") : offer_writing(advice, text);
    }
    const bool goes_on = text.starts_with(edit.text) && edit.caret == edit.text.size() && edit.anchor == edit.caret;
    if (goes_on) {
        return offer_writing(advice, text.substr(edit.text.size()));
    }
    offer(advice, {Mark{found->name, 0, edit.text.size()}});
    offer_shortcut(advice, 'a');
    return true;
}

bool offer_matching(Advice& advice, std::string_view target, const lesson::Matcher& matcher) {
    const TextField* field = field_of_target(advice.desk, target);
    if (field == nullptr || lesson::matches(matcher, field->edit.text)) {
        return false;
    }
    using Test = lesson::Matcher::Test;
    const bool may_stay = matcher.test == Test::contains || matcher.test == Test::contains_any;
    const std::optional<std::string> text = text_for(matcher, advice.wish.said);
    return text && offer_text(advice, target, *text, !may_stay || !field->edit.many_lines);
}

bool in_front(Advice& advice, std::string_view program) {
    const Window* front = active_window(advice.desk);
    if (front != nullptr && name_of(front->program) == program) {
        return true;
    }
    bool is_open = false;
    for (auto window = advice.desk.windows.rbegin(); window != advice.desk.windows.rend(); ++window) {
        if (name_of(window->program) == program) {
            is_open = true;
            offer_raise(advice, *window);
        }
    }
    if (!is_open) {
        offer_start(advice, program);
    }
    return false;
}

void offer_start(Advice& advice, std::string_view program) {
    const std::string icon = "desktop/icon/" + std::string(program);
    if (advice.desk.look == DeskLook::bar) {
        offer_open(advice, icon);
    } else {
        offer_click(advice, icon);
    }
    offer_click(advice, "start/" + std::string(program));
    if (!advice.desk.start_is_open) {
        offer_click(advice, "bar/start");
    }
}

void offer_raise(Advice& advice, const Window& window) {
    offer_click(advice, window.name);
    offer_click(advice, "bar/task/" + window.name);
    offer_click(advice, "start/window/" + window.name);
    if (!advice.desk.start_is_open && !advice.desk.menu) {
        offer_keys(advice, "Tab", {"Alt"});
    }
}

void offer_close(Advice& advice, const Window& window) {
    offer_click(advice, window.name + "/close");
    const Window* front = active_window(advice.desk);
    if (front == &window) {
        if (!advice.desk.menu) {
            offer_keys(advice, "F4", {"Alt"});
        }
        return;
    }
    offer_raise(advice, window);
    if (advice.desk.menu && advice.desk.menu->target == "bar/task/" + window.name) {
        offer_click(advice, "menu/close-window");
    } else {
        offer_right_click(advice, "bar/task/" + window.name);
    }
}

void advise_by(std::span<const KnownFact> known, Advice& advice) {
    const auto found = std::ranges::find(known, advice.fact().fact, &KnownFact::fact);
    if (found != known.end()) {
        found->wish(advice);
    }
}

std::string prefix_of_front(const Advice& advice) {
    const Window* front = active_window(advice.desk);
    return front == nullptr ? std::string() : front->name + "/";
}

} // namespace world
