// Pictures from SVG files: sizes, placeholders, hostile files.
#include "screen/art.h"

#include <filesystem>
#include <fstream>
#include <unistd.h>

#include <doctest/doctest.h>

namespace {

using namespace screen;

// A folder of pictures that goes with the test.
struct Folder {
    Folder() : path(std::filesystem::temp_directory_path() / ("coucou_art_test_" + std::to_string(::getpid()))) {
        std::filesystem::create_directories(path);
        write("square", R"(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10">)"
                        R"(<rect x="0" y="0" width="10" height="10" fill="#ff0000"/></svg>)");
        write("half", R"(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10">)"
                      R"(<rect x="0" y="0" width="5" height="10" fill="#0000ff" fill-opacity="0.5"/></svg>)");
    }
    ~Folder() { std::filesystem::remove_all(path); }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    Folder(Folder&&) = delete;
    Folder& operator=(Folder&&) = delete;

    void write(const std::string& name, const std::string& content) const {
        std::ofstream(path / (name + ".svg"), std::ios::binary) << content;
    }

    std::filesystem::path path;
};

std::uint32_t at(const Bitmap& bitmap, int x, int y) {
    return bitmap.pixels[static_cast<std::size_t>(y * bitmap.width + x)];
}

} // namespace

TEST_CASE("a picture is drawn at the size wanted, premultiplied") {
    const Folder folder;
    Art art(folder.path);
    const auto square = art.picture("square", 40, 40);
    CHECK(square->width == 40);
    CHECK(square->height == 40);
    CHECK(at(*square, 20, 20) == 0xFFFF0000);
    const auto half = art.picture("half", 40, 40);
    CHECK(at(*half, 35, 20) == 0);
    const std::uint32_t blue = at(*half, 10, 20);
    CHECK((blue >> 24U) == (blue & 0xFFU)); // pure blue, multiplied by its opacity
    CHECK((blue >> 24U) / 4 == 31);
    CHECK(art.picture("square", 40, 40) == square); // the same one again
    CHECK(art.faults().empty());
}

TEST_CASE("a picture keeps its proportions and stands in the middle") {
    const Folder folder;
    Art art(folder.path);
    const auto wide = art.picture("square", 60, 20);
    CHECK(wide->width == 60);
    CHECK(at(*wide, 30, 10) == 0xFFFF0000);
    CHECK(at(*wide, 5, 10) == 0);
    CHECK(at(*wide, 55, 10) == 0);
}

TEST_CASE("an icon is the picture's shape") {
    const Folder folder;
    Art art(folder.path);
    const auto icon = art.icon("half", 20);
    REQUIRE(icon->coverage.size() == 400);
    CHECK(icon->coverage[10 * 20 + 2] > 120);
    CHECK(icon->coverage[10 * 20 + 18] == 0);
}

TEST_CASE("a missing or broken picture gives a placeholder and one fault") {
    const Folder folder;
    folder.write("empty", "");
    folder.write("noise", std::string(1000, '\xFE'));
    folder.write("large", "<svg>" + std::string(70 * 1024, ' ') + "</svg>");
    folder.write("cut", R"(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><path d="M 0 0 L)");
    Art art(folder.path);
    CHECK_FALSE(art.has("gone"));
    CHECK(art.has("square"));
    const auto sign = art.picture("gone", 48, 48);
    CHECK(sign->width == 48);
    CHECK((at(*sign, 24, 44) >> 24U) == 255);
    CHECK((at(*sign, 0, 0) >> 24U) < 64); // round corners
    art.icon("gone", 20);
    art.picture("gone", 20, 20);
    REQUIRE(art.faults().size() == 1);
    CHECK(art.faults().front().id == "screen.picture-missing");
    CHECK(art.faults().front().place.file == (folder.path / "gone.svg").string());
    art.picture("empty", 20, 20);
    art.picture("noise", 20, 20);
    art.picture("large", 20, 20);
    CHECK(art.faults().size() == 4);
    CHECK(art.faults().back().id == "screen.picture-broken");
    CHECK(art.picture("cut", 20, 20)->width == 20); // whatever could be read of it
}

TEST_CASE("names cannot leave the folder") {
    const Folder folder;
    std::filesystem::create_directories(folder.path / "inner");
    Art art(folder.path / "inner");
    for (const char* name : {"../square", "/etc/passwd", "", "a/b", "Square", "a.b"}) {
        CHECK_FALSE(art.has(name));
        CHECK(art.picture(name, 8, 8)->width == 8);
    }
}

TEST_CASE("hostile pictures do no harm") {
    const Folder folder;
    const std::string head = R"(<svg xmlns="http://www.w3.org/2000/svg" )";
    folder.write("giant", head + R"(width="1e30" height="1e30" viewBox="0 0 1e30 1e30"><circle r="1e30"/></svg>)");
    folder.write("nothing", head + R"(width="0" height="0" viewBox="0 0 0 0"><rect width="5" height="5"/></svg>)");
    folder.write("negative", head + R"(width="-5" height="-9" viewBox="9 9 -5 -5"><rect width="5" height="5"/></svg>)");
    folder.write("nan",
                 head + R"(viewBox="nan inf -inf nan"><path d="M nan inf L 1e400 -1e400 C 1 2 3 4 5 6 Z"/></svg>)");
    std::string deep = head + R"(viewBox="0 0 10 10">)";
    for (int i = 0; i < 5000; ++i) {
        deep += "<g>";
    }
    folder.write("deep", deep + R"(<rect width="5" height="5"/></svg>)");
    folder.write("gradient", head + R"(viewBox="0 0 10 10"><linearGradient id="a" href="#a"/>)" +
                                 R"x(<rect width="9" height="9" fill="url(#a)"/></svg>)x");
    Art art(folder.path);
    for (const char* name : {"giant", "nothing", "negative", "nan", "deep", "gradient"}) {
        CAPTURE(name);
        CHECK(art.picture(name, 32, 32)->pixels.size() == 32 * 32);
        CHECK(art.icon(name, 16)->coverage.size() == 16 * 16);
    }
    CHECK(art.picture("square", 1'000'000, -4)->width == 4096);
}

TEST_CASE("kept pictures stay within their bound") {
    const Folder folder;
    Art art(folder.path);
    for (int size = 1; size < 400; size += 7) {
        art.picture("square", size, size);
        art.icon("half", size);
    }
    CHECK(art.kept_bytes() <= 9 * 1024 * 1024);
    CHECK(art.picture("square", 8, 8)->width == 8);
}

TEST_CASE("all shipped pictures can be read") {
    const std::filesystem::path folder = COUCOU_SOURCE_DIR "/assets/art";
    Art art(folder);
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        if (entry.path().extension() == ".svg") {
            art.picture(entry.path().stem().string(), 32, 32);
        }
    }
    for (const base::Error& fault : art.faults()) {
        FAIL_CHECK(fault.place.file);
    }
}
