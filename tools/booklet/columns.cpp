// Lines are filled into columns of equal height; the size of the type is searched for from large to small.
#include "tools/booklet/columns.h"

#include <algorithm>
#include <optional>

namespace booklet {

namespace {

constexpr double largest = 18;
constexpr double smallest = 0.5; ///< more lines fit than there will ever be
constexpr int most_columns = 6;
constexpr double gutter = 18;

/// A heading or a line, with how high it is in the column's width.
struct Piece {
    const Group* group = nullptr; ///< a heading
    const Line* line = nullptr;
    double height = 0;
};

/// How the pieces are set.
struct Setting {
    double size = largest; ///< of the type, points
    int columns = 1;
    double width = 0; ///< of a column
    double height = 0;
    bool dense = false; ///< smaller pictures, and notes behind the words
    std::vector<Piece> pieces{};

    double picture() const { return (dense ? 1.75 : 2.3) * size; }
    double space() const { return (dense ? 0.3 : 0.42) * size; } ///< below a line
    double left() const { return picture() + 0.6 * size; }
    Type heading() const { return {1.12 * size, primary, true}; }
    Type text() const { return {size, ink, false}; }
    Type note() const { return {std::max((dense ? 0.84 : 0.72) * size, std::min(size, 5.5)), soft, false}; }
};

double heading_height(Paper& paper, const Setting& setting, const Group& group) {
    return std::max(1.9 * setting.size, paper.height(setting.width - setting.left(), group.title, setting.heading())) +
           0.45 * setting.size;
}

/// The height of a line's words.
double words_height(Paper& paper, const Setting& setting, const Line& line) {
    const double width = setting.width - setting.left();
    if (setting.dense) {
        return paper.height_with(width, line.text, setting.text(), line.short_note, setting.note());
    }
    const double note = line.note.empty() ? 0 : paper.height(width, line.note, setting.note());
    return paper.height(width, line.text, setting.text()) + note;
}

double line_height(Paper& paper, const Setting& setting, const Line& line) {
    return std::max(setting.picture(), words_height(paper, setting, line)) + setting.space();
}

std::vector<Piece> pieces_of(Paper& paper, const Setting& setting, const std::vector<Group>& groups) {
    std::vector<Piece> pieces;
    for (const Group& group : groups) {
        pieces.push_back({&group, nullptr, heading_height(paper, setting, group)});
        for (const Line& line : group.lines) {
            pieces.push_back({nullptr, &line, line_height(paper, setting, line)});
        }
    }
    return pieces;
}

/// The piece that each column ends before, if all fit into columns of that height. A heading stays with its first line.
std::optional<std::vector<std::size_t>> filled(const Setting& setting, double height) {
    std::vector<std::size_t> ends;
    double used = 0;
    for (std::size_t i = 0; i < setting.pieces.size(); ++i) {
        const Piece& piece = setting.pieces[i];
        const bool leads = piece.group != nullptr && i + 1 < setting.pieces.size();
        const double together = piece.height + (leads ? setting.pieces[i + 1].height : 0);
        if (together > height) {
            return std::nullopt;
        }
        if (used + together > height) {
            ends.push_back(i);
            used = 0;
        }
        used += piece.height;
    }
    ends.push_back(setting.pieces.size());
    return ends.size() <= static_cast<std::size_t>(setting.columns) ? std::optional(ends) : std::nullopt;
}

/// The least height into which all fits, so that columns end at about the same height.
double balanced(const Setting& setting) {
    double least = 0;
    double most = setting.height;
    for (int i = 0; i < 24; ++i) {
        const double middle = (least + most) / 2;
        (filled(setting, middle) ? most : least) = middle;
    }
    return most;
}

/// The fewest columns into which all fits with type of that size; nothing where there is no such number.
std::optional<Setting> fitted_with(Paper& paper, const Box& box, const std::vector<Group>& groups, double size) {
    const std::size_t lines = count_lines(groups);
    Setting setting;
    setting.size = size;
    setting.height = box.h;
    setting.dense = is_dense(lines);
    for (setting.columns = lines <= 6 ? 1 : 2; setting.columns <= most_columns; ++setting.columns) {
        setting.width = (box.w - gutter * (setting.columns - 1)) / setting.columns;
        // Lines of few words are hard to read.
        if (setting.columns > 1 && setting.width < 15 * setting.size) {
            break;
        }
        setting.pieces = pieces_of(paper, setting, groups);
        if (filled(setting, setting.height)) {
            return setting;
        }
    }
    return std::nullopt;
}

/// The setting with the largest type, found by halving: what fits in one size fits in smaller ones.
std::optional<Setting> fitted(Paper& paper, const Box& box, const std::vector<Group>& groups) {
    std::optional<Setting> best = fitted_with(paper, box, groups, largest);
    if (best) {
        return best;
    }
    double small = smallest;
    double large = largest;
    best = fitted_with(paper, box, groups, small);
    while (best && large - small > 0.1) {
        const double middle = (small + large) / 2;
        if (auto found = fitted_with(paper, box, groups, middle)) {
            best = std::move(found);
            small = middle;
        } else {
            large = middle;
        }
    }
    return best;
}

void draw_heading(Paper& paper, const Setting& setting, double x, double y, const Group& group) {
    const double high = 1.9 * setting.size;
    paper.picture(group.picture, {x + (setting.picture() - high) / 2, y, high, high});
    const double words = paper.height(setting.width - setting.left(), group.title, setting.heading());
    paper.text(x + setting.left(), y + std::max(0.0, (high - words) / 2), setting.width - setting.left(), group.title,
               setting.heading());
}

void draw_line(Paper& paper, const Setting& setting, double x, double y, const Line& line, double height) {
    const double width = setting.width - setting.left();
    const double inside = height - setting.space();
    paper.rectangle({x, y + (inside - setting.picture()) / 2, setting.picture(), setting.picture()}, 0.5 * setting.size,
                    line.alone ? Colour{0.89, 0.945, 0.863} : Colour{0.894, 0.933, 0.973});
    const double pad = 0.2 * setting.size;
    const double size = setting.picture() - 2 * pad;
    paper.picture(line.picture, {x + pad, y + (inside - size) / 2, size, size});
    double at = y + (inside - words_height(paper, setting, line)) / 2;
    if (setting.dense) {
        paper.text_with(x + setting.left(), at, width, line.text, setting.text(), line.short_note, setting.note());
        return;
    }
    at += paper.text(x + setting.left(), at, width, line.text, setting.text());
    if (!line.note.empty()) {
        paper.text(x + setting.left(), at, width, line.note, setting.note());
    }
}

} // namespace

std::size_t count_lines(const std::vector<Group>& groups) {
    std::size_t lines = 0;
    for (const Group& group : groups) {
        lines += group.lines.size();
    }
    return lines;
}

double draw_columns(Paper& paper, const Box& box, const std::vector<Group>& groups) {
    const std::optional<Setting> found = fitted(paper, box, groups);
    const auto ends = found ? filled(*found, balanced(*found)) : std::nullopt;
    if (!ends) {
        return box.y;
    }
    const Setting& setting = *found;
    double lowest = box.y;
    std::size_t next = 0;
    double x = box.x;
    for (const std::size_t end : *ends) {
        double y = box.y;
        for (; next < end; ++next) {
            const Piece& piece = setting.pieces[next];
            if (piece.group != nullptr) {
                draw_heading(paper, setting, x, y, *piece.group);
            } else {
                draw_line(paper, setting, x, y, *piece.line, piece.height);
            }
            y += piece.height;
            lowest = std::max(lowest, y);
        }
        x += setting.width + gutter;
    }
    return lowest;
}

} // namespace booklet
