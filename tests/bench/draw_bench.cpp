// How long drawing takes: a whole page of 1366×768, a small change in it, and each kind of command by itself.
// To be built optimised; a whole page is to stay below 6 ms and a small change below 1 ms.
#include "screen/raster.h"
#include "screen/surface.h"
#include "screen/text.h"

#include <benchmark/benchmark.h>
#include <cstdlib>

namespace {

using namespace screen;

constexpr int width = 1366;
constexpr int height = 768;
constexpr Area whole{0, 0, width, height};

Fonts& fonts() {
    static base::Result<Fonts> opened = Fonts::open();
    if (!opened.ok()) {
        std::abort();
    }
    return opened.value();
}

void add_button(Picture& picture, const Rect& rect, std::string_view label, Colour colour) {
    picture.shadow(rect.moved(0, 3), 8, hex(0x000000, 60), 16);
    picture.fill(rect, colour, 16);
    TextStyle style;
    style.bold = true;
    style.colour = hex(0xFFFFFF);
    draw_centred(picture, lay_out(fonts(), label, style), rect);
}

// A page as the program has them: a wide card, eight small ones, text, buttons, a ring of progress.
Picture page(Colour button) {
    Picture picture(width, height, hex(0xF6F3EC));
    const Rect card{40, 40, 840, 680};
    picture.shadow(card.moved(0, 4), 18, hex(0x000000, 50), 20);
    picture.fill(card, hex(0xFFFFFF), 20);
    picture.outline(card, 1, hex(0xDDD6C8), 20);
    TextStyle style;
    const std::string_view words = "Marie vous a *écrit un message*. Ouvrez-le, lisez-le sans vous presser, puis "
                                   "appuyez sur la touche [Entrée] pour répondre. ";
    std::string text;
    for (int i = 0; i < 6; ++i) {
        text += words;
    }
    draw(picture, lay_out(fonts(), text, style, 760), {80, 80});
    for (int i = 0; i < 8; ++i) {
        const Rect small{920.0F + static_cast<float>(i % 2) * 215, 40.0F + static_cast<float>(i / 2) * 170, 195, 150};
        picture.shadow(small.moved(0, 3), 10, hex(0x000000, 50), 14);
        picture.fill(small, hex(0xFFFFFF), 14);
        picture.outline(small, 2, hex(0xDDD6C8), 14);
        draw_centred(picture, lay_out(fonts(), "La souris", style), small);
        picture.arc({small.x + 30, small.y + 30}, 18, 6, 0, 0.1F * static_cast<float>(i + 1), hex(0x246A4E));
    }
    add_button(picture, {80, 620, 260, 64}, "Continuer", button);
    add_button(picture, {380, 620, 260, 64}, "Aidez-moi", hex(0x1D4ED8));
    return picture;
}

Bitmap canvas() {
    return drawn(Picture(width, height, hex(0xFFFFFF)));
}

void draw_in_loop(benchmark::State& state, const Picture& picture, const Area& only) {
    Bitmap target = canvas();
    for (auto _ : state) {
        draw(picture, surface(target), only);
        benchmark::ClobberMemory();
    }
}

void whole_page(benchmark::State& state) {
    draw_in_loop(state, page(hex(0x246A4E)), whole);
}
BENCHMARK(whole_page)->Unit(benchmark::kMicrosecond);

void small_change(benchmark::State& state) {
    const Picture before = page(hex(0x246A4E));
    const Picture after = page(hex(0x2F7F5F));
    Bitmap target = canvas();
    for (auto _ : state) {
        for (const Area& area : changed(before, after)) {
            draw(after, surface(target), area);
        }
        benchmark::ClobberMemory();
    }
}
BENCHMARK(small_change)->Unit(benchmark::kMicrosecond);

void building_a_page(benchmark::State& state) {
    for (auto _ : state) {
        benchmark::DoNotOptimize(page(hex(0x246A4E)));
    }
}
BENCHMARK(building_a_page)->Unit(benchmark::kMicrosecond);

void large_shadow(benchmark::State& state) {
    Picture picture(width, height, hex(0xFFFFFF));
    picture.shadow({40, 40, 840, 680}, 18, hex(0x000000, 50), 20);
    draw_in_loop(state, picture, whole);
}
BENCHMARK(large_shadow)->Unit(benchmark::kMicrosecond);

void translucent_fill(benchmark::State& state) {
    Picture picture(width, height, hex(0xFFFFFF));
    picture.fill({0, 0, width, height}, hex(0x000000, 120));
    draw_in_loop(state, picture, whole);
}
BENCHMARK(translucent_fill)->Unit(benchmark::kMicrosecond);

void paragraphs(benchmark::State& state) {
    Picture picture(width, height, hex(0xFFFFFF));
    std::string text;
    for (int i = 0; i < 20; ++i) {
        text += "Voix ambiguë d'un cœur qui préfère les jattes de kiwis et le chant du coucou au printemps. ";
    }
    draw(picture, lay_out(fonts(), text, TextStyle{}, 1300), {30, 20});
    draw_in_loop(state, picture, whole);
}
BENCHMARK(paragraphs)->Unit(benchmark::kMicrosecond);

void long_stroke(benchmark::State& state) {
    Picture picture(width, height, hex(0xFFFFFF));
    std::vector<Point> points;
    for (int i = 0; i < 400; ++i) {
        points.push_back({static_cast<float>(i * 3 + 50), static_cast<float>(384 + (i * 37) % 200 - 100)});
    }
    picture.stroke(points, 6, hex(0x1D4ED8));
    draw_in_loop(state, picture, whole);
}
BENCHMARK(long_stroke)->Unit(benchmark::kMicrosecond);

} // namespace
