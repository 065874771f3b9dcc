// Draws the stage at its real size on a screen of its own, then makes what matters of it small.
#include "screen/stage/thumbnail.h"

#include "screen/stage/stage.h"
#include "screen/surface.h"

#include <algorithm>
#include <array>
#include <cmath>

#include <imgui.h>

namespace screen {

namespace {

constexpr double shown_width = 460; ///< units of the stage that a picture shows

/// The page's own pass goes on where it was.
class OtherPass {
public:
    OtherPass() : before_(ImGui::GetCurrentContext()) {}
    ~OtherPass() { ImGui::SetCurrentContext(before_); }
    OtherPass(const OtherPass&) = delete;
    OtherPass& operator=(const OtherPass&) = delete;
    OtherPass(OtherPass&&) = delete;
    OtherPass& operator=(OtherPass&&) = delete;

private:
    ImGuiContext* before_;
};

/// The stage at its real size, and where on it the action is aimed.
struct Drawn {
    Bitmap bitmap;
    std::optional<world::Point> target;
    std::optional<world::Point> onto; ///< of a drag
    Rect seen;                        ///< what is seen of the target, px; empty where it has no place of its own
};

const world::PointerPractice* pointing(const world::Computer& computer) {
    for (const world::App& app : computer.apps) {
        if (const auto* practice = std::get_if<world::PointerPractice>(&app)) {
            return practice;
        }
    }
    return nullptr;
}

Drawn draw(Ui& page, const world::Computer& computer, const world::Action& action, double scale) {
    const OtherPass other;
    Ui ui(page.fonts(), page.art());
    Look look = page.look();
    look.reduced_motion = true;
    const Rect stage{0, 0, static_cast<float>(world::stage_width * scale),
                     static_cast<float>(world::stage_height * scale)};
    StageCues cues;
    cues.now = action.at;
    cues.last_input = action.at;
    cues.next = action;
    cues.point_out = true;
    DeskMemory memory;
    Picture picture;
    const auto pass = [&](std::int64_t now) {
        // The window that a stage of that scale belongs to.
        ui.begin({static_cast<int>(1366 * scale), static_cast<int>(768 * scale), now, Nothing{}, true}, look,
                 page.messages());
        draw_stage(ui, computer, stage, cues, memory);
        picture = ui.end();
    };
    // What is pointed out is scrolled into view, and by the third picture all lies where it stays.
    for (const std::int64_t now : {1'000, 3'000, 5'000}) {
        pass(now);
    }
    Drawn drawn{screen::drawn(picture), place_of(computer, action, memory, stage), std::nullopt, {}};
    const auto spot = std::ranges::find_if(memory.spots, [&](const Spot& one) {
        return one.target.name == memory.pointing_at && one.seen.w > 0 && one.seen.h > 0;
    });
    if (drawn.target && spot != memory.spots.end()) {
        drawn.seen = spot->seen;
    }
    if (const auto* drag = std::get_if<world::Drag>(&action.deed)) {
        drawn.onto = place_of(computer, {action.at, world::Click{drag->onto}}, memory, stage);
    }
    if (const world::PointerPractice* practice = pointing(computer)) {
        drawn.target = practice->pointer;
    }
    return drawn;
}

/// What of the stage is shown, px of the drawn stage: around the target, as large as a drag needs, within the stage.
Rect shown_part(const Drawn& drawn, double scale, float proportion) {
    const Rect all{0, 0, static_cast<float>(world::stage_width * scale),
                   static_cast<float>(world::stage_height * scale)};
    if (!drawn.target) {
        const float h = std::min(all.h, all.w / proportion);
        return {(all.w - h * proportion) / 2, (all.h - h) / 2, h * proportion, h};
    }
    const world::Point a = *drawn.target;
    const world::Point b = drawn.onto.value_or(a);
    const auto px = [&](double units) { return static_cast<float>(units * scale); };
    const float around = px(200); // the ring, the sign beside it, and some more
    // All of what is seen of it, with its ring, where that is larger.
    float w = std::max({px(shown_width), drawn.seen.w + around / 2, (drawn.seen.h + around / 2) * proportion});
    if (drawn.onto) {
        w = std::max({w, px(std::abs(a.x - b.x)) + around, (px(std::abs(a.y - b.y)) + around) * proportion});
    }
    w = std::min({w, all.w, all.h * proportion});
    const float h = w / proportion;
    return {std::clamp(px((a.x + b.x) / 2) - w / 2, 0.0F, all.w - w),
            std::clamp(px((a.y + b.y) / 2) - h / 2, 0.0F, all.h - h), w, h};
}

/// One small pixel: the mean of all that it covers.
std::uint32_t mean(const Bitmap& from, const Rect& area) {
    const int left = std::clamp(static_cast<int>(area.x), 0, from.width - 1);
    const int top = std::clamp(static_cast<int>(area.y), 0, from.height - 1);
    const int right = std::clamp(static_cast<int>(std::ceil(area.right())), left + 1, from.width);
    const int bottom = std::clamp(static_cast<int>(std::ceil(area.bottom())), top + 1, from.height);
    std::array<std::uint32_t, 4> sums{};
    for (int y = top; y < bottom; ++y) {
        for (int x = left; x < right; ++x) {
            const std::uint32_t pixel = from.pixels[static_cast<std::size_t>(y) * static_cast<std::size_t>(from.width) +
                                                    static_cast<std::size_t>(x)];
            for (std::size_t i = 0; i < sums.size(); ++i) {
                sums.at(i) += (pixel >> (8 * i)) & 0xFFU;
            }
        }
    }
    const auto count = static_cast<std::uint32_t>((right - left) * (bottom - top));
    std::uint32_t result = 0;
    for (std::size_t i = 0; i < sums.size(); ++i) {
        result |= ((sums.at(i) + count / 2) / count) << (8 * i);
    }
    return result;
}

Bitmap made_small(const Bitmap& from, const Rect& part, int width, int height) {
    Bitmap small{width, height, {}};
    small.pixels.reserve(static_cast<std::size_t>(width) * static_cast<std::size_t>(height));
    const float across = part.w / static_cast<float>(width);
    const float down = part.h / static_cast<float>(height);
    for (int y = 0; y < height; ++y) {
        for (int x = 0; x < width; ++x) {
            small.pixels.push_back(mean(
                from, {part.x + static_cast<float>(x) * across, part.y + static_cast<float>(y) * down, across, down}));
        }
    }
    return small;
}

} // namespace

std::shared_ptr<const Bitmap> thumbnail(Ui& ui, const world::Computer& computer, const world::Action& action, int width,
                                        int height) {
    const double scale = std::max(1.0, width / shown_width); // never drawn larger than it is
    const Drawn drawn = draw(ui, computer, action, scale);
    const float proportion = static_cast<float>(width) / static_cast<float>(height);
    return std::make_shared<const Bitmap>(
        made_small(drawn.bitmap, shown_part(drawn, scale, proportion), width, height));
}

} // namespace screen
