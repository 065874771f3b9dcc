// Shows a picture, or reads a document out on a page.
#pragma once

#include "world/disk.h"
#include "world/program.h"

#include <string>
#include <string_view>
#include <vector>

namespace world {

/// What a viewer's window shows.
enum class ViewerPage {
    nothing, ///< its file is gone
    picture,
    text,    ///< a document, as a sheet of paper
    blocked, ///< a risky file that cannot be opened (safety 1)
    warning, ///< a risky file, before it is opened (safety 2)
    fallen,  ///< a risky file that was opened: what to do now
};

struct Viewer {
    int file = 0;
    int zoom = 0;         ///< steps larger (or smaller) than what fits the window, -3 to 5
    bool went_on = false; ///< the risky file was opened all the same
    bool operator==(const Viewer&) const = default;
};

ViewerPage page_of(const Viewer& viewer, const DeskState& desk);

/// How many times larger than what fits the window.
double scale_of(const Viewer& viewer);

// What every program offers (see program.h).
void list_targets(const Viewer& viewer, const View& view, std::vector<Target>& targets);
void touch(Viewer& viewer, Context& context, const Touch& touch);
Words title(const Viewer& viewer, const View& view);
void add_facts(const Viewer& viewer, const View& view, std::vector<Fact>& facts);
void command(Viewer& viewer, Context& context, const Command& wanted);
std::string shortcut(const Viewer& viewer, const View& view, std::string_view keys);
void open(Viewer& viewer, Context& context, int file);

} // namespace world
