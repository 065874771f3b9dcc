// The board: learners and skills at a glance, who needs help first.
//
// A view holds a few rows only, those that the page asked for; so a board of 100,000 learners is as quick as one of
// ten.
#pragma once

#include "screen/level_steps.h"
#include "screen/pages/intent.h"
#include "screen/pages/settings.h"
#include "screen/scroll.h"
#include "world/text_edit.h"

#include <filesystem>
#include <span>
#include <string>
#include <vector>

namespace screen {

/// One learner.
struct BoardRow {
    std::string id;
    std::string name;
    std::string picture;
    std::string group;            ///< empty for none
    std::vector<SkillCell> cells; ///< one a skill
    bool needs_help = false;
    std::string reason;     ///< why, or what there is to say; may be empty
    std::string last_visit; ///< in words
    std::string time;       ///< spent here, in words
};

/// A class list or a stick that was found, in words.
struct FoundFile {
    std::filesystem::path file;
    std::string name;
};

struct BoardView {
    std::span<const std::string> skills; ///< their names, in the order of the cells
    std::span<const BoardRow> rows;      ///< those from `first` on
    std::size_t first = 0;
    std::size_t total = 0;                ///< learners in this group, with this name
    std::size_t in_need = 0;              ///< the first so many need help
    bool is_sorted = true;                ///< who needs help comes first; otherwise who came last
    bool is_empty = false;                ///< there is nobody at all
    std::span<const std::string> groups;  ///< all that there are
    std::span<const std::string> notices; ///< what should be said, in words
    std::span<const std::string> told;    ///< what came of the last thing that was asked for
    int retention_months = 12;
    std::span<const std::string> leaving; ///< who will go within 30 days, each in words
    std::span<const FoundFile> class_lists;
    std::span<const FoundFile> sticks;
    bool is_foreign = false; ///< the files on the stick are another trainer's, whose passphrase opens them
    SettingsView settings;
};

enum class BoardDialog { none, groups, more, class_lists, carry_out, carry_in, report, retention };

/// The page's own state: what is asked for, and what is seen.
struct BoardPage {
    std::string group;      ///< empty for all
    world::TextEdit search; ///< the beginning of a name
    std::size_t first = 0;  ///< the first row that is drawn
    std::size_t count = 16; ///< and how many
    Scrolled scrolled;
    BoardDialog dialog = BoardDialog::none;
    Scrolled in_dialog;
    bool with_names = false;      ///< in reports
    world::TextEdit foreign;      ///< another trainer's passphrase
    std::filesystem::path source; ///< the stick that it is for
    SettingsDialog settings;
};

void show(Ui& ui, BoardPage& page, const BoardView& view, Intents& intents);

/// The dialogs over the board; draws the one that is open.
void board_dialogs(Ui& ui, BoardPage& page, const BoardView& view, Intents& intents);

} // namespace screen
