// How long the practice computer takes: one deed (to stay below 50 µs), and a changed frame of each program at
// 1366×768 (to stay below 16 ms). To be built optimised.
#include "lesson/value.h"
#include "screen/raster.h"
#include "screen/stage/stage.h"
#include "screen/surface.h"
#include "world/computer.h"

#include <benchmark/benchmark.h>
#include <cstdlib>
#include <string>

namespace {

constexpr int width = 1366;
constexpr int height = 768;
constexpr int many = 60;

/// Sixty files, sixty messages, and one program open.
std::string full_desk(const std::string& program) {
    std::string start = "[desktop]\nlook = \"bar\"\nopen = [\"" + program + "\"]\n";
    for (int i = 0; i < many; ++i) {
        const std::string number = std::to_string(i);
        start += "[[files.file]]\nname = \"Lettre " + number + ".txt\"\nin = \"home\"\ntext = \"Bonjour\"\n";
        start += "[[mail.inbox]]\nfrom = \"Marie Petit <marie@exemple.fr>\"\nsubject = \"Jeudi " + number +
                 "\"\nbody = \"Bonjour, à jeudi.\"\n";
    }
    return start;
}

world::Computer computer_of(const std::string& program) {
    const auto value = lesson::read_toml(full_desk(program), "bench.toml");
    if (!value.ok()) {
        std::abort();
    }
    world::Computer computer;
    world::lay_out(computer, lesson::table_of(value.value()), world::Setup{}, 0);
    return computer;
}

/// Does a deed to a desk that is the same each time.
void deed_in_loop(benchmark::State& state, const world::Computer& computer, const world::Deed& deed) {
    for (auto _ : state) {
        world::Computer again = computer; // a pointer's worth
        benchmark::DoNotOptimize(world::apply(again, {1000, deed}));
    }
}

void click_on_a_file(benchmark::State& state) {
    deed_in_loop(state, computer_of("files"), world::Click{"files/item/Lettre 30.txt"});
}
BENCHMARK(click_on_a_file)->Unit(benchmark::kMicrosecond);

void click_on_a_message(benchmark::State& state) {
    deed_in_loop(state, computer_of("mail"), world::Click{"mail/message/Jeudi 30"});
}
BENCHMARK(click_on_a_message)->Unit(benchmark::kMicrosecond);

void move_a_window(benchmark::State& state) {
    deed_in_loop(state, computer_of("files"), world::Place{"files/title", 40, 40});
}
BENCHMARK(move_a_window)->Unit(benchmark::kMicrosecond);

void a_letter_in_a_long_message(benchmark::State& state) {
    world::Computer computer = computer_of("mail");
    world::apply(computer, {1, world::Click{"mail/toolbar/write"}});
    world::apply(computer, {2, world::Click{"mail/write/body"}});
    world::apply(computer, {3, world::Type{std::string(2000, 'e')}});
    deed_in_loop(state, computer, world::Type{"a"});
}
BENCHMARK(a_letter_in_a_long_message)->Unit(benchmark::kMicrosecond);

void a_key_in_files(benchmark::State& state) {
    deed_in_loop(state, computer_of("files"), world::KeyDown{"ArrowDown"});
}
BENCHMARK(a_key_in_files)->Unit(benchmark::kMicrosecond);

void facts_of_a_full_desk(benchmark::State& state) {
    const world::Computer computer = computer_of("mail");
    for (auto _ : state) {
        benchmark::DoNotOptimize(world::facts(computer));
    }
}
BENCHMARK(facts_of_a_full_desk)->Unit(benchmark::kMicrosecond);

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
void changed_frame(benchmark::State& state, const std::string& program, const world::Deed& deed) {
    Pass pass;
    const world::Computer before = computer_of(program);
    world::Computer after = before;
    world::apply(after, {1000, deed});
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

void frame_of_a_moved_window(benchmark::State& state) {
    changed_frame(state, "files", world::Place{"files/title", 20, 20});
}
BENCHMARK(frame_of_a_moved_window)->Unit(benchmark::kMicrosecond);

} // namespace
