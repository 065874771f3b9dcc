// What the ways of the file manager, the editor and the viewer share. Only for files.cpp and editor.cpp beside it.
#pragma once

#include "world/files.h"
#include "world/ways/advice.h"

namespace world::files_ways {

const Disk& disk_of(const Advice& advice);
/// The file manager in the front window, or nullptr.
const Files* front_files(const Advice& advice);
bool is_in_bin(const Disk& disk, int node);
/// The files that the wish means by name and kind, and where it shall lie too.
std::vector<int> nodes_for(const Advice& advice, bool with_folder);
/// The folder that a field of the wish means; 0 where it does not ask for one that is there.
int wished_folder(const Advice& advice, std::string_view field);
/// The target of a file in the front window; empty where that does not show it.
std::string item_of(const Advice& advice, int node);
/// The target of a file or standard folder on the desktop; empty where it does not lie there.
std::string icon_of_node(const Advice& advice, int node);
bool is_selected_alone(const Advice& advice, int node);
/// Whether that file alone is selected in the front window; offers the way there.
bool in_selection(Advice& advice, int node);
/// Whether a window of the file manager is in front; offers the way there.
bool in_any_folder(Advice& advice);

// Carrying (files_carry.cpp)
void offer_to_carry(Advice& advice, int node, int folder, bool copies);
void offer_to_delete(Advice& advice, int node);
void offer_to_erase(Advice& advice, int node);
void offer_to_empty_bin(Advice& advice);
void offer_to_restore(Advice& advice, int node);
void offer_to_bring(Advice& advice, int node, int folder);
/// Something that happened to files: their names and where they are then.
void wish_moved(Advice& advice, bool copies);

// Texts (editor.cpp)
void wish_editor_text(Advice& advice);
void wish_viewer(Advice& advice);
void wish_discarded(Advice& advice);
/// Offers what keeps the text of an editor under a name and in a folder as wished.
void offer_to_save_text(Advice& advice, int folder);
/// Offers what brings a text as wished into a file.
void offer_to_change_text(Advice& advice, int node);

} // namespace world::files_ways
