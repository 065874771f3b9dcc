// The text editor: writing, keeping, and what it asks before something is lost.
#include "files_play.h"

using play::Sitting;

namespace {

constexpr std::string_view laid = R"(
[files]
folder = [{ name = "Vers.2", in = "documents" }]
file = [{ name = "Liste.txt", text = "pain" }]
)";

Sitting with_new_text() {
    Sitting sitting(laid);
    sitting.click("bar/start");
    sitting.click("start/editor");
    sitting.type("Bonjour");
    return sitting;
}

Sitting with_list() {
    Sitting sitting(laid);
    sitting.twice("desktop/icon/files");
    sitting.click("files/side/documents");
    sitting.twice("files/item/Liste.txt");
    return sitting;
}

std::string text_of(const Sitting& sitting, std::string_view name) {
    const world::Node* node = world::find_in(sitting.disk(), world::folder_named(sitting.disk(), "documents"), name);
    return node != nullptr ? node->text : std::string();
}

} // namespace

TEST_CASE("a file's text is shown, written on, and kept by the toolbar and by Control+S") {
    for (const bool by_key : {false, true}) {
        Sitting sitting = with_list();
        CHECK(sitting.front() == "editor");
        CHECK(sitting.says("editor.text", "saved", true));
        sitting.type("du ");
        CHECK(sitting.says("editor.text", "text", std::string("du pain")));
        CHECK(sitting.says("editor.text", "saved", false));
        CHECK(text_of(sitting, "Liste.txt") == "pain");
        by_key ? sitting.press({"ControlLeft", "KeyS"}) : sitting.click("editor/toolbar/save");
        CHECK(text_of(sitting, "Liste.txt") == "du pain");
        CHECK(sitting.heard("file.saved") == 1);
        CHECK(!sitting.can_click("editor/toolbar/save"));
    }
}

TEST_CASE("a new text asks for its name and folder, and ends in .txt") {
    Sitting sitting = with_new_text();
    sitting.press({"ControlLeft", "KeyS"});
    REQUIRE(sitting.has("editor/save-as/name"));
    CHECK(!sitting.can_click("editor/toolbar/save"));
    sitting.click("editor/save-as/confirm");
    CHECK(sitting.target("editor/save-as/name")->details.size() == 1);
    sitting.click("editor/save-as/name");
    sitting.type("Lettre");
    sitting.click("editor/save-as/desktop");
    sitting.click("editor/save-as/confirm");
    CHECK(sitting.exists("Lettre.txt", "desktop"));
    CHECK(sitting.says("editor.text", "saved", true));
}

TEST_CASE("a name that is taken is written over only where this is wanted") {
    for (const std::string answer : {"cancel", "keep-both", "replace"}) {
        CAPTURE(answer);
        Sitting sitting = with_new_text();
        sitting.click("editor/toolbar/save");
        sitting.type("liste");
        sitting.press({"Enter"});
        REQUIRE(sitting.dialog() == "files.replace");
        CHECK(text_of(sitting, "Liste.txt") == "pain");
        sitting.click("dialog/" + answer);
        CHECK(sitting.dialog().empty());
        CHECK(sitting.has("editor/save-as/name") == (answer == "cancel"));
        CHECK(text_of(sitting, "Liste.txt") == (answer == "replace" ? "Bonjour" : "pain"));
        CHECK(text_of(sitting, "liste (2).txt") == (answer == "keep-both" ? "Bonjour" : ""));
        CHECK(sitting.heard("file.saved") == (answer == "cancel" ? 0 : 1));
    }
}

TEST_CASE("a folder's name is not written over") {
    Sitting sitting = with_new_text();
    sitting.click("editor/toolbar/save");
    sitting.type("Vers.2");
    sitting.press({"Enter"});
    CHECK(sitting.dialog().empty());
    CHECK(sitting.target("editor/save-as/name")->details.size() == 1);
    sitting.press({"Escape"});
    CHECK(!sitting.has("editor/save-as/name"));
}

TEST_CASE("closing asks where something would be lost, and only there") {
    Sitting calm = with_list();
    calm.click("editor/close");
    CHECK(calm.front() == "files");

    Sitting kept = with_list();
    kept.type("du ");
    kept.click("editor/close");
    CHECK(kept.dialog() == "editor.save-changes");
    kept.press({"Escape"});
    CHECK(kept.front() == "editor");
    kept.press({"AltLeft", "F4"});
    kept.press({"Enter"});
    CHECK(kept.front() == "files");
    CHECK(text_of(kept, "Liste.txt") == "du pain");

    Sitting lost = with_list();
    lost.type("du ");
    lost.click("editor/close");
    lost.click("dialog/dont-save");
    CHECK(lost.front() == "files");
    CHECK(text_of(lost, "Liste.txt") == "pain");
    CHECK(lost.heard("editor.discarded") == 1);
}

TEST_CASE("a new text that is closed is kept under a name, and then the window goes") {
    Sitting sitting = with_new_text();
    sitting.click("editor/close");
    sitting.click("dialog/save");
    REQUIRE(sitting.has("editor/save-as/name"));
    sitting.type("Lettre");
    sitting.press({"Enter"});
    CHECK(text_of(sitting, "Lettre.txt") == "Bonjour");
    CHECK(sitting.front().empty());
}

TEST_CASE("undo and redo work on the text, by toolbar and by keys") {
    Sitting sitting = with_list();
    sitting.type("du ");
    sitting.click("editor/toolbar/undo");
    CHECK(sitting.says("editor.text", "text", std::string("pain")));
    sitting.press({"ControlLeft", "KeyY"});
    CHECK(sitting.says("editor.text", "text", std::string("du pain")));
}
