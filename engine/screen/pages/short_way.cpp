// Pictures side by side, in as many rows as they need, each with its number and one sentence below.
#include "screen/pages/short_way.h"

#include "screen/pages/helping.h"
#include "screen/stage/thumbnail.h"
#include "screen/widgets.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

namespace screen {

namespace {

constexpr float proportion = 1.7F; ///< of a picture: its width to its height
constexpr float narrowest = 226;   ///< points; what a caption needs
constexpr float widest = 340;      ///< points

/// Where everything lies.
struct Layout {
    std::size_t columns = 1;
    float picture_width = 0; ///< px
    float picture_height = 0;
    std::vector<float> captions; ///< height of the captions of each row, px
    float height = 0;            ///< of all, px
};

TextStyle caption_style(const Ui& ui) {
    return style_of(ui, Type::small);
}

std::string caption(const Ui& ui, const tutor::ShortWay& way, std::size_t number) {
    const tutor::WayPicture& picture = way.pictures[number];
    return fmt::format("*{}.* {}", number + 1,
                       words_of(ui, "tell", tutor::sentence_of(picture.computer, std::span(&picture.action, 1))));
}

Layout plan(Ui& ui, float width, const tutor::ShortWay& way) {
    const float pad = ui.px(wide_gap);
    const float space = ui.px(gap);
    const float room = width - 2 * pad;
    const std::size_t count = way.pictures.size();
    Layout layout;
    const auto fitting = static_cast<std::size_t>(std::max(1.0F, (room + space) / (ui.sized(narrowest) + space)));
    layout.columns = std::min(count, fitting);
    const auto columns = static_cast<float>(layout.columns);
    layout.picture_width = std::floor(std::min(ui.sized(widest), (room - (columns - 1) * space) / columns));
    layout.picture_height = std::floor(layout.picture_width / proportion);
    layout.height =
        2 * space + paragraph_height(ui, room, ui.say("summary.short-way"), style_of(ui, Type::lead)) + ui.px(8);
    for (std::size_t first = 0; first < count; first += layout.columns) {
        float highest = 0;
        for (std::size_t i = first; i < std::min(count, first + layout.columns); ++i) {
            highest =
                std::max(highest, paragraph_height(ui, layout.picture_width, caption(ui, way, i), caption_style(ui)));
        }
        layout.captions.push_back(highest);
        layout.height += layout.picture_height + ui.px(6) + highest + (first == 0 ? 0 : space);
    }
    return layout;
}

void draw_pictures(Ui& ui, const Layout& layout, const tutor::ShortWay& way, WayStrip& strip) {
    const int width = static_cast<int>(layout.picture_width);
    if (strip.width == width && strip.look == ui.look()) {
        return;
    }
    strip = {ui.look(), width, {}};
    for (const tutor::WayPicture& picture : way.pictures) {
        strip.pictures.push_back(
            thumbnail(ui, picture.computer, picture.action, width, static_cast<int>(layout.picture_height)));
    }
}

} // namespace

float way_strip_height(Ui& ui, float width, const tutor::ShortWay& way) {
    return plan(ui, width, way).height;
}

float way_strip(Ui& ui, Point at, float width, const tutor::ShortWay& way, WayStrip& strip) {
    const Layout layout = plan(ui, width, way);
    draw_pictures(ui, layout, way, strip);
    panel(ui, {at.x, at.y, width, layout.height});
    const float pad = ui.px(wide_gap);
    const float space = ui.px(gap);
    float y = at.y + space;
    y += paragraph(ui, {at.x + pad, y}, width - 2 * pad, ui.say("summary.short-way"), style_of(ui, Type::lead)) +
         ui.px(8);
    for (std::size_t i = 0; i < way.pictures.size(); ++i) {
        const std::size_t row = i / layout.columns;
        const auto column = static_cast<float>(i % layout.columns);
        if (column == 0 && row > 0) {
            y += layout.picture_height + ui.px(6) + layout.captions[row - 1] + space;
        }
        const float x = std::round(at.x + pad + column * (layout.picture_width + space));
        const Rect rect{x, std::round(y), layout.picture_width, layout.picture_height};
        ui.note_place(fmt::format("short-way/{}", i + 1), rect);
        ui.picture().image(strip.pictures[i], {rect.x, rect.y});
        ui.picture().outline(rect, std::max(1.0F, ui.px(std::max(1.5F, ui.theme().outline))), ui.theme().line);
        paragraph(ui, {x, rect.bottom() + ui.px(6)}, layout.picture_width, caption(ui, way, i), caption_style(ui));
    }
    return layout.height;
}

} // namespace screen
