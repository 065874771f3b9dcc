// Passes: input to behaviour, behaviour to widgets, focus by keyboard.
#include "screen/ui.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include <imgui.h>
#include <imgui_internal.h>

namespace screen {

namespace {

constexpr float design_height = 768;
constexpr float least_design_width = 1024;

/// Ms between two pictures of an animation.
constexpr int frame_time = 16;

/// The longest time that behaviour may believe to have passed between two passes, s.
constexpr float longest_step = 1.0F;

float scale_for(int width, int height) {
    const float scale =
        std::min(static_cast<float>(height) / design_height, static_cast<float>(width) / least_design_width);
    return std::clamp(scale, 0.7F, 8.0F);
}

float ease(float share) {
    const float left = 1 - share;
    return 1 - left * left * left;
}

ImRect im(const Rect& rect) {
    return {rect.x, rect.y, rect.right(), rect.bottom()};
}

bool is_arrow(std::string_view code) {
    return code == "ArrowLeft" || code == "ArrowRight" || code == "ArrowUp" || code == "ArrowDown";
}

/// How far a widget lies from another in the direction of an arrow key; nothing where it lies elsewhere.
std::optional<float> distance(const Rect& from, const Rect& to, std::string_view code) {
    const Point a = from.centre();
    const Point b = to.centre();
    const float dx = b.x - a.x;
    const float dy = b.y - a.y;
    const bool sideways = code == "ArrowLeft" || code == "ArrowRight";
    const float along = sideways ? dx : dy;
    const float across = sideways ? dy : dx;
    const float forward = code == "ArrowRight" || code == "ArrowDown" ? along : -along;
    constexpr float least = 4;
    if (forward < least) {
        return std::nullopt;
    }
    constexpr float aside_costs = 2.5F;
    return forward + aside_costs * std::abs(across);
}

} // namespace

void use_icons_of(Fonts& fonts, Art& art) {
    fonts.use_icons([&art](std::string_view name, int size) { return art.icon("icon-" + std::string(name), size); });
}

Ui::Ui(Fonts& fonts, Art& art) : fonts_(fonts), art_(art), behaviour_(ImGui::CreateContext()) {
    ImGui::SetCurrentContext(behaviour_);
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.LogFilename = nullptr;
    unsigned char* pixels = nullptr;
    int width = 0;
    int height = 0;
    io.Fonts->Flags |= ImFontAtlasFlags_NoBakedLines | ImFontAtlasFlags_NoMouseCursors;
    io.Fonts->GetTexDataAsAlpha8(&pixels, &width, &height);
}

Ui::~Ui() {
    ImGui::DestroyContext(behaviour_);
}

Rect Ui::window() const {
    return {0, 0, static_cast<float>(frame_.width), static_cast<float>(frame_.height)};
}

void Ui::begin(const Frame& frame, const Look& look, const lesson::Messages& messages) {
    const std::int64_t before = frame_.now;
    frame_ = frame;
    look_ = look;
    messages_ = &messages;
    scale_ = scale_for(frame.width, frame.height);
    picture_ = Picture(frame.width, frame.height, theme().background);
    enabled_ = true;
    key_used_ = false;
    wake_.reset();
    shape_ = Pointer::arrow;
    stops_.clear();
    places_.clear();
    focused_rect_.reset();

    ImGui::SetCurrentContext(behaviour_);
    ImGuiIO& io = ImGui::GetIO();
    io.DisplaySize = ImVec2(window().w, window().h);
    io.DeltaTime = std::clamp(static_cast<float>(frame.now - before) / 1000.0F, 0.001F, longest_step);
    feed_behaviour();
    ImGui::NewFrame();
    ImGui::SetNextWindowPos(ImVec2(0, 0));
    ImGui::SetNextWindowSize(io.DisplaySize);
    ImGui::Begin("page", nullptr,
                 ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoMove |
                     ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoNav | ImGuiWindowFlags_NoScrollWithMouse);
    page_ = ImGui::GetCurrentWindow()->ID;
    move_focus();
}

std::uint32_t Ui::number_of(std::string_view id) const {
    return ImHashStr(id.data(), id.size(), page_);
}

void Ui::feed_behaviour() {
    ImGuiIO& io = ImGui::GetIO();
    if (const auto* moved = std::get_if<PointerMoved>(&frame_.input)) {
        pointer_ = moved->to;
        by_keyboard_ = false;
    } else if (const auto* pressed = std::get_if<PointerPressed>(&frame_.input)) {
        by_keyboard_ = false;
        if (pressed->button == PointerButton::left) {
            io.MouseDown[0] = true;
        }
    } else if (const auto* released = std::get_if<PointerReleased>(&frame_.input)) {
        if (released->button == PointerButton::left) {
            io.MouseDown[0] = false;
        }
    } else if (std::holds_alternative<LetGo>(frame_.input)) {
        io.MouseDown[0] = false;
        pointer_ = {-1, -1};
    }
    io.MousePos = pointer_.x < 0 ? ImVec2(-FLT_MAX, -FLT_MAX) : ImVec2(pointer_.x, pointer_.y);
}

Picture Ui::end() {
    ImGui::End();
    ImGui::EndFrame();
    last_stops_ = stops_;
    const bool focus_is_there = std::ranges::any_of(stops_, [this](const Stop& stop) { return stop.id == focus_; });
    if (wanted_focus_ != 0) {
        // What is asked for may come only with the next picture.
        focus_ = std::exchange(wanted_focus_, 0);
        wake_in(0);
    } else if (!focus_is_there) {
        focus_ = 0;
        focus_takes_keys_ = false;
    }
    return std::move(picture_);
}

Touch Ui::touch(std::string_view id, const Rect& rect, Pointer pointer) {
    return touch(id, rect, pointer, false);
}

Touch Ui::touch_keyboard_area(std::string_view id, const Rect& rect, Pointer pointer) {
    return touch(id, rect, pointer, true);
}

Touch Ui::touch(std::string_view id, const Rect& rect, Pointer pointer, bool takes_keys) {
    Touch result;
    if (!enabled_) {
        return result;
    }
    const ImGuiID number = number_of(id);
    const Area visible = shared(pixels(rect), picture_.clip());
    stops_.push_back({number, rect});
    note_place(id, rect);
    if (!visible.empty()) {
        const Rect seen{static_cast<float>(visible.x), static_cast<float>(visible.y), static_cast<float>(visible.w),
                        static_cast<float>(visible.h)};
        ImGui::KeepAliveID(number);
        ImGui::ItemAdd(im(seen), number);
        result.pressed = ImGui::ButtonBehavior(im(seen), number, &result.hovered, &result.held);
    }
    const bool pressed_on = std::holds_alternative<PointerPressed>(frame_.input) && result.hovered;
    if (pressed_on) {
        focus_ = number;
    }
    result.focused = focus_ == number;
    if (result.focused) {
        focus_takes_keys_ = takes_keys;
        focused_rect_ = rect;
        result.ring = by_keyboard_;
        if (!takes_keys && (take_key("Enter") || take_key("NumpadEnter") || take_key("Space"))) {
            result.pressed = true;
        }
    }
    if (result.hovered) {
        shape_ = pointer;
    }
    return result;
}

void Ui::focus(std::string_view id) {
    wanted_focus_ = number_of(id);
}

bool Ui::has_focus(std::string_view id) const {
    return focus_ != 0 && focus_ == number_of(id);
}

bool Ui::take_key(std::string_view code) {
    const auto* key = std::get_if<KeyPressed>(&frame_.input);
    if (key == nullptr || key_used_ || !enabled_ || key->code != code) {
        return false;
    }
    key_used_ = true;
    return true;
}

void Ui::move_focus() {
    const auto* key = std::get_if<KeyPressed>(&frame_.input);
    if (key == nullptr) {
        return;
    }
    const bool keys_go_elsewhere = focus_takes_keys_ && focus_ != 0;
    if (key->code == "Tab" && !key->control && !key->alt) {
        by_keyboard_ = true;
        key_used_ = true;
        focus_next(key->shift ? -1 : 1);
    } else if (is_arrow(key->code) && !keys_go_elsewhere) {
        by_keyboard_ = true;
        key_used_ = true;
        focus_towards(key->code);
    } else if (!keys_go_elsewhere && (key->code == "Enter" || key->code == "Space")) {
        by_keyboard_ = true;
    }
}

void Ui::focus_next(int direction) {
    if (last_stops_.empty()) {
        return;
    }
    const auto count = static_cast<std::ptrdiff_t>(last_stops_.size());
    const auto here = std::ranges::find(last_stops_, focus_, &Stop::id);
    std::ptrdiff_t next = direction > 0 ? 0 : count - 1;
    if (here != last_stops_.end()) {
        next = (here - last_stops_.begin() + direction + count) % count;
    }
    focus_ = last_stops_[static_cast<std::size_t>(next)].id;
    focus_takes_keys_ = false;
}

void Ui::focus_towards(std::string_view code) {
    const auto here = std::ranges::find(last_stops_, focus_, &Stop::id);
    if (here == last_stops_.end()) {
        focus_next(1);
        return;
    }
    const Stop* best = nullptr;
    float best_distance = std::numeric_limits<float>::max();
    for (const Stop& stop : last_stops_) {
        const std::optional<float> away = distance(here->rect, stop.rect, code);
        if (away && *away < best_distance) {
            best = &stop;
            best_distance = *away;
        }
    }
    if (best != nullptr) {
        focus_ = best->id;
        focus_takes_keys_ = false;
    }
}

float Ui::glide(std::string_view id, float goal, int duration) {
    const ImGuiID number = number_of(id);
    const auto [entry, is_new] = glides_.try_emplace(number, Glide{goal, goal, frame_.now, duration});
    Glide& glide = entry->second;
    const auto value = [&] {
        const float share =
            glide.duration <= 0
                ? 1.0F
                : std::clamp(static_cast<float>(frame_.now - glide.since) / static_cast<float>(glide.duration), 0.0F,
                             1.0F);
        return glide.from + (glide.to - glide.from) * ease(share);
    };
    if (look_.reduced_motion || frame_.at_rest) {
        glide = {goal, goal, frame_.now, 0};
        return goal;
    }
    if (glide.to != goal) {
        glide = {value(), goal, frame_.now, duration};
    }
    if (frame_.now - glide.since < glide.duration) {
        wake_in(frame_time);
    }
    return value();
}

std::int64_t Ui::time_since(std::string_view id, bool now) {
    const auto [moment, is_new] = moments_.try_emplace(number_of(id), frame_.now);
    if (now) {
        moment->second = frame_.now;
    }
    return frame_.now - moment->second;
}

void Ui::note_place(std::string_view id, const Rect& rect) {
    if (keeps_places_) {
        places_.emplace_back(id, rect);
    }
}

void Ui::wake_in(int ms) {
    wake_ = std::min(wake_.value_or(ms), ms);
}

} // namespace screen
