// The file manager: each command by each way, what is refused, and that all can be taken back.
#include "base/random.h"
#include "files_play.h"
#include "world/files.h"

using play::Sitting;
using world::Button;
using Names = std::vector<std::string>;

namespace {

constexpr std::string_view laid = R"(
[files]
stick = true
folder = [
    { name = "Vacances", in = "pictures", code = "trip" },
    { name = "Papiers", in = "documents", code = "papers" },
]
file = [
    { name = "Liste.txt", text = "pain, lait", days = 1 },
    { name = "Photo 10.jpg", picture = "cat", kilobytes = 900, days = 9 },
    { name = "Photo 2.jpg", picture = "dog", kilobytes = 2500, days = 2 },
    { name = "Plage.jpg", picture = "boat", in = "trip" },
    { name = "Été.txt", text = "soleil", in = "papers" },
    { name = "Cadeau.exe", in = "downloads", risky = true },
]
)";

/// The documents are shown.
Sitting documents(std::string_view look = "bar", int safety = 2) {
    Sitting sitting(laid, look, safety);
    look == "bar" ? sitting.twice("desktop/icon/files") : sitting.click("desktop/icon/files");
    sitting.click("files/side/documents");
    return sitting;
}

const Names as_laid{"Papiers", "Liste.txt", "Photo 2.jpg", "Photo 10.jpg"};

} // namespace

TEST_CASE("a window shows its folder: folders first, numbers by their value") {
    Sitting sitting = documents();
    CHECK(sitting.items() == as_laid);
    CHECK(sitting.is_on("files/side/documents"));
    CHECK(sitting.says("files.shown", "folder", std::string("documents")));
    CHECK(sitting.says("file.exists", "name", std::string("Plage.jpg")));
}

TEST_CASE("a double-click, Enter and the menu open a folder; back, forward, up and the path lead away") {
    Sitting sitting = documents();
    sitting.twice("files/item/Papiers");
    CHECK(sitting.items() == Names{"Été.txt"});
    sitting.click("files/toolbar/back");
    CHECK(sitting.items() == as_laid);
    sitting.click("files/toolbar/forward");
    CHECK(sitting.items() == Names{"Été.txt"});
    sitting.click("files/toolbar/up");
    sitting.click("files/item/Papiers");
    sitting.press({"Enter"});
    CHECK(sitting.items() == Names{"Été.txt"});
    sitting.press({"AltLeft", "ArrowLeft"});
    CHECK(sitting.items() == as_laid);
    sitting.choose("files/item/Papiers", "open");
    sitting.click("files/path/2");
    CHECK(sitting.items() == as_laid);
    sitting.click("files/path/1");
    CHECK(sitting.has("files/item/pictures"));
    CHECK(!sitting.can_click("files/toolbar/up"));
}

TEST_CASE("in every look a click only selects a file, and a double-click opens it") {
    for (const std::string_view look : {"bar", "overview"}) {
        Sitting sitting = documents(look);
        sitting.click("files/item/Papiers");
        CHECK(sitting.items() == as_laid);
        sitting.twice("files/item/Papiers");
        CHECK(sitting.items() == Names{"Été.txt"});
        sitting.twice("files/item/Été.txt");
        CHECK(sitting.front() == "editor");
        CHECK(sitting.heard("file.opened") == 1);
    }
}

TEST_CASE("the arrows lead to a file, and keys work on it") {
    Sitting sitting = documents("overview");
    sitting.click("files/ground");
    for (int i = 0; i < 40 && sitting.state().focus != "files/item/Liste.txt"; ++i) {
        sitting.press({"Tab"});
    }
    REQUIRE(sitting.state().focus == "files/item/Liste.txt");
    sitting.press({"ArrowDown"});
    CHECK(sitting.items() == as_laid);
    sitting.press({"Delete"});
    CHECK(sitting.exists("Photo 2.jpg", "bin"));
}

TEST_CASE("clicks select one, with Control more, with Shift a range; Control+A all, the ground none") {
    Sitting sitting = documents();
    sitting.click("files/item/Liste.txt");
    sitting.click("files/item/Photo 10.jpg", true);
    CHECK(sitting.is_on("files/item/Liste.txt"));
    CHECK(!sitting.is_on("files/item/Photo 2.jpg"));
    CHECK(sitting.is_on("files/item/Photo 10.jpg"));
    sitting.click("files/item/Liste.txt", true);
    CHECK(!sitting.is_on("files/item/Liste.txt"));
    sitting.click("files/item/Papiers");
    sitting.click("files/item/Photo 2.jpg", false, true);
    CHECK(sitting.is_on("files/item/Liste.txt"));
    CHECK(!sitting.is_on("files/item/Photo 10.jpg"));
    sitting.press({"ControlLeft", "KeyA"});
    CHECK(sitting.is_on("files/item/Photo 10.jpg"));
    sitting.click("files/ground");
    CHECK(!sitting.says("file.selected", "folder", std::string("documents")));
}

TEST_CASE("a file is moved by drag, by menus, by shortcuts and by the toolbar: each way leads to the same disk") {
    const auto by_drag = [](Sitting& one) { one.drag("files/item/Liste.txt", "files/side/pictures"); };
    const auto by_menu = [](Sitting& one) {
        one.choose("files/item/Liste.txt", "cut");
        one.click("files/side/pictures");
        one.choose("files/ground", "paste");
    };
    const auto by_keys = [](Sitting& one) {
        one.click("files/item/Liste.txt");
        one.press({"ControlLeft", "KeyX"});
        one.click("files/side/pictures");
        one.press({"ControlLeft", "KeyV"});
    };
    const auto by_toolbar = [](Sitting& one) {
        one.click("files/item/Liste.txt");
        one.click("files/toolbar/cut");
        one.click("files/side/pictures");
        one.click("files/toolbar/paste");
    };
    Sitting first = documents();
    by_drag(first);
    CHECK(first.exists("Liste.txt", "pictures"));
    CHECK(!first.exists("Liste.txt", "documents"));
    for (void (*way)(Sitting&) : {+by_menu, +by_keys, +by_toolbar}) {
        Sitting other = documents();
        way(other);
        CHECK(other.disk() == first.disk());
        CHECK(other.heard("file.moved") == 1);
    }
}

TEST_CASE("a file is copied by a drag with Control, by the clipboard, and onto the stick always") {
    Sitting sitting = documents();
    sitting.drag("files/item/Liste.txt", "files/item/Papiers", true);
    CHECK(sitting.exists("Liste.txt", "papers"));
    CHECK(sitting.exists("Liste.txt", "documents"));
    sitting.click("files/item/Liste.txt");
    sitting.click("files/toolbar/copy");
    CHECK(sitting.says("file.in_clipboard", "name", std::string("Liste.txt")));
    sitting.click("files/toolbar/paste");
    CHECK(sitting.exists("Liste (2).txt", "documents"));
    sitting.drag("files/item/Photo 2.jpg", "files/side/stick");
    CHECK(sitting.exists("Photo 2.jpg", "stick"));
    CHECK(sitting.exists("Photo 2.jpg", "documents"));
    sitting.choose("files/item/Photo 10.jpg", "copy-to-stick");
    CHECK(sitting.exists("Photo 10.jpg", "stick"));
    CHECK(sitting.heard("file.copied") == 4);
}

TEST_CASE("several selected files are carried together, into another window too") {
    Sitting sitting = documents();
    sitting.act(world::Place{"files/title", 0, 0});
    sitting.act(world::Place{"files/grip", 430, 420});
    sitting.click("bar/start");
    sitting.click("start/files");
    sitting.act(world::Place{"files-2/title", 440, 200});
    sitting.click("files-2/side/music");
    sitting.click("bar/task/files");
    sitting.click("files/item/Photo 2.jpg");
    sitting.click("files/item/Photo 10.jpg", true);
    sitting.drag("files/item/Photo 10.jpg", "files-2");
    CHECK(sitting.exists("Photo 2.jpg", "music"));
    CHECK(sitting.exists("Photo 10.jpg", "music"));
}

TEST_CASE("a new folder asks for a name, and for another where it cannot be") {
    Sitting sitting = documents();
    sitting.click("files/toolbar/new-folder");
    sitting.press({"Enter"});
    CHECK(world::front_dialog(sitting.state())->fault.message.id == "desk.files.name.empty");
    sitting.type("papiers");
    sitting.click("dialog/create");
    CHECK(world::front_dialog(sitting.state())->fault.message.id == "desk.files.name.taken");
    sitting.type(" 2026");
    sitting.press({"Enter"});
    CHECK(sitting.dialog().empty());
    CHECK(sitting.exists("papiers 2026", "documents"));
    CHECK(sitting.is_on("files/item/papiers 2026"));
    sitting.press({"ControlLeft", "ShiftLeft", "KeyN"});
    CHECK(sitting.dialog() == "files.new-folder");
    sitting.press({"Escape"});
    CHECK(sitting.dialog().empty());
    CHECK(sitting.heard("file.created") == 1);
}

TEST_CASE("a name is changed in place, by F2, menu and toolbar; its ending stays where one only types") {
    for (const int way : {0, 1, 2}) {
        CAPTURE(way);
        Sitting sitting = documents();
        if (way == 1) {
            sitting.choose("files/item/Liste.txt", "rename");
        } else {
            sitting.click("files/item/Liste.txt");
            way == 0 ? sitting.press({"F2"}) : sitting.click("files/toolbar/rename");
        }
        REQUIRE(sitting.has("files/field/rename"));
        sitting.type("Courses");
        sitting.press({"Enter"});
        CHECK(sitting.exists("Courses.txt", "documents"));
        CHECK(!sitting.has("files/field/rename"));
        CHECK(sitting.heard("file.renamed") == 1);
    }
}

TEST_CASE("a name that cannot be stays in its field and says why; Escape leaves the old one") {
    Sitting sitting = documents();
    sitting.click("files/item/Liste.txt");
    sitting.press({"F2"});
    sitting.press({"ControlLeft", "KeyA"});
    sitting.type("photo 2.jpg");
    sitting.press({"Enter"});
    REQUIRE(sitting.has("files/field/rename"));
    CHECK(sitting.target("files/field/rename")->details.size() == 1);
    sitting.press({"Escape"});
    CHECK(sitting.exists("Liste.txt", "documents"));
    sitting.press({"F2"});
    sitting.type("Marché");
    sitting.click("files/ground");
    CHECK(sitting.exists("Marché.txt", "documents"));
}

TEST_CASE("a file goes into the bin by key, menu, toolbar and drag, and comes back to its folder") {
    for (const int way : {0, 1, 2, 3}) {
        CAPTURE(way);
        Sitting sitting = documents();
        sitting.click("files/item/Liste.txt");
        switch (way) {
        case 0:
            sitting.press({"Delete"});
            break;
        case 1:
            sitting.choose("files/item/Liste.txt", "delete");
            break;
        case 2:
            sitting.click("files/toolbar/delete");
            break;
        default:
            sitting.drag("files/item/Liste.txt", "files/side/bin");
        }
        CHECK(sitting.exists("Liste.txt", "bin"));
        CHECK(sitting.heard("file.deleted") == 1);
        sitting.click("files/side/bin");
        sitting.click("files/item/Liste.txt");
        way % 2 == 0 ? sitting.click("files/toolbar/restore") : sitting.choose("files/item/Liste.txt", "restore");
        CHECK(sitting.exists("Liste.txt", "documents"));
        CHECK(sitting.heard("file.restored") == 1);
    }
}

TEST_CASE("deleting for good asks first") {
    Sitting sitting = documents();
    sitting.click("files/item/Liste.txt");
    sitting.press({"Delete"});
    sitting.click("files/side/bin");
    sitting.click("files/toolbar/empty-bin");
    CHECK(sitting.dialog() == "files.empty-bin");
    sitting.press({"Escape"});
    CHECK(sitting.exists("Liste.txt", "bin"));
    sitting.choose("files/side/bin", "empty-bin");
    sitting.click("dialog/empty-bin");
    CHECK(!sitting.exists("Liste.txt", "bin"));
    CHECK(!sitting.can_click("files/toolbar/empty-bin"));
    sitting.click("files/side/documents");
    sitting.click("files/item/Photo 2.jpg");
    sitting.press({"ShiftLeft", "Delete"});
    CHECK(sitting.dialog() == "files.erase");
    sitting.click("dialog/erase");
    CHECK(!sitting.exists("Photo 2.jpg", "documents"));
    CHECK(sitting.heard("file.erased") == 2);
}

TEST_CASE("a search finds files below the folder by a part of their names, whatever the accents") {
    Sitting sitting(laid);
    sitting.twice("desktop/icon/files");
    sitting.press({"ControlLeft", "KeyF"});
    sitting.type("ete");
    CHECK(sitting.items() == Names{"Été.txt"});
    CHECK(sitting.says("files.shown", "search", std::string("ete")));
    sitting.press({"Enter"});
    CHECK(sitting.is_on("files/item/Été.txt"));
    CHECK(sitting.heard("file.found") == 1);
    sitting.press({"Enter"});
    CHECK(sitting.front() == "editor");
    sitting.click("editor/close");
    sitting.click("files/toolbar/clear-search");
    CHECK(sitting.has("files/item/documents"));
    sitting.click("files/side/music");
    sitting.click("files/field/search");
    sitting.type("ete");
    CHECK(sitting.items().empty());
}

TEST_CASE("headings sort, and a second click reverses; the menu and the other view do the same") {
    Sitting sitting = documents();
    sitting.click("files/heading/size");
    CHECK(sitting.items() == Names{"Papiers", "Liste.txt", "Photo 10.jpg", "Photo 2.jpg"});
    sitting.click("files/heading/size");
    CHECK(sitting.items() == Names{"Papiers", "Photo 2.jpg", "Photo 10.jpg", "Liste.txt"});
    CHECK(sitting.is_on("files/heading/size"));
    sitting.click("files/toolbar/view");
    CHECK(!sitting.has("files/heading/size"));
    CHECK(sitting.says("files.shown", "view", std::string("icons")));
    sitting.click("files/toolbar/sort");
    sitting.click("menu/sort-changed");
    CHECK(sitting.items() == Names{"Papiers", "Photo 10.jpg", "Photo 2.jpg", "Liste.txt"});
}

TEST_CASE("Control+Z and the toolbar take a change of files back, one after the other") {
    Sitting sitting = documents();
    const world::Disk before = sitting.disk();
    CHECK(!sitting.can_click("files/toolbar/undo"));
    sitting.click("files/item/Liste.txt");
    sitting.press({"Delete"});
    sitting.drag("files/item/Photo 2.jpg", "files/item/Papiers");
    sitting.press({"ControlLeft", "KeyZ"});
    CHECK(sitting.exists("Photo 2.jpg", "documents"));
    sitting.click("files/toolbar/undo");
    CHECK(sitting.disk() == before);
    CHECK(sitting.heard("file.undone") == 2);
}

TEST_CASE("a stick is ejected in the side bar, and its window shows something else; undo does not plug it in") {
    Sitting sitting = documents();
    sitting.drag("files/item/Liste.txt", "files/side/stick");
    sitting.click("files/side/stick");
    CHECK(sitting.items() == Names{"Liste.txt"});
    sitting.click("files/side/eject");
    CHECK(sitting.heard("stick.ejected") == 1);
    CHECK(sitting.says("stick.state", "inserted", false));
    sitting.click("dialog/ok");
    CHECK(!sitting.has("files/side/stick"));
    CHECK(sitting.items() == as_laid);
    sitting.press({"ControlLeft", "KeyZ"});
    CHECK(!sitting.disk().stick_is_in);
    CHECK(!sitting.exists("Liste.txt", "stick"));
}

TEST_CASE("pulling a stick out follows the safety dial") {
    Sitting careful = documents("bar", 1);
    careful.choose("files/side/stick", "pull-out");
    CHECK(careful.disk().stick_is_in);
    Sitting warned = documents("bar", 2);
    warned.choose("files/side/stick", "pull-out");
    CHECK(warned.dialog() == "files.pull-out");
    warned.press({"Enter"});
    CHECK(warned.heard("stick.ejected") == 1);
    Sitting fallen = documents("bar", 3);
    fallen.choose("files/side/stick", "pull-out");
    CHECK(fallen.heard("stick.pulled_out") == 1);
    CHECK(fallen.heard("safety.fell") == 1);
}

TEST_CASE("standard folders are neither renamed nor deleted nor dragged") {
    Sitting sitting(laid);
    sitting.twice("desktop/icon/files");
    sitting.click("files/item/pictures");
    CHECK(!sitting.can_click("files/toolbar/delete"));
    CHECK(!sitting.can_click("files/toolbar/rename"));
    const world::Disk before = sitting.disk();
    sitting.press({"Delete"});
    sitting.press({"F2"});
    sitting.drag("files/item/pictures", "files/side/bin");
    CHECK(sitting.disk() == before);
}

TEST_CASE("a folder is not pasted into itself, and says so") {
    Sitting sitting = documents();
    sitting.click("files/item/Papiers");
    sitting.press({"ControlLeft", "KeyC"});
    sitting.choose("files/item/Papiers", "paste-into");
    CHECK(sitting.dialog() == "files.into-itself");
}

TEST_CASE("start tables are checked: folders that are not there, in themselves, names twice") {
    const auto faults_of = [](std::string_view toml) {
        base::Faults faults;
        const lesson::AppKind kind = world::files_kind();
        auto read = lesson::read_toml(toml, "test.toml");
        REQUIRE(read.ok());
        lesson::check(read.value(), *kind.start, faults);
        kind.check(lesson::table_of(read.value()), faults);
        std::string ids;
        for (const base::Error& fault : faults) {
            ids += fault.id + " ";
        }
        return ids;
    };
    CHECK(faults_of("file = [{ name = \"a.txt\", in = \"bin\" }]").empty());
    CHECK(faults_of("file = [{ name = \"a.txt\", in = \"picture\" }]") == "files.misspelt-folder ");
    CHECK(faults_of("file = [{ name = \"a.txt\", in = \"xyzzy\" }]") == "files.unknown-folder ");
    CHECK(faults_of("file = [{ name = \"a.txt\" }, { name = \"A.TXT\" }]") == "files.same-name ");
    CHECK(faults_of("file = [{ name = \"a?.txt\" }]") == "files.bad-name ");
    CHECK(faults_of("folder = [{ name = \"A\", code = \"a\", in = \"a\" }]") == "files.folder-in-itself ");
    CHECK(faults_of("folder = [{ name = \"A\", code = \"bin\" }]") == "files.same-code ");
}

TEST_CASE("a list words sizes and dates as people do") {
    const auto id = [](const world::Words& words) { return words.message.id; };
    constexpr std::int64_t noon = 100 * 24 * 60 + 720;
    CHECK(id(world::words_of_change(noon - 5, noon)) == "desk.files.date.today-am");
    CHECK(id(world::words_of_change(noon - 24 * 60, noon)) == "desk.files.date.yesterday-pm");
    const world::Words day = world::words_of_change(59 * 24 * 60, noon);
    CHECK(day.message.arguments == std::vector<base::Argument>{{"day", "01"}, {"month", "03"}, {"year", "2026"}});
    const world::Words before = world::words_of_change(-1, noon);
    CHECK(before.message.arguments == std::vector<base::Argument>{{"day", "31"}, {"month", "12"}, {"year", "2025"}});
}

namespace {

/// Two files of the documents, and others of their names elsewhere.
constexpr std::string_view twins = R"(
[files]
stick = true
folder = [{ name = "Papiers", in = "documents", code = "papers" }, { name = "Album.jpg", in = "pictures" }]
file = [
    { name = "Liste.txt", text = "pain" },
    { name = "Note.txt", text = "à relire" },
    { name = "Album.jpg", picture = "cat" },
    { name = "liste.txt", text = "lait", in = "papers" },
    { name = "Note.txt", text = "vieille", in = "papers" },
    { name = "Liste.txt", text = "clous", in = "desktop" },
    { name = "Liste.txt", text = "sel", in = "stick" },
]
)";

Sitting with_twins() {
    Sitting sitting(twins);
    sitting.twice("desktop/icon/files");
    sitting.click("files/side/documents");
    return sitting;
}

/// What stands in the file of that name, in that folder; `-` where there is none.
std::string text_in(const Sitting& sitting, std::string_view name, std::string_view folder) {
    const world::Disk& disk = sitting.disk();
    const world::Node* node = world::find_in(disk, world::folder_named(disk, folder), name);
    return node != nullptr ? node->text : "-";
}

void move_list(Sitting& sitting, bool by_drag) {
    if (by_drag) {
        sitting.drag("files/item/Liste.txt", "files/item/Papiers");
        return;
    }
    sitting.click("files/item/Liste.txt");
    sitting.press({"ControlLeft", "KeyX"});
    sitting.twice("files/item/Papiers");
    sitting.press({"ControlLeft", "KeyV"});
}

} // namespace

TEST_CASE("a file that is moved onto another of its name: a question, and three answers that can be taken back") {
    for (const bool by_drag : {true, false}) {
        for (const std::string answer : {"cancel", "keep-both", "replace"}) {
            CAPTURE(by_drag);
            CAPTURE(answer);
            Sitting sitting = with_twins();
            const world::Disk before = sitting.disk();
            move_list(sitting, by_drag);
            REQUIRE(sitting.dialog() == "files.replace");
            CHECK(sitting.disk() == before);
            sitting.click("dialog/" + answer);
            CHECK(sitting.dialog().empty());
            const bool moves = answer != "cancel";
            CHECK(sitting.heard("file.moved") == (moves ? 1 : 0));
            CHECK(sitting.heard("file.erased") == (answer == "replace" ? 1 : 0));
            CHECK(text_in(sitting, "Liste.txt", "documents") == (moves ? "-" : "pain"));
            CHECK(text_in(sitting, "liste.txt", "papers") == (answer == "replace" ? "pain" : "lait"));
            CHECK(text_in(sitting, "Liste (2).txt", "papers") == (answer == "keep-both" ? "pain" : "-"));
            CHECK((sitting.state().clipboard == world::Carried{}) == (by_drag || moves));
            if (moves) {
                sitting.click("files/toolbar/undo");
                CHECK(sitting.disk().nodes == before.nodes);
            }
        }
    }
}

TEST_CASE("several names that are taken are asked about once, and what has a free name comes along") {
    Sitting sitting = with_twins();
    sitting.press({"ControlLeft", "KeyA"});
    sitting.click("files/item/Papiers", true);
    sitting.press({"ControlLeft", "KeyC"});
    sitting.twice("files/item/Papiers");
    sitting.press({"ControlLeft", "KeyV"});
    REQUIRE(sitting.dialog() == "files.replace-several");
    sitting.click("dialog/replace");
    CHECK(text_in(sitting, "Liste.txt", "papers") == "pain");
    CHECK(text_in(sitting, "Note.txt", "papers") == "à relire");
    CHECK(sitting.exists("Album.jpg", "papers"));
    CHECK(sitting.items().size() == 3);
    CHECK(text_in(sitting, "Liste.txt", "documents") == "pain");
}

TEST_CASE("the same question comes on the desktop, on the stick, and never for the bin, a folder or the same place") {
    Sitting sitting = with_twins();
    sitting.drag("files/item/Liste.txt", "desktop/ground");
    REQUIRE(sitting.dialog() == "files.replace");
    sitting.click("dialog/replace");
    CHECK(text_in(sitting, "Liste.txt", "desktop") == "pain");
    sitting.act(world::Undo{});
    sitting.press({"Escape"});
    CHECK(text_in(sitting, "Liste.txt", "desktop") == "clous");
    sitting.choose("files/item/Liste.txt", "copy-to-stick");
    REQUIRE(sitting.dialog() == "files.replace");
    sitting.press({"Enter"}); // the answer by which nothing is lost
    CHECK(text_in(sitting, "Liste.txt", "stick") == "sel");
    CHECK(text_in(sitting, "Liste (2).txt", "stick") == "pain");
    sitting.drag("files/item/Album.jpg", "files/side/pictures");
    CHECK(sitting.dialog().empty());
    CHECK(sitting.exists("Album (2).jpg", "pictures"));
    sitting.click("files/item/Liste.txt");
    sitting.press({"ControlLeft", "KeyC"});
    sitting.press({"ControlLeft", "KeyV"});
    CHECK(sitting.dialog().empty());
    CHECK(sitting.exists("Liste (2).txt", "documents"));
    sitting.drag("files/item/Liste (2).txt", "files/side/bin");
    CHECK(sitting.dialog().empty());
}

TEST_CASE("random hands at the file manager do no harm, and all they did can be taken back") {
    for (const std::string_view look : {"bar", "overview"}) {
        Sitting sitting = documents(look);
        const world::DeskState first = sitting.state();
        const std::size_t depth = sitting.desk.timeline.length();
        base::Random random{11};
        for (int turn = 0; turn < 1500; ++turn) {
            const std::vector<world::Target> all = world::targets(sitting.state());
            const world::Target& one = all.at(random.below(all.size()));
            const world::Target& other = all.at(random.below(all.size()));
            switch (random.below(8)) {
            case 0:
                sitting.drag(one.name, other.name, random.below(2) == 0);
                break;
            case 1:
                sitting.right(one.name);
                break;
            case 2:
                sitting.twice(one.name);
                break;
            case 3:
                sitting.type("é2");
                break;
            case 4:
                sitting.press({std::vector<const char*>{"Enter", "Escape", "Delete", "F2", "Backspace", "ArrowDown"}.at(
                    random.below(6))});
                break;
            case 5:
                sitting.press({"ControlLeft",
                               std::vector<const char*>{"KeyA", "KeyC", "KeyX", "KeyV", "KeyZ"}.at(random.below(5))});
                break;
            default:
                sitting.click(one.name, random.below(4) == 0, random.below(4) == 0);
            }
            REQUIRE(!world::targets(sitting.state()).empty());
            REQUIRE(sitting.disk().nodes.size() <= world::most_nodes);
        }
        while (sitting.desk.timeline.length() > depth) {
            sitting.act(world::Undo{});
        }
        CHECK(sitting.state() == first);
    }
}
