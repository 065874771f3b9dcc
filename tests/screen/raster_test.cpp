// What drawing commands look like, pixel by pixel.
#include "screen/raster.h"
#include "screen/raster_blend.h"
#include "screen/surface.h"

#include <cmath>
#include <filesystem>

#include <doctest/doctest.h>

namespace {

using namespace screen;

constexpr std::uint32_t white = 0xFFFFFFFF;
constexpr std::uint32_t black = 0xFF000000;

std::uint32_t at(const Bitmap& bitmap, int x, int y) {
    return bitmap.pixels[static_cast<std::size_t>(y * bitmap.width + x)];
}

Picture paper(int width = 100, int height = 100) {
    return {width, height, hex(0xFFFFFF)};
}

// How much black ink there is, in pixels.
double ink(const Bitmap& bitmap) {
    double sum = 0;
    for (const std::uint32_t pixel : bitmap.pixels) {
        sum += (255.0 - (pixel & 0xFFU)) / 255;
    }
    return sum;
}

bool mirrored(const Bitmap& bitmap) {
    for (int y = 0; y < bitmap.height; ++y) {
        for (int x = 0; x < bitmap.width; ++x) {
            if (at(bitmap, x, y) != at(bitmap, bitmap.width - 1 - x, y) ||
                at(bitmap, x, y) != at(bitmap, x, bitmap.height - 1 - y)) {
                return false;
            }
        }
    }
    return true;
}

} // namespace

TEST_CASE("blending rounds each channel to the nearest value") {
    for (std::uint32_t below = 0; below < 256; below += 5) {
        for (std::uint32_t above = 0; above < 256; above += 3) {
            for (std::uint32_t opacity = 0; opacity < 256; ++opacity) {
                const std::uint32_t exact = (2 * (below * (255 - opacity) + above * opacity) + 255) / 510;
                const std::uint32_t pixel = raster::blended(below * 0x010101U, above * 0x010101U, opacity);
                REQUIRE(pixel == (0xFF000000U | exact * 0x010101U));
            }
        }
    }
}

TEST_CASE("a filled rectangle covers its pixels and no other") {
    Picture picture = paper();
    picture.fill({10, 20, 30, 5}, hex(0x000000));
    const Bitmap pixels = drawn(picture);
    CHECK(ink(pixels) == 150);
    CHECK(at(pixels, 10, 20) == black);
    CHECK(at(pixels, 39, 24) == black);
    CHECK(at(pixels, 40, 24) == white);
    CHECK(at(pixels, 9, 20) == white);
}

TEST_CASE("rectangles that meet leave no gap and do not overlap") {
    Picture picture = paper();
    for (int i = 0; i < 7; ++i) {
        picture.fill({static_cast<float>(i) * 10.3F, 10, 10.3F, 10}, hex(0x000000, 128));
    }
    const Bitmap pixels = drawn(picture);
    for (int x = 0; x < 72; ++x) {
        CHECK(at(pixels, x, 15) == at(pixels, 0, 15));
    }
    CHECK(at(pixels, 72, 15) == white);
}

TEST_CASE("a disc has the area of a circle, the same on all sides") {
    for (const float radius : {0.5F, 1.0F, 3.0F, 5.5F, 12.0F, 20.5F, 47.0F, 49.5F, 140.0F, 199.5F}) {
        CAPTURE(radius);
        const int side = static_cast<int>(2 * radius) + 4 + (static_cast<int>(2 * radius) % 2);
        Picture picture = paper(side, side);
        const float centre = static_cast<float>(side) / 2;
        picture.disc({centre, centre}, radius, hex(0x000000));
        const Bitmap pixels = drawn(picture);
        const double area = 3.14159265 * radius * radius;
        CHECK(std::abs(ink(pixels) - area) < 0.03 * area + 0.3);
        if (side % 2 == static_cast<int>(2 * radius) % 2) {
            CHECK(mirrored(pixels));
        }
    }
}

TEST_CASE("a ring leaves its middle free") {
    Picture picture = paper();
    picture.ring({50, 50}, 40, 6, hex(0x000000));
    const Bitmap pixels = drawn(picture);
    CHECK(at(pixels, 50, 50) == white);
    CHECK(at(pixels, 50, 12) == black);
    CHECK(at(pixels, 50, 18) == white);
    const double area = 3.14159265 * (40 * 40 - 34 * 34);
    CHECK(std::abs(ink(pixels) - area) < 0.01 * area);
    CHECK(mirrored(pixels));
}

TEST_CASE("an outline lies inside its rectangle, and one that is wider than it fills it") {
    Picture picture = paper();
    picture.outline({10, 10, 20, 10}, 2, hex(0x000000));
    CHECK(ink(drawn(picture)) == 20 * 10 - 16 * 6);
    for (const float wide : {5.0F, 6.0F, 500.0F, 1e30F}) {
        Picture full = paper();
        full.outline({10, 10, 20, 10}, wide, hex(0x000000));
        CHECK(ink(drawn(full)) == 200);
    }
}

TEST_CASE("a radius is held to half of the shorter side") {
    Picture pill = paper();
    pill.fill({10, 10, 60, 20}, hex(0x000000), 1e9F);
    Picture same = paper();
    same.fill({10, 10, 60, 20}, hex(0x000000), 10);
    CHECK_FALSE(difference(drawn(pill), drawn(same)));
}

TEST_CASE("a gradient goes from one colour to the other") {
    Picture picture = paper();
    picture.gradient({0, 0, 100, 100}, hex(0x000000), hex(0xFFFFFF));
    const Bitmap pixels = drawn(picture);
    CHECK((at(pixels, 0, 0) & 0xFFU) <= 2);
    CHECK((at(pixels, 0, 99) & 0xFFU) >= 253);
    for (int y = 1; y < 100; ++y) {
        CHECK(at(pixels, 50, y) > at(pixels, 50, y - 1));
    }
}

TEST_CASE("a shadow fades outwards and is the same on all sides") {
    Picture picture = paper(200, 200);
    picture.shadow({60, 60, 80, 80}, 20, hex(0x000000), 10);
    const Bitmap pixels = drawn(picture);
    CHECK(mirrored(pixels));
    CHECK(at(pixels, 100, 100) == black);
    CHECK(at(pixels, 30, 100) == white);
    for (int x = 31; x < 100; ++x) {
        CHECK(at(pixels, x, 100) <= at(pixels, x - 1, 100));
    }
    const std::uint32_t edge = at(pixels, 59, 100) & 0xFFU;
    CHECK(edge > 100);
    CHECK(edge < 155);
}

TEST_CASE("the shadow of a large rectangle is that of a small one, drawn out") {
    Picture large = paper(300, 100);
    large.shadow({30, 30, 240, 40}, 8, hex(0x000000), 6);
    Picture small = paper(300, 100);
    small.shadow({30, 30, 100, 40}, 8, hex(0x000000), 6);
    const Bitmap a = drawn(large);
    const Bitmap b = drawn(small);
    for (int y = 0; y < 100; ++y) {
        for (int x = 0; x < 80; ++x) {
            REQUIRE(at(a, x, y) == at(b, x, y));
        }
        REQUIRE(at(a, 299 - 40, y) == at(a, 40, y));
    }
}

TEST_CASE("a line has its width, whatever its direction") {
    for (const float angle : {0.0F, 0.3F, 0.785F, 1.2F, 1.5708F}) {
        CAPTURE(angle);
        Picture picture = paper();
        const Point from{50 - 30 * std::cos(angle), 50 - 30 * std::sin(angle)};
        const Point to{50 + 30 * std::cos(angle), 50 + 30 * std::sin(angle)};
        picture.line(from, to, 4, hex(0x000000));
        const double area = 60 * 4 + 3.14159265 * 4; // the ends are half circles
        CHECK(std::abs(ink(drawn(picture)) - area) < area / 50);
    }
}

TEST_CASE("a translucent line that crosses itself is no darker there") {
    Picture picture = paper();
    picture.stroke({{10, 10}, {90, 90}, {90, 10}, {10, 90}}, 6, hex(0x000000, 100));
    const Bitmap pixels = drawn(picture);
    CHECK(at(pixels, 50, 50) == at(pixels, 30, 30));
}

TEST_CASE("a line thinner than a pixel is fainter") {
    Picture picture = paper();
    picture.line({10, 50.5F}, {90, 50.5F}, 0.5F, hex(0x000000));
    const Bitmap pixels = drawn(picture);
    CHECK((at(pixels, 50, 50) & 0xFFU) == 127);
    CHECK(at(pixels, 50, 49) == white);
}

TEST_CASE("dashes leave gaps and go on around corners") {
    Picture picture = paper();
    picture.stroke({{10, 10.5F}, {70, 10.5F}, {70, 70}}, 1, hex(0x000000), {10, 10, 0});
    const Bitmap pixels = drawn(picture);
    CHECK(at(pixels, 15, 10) == black);
    CHECK(at(pixels, 25, 10) == white);
    CHECK(at(pixels, 35, 10) == black);
    CHECK(at(pixels, 69, 15) != white); // the fourth dash begins with the corner
    CHECK(at(pixels, 69, 25) == white);
}

TEST_CASE("an arc runs clockwise from the top") {
    Picture picture = paper();
    picture.arc({50, 50}, 40, 6, 0, 0.25F, hex(0x000000));
    const Bitmap pixels = drawn(picture);
    CHECK(at(pixels, 50 + 26, 50 - 26) == black);
    CHECK(at(pixels, 50 - 26, 50 - 26) == white);
    CHECK(at(pixels, 50 + 26, 50 + 26) == white);

    Picture slice = paper();
    slice.wedge({50, 50}, 40, 0.5F, 0.75F, hex(0x000000));
    const Bitmap quarter = drawn(slice);
    CHECK(at(quarter, 40, 60) == black);
    CHECK(at(quarter, 60, 60) == white);
    CHECK(std::abs(ink(quarter) - 3.14159265 * 400) < 8);
}

TEST_CASE("a whole turn of an arc or wedge is closed") {
    Picture picture = paper();
    picture.wedge({50, 50}, 40, 0.3F, 1.3F, hex(0x000000));
    CHECK(std::abs(ink(drawn(picture)) - 3.14159265 * 1600) < 12);
    Picture turns = paper();
    turns.wedge({50, 50}, 40, 0, 7, hex(0x000000));
    CHECK(std::abs(ink(drawn(turns)) - 3.14159265 * 1600) < 12);
}

TEST_CASE("a polygon has its area whichever way round it goes, and stars are filled") {
    Picture picture = paper();
    picture.polygon({{10, 10}, {90, 20}, {50, 80}}, hex(0x000000));
    Picture reversed = paper();
    reversed.polygon({{50, 80}, {90, 20}, {10, 10}}, hex(0x000000));
    CHECK(std::abs(ink(drawn(picture)) - 2600) < 3);
    CHECK_FALSE(difference(drawn(picture), drawn(reversed)));

    Picture star = paper();
    star.polygon({{50, 5}, {77, 90}, {5, 37}, {95, 37}, {23, 90}}, hex(0x000000));
    CHECK(at(drawn(star), 50, 50) == black);
}

TEST_CASE("premultiplied bitmaps are laid over, and fade as a whole") {
    const auto half = std::make_shared<const Bitmap>(Bitmap{2, 1, {0x80000000, 0xFF0000FF}});
    Picture picture = paper(4, 4);
    picture.image(half, {0.6F, 1});
    const Bitmap pixels = drawn(picture);
    CHECK(at(pixels, 0, 1) == white);
    CHECK(at(pixels, 1, 1) == 0xFF7F7F7F);
    CHECK(at(pixels, 2, 1) == 0xFF0000FF);
    Picture fading = paper(4, 4);
    fading.image(half, {1, 1}, 0.5F);
    CHECK(at(drawn(fading), 2, 1) == 0xFF7F7FFF);
}

TEST_CASE("shapes of impossible sizes are drawn without harm") {
    Picture picture = paper(64, 64);
    const float huge = 3e38F;
    picture.fill({-huge, -huge, huge, huge}, hex(0x000000), huge);
    picture.fill({-20000, -20000, 40000, 40000}, hex(0x112233), 9000);
    picture.outline({-20000, -20000, 40000, 40000}, huge, hex(0x112233, 20), 30000);
    picture.shadow({-100000, 20, 200000, 5}, huge, hex(0x000000, 30), huge);
    picture.stroke({{-huge, -huge}, {huge, huge}}, huge, hex(0x445566, 30));
    picture.stroke({{-huge, 5}, {huge, 6}}, 3, hex(0x445566), {0.0001F, 0.0001F, huge});
    picture.arc({huge, -huge}, huge, huge, -huge, huge, hex(0x0000FF));
    picture.wedge({32, 32}, huge, -1e20F, 1e20F, hex(0x0000FF, 30));
    picture.polygon({{-huge, -huge}, {huge, -huge}, {huge, huge}, {-huge, huge}}, hex(0x00FF00, 30));
    picture.disc({32, 32}, 0.01F, hex(0x000000));
    const Bitmap pixels = drawn(picture);
    for (const std::uint32_t pixel : pixels.pixels) {
        REQUIRE((pixel >> 24U) == 255);
    }
}

TEST_CASE("drawing stays inside the surface and the area asked for") {
    Picture picture = paper(40, 40);
    picture.fill({0, 0, 40, 40}, hex(0x000000));
    Bitmap small{20, 20, std::vector<std::uint32_t>(400, 0x12345678)};
    draw(picture, surface(small), {-100, -100, 105, 105});
    CHECK(at(small, 4, 4) == black);
    CHECK(at(small, 5, 4) == 0x12345678);
    draw(picture, surface(small), {0, 0, 1000, 1000});
    CHECK(at(small, 19, 19) == black);
    draw(picture, surface(small), {5, 5, -3, 4});
    draw(Picture(), surface(small), {0, 0, 20, 20});
}

TEST_CASE("a drawn picture comes back from its PNG file as it was") {
    Picture picture = paper(30, 20);
    picture.disc({15, 10}, 8, hex(0xC2410C));
    const Bitmap pixels = drawn(picture);
    const auto file = std::filesystem::temp_directory_path() / "coucou_raster_test.png";
    REQUIRE(save_png(pixels, file).ok());
    auto read = load_png(file);
    REQUIRE(read.ok());
    CHECK_FALSE(difference(pixels, read.value()));
    std::filesystem::remove(file);
    CHECK(load_png(file).error().id == "screen.png-not-read");
    CHECK(save_png(pixels, "/no/such/folder/picture.png").error().id == "screen.png-not-written");
}

TEST_CASE("a difference tells where it is") {
    Bitmap a{4, 3, std::vector<std::uint32_t>(12, white)};
    Bitmap b = a;
    b.pixels[5] = black;
    b.pixels[11] = black;
    REQUIRE(difference(a, b));
    CHECK(difference(a, b)->pixels == 2);
    CHECK(difference(a, b)->where == Area{1, 1, 3, 2});
    CHECK(difference(a, Bitmap{2, 3, std::vector<std::uint32_t>(6, white)})->pixels == 12);
}
