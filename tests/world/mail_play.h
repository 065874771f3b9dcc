// A hand at the mail program, through the desk.
#pragma once

#include "lesson/value.h"
#include "world/desk.h"

#include <algorithm>
#include <initializer_list>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include <doctest/doctest.h>

/// What the seat's mailbox holds in the beginning.
inline constexpr std::string_view some_mail = R"toml(
open = true
address = "ana@exemple.fr"
name = "Ana Lopes"
contacts = ["Marie Petit <marie@exemple.fr>", "Marc Roy <marc@exemple.fr>"]
reachable = ["mairie@valbois.fr"]
[[inbox]]
from = "Marie Petit <marie@exemple.fr>"
to = "Ana Lopes <ana@exemple.fr>, Marc Roy <marc@exemple.fr>"
subject = "Jeudi"
body = "Bonjour, venez-vous jeudi ? Le plan : [ici](http://www.valbois.fr/)"
[[inbox.attachment]]
name = "Plan.txt"
text = "À gauche après le pont."
[[inbox]]
from = "Votre banque <securite@compte-verif.xyz>"
subject = "URGENT"
body = "Compte bloqué : [www.mabanque.fr](http://compte-verif.xyz/)"
danger = "Une banque ne demande jamais cela."
[[inbox.attachment]]
name = "facture.exe"
risky = true
[[inbox]]
from = "Marie Petit <marie@exemple.fr>"
subject = "Jeudi"
body = "Un autre jeudi."
read = true
)toml";

struct MailSeat {
    world::Desk desk;
    std::int64_t now = 0;
    std::vector<world::Event> happened;

    explicit MailSeat(int safety = 2) {
        auto table = lesson::read_toml(some_mail, "mail.toml");
        REQUIRE(table.ok());
        lesson::Table start;
        start.push_back({"mail", {}, std::move(table).value()});
        world::Setup setup;
        setup.safety = safety;
        desk = world::start_desk(start, setup, 0, nullptr);
        world::DeskState state = desk.timeline.now();
        state.look = world::DeskLook::bar;
        desk.timeline = world::Timeline<world::DeskState>(std::move(state));
    }

    const world::DeskState& state() const { return desk.timeline.now(); }
    const world::Mailbox& mailbox() const { return state().mailbox.now(); }
    const world::Mail& mail() const {
        const world::Window* window = world::find_window(state(), "mail");
        REQUIRE(window != nullptr);
        return std::get<world::Mail>(window->program);
    }

    void operator()(world::Deed deed) {
        now += 500;
        std::vector<world::Event> events = world::apply(desk, {now, std::move(deed)});
        happened.insert(happened.end(), events.begin(), events.end());
    }
    void click(const std::string& target, world::Button button = world::Button::left, int times = 1,
               bool control = false) {
        REQUIRE_MESSAGE(has(target), target);
        (*this)(world::Click{target, button, times, false, control});
    }
    void menu(const std::string& target, const std::string& command) {
        click(target, world::Button::right);
        click("menu/" + command);
    }
    void type(const std::string& target, const std::string& text) {
        click(target);
        (*this)(world::Type{text});
    }
    void keys(std::initializer_list<const char*> codes) {
        for (const char* code : codes) {
            (*this)(world::KeyDown{code, false, false});
        }
        for (const char* code : codes) {
            (*this)(world::KeyUp{code});
        }
    }
    /// Writes a message and leaves it there.
    void write(const std::string& to, const std::string& subject, const std::string& body) {
        click("mail/toolbar/write");
        type("mail/write/to", to);
        type("mail/write/subject", subject);
        type("mail/write/body", body);
    }
    bool has(std::string_view target) const {
        const std::vector<world::Target> all = world::targets(state());
        return world::find_target(all, target) != nullptr;
    }
    bool enabled(std::string_view target) const {
        const std::vector<world::Target> all = world::targets(state());
        const world::Target* found = world::find_target(all, target);
        return found != nullptr && found->enabled;
    }
    bool heard(std::string_view fact) const {
        return std::ranges::any_of(happened, [&](const world::Event& event) { return event.fact.name == fact; });
    }
    std::string heard_field(std::string_view fact, std::string_view field) const {
        std::string said;
        for (const world::Event& event : happened) {
            if (const lesson::FieldValue* value = world::find_field(event.fact, field);
                event.fact.name == fact && value != nullptr && std::holds_alternative<std::string>(*value)) {
                said = std::get<std::string>(*value);
            }
        }
        return said;
    }
    std::vector<world::Fact> facts_named(std::string_view name) const {
        std::vector<world::Fact> all = world::facts(desk);
        std::erase_if(all, [&](const world::Fact& fact) { return fact.name != name; });
        return all;
    }
    std::string said(std::string_view fact, std::string_view field) const {
        const std::vector<world::Fact> all = facts_named(fact);
        const lesson::FieldValue* value = all.empty() ? nullptr : world::find_field(all.back(), field);
        return value != nullptr && std::holds_alternative<std::string>(*value) ? std::get<std::string>(*value)
                                                                               : std::string();
    }
    std::size_t in_folder(std::string_view folder) const {
        return static_cast<std::size_t>(std::ranges::count(mailbox().messages, folder, &world::MailMessage::folder));
    }
};
