// The stories as tables of beats, and when they are told.
#include "screen/stage/story.h"

#include "screen/stage/painters.h"

#include <algorithm>
#include <cmath>
#include <span>

namespace screen {

namespace {

constexpr Point as_pointer{-1, -1}; // the mouse is on its mat where the pointer is on its screen

/// Up to a share of the story, pointer and mouse go to a place, in an even, soft movement.
struct Beat {
    double until;
    Point pointer;
    StoryHand hand = StoryHand::rests;
    int scene = 0;
    Point mouse = as_pointer;
};

struct Story {
    std::string_view name;
    std::span<const Beat> beats;
    std::array<double, 3> stills;
};

constexpr std::array slide{Beat{0.06, {0.18F, 0.7F}},
                           Beat{0.34, {0.78F, 0.4F}},
                           Beat{0.48, {0.78F, 0.4F}, StoryHand::rests, 1},
                           Beat{0.68, {0.45F, 0.12F}, StoryHand::rests, 1},
                           Beat{0.92, {0.18F, 0.7F}, StoryHand::rests, 1},
                           Beat{1, {0.18F, 0.7F}, StoryHand::rests, 1}};

constexpr std::array lift{Beat{0.05, {0.1F, 0.5F}, StoryHand::rests, 0, {0.25F, 0.4F}},
                          Beat{0.30, {0.45F, 0.5F}, StoryHand::rests, 0, {1, 0.4F}},
                          Beat{0.38, {0.45F, 0.5F}, StoryHand::lifted, 0, {1, 0.2F}},
                          Beat{0.54, {0.45F, 0.5F}, StoryHand::lifted, 0, {0.1F, 0.2F}},
                          Beat{0.60, {0.45F, 0.5F}, StoryHand::rests, 0, {0.1F, 0.4F}},
                          Beat{0.84, {0.82F, 0.45F}, StoryHand::rests, 0, {0.85F, 0.4F}},
                          Beat{1, {0.82F, 0.45F}, StoryHand::rests, 1, {0.85F, 0.4F}}};

constexpr std::array stop{Beat{0.06, {0.15F, 0.3F}}, Beat{0.36, {0.62F, 0.45F}},
                          Beat{0.78, {0.62F, 0.45F}, StoryHand::rests, 1},
                          Beat{1, {0.62F, 0.45F}, StoryHand::rests, 2}};

constexpr std::array click{Beat{0.06, {0.15F, 0.3F}}, Beat{0.34, {0.62F, 0.42F}}, Beat{0.46, {0.62F, 0.42F}},
                           Beat{0.62, {0.62F, 0.42F}, StoryHand::presses_left},
                           Beat{1, {0.62F, 0.42F}, StoryHand::rests, 1}};

constexpr std::array twice{Beat{0.06, {0.15F, 0.3F}},
                           Beat{0.34, {0.62F, 0.45F}},
                           Beat{0.44, {0.62F, 0.45F}},
                           Beat{0.51, {0.62F, 0.45F}, StoryHand::presses_left},
                           Beat{0.58, {0.62F, 0.45F}},
                           Beat{0.65, {0.62F, 0.45F}, StoryHand::presses_left},
                           Beat{1, {0.62F, 0.45F}, StoryHand::rests, 1}};

constexpr std::array right{Beat{0.05, {0.12F, 0.25F}},
                           Beat{0.26, {0.36F, 0.4F}},
                           Beat{0.34, {0.36F, 0.4F}},
                           Beat{0.46, {0.36F, 0.4F}, StoryHand::presses_right},
                           Beat{0.54, {0.36F, 0.4F}, StoryHand::rests, 1},
                           Beat{0.68, {0.58F, 0.53F}, StoryHand::rests, 1},
                           Beat{0.78, {0.58F, 0.53F}, StoryHand::presses_left, 1},
                           Beat{1, {0.58F, 0.53F}, StoryHand::rests, 2}};

constexpr std::array drag{Beat{0.05, {0.5F, 0.15F}},
                          Beat{0.22, {0.25F, 0.4F}},
                          Beat{0.32, {0.25F, 0.4F}, StoryHand::presses_left},
                          Beat{0.66, {0.75F, 0.55F}, StoryHand::presses_left, 1},
                          Beat{0.74, {0.75F, 0.55F}, StoryHand::presses_left, 1},
                          Beat{1, {0.75F, 0.55F}, StoryHand::rests, 2}};

constexpr std::array scroll{Beat{0.14, {0.6F, 0.6F}}, Beat{0.58, {0.6F, 0.6F}, StoryHand::turns_wheel, 1},
                            Beat{1, {0.6F, 0.6F}, StoryHand::rests, 2}};

constexpr std::array trace{
    Beat{0.05, {0.4F, 0.2F}}, Beat{0.18, {0.14F, 0.6F}}, Beat{0.26, {0.14F, 0.6F}, StoryHand::presses_left},
    Beat{0.80, {0.86F, 0.6F}, StoryHand::presses_left, 1}, Beat{1, {0.86F, 0.6F}, StoryHand::rests, 2}};

constexpr std::array stories{Story{"slide", slide, {0.06, 0.28, 0.45}}, Story{"lift", lift, {0.27, 0.46, 0.82}},
                             Story{"stop", stop, {0.2, 0.6, 0.9}},      Story{"click", click, {0.3, 0.55, 0.8}},
                             Story{"double", twice, {0.48, 0.62, 0.8}}, Story{"right", right, {0.42, 0.74, 0.9}},
                             Story{"drag", drag, {0.3, 0.5, 0.9}},      Story{"scroll", scroll, {0.1, 0.4, 0.8}},
                             Story{"trace", trace, {0.24, 0.55, 0.9}}};

const Story* story_named(std::string_view name) {
    const auto* found = std::ranges::find(stories, name, &Story::name);
    return found == stories.end() ? nullptr : found;
}

float eased(double share) {
    return static_cast<float>(share * share * (3 - 2 * share));
}

Point between(Point from, Point to, float share) {
    return {from.x + (to.x - from.x) * share, from.y + (to.y - from.y) * share};
}

Point mouse_of(const Beat& beat) {
    return beat.mouse.x < 0 ? beat.pointer : beat.mouse;
}

std::int64_t told_from(const StageCues& cues) {
    return cues.last_input > cues.step_began ? cues.last_input + story_pause : cues.step_began;
}

} // namespace

bool is_story(std::string_view name) {
    return story_named(name) != nullptr;
}

StoryMoment moment_of(std::string_view name, double share) {
    const Story* story = story_named(name);
    if (story == nullptr) {
        return {{0.5F, 0.5F}, {0.5F, 0.5F}};
    }
    const double at = std::clamp(share, 0.0, 1.0);
    const Beat* before = &story->beats.front();
    double began = 0;
    for (const Beat& beat : story->beats) {
        if (at <= beat.until) {
            const double progress = beat.until > began ? (at - began) / (beat.until - began) : 1;
            const float way = eased(progress);
            return {between(before->pointer, beat.pointer, way), between(mouse_of(*before), mouse_of(beat), way),
                    beat.hand, beat.scene, way};
        }
        before = &beat;
        began = beat.until;
    }
    const Beat& last = story->beats.back();
    return {last.pointer, mouse_of(last), last.hand, last.scene, 1};
}

std::array<double, 3> stills_of(std::string_view name) {
    const Story* story = story_named(name);
    return story == nullptr ? std::array<double, 3>{} : story->stills;
}

std::optional<double> story_share(const StageCues& cues) {
    const std::int64_t told = cues.now - told_from(cues);
    if (told < 0 || told >= story_loop * story_loops) {
        return std::nullopt;
    }
    return static_cast<double>(told % story_loop) / static_cast<double>(story_loop);
}

std::optional<int> next_story_change(const StageCues& cues) {
    const std::int64_t told = cues.now - told_from(cues);
    if (told < 0) {
        return static_cast<int>(-told);
    }
    return told < story_loop * story_loops ? std::optional(soft) : std::nullopt;
}

} // namespace screen
