// The file manager's commands, by what they are about. Only the file manager's own files look in here.
#pragma once

#include "world/desk.h"
#include "world/files.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace world::files_commands {

/// What gives a command its effect.
using Act = void (*)(Files&, Context&, const Command&);

struct Known {
    std::string_view name;
    Act act;
};

/// What a dialog's answer leads to, by the dialog's kind and the answer.
struct Answer {
    std::string_view dialog;
    std::string_view name;
    Act act;
};

/// Commands about what the window shows (files_window.cpp), about its files (files_contents.cpp), and answers to what
/// these ask.
std::span<const Known> about_window();
std::span<const Known> about_contents();
std::span<const Answer> answers();

inline const Disk& disk_of(const Context& context) {
    return context.desk.disk.now();
}

/// The file shown whose target has that local name, or 0; as shown_files() names them, without sorting them all.
int file_of_target(const Files& files, const Disk& disk, std::string_view target);
bool shows_bin(const Files& files, const Disk& disk);
/// The selected files that are a person's own: standard folders stay as they are.
std::vector<int> own_selected(const Files& files, const Disk& disk);

/// The name that is being written in place is given up, or counts where it can be.
void stop_renaming(Files& files);
void settle_new_name(Files& files, Context& context);

void show_folder(Files& files, int folder);
void go_to(Files& files, const Disk& disk, int folder);
/// A folder is shown, a file opens in its program.
void open_node(Files& files, Context& context, int id);
/// A result of the search was chosen.
void tell_found(const Files& files, Context& context, int id);

} // namespace world::files_commands
