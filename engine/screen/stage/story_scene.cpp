// Draws a picture story: a screen, and before it a table on which a hand moves the mouse.
#include "screen/stage/pointer_parts.h"
#include "screen/stage/story.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <span>
#include <string>
#include <vector>

namespace screen {

namespace {

// The pictures' own measures: the screen is 480 × 320, the table 480 × 300, the hand with the mouse 160 × 200.
constexpr float picture_width = 480;
constexpr float screen_height = 320;
constexpr float table_height = 300;
constexpr Rect screen_inside{20, 20, 440, 260};
constexpr Rect mouse_range{160, 102, 165, 64}; // of the mouse's middle, on its mat
constexpr float hand_scale = 1.3F;             // of the hand on the table
constexpr Point mouse_middle{80, 86};          // in the picture of the hand

/// A drawn screen, with lengths in its picture's own measure.
struct Screen {
    const Stage& stage;
    Rect rect;
    float unit; ///< px

    Point at(Point share) const {
        return {rect.x + (screen_inside.x + share.x * screen_inside.w) * unit,
                rect.y + (screen_inside.y + share.y * screen_inside.h) * unit};
    }
    float px(float length) const { return length * unit; }
    void thing(std::string_view name, Point share, float size) const { picture_at(stage, name, at(share), px(size)); }
};

void draw_pointer(const Screen& screen, const StoryMoment& moment) {
    const Point tip = screen.at(moment.pointer);
    const bool presses = moment.hand == StoryHand::presses_left || moment.hand == StoryHand::presses_right;
    if (presses) {
        screen.stage.picture().ring(tip, screen.px(30), std::max(2.0F, screen.px(6)), hex(0xE58A2B));
    }
    const float scale = screen.unit * 1.15F;
    art(screen.stage.ui, "pointer-arrow", {tip.x - 4 * scale, tip.y - 4 * scale, 48 * scale, 64 * scale});
}

void changing(const Screen& screen, std::string_view name, Point at, float size, bool done) {
    screen.thing(done ? std::string(name) + "-done" : std::string(name), at, size);
}

void draw_menu(const Screen& screen, bool chosen) {
    const Point corner_at = screen.at({0.38F, 0.42F});
    const Rect frame{corner_at.x, corner_at.y, screen.px(150), screen.px(100)};
    Picture& picture = screen.stage.picture();
    picture.shadow(frame, screen.px(10), hex(0x1F2A44, 70), screen.px(6));
    picture.fill(frame, hex(0xFFFFFF), screen.px(6));
    picture.outline(frame, std::max(1.0F, screen.px(3)), hex(0x8A93A6), screen.px(6));
    for (int i = 0; i < 2; ++i) {
        const float top = frame.y + screen.px(6) + static_cast<float>(i) * screen.px(44);
        const bool hovered = chosen && i == 0;
        if (hovered) {
            picture.fill({frame.x + screen.px(6), top, frame.w - screen.px(12), screen.px(44)}, hex(0x0F5B5B),
                         screen.px(4));
        }
        picture.fill({frame.x + screen.px(20), top + screen.px(16), screen.px(i == 0 ? 90.0F : 110.0F), screen.px(12)},
                     hovered ? hex(0xFFFFFF) : hex(0x424C66), screen.px(6));
    }
}

void draw_page(const Screen& screen, float scrolled) {
    const Point top = screen.at({0, 0});
    const Rect view{top.x, top.y, screen.px(screen_inside.w), screen.px(screen_inside.h)};
    Picture& picture = screen.stage.picture();
    const Clipped clipped(picture, view);
    const float shift = scrolled * screen.px(250);
    const Rect paper{view.x + screen.px(50), view.y + screen.px(16) - shift, view.w - screen.px(120), screen.px(480)};
    picture.fill(paper, hex(0xFFFFFF), screen.px(4));
    picture.outline(paper, 1, hex(0xC5CCD8), screen.px(4));
    for (int i = 0; i < 8; ++i) {
        const float width = paper.w * (i % 3 == 2 ? 0.5F : 0.8F);
        picture.fill(
            {paper.x + screen.px(26), paper.y + screen.px(28.0F + 36.0F * static_cast<float>(i)), width, screen.px(12)},
            hex(0xC5CCD8), screen.px(6));
    }
    picture_at(screen.stage, "heart", {paper.centre().x, paper.y + screen.px(400)}, screen.px(120));
    const Rect track{view.right() - screen.px(26), view.y + screen.px(6), screen.px(18), view.h - screen.px(12)};
    picture.fill(track, hex(0xD9DEE6), track.w / 2);
    picture.fill({track.x, track.y + scrolled * track.h * 0.5F, track.w, track.h * 0.5F}, hex(0x424C66), track.w / 2);
}

/// A wave from left to right, as far as that share; its ends are where the story's pointer begins and ends.
Point on_wave(float share) {
    return {0.14F + 0.72F * share, 0.58F - 0.22F * std::sin(share * 2 * std::numbers::pi_v<float>)};
}

void draw_wave(const Screen& screen, float done) {
    const auto line = [&](float until) {
        std::vector<Point> points;
        constexpr int steps = 32;
        for (int i = 0; i <= steps; ++i) {
            const float share = static_cast<float>(i) / steps;
            if (share <= until) {
                points.push_back(screen.at(on_wave(share)));
            }
        }
        points.push_back(screen.at(on_wave(until)));
        return points;
    };
    screen.stage.picture().stroke(line(1), screen.px(44), hex(0xCFE3E4));
    if (done > 0) {
        screen.stage.picture().stroke(line(done), screen.px(44), hex(0x9CC48F));
    }
}

/// What the story's screen shows beside the pointer. Gives where the pointer is drawn.
StoryMoment draw_scene(const Screen& screen, std::string_view name, StoryMoment moment) {
    if (name == "slide") {
        changing(screen, "bud", {0.78F, 0.42F}, 150, moment.scene > 0);
    } else if (name == "lift") {
        changing(screen, "bud", {0.82F, 0.46F}, 150, moment.scene > 0);
    } else if (name == "stop") {
        changing(screen, "candle", {0.62F, 0.45F}, 150, moment.scene > 1);
        if (moment.scene == 1) {
            screen.stage.picture().arc(screen.at({0.62F, 0.45F}), screen.px(96), std::max(2.0F, screen.px(12)), 0,
                                       std::max(moment.progress, 0.01F), hex(0x2C6426));
        }
    } else if (name == "click") {
        changing(screen, "lamp", {0.62F, 0.5F}, 180, moment.scene > 0);
    } else if (name == "double") {
        changing(screen, "gift", {0.62F, 0.5F}, 170, moment.scene > 0);
    } else if (name == "right") {
        changing(screen, "plant", {0.34F, 0.5F}, 170, moment.scene > 1);
        if (moment.scene == 1) {
            draw_menu(screen, moment.pointer.x > 0.45F);
        }
    } else if (name == "drag") {
        const Point apple = moment.scene == 0 ? Point{0.25F, 0.42F} : Point{moment.pointer.x, moment.pointer.y + 0.02F};
        screen.thing("basket", {0.75F, 0.58F}, 170);
        screen.thing("apple", apple, 96);
    } else if (name == "scroll") {
        draw_page(screen, moment.scene == 0 ? 0 : moment.scene == 1 ? moment.progress : 1);
    } else if (name == "trace") {
        const float done = moment.scene == 0 ? 0 : moment.scene == 1 ? moment.progress : 1;
        draw_wave(screen, done);
        const Point boat = on_wave(done);
        screen.thing("boat", {boat.x, boat.y - 0.06F}, 110);
        if (moment.scene == 1) {
            moment.pointer = boat;
            moment.mouse = boat;
        }
    }
    return moment;
}

std::string_view picture_of(StoryHand hand) {
    switch (hand) {
    case StoryHand::presses_left:
        return "demo-hand-mouse-left";
    case StoryHand::presses_right:
        return "demo-hand-mouse-right";
    case StoryHand::lifted:
        return "demo-hand-mouse-lifted";
    case StoryHand::rests:
    case StoryHand::turns_wheel:
        return "demo-hand-mouse";
    }
    return "demo-hand-mouse";
}

/// A finger's way over the wheel: an arrow beside the mouse.
void draw_wheel_arrow(const Stage& stage, Point wheel, float unit, float progress) {
    const float size = 84 * unit;
    const Rect card{wheel.x + 62 * unit, wheel.y - 40 * unit, size, size};
    stage.picture().fill(card, hex(0xFFFFFF), size * 0.25F);
    icon(stage.ui, "icon-mouse-wheel", card.inset(size * 0.1F), hex(0x1F2A44));
    stage.picture().disc({wheel.x, wheel.y + (std::fmod(progress * 4, 1.0F) - 0.5F) * 12 * unit}, 11 * unit,
                         hex(0xE58A2B));
}

/// An arrow over the mat, from its right edge back to its left: so far the mouse is carried.
void draw_way_through_air(const Stage& stage, const Rect& table, float unit) {
    std::vector<Point> way;
    constexpr int steps = 16;
    for (int i = 0; i <= steps; ++i) {
        const float share = static_cast<float>(i) / steps;
        way.push_back({table.x + (350 - 220 * share) * unit,
                       table.y + (64 - 46 * std::sin(share * std::numbers::pi_v<float>)) * unit});
    }
    const Colour colour = hex(0xFFFFFF);
    const float width = std::max(3.0F, 10 * unit);
    const Point tip = way.back();
    stage.picture().stroke(std::move(way), width, colour, {16 * unit, 20 * unit, 0});
    stage.picture().polygon({{tip.x - 26 * unit, tip.y - 4 * unit},
                             {tip.x + 22 * unit, tip.y + 2 * unit},
                             {tip.x - 10 * unit, tip.y + 38 * unit}},
                            colour);
}

void draw_table(const Stage& stage, const Rect& rect, const StoryMoment& moment) {
    const float unit = rect.w / picture_width;
    art(stage.ui, "demo-table", rect);
    const Clipped clipped(stage.picture(), rect);
    const Point middle{rect.x + (mouse_range.x + moment.mouse.x * mouse_range.w) * unit,
                       rect.y + (mouse_range.y + moment.mouse.y * mouse_range.h) * unit};
    if (moment.hand == StoryHand::lifted) {
        draw_way_through_air(stage, rect, unit);
    }
    const float scale = unit * hand_scale;
    art(stage.ui, picture_of(moment.hand),
        {std::round(middle.x - mouse_middle.x * scale), std::round(middle.y - mouse_middle.y * scale),
         std::round(160 * scale), std::round(200 * scale)});
    if (moment.hand == StoryHand::turns_wheel) {
        draw_wheel_arrow(stage, {middle.x, middle.y - 42 * scale}, unit, moment.progress);
    }
}

void draw_moment(const Stage& stage, const Rect& screen_rect, const Rect& table_rect, std::string_view name,
                 double share) {
    const Screen screen{stage, screen_rect, screen_rect.w / picture_width};
    art(stage.ui, "demo-screen", screen_rect);
    const StoryMoment moment = draw_scene(screen, name, moment_of(name, share));
    draw_pointer(screen, moment);
    draw_table(stage, table_rect, moment);
}

/// How a story can be laid out: screen and table beside each other or one above the other, so wide (units) each.
struct Format {
    float width;
    bool upright;
};
constexpr float border = 12;

float screen_of(float width) {
    return width * screen_height / picture_width;
}

float table_of(float width) {
    return width * table_height / picture_width;
}

world::Rectangle size_of(const Format& shape, int cells) {
    const auto count = static_cast<float>(cells);
    if (shape.upright) {
        return {0, 0, count * shape.width + (count + 1) * border,
                screen_of(shape.width) + table_of(shape.width) + 2 * border + 4};
    }
    return {0, 0, 2 * shape.width + 3 * border, screen_of(shape.width) + 2 * border};
}

void draw_card(const Stage& stage, const Rect& card) {
    const float radius = stage.px(14);
    stage.picture().shadow(card.moved(0, stage.px(2)), stage.px(8), stage.theme().shadow, radius);
    stage.picture().fill(card, hex(0xF3EBDD), radius);
    stage.picture().outline(card, std::max(1.0F, stage.px(stage.theme().outline)), stage.theme().line, radius);
}

void draw_cell(const Stage& stage, Point at, const Format& shape, std::string_view name, double share) {
    const float width = std::round(stage.px(shape.width));
    const Rect screen{std::round(at.x), std::round(at.y), width, std::round(screen_of(width))};
    const float table = std::round(table_of(width));
    const Rect below{screen.x, screen.bottom() + stage.px(4), width, table};
    const Rect beside{screen.right() + stage.px(border), screen.y + (screen.h - table) / 2, width, table};
    draw_moment(stage, screen, shape.upright ? below : beside, name, share);
}

} // namespace

void paint_story(const Stage& stage, const world::PointerPractice& practice, const StageCues& cues) {
    const bool still = stage.ui.look().reduced_motion;
    constexpr std::array moving_shapes{Format{230, false}, Format{200, false}, Format{200, true},
                                       Format{170, false}, Format{165, true},  Format{150, false}};
    constexpr std::array still_shapes{Format{150, true}, Format{130, true}, Format{112, true}};
    const std::span<const Format> shapes = still ? std::span<const Format>(still_shapes) : moving_shapes;
    const int cells = still ? 3 : 1;

    Format shape = shapes.back();
    FreePlace room;
    for (const Format& candidate : shapes) {
        const world::Rectangle size = size_of(candidate, cells);
        room = free_place(practice, size.width, size.height);
        shape = candidate;
        if (room.is_free) {
            break;
        }
    }
    const Rect card = stage.at(room.place);
    draw_card(stage, card);
    const std::array<double, 3> stills = stills_of(practice.demo);
    const Point first{card.x + stage.px(border), card.y + stage.px(border)};
    if (!still) {
        draw_cell(stage, first, shape, practice.demo, story_share(cues).value_or(stills[1]));
        return;
    }
    for (std::size_t i = 0; i < stills.size(); ++i) {
        const float x = first.x + static_cast<float>(i) * stage.px(shape.width + border);
        draw_cell(stage, {x, first.y}, shape, practice.demo, stills.at(i));
    }
}

} // namespace screen
