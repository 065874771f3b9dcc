// The window on SDL's own display for tests: what is shown is what was drawn, and only what changed is drawn.
#include "screen/raster.h"
#include "screen/surface.h"
#include "screen/window.h"

#include <cstdlib>

#include <doctest/doctest.h>

namespace {

using namespace screen;

Window open_small() {
    SDL_SetHint(SDL_HINT_VIDEODRIVER, "dummy");
    auto opened = Window::open({"Coucou", false, 900, 650, false});
    REQUIRE(opened.ok());
    return std::move(opened).value();
}

Picture page(int width, int height, Colour button) {
    Picture picture(width, height, hex(0xF6F3EC));
    picture.fill({100, 100, 300, 200}, hex(0xFFFFFF), 16);
    picture.fill({150, 150, 100, 50}, button, 8);
    return picture;
}

// What the window shows, without the unused byte.
bool shows(const Window& window, const Picture& picture) {
    const SDL_Surface* surface = SDL_GetWindowSurface(window.handle());
    const Bitmap expected = drawn(picture);
    if (surface->w != expected.width || surface->h != expected.height || surface->format->BytesPerPixel != 4) {
        return false;
    }
    for (int y = 0; y < surface->h; ++y) {
        const auto* row = reinterpret_cast<const std::uint32_t*>(static_cast<const char*>(surface->pixels) +
                                                                 std::ptrdiff_t{y} * surface->pitch);
        for (int x = 0; x < surface->w; ++x) {
            if (((row[x] ^ expected.pixels[static_cast<std::size_t>(y * surface->w + x)]) & 0xFFFFFFU) != 0) {
                return false;
            }
        }
    }
    return true;
}

} // namespace

TEST_CASE("the window shows the picture and draws again only what changed") {
    Window window = open_small();
    CHECK(window.width() == 900);
    CHECK(window.height() == 650);
    window.present(page(900, 650, hex(0x246A4E)));
    CHECK(shows(window, page(900, 650, hex(0x246A4E))));
    CHECK(window.pixels_drawn() == 900 * 650);
    window.present(page(900, 650, hex(0x246A4E)));
    CHECK(window.pixels_drawn() == 900 * 650);
    window.present(page(900, 650, hex(0xC2410C)));
    CHECK(window.pixels_drawn() == 900 * 650 + 100 * 50);
    CHECK(shows(window, page(900, 650, hex(0xC2410C))));
}

TEST_CASE("after another size all is drawn anew") {
    Window window = open_small();
    window.present(page(900, 650, hex(0x246A4E)));
    SDL_SetWindowSize(window.handle(), 1000, 700);
    while (window.wait(0)) {
    }
    CHECK(window.width() == 1000);
    window.present(page(1000, 700, hex(0x246A4E)));
    CHECK(shows(window, page(1000, 700, hex(0x246A4E))));
}

TEST_CASE("a picture made for a smaller window leaves its background around it") {
    Window window = open_small();
    window.present(page(500, 400, hex(0x246A4E)));
    CHECK(shows(window, page(900, 650, hex(0x246A4E))));
}

TEST_CASE("waiting gives events and stops after the time asked for") {
    Window window = open_small();
    while (window.wait(0)) {
    }
    CHECK_FALSE(window.wait(1));
    SDL_Event event{};
    event.type = SDL_USEREVENT;
    SDL_PushEvent(&event);
    const auto got = window.wait(std::nullopt);
    REQUIRE(got);
    CHECK(got->type == SDL_USEREVENT);
    window.set_pointer(Pointer::hand);
    window.set_pointer(Pointer::arrow);
}

TEST_CASE("only SDL's video part is started, and it ends with the window") {
    {
        const Window window = open_small();
        CHECK(SDL_WasInit(SDL_INIT_VIDEO) != 0);
        CHECK(SDL_WasInit(SDL_INIT_AUDIO | SDL_INIT_JOYSTICK | SDL_INIT_GAMECONTROLLER | SDL_INIT_HAPTIC) == 0);
    }
    CHECK(SDL_WasInit(SDL_INIT_VIDEO) == 0);
}

TEST_CASE("without a display the error says so") {
    SDL_SetHint(SDL_HINT_VIDEODRIVER, "no-such-driver");
    const auto opened = Window::open({"Coucou", false, 900, 650, false});
    REQUIRE_FALSE(opened.ok());
    CHECK(opened.error().id == "screen.no-display");
    CHECK_FALSE(opened.error().arguments.front().value.empty());
    SDL_SetHint(SDL_HINT_VIDEODRIVER, "dummy");
}
