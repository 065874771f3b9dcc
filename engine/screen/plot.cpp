// Few marks, large words: to be read from the back of a room.
#include "screen/plot.h"

#include "screen/widgets.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

namespace screen {

namespace {

constexpr float field_height = 190; // points, between the axes
constexpr int most_marks = 4;

TextStyle small(const Ui& ui, bool bold = false) {
    return style_of(ui, Type::small, bold ? ui.theme().ink : ui.theme().soft_ink, bold);
}

/// A number in few characters, with the language's own decimal sign.
std::string number(Ui& ui, double value) {
    const bool whole = value >= 10 || std::abs(value - std::round(value)) < 0.05;
    std::string text = fmt::format("{:.{}f}", value, whole ? 0 : 1);
    if (const std::size_t point = text.find('.'); point != std::string::npos) {
        text.replace(point, 1, ui.say("plot.decimal"));
    }
    return text;
}

/// Where the field lies, and what its axes stand for.
struct Scale {
    Rect field;
    double first = 0;
    double last = 0;
    double top = 1;
    double distance = 1;

    Point place(const PlotPoint& point) const {
        const double span = last - first;
        const double share = span > 0 ? (point.x - first) / span : 0.5;
        const double inner = 0.05; // so that points do not stand on the axis
        return {field.x + field.w * static_cast<float>(inner + share * (1 - 2 * inner)),
                field.bottom() - field.h * static_cast<float>(std::clamp(point.y / top, 0.0, 1.0))};
    }
};

Scale scale_of(Ui& ui, Point at, float width, const Plot& plot) {
    Scale scale;
    double highest = plot.least_top;
    for (const PlotPoint& point : plot.points) {
        highest = std::max(highest, point.y);
    }
    scale.first = plot.points.front().x;
    scale.last = plot.points.back().x;
    scale.distance = mark_distance(highest, most_marks);
    scale.top = std::ceil(highest / scale.distance - 1e-9) * scale.distance;
    float labels = 0;
    for (double mark = 0; mark <= scale.top + 1e-9; mark += scale.distance) {
        labels = std::max(labels, lay_out(ui.fonts(), number(ui, mark), small(ui)).width);
    }
    const float left = labels + ui.px(10);
    scale.field = {at.x + left, at.y, width - left - ui.px(8), ui.sized(field_height)};
    return scale;
}

void upright_axis(Ui& ui, const Scale& scale) {
    for (double mark = 0; mark <= scale.top + 1e-9; mark += scale.distance) {
        const float y = std::round(scale.field.bottom() - scale.field.h * static_cast<float>(mark / scale.top));
        const bool base = mark == 0;
        ui.picture().fill({scale.field.x, y - 1, scale.field.w, std::max(1.0F, ui.px(base ? 2 : 1))},
                          base ? ui.theme().soft_ink : mixed(ui.theme().surface, ui.theme().soft_ink, 0.3F));
        const TextBlock words = lay_out(ui.fonts(), number(ui, mark), small(ui));
        draw(ui.picture(), words, {scale.field.x - ui.px(10) - words.width, y - words.height / 2});
    }
}

/// Dates below the first and the last point, and below those between that leave room.
void dates(Ui& ui, const Scale& scale, const Plot& plot) {
    const auto place_of = [&](const PlotPoint& point, float width) {
        const float wanted = scale.place(point).x - width / 2;
        return std::clamp(wanted, scale.field.x, std::max(scale.field.x, scale.field.right() - width));
    };
    float free_from = scale.field.x - 1;
    const PlotPoint& last = plot.points.back();
    const TextBlock last_words = lay_out(ui.fonts(), last.label, small(ui));
    const float last_left = place_of(last, last_words.width);
    const float y = scale.field.bottom() + ui.px(4);
    for (std::size_t i = 0; i + 1 < plot.points.size(); ++i) {
        const TextBlock words = lay_out(ui.fonts(), plot.points[i].label, small(ui));
        const float left = place_of(plot.points[i], words.width);
        if (left < free_from || left + words.width + ui.sized(18) > last_left) {
            continue;
        }
        draw(ui.picture(), words, {left, y});
        free_from = left + words.width + ui.sized(18);
    }
    draw(ui.picture(), last_words, {last_left, y});
}

void value_at(Ui& ui, const Scale& scale, const PlotPoint& point) {
    const TextBlock words = lay_out(ui.fonts(), number(ui, point.y), small(ui, true));
    const Point at = scale.place(point);
    const float x = std::clamp(at.x - words.width / 2, scale.field.x + ui.px(4), scale.field.right() - words.width);
    const bool above = at.y - words.height - ui.px(14) > scale.field.y - ui.sized(34);
    const float y = above ? at.y - words.height - ui.px(11) : at.y + ui.px(12);
    ui.picture().fill(Rect{x, y, words.width, words.height}.inset(-ui.px(2)), faded(ui.theme().surface, 0.85F),
                      ui.px(4));
    draw(ui.picture(), words, {x, y});
}

void line(Ui& ui, const Scale& scale, const Plot& plot) {
    std::vector<Point> points;
    for (const PlotPoint& point : plot.points) {
        points.push_back(scale.place(point));
    }
    if (points.size() > 1) {
        ui.picture().stroke(points, ui.px(3.5F), ui.theme().primary);
    }
    const float radius = points.size() > 30 ? ui.px(4) : ui.px(7);
    for (const Point& point : points) {
        ui.picture().disc(point, radius + ui.px(2), ui.theme().surface);
        ui.picture().disc(point, radius, ui.theme().primary);
    }
    value_at(ui, scale, plot.points.back());
    if (points.size() > 1) {
        value_at(ui, scale, plot.points.front());
    }
}

float head_height(Ui& ui, float width, const Plot& plot) {
    return paragraph_height(ui, width, plot.title, style_of(ui, Type::lead, ui.theme().ink, true)) +
           (plot.points.empty() ? 0 : paragraph_height(ui, width, plot.unit, small(ui)) + ui.sized(16));
}

} // namespace

double mark_distance(double top, int most) {
    const double least = std::max(top, 1e-9) / most;
    const double power = std::pow(10.0, std::floor(std::log10(least)));
    for (const double factor : {1.0, 2.0, 5.0}) {
        if (factor * power >= least * (1 - 1e-9)) {
            return factor * power;
        }
    }
    return 10 * power;
}

float plot_height(Ui& ui, float width, const Plot& plot) {
    const float date = lay_out(ui.fonts(), "0", small(ui)).height;
    const float field = plot.points.empty() ? ui.px(8) : ui.sized(field_height) + date + ui.px(16);
    return head_height(ui, width, plot) + field + paragraph_height(ui, width, plot.said, style_of(ui, Type::body));
}

void plot(Ui& ui, Point at, float width, const Plot& plot) {
    ui.note_place(plot.id, {at.x, at.y, width, plot_height(ui, width, plot)});
    float y = at.y + paragraph(ui, at, width, plot.title, style_of(ui, Type::lead, ui.theme().ink, true));
    if (!plot.points.empty()) {
        y += paragraph(ui, {at.x, y}, width, plot.unit, small(ui)) + ui.sized(16);
        const Scale scale = scale_of(ui, {at.x, y}, width, plot);
        upright_axis(ui, scale);
        dates(ui, scale, plot);
        line(ui, scale, plot);
        y = scale.field.bottom() + lay_out(ui.fonts(), "0", small(ui)).height + ui.px(16);
    } else {
        y += ui.px(8);
    }
    paragraph(ui, {at.x, y}, width, plot.said, style_of(ui, Type::body));
}

} // namespace screen
