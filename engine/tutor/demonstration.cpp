// Plans at a beginner's pace, and plays what was planned.
#include "tutor/demonstration.h"

#include "base/text.h"
#include "tutor/planner.h"

#include <algorithm>
#include <cmath>
#include <span>

namespace tutor {

namespace {

using world::Action;

// A beginner's pace, ms.
constexpr std::int64_t shortest_move = 600;
constexpr std::int64_t longest_move = 1700;
constexpr std::int64_t before_press = 550; ///< to see where the pointer has stopped
constexpr std::int64_t press_lasts = 320;
constexpr std::int64_t before_key = 650;
constexpr std::int64_t key_lasts = 220;
constexpr std::int64_t before_scroll = 450;
constexpr std::int64_t before_touch = 1700; ///< to go to something and press there
constexpr std::int64_t before_drop = 2800;  ///< to go there, take it along, and let it go
constexpr std::int64_t before_type = 500;
constexpr std::int64_t afterwards = 1400; ///< to see what came of it

constexpr double small_step = 70; ///< units: a short way along a path goes on without a stop
constexpr int characters_shown = 6;
constexpr std::size_t most_actions = 160;

const world::PointerPractice* pointing(const Run& run) {
    for (const world::App& app : run.computer.apps) {
        if (const auto* practice = std::get_if<world::PointerPractice>(&app)) {
            return practice;
        }
    }
    return nullptr;
}

bool is_on_desk(const Run& run) {
    return std::ranges::any_of(run.computer.apps,
                               [](const world::App& app) { return std::holds_alternative<world::Desk>(app); });
}

/// How many things are left to do, those begun included. A button held down for nothing counts a twentieth.
int left_to_do(const Run& run) {
    constexpr double less_than_begun = 0.06;
    return run.step_is_done ? 0 : static_cast<int>(std::ceil(world::remaining(run.computer) - less_than_begun));
}

bool is_key(const world::Deed& deed) {
    return std::holds_alternative<world::KeyDown>(deed) || std::holds_alternative<world::KeyUp>(deed) ||
           std::holds_alternative<world::Type>(deed);
}

double way_to(const Run& run, const world::Move& to) {
    const world::PointerPractice* practice = pointing(run);
    return practice == nullptr ? 0 : std::hypot(practice->pointer.x - to.x, practice->pointer.y - to.y);
}

/// How long the next deed should take, when the deed before was `before` (nothing: it is the first).
std::int64_t pace_of(const Run& run, const world::Deed& deed, const world::Deed* before) {
    if (const auto* to = std::get_if<world::Move>(&deed)) {
        const double way = way_to(run, *to);
        return way <= small_step ? 0 : std::clamp(600 + static_cast<std::int64_t>(way), shortest_move, longest_move);
    }
    if (std::holds_alternative<world::Press>(deed)) {
        const bool is_second = before != nullptr && std::holds_alternative<world::Release>(*before);
        return is_second ? 0 : before_press;
    }
    if (std::holds_alternative<world::Release>(deed)) {
        return press_lasts;
    }
    if (std::holds_alternative<world::KeyDown>(deed)) {
        return before_key;
    }
    if (std::holds_alternative<world::KeyUp>(deed)) {
        return key_lasts;
    }
    if (std::holds_alternative<world::Drag>(deed)) {
        return before_drop;
    }
    if (std::holds_alternative<world::Click>(deed) || std::holds_alternative<world::Place>(deed) ||
        std::holds_alternative<world::Mark>(deed) || std::holds_alternative<world::Undo>(deed)) {
        return before_touch;
    }
    if (std::holds_alternative<world::Type>(deed)) {
        const bool is_keys_text = before != nullptr && std::holds_alternative<world::KeyDown>(*before);
        return is_keys_text ? 0 : before_type;
    }
    return std::holds_alternative<world::Scroll>(deed) ? before_scroll : 0;
}

bool are_alike(const std::vector<Action>& a, const std::vector<Action>& b) {
    return std::ranges::equal(a, b, [](const Action& x, const Action& y) { return x.deed.index() == y.deed.index(); });
}

/// What to do next if it is begun so much later; nothing where waiting would lose what has been gained.
std::optional<std::vector<Action>> begun_later(const Run& run, const std::vector<Action>& plan, std::int64_t pause) {
    Run later = run;
    apply(later, Input{run.now + pause, world::Deed{world::Wait{}}});
    if (later.step_is_done || world::remaining(later.computer) > world::remaining(run.computer) + 1e-9) {
        return std::nullopt;
    }
    std::vector<Action> again = next_actions(later);
    return are_alike(plan, again) ? std::optional(std::move(again)) : std::nullopt;
}

/// The next move, press or key, slowly where that is possible. What glides is aimed at where it will be then.
std::vector<Action> next_gently(const Run& run, const world::Deed* before) {
    std::vector<Action> plan = next_actions(run);
    if (plan.empty()) {
        return plan;
    }
    const std::int64_t pause = pace_of(run, plan.front().deed, before) - (plan.front().at - run.now);
    if (pause > 0) {
        if (std::optional<std::vector<Action>> later = begun_later(run, plan, pause)) {
            plan = std::move(*later);
        }
    }
    return {plan.front()};
}

/// Keys that are still down come up at the end.
void let_keys_up(Run& ahead, std::vector<Action>& actions) {
    constexpr int most_keys = 4;
    for (int i = 0; i < most_keys && !ahead.step_is_done; ++i) {
        const std::vector<Action> plan = next_actions(ahead);
        if (plan.empty() || !std::holds_alternative<world::KeyUp>(plan.front().deed)) {
            return;
        }
        apply(ahead, Input{plan.front().at, plan.front().deed});
        actions.push_back(plan.front());
    }
}

/// The actions of a demonstration; empty where they did not lead to anything.
std::vector<Action> plan_of(const Run& run, bool gently) {
    Run ahead = run;
    std::vector<Action> actions;
    const int before = left_to_do(run);
    bool keys_only = true;
    while (actions.size() < most_actions) {
        const int gained = before - left_to_do(ahead);
        if (ahead.step_is_done || gained >= (keys_only && !actions.empty() ? characters_shown : 1)) {
            let_keys_up(ahead, actions);
            return actions;
        }
        const world::Deed* last = actions.empty() ? nullptr : &actions.back().deed;
        const std::vector<Action> more = gently ? next_gently(ahead, last) : next_actions(ahead);
        if (more.empty()) {
            break;
        }
        for (const Action& action : more) {
            apply(ahead, Input{action.at, action.deed});
            keys_only = keys_only && is_key(action.deed);
            actions.push_back(action);
        }
    }
    return ahead.step_is_done || left_to_do(ahead) < before ? actions : std::vector<Action>{};
}

/// Does one thing on the run ahead, at a beginner's pace.
void do_gently(Run& ahead, std::int64_t pause, world::Deed deed, std::vector<Action>& actions) {
    actions.push_back({ahead.now + pause, std::move(deed)});
    apply(ahead, Input{actions.back().at, actions.back().deed});
}

/// A text is written letter by letter; a long one faster.
void type_gently(Run& ahead, const std::string& text, std::vector<Action>& actions) {
    constexpr std::int64_t slowest = 180;
    constexpr std::int64_t fastest = 40;
    constexpr std::int64_t whole = 6000;
    const std::vector<std::string> letters = base::split_characters(text);
    const auto count = static_cast<std::int64_t>(std::max<std::size_t>(letters.size(), 1));
    const std::int64_t pace = std::clamp(whole / count, fastest, slowest);
    for (const std::string& letter : letters) {
        do_gently(ahead, &letter == &letters.front() ? before_type : pace, world::Type{letter}, actions);
    }
}

/// On a desk the next few deeds are shown, whatever they lead to: the goal can be far.
std::vector<Action> plan_on_desk(const Run& run) {
    constexpr int most_things = 6;
    Run ahead = run;
    std::vector<Action> actions;
    for (int things = 0; things < most_things && !ahead.step_is_done;) {
        const std::vector<Action> plan = next_actions(ahead);
        const std::int64_t planned_at = ahead.now;
        std::span<const Action> rest = plan;
        if (rest.empty()) {
            break;
        }
        while (!rest.empty() && things < most_things && !ahead.step_is_done) {
            const std::size_t length = one_thing(ahead.computer, rest);
            for (const Action& action : rest.first(length)) {
                const auto* typed = std::get_if<world::Type>(&action.deed);
                if (typed != nullptr) {
                    type_gently(ahead, typed->text, actions);
                    continue;
                }
                const bool waits = std::holds_alternative<world::Wait>(action.deed);
                const std::int64_t pause = waits ? action.at - planned_at : pace_of(ahead, action.deed, nullptr);
                do_gently(ahead, pause, action.deed, actions);
            }
            rest = rest.subspan(length);
            ++things;
        }
    }
    return actions;
}

/// What is said of each action: all that make one thing to do have the same sentence.
std::vector<Sentence> said_of(const Run& run, std::span<const Action> actions) {
    Run ahead = run;
    std::vector<Sentence> said;
    while (!actions.empty()) {
        const std::size_t length = one_thing(ahead.computer, actions);
        said.insert(said.end(), length, sentence_of(ahead.computer, actions));
        for (const Action& action : actions.first(length)) {
            apply(ahead, Input{action.at, action.deed});
        }
        actions = actions.subspan(length);
    }
    return said;
}

/// Soft at both ends.
double eased(double share) {
    return share * share * (3 - 2 * share);
}

void do_next(Demonstration& shown) {
    const Action& action = shown.actions[shown.next];
    apply(shown.run, Input{action.at, action.deed});
    if (const auto* to = std::get_if<world::Move>(&action.deed)) {
        shown.from = {to->x, to->y};
    } else if (const auto* press = std::get_if<world::Press>(&action.deed)) {
        shown.down = press->button;
    } else if (std::holds_alternative<world::Release>(action.deed)) {
        shown.down.reset();
    }
    shown.since = action.at;
    ++shown.next;
}

/// Where the pointer is on its way to the next move's end.
world::Point on_the_way(const Demonstration& shown, const world::Move& to, std::int64_t at) {
    const Action& action = shown.actions[shown.next];
    const auto whole = static_cast<double>(action.at - shown.since);
    const double share = whole > 0 ? std::clamp(static_cast<double>(at - shown.since) / whole, 0.0, 1.0) : 1;
    const bool is_short = std::hypot(to.x - shown.from.x, to.y - shown.from.y) <= small_step;
    const double way = is_short ? share : eased(share);
    return {shown.from.x + (to.x - shown.from.x) * way, shown.from.y + (to.y - shown.from.y) * way};
}

const world::Move* move_under_way(const Demonstration& shown) {
    return shown.next < shown.actions.size() ? std::get_if<world::Move>(&shown.actions[shown.next].deed) : nullptr;
}

} // namespace

std::optional<Demonstration> demonstrate(const Run& run) {
    if (run.step_is_done) {
        return std::nullopt;
    }
    Demonstration shown{run, {}, {}, 0, run.now, {}, std::nullopt};
    shown.actions = is_on_desk(run) ? plan_on_desk(run) : plan_of(run, true);
    if (shown.actions.empty() && !is_on_desk(run)) {
        shown.actions = plan_of(run, false);
    }
    if (shown.actions.empty()) {
        return std::nullopt;
    }
    shown.said = said_of(run, shown.actions);
    if (const world::PointerPractice* practice = pointing(run)) {
        shown.from = practice->pointer;
    }
    return shown;
}

void advance(Demonstration& shown, std::int64_t ms) {
    const std::int64_t now = shown.run.now + std::max<std::int64_t>(ms, 0);
    while (shown.next < shown.actions.size() && shown.actions[shown.next].at <= now) {
        do_next(shown);
    }
    world::Deed deed = world::Wait{};
    if (const world::Move* to = move_under_way(shown)) {
        const world::Point place = on_the_way(shown, *to, now);
        deed = world::Move{place.x, place.y};
    }
    apply(shown.run, Input{now, deed});
}

bool is_over(const Demonstration& shown) {
    return shown.next == shown.actions.size() && shown.run.now >= shown.since + afterwards;
}

std::optional<world::Point> ghost(const Demonstration& shown) {
    if (pointing(shown.run) == nullptr) {
        return std::nullopt;
    }
    const world::Move* to = move_under_way(shown);
    return to == nullptr ? shown.from : on_the_way(shown, *to, shown.run.now);
}

std::optional<world::Button> ghost_button(const Demonstration& shown) {
    return shown.down;
}

int ghost_wheel(const Demonstration& shown) {
    const auto turned = [&](std::size_t index) {
        const auto* scroll =
            index < shown.actions.size() ? std::get_if<world::Scroll>(&shown.actions[index].deed) : nullptr;
        return scroll == nullptr ? 0 : scroll->notches < 0 ? -1 : 1;
    };
    const int before = shown.next > 0 ? turned(shown.next - 1) : 0;
    const bool just_now = shown.run.now - shown.since < before_scroll;
    return just_now && before != 0 ? before : turned(shown.next);
}

Sentence caption(const Demonstration& shown) {
    return shown.said.empty() ? Sentence{} : shown.said[std::min(shown.next, shown.said.size() - 1)];
}

} // namespace tutor
