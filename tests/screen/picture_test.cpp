// Pictures as values: what is kept, and what can differ between two of them.
#include "base/random.h"
#include "screen/picture.h"
#include "screen/raster.h"
#include "screen/surface.h"

#include <limits>
#include <string>

#include <doctest/doctest.h>

namespace {

using namespace screen;

constexpr int width = 160;
constexpr int height = 120;

float number(base::Random& random, float least, float most) {
    return static_cast<float>(random.between(least, most));
}

Colour colour(base::Random& random) {
    const auto opacity = static_cast<std::uint8_t>(random.below(3) == 0 ? random.below(256) : 255);
    return hex(static_cast<std::uint32_t>(random.below(0x1000000)), opacity);
}

Rect rect(base::Random& random) {
    return {number(random, -30, width), number(random, -30, height), number(random, 0, 90), number(random, 0, 90)};
}

Point point(base::Random& random) {
    return {number(random, -20, width + 20), number(random, -20, height + 20)};
}

std::vector<Point> points(base::Random& random) {
    std::vector<Point> result;
    for (std::size_t count = random.below(6) + 1; count > 0; --count) {
        result.push_back(point(random));
    }
    return result;
}

std::shared_ptr<const Mask> blob() {
    static const auto mask = std::make_shared<const Mask>(Mask{9, 7, std::vector<std::uint8_t>(63, 140)});
    return mask;
}

std::shared_ptr<const Bitmap> tile() {
    static const auto bitmap =
        std::make_shared<const Bitmap>(Bitmap{12, 8, std::vector<std::uint32_t>(96, 0x80402010)});
    return bitmap;
}

Shape shape(base::Random& random) {
    switch (random.below(8)) {
    case 0:
        return Fill{rect(random), number(random, 0, 30), colour(random),
                    random.below(3) == 0 ? std::optional(colour(random)) : std::nullopt};
    case 1:
        return Outline{rect(random), number(random, 0, 30), number(random, 0.5F, 12), colour(random)};
    case 2:
        return Shadow{rect(random), number(random, 0, 20), number(random, 0, 14), colour(random)};
    case 3: {
        const bool dashed = random.below(2) == 0;
        return Stroke{points(random), number(random, 0.3F, 9), colour(random),
                      dashed ? Dashes{number(random, 1, 9), number(random, 1, 9), number(random, -9, 9)} : Dashes{}};
    }
    case 4:
        return Arc{point(random),         number(random, 0.5F, 40), random.below(2) == 0 ? 0 : number(random, 1, 9),
                   number(random, -1, 1), number(random, -1, 2),    colour(random)};
    case 5:
        return Polygon{points(random), colour(random)};
    case 6:
        return Image{tile(), point(random), static_cast<std::uint8_t>(random.below(256))};
    default:
        return Glyphs{blob(), point(random), colour(random)};
    }
}

struct Part {
    Shape shape;
    Rect clip;
    bool clipped = false;
};

std::vector<Part> parts(base::Random& random) {
    std::vector<Part> result;
    for (std::size_t count = random.below(14); count > 0; --count) {
        Shape made = shape(random);
        result.push_back({std::move(made), rect(random), random.below(3) == 0});
    }
    return result;
}

// Takes some parts away, adds some, and moves some to the front.
std::vector<Part> altered(std::vector<Part> from, base::Random& random) {
    for (std::size_t count = random.below(4); count > 0; --count) {
        const auto at = static_cast<std::ptrdiff_t>(random.below(from.size() + 1));
        const std::size_t what = random.below(4);
        if (what == 0 || at == static_cast<std::ptrdiff_t>(from.size())) {
            from.insert(from.begin() + at, Part{shape(random), rect(random), false});
        } else if (what == 1) {
            from.erase(from.begin() + at);
        } else if (what == 2) {
            from[static_cast<std::size_t>(at)].shape = shape(random);
        } else {
            from.push_back(from[static_cast<std::size_t>(at)]);
            from.erase(from.begin() + at);
        }
    }
    return from;
}

Picture picture_of(const std::vector<Part>& parts) {
    Picture picture(width, height, hex(0xF6F3EC));
    for (const Part& part : parts) {
        if (part.clipped) {
            const Clipped clip(picture, part.clip);
            picture.add(part.shape);
        } else {
            picture.add(part.shape);
        }
    }
    return picture;
}

long pixels_in(const std::vector<Area>& areas) {
    long sum = 0;
    for (const Area& area : areas) {
        sum += static_cast<long>(area.w) * area.h;
    }
    return sum;
}

} // namespace

TEST_CASE("drawing only what changed gives the same pixels as drawing all") {
    base::Random random{20240};
    long redrawn = 0;
    for (int round = 0; round < 600; ++round) {
        CAPTURE(round);
        const std::vector<Part> old_parts = parts(random);
        const Picture before = picture_of(old_parts);
        const Picture after = picture_of(altered(old_parts, random));
        Bitmap pixels = drawn(before);
        const std::vector<Area> areas = changed(before, after);
        for (const Area& area : areas) {
            draw(after, surface(pixels), area);
        }
        REQUIRE_FALSE(difference(pixels, drawn(after)));
        CHECK(areas.size() <= 8);
        redrawn += pixels_in(areas);
    }
    CHECK(redrawn < 600L * width * height / 2); // and it is worth while
}

TEST_CASE("equal pictures have nothing changed") {
    base::Random random{7};
    for (int round = 0; round < 50; ++round) {
        const std::vector<Part> all = parts(random);
        CHECK(picture_of(all) == picture_of(all));
        CHECK(changed(picture_of(all), picture_of(all)).empty());
    }
}

TEST_CASE("one button of another colour changes no more than its own rectangle") {
    const auto page = [](Colour button) {
        Picture picture(800, 600, hex(0xFFFFFF));
        for (int i = 0; i < 50; ++i) {
            picture.fill({static_cast<float>(i % 10 * 80), static_cast<float>(i / 10 * 100), 70, 90}, hex(0xDDDDDD));
        }
        picture.fill({160, 200, 70, 90}, button, 12);
        picture.disc({700, 500}, 20, hex(0x0000FF));
        return picture;
    };
    CHECK(changed(page(hex(0x112233)), page(hex(0x445566))) == std::vector<Area>{{160, 200, 70, 90}});
}

TEST_CASE("a command added in the middle changes only its own place") {
    Picture before(400, 300, hex(0xFFFFFF));
    Picture after(400, 300, hex(0xFFFFFF));
    for (int i = 0; i < 20; ++i) {
        const Rect place{static_cast<float>(i * 20), 0, 15, 300};
        before.fill(place, hex(0xAAAAAA));
        if (i == 10) {
            after.fill({350, 250, 20, 20}, hex(0x00FF00));
        }
        after.fill(place, hex(0xAAAAAA));
    }
    CHECK(changed(before, after) == std::vector<Area>{{350, 250, 20, 20}});
}

TEST_CASE("two commands that change places make their bounds change") {
    Picture before(100, 100, hex(0xFFFFFF));
    before.fill({10, 10, 40, 40}, hex(0xFF0000));
    before.fill({30, 30, 40, 40}, hex(0x0000FF));
    Picture after(100, 100, hex(0xFFFFFF));
    after.fill({30, 30, 40, 40}, hex(0x0000FF));
    after.fill({10, 10, 40, 40}, hex(0xFF0000));
    const std::vector<Area> areas = changed(before, after);
    REQUIRE(areas.size() == 1);
    CHECK(shared(areas.front(), {30, 30, 20, 20}) == Area{30, 30, 20, 20});
}

TEST_CASE("another size or background changes everything") {
    const Picture small(10, 10, hex(0xFFFFFF));
    CHECK(changed(small, Picture(20, 10, hex(0xFFFFFF))) == std::vector<Area>{{0, 0, 20, 10}});
    CHECK(changed(small, Picture(10, 10, hex(0xFFFFFE))) == std::vector<Area>{{0, 0, 10, 10}});
    CHECK(changed(small, Picture(0, 0, hex(0xFFFFFF))).empty());
}

TEST_CASE("what cannot be seen is not kept") {
    constexpr float infinite = std::numeric_limits<float>::infinity();
    constexpr float nan = std::numeric_limits<float>::quiet_NaN();
    Picture picture(100, 100, hex(0xFFFFFF));
    picture.fill({10, 10, 0, 10}, hex(0));
    picture.fill({10, 10, -5, 10}, hex(0));
    picture.fill({200, 10, 50, 10}, hex(0));
    picture.fill({10, 10, 20, 20}, hex(0, 0));
    picture.fill({nan, 10, 20, 20}, hex(0));
    picture.fill({10, 10, infinite, 20}, hex(0));
    picture.fill({10, 10, 20, 20}, hex(0), nan);
    picture.outline({10, 10, 20, 20}, 0, hex(0));
    picture.outline({10, 10, 20, 20}, nan, hex(0));
    picture.shadow({10, 10, 20, 20}, nan, hex(0));
    picture.stroke({}, 3, hex(0));
    picture.stroke({{nan, 3}}, 3, hex(0));
    picture.stroke({{1, 3}, {5, 6}}, -1, hex(0));
    picture.arc({10, 10}, nan, 3, 0, 1, hex(0));
    picture.arc({10, 10}, 5, 0, 0, 1, hex(0));
    picture.wedge({10, 10}, 5, 0.25F, 0.25F, hex(0));
    picture.polygon({{1, 1}, {5, 5}}, hex(0));
    picture.image(nullptr, {0, 0});
    picture.image(tile(), {0, 0}, 0);
    picture.image(tile(), {0, 0}, nan);
    picture.glyphs(nullptr, {0, 0}, hex(0));
    picture.glyphs(blob(), {0, infinite}, hex(0));
    {
        const Clipped clip(picture, {0, 0, 20, 20});
        const Clipped other(picture, {50, 50, 20, 20});
        picture.fill({0, 0, 100, 100}, hex(0));
    }
    CHECK(picture.commands().empty());
    picture.pop_clip(); // one too many does no harm
    CHECK(picture.clip() == Area{0, 0, 100, 100});
}

TEST_CASE("clips are cut to the clip around them, and end with their scope") {
    Picture picture(100, 100, hex(0xFFFFFF));
    {
        const Clipped outer(picture, {10, 10, 50, 50});
        const Clipped inner(picture, {40, 0, 100, 100});
        CHECK(picture.clip() == Area{40, 10, 20, 50});
        picture.fill({0, 0, 100, 100}, hex(0));
    }
    REQUIRE(picture.commands().size() == 1);
    CHECK(picture.commands().front().bounds == Area{40, 10, 20, 50});
    CHECK(picture.clip() == Area{0, 0, 100, 100});
}

TEST_CASE("colours mix and fade") {
    CHECK(hex(0x2D6A4F) == Colour{0x2D, 0x6A, 0x4F, 255});
    CHECK(mixed(hex(0x000000), hex(0xFFFFFF), 0.5F) == Colour{128, 128, 128, 255});
    CHECK(mixed(hex(0x102030), hex(0xFFFFFF), -3) == hex(0x102030));
    CHECK(faded(hex(0x102030), 0.5F).a == 128);
    CHECK(faded(hex(0x102030, 100), 2).a == 100);
}
