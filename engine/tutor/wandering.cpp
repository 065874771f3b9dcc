// States are compared by the facts that goals can read.
#include "tutor/wandering.h"

#include "base/text.h"
#include "tutor/goals.h"

#include <algorithm>
#include <functional>
#include <limits>
#include <string>

namespace tutor {

namespace {

using world::Fact;
using world::Field;

constexpr int same_state = 3;
constexpr int most_deeds = 16;

std::uint64_t mixed(std::uint64_t seed, std::uint64_t more) {
    // Boost's hash_combine, with the 64-bit golden ratio.
    return seed ^ (more + 0x9E3779B97F4A7C15U + (seed << 6U) + (seed >> 2U));
}

std::uint64_t hash_of(const std::string& text) {
    return std::hash<std::string>{}(text);
}

std::uint64_t hash_of(double number) {
    return std::hash<double>{}(number);
}

std::uint64_t state_of(const std::vector<Fact>& facts) {
    std::uint64_t state = facts.size();
    for (const Fact& fact : facts) {
        state = mixed(state, hash_of(fact.name));
        for (const Field& field : fact.fields) {
            state = mixed(state, hash_of(field.name));
            state = mixed(state, std::visit([](const auto& value) { return hash_of(value); }, field.value));
        }
    }
    return state;
}

double left_in(const Run& run, const std::vector<Fact>& facts) {
    return run.step_is_done ? 0 : distance(run.current().goal, facts, run.happened) + world::remaining(run.computer);
}

/// Whether it is something that the learner did on purpose, and not one half of it.
bool counts(const world::Deed& deed) {
    return !std::holds_alternative<world::Wait>(deed) && !std::holds_alternative<world::Move>(deed) &&
           !std::holds_alternative<world::Release>(deed) && !std::holds_alternative<world::KeyUp>(deed) &&
           !std::holds_alternative<world::Scroll>(deed);
}

bool is_typing(const world::Deed& deed) {
    return std::holds_alternative<world::Type>(deed) || std::holds_alternative<world::KeyDown>(deed);
}

std::size_t letters_in(const world::Mail& mail, const world::DeskState& desk) {
    const bool is_read = mail.selected.size() == 1 && !mail.writing_is_shown;
    const world::MailMessage* message =
        is_read ? world::find_message(desk.mailbox.now(), mail.selected.front()) : nullptr;
    return message == nullptr ? 0 : base::length(message->body);
}

std::size_t letters_in(const world::Browser& browser, const world::DeskState& /*desk*/) {
    const auto& page = world::shown(browser).page;
    return page == nullptr ? 0 : base::length(page->text);
}

std::size_t letters_in(const world::Editor& editor, const world::DeskState& /*desk*/) {
    return base::length(editor.body.edit.text);
}

template <typename Program>
std::size_t letters_in(const Program& /*program*/, const world::DeskState& /*desk*/) {
    return 0;
}

/// How many letters of text there are to be read now, or thought over before they are typed.
std::size_t letters_in(const Run& run) {
    std::size_t letters = base::length(run.current().say);
    for (const world::App& app : run.computer.apps) {
        if (const auto* practice = std::get_if<world::KeyboardPractice>(&app)) {
            letters += practice->target.size();
        }
        if (const auto* desk = std::get_if<world::Desk>(&app)) {
            const world::DeskState& now = desk->timeline.now();
            if (const world::Window* front = world::active_window(now)) {
                letters += std::visit([&](const auto& program) { return letters_in(program, now); }, front->program);
            }
        }
    }
    return letters;
}

} // namespace

Wandering set_out(const Run& run) {
    const std::vector<Fact> facts = world::facts(run.computer);
    return {{state_of(facts)}, left_in(run, facts), 0, false};
}

void notice(Wandering& way, const Run& run, const world::Deed& deed) {
    const bool typing = is_typing(deed);
    if (counts(deed)) {
        way.deeds += typing && way.was_typing ? 0 : 1;
        way.was_typing = typing;
    }
    const std::vector<Fact> facts = world::facts(run.computer);
    const std::uint64_t state = state_of(facts);
    if (way.states.empty() || way.states.back() != state) {
        way.states.push_back(state);
    }
    constexpr double nearer = 0.001;
    const double left = left_in(run, facts);
    if (left < way.left - nearer) {
        way = {{state}, left, 0, way.was_typing};
    }
}

bool goes_in_circles(const Wandering& way) {
    const bool comes_back = !way.states.empty() && std::ranges::count(way.states, way.states.back()) >= same_state;
    return comes_back || way.deeds >= most_deeds;
}

std::int64_t patience(const Run& run) {
    constexpr std::int64_t least = 45'000;
    constexpr std::int64_t most = 180'000;
    constexpr std::int64_t a_letter = 120; // ms, for somebody who reads slowly, and then looks for where it was
    constexpr std::size_t at_a_glance = 120;
    const std::size_t letters = letters_in(run);
    const auto many = static_cast<std::int64_t>(letters > at_a_glance ? letters - at_a_glance : 0);
    return std::min(least + a_letter * many, most);
}

} // namespace tutor
