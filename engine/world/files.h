// The file manager: shows a folder, and does what people do with files.
#pragma once

#include "lesson/vocabulary.h"
#include "world/disk.h"
#include "world/program.h"

#include <string>
#include <string_view>
#include <vector>

namespace world {

/// What a folder's files are sorted by. Folders always come before files.
enum class FilesOrder { name, changed, kind, size, folder };

/// How goals and headings call it: `name`, `changed`, …
std::string_view code_of(FilesOrder order);

/// A window of the file manager.
struct Files {
    int folder = 0;           ///< the folder that is shown; 0 for home
    std::vector<int> back;    ///< folders shown before, the last one last
    std::vector<int> forward; ///< folders that were gone back from
    bool shows_icons = false; ///< otherwise a list
    FilesOrder order = FilesOrder::name;
    bool reversed = false;
    std::vector<int> selected; ///< ids, in the order in which they were selected
    int anchor = 0;            ///< where a selection with Shift begins
    TextField search = field_of("");
    int renaming = 0; ///< the file whose name is being changed in place; 0 for none
    TextField new_name;
    Words name_fault; ///< what is wrong with the new name
    bool operator==(const Files&) const = default;
};

/// An entry of what is shown: a file, and the local name of its target (`item/Photo.jpg`, `#2` after the second of one
/// name).
struct Shown {
    int node = 0;
    std::string target;
};

/// The folder that is shown: where its own is gone, the last one before that is still there.
int shown_folder(const Files& files, const Disk& disk);
/// What is searched for, without blanks around it; empty while nothing is.
std::string_view searched(const Files& files);
/// The files shown, in their order: those of the folder, or what was found below it.
std::vector<Shown> shown_files(const Files& files, const Disk& disk);
/// The selected files that are shown.
std::vector<int> selected_files(const Files& files, const Disk& disk);
std::vector<int> selected_among(const Files& files, const std::vector<Shown>& shown);
/// A place's parts from the outermost folder to itself, as the path bar shows them.
std::vector<int> path_to(const Disk& disk, int folder);

/// How a list shows when a file was changed, seen from a day (both in minutes since 1 January 2026), its size and kind.
Words words_of_change(std::int64_t changed, std::int64_t now);
Words words_of_size(const Disk& disk, const Node& node);
Words words_of_kind(const Node& node);

/// Moves or copies files into a folder (into the bin, they are deleted), and tells what happened. Gives the ids of what
/// lies there then.
std::vector<int> carry_into(Context& context, const std::vector<int>& nodes, int folder, bool copies);

/// What a drag does: as carry_into(), but onto the stick or off it things are copied, as on real desktops.
std::vector<int> drop_into(Context& context, const std::vector<int>& nodes, int folder, bool copies);

/// Takes the last change of files back; a stick stays in or out. False where there was none.
bool undo_disk(DeskState& desk);

/// The icon of a command on the toolbar and in menus; empty for none.
std::string icon_of_command(std::string_view command);

/// What goals call a file: `{name, folder}`.
std::vector<Field> fields_of(const Disk& disk, int node);

/// Files as lesson files know them, and with them the editor and the viewer.
lesson::AppKind files_kind();

/// Fills the disk from a lesson's start table `files`.
void lay_out_files(DeskState& desk, const lesson::Table& start);

// What every program offers (see program.h).
void list_targets(const Files& files, const View& view, std::vector<Target>& targets);
void touch(Files& files, Context& context, const Touch& touch);
Words title(const Files& files, const View& view);
void add_facts(const Files& files, const View& view, std::vector<Fact>& facts);
void command(Files& files, Context& context, const Command& wanted);
std::vector<MenuItem> menu_for(const Files& files, const View& view, std::string_view target);
std::string shortcut(const Files& files, const View& view, std::string_view keys);
TextField* field(Files& files, std::string_view target);
Carried carried(const Files& files, const View& view, std::string_view target);
void drop(Files& files, Context& context, const Carried& what, std::string_view onto, bool copies);
void open(Files& files, Context& context, int folder);

} // namespace world
