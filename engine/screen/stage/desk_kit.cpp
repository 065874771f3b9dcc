// The kit's tools: targets by name and part, words, texts and pictures, and noting where targets lie.
#include "screen/stage/desk_kit.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace screen {

namespace {

constexpr float least_letters = 12; // px

Rect seen_of(const Area& area) {
    return {static_cast<float>(area.x), static_cast<float>(area.y), static_cast<float>(std::max(area.w, 0)),
            static_cast<float>(std::max(area.h, 0))};
}

} // namespace

Kit::Kit(const Stage& stage, const StageCues& cues, DeskMemory& memory, const world::DeskState& desk,
         const world::Window* window, std::vector<world::Target> targets, std::string layer)
    : stage_(stage), cues_(cues), memory_(memory), desk_(desk), window_(window), targets_(std::move(targets)),
      layer_(std::move(layer)), colours_(desk_colours(desk.look, stage.ui.look().high_contrast)) {}

// --- What is there --------------------------------------------------------------------------------------------------

std::vector<const world::Target*> Kit::part(std::string_view name) const {
    std::vector<const world::Target*> found;
    for (const world::Target& target : targets_) {
        if (target.part == name) {
            found.push_back(&target);
        }
    }
    return found;
}

const world::Target* Kit::find(std::string_view local) const {
    return world::find_target(targets_, local);
}

std::string Kit::full(std::string_view local) const {
    if (window_ == nullptr) {
        return std::string(local);
    }
    return local.empty() || local == window_->name ? window_->name : window_->name + "/" + std::string(local);
}

// --- Tools ----------------------------------------------------------------------------------------------------------

std::string Kit::words(const world::Words& words) const {
    if (!words.text.empty() || words.message.id.empty()) {
        return words.text;
    }
    return ui().say(words.message);
}

std::string Kit::say(std::string_view message) const {
    return ui().say(message);
}

TextStyle Kit::style(double units, Colour colour, bool bold, Align align) const {
    TextStyle style = style_of(ui(), Type::small, colour, bold, align);
    style.px = std::max(px(units), least_letters);
    style.line_height = 1.35F;
    return style;
}

// --- Drawing --------------------------------------------------------------------------------------------------------

void Kit::line(std::string_view text, const Rect& rect, const TextStyle& style) const {
    if (text.empty() || rect.w <= 0) {
        return;
    }
    TextStyle plain = style;
    plain.align = Align::start;
    const TextBlock block = lay_out_short(ui().fonts(), text, plain, rect.w);
    const float free = rect.w - block.width;
    const float left = style.align == Align::start ? 0 : style.align == Align::centre ? free / 2 : free;
    draw(picture(), block, {std::round(rect.x + left), std::round(rect.y + (rect.h - block.height) / 2)});
}

float Kit::paragraph(std::string_view text, Point at, float width, const TextStyle& style) const {
    const TextBlock block = lay_out_plain(ui().fonts(), text, style, width);
    draw(picture(), block, at);
    return block.height;
}

float Kit::paragraph_height(std::string_view text, float width, const TextStyle& style) const {
    return lay_out_plain(ui().fonts(), text, style, width).height;
}

float Kit::text_width(std::string_view text, const TextStyle& style) const {
    return lay_out_plain(ui().fonts(), text, style).width;
}

void Kit::icon(std::string_view name, const Rect& rect, double units, Colour colour) const {
    const float size = std::round(px(units));
    const Point c = rect.centre();
    screen::icon(ui(), name, {c.x - size / 2, c.y - size / 2, size, size}, colour);
}

void Kit::art(std::string_view name, const Rect& rect, double units, float opacity) const {
    if (!name.empty()) {
        picture_at(stage_, name, rect.centre(), px(units), opacity);
    }
}

void Kit::symbol(std::string_view name, const Rect& rect, double units, Colour colour, float opacity) const {
    if (name.starts_with("desk-") || name.starts_with("icon-")) {
        icon(name, rect, units, faded(colour, opacity));
    } else {
        art(name, rect, units, opacity);
    }
}

float Kit::short_lines(std::string_view text, const Rect& rect, const TextStyle& style, std::size_t most) const {
    TextStyle left = style;
    left.align = Align::start;
    const TextBlock all = lay_out_plain(ui().fonts(), text, left, rect.w);
    if (all.lines.empty() || rect.w <= 0) {
        return 0;
    }
    float y = rect.y;
    const float high = all.height / static_cast<float>(all.lines.size());
    for (std::size_t i = 0; i < std::min(most, all.lines.size()); ++i) {
        const bool is_last = i + 1 == most;
        const std::size_t from = all.lines[i].from;
        const std::size_t to = is_last ? all.shown.size() : all.lines[i].to;
        line(std::string_view(all.shown).substr(from, to - from), {rect.x, y, rect.w, high}, style);
        y += high;
    }
    return y - rect.y;
}

void Kit::divider(const Rect& rect) const {
    picture().fill({rect.x, rect.y, std::max(rect.w, 1.0F), std::max(rect.h, 1.0F)}, colours_.line);
}

// --- Touching -------------------------------------------------------------------------------------------------------

bool Kit::is_over(const Rect& rect) const {
    const Point at = ui().pointer();
    return rect.contains(at) && seen_of(picture().clip()).contains(at) && layer_at(memory_, at) == layer_;
}

bool Kit::shows_focus(const world::Target& target) const {
    // Whoever works with the mouse sees what they do; the keyboard's place is for those who work with it.
    return cues_.has_keyboard && has_focus(target) && memory_.typed_at > memory_.clicked_at;
}

bool Kit::has_focus(const world::Target& target) const {
    return !desk_.focus.empty() && desk_.focus == full(target.name);
}

Feel Kit::feel(const world::Target& target, const Rect& rect) const {
    Feel feel;
    const std::string name = full(target.name);
    const auto live = memory_.live.find(name);
    if (live == memory_.live.end() || !live->second.enabled) {
        return feel;
    }
    const DeskPress* press = memory_.press ? &*memory_.press : nullptr;
    const bool over = is_over(rect);
    const bool is_dragging = press != nullptr && press->kind == DeskPress::Kind::drag && press->moved;
    feel.focused = shows_focus(target);
    feel.lit = is_dragging && over && press->target.name != name && world::can(live->second, world::takes_drop);
    feel.pressed = press != nullptr && !is_dragging && over && press->target.name == name;
    feel.hovered = over && !is_dragging && (press == nullptr || press->target.name == name);
    return feel;
}

void Kit::note(const world::Target& target, const Rect& rect) {
    note_piece(target, rect);
    const bool is_window = target.role == world::Role::window;
    const bool is_text = target.role == world::Role::field || target.role == world::Role::area;
    if (!is_window && !is_text && shows_focus(target)) {
        focus_mark(rect, px(6));
    }
}

void Kit::note_piece(const world::Target& target, const Rect& rect, std::string tip) {
    Spot spot;
    spot.target = target;
    spot.target.name = full(target.name);
    const auto live = memory_.live.find(spot.target.name);
    spot.is_live = live != memory_.live.end();
    if (spot.is_live) {
        spot.target.gestures = live->second.gestures;
        spot.target.enabled = live->second.enabled;
    }
    spot.rect = rect;
    spot.seen = seen_of(shared(pixels(rect), picture().clip()));
    spot.scroll = scroll_;
    spot.tip = std::move(tip);
    const bool explains = target.role == world::Role::link || target.role == world::Role::label;
    if (spot.tip.empty() && explains && !target.details.empty()) {
        spot.tip = words(target.details.front());
    }
    const bool is_new_focus = spot.target.name == desk_.focus && memory_.focus != desk_.focus;
    const bool is_new_hint = spot.target.name == memory_.pointing_at && memory_.pointed_out != memory_.pointing_at;
    if (is_new_focus || is_new_hint) {
        follow(rect);
    }
    ui().note_place("stage/" + spot.target.name, spot.seen);
    memory_.spots.push_back(std::move(spot));
}

void Kit::cover(const Rect& rect) {
    Spot spot;
    spot.rect = rect;
    spot.seen = seen_of(shared(pixels(rect), picture().clip()));
    memory_.spots.push_back(std::move(spot));
}

void Kit::focus_mark(const Rect& rect, float radius) {
    picture().outline(rect.inset(-px(1)), std::max(2.0F, px(2)), colours_.accent, radius);
}

} // namespace screen
