// How long a changed frame of the practice computer takes at 1366×768, for each program: to stay below 16 ms. To be
// built optimised.
#include "full_desk.h"
#include "screen/raster.h"
#include "screen/stage/stage.h"
#include "screen/surface.h"

#include <benchmark/benchmark.h>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <utility>

namespace {

using bench::Hand;

constexpr int width = 1366;
constexpr int height = 768;

/// A pass that draws the stage.
class Pass {
public:
    Pass() : fonts_(opened()), art_(COUCOU_SOURCE_DIR "/assets/art"), ui_(fonts_, art_) {}

    screen::Picture picture(const world::Computer& computer) {
        ui_.begin({width, height, now_ += 20, screen::Nothing{}}, look_, messages_);
        screen::draw_stage(ui_, computer, {380, 24, 960, 720}, {}, memory_);
        return ui_.end();
    }

private:
    static screen::Fonts opened() {
        auto fonts = screen::Fonts::open();
        if (!fonts.ok()) {
            std::abort();
        }
        return std::move(fonts).value();
    }
    screen::Fonts fonts_;
    screen::Art art_;
    screen::Ui ui_;
    screen::Look look_;
    lesson::Messages messages_;
    screen::DeskMemory memory_;
    std::int64_t now_ = 0;
};

/// From a deed that changed something to the pixels: lay the picture out, find what differs, draw that.
void changed_frame(benchmark::State& state, const world::Computer& before, const world::Computer& after) {
    Pass pass;
    screen::Bitmap target = screen::drawn(pass.picture(before));
    screen::Picture shown = pass.picture(before);
    bool is_after = false;
    for (auto _ : state) {
        is_after = !is_after;
        screen::Picture next = pass.picture(is_after ? after : before);
        for (const screen::Area& area : screen::changed(shown, next)) {
            screen::draw(next, screen::surface(target), area);
        }
        shown = std::move(next);
        benchmark::ClobberMemory();
    }
}

void changed_frame(benchmark::State& state, const std::string& program, const world::Deed& deed) {
    Hand hand(program);
    const world::Computer before = hand.computer;
    changed_frame(state, before, hand.act(deed).computer);
}

void frame_of_files(benchmark::State& state) {
    changed_frame(state, "files", world::Click{"files/item/Lettre 1.txt"});
}
BENCHMARK(frame_of_files)->Unit(benchmark::kMicrosecond);

void frame_of_mail(benchmark::State& state) {
    changed_frame(state, "mail", world::Click{"mail/message/Jeudi 1"});
}
BENCHMARK(frame_of_mail)->Unit(benchmark::kMicrosecond);

void frame_of_the_editor(benchmark::State& state) {
    changed_frame(state, "editor", world::Click{"editor/body"});
}
BENCHMARK(frame_of_the_editor)->Unit(benchmark::kMicrosecond);

/// A page in whose form something is written: the page is laid out anew.
void frame_of_a_page(benchmark::State& state) {
    changed_frame(state, "browser", world::Click{"browser/page/field/Votre nom"});
}
BENCHMARK(frame_of_a_page)->Unit(benchmark::kMicrosecond);

/// Another page, which was shown before.
void frame_of_another_page(benchmark::State& state) {
    Hand hand("browser");
    const world::Computer before = hand.computer;
    hand.act(world::Click{"browser/page/link/Horaires"});
    hand.at += 2000;
    changed_frame(state, before, hand.act(world::Wait{}).computer);
}
BENCHMARK(frame_of_another_page)->Unit(benchmark::kMicrosecond);

void frame_of_a_moved_window(benchmark::State& state) {
    changed_frame(state, "files", world::Place{"files/title", 20, 20});
}
BENCHMARK(frame_of_a_moved_window)->Unit(benchmark::kMicrosecond);

} // namespace
