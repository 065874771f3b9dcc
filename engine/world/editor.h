// Writes plain texts, and keeps them in files.
#pragma once

#include "world/disk.h"
#include "world/program.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace world {

/// Where and under which name a text is to be kept: asked in front of it.
struct SaveAs {
    TextField name = field_of("");
    StandardPlace place = StandardPlace::documents;
    Words fault;              ///< what is wrong with the name
    bool then_closes = false; ///< the window, once it is saved
    bool operator==(const SaveAs&) const = default;
};

struct Editor {
    int file = 0; ///< the file that it keeps the text in; 0 for none yet
    TextField body = field_of("", true);
    std::string saved; ///< the text as it was last kept
    std::optional<SaveAs> save_as;
    bool operator==(const Editor&) const = default;
};

/// Whether there is something that closing would lose.
bool is_unsaved(const Editor& editor);

// What every program offers (see program.h).
void list_targets(const Editor& editor, const View& view, std::vector<Target>& targets);
void touch(Editor& editor, Context& context, const Touch& touch);
Words title(const Editor& editor, const View& view);
void add_facts(const Editor& editor, const View& view, std::vector<Fact>& facts);
void command(Editor& editor, Context& context, const Command& wanted);
std::string shortcut(const Editor& editor, const View& view, std::string_view keys);
TextField* field(Editor& editor, std::string_view target);
bool may_close(Editor& editor, Context& context);
void open(Editor& editor, Context& context, int file);
void open(Editor& editor, Context& context, const OpenProgram& wish);

} // namespace world
