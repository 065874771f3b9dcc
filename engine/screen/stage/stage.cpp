// Where the stage lies, what input does on it, and whose painter draws it.
#include "screen/stage/stage.h"

#include "screen/stage/desk_deeds.h"
#include "screen/stage/desk_painters.h"
#include "screen/stage/quiz.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <utility>

namespace screen {

namespace {

using world::Deed;
using world::KeyboardPractice;
using world::PointerPractice;

constexpr std::array buttons{world::Button::left, world::Button::middle, world::Button::right};

double hundredth(double value) {
    return std::round(value * 100) / 100;
}

world::Button button_of(PointerButton button) {
    return buttons.at(static_cast<std::size_t>(button));
}

bool is_down(const PointerPractice& practice, world::Button button) {
    return practice.buttons.at(static_cast<std::size_t>(button)).down;
}

bool any_down(const PointerPractice& practice) {
    return std::ranges::any_of(buttons, [&](world::Button button) { return is_down(practice, button); });
}

bool press_tab_now(const world::Computer& computer) {
    const auto* typing = world::app_of<KeyboardPractice>(computer);
    return typing != nullptr && typing->task == world::KeyboardTask::press && world::next_expected(*typing) == "Tab";
}

/// Less than any screen's px apart.
bool is_near(world::Point a, world::Point b) {
    constexpr double least = 0.05;
    return std::abs(a.x - b.x) < least && std::abs(a.y - b.y) < least;
}

bool inside(world::Point point) {
    return point.x > 0 && point.y > 0 && point.x < world::stage_width && point.y < world::stage_height;
}

/// The deeds of one input. Everything that is down on the practice computer can be let go anywhere; nothing can be
/// pressed but on the stage.
struct Deeds {
    const Ui& ui;
    const world::Computer& computer;
    const PointerPractice* pointing;
    const KeyboardPractice* typing;
    Rect stage;
    bool has_keyboard;
    std::vector<Deed> out{};

    bool over() const { return stage.contains(ui.pointer()); }

    /// Brings the practice computer's pointer to where the real one is.
    void move_to(Point place) {
        const world::Point wish = to_stage(stage, place);
        const world::Point to{std::clamp(wish.x, 0.0, world::stage_width),
                              std::clamp(wish.y, 0.0, world::stage_height)};
        // Beyond the stage nothing can be pointed at; only that the pointer leaves, or what it carries, matters.
        const bool matters = inside(wish) || any_down(*pointing) || inside(pointing->pointer);
        if (matters && !(pointing->pointer_known && is_near(pointing->pointer, to))) {
            out.emplace_back(world::Move{to.x, to.y});
        }
    }

    void operator()(const PointerMoved& moved) {
        if (pointing != nullptr) {
            move_to(moved.to);
        }
    }

    void operator()(const PointerPressed& pressed) {
        if (pointing != nullptr && over()) {
            move_to(ui.pointer());
            out.emplace_back(world::Press{button_of(pressed.button)});
        }
    }

    void operator()(const PointerReleased& released) {
        const world::Button button = button_of(released.button);
        if (pointing != nullptr && is_down(*pointing, button)) {
            move_to(ui.pointer());
            out.emplace_back(world::Release{button});
        }
    }

    void operator()(const Wheel& wheel) {
        if (pointing != nullptr && over() && wheel.notches != 0) {
            out.emplace_back(world::Scroll{hundredth(wheel.notches)});
        }
    }

    void operator()(const KeyPressed& key) {
        const bool is_the_pages =
            key.code == "Escape" || key.code == "F1" || (key.code == "Tab" && !press_tab_now(computer));
        if (typing != nullptr && has_keyboard && !is_the_pages) {
            out.emplace_back(world::KeyDown{key.code, key.caps_lock, key.repeated});
        }
    }

    void operator()(const KeyReleased& key) {
        if (typing != nullptr && world::is_held(*typing, key.code)) {
            out.emplace_back(world::KeyUp{key.code});
        }
    }

    void operator()(const TextEntered& text) {
        if (typing != nullptr && has_keyboard && !text.text.empty()) {
            out.emplace_back(world::Type{text.text});
        }
    }

    void operator()(const LetGo&) {
        if (pointing != nullptr) {
            for (const world::Button button : buttons) {
                if (is_down(*pointing, button)) {
                    out.emplace_back(world::Release{button});
                }
            }
        }
        if (typing != nullptr) {
            for (const std::string& code : typing->held) {
                out.emplace_back(world::KeyUp{code});
            }
        }
    }

    void operator()(const Nothing&) {}
};

std::optional<int> sooner(std::optional<int> a, std::optional<int> b) {
    return a && b ? std::min(a, b) : std::max(a, b); // nothing is less than anything
}

/// The table that everything lies on.
void ground(const Stage& stage) {
    const float radius = stage.px(16);
    stage.picture().shadow(stage.rect.moved(0, stage.px(3)), stage.px(10), stage.theme().shadow, radius);
    stage.picture().fill(stage.rect, stage.theme().stage, radius);
}

/// What lies outside the stage's round corners is the page's.
void round_off(const Stage& stage) {
    constexpr int steps = 6;
    const float radius = stage.px(16);
    const Point middle = stage.rect.centre();
    for (const Point corner :
         {Point{stage.rect.x, stage.rect.y}, Point{stage.rect.right(), stage.rect.y},
          Point{stage.rect.x, stage.rect.bottom()}, Point{stage.rect.right(), stage.rect.bottom()}}) {
        const float right = corner.x < middle.x ? 1.0F : -1.0F;
        const float down = corner.y < middle.y ? 1.0F : -1.0F;
        std::vector<Point> outside{corner};
        for (int i = 0; i <= steps; ++i) {
            const float turn = static_cast<float>(i) / steps * std::numbers::pi_v<float> / 2;
            outside.push_back(
                {corner.x + right * radius * (1 - std::sin(turn)), corner.y + down * radius * (1 - std::cos(turn))});
        }
        stage.picture().polygon(std::move(outside), stage.theme().background);
    }
}

/// The edge, over all that reaches it; green once the step is done, warm while a demonstration plays. It grows
/// outwards, so that nothing on the stage is covered.
void edge(const Stage& stage, const StageCues& cues) {
    const Theme& theme = stage.theme();
    const float share = stage.ui.glide("stage/done", cues.done ? 1.0F : 0.0F, cues.done ? 500 : 0);
    const float thin = std::max(1.0F, stage.px(theme.outline));
    const float more = (cues.demonstrates ? 1.0F : share) * stage.px(5);
    const Colour colour = cues.demonstrates ? help_colour(stage) : mixed(theme.line, theme.good, share);
    stage.picture().outline(stage.rect.inset(-more), thin + more, colour, stage.px(16) + more);
}

} // namespace

Rect stage_rect(const Rect& room) {
    constexpr auto width = static_cast<float>(world::stage_width);
    constexpr auto height = static_cast<float>(world::stage_height);
    const float unit = std::max(std::min(room.w / width, room.h / height), 0.0F);
    const float w = std::floor(width * unit);
    const float h = std::floor(height * unit);
    return {std::round(room.x + (room.w - w) / 2), std::round(room.y + (room.h - h) / 2), w, h};
}

world::Point to_stage(const Rect& stage, Point at) {
    if (!(stage.w > 0) || !(stage.h > 0)) {
        return {};
    }
    return {hundredth(static_cast<double>(at.x - stage.x) * world::stage_width / stage.w),
            hundredth(static_cast<double>(at.y - stage.y) * world::stage_height / stage.h)};
}

Point from_stage(const Rect& stage, world::Point at) {
    return {stage.x + static_cast<float>(at.x * stage.w / world::stage_width),
            stage.y + static_cast<float>(at.y * stage.h / world::stage_height)};
}

void draw_stage(Ui& ui, const world::Computer& computer, const Rect& stage, const StageCues& cues, DeskMemory& memory) {
    const Stage place(ui, stage, memory);
    ground(place);
    {
        const Clipped clipped(ui.picture(), stage);
        for (const world::App& app : computer.apps) {
            std::visit([&](const auto& practice) { paint(place, practice, cues); }, app);
        }
    }
    if (has_targets(computer) || cues.light_area) {
        round_off(place);
    }
    edge(place, cues);
}

std::vector<Deed> stage_deeds(Ui& ui, const world::Computer& computer, const Rect& stage, bool has_keyboard,
                              DeskMemory& memory) {
    if (const auto* desk = world::app_of<world::Desk>(computer)) {
        return desk_deeds(ui, *desk, stage, has_keyboard, memory);
    }
    if (const auto* quiz = world::app_of<world::QuizPractice>(computer)) {
        return quiz_deeds(ui, *quiz, stage, has_keyboard, memory);
    }
    Deeds deeds{ui,    computer,    world::app_of<PointerPractice>(computer), world::app_of<KeyboardPractice>(computer),
                stage, has_keyboard};
    std::visit(deeds, ui.input());
    return std::move(deeds.out);
}

bool wants_keyboard(const world::Computer& computer) {
    return world::app_of<KeyboardPractice>(computer) != nullptr || has_targets(computer);
}

bool wants_tab(const world::Computer& computer, const DeskMemory& memory) {
    return press_tab_now(computer) || (world::app_of<world::Desk>(computer) != nullptr && memory.had_keyboard);
}

bool wants_escape(const world::Computer& computer) {
    const auto* desk = world::app_of<world::Desk>(computer);
    return desk != nullptr && wants_escape(desk->timeline.now());
}

bool has_targets(const world::Computer& computer) {
    return world::app_of<world::Desk>(computer) != nullptr || world::app_of<world::QuizPractice>(computer) != nullptr;
}

std::optional<world::Point> place_of(const world::Computer& computer, const world::Action& action,
                                     const DeskMemory& memory, const Rect& stage) {
    if (const auto* quiz = world::app_of<world::QuizPractice>(computer)) {
        return place_of(memory, stage, world::target_of(*quiz, action));
    }
    const auto* desk = world::app_of<world::Desk>(computer);
    return desk == nullptr ? std::nullopt : place_of(memory, stage, target_of(desk->timeline.now(), action));
}

bool lives(const world::Computer& computer) {
    const auto* pointing = world::app_of<PointerPractice>(computer);
    const auto* desk = world::app_of<world::Desk>(computer);
    return (pointing != nullptr && lives(*pointing)) || (desk != nullptr && world::lives(*desk));
}

std::optional<int> next_change(const world::Computer& computer, const StageCues& cues, const Look& look) {
    std::optional<int> next;
    for (const world::App& app : computer.apps) {
        next = sooner(next, std::visit([&](const auto& practice) { return next_change(practice, cues, look); }, app));
    }
    return next;
}

void keep_moving(Ui& ui, const world::Computer& computer, const StageCues& cues) {
    if (const std::optional<int> next = next_change(computer, cues, ui.look())) {
        ui.wake_in(*next);
    }
}

} // namespace screen
