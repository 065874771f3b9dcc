// From the top: a band with the cuckoo, the name and how many lines there are; levels; the lines in columns;
// competences; the date.
#include "tools/booklet/page.h"

#include "tools/booklet/columns.h"
#include "tools/booklet/paper.h"

#include <algorithm>
#include <array>

namespace booklet {

namespace {

constexpr double margin = 34;
constexpr double inner = page_width - 2 * margin;

/// Lengths that depend on how much there is to show.
struct Measures {
    double band = 132; ///< height of the coloured top
    double name = 36;
    double level = 38; ///< height of a level's box
    double level_words = 9;
    double competence = 8.5;
    bool dense = false;
};

Measures measures_of(const Description& description) {
    std::size_t most = 0;
    for (const CompetenceList& list : description.competences) {
        most = std::max(most, list.lines.size());
    }
    Measures measures;
    if (is_dense(count_lines(description.groups))) {
        measures = {96, 28, 30, 8, 7, true};
    }
    measures.competence = most > 13 ? 6.5 : most > 8 ? std::min(measures.competence, 7.5) : measures.competence;
    return measures;
}

/// A name in one line, as large as fits.
Type name_type(Paper& paper, const std::string& name, double largest, double width) {
    Type type{largest, ink, true, paper.is_from_the_right(name) ? Side::end : Side::start};
    while (type.size > 12 && paper.width(name, type) > width) {
        type.size -= 1;
    }
    return type;
}

/// How many lines there are, on a rosette.
void rosette(Paper& paper, double x, double y, double radius, const Description& description) {
    if (description.count.empty()) {
        return;
    }
    for (int i = 0; i < 16; ++i) {
        paper.petal(x, y, radius, i * 22.5, accent);
    }
    paper.circle(x, y, radius, white);
    paper.circle(x, y, radius - 4, primary);
    const Type number{0.73 * radius, white, true, Side::centre};
    const Type words{0.21 * radius, white, false, Side::centre};
    const double width = 1.7 * radius;
    const double high = paper.height(width, description.count, number);
    const double low = paper.height(width, description.count_words, words);
    const double top = y - (high + low - 0.15 * radius) / 2;
    paper.text(x - width / 2, top, width, description.count, number);
    paper.text(x - width / 2, top + high - 0.15 * radius, width, description.count_words, words);
}

void top_band(Paper& paper, const Measures& measures, const Description& description) {
    const double band = measures.band;
    const double bird = band - 20;
    paper.rectangle({0, 0, page_width, band}, 0, tint);
    paper.rectangle({0, band, page_width, 4}, 0, accent);
    paper.picture("cuckoo-happy", {margin - 6, 12, bird, bird});
    const double left = margin + bird + 10;
    const double right = page_width - margin - 0.8 * band;
    const bool named = !description.name.empty();
    const Type name = name_type(paper, named ? description.name : description.title, measures.name, right - left);
    const std::string& large = named ? description.name : description.title;
    const Type small{0.42 * measures.name, primary, true};
    const Type lead{0.4 * measures.name, soft, false};
    const double above = named ? paper.height(right - left, description.of, small) : 0;
    const double middle = paper.height(right - left, large, name);
    const double below = paper.height(right - left, description.lead, lead);
    double y = (band - above - middle - below) / 2;
    if (named) {
        y += paper.text(left, y, right - left, description.of, small);
    }
    y += paper.text(left, y, right - left, large, name);
    paper.text(left, y, right - left, description.lead, lead);
    rosette(paper, page_width - margin - 0.35 * band, band / 2, 0.31 * band, description);
}

/// One level: a picture, its name, and four dots.
void level(Paper& paper, const Box& box, double words, const Level& shown) {
    paper.outline(box, 8, 0.8, line_colour);
    const double size = box.h - 8;
    paper.picture(shown.picture, {box.x + 5, box.y + 4, size, size});
    const double left = box.x + size + 10;
    Type type{words, ink, true};
    while (type.size > 5 && paper.height(box.right() - left - 4, shown.title, type) > box.h - 13) {
        type.size -= 0.5;
    }
    const double high = paper.height(box.right() - left - 4, shown.title, type);
    const double top = box.y + (box.h - high - 9) / 2;
    paper.text(left, top, box.right() - left - 4, shown.title, type);
    for (int i = 0; i < 4; ++i) {
        const double x = left + 4 + i * 11;
        const double y = top + high + 5;
        if (i < shown.level) {
            paper.circle(x, y, 3.6, primary);
        } else {
            paper.ring(x, y, 3.2, 0.9, primary);
        }
    }
}

/// The strip of levels from `y`; gives where it ends.
double levels(Paper& paper, double y, const Measures& measures, const Description& description) {
    if (description.levels.empty()) {
        return y;
    }
    y += paper.text(margin, y, inner, description.levels_title, {12, primary, true}) + 3;
    constexpr double space = 8;
    const double high = measures.level;
    const auto count = static_cast<int>(description.levels.size());
    const int rows = (count + 3) / 4;
    const int each_row = (count + rows - 1) / rows;
    const double width = std::min(150.0, (inner - space * (each_row - 1)) / each_row);
    for (int i = 0; i < count; ++i) {
        const int row = i / each_row;
        const int column = i % each_row;
        level(paper, {margin + column * (width + space), y + row * (high + space), width, high}, measures.level_words,
              description.levels[static_cast<std::size_t>(i)]);
    }
    return y + rows * (high + space) + 8;
}

/// The lists of competences side by side; drawn where `draws`. Gives their height.
double competence_lists(Paper& paper, double y, double size, const Description& description, bool draws) {
    constexpr double space = 22;
    const auto count = static_cast<double>(std::max<std::size_t>(description.competences.size(), 1));
    const double width = (inner - space * (count - 1)) / count;
    double most = 0;
    double x = margin;
    for (const CompetenceList& list : description.competences) {
        const Type heading{size + 1, ink, true};
        const Type number{size, primary, true};
        const Type name{size, ink, false};
        const double left = 2.4 * size;
        double down = paper.height(width, list.title, heading) + 1;
        if (draws) {
            paper.text(x, y, width, list.title, heading);
        }
        for (const auto& [code, words] : list.lines) {
            if (draws) {
                paper.text(x, y + down, left, code, number);
                paper.text(x + left, y + down, width - left, words, name);
            }
            down += paper.height(width - left, words, name);
        }
        most = std::max(most, down);
        x += width + space;
    }
    return most;
}

/// The competences and the date at the bottom; gives where they begin.
double foot(Paper& paper, const Measures& measures, const Description& description) {
    const Type date{9, soft, false, Side::end};
    const double end = page_height - 24;
    paper.text(margin, end - paper.height(inner, description.made, date), inner, description.made, date);
    paper.picture("coucou", {margin, end - 16, 16, 16});
    if (description.competences.empty()) {
        return end - 26;
    }
    const double size = measures.competence;
    const Type heading{11, primary, true};
    const double title = paper.height(inner, description.competences_title, heading) + 2;
    const double high = title + competence_lists(paper, 0, size, description, false);
    const double top = end - 26 - high - 16;
    paper.rectangle({margin - 10, top, inner + 20, high + 16}, 10, tint);
    paper.text(margin, top + 7, inner, description.competences_title, heading);
    competence_lists(paper, top + 7 + title, size, description, true);
    return top - 8;
}

/// Where much of the page is empty, it says that there is more to come.
void room_left(Paper& paper, double from, double to, const Description& description) {
    if (to - from < 190 || description.more.empty()) {
        return;
    }
    const double size = std::min(150.0, to - from - 90);
    const Type words{15, soft, false, Side::centre};
    const double high = paper.height(inner, description.more, words);
    const double top = from + (to - from - size - high - 8) / 2;
    paper.picture("nest", {(page_width - size) / 2, top, size, size});
    paper.text(margin, top + size + 8, inner, description.more, words);
}

} // namespace

base::Result<std::string> draw(const Description& description) {
    Paper paper(description.art, description.title, description.language);
    const Measures measures = measures_of(description);
    top_band(paper, measures, description);
    const double top = levels(paper, measures.band + (measures.dense ? 12 : 18), measures, description);
    const double bottom = foot(paper, measures, description);
    const double end = draw_columns(paper, {margin, top, inner, bottom - top}, description.groups);
    room_left(paper, end, bottom, description);
    return paper.finished();
}

} // namespace booklet
