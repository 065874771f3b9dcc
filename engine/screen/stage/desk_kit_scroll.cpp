// Parts of the practice computer's windows that scroll: by wheel, by their bars, and by themselves to what is new.
#include "screen/stage/desk_kit.h"

#include <algorithm>
#include <cmath>

namespace screen {

namespace {

constexpr double bar_width = 14; // units
constexpr double thumb_width = 8;
constexpr double least_thumb = 44;

} // namespace

ScrollPart::ScrollPart(Kit& kit, std::string_view name, const Rect& rect, float content_height)
    : kit_(kit), outer_(kit.scroll_), room_(rect) {
    kit.scroll_ = kit.layer_ + "/" + std::string(name);
    DeskScroll& scroll = kit.memory_.scrolls[kit.scroll_];
    scroll.picture = kit.memory_.pictures;
    scroll.layer = kit.layer_;
    scroll.outer = outer_;
    scroll.most = std::max(0.0F, std::round(content_height - rect.h));
    scroll.offset = std::round(std::clamp(scroll.offset, 0.0F, scroll.most));
    scroll.track = {};
    scroll.thumb = {};
    if (scroll.most > 0) {
        const float width = kit.px(bar_width);
        room_.w -= width;
        scroll.track = {rect.right() - width, rect.y, width, rect.h};
        const float least = std::min(kit.px(least_thumb), rect.h / 2);
        const float high = std::max(least, rect.h * rect.h / (rect.h + scroll.most));
        const float top = rect.y + (rect.h - high) * scroll.offset / scroll.most;
        scroll.thumb = {scroll.track.x, top, width, high};
        const bool is_held = kit.memory_.press && kit.memory_.press->kind == DeskPress::Kind::scroll_bar &&
                             kit.memory_.press->scroll == kit.scroll_;
        const bool is_touched = is_held || kit.is_over(scroll.track);
        const float thin = kit.px(is_touched ? thumb_width + 2 : thumb_width);
        const float space = (width - thin) / 2;
        kit.picture().fill({scroll.thumb.x + space, top + kit.px(2), thin, high - kit.px(4)},
                           is_touched ? kit.colours().soft_ink : kit.colours().field_line, thin / 2);
    }
    scroll.room = room_;
    offset_ = scroll.offset;
    kit.picture().push_clip(room_);
}

ScrollPart::~ScrollPart() {
    kit_.picture().pop_clip();
    kit_.scroll_ = outer_;
}

ScrollPart Kit::scroll(std::string_view name, const Rect& rect, float content_height) {
    return {*this, name, rect, content_height};
}

void Kit::follow(const Rect& rect) {
    const float margin = px(6);
    for (std::string name = scroll_; !name.empty();) {
        DeskScroll& part = memory_.scrolls[name];
        const float above = part.room.y + margin - rect.y;
        const float below = rect.bottom() + margin - part.room.bottom();
        // Where it does not fit, its beginning is what is seen.
        const float by = above > 0 || above + below > 0 ? -above : std::max(below, 0.0F);
        const float wanted = std::clamp(std::round(part.offset + by), 0.0F, part.most);
        if (wanted != part.offset) {
            part.offset = wanted;
            ui().wake_in(0);
        }
        name = part.outer;
    }
}

} // namespace screen
