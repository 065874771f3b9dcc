// The mail program as a person uses it: reading, writing, sorting, scams, and everything taken back.
#include "base/random.h"
#include "lesson/schema.h"
#include "mail_play.h"

using world::Button;
using world::Carried;
using world::Drag;

namespace {

/// The ways to do one thing with the message that is open end in the same mailbox.
template <typename... Ways>
void check_same(Ways... ways) {
    std::vector<world::Mailbox> ends;
    const auto try_one = [&](auto way) {
        MailSeat seat;
        seat.click("mail/message/URGENT");
        way(seat);
        ends.push_back(seat.mailbox());
        CHECK(seat.mailbox() != MailSeat().mailbox());
    };
    (try_one(ways), ...);
    for (const world::Mailbox& end : ends) {
        CHECK(end == ends.front());
    }
}

} // namespace

TEST_CASE("a click on a message opens and reads it") {
    MailSeat seat;
    CHECK(world::unread_in(seat.mailbox(), "inbox") == 2);
    seat.click("mail/message/Jeudi#2");
    CHECK(seat.said("mail.open", "from") == "marie@exemple.fr");
    CHECK(world::unread_in(seat.mailbox(), "inbox") == 1);
    CHECK(seat.heard("mail.opened"));
}

TEST_CASE("a deletion ends the same by button, key, menu and drag") {
    check_same([](MailSeat& seat) { seat.click("mail/toolbar/delete"); }, [](MailSeat& seat) { seat.keys({"Delete"}); },
               [](MailSeat& seat) { seat.menu("mail/message/URGENT", "delete"); },
               [](MailSeat& seat) {
                   seat(Drag{"mail/message/URGENT", "mail/folder/bin", false});
               });
}

TEST_CASE("junk ends the same by button, menu, move menu and drag") {
    check_same([](MailSeat& seat) { seat.click("mail/toolbar/junk"); },
               [](MailSeat& seat) { seat.menu("mail/message/URGENT", "junk"); },
               [](MailSeat& seat) {
                   seat.click("mail/toolbar/move");
                   seat.click("menu/move:junk");
               },
               [](MailSeat& seat) {
                   seat(Drag{"mail/message/URGENT", "mail/folder/junk", false});
               });
}

TEST_CASE("what was junked by mistake comes back") {
    MailSeat seat;
    seat.click("mail/message/URGENT");
    seat.click("mail/toolbar/junk");
    seat.click("mail/folder/junk");
    seat.click("mail/message/URGENT");
    seat.click("mail/toolbar/not-junk");
    CHECK(seat.in_folder("junk") == 0);
    CHECK(seat.in_folder("inbox") == 3);
}

TEST_CASE("a message is only gone for good when that was confirmed") {
    MailSeat seat;
    seat.click("mail/message/URGENT");
    seat.click("mail/toolbar/delete");
    seat.click("mail/folder/bin");
    seat.click("mail/message/URGENT");
    seat.keys({"Delete"});
    REQUIRE(seat.has("dialog/delete-for-good"));
    seat.click("dialog/cancel");
    CHECK(seat.in_folder("bin") == 1);
    seat.click("mail/toolbar/delete");
    seat.click("dialog/delete-for-good");
    CHECK(seat.in_folder("bin") == 0);
    seat.click("mail/toolbar/undo");
    CHECK(seat.in_folder("bin") == 1);
}

TEST_CASE("a reply goes to the sender, above the quote, by button and by keys") {
    for (const bool by_keys : {false, true}) {
        MailSeat seat;
        seat.click("mail/message/Jeudi#2");
        if (by_keys) {
            seat.keys({"ControlLeft", "KeyR"});
        } else {
            seat.click("mail/toolbar/reply");
        }
        CHECK(seat.said("mail.draft", "to") == "marie@exemple.fr");
        CHECK(seat.said("mail.draft", "subject") == "Re: Jeudi");
        seat(world::Type{"oui"});
        CHECK(seat.said("mail.draft", "body") == "oui");
        if (by_keys) {
            seat.keys({"ControlLeft", "Enter"});
        } else {
            seat.click("mail/write/send");
        }
        CHECK(seat.said("mail.sent", "to") == "marie@exemple.fr");
        CHECK(seat.said("mail.sent", "body") == "oui");
        CHECK(seat.said("mail.sent", "reply_to") == "marie@exemple.fr");
        CHECK(seat.heard("mail.replied"));
        CHECK(seat.in_folder("inbox") == 3);
    }
}

TEST_CASE("a reply to all leaves oneself out, and a forward takes the attachment along") {
    MailSeat seat;
    seat.click("mail/message/Jeudi#2");
    seat.click("mail/toolbar/reply-all");
    CHECK(seat.said("mail.draft", "cc") == "marc@exemple.fr");
    seat.click("mail/write/discard");
    seat.click("mail/toolbar/forward");
    CHECK(seat.said("mail.draft", "attachment") == "Plan.txt");
    CHECK(seat.said("mail.draft", "subject") == "Fwd: Jeudi");
}

TEST_CASE("addresses are completed by a click and by Enter") {
    for (const bool by_key : {false, true}) {
        MailSeat seat;
        seat.click("mail/toolbar/write");
        seat(world::Type{"mari"});
        REQUIRE(seat.has("mail/suggestion/Marie Petit"));
        CHECK_FALSE(seat.has("mail/suggestion/Marc Roy"));
        if (by_key) {
            seat.keys({"Enter"});
        } else {
            seat.click("mail/suggestion/Marie Petit");
        }
        CHECK(seat.said("mail.draft", "to") == "marie@exemple.fr");
        CHECK(seat.state().focus == "mail/write/to");
        CHECK_FALSE(seat.has("mail/suggestion/Marie Petit"));
    }
    MailSeat seat;
    seat.click("mail/toolbar/write");
    seat.click("mail/write/contacts");
    seat.click("menu/contact:marc@exemple.fr");
    CHECK(seat.said("mail.draft", "to") == "marc@exemple.fr");
}

TEST_CASE("a message without a good recipient stays, and says why") {
    MailSeat seat;
    seat.write("", "Essai", "Bonjour");
    seat.click("mail/write/send");
    CHECK(seat.mail().writing->fault.message.id == "desk.mail.fault.no-recipient");
    seat.type("mail/write/to", "marie");
    seat.click("mail/write/send");
    CHECK(seat.mail().writing->fault.message.id == "desk.mail.fault.not-address");
    CHECK(seat.heard_field("mail.not_sent", "why") == "not-address");
    CHECK(seat.in_folder("sent") == 0);
    seat(world::Type{"@exemple.fr"});
    seat.click("mail/write/send");
    CHECK(seat.in_folder("sent") == 1);
    CHECK_FALSE(seat.mail().writing.has_value());
}

TEST_CASE("a forgotten attachment and an empty subject are asked about") {
    MailSeat seat;
    seat.write("marie@exemple.fr", "", "Voici la facture ci-jointe, enfin ci-joint.");
    seat.click("mail/write/send");
    seat.click("dialog/send-anyway");
    REQUIRE(seat.has("dialog/write-subject"));
    seat.click("dialog/write-subject");
    CHECK(seat.state().focus == "mail/write/subject");
    CHECK(seat.in_folder("sent") == 0);
    seat.click("mail/write/send");
    seat.click("dialog/send-anyway");
    seat.click("dialog/send-anyway");
    CHECK(seat.in_folder("sent") == 1);
}

TEST_CASE("a wrong address comes back as a notice that can be read") {
    MailSeat seat;
    seat.write("marie@exmple.fr", "Essai", "Bonjour");
    seat.click("mail/write/send");
    CHECK(seat.heard_field("mail.undelivered", "to") == "marie@exmple.fr");
    seat.click("mail/message/undelivered");
    CHECK(seat.said("mail.open", "subject") == "undelivered");
    CHECK(seat.said("mail.sent", "to") == "marie@exmple.fr");
}

TEST_CASE("a sending can be taken back, and is written on") {
    MailSeat seat;
    seat.write("marie@exmple.fr", "Essai", "Bonjour");
    seat.click("mail/write/send");
    CHECK(seat.facts_named("mail.sent").size() == 1);
    seat.keys({"ControlLeft", "KeyZ"});
    CHECK(seat.facts_named("mail.sent").empty());
    CHECK(seat.in_folder("inbox") == 3);
    CHECK(seat.said("mail.draft", "subject") == "Essai");
    CHECK(seat.said("mail.draft", "to") == "marie@exmple.fr");
    CHECK(seat.heard_field("mail.undone", "what") == "send");
}

TEST_CASE("each recipient and each attachment is a fact of its own") {
    MailSeat seat;
    seat.click("mail/message/Jeudi#2");
    seat.click("mail/toolbar/forward");
    seat(world::Type{"marc@exemple.fr; mairie@valbois.fr"});
    seat.click("mail/write/send");
    CHECK(seat.facts_named("mail.sent").size() == 2);
    CHECK(seat.said("mail.sent", "attachment") == "Plan.txt");
}

TEST_CASE("closing what is being written asks, and a draft is written on") {
    MailSeat seat;
    seat.write("marie@exemple.fr", "Plus tard", "Bonjour");
    seat.click("mail/write/discard");
    seat.click("dialog/cancel");
    CHECK(seat.mail().writing.has_value());
    seat.click("mail/write/discard");
    seat.click("dialog/keep");
    CHECK_FALSE(seat.mail().writing.has_value());
    CHECK(seat.in_folder("drafts") == 1);
    seat.click("mail/folder/drafts");
    seat.click("mail/message/Plus tard", Button::left, 2);
    CHECK(seat.said("mail.draft", "subject") == "Plus tard");
    seat.click("mail/write/send");
    CHECK(seat.in_folder("drafts") == 0);
    CHECK(seat.in_folder("sent") == 1);
}

TEST_CASE("the window does not close over what is being written") {
    MailSeat seat;
    seat.write("marie@exemple.fr", "Plus tard", "Bonjour");
    seat.click("mail/close");
    REQUIRE(seat.has("dialog/keep"));
    seat.click("dialog/discard-it");
    CHECK(world::find_window(seat.state(), "mail") == nullptr);
    CHECK(seat.in_folder("drafts") == 0);
}

TEST_CASE("one can read meanwhile, and what is being written waits") {
    MailSeat seat;
    seat.write("marie@exemple.fr", "Attends", "Bonjour");
    seat.click("mail/write/back");
    seat.click("mail/message/URGENT");
    CHECK(seat.said("mail.open", "subject") == "URGENT");
    seat.click("mail/write/show");
    CHECK(seat.said("mail.draft", "subject") == "Attends");
    CHECK(seat.has("mail/write/send"));
}

TEST_CASE("a new message keeps the one before as a draft") {
    MailSeat seat;
    seat.write("marie@exemple.fr", "Premier", "Bonjour");
    seat.click("mail/toolbar/write");
    CHECK(seat.in_folder("drafts") == 1);
    CHECK(seat.said("mail.draft", "subject").empty());
}

TEST_CASE("a file is attached from the box and by a drop, and taken off again") {
    MailSeat seat;
    world::DeskState state = seat.state();
    world::Disk disk = state.disk.now();
    world::Node node;
    node.name = "Facture.txt";
    node.kind = world::FileKind::text;
    node.text = "84,20";
    const int file = world::add(disk, world::folder_at(disk, world::StandardPlace::documents), node);
    state.disk.change(std::move(disk));
    seat.desk.timeline = world::Timeline<world::DeskState>(state);
    seat.click("mail/toolbar/write");
    seat.click("mail/write/attach");
    CHECK_FALSE(seat.has("mail/write/send"));
    CHECK_FALSE(seat.enabled("mail/chooser/attach"));
    seat.click("mail/chooser/item/Facture.txt");
    seat.click("mail/chooser/attach");
    CHECK(seat.said("mail.draft", "attachment") == "Facture.txt");
    seat.click("mail/write/attachment/Facture.txt/remove");
    CHECK(seat.said("mail.draft", "attachment").empty());

    world::DeskState dropped = seat.state();
    std::vector<world::Event> events;
    auto& mail = std::get<world::Mail>(dropped.windows.back().program);
    world::Context context{dropped, "mail", 0, events};
    world::drop(mail, context, Carried{{file}, {}, {}, false}, "write/body", false);
    CHECK(mail.writing->attachments.size() == 1);
    mail.writing.reset();
    world::drop(mail, context, Carried{{file}, {}, {}, false}, "", false);
    REQUIRE(mail.writing.has_value());
    CHECK(mail.writing->attachments.front().text == "84,20");
}

TEST_CASE("an attachment is saved to the downloads once, by button, dialog and menu") {
    MailSeat seat;
    seat.click("mail/message/Jeudi#2");
    seat.click("mail/reading/save/Plan.txt");
    const world::Disk& disk = seat.state().disk.now();
    const int downloads = world::folder_at(disk, world::StandardPlace::downloads);
    REQUIRE(world::find_in(disk, downloads, "plan.txt") != nullptr);
    seat.click("mail/reading/attachment/Plan.txt");
    seat.click("dialog/save");
    seat.menu("mail/reading/attachment/Plan.txt", "save-attachment");
    CHECK(world::children(seat.state().disk.now(), downloads).size() == 1);
    CHECK(seat.heard_field("mail.saved_attachment", "name") == "Plan.txt");
    seat.click("mail/reading/attachment/Plan.txt", Button::left, 2);
    CHECK(world::active_window(seat.state())->name == "editor");
}

TEST_CASE("the true sender and the true target of a link can be seen") {
    MailSeat seat;
    seat.click("mail/message/URGENT");
    seat.click("mail/reading/sender");
    CHECK(seat.heard_field("mail.inspected", "address") == "securite@compte-verif.xyz");
    const std::vector<world::Target> all = world::targets(seat.state());
    const world::Target* link = world::find_target(all, "mail/reading/link/www.mabanque.fr");
    REQUIRE(link != nullptr);
    CHECK(link->details.front().text == "http://compte-verif.xyz/");
    seat.menu("mail/reading/link/www.mabanque.fr", "show-address");
    CHECK(seat.heard_field("mail.inspected", "what") == "link");
}

TEST_CASE("the safety dial: a scam's link is blocked, asked about, or followed") {
    for (const int safety : {1, 2, 3}) {
        MailSeat seat(safety);
        seat.click("mail/message/URGENT");
        seat.click("mail/reading/link/www.mabanque.fr");
        CHECK(seat.heard("mail.followed_link") == (safety == 3));
        CHECK(seat.has("dialog/go-on") == (safety == 2));
        CHECK(seat.has("dialog/close") == (safety == 1));
        if (safety == 2) {
            seat.click("dialog/go-on");
            CHECK(seat.heard("safety.fell"));
            CHECK(world::active_window(seat.state())->name == "browser");
        }
    }
    MailSeat seat;
    seat.click("mail/message/URGENT");
    seat.click("mail/reading/link/www.mabanque.fr");
    seat.click("dialog/report");
    CHECK(seat.in_folder("junk") == 1);
}

TEST_CASE("the safety dial: a risky attachment and an answer to a scam") {
    MailSeat careful(1);
    careful.click("mail/message/URGENT");
    careful.click("mail/reading/attachment/facture.exe", Button::left, 2);
    CHECK_FALSE(careful.heard("mail.opened_attachment"));
    careful.click("dialog/close");
    careful.click("mail/toolbar/reply");
    careful.click("mail/write/send");
    CHECK(careful.in_folder("sent") == 0);
    MailSeat free(3);
    free.click("mail/message/URGENT");
    free.click("mail/reading/attachment/facture.exe", Button::left, 2);
    CHECK(free.heard_field("safety.fell", "for") == "attachment");
    free.click("dialog/understood");
    free.click("mail/toolbar/reply");
    free.click("mail/write/send");
    CHECK(free.in_folder("sent") == 1);
    CHECK(free.heard_field("safety.fell", "for") == "reply");
}

TEST_CASE("an honest link opens the browser") {
    MailSeat seat;
    seat.click("mail/message/Jeudi#2");
    seat.click("mail/reading/link/ici");
    CHECK(world::active_window(seat.state())->name == "browser");
    CHECK_FALSE(seat.heard("safety.fell"));
}

TEST_CASE("a folder is made and filled, and its name is checked") {
    MailSeat seat;
    seat.click("mail/toolbar/new-folder");
    seat.click("dialog/create");
    REQUIRE(seat.has("dialog/field"));
    seat(world::Type{"Famille"});
    seat.keys({"Enter"});
    REQUIRE(seat.has("mail/folder/Famille"));
    seat(Drag{"mail/message/Jeudi", "mail/folder/Famille", false});
    CHECK(seat.in_folder("Famille") == 1);
    seat.menu("mail/folder/Famille", "remove-folder");
    CHECK(seat.in_folder("inbox") == 3);
    CHECK_FALSE(seat.has("mail/folder/Famille"));
}

TEST_CASE("several messages are chosen with Control and moved together") {
    MailSeat seat;
    seat.click("mail/message/Jeudi");
    seat.click("mail/message/Jeudi#2", Button::left, 1, true);
    CHECK(seat.facts_named("mail.open").empty());
    seat.click("mail/toolbar/archive");
    CHECK(seat.in_folder("archive") == 2);
    seat.keys({"ControlLeft", "KeyZ"});
    CHECK(seat.in_folder("archive") == 0);
}

TEST_CASE("an undo does not make read messages unread") {
    MailSeat seat;
    seat.click("mail/message/URGENT");
    seat.click("mail/toolbar/delete");
    seat.click("mail/message/Jeudi#2");
    CHECK(world::unread_in(seat.mailbox(), "inbox") == 0);
    seat.click("mail/toolbar/undo");
    CHECK(seat.in_folder("inbox") == 3);
    CHECK(world::unread_in(seat.mailbox(), "inbox") == 0);
}

TEST_CASE("search finds by sender, subject and text, in all folders") {
    MailSeat seat;
    seat.click("mail/message/URGENT");
    seat.click("mail/toolbar/archive");
    seat.keys({"ControlLeft", "KeyF"});
    seat(world::Type{"compte"});
    CHECK(seat.has("mail/message/URGENT"));
    CHECK_FALSE(seat.has("mail/message/Jeudi"));
    seat.keys({"Enter"});
    CHECK(seat.heard_field("mail.searched", "words") == "compte");
    seat.keys({"Escape"});
    CHECK(seat.has("mail/message/Jeudi"));
}

TEST_CASE("the list is sorted by its headings") {
    MailSeat seat;
    const auto first = [&] { return world::listed(seat.mail(), seat.mailbox()).front()->subject; };
    CHECK(first() == "Jeudi");
    seat.click("mail/heading/subject");
    CHECK(first() == "Jeudi");
    seat.click("mail/heading/subject");
    CHECK(first() == "URGENT");
    seat.click("mail/heading/from");
    seat.click("mail/heading/from");
    CHECK(first() == "URGENT");
}

TEST_CASE("a message is marked unread and with a star, and both can be taken back") {
    MailSeat seat;
    const world::Mailbox before = seat.mailbox();
    seat.click("mail/message/Jeudi");
    seat.click("mail/reading/star");
    CHECK(seat.mailbox().messages.front().starred);
    seat.click("mail/toolbar/unread");
    CHECK(world::unread_in(seat.mailbox(), "inbox") == 3);
    seat.click("mail/toolbar/undo");
    seat.click("mail/toolbar/undo");
    CHECK(seat.mailbox().messages == before.messages);
}

TEST_CASE("the text of a field is copied by the right button's menu") {
    MailSeat seat;
    seat.write("marie@exemple.fr", "Essai", "Bonjour");
    seat.menu("mail/write/subject", "select-all");
    seat.menu("mail/write/subject", "copy");
    CHECK(seat.state().clipboard.text == "Essai");
    seat.menu("mail/write/body", "paste");
    CHECK(seat.said("mail.draft", "body") == "BonjourEssai");
}

TEST_CASE("every target of mail has a name of its own, wherever it stands") {
    MailSeat seat;
    base::Random random(5);
    for (int i = 0; i < 3000; ++i) {
        const std::vector<world::Action> all = world::actions(seat.desk, seat.now);
        REQUIRE_FALSE(all.empty());
        const std::size_t choice = random.below(all.size() + all.size() / 8 + 1);
        if (choice < all.size()) {
            seat(all[choice].deed);
        } else {
            seat(world::Type{random.below(2) == 0 ? "mari" : "marie@exemple.fr, ci-joint "});
        }
        if (world::find_window(seat.state(), "mail") == nullptr || i % 400 == 399) {
            seat(world::Undo{});
        }
        std::vector<std::string> names;
        for (const world::Target& target : world::targets(seat.state())) {
            if (target.name.starts_with("mail/")) {
                names.push_back(target.name);
            }
        }
        std::ranges::sort(names);
        REQUIRE(std::ranges::adjacent_find(names) == names.end());
    }
    while (seat.desk.timeline.can_undo()) {
        seat(world::Undo{});
    }
    CHECK(seat.state().mailbox.now() == MailSeat().mailbox());
}

TEST_CASE("faults of a start table are told") {
    const char* text = R"(
contacts = ["Marie"]
[[inbox]]
subject = ""
time = "9h"
signs = ["sendr"]
[[inbox.attachment]]
name = "a/b"
[[folder]]
name = "inbox"
)";
    auto table = lesson::read_toml(text, "mail.toml");
    REQUIRE(table.ok());
    base::Faults faults;
    lesson::check(table.value(), *world::mail_kind().start, faults);
    CHECK(faults.empty());
    world::mail_kind().check(lesson::table_of(table.value()), faults);
    std::vector<std::string> ids;
    for (const base::Error& fault : faults) {
        ids.push_back(fault.id);
    }
    for (const char* id :
         {"mail.no-sender", "mail.empty-subject", "mail.not-a-time", "mail.misspelt-sign", "mail.signs-without-danger",
          "mail.attachment-name", "mail.not-an-address", "mail.folder-name"}) {
        CHECK_MESSAGE(std::ranges::find(ids, id) != ids.end(), id);
    }
}
