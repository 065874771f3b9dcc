// Cards as rows: marked, folded again, listed by index.
#include "progress/cards.h"

#include "base/text.h"
#include "progress/rows.h"

#include <algorithm>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace progress {

namespace {

using nlohmann::json;

/// Goes up with every change of what a card is folded to.
constexpr std::string_view fold_version = "1";

constexpr std::int64_t day = 24LL * 60 * 60 * 1000; // ms

constexpr const char* columns =
    "SELECT learner, name, picture, class, seen, last_visit, time_spent, details, folded_on, last_event "
    "FROM card";

/// The day of a time, since 1970; never negative, which marks a card.
std::int64_t day_of(std::int64_t now) {
    return std::max<std::int64_t>(now, 0) / day;
}

/// Needs as one number for the order: stuck before shown before none, and last who never came. Being away is left to
/// the order by last visit, since it changes from day to day.
std::int64_t rank_of(const Card& card) {
    const double weight = std::clamp(card.need.weight, 0.0, 1000.0);
    switch (card.need.kind) {
    case NeedKind::stuck:
        return 2'000'000 + static_cast<std::int64_t>(weight * 100);
    case NeedKind::shown:
        return 1'000'000 + static_cast<std::int64_t>(weight * 1000);
    default:
        return card.last_visit == 0 ? -1 : 0;
    }
}

std::string details_of(const Card& card) {
    const Need& need = card.need;
    const json details{
        {"need", {static_cast<int>(need.kind), need.weight, need.lesson, need.steps, need.of, need.days}},
        {"levels", card.levels},
        {"to_refresh", card.to_refresh}};
    return details.dump(-1, ' ', false, json::error_handler_t::replace);
}

/// What this program wrote itself; where the file says otherwise, nothing.
void read_details(const std::string& text, Card& card) {
    const json details = json::parse(text, nullptr, false);
    if (!details.is_object()) {
        return;
    }
    if (const auto need = details.find("need"); need != details.end() && need->is_array() && need->size() == 6) {
        const json& values = *need;
        const bool fits = values[0].is_number() && values[1].is_number() && values[2].is_string() &&
                          values[3].is_number() && values[4].is_number() && values[5].is_number();
        if (fits) {
            card.need = {static_cast<NeedKind>(std::clamp(values[0].get<int>(), 0, 3)),
                         values[1].get<double>(),
                         values[2].get<std::string>(),
                         values[3].get<int>(),
                         values[4].get<int>(),
                         values[5].get<int>()};
        }
    }
    if (const auto levels = details.find("levels"); levels != details.end() && levels->is_object()) {
        for (const auto& [skill, level] : levels->items()) {
            if (level.is_number()) {
                card.levels[skill] = level.get<int>();
            }
        }
    }
    if (const auto skills = details.find("to_refresh"); skills != details.end() && skills->is_array()) {
        for (const json& skill : *skills) {
            if (skill.is_string()) {
                card.to_refresh.push_back(skill.get<std::string>());
            }
        }
    }
}

base::Result<base::Done> write_card(const Database& database, const Card& card, std::int64_t folded_on) {
    COUCOU_TRY(auto row,
               database.prepare("INSERT OR REPLACE INTO card(learner, folded_on, name, picture, class, search, "
                                "seen, last_visit, time_spent, last_event, need, details) "
                                "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"));
    row.bind(1, card.learner).bind(2, folded_on).bind(3, card.name).bind(4, card.picture).bind(5, card.group);
    row.bind(6, base::plain(card.name)).bind(7, card.seen).bind(8, card.last_visit).bind(9, card.time_spent);
    row.bind(10, card.last_event).bind(11, rank_of(card)).bind(12, details_of(card));
    return row.run();
}

/// Folds one card and keeps it; removes it where there is nobody to show.
base::Result<std::optional<Card>> fold_again(const Database& database, const std::string& learner,
                                             std::string_view origin, std::int64_t now) {
    COUCOU_TRY(const auto events, read(database, "learner = ?", {learner}));
    std::optional<Card> card = card_of(events, origin, now);
    if (card) {
        COUCOU_TRY([[maybe_unused]] auto written, write_card(database, *card, day_of(now)));
        return card;
    }
    COUCOU_TRY(auto row, database.prepare("DELETE FROM card WHERE learner = ?"));
    COUCOU_TRY([[maybe_unused]] auto gone, row.bind(1, learner).run());
    return card;
}

/// A text after all that begin with `beginning`.
std::string end_of(const std::string& beginning) {
    return beginning + "\xF4\x8F\xBF\xBF"; // U+10FFFF, the last character there is
}

/// The conditions of a query, and the texts they take.
std::pair<std::string, std::vector<std::string>> conditions_of(const CardQuery& query) {
    std::string conditions;
    std::vector<std::string> values;
    const auto add = [&](const char* condition, std::string value) {
        conditions += (conditions.empty() ? " WHERE " : " AND ") + std::string(condition);
        values.push_back(std::move(value));
    };
    if (query.group) {
        add("class = ?", *query.group);
    }
    if (query.silent_since) {
        add("last_event < CAST(? AS INTEGER)", std::to_string(*query.silent_since));
    }
    if (const std::string begins = base::plain(base::trim(query.name_begins)); !begins.empty()) {
        add("search >= ?", begins);
        add("search < ?", end_of(begins));
    }
    return {std::move(conditions), std::move(values)};
}

const char* order_of(const CardQuery& query) {
    if (query.silent_since) {
        return " ORDER BY last_event, learner";
    }
    if (!query.name_begins.empty()) {
        return " ORDER BY search, learner";
    }
    switch (query.order) {
    case CardOrder::name:
        return " ORDER BY search, learner";
    case CardOrder::last_visit:
        return " ORDER BY last_visit DESC, learner";
    case CardOrder::need:
        return " ORDER BY need DESC, last_visit, learner";
    case CardOrder::seen:
        break;
    }
    return " ORDER BY seen DESC, last_visit DESC, learner";
}

base::Result<std::vector<std::string>> stale_learners(const Database& database, std::int64_t most) {
    COUCOU_TRY(auto rows, database.prepare("SELECT learner FROM card WHERE folded_on < 0 LIMIT ?"));
    rows.bind(1, most);
    std::vector<std::string> learners;
    for (;;) {
        COUCOU_TRY(const bool row, rows.step());
        if (!row) {
            return learners;
        }
        learners.push_back(rows.text(0));
    }
}

} // namespace

base::Result<std::int64_t> freshen(const Database& database, std::string_view origin, std::int64_t now,
                                   std::int64_t most) {
    COUCOU_TRY(const auto learners, stale_learners(database, most));
    if (learners.empty()) {
        return std::int64_t{0};
    }
    COUCOU_TRY([[maybe_unused]] auto folded, database.in_transaction([&]() -> base::Result<base::Done> {
        for (const std::string& learner : learners) {
            COUCOU_TRY([[maybe_unused]] auto card, fold_again(database, learner, origin, now));
        }
        return base::Done{};
    }));
    COUCOU_TRY(auto left, database.prepare("SELECT count(*) FROM card WHERE folded_on < 0"));
    COUCOU_TRY([[maybe_unused]] const bool row, left.step());
    return left.number(0);
}

base::Result<base::Done> mark_all(const Database& database) {
    return database.in_transaction([&] {
        return database.run(
            "DELETE FROM card; INSERT INTO card(learner, folded_on) SELECT DISTINCT learner, -2 FROM event");
    });
}

base::Result<base::Done> expect_current_cards(const Database& database) {
    COUCOU_TRY(const std::string version, noted(database, "card-fold"));
    if (version == fold_version) {
        return base::Done{};
    }
    return database.in_transaction([&]() -> base::Result<base::Done> {
        COUCOU_TRY([[maybe_unused]] auto marked, database.run("UPDATE card SET folded_on = -1 WHERE folded_on >= 0"));
        return note(database, "card-fold", fold_version);
    });
}

std::string sql_of(const CardQuery& query) {
    // What is passed over is passed over in the index alone; only the cards that are given are looked up.
    return fmt::format("{} WHERE learner IN (SELECT learner FROM card{}{} LIMIT ? OFFSET ?){}", columns,
                       conditions_of(query).first, order_of(query), order_of(query));
}

base::Result<std::vector<Card>> read_cards(const Database& database, const CardQuery& query, std::string_view origin,
                                           std::int64_t now) {
    const std::vector<std::string> values = conditions_of(query).second;
    COUCOU_TRY(auto rows, database.prepare(sql_of(query)));
    int next = 0;
    for (const std::string& value : values) {
        rows.bind(++next, value);
    }
    rows.bind(next + 1, query.limit).bind(next + 2, query.offset);
    std::vector<Card> cards;
    std::vector<std::size_t> of_another_day;
    for (;;) {
        COUCOU_TRY(const bool row, rows.step());
        if (!row) {
            break;
        }
        Card card;
        card.learner = rows.text(0);
        card.name = rows.text(1);
        card.picture = rows.text(2);
        card.group = rows.text(3);
        card.seen = rows.number(4);
        card.last_visit = rows.number(5);
        card.time_spent = rows.number(6);
        card.last_event = rows.number(9);
        read_details(rows.text(7), card);
        if (rows.number(8) == -2) {
            continue; // never folded: freshen() has not come so far yet
        }
        if (rows.number(8) != day_of(now)) {
            of_another_day.push_back(cards.size());
        }
        cards.push_back(std::move(card));
    }
    if (of_another_day.empty()) {
        return cards;
    }
    COUCOU_TRY([[maybe_unused]] auto folded, database.in_transaction([&]() -> base::Result<base::Done> {
        for (const std::size_t i : of_another_day) {
            COUCOU_TRY(auto card, fold_again(database, cards[i].learner, origin, now));
            if (card) {
                cards[i] = std::move(*card);
            }
        }
        return base::Done{};
    }));
    return cards;
}

base::Result<std::int64_t> count_cards(const Database& database, const CardQuery& query) {
    const auto [conditions, values] = conditions_of(query);
    COUCOU_TRY(auto rows, database.prepare("SELECT count(*) FROM card" + conditions));
    int next = 0;
    for (const std::string& value : values) {
        rows.bind(++next, value);
    }
    COUCOU_TRY([[maybe_unused]] const bool row, rows.step());
    return rows.number(0);
}

base::Result<std::int64_t> count_in_need(const Database& database, const std::optional<std::string>& group,
                                         std::int64_t now) {
    // Being away is not in the rank, since it comes by itself; never having come is a rank of its own.
    const std::string in_class = group ? "class = ?1 AND " : "";
    const std::int64_t away_before = now - away_after * day + 1;
    std::int64_t sum = 0;
    for (const std::string condition : {"need > 0", "need = 0 AND last_visit < ?2"}) {
        COUCOU_TRY(auto count, database.prepare("SELECT count(*) FROM card WHERE " + in_class + condition));
        if (group) {
            count.bind(1, *group);
        }
        if (condition.ends_with("?2")) {
            count.bind(2, away_before);
        }
        COUCOU_TRY([[maybe_unused]] const bool row, count.step());
        sum += count.number(0);
    }
    return sum;
}

base::Result<std::vector<GroupCount>> read_groups(const Database& database) {
    COUCOU_TRY(auto rows, database.prepare("SELECT class, count(*) FROM card GROUP BY class"));
    std::vector<GroupCount> groups;
    for (;;) {
        COUCOU_TRY(const bool row, rows.step());
        if (!row) {
            break;
        }
        groups.push_back({rows.text(0), rows.number(1)});
    }
    std::ranges::sort(groups, {}, [](const GroupCount& group) { return base::plain(group.group); });
    return groups;
}

} // namespace progress
