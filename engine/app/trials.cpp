// Proves a lesson under one condition after the other. A way by the keyboard alone uses nothing that the other access
// profiles do without, so that it proves them too.
#include "app/trials.h"

#include "base/random.h"
#include "tutor/guide.h"
#include "tutor/wishes.h"
#include "world/text_edit.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <optional>
#include <set>
#include <utility>

#include <fmt/format.h>

namespace app {

namespace {

using tutor::Access;
using Clock = std::chrono::steady_clock;

constexpr std::array accesses{Access::everything, Access::keyboard_only, Access::no_drag, Access::no_double_click};
constexpr std::size_t most_faults = 12;    // of one lesson that are told
constexpr int most_hints = 300;            // to be followed from one state
constexpr std::uint32_t longest_walk = 25; // actions of a wandering

double milliseconds_since(Clock::time_point begin) {
    return std::chrono::duration<double, std::milli>(Clock::now() - begin).count();
}

/// The conditions of one trial, beside lesson and language.
struct Condition {
    const world::Layout* layout = nullptr;
    std::uint64_t seed = 1;
    std::optional<world::DeskLook> look = std::nullopt;
    int safety = 2;
    Access access = Access::everything;
};

std::string words_of(const Condition& condition, const std::string& language) {
    std::string words =
        fmt::format("{}, {}, seed {}, safety {}", language, condition.layout->id, condition.seed, condition.safety);
    if (condition.look) {
        words += *condition.look == world::DeskLook::bar ? ", bar" : ", overview";
    }
    return condition.access == Access::everything ? words
                                                  : words + ", " + std::string(tutor::name_of(condition.access));
}

const lesson::FactPattern* what_fails(const tutor::Proof& proof) {
    return proof.unmet.empty() ? nullptr : proof.unmet.front();
}

/// Why a step cannot be finished, as the message's id.
std::string reason_of(const tutor::Proof& proof, Access access) {
    const lesson::FactPattern* fact = what_fails(proof);
    const auto wanted = tutor::wanted_facts(proof.lesson->steps[proof.step].goal);
    if (!proof.unwritable.empty()) {
        return "prove.unwritable";
    }
    if (access != Access::everything) {
        return "prove.unmet-" + std::string(tutor::name_of(access));
    }
    if (proof.prevented_by != nullptr) {
        return "prove.prevented";
    }
    if (fact != nullptr && std::ranges::find(wanted, fact) == wanted.end()) {
        return "prove.stays";
    }
    return proof.is_never_together ? "prove.never-together" : "prove.unmet";
}

/// The trials of one lesson, and what they have found so far.
class Trials {
public:
    Trials(const Candidate& candidate, const std::vector<world::Layout>& layouts, const Extent& extent)
        : candidate_(candidate), layouts_(layouts), extent_(extent), on_desk_(tutor::is_on_desk(*candidate.lesson)) {
        findings_.lesson = candidate.lesson->id;
        findings_.language = candidate.language;
        findings_.steps = candidate.lesson->steps.size();
    }

    Findings run() {
        const Clock::time_point begin = Clock::now();
        if (shortest() && extent_.everything) {
            all_conditions();
        }
        if (findings_.faults.empty()) {
            dead_ends();
            wander();
        }
        findings_.seconds = milliseconds_since(begin) / 1000;
        return std::move(findings_);
    }

private:
    world::Setup setup_for(const Condition& condition) const {
        world::Setup setup = candidate_.setup;
        setup.layout = *condition.layout;
        setup.seed = condition.seed;
        setup.look = condition.look;
        setup.safety = condition.safety;
        return setup;
    }

    tutor::Proof prove(const Condition& condition, bool is_thorough = false) {
        tutor::SearchLimits limits;
        limits.access = condition.access;
        limits.is_thorough = is_thorough;
        return tutor::prove(candidate_.lesson, setup_for(condition), limits);
    }

    std::vector<std::optional<world::DeskLook>> looks() const {
        if (!tutor::has_looks(*candidate_.lesson)) {
            return {std::nullopt};
        }
        return {world::DeskLook::bar, world::DeskLook::overview};
    }

    /// The way that the report tells of: any access, the first layout and seed.
    bool shortest() {
        const Condition condition{&layouts_.front()};
        const tutor::Proof proof = prove(condition, true);
        findings_.states = proof.states;
        findings_.actions = proof.actions;
        findings_.looks = looks().size();
        if (!proof.is_finished) {
            tell(proof, condition);
            return false;
        }
        note(condition, {Access::everything});
        return true;
    }

    void all_conditions() {
        for (std::uint64_t seed = 1; seed <= extent_.seeds; ++seed) {
            on_desk_ ? on_desk(seed) : in_practice(seed);
        }
    }

    /// Looks, safety and access matter on the desk; a layout only by what it can write.
    void on_desk(std::uint64_t seed) {
        for (const std::optional<world::DeskLook>& look : looks()) {
            for (const int safety : {1, 2, 3}) {
                const Condition condition{&layouts_.front(), seed, look, safety, Access::keyboard_only};
                const tutor::Proof proof = prove(condition);
                if (proof.is_finished) {
                    note(condition, {accesses.begin(), accesses.end()});
                    on_other_layouts(condition, proof);
                } else {
                    tell(proof, condition);
                    one_by_one(condition);
                }
            }
        }
    }

    /// Where the keyboard alone does not do, the other profiles have to be tried by themselves.
    void one_by_one(Condition condition) {
        for (const Access access : accesses) {
            if (access == Access::keyboard_only) {
                continue;
            }
            condition.access = access;
            const tutor::Proof proof = prove(condition);
            proof.is_finished ? note(condition, {access}) : tell(proof, condition);
        }
    }

    /// The same way does on each layout that can write its texts; on another there may still be another way.
    void on_other_layouts(const Condition& condition, const tutor::Proof& proof) {
        for (const world::Layout& layout : layouts_) {
            Condition other = condition;
            other.layout = &layout;
            if (can_write(layout, proof.typed)) {
                note(other, {});
                continue;
            }
            const tutor::Proof again = prove(other);
            again.is_finished ? note(other, {}) : tell(again, other);
        }
    }

    bool can_write(const world::Layout& layout, const std::vector<std::string>& texts) {
        return std::ranges::all_of(texts, [&](const std::string& text) {
            const auto key = std::pair(&layout, text);
            if (writable_.contains(key)) {
                return true;
            }
            const bool can_be = std::ranges::all_of(world::characters_of(text), [&](const std::string& character) {
                return !world::strokes_for(layout, character).empty();
            });
            if (can_be) {
                writable_.insert(key);
            }
            return can_be;
        });
    }

    /// Practice of the keyboard is another on each layout; that of the pointer is not.
    void in_practice(std::uint64_t seed) {
        const bool is_pointer = tutor::is_beside_the_point(*candidate_.lesson, Access::keyboard_only);
        for (const world::Layout& layout : layouts_) {
            const Condition condition{&layout, seed, std::nullopt, 2,
                                      is_pointer ? Access::everything : Access::keyboard_only};
            const tutor::Proof proof = prove(condition);
            if (!proof.is_finished) {
                tell(proof, condition);
                continue;
            }
            note(condition,
                 is_pointer ? std::vector{Access::everything} : std::vector<Access>{accesses.begin(), accesses.end()});
            if (is_pointer) {
                return;
            }
        }
    }

    void note(const Condition& condition, const std::vector<Access>& proven) {
        ++findings_.trials;
        for (const Access access : proven) {
            if (std::ranges::find(findings_.accesses, access) == findings_.accesses.end()) {
                findings_.accesses.push_back(access);
            }
        }
        if (std::ranges::find(findings_.layouts, condition.layout->id) == findings_.layouts.end()) {
            findings_.layouts.push_back(condition.layout->id);
        }
    }

    /// What stays false is told once, with the first conditions under which it did.
    void tell(const tutor::Proof& proof, const Condition& condition) {
        const lesson::Step& step = proof.lesson->steps[proof.step];
        const lesson::FactPattern* fact = what_fails(proof);
        if (condition.access == Access::everything && proof.prevented_by != nullptr) {
            fact = proof.prevented_by;
        }
        tell({reason_of(proof, condition.access),
              {{"lesson", candidate_.lesson->id},
               {"step", step.name},
               {"fact", fact == nullptr ? std::string() : lesson::written(*fact)},
               {"text", proof.unwritable},
               {"layout", condition.layout->id},
               {"conditions", words_of(condition, candidate_.language)}},
              fact == nullptr ? step.goal.place : fact->place});
    }

    void tell(base::Error fault) {
        const bool is_known = std::ranges::any_of(findings_.faults, [&](const base::Error& known) {
            return known.id == fault.id && known.place == fault.place;
        });
        if (!is_known && findings_.faults.size() < most_faults) {
            findings_.faults.push_back(std::move(fault));
        }
    }

    void dead_ends() {
        if (extent_.depth == 0) {
            return;
        }
        const Condition condition{&layouts_.front()};
        const tutor::Surroundings around = tutor::look_around(candidate_.lesson, setup_for(condition), extent_.depth);
        findings_.around = around.states;
        for (const tutor::DeadEnd& end : around.dead_ends) {
            const lesson::Step& step = candidate_.lesson->steps[end.step];
            tell({"prove.dead-end",
                  {{"lesson", candidate_.lesson->id},
                   {"step", step.name},
                   {"conditions", words_of(condition, candidate_.language)}},
                  step.goal.place});
        }
    }

    /// From states that a random hand reaches, each hint is followed until the step is done.
    void wander() {
        base::Random random(candidate_.lesson->id.size() + 1000 * candidate_.lesson->steps.size());
        for (std::size_t i = 0; i < extent_.wanderings; ++i) {
            const Condition condition{&layouts_.front(), 1 + i % 7, std::nullopt, 1 + static_cast<int>(i % 3)};
            const auto& steps = candidate_.lesson->steps;
            tutor::Run run = tutor::begin(candidate_.lesson, setup_for(condition)).run;
            come_to(run, i % steps.size());
            walk(run, random);
            follow_hints(run, condition);
        }
    }

    static void come_to(tutor::Run& run, std::size_t step) {
        while (run.step < step) {
            const auto way = tutor::route(run);
            if (!way) {
                return;
            }
            for (const world::Action& action : *way) {
                tutor::apply(run, {action.at, action.deed});
            }
            tutor::apply(run, {run.now + 1000, tutor::GoOn{}});
        }
    }

    static void walk(tutor::Run& run, base::Random& random) {
        const std::uint32_t length = random.below(longest_walk);
        for (std::uint32_t i = 0; i < length && !run.step_is_done; ++i) {
            const std::vector<world::Action> all = world::actions(run.computer, run.now);
            if (all.empty()) {
                return;
            }
            const world::Action& action = all[random.below(static_cast<std::uint32_t>(all.size()))];
            tutor::apply(run, {action.at, action.deed});
        }
    }

    void follow_hints(tutor::Run& run, const Condition& condition) {
        const std::size_t step = run.step;
        tutor::Guide guide;
        for (int hints = 0; hints < most_hints && !run.step_is_done; ++hints) {
            const Clock::time_point begin = Clock::now();
            const std::vector<world::Action> next = tutor::next_actions(guide, run);
            findings_.hint_times.push_back(milliseconds_since(begin));
            if (next.empty()) {
                break;
            }
            for (const world::Action& action : next) {
                tutor::apply(run, {action.at, action.deed});
            }
        }
        if (!run.step_is_done) {
            const lesson::Step& lost = candidate_.lesson->steps[step];
            tell({"prove.lost",
                  {{"lesson", candidate_.lesson->id},
                   {"step", lost.name},
                   {"conditions", words_of(condition, candidate_.language)}},
                  lost.goal.place});
        }
    }

    const Candidate& candidate_;
    const std::vector<world::Layout>& layouts_;
    const Extent& extent_;
    bool on_desk_;
    std::set<std::pair<const world::Layout*, std::string>> writable_;
    Findings findings_;
};

} // namespace

Findings run_trials(const Candidate& candidate, const std::vector<world::Layout>& layouts, const Extent& extent) {
    return Trials(candidate, layouts, extent).run();
}

} // namespace app
