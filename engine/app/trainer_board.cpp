// The board's rows, and who is to go.
#include "app/telling.h"
#include "app/trainer.h"
#include "base/text.h"
#include "progress/bodies.h"
#include "progress/learners.h"
#include "progress/skills.h"
#include "progress/visits.h"

#include <algorithm>
#include <map>
#include <set>

namespace app {

namespace {

/// What the board knows of one learner.
struct Standing {
    progress::Learner learner;
    std::string group;
    std::int64_t last_visit = 0;
    std::int64_t time_spent = 0;
    progress::Need need;
    std::vector<progress::SkillState> skills;
};

std::vector<screen::SkillCell> cells_of(const std::vector<std::string>& skills, const Standing& standing) {
    std::vector<screen::SkillCell> cells;
    for (const std::string& skill : skills) {
        const progress::SkillState* state = progress::find(standing.skills, skill);
        cells.push_back(state == nullptr ? screen::SkillCell{}
                                         : screen::SkillCell{state->level, true, state->is_to_refresh});
    }
    return cells;
}

base::Result<std::vector<Standing>> standings(progress::Store& store, std::int64_t now) {
    COUCOU_TRY(const auto learners, progress::read_learners(store));
    std::vector<Standing> found;
    for (const progress::Learner& learner : learners) {
        COUCOU_TRY(const auto events, store.events_of(learner.id));
        Standing one{learner, {}, 0, 0, progress::need_of(events, now), progress::skills(events, now)};
        const std::vector<progress::Visit> visits = progress::visits(events);
        one.last_visit = visits.empty() ? 0 : visits.back().to;
        one.time_spent = progress::time_spent(visits);
        for (const progress::Event& event : events) {
            if (event.kind == progress::kind::learner_group) {
                one.group = progress::read_learner_group(event.body).value_or(progress::LearnerGroup{}).group;
            }
        }
        found.push_back(std::move(one));
    }
    return found;
}

} // namespace

std::string in_words(const Words& words, const progress::Need& need) {
    using progress::NeedKind;
    switch (need.kind) {
    case NeedKind::none:
        return {};
    case NeedKind::stuck: {
        const lesson::Lesson* lesson = words.catalogue.find(need.lesson);
        return words.messages.text({"need.stuck", {{"lesson", lesson == nullptr ? need.lesson : lesson->title}}});
    }
    case NeedKind::shown:
        return words.messages.text(
            {"need.shown", {{"steps", std::to_string(need.steps)}, {"of", std::to_string(need.of)}}});
    case NeedKind::away:
        return words.messages.text({"need.away", {{"span", span_in_words(words.messages, need.days * 86'400'000LL)}}});
    }
    return {};
}

base::Result<BoardContent> read_board(progress::Store& store, const Words& words, const BoardQuery& query,
                                      std::int64_t now) {
    BoardContent board;
    board.query = query;
    board.is_read = true;
    for (const lesson::Module& module : words.catalogue.modules) {
        const std::string short_name = "skill-name." + module.id;
        board.skills.push_back(module.id);
        board.skill_names.push_back(words.messages.has(short_name) ? words.messages.text(short_name) : module.title);
    }
    COUCOU_TRY(auto all, standings(store, now));
    board.is_empty = all.empty();
    std::set<std::string> groups;
    for (const Standing& one : all) {
        if (!one.group.empty()) {
            groups.insert(one.group);
        }
    }
    board.groups.assign(groups.begin(), groups.end());
    std::erase_if(all, [&](const Standing& one) {
        return (!query.group.empty() && one.group != query.group) ||
               !base::plain(one.learner.name).starts_with(base::plain(query.search));
    });
    std::ranges::stable_sort(all,
                             [](const Standing& a, const Standing& b) { return progress::is_before(a.need, b.need); });
    board.total = all.size();
    board.in_need = static_cast<std::size_t>(
        std::ranges::count_if(all, [](const Standing& one) { return one.need.kind != progress::NeedKind::none; }));
    for (std::size_t i = query.first; i < std::min(all.size(), query.first + query.count); ++i) {
        const Standing& one = all[i];
        const bool came = one.last_visit > 0;
        board.rows.push_back(
            {one.learner.id, one.learner.name, one.learner.picture, one.group, cells_of(board.skills, one),
             one.need.kind != progress::NeedKind::none, in_words(words, one.need),
             came ? ago_in_words(words.messages, one.last_visit, now) : words.messages.text("board.never-came"),
             came ? length_in_words(words.messages, one.time_spent) : std::string()});
    }
    return board;
}

base::Result<std::vector<Goer>> goers(progress::Store& store, int months, std::int64_t now) {
    std::vector<Goer> found;
    COUCOU_TRY(const auto learners, progress::read_learners(store));
    for (const progress::Learner& learner : learners) {
        const std::int64_t until = progress::kept_until(learner.last_visit, months);
        if (until - now > progress::told_in_advance) {
            continue;
        }
        COUCOU_TRY(const auto events, store.events_of(learner.id));
        std::int64_t noted = 0;
        for (const progress::Event& event : events) {
            noted = event.kind == progress::kind::learner_leaving ? event.at : noted;
        }
        found.push_back(
            {learner.id, learner.name, until, progress::leaving_of(learner.last_visit, noted, months, now)});
    }
    std::ranges::stable_sort(found, {}, &Goer::until);
    return found;
}

} // namespace app
