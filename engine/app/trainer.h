// What the session keeps while a trainer is here, and what the trainer's pages show, made of the store.
#pragma once

#include "app/beside.h"
#include "app/resources.h"
#include "progress/need.h"
#include "progress/retention.h"
#include "progress/store.h"
#include "progress/trainer_key.h"
#include "screen/pages/board.h"
#include "screen/pages/learner.h"
#include "screen/pages/sign_in.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace app {

/// After so long without input the trainer is signed out, ms.
inline constexpr std::int64_t trainer_stays = 10LL * 60 * 1000;

/// One of the trainer's pages.
struct TrainerPlace {
    std::variant<screen::SignInPage, screen::BoardPage, screen::LearnerPage> page;
};

/// What a board asks the store for.
struct BoardQuery {
    std::string group;
    std::string search;
    std::size_t first = 0;
    std::size_t count = 0;
    bool operator==(const BoardQuery&) const = default;
};

/// What a board shows; read anew where the query is another or something was kept.
struct BoardContent {
    BoardQuery query;
    bool is_read = false;
    std::vector<std::string> skills; ///< ids of modules, in teaching order
    std::vector<std::string> skill_names;
    std::vector<screen::BoardRow> rows;
    std::vector<std::string> groups;
    std::size_t total = 0;
    std::size_t in_need = 0;
    bool is_sorted = true;
    bool is_empty = false;
};

/// Somebody whose time is over soon.
struct Goer {
    std::string id;
    std::string name;
    std::int64_t until = 0; ///< ms since 1970 UTC
    progress::Leaving leaving = progress::Leaving::stays;
};

/// The trainer who is here.
struct Trainer {
    std::optional<progress::TrainerKey> key; ///< there while signed in
    Beside<base::Result<progress::TrainerKey>> checking;
    std::int64_t last_input = 0;   ///< ms of the frames' clock
    std::int64_t waits_until = 0;  ///< ms of the frames' clock: no passphrase is taken before; 0: now
    std::string said;              ///< about the last passphrase
    std::vector<std::string> told; ///< on the board: what came of the last thing that was done
    BoardContent board;
    screen::BoardPage board_page; ///< as it was last shown
    int retention_months = 12;
    std::vector<std::string> leaving; ///< who will go, in words
    std::vector<screen::FoundFile> class_lists;
    std::vector<screen::FoundFile> sticks;
    bool is_foreign = false; ///< another trainer's passphrase is asked for
    screen::LearnerPageView learner;
};

/// What the board shows for a query. Errors: as Store::events_of.
base::Result<BoardContent> read_board(progress::Store& store, const Words& words, const BoardQuery& query,
                                      std::int64_t now);

/// One learner's page. `data`: the folder that holds the recordings. Errors: as Store::events_of.
base::Result<screen::LearnerPageView> read_learner_page(progress::Store& store, const Words& words,
                                                        const std::filesystem::path& data, const std::string& learner,
                                                        std::int64_t now);

/// Why a learner needs help, in words; empty where none is needed.
std::string in_words(const Words& words, const progress::Need& need);

/// Those whose time is over within 30 days (see progress/retention.h), who goes first, first.
base::Result<std::vector<Goer>> goers(progress::Store& store, int months, std::int64_t now);

} // namespace app
