// A card for each learner: what lists show of them, kept beside the events so that a list of a hundred thousand needs
// none of these. A card is a fold like any other and can be made anew at any time.
//
// Whatever adds events marks the card in the same transaction; it is folded again before the next list is read.
#pragma once

#include "base/result.h"
#include "progress/database.h"
#include "progress/event.h"
#include "progress/need.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace progress {

struct Card {
    std::string learner; ///< id
    std::string name;
    std::string picture;
    std::string group;           ///< class; may be empty
    std::int64_t last_visit = 0; ///< ms since 1970 UTC, when it ended (visits.h); 0: was never here
    std::int64_t time_spent = 0; ///< ms, of all visits
    std::int64_t last_event = 0; ///< ms since 1970 UTC, as Learner::last_visit: also when they only joined
    std::int64_t seen = 0;       ///< number of the last event that this store wrote when they were here; 0: never
    Need need;
    std::map<std::string, int> levels;   ///< level of each skill, 0 to 4, by its name (skills.h)
    std::vector<std::string> to_refresh; ///< the skills to refresh
    bool operator==(const Card&) const = default;
};

/// In which order a list is.
enum class CardOrder {
    seen,       ///< who was last at this computer first, then by last visit
    name,       ///< as in a dictionary, heedless of accents and capitals
    last_visit, ///< who came last first
    need        ///< who needs help first (need.h), then who has been away longest, last who never came
};

/// Which cards, and how many.
struct CardQuery {
    CardOrder order = CardOrder::seen;
    std::optional<std::string> group; ///< only of this class
    std::string name_begins;          ///< only names that begin so, heedless of accents and capitals; order is by name
    std::optional<std::int64_t> silent_since; ///< only whose last event was before, ms since 1970 UTC; those first, and
                                              ///< the longest silent of them first
    std::int64_t offset = 0;
    std::int64_t limit = 50;
};

/// A class, and how many are in it.
struct GroupCount {
    std::string group;
    std::int64_t count = 0;
    bool operator==(const GroupCount&) const = default;
};

/// The card of one learner, given their events in the order for folds; nothing where they never joined or are erased.
/// `origin` is that of this store, `now` in ms since 1970 UTC.
std::optional<Card> card_of(const std::vector<Event>& events_of_learner, std::string_view origin, std::int64_t now);

/// Folds marked cards anew, at most so many; gives how many are still marked. In a transaction of its own.
base::Result<std::int64_t> freshen(const Database& database, std::string_view origin, std::int64_t now,
                                   std::int64_t most);

/// Marks all cards, and makes those that are missing.
base::Result<base::Done> mark_all(const Database& database);

/// Marks all cards where an earlier version of the program folded them.
base::Result<base::Done> expect_current_cards(const Database& database);

/// The SQL of a query: texts for its conditions, then limit and offset. Here so that a test can ask which index it
/// takes.
std::string sql_of(const CardQuery& query);

/// The cards of a query. What depends on the day is folded anew for those given, where their day was another.
base::Result<std::vector<Card>> read_cards(const Database& database, const CardQuery& query, std::string_view origin,
                                           std::int64_t now);

/// How many cards a query has without its limit.
base::Result<std::int64_t> count_cards(const Database& database, const CardQuery& query);

/// How many of all, or of a class, need help (need.h).
base::Result<std::int64_t> count_in_need(const Database& database, const std::optional<std::string>& group,
                                         std::int64_t now);

/// All classes, in order of their names. Those in none count as the class without a name.
base::Result<std::vector<GroupCount>> read_groups(const Database& database);

} // namespace progress
