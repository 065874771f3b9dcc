// Messages as values and texts: addresses, links, quotes, folders, what comes back.
#include "world/mail_text.h"
#include "world/mailbox.h"

#include <doctest/doctest.h>

namespace {

using world::Mailbox;
using world::MailMessage;
using world::Person;

Mailbox some_mailbox() {
    Mailbox mailbox;
    mailbox.owner = {"Ana Lopes", "ana@exemple.fr"};
    mailbox.contacts = {{"Marie Petit", "marie@exemple.fr"}, {"Marc Roy", "marc@exemple.fr"}};
    MailMessage message;
    message.folder = "inbox";
    message.from = mailbox.contacts.front();
    message.to = {mailbox.owner};
    message.subject = "Jeudi";
    message.body = "Bonjour,\n\nVoir [le plan](http://plan.exemple.fr/).";
    add_message(mailbox, message);
    return mailbox;
}

MailMessage to(std::vector<Person> people) {
    MailMessage message;
    message.to = std::move(people);
    message.subject = "Essai";
    message.body = "Bonjour";
    return message;
}

} // namespace

TEST_CASE("what can be an address, and what cannot") {
    for (const char* good : {"a@b.fr", "marie.petit@exemple.fr", "x-1@sous.domaine.org", "é@exemple.fr"}) {
        CHECK_MESSAGE(world::is_address(good), good);
    }
    for (const char* bad : {"", "marie", "marie@", "@exemple.fr", "marie@exemple", "a b@c.fr", "a@b@c.fr", "a@b..fr",
                            "a@.fr", "a@b.f", "a.@b.fr", "a@b.fr,", "<a@b.fr>"}) {
        CHECK_MESSAGE(!world::is_address(bad), bad);
    }
}

TEST_CASE("a person is read with and without a name, and written the same") {
    CHECK(world::read_person("Marie Petit <marie@exemple.fr>") == Person{"Marie Petit", "marie@exemple.fr"});
    CHECK(world::read_person("  marie@exemple.fr ") == Person{"", "marie@exemple.fr"});
    CHECK(world::read_person("Marie <marie@exemple.fr") == Person{"Marie", "marie@exemple.fr"});
    CHECK(world::written(Person{"Marie Petit", "marie@exemple.fr"}) == "Marie Petit <marie@exemple.fr>");
}

TEST_CASE("a contact's name stands for the address, and half a name is completed") {
    const Mailbox mailbox = some_mailbox();
    const auto people = world::recipients_of(mailbox, "marie petit; Autre <x@y.fr>, ");
    REQUIRE(people.size() == 2);
    CHECK(people[0].address == "marie@exemple.fr");
    CHECK(people[1] == Person{"Autre", "x@y.fr"});
    CHECK(world::completions(mailbox, "ma").size() == 2);
    CHECK(world::completions(mailbox, "x@y.fr, roy").front().name == "Marc Roy");
    CHECK(world::completions(mailbox, "marie@exemple.fr").empty());
    CHECK(world::completions(mailbox, "x@y.fr, ").empty());
    CHECK(world::completed("x@y.fr, ro", mailbox.contacts[1]) == "x@y.fr, Marc Roy <marc@exemple.fr>");
}

TEST_CASE("two contacts of one name are known by their addresses") {
    Mailbox mailbox = some_mailbox();
    CHECK(world::known_as(mailbox, mailbox.contacts[0]) == "Marie Petit");
    CHECK(world::add_contact(mailbox, {"Marie Petit", "mp@faux.xyz"}));
    CHECK(world::known_as(mailbox, mailbox.contacts[0]) == "marie@exemple.fr");
    CHECK_FALSE(world::add_contact(mailbox, {"Encore", "MARIE@exemple.fr"}));
}

TEST_CASE("links of a body have words, a true address and names of their own") {
    MailMessage message;
    message.body =
        "Voir [www.banque.fr](http://vol.xyz/) et [ici](http://a.fr), [ici](http://b.fr) ou www.c.fr.\n[pas fini](";
    const auto paragraphs = world::paragraphs_of(message);
    REQUIRE(paragraphs.size() == 2);
    std::vector<std::string> targets;
    std::vector<std::string> addresses;
    for (const auto& run : paragraphs[0].runs) {
        if (!run.target.empty()) {
            targets.push_back(run.target);
            addresses.push_back(run.address);
        }
    }
    CHECK(targets == std::vector<std::string>{"reading/link/www.banque.fr", "reading/link/ici", "reading/link/ici#2",
                                              "reading/link/www.c.fr"});
    CHECK(addresses == std::vector<std::string>{"http://vol.xyz/", "http://a.fr", "http://b.fr", "www.c.fr"});
    CHECK(paragraphs[1].runs.size() == 1);
    CHECK(world::is_lying_link("www.banque.fr", "http://vol.xyz/"));
    CHECK_FALSE(world::is_lying_link("banque.fr", "https://www.banque.fr/compte"));
    CHECK_FALSE(world::is_lying_link("cliquez ici", "http://vol.xyz/"));
}

TEST_CASE("a quote is all marked, and what the learner wrote is found without it") {
    const Mailbox mailbox = some_mailbox();
    const std::string quote = world::quoted(mailbox.messages.front());
    CHECK(quote.starts_with("> Marie Petit <marie@exemple.fr>\n"));
    CHECK(quote.find("> Voir le plan.\n") != std::string::npos);
    CHECK(world::without_quote("oui\n\n" + quote) == "oui");
    CHECK(world::without_quote(quote).empty());
}

TEST_CASE("a text that speaks of an attachment is recognized") {
    CHECK(world::speaks_of_attachment("Voici ma facture en Pièce Jointe."));
    CHECK(world::speaks_of_attachment("Vous trouverez CI-JOINT le papier"));
    CHECK(world::speaks_of_attachment("Please find attached"));
    CHECK_FALSE(world::speaks_of_attachment("Je joindrai les deux bouts"));
    CHECK_FALSE(world::speaks_of_attachment(""));
}

TEST_CASE("what is sent to a wrong address comes back, the rest arrives") {
    Mailbox mailbox = some_mailbox();
    const int sent = world::send(mailbox, to({{"", "marie@exemple.fr"}, {"", "marie@exmple.fr"}}), 0);
    REQUIRE(world::find_message(mailbox, sent) != nullptr);
    CHECK(world::find_message(mailbox, sent)->folder == "sent");
    CHECK(world::unread_in(mailbox, "inbox") == 2);
    const MailMessage& notice = mailbox.messages.back();
    CHECK(notice.undelivered == "marie@exmple.fr");
    CHECK(world::subject_code(notice) == "undelivered");
    CHECK(world::sender_of(notice).message.id == "desk.mail.system");
}

TEST_CASE("what is written to oneself arrives, and a sent draft goes away") {
    Mailbox mailbox = some_mailbox();
    const int draft = world::keep_draft(mailbox, to({}), 0);
    CHECK(world::keep_draft(mailbox, to({mailbox.owner}), draft) == draft);
    world::send(mailbox, to({mailbox.owner}), draft);
    CHECK(world::find_message(mailbox, draft) == nullptr);
    CHECK(world::unread_in(mailbox, "inbox") == 2);
}

TEST_CASE("deleted messages go to the bin, and from there for good") {
    Mailbox mailbox = some_mailbox();
    const int id = mailbox.messages.front().id;
    CHECK(world::delete_messages(mailbox, {id}));
    CHECK(world::find_message(mailbox, id)->folder == "bin");
    CHECK(world::delete_messages(mailbox, {id}));
    CHECK(world::find_message(mailbox, id) == nullptr);
    CHECK_FALSE(world::delete_messages(mailbox, {id}));
}

TEST_CASE("own folders have names of their own, and give their messages back") {
    Mailbox mailbox = some_mailbox();
    const int id = mailbox.messages.front().id;
    CHECK(world::fault_of_folder(mailbox, "  ") == "desk.mail.ask.new-folder.empty");
    CHECK(world::fault_of_folder(mailbox, "a/b") == "desk.mail.ask.new-folder.sign");
    CHECK(world::add_folder(mailbox, " Santé "));
    CHECK(world::fault_of_folder(mailbox, "SANTÉ") == "desk.mail.ask.new-folder.taken");
    CHECK(world::move_messages(mailbox, {id}, "Santé"));
    CHECK_FALSE(world::move_messages(mailbox, {id}, "Santé"));
    CHECK_FALSE(world::move_messages(mailbox, {id}, "nowhere"));
    CHECK(world::remove_folder(mailbox, "Santé"));
    CHECK(world::find_message(mailbox, id)->folder == "inbox");
}

TEST_CASE("a list shows the time of today's messages, and the day of older ones") {
    constexpr std::int64_t now = 59 * 24 * 60 + 15 * 60; // 1 March 2026, 15:00
    CHECK(world::words_of_arrival(now - 60, now).message.id == "desk.mail.date.time-pm");
    CHECK(world::words_of_arrival(now - 600, now).message.id == "desk.mail.date.time-am");
    CHECK(world::words_of_arrival(now - 24 * 60, now).message.id == "desk.mail.date.yesterday");
    CHECK(world::words_of_arrival(now - 5 * 24 * 60, now).message.id == "desk.files.date.day");
}
