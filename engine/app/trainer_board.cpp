// The board's rows, and who is to go.
#include "app/telling.h"
#include "app/trainer.h"

#include <algorithm>
#include <optional>

namespace app {

namespace {

std::vector<screen::SkillCell> cells_of(const std::vector<std::string>& skills, const progress::Card& card) {
    std::vector<screen::SkillCell> cells;
    for (const std::string& skill : skills) {
        const auto found = card.levels.find(skill);
        const bool to_refresh = std::ranges::find(card.to_refresh, skill) != card.to_refresh.end();
        cells.push_back(found == card.levels.end() ? screen::SkillCell{}
                                                   : screen::SkillCell{found->second, true, to_refresh});
    }
    return cells;
}

screen::BoardRow row_of(const Words& words, const std::vector<std::string>& skills, const progress::Card& card,
                        std::int64_t now) {
    screen::BoardRow row;
    row.id = card.learner;
    row.name = card.name;
    row.picture = card.picture;
    row.group = card.group;
    row.cells = cells_of(skills, card);
    row.needs_help = card.need.kind != progress::NeedKind::none;
    row.reason = in_words(words, card.need);
    if (card.last_visit > 0) {
        row.last_visit = ago_in_words(words.messages, card.last_visit, now);
        row.time = length_in_words(words.messages, card.time_spent);
    } else {
        row.last_visit = words.messages.text("board.never-came");
    }
    return row;
}

void name_skills(BoardContent& board, const Words& words) {
    for (const lesson::Module& module : words.catalogue.modules) {
        const std::string short_name = "skill-name." + module.id;
        board.skills.push_back(module.id);
        board.skill_names.push_back(words.messages.has(short_name) ? words.messages.text(short_name) : module.title);
    }
}

/// When the time that a learner is kept for began: with the last visit, or for those who never came with their first
/// event.
std::int64_t last_here(const progress::Card& card, const std::vector<progress::Event>& events) {
    return card.last_visit > 0 || events.empty() ? card.last_visit : events.front().at;
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
    board.is_empty = true;
    name_skills(board, words);
    COUCOU_TRY(const auto groups, store.groups());
    for (const progress::GroupCount& one : groups) {
        if (!one.group.empty()) {
            board.groups.push_back(one.group);
        }
        board.is_empty = board.is_empty && one.count == 0;
    }
    progress::CardQuery cards;
    cards.order = progress::CardOrder::need;
    cards.group = query.group.empty() ? std::nullopt : std::optional(query.group);
    cards.name_begins = query.search;
    COUCOU_TRY(const std::int64_t total, store.count_cards(cards));
    board.total = static_cast<std::size_t>(total);
    // With a name to look for, cards come in the order of names.
    board.is_sorted = query.search.empty();
    if (board.is_sorted) {
        COUCOU_TRY(const std::int64_t in_need, store.count_in_need(cards.group, now));
        board.in_need = static_cast<std::size_t>(in_need);
    }
    cards.offset = static_cast<std::int64_t>(query.first);
    cards.limit = static_cast<std::int64_t>(query.count);
    COUCOU_TRY(const auto shown, store.cards(cards, now));
    for (const progress::Card& card : shown) {
        board.rows.push_back(row_of(words, board.skills, card, now));
    }
    return board;
}

base::Result<std::vector<Goer>> goers(progress::Store& store, int months, std::int64_t now) {
    constexpr std::int64_t page = 100;
    std::vector<Goer> found;
    progress::CardQuery query;
    query.order = progress::CardOrder::last_visit;
    COUCOU_TRY(std::int64_t end, store.count_cards(query));
    // From the last, who have been away longest, to the first who may stay.
    for (bool goes_on = true; goes_on && end > 0;) {
        query.offset = std::max<std::int64_t>(end - page, 0);
        query.limit = end - query.offset;
        end = query.offset;
        COUCOU_TRY(const auto cards, store.cards(query, now));
        for (auto card = cards.rbegin(); card != cards.rend() && goes_on; ++card) {
            const bool stays = card->last_visit > 0 &&
                               progress::kept_until(card->last_visit, months) - now > progress::told_in_advance;
            goes_on = !stays;
            if (stays) {
                break;
            }
            COUCOU_TRY(const auto events, store.events_of(card->learner));
            const std::int64_t last = last_here(*card, events);
            std::int64_t noted = 0;
            for (const progress::Event& event : events) {
                noted = event.kind == progress::kind::learner_leaving ? event.at : noted;
            }
            const std::int64_t until = progress::kept_until(last, months);
            if (until - now <= progress::told_in_advance) {
                found.push_back({card->learner, card->name, until, progress::leaving_of(last, noted, months, now)});
            }
        }
    }
    std::ranges::stable_sort(found, {}, &Goer::until);
    return found;
}

} // namespace app
