// The practice computer's files: folders, texts, pictures and a USB stick. A value, changed by the functions below.
//
// Standard folders have a place code that is the same in every language; lessons and goals name folders by it, or by
// the name of a folder of their own.
#pragma once

#include "world/fact.h"
#include "world/kept.h"
#include "world/target.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace world {

/// What a file is, which decides its icon and the program that opens it.
enum class FileKind { folder, text, picture, document, sheet, sound, archive, program };

/// The standard folders. `none` for every other file and folder.
enum class StandardPlace { none, home, desktop, documents, pictures, music, downloads, bin, stick };

/// One file or folder.
struct Node {
    int id = 0;       ///< never used again for another
    int parent = 0;   ///< the folder that it lies in; 0 for home, bin and stick
    std::string name; ///< with its ending, as shown; empty for a standard folder (its name is a message)
    std::string code; ///< how goals call a folder of a lesson, in every language; empty: by its name
    FileKind kind = FileKind::folder;
    StandardPlace place = StandardPlace::none;
    std::string text;         ///< what stands in a text or document
    std::string picture;      ///< the art that a picture shows
    std::int64_t changed = 0; ///< minutes since 1 January 2026, as a folder's list shows it
    std::int64_t size = 0;    ///< bytes, as a folder's list shows it
    bool risky = false;       ///< opening it would do harm (see Setup::safety)
    int came_from = 0;        ///< in the bin: the folder that it was deleted from
    bool operator==(const Node&) const = default;
};

/// All files of the practice computer.
struct Disk {
    KeptList<Node> nodes; ///< sorted by id
    int next_id = 1;
    bool stick_is_in = false; ///< a stick that was ejected keeps its files, out of reach
    bool operator==(const Disk&) const = default;
};

/// How many files and folders there may be in all; what would go beyond is not added or copied.
inline constexpr std::size_t most_nodes = 400;

/// A disk with the standard folders and nothing in them.
Disk empty_disk();

const Node* find_node(const Disk& disk, int id);
/// Whether a node is there and can be reached: not on a stick that is not in.
bool can_reach(const Disk& disk, int node);
/// The folder of a standard place; 0 for the stick where none is in.
int folder_at(const Disk& disk, StandardPlace place);
/// The node of a name in a folder, or nullptr; capitals count as small letters.
const Node* find_in(const Disk& disk, int folder, std::string_view name);
/// Ids of what lies directly in a folder, in order of their ids.
std::vector<int> children(const Disk& disk, int folder);
/// Whether a node is that folder or lies in it, however deep.
bool lies_in(const Disk& disk, int node, int folder);

/// Puts a new file or folder into a folder, under its name or (where that is taken) `name (2)`. Gives its id, or 0
/// where there is no such folder or the disk is full.
int add(Disk& disk, int folder, Node node);
/// What stands in a text file is replaced. False where there is no such file, or it says that already.
bool write_text(Disk& disk, int file, std::string text, std::int64_t changed);

// What people do with files. Each gives whether anything changed; what cannot be (a folder into itself, a standard
// folder renamed or moved) changes nothing. Where a name is taken in the new folder, what comes is called `name (2)`.
bool rename(Disk& disk, int node, std::string_view name);
bool move_to(Disk& disk, int node, int folder);
/// Copies a file, or a folder with all that is in it; gives the copy's id, or 0.
int copy_to(Disk& disk, int node, int folder);
bool put_in_bin(Disk& disk, int node);
bool restore(Disk& disk, int node);
bool delete_for_good(Disk& disk, int node);
bool empty_bin(Disk& disk);
bool eject_stick(Disk& disk);
/// The stick is put in, empty or with what was on it before.
bool insert_stick(Disk& disk);

/// What is wrong with a name for a file in that folder: the id of a message (`desk.files.name.empty`, `.taken`,
/// `.sign`,
/// `.long`), or empty where it can be used.
std::string fault_of_name(const Disk& disk, int folder, std::string_view name, int itself = 0);

/// The kind that a name's ending tells: `.txt`, `.jpg`, `.png`, `.odt`, `.docx`, `.pdf`, `.ods`, `.mp3`, `.zip`, …
FileKind kind_of(std::string_view name);
/// The icon of a file; with the disk, that of the bin tells whether something lies in it.
std::string icon_of(const Node& node);
std::string icon_of(const Disk& disk, const Node& node);
/// How a folder or file is called on the screen.
Words words_of(const Node& node);
/// How goals call a folder: the code of a standard place (`pictures`), or the folder's own name.
std::string code_of(const Disk& disk, int folder);
std::string_view code_of(StandardPlace place);
/// What goals call a kind of file: `folder`, `text`, `picture`, …
std::string_view code_of(FileKind kind);
/// The folder that goals and start states mean by a code or name; 0 where there is none.
int folder_named(const Disk& disk, std::string_view code);

/// What is so, for goals: each file that can be reached, and the stick.
void add_facts(const Disk& disk, std::vector<Fact>& facts);

} // namespace world
