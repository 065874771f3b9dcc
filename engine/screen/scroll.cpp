// Scrolling areas.
#include "screen/scroll.h"

#include "screen/widgets.h"

#include <algorithm>

namespace screen {

namespace {

constexpr float notch = 90;     // points that a notch of the wheel scrolls
constexpr float bar_width = 60; // points
constexpr float page_share = 0.8F;
constexpr float track_share = 0.4F; // how much of the lines' colour is in the track, so that the thumb stands out

} // namespace

ScrollArea::ScrollArea(Ui& ui, std::string_view id, const Rect& rect, Scrolled& scrolled)
    : ui_(ui), id_(id), rect_(rect), scrolled_(scrolled) {
    const bool all_fits = scrolled_.content_height <= rect.h;
    bar_ = all_fits ? 0 : ui.px(bar_width);
    const float most = std::max(0.0F, scrolled_.content_height - rect.h);
    const auto* wheel = std::get_if<Wheel>(&ui.input());
    if (wheel != nullptr && ui.enabled() && rect.contains(ui.pointer())) {
        scrolled_.offset += wheel->notches * ui.px(notch);
    }
    scrolled_.offset = std::clamp(scrolled_.offset, 0.0F, most);
    // What hangs over the edge of a card, such as its shadow and focus ring, may be seen beside the area.
    const float ledge = ui.px(10);
    ui_.picture().push_clip({rect.x - ledge, rect.y, rect.w - bar_ + 2 * ledge, rect.h});
}

ScrollArea::~ScrollArea() {
    ui_.picture().pop_clip();
    const float most = std::max(0.0F, scrolled_.content_height - rect_.h);
    if (most > 0) {
        draw_arrows(most);
    }
}

void ScrollArea::finish(float bottom) {
    const float before = scrolled_.content_height;
    scrolled_.content_height = bottom - top();
    if (before != scrolled_.content_height) {
        ui_.wake_in(0);
    }
    const std::optional<Rect> focused = ui_.focused_rect();
    const bool moved_by_keyboard = std::holds_alternative<KeyPressed>(ui_.input());
    const float margin = ui_.px(24);
    if (!focused || !moved_by_keyboard || focused->x < rect_.x - margin || focused->right() > rect_.right() + margin) {
        return;
    }
    const float above = rect_.y + margin - focused->y;
    const float below = focused->bottom() + margin - rect_.bottom();
    const float wanted = scrolled_.offset + (below > 0 ? below : above > 0 ? -above : 0.0F);
    const float most = std::max(0.0F, scrolled_.content_height - rect_.h);
    const float bounded = std::clamp(wanted, 0.0F, most);
    if (bounded != scrolled_.offset) {
        scrolled_.offset = bounded;
        ui_.wake_in(0);
    }
}

void ScrollArea::draw_arrows(float most) {
    const float size = ui_.px(bar_width - 8);
    const Rect up{rect_.right() - size, rect_.y, size, size};
    const Rect down{rect_.right() - size, rect_.bottom() - size, size, size};
    const auto arrow = [&](std::string_view name, const Rect& rect, bool points_up, bool useful) {
        if (!useful) {
            return false;
        }
        const bool pressed = button(ui_, id_ + std::string(name), rect, Label{}, ButtonKind::normal);
        const Point c = rect.centre();
        const float half = size * 0.2F;
        const float tip = points_up ? -half * 0.6F : half * 0.6F;
        ui_.picture().stroke({{c.x - half, c.y - tip}, {c.x, c.y + tip}, {c.x + half, c.y - tip}}, ui_.px(4),
                             ui_.theme().ink);
        return pressed;
    };
    float wanted = scrolled_.offset;
    if (arrow("/up", up, true, scrolled_.offset > 0.5F)) {
        wanted -= rect_.h * page_share;
    }
    if (arrow("/down", down, false, scrolled_.offset < most - 0.5F)) {
        wanted += rect_.h * page_share;
    }
    const Rect track{rect_.right() - size / 2 - ui_.px(5), up.bottom() + ui_.px(8), ui_.px(10),
                     down.y - up.bottom() - ui_.px(16)};
    const float share = rect_.h / scrolled_.content_height;
    const float thumb = std::max(track.h * share, ui_.px(30));
    ui_.picture().fill(track, mixed(ui_.theme().background, ui_.theme().line, track_share), ui_.px(5));
    ui_.picture().fill({track.x, track.y + (track.h - thumb) * (scrolled_.offset / most), track.w, thumb},
                       ui_.theme().soft_ink, ui_.px(5));
    wanted = std::clamp(wanted, 0.0F, most);
    if (wanted != scrolled_.offset) {
        scrolled_.offset = wanted;
        ui_.wake_in(0);
    }
}

} // namespace screen
