// The viewer: pictures one after the other, documents, and risky files by the safety dial.
#include "files_play.h"
#include "world/viewer.h"

using play::Sitting;

namespace {

constexpr std::string_view laid = R"(
[files]
file = [
    { name = "Chat.jpg", picture = "cat", in = "pictures" },
    { name = "Chien.jpg", picture = "dog", in = "pictures" },
    { name = "Notes.txt", in = "pictures" },
    { name = "Facture.pdf", text = "42 euros", in = "downloads" },
    { name = "Cadeau.exe", in = "downloads", risky = true },
    { name = "Chanson.mp3", in = "downloads" },
]
)";

Sitting opened(const std::string& folder, const std::string& file, int safety = 2) {
    Sitting sitting(laid, "bar", safety);
    sitting.twice("desktop/icon/files");
    sitting.click("files/side/" + folder);
    sitting.twice("files/item/" + file);
    return sitting;
}

} // namespace

TEST_CASE("pictures of a folder are gone through, round and round, and made larger and smaller") {
    Sitting sitting = opened("pictures", "Chat.jpg");
    CHECK(sitting.says("viewer.shown", "name", std::string("Chat.jpg")));
    sitting.click("viewer/toolbar/next");
    CHECK(sitting.says("viewer.shown", "name", std::string("Chien.jpg")));
    sitting.click("viewer/toolbar/zoom-in");
    CHECK(sitting.says("viewer.shown", "zoom", 1.0));
    sitting.press({"ArrowRight"});
    CHECK(sitting.says("viewer.shown", "name", std::string("Chat.jpg")));
    CHECK(sitting.says("viewer.shown", "zoom", 0.0));
    for (int i = 0; i < 9; ++i) {
        sitting.click("viewer/toolbar/zoom-out");
    }
    CHECK(sitting.says("viewer.shown", "zoom", -3.0));
    CHECK(!sitting.can_click("viewer/toolbar/zoom-out"));
}

TEST_CASE("a document is a page with its text") {
    Sitting sitting = opened("downloads", "Facture.pdf");
    REQUIRE(sitting.has("viewer/page"));
    CHECK(sitting.target("viewer/page")->words.text == "42 euros");
    CHECK(!sitting.has("viewer/toolbar/next"));
}

TEST_CASE("a risky file is blocked, warned of, or tells what to do now, by the safety dial") {
    Sitting blocked = opened("downloads", "Cadeau.exe", 1);
    CHECK(blocked.front() == "viewer");
    CHECK(!blocked.has("viewer/warning/go-on"));
    blocked.click("viewer/warning/back");
    CHECK(blocked.front() == "files");
    CHECK(blocked.heard("safety.fell") == 0);

    Sitting warned = opened("downloads", "Cadeau.exe", 2);
    CHECK(warned.heard("safety.fell") == 0);
    warned.click("viewer/warning/go-on");
    CHECK(warned.heard("safety.fell") == 1);
    warned.act(world::Undo{});
    CHECK(warned.has("viewer/warning/go-on"));

    Sitting fallen = opened("downloads", "Cadeau.exe", 3);
    CHECK(fallen.heard("safety.fell") == 1);
    CHECK(!fallen.has("viewer/warning/go-on"));
}

TEST_CASE("a file whose stick or folder is gone is no longer shown") {
    Sitting sitting = opened("pictures", "Chat.jpg");
    sitting.click("bar/task/files");
    sitting.click("files/item/Chat.jpg");
    sitting.press({"ShiftLeft", "Delete"});
    sitting.click("dialog/erase");
    CHECK(!sitting.says("viewer.shown", "name", std::string("Chat.jpg")));
}

TEST_CASE("what nothing opens is said calmly") {
    Sitting sitting = opened("downloads", "Chanson.mp3");
    CHECK(sitting.dialog() == "cannot-open");
}
