// Being stuck comes before being shown much, and that before being away.
#include "progress/need.h"

#include "progress/bodies.h"
#include "progress/visits.h"
#include "tutor/run.h"

#include <algorithm>
#include <deque>
#include <map>

namespace progress {

namespace {

constexpr std::int64_t day = 24LL * 60 * 60 * 1000; // ms

/// The troubles in a lesson since it was last begun anew.
struct Trouble {
    int left = 0;
    int shown = 0;
    std::int64_t last = 0;
};

class Folding {
public:
    void add(const Event& event) {
        if (event.kind == kind::lesson_started) {
            if (const auto started = read_lesson_started(event.body); started && started->again) {
                troubles_.erase(started->lesson);
            }
        } else if (event.kind == kind::lesson_left) {
            if (const auto left = read_lesson_left(event.body)) {
                ++trouble(left->lesson, event).left;
            }
        } else if (event.kind == kind::help_used) {
            const auto used = read_help_used(event.body);
            if (used && used->rung == static_cast<int>(tutor::Help::show)) {
                ++trouble(used->lesson, event).shown;
            }
        } else if (event.kind == kind::lesson_done) {
            if (const auto done = read_lesson_done(event.body)) {
                troubles_.erase(done->lesson);
            }
        } else if (event.kind == kind::step_done) {
            if (const auto done = read_step_done(event.body)) {
                last_steps_.push_back(done->outcome == outcome::shown);
                if (last_steps_.size() > steps_looked_at) {
                    last_steps_.pop_front();
                }
            }
        }
    }

    /// The lesson in which the learner is stuck; of several, the one played last.
    Need stuck() const {
        Need need;
        std::int64_t last = 0;
        for (const auto& [lesson, one] : troubles_) {
            const bool is_stuck = one.left >= stuck_after_leaving || one.shown >= stuck_after_showing;
            if (is_stuck && (need.kind == NeedKind::none || one.last > last)) {
                need = {NeedKind::stuck, static_cast<double>(one.left + one.shown), lesson};
                last = one.last;
            }
        }
        return need;
    }

    Need shown() const {
        Need need;
        need.of = static_cast<int>(last_steps_.size());
        need.steps = static_cast<int>(std::ranges::count(last_steps_, true));
        const double share = need.of > 0 ? static_cast<double>(need.steps) / need.of : 0;
        if (last_steps_.size() < least_steps || share < great_share) {
            return {};
        }
        need.kind = NeedKind::shown;
        need.weight = share;
        return need;
    }

private:
    Trouble& trouble(const std::string& lesson, const Event& event) {
        Trouble& one = troubles_[lesson];
        one.last = event.at;
        return one;
    }

    std::map<std::string, Trouble> troubles_;
    std::deque<bool> last_steps_;
};

Need away(const std::vector<Event>& events, std::int64_t now) {
    const std::vector<Visit> all = visits(events);
    const std::int64_t days = all.empty() ? 0 : (now - all.back().to) / day;
    if (days < away_after) {
        return {};
    }
    Need need;
    need.kind = NeedKind::away;
    need.days = static_cast<int>(std::min<std::int64_t>(days, 36'500));
    need.weight = need.days;
    return need;
}

} // namespace

Need need_of(const std::vector<Event>& events_of_learner, std::int64_t now) {
    Folding folding;
    for (const Event& event : events_of_learner) {
        folding.add(event);
    }
    Need need = folding.stuck();
    if (need.kind == NeedKind::none) {
        need = folding.shown();
    }
    return need.kind == NeedKind::none ? away(events_of_learner, now) : need;
}

bool is_before(const Need& a, const Need& b) {
    return a.kind != b.kind ? a.kind > b.kind : a.weight > b.weight;
}

} // namespace progress
