// Ways on the desktop, in files, texts and mail: from a desk that is laid out, in both looks, the first way that leads
// on is followed until what was wished for is so.
#include "ways_play.h"

#include <array>

namespace {

using namespace ways_play;

/// A desk with a bit of everything, and nothing open.
constexpr std::string_view full = R"toml(
[files]
stick = true
[[files.folder]]
name = "Vacances"
code = "holidays"
[[files.file]]
name = "Lettre.txt"
text = "Bonjour"
[[files.file]]
name = "Plage.jpg"
in = "pictures"
[[files.file]]
name = "Reçu.pdf"
in = "desktop"
text = "Dix euros."
[[files.file]]
name = "Vieux.txt"
in = "bin"
text = "Autrefois"
[mail]
address = "ana@exemple.fr"
name = "Ana Lopes"
contacts = ["Marie Petit <marie@exemple.fr>"]
unreachable = ["perdu@exemple.fr"]
[[mail.inbox]]
from = "Marc Roy <marc@exemple.fr>"
subject = "Le plan"
body = "Voici le plan : [ici](http://www.valbois.fr/)"
[[mail.inbox.attachment]]
name = "Plan.txt"
text = "À gauche après le pont."
[[mail.inbox]]
from = "Votre banque <securite@compte-verif.xyz>"
subject = "URGENT"
body = "Compte bloqué : [www.mabanque.fr](http://compte-verif.xyz/)"
danger = "Une banque ne demande jamais cela."
signs = ["sender", "link"]
[[mail.inbox]]
from = "Marie Petit <marie@exemple.fr>"
subject = "Jeudi"
body = "Venez-vous jeudi ?"
read = true
[[mail.bin]]
from = "Marie Petit <marie@exemple.fr>"
subject = "Mardi"
body = "C’était mardi."
)toml";

/// The same with windows open, the last in front.
std::string with_open(std::string_view programs) {
    return "[desktop]\nopen = [" + std::string(programs) + "]\n" + std::string(full);
}

struct Wanted {
    std::string_view fact;
    int within = 0; ///< ways
    bool gone = false;
    std::string_view open = "'files', 'mail'"; ///< programs; in front the last
};

std::string start_of(const Wanted& wanted) {
    return wanted.open.empty() ? std::string(full) : with_open(wanted.open);
}

template <std::size_t count>
void come_true(const std::array<Wanted, count>& all) {
    for (const Wanted& wanted : all) {
        for (const world::DeskLook look : {world::DeskLook::bar, world::DeskLook::overview}) {
            CAPTURE(wanted.fact);
            CAPTURE(wanted.gone);
            CAPTURE(static_cast<int>(look));
            Follower follower(start_of(wanted), {.look = look});
            const FactPattern pattern = asked_for(wanted.fact);
            REQUIRE_FALSE(follower.is_so(pattern, wanted.gone));
            const int ways = follower.follow(pattern, wanted.gone);
            CHECK(ways > 0);
            CHECK(ways <= wanted.within);
        }
    }
}

} // namespace

TEST_CASE("states of windows are brought about and ended") {
    come_true(std::to_array<Wanted>({
        {"desktop.window = { program = 'editor' }", 3, false, ""},
        {"desktop.window = { program = 'mail', active = true }", 3, false, ""},
        {"desktop.window = { program = 'files', active = true }", 3},
        {"desktop.window = { program = 'mail', active = false }", 3},
        {"desktop.window = { program = 'files', minimised = true }", 3},
        {"desktop.window = { program = 'mail', maximised = true }", 3},
        {"desktop.window = { program = 'files', maximised = true }", 3},
        {"desktop.window = { program = 'files' }", 3, true},
        {"desktop.window = { program = 'any' }", 4, true},
        {"desktop.windows = { count = { at_least = 4 } }", 9},
        {"desktop.windows = { count = 1 }", 2},
        {"desktop.windows = { count = 0 }", 3},
    }));
}

TEST_CASE("events of windows are brought about") {
    come_true(std::to_array<Wanted>({
        {"desktop.opened = { program = 'browser' }", 3},
        {"desktop.opened = { program = 'mail' }", 5},
        {"desktop.closed = { program = 'files' }", 3},
        {"desktop.closed = { program = 'editor' }", 5},
        {"desktop.switched = { program = 'files' }", 3},
        {"desktop.switched = { program = 'mail' }", 5},
        {"desktop.minimised = { program = 'mail' }", 3},
        {"desktop.restored = { program = 'mail' }", 6},
        {"desktop.maximised = { program = 'mail' }", 3},
        {"desktop.unmaximised = { program = 'mail' }", 4},
        {"desktop.moved = { program = 'mail' }", 2},
        {"desktop.moved = { program = 'files' }", 3},
        {"desktop.resized = { program = 'mail' }", 2},
        {"desktop.start_opened = {}", 1},
        {"desktop.menu_opened = {}", 2},
    }));
}

TEST_CASE("a window that fills the screen is made smaller before it is resized") {
    Follower follower(with_open("'mail'"));
    CHECK(follower.follow(asked_for("desktop.maximised = { program = 'mail' }")) > 0);
    CHECK(follower.follow(asked_for("desktop.resized = { program = 'mail' }")) > 1);
}

TEST_CASE("states of files are brought about and ended") {
    come_true(std::to_array<Wanted>({
        {"file.exists = { name = 'Lettre.txt', folder = 'holidays' }", 6},
        {"file.exists = { name = 'Lettre.txt', folder = 'desktop' }", 6},
        {"file.exists = { name = 'Lettre.txt', folder = 'stick' }", 6},
        {"file.exists = { name = 'Lettre.txt', folder = 'bin' }", 5},
        {"file.exists = { name = 'Vieux.txt', folder = 'documents' }", 6},
        {"file.exists = { name = 'Reçu.pdf', folder = 'documents' }", 6},
        {"file.exists = { name = 'Courrier.txt', text = 'Bonjour' }", 9},
        {"file.exists = { name = 'Lettre.txt', text = { contains = 'demain' } }", 9},
        {"file.exists = { name = 'Plan.txt' }", 6},
        {"file.exists = { name = 'programme-fete.pdf' }", 20},
        {"file.exists = { name = 'Idées.txt', folder = 'holidays', text = 'Un banc' }", 16},
        {"file.exists = { name = 'Jardin', kind = 'folder' }", 8},
        {"file.exists = { name = 'Jardin', kind = 'folder', folder = 'pictures' }", 8},
        {"file.exists = { name = 'Jardin', kind = 'folder', folder = 'desktop' }", 8},
        {"file.exists = { name = 'Lettre.txt', folder = 'documents' }", 6, true},
        {"file.exists = { name = 'Vieux.txt' }", 8, true},
        {"file.exists = { name = 'Lettre.txt' }", 10, true},
        {"file.selected = { name = 'Lettre.txt' }", 5},
        {"file.selected = { name = 'Plage.jpg', folder = 'pictures' }", 5},
        {"file.in_clipboard = { name = 'Lettre.txt' }", 6},
        {"file.in_clipboard = { name = 'Lettre.txt', cut = true }", 6},
        {"files.shown = { folder = 'bin' }", 4},
        {"files.shown = { folder = 'holidays' }", 6, false, ""},
        {"files.shown = { folder = 'pictures', sort = 'changed' }", 6},
        {"files.shown = { folder = 'documents', sort = 'name', reversed = true }", 6},
        {"files.shown = { folder = 'documents', view = 'list' }", 6},
        {"files.shown = { search = 'lettre' }", 6},
        {"files.shown = { folder = 'any' }", 4, true},
        {"stick.state = { inserted = false }", 8},
    }));
}

TEST_CASE("events of files are brought about") {
    come_true(std::to_array<Wanted>({
        {"file.opened = { name = 'Lettre.txt' }", 6},
        {"file.opened = { name = 'Reçu.pdf' }", 3, false, ""},
        {"file.opened = { kind = 'picture' }", 6},
        {"file.created = { name = 'Jardin' }", 8},
        {"file.renamed = { name = 'Courrier.txt' }", 9},
        {"file.moved = { name = 'Lettre.txt', folder = 'holidays' }", 6},
        {"file.moved = { name = 'Lettre.txt' }", 6},
        {"file.copied = { name = 'Lettre.txt', folder = 'stick' }", 6},
        {"file.copied = { name = 'Plage.jpg', folder = 'documents', from = 'pictures' }", 8},
        {"file.deleted = { name = 'Lettre.txt' }", 6},
        {"file.deleted = { name = 'Reçu.pdf', folder = 'desktop' }", 4},
        {"file.restored = { name = 'Vieux.txt' }", 6},
        {"file.erased = { name = 'Vieux.txt' }", 7},
        {"file.erased = { name = 'Lettre.txt' }", 10},
        {"file.found = { name = 'Lettre.txt' }", 7},
        {"file.saved = { text = { contains = 'jeudi' } }", 9},
        {"file.saved = { name = 'Idées.txt', folder = 'desktop' }", 9},
        {"files.bin_emptied = {}", 6},
        {"stick.ejected = {}", 4},
        {"stick.pulled_out = {}", 5},
    }));
}

TEST_CASE("texts and pictures are opened, written, thrown away") {
    come_true(std::to_array<Wanted>({
        {"editor.text = { text = 'Une liste' }", 5},
        {"editor.text = { name = 'Lettre.txt' }", 6},
        {"editor.text = { name = 'Lettre.txt', text = { contains = 'jeudi' }, saved = true }", 9},
        {"editor.text = { text = { contains = 'jeudi' }, saved = false }", 6},
        {"editor.text = { text = 'any' }", 3, true, "'editor'"},
        {"editor.discarded = {}", 8},
        {"viewer.shown = { name = 'Plage.jpg' }", 6},
        {"viewer.shown = { name = 'Reçu.pdf', zoom = { at_least = 2 } }", 9},
        {"viewer.shown = { name = 'Plage.jpg', zoom = { at_most = -1 } }", 9},
    }));
}

TEST_CASE("states of mail are brought about and ended") {
    come_true(std::to_array<Wanted>({
        {"mail.open = { subject = 'jeudi' }", 3},
        {"mail.open = { from = 'marc@exemple.fr' }", 5, false, ""},
        {"mail.message = { subject = 'jeudi', folder = 'archive' }", 5},
        {"mail.message = { subject = 'jeudi', folder = 'Amis' }", 9},
        {"mail.message = { subject = 'jeudi', read = false }", 5},
        {"mail.message = { subject = 'jeudi', starred = true }", 5},
        {"mail.message = { subject = 'le plan', read = true }", 4},
        {"mail.message = { subject = 'mardi', folder = 'inbox' }", 6},
        {"mail.message = { subject = 'jeudi', folder = 'inbox' }", 5, true},
        {"mail.showing = { folder = 'sent' }", 3},
        {"mail.showing = { writing = true }", 3},
        {"mail.showing = { search = 'jeudi' }", 4},
        {"mail.folder = { name = 'Amis' }", 6},
        {"mail.folder = { name = 'bin', count = 0 }", 6},
        {"mail.folder = { name = 'inbox', unread = 0 }", 6},
        {"mail.unread = { count = 0 }", 6},
        {"mail.unread = { count = { at_least = 3 } }", 5},
        {"mail.draft = { to = 'marie@exemple.fr', subject = 'Bonjour' }", 9},
        {"mail.draft = { attachment = 'Lettre.txt' }", 9},
        {"mail.sent = { to = 'marie@exemple.fr', body = { contains = 'oui' } }", 12},
        {"mail.sent = { reply_to = 'marc@exemple.fr', body = { contains = 'merci' } }", 9},
        {"mail.sent = { to = 'marc@exemple.fr', attachment = 'Plage.jpg' }", 16},
        {"mail.contact = { address = 'marc@exemple.fr' }", 6},
    }));
}

TEST_CASE("events of mail are brought about") {
    come_true(std::to_array<Wanted>({
        {"mail.opened = { subject = 'jeudi' }", 4},
        {"mail.opened = { subject = 'jeudi', times = 2 }", 6},
        {"mail.replied = { from = 'marc@exemple.fr' }", 8},
        {"mail.forwarded = { from = 'marc@exemple.fr' }", 9},
        {"mail.moved = { subject = 'jeudi', to = 'archive' }", 5},
        {"mail.moved = { subject = 'jeudi', to = 'Amis' }", 9},
        {"mail.deleted = { subject = 'jeudi' }", 5},
        {"mail.junked = { scam = true }", 5},
        {"mail.marked = { subject = 'jeudi', as = 'starred' }", 5},
        {"mail.marked = { subject = 'jeudi', as = 'unread' }", 5},
        {"mail.saved_attachment = { name = 'Plan.txt' }", 6},
        {"mail.opened_attachment = { name = 'Plan.txt' }", 6},
        {"mail.inspected = { what = 'sender', tells = true }", 6},
        {"mail.inspected = { what = 'link' }", 6},
        {"mail.followed_link = { from = 'marc@exemple.fr' }", 6},
        {"mail.searched = { words = 'jeudi' }", 5},
        {"mail.undelivered = { to = 'perdu@exemple.fr' }", 12},
        {"mail.not_sent = {}", 6},
        {"mail.attached = { name = 'Lettre.txt' }", 9},
        {"mail.detached = { name = 'Lettre.txt' }", 10},
        {"mail.kept = {}", 9},
        {"mail.discarded = {}", 9},
        {"mail.folder_created = { name = 'Amis' }", 6},
        {"mail.emptied = { folder = 'bin' }", 6},
    }));
}

TEST_CASE("what was done is taken back by the program's own button") {
    for (const auto& [change, back] : {
             std::pair("file.deleted = { name = 'Lettre.txt' }", "file.undone = {}"),
             std::pair("mail.deleted = { subject = 'jeudi' }", "mail.undone = { what = 'delete' }"),
         }) {
        const std::string undone = back;
        CAPTURE(undone);
        Follower follower(with_open("'files', 'mail'"));
        REQUIRE(follower.follow(asked_for(change)) > 0);
        CHECK(follower.follow(asked_for(undone)) == 1);
    }
}

TEST_CASE("each way has keys that lead to the same facts as the click") {
    for (const std::string_view wanted : {
             "desktop.window = { program = 'files', active = true }",
             "desktop.window = { program = 'files', minimised = true }",
             "desktop.maximised = { program = 'mail' }",
             "desktop.start_opened = {}",
             "file.exists = { name = 'Lettre.txt', folder = 'holidays' }",
             "file.exists = { name = 'Reçu.pdf', folder = 'bin' }",
             "file.exists = { name = 'Courrier.txt', text = 'Bonjour' }",
             "file.created = { name = 'Jardin', folder = 'desktop' }",
             "files.bin_emptied = {}",
             "editor.text = { text = 'Une liste', saved = true }",
             "viewer.shown = { name = 'Plage.jpg', zoom = { at_least = 2 } }",
             "mail.sent = { reply_to = 'marc@exemple.fr', body = { contains = 'merci' } }",
             "mail.message = { subject = 'jeudi', folder = 'Amis' }",
             "mail.message = { subject = 'jeudi', starred = true }",
             "mail.draft = { attachment = 'Lettre.txt' }",
         }) {
        for (const world::DeskLook look : {world::DeskLook::bar, world::DeskLook::overview}) {
            CAPTURE(wanted);
            CAPTURE(static_cast<int>(look));
            Follower follower(with_open("'files', 'mail'"), {.look = look, .by_keyboard = true});
            CHECK(follower.follow(asked_for(wanted)) > 0);
            CHECK(std::ranges::all_of(follower.deeds, [](const world::Deed& deed) {
                return std::holds_alternative<world::KeyDown>(deed) || std::holds_alternative<world::KeyUp>(deed) ||
                       std::holds_alternative<world::Type>(deed) || std::holds_alternative<world::Wait>(deed);
            }));
        }
    }
}

TEST_CASE("a click by keys comes to the very same desk") {
    for (const std::string_view target : {"mail/toolbar/write", "mail/message/Jeudi", "mail/folder/sent"}) {
        CAPTURE(target);
        Follower clicked(with_open("'mail'"));
        Follower pressed = clicked;
        pressed.by_keyboard = true;
        const world::Way way{{world::Click{std::string(target)}}, 0};
        REQUIRE(clicked.act(way));
        REQUIRE(pressed.act(way));
        CHECK(world::facts(clicked.desk) == world::facts(pressed.desk));
    }
}

TEST_CASE("Alt and Tab come to the third window") {
    Follower follower(with_open("'editor', 'files', 'mail'"), {.by_keyboard = true});
    CHECK(follower.follow(asked_for("desktop.window = { program = 'editor', active = true }")) == 1);
    const auto tabs = std::ranges::count(follower.deeds, world::Deed{world::KeyDown{"Tab"}});
    CHECK(tabs == 2);
    CHECK(follower.last() == world::Deed{world::KeyUp{"AltLeft"}});
}

TEST_CASE("windows are moved and resized by the keyboard") {
    for (const world::DeskLook look : {world::DeskLook::bar, world::DeskLook::overview}) {
        for (const std::string wanted : {"desktop.moved", "desktop.resized"}) {
            CAPTURE(wanted);
            Follower follower(with_open("'mail'"), {.look = look, .by_keyboard = true});
            const world::Rectangle before = follower.state().windows.front().place;
            CHECK(follower.follow(asked_for(wanted + " = { program = 'mail' }")) > 1);
            CHECK_FALSE(follower.state().windows.front().place == before);
            follower.act({{world::KeyDown{"Enter"}}, 0});
            CHECK_FALSE(follower.state().focus.ends_with("/title"));
            CHECK_FALSE(follower.state().focus.ends_with("/grip"));
        }
    }
}

TEST_CASE("the menu key opens the menu of what has the keyboard") {
    Follower follower(with_open("'mail'"), {.by_keyboard = true});
    REQUIRE(follower.act({{world::Click{"mail/message/Jeudi", world::Button::right}}, 0}));
    CHECK(follower.last() == world::Deed{world::KeyDown{"ContextMenu"}});
    REQUIRE(follower.state().menu);
    CHECK(follower.state().menu->target == "mail/message/Jeudi");
}

TEST_CASE("what only the pointer can do has no keys") {
    const Follower follower(with_open("'files'"));
    CHECK(
        world::by_keyboard(follower.desk, {{world::Drag{"files/item/Lettre.txt", "files/side/pictures"}}, 0}).empty());
    CHECK(world::by_keyboard(follower.desk, {{world::Place{"files/title", 10, 80}}, 0}).empty());
    CHECK(world::by_keyboard(follower.desk, {{world::Click{"no/such/thing"}}, 0}).empty());
}

TEST_CASE("what a layout has no key for is offered in its plain form, which will do") {
    Follower follower(with_open("'editor'"), {.layout = "qwerty-us"});
    CHECK(follower.follow(asked_for("editor.text = { text = 'Été à Nîmes' }")) > 0);
    CHECK(follower.typed("Ete a Nimes"));
    CHECK(follower.unwritable.empty());
    Follower accented(with_open("'editor'"), {.layout = "azerty-fr"});
    CHECK(accented.follow(asked_for("editor.text = { text = 'été à Nîmes' }")) > 0);
    CHECK(accented.typed("été à Nîmes"));
}

TEST_CASE("what no key can write is told") {
    Follower follower(with_open("'editor'"));
    CHECK(follower.follow(asked_for("editor.text = { text = '你好' }")) == -1);
    CHECK(follower.unwritable == "你好");
}

TEST_CASE("a fact that no program knows is advised on by nobody, and what is in the way is cleared") {
    Follower follower(with_open("'mail'"));
    follower.act({{world::Click{"mail/message/Jeudi", world::Button::right}}, 0});
    REQUIRE(follower.state().menu);
    FactPattern unknown;
    unknown.fact = "nothing.known";
    const world::Wish wish{&unknown, false, {}};
    const world::Offer offer = world::ways(follower.desk, std::span(&wish, 1));
    REQUIRE_FALSE(offer.ways.empty());
    CHECK(offer.ways.front().deeds == std::vector<world::Deed>{world::Click{"menu/close"}});
}

TEST_CASE("a change that was made can be taken back, as the last of the ways") {
    Follower follower(with_open("'mail'"));
    const FactPattern wish_fact = asked_for("mail.showing = { writing = true }");
    const world::Wish wish{&wish_fact, false, {}};
    const auto goes_back = [&] {
        const world::Offer offer = world::ways(follower.desk, std::span(&wish, 1));
        return std::ranges::find(offer.ways, std::vector<world::Deed>{world::Undo{}}, &world::Way::deeds) !=
               offer.ways.end();
    };
    CHECK_FALSE(goes_back());
    follower.act({{world::Click{"mail/folder/sent"}}, 0});
    CHECK(goes_back());
    FactPattern undone;
    undone.fact = "desktop.undone";
    CHECK(follower.follow(undone) == 1);
}
