// Addresses, the search engine, forms and what follows; and the practice sites that are shipped.
#include "world/web.h"
#include "world/web_form.h"

#include <algorithm>
#include <string>
#include <vector>

#include <doctest/doctest.h>

namespace {

using world::Destination;
using world::ElementKind;
using world::Filled;
using world::PageElement;

world::PracticeSites some_sites() {
    lesson::Site town;
    town.id = "mairie";
    town.address = "www.valbois.fr";
    town.name = "Mairie de Valbois";
    town.about = "Toute la commune.";
    town.words = {"démarches", "carte d’identité"};
    town.pages.push_back({"index.html", "<p>Bienvenue</p>", "Accueil", "", "", "", false});
    town.pages.push_back({"horaires.html", "<p>Lundi, la mairie est ouverte.</p>", "Horaires", "", "", "", false});
    lesson::Site weather;
    weather.id = "meteo";
    weather.address = "meteo.fr";
    weather.name = "Météo";
    weather.certificate = lesson::Certificate::none;
    weather.pages.push_back({"index.html", "<p>Pluie lundi.</p>", "Météo", "", "", "", false});
    lesson::Site hidden = weather;
    hidden.id = "cache";
    hidden.address = "cache.fr";
    hidden.is_listed = false;
    lesson::Site engine;
    engine.id = "cherche";
    engine.address = "www.cherche.fr";
    engine.program = "search";
    engine.pages.push_back({"index.html", "<form><input name=q></form>", "Cherche", "", "", "", false});
    engine.pages.push_back(
        {"resultats.html", "<p data-each=\"results\">{{title}}</p>", "Résultats", "", "", "", false});
    return {town, weather, hidden, engine};
}

std::string address_after(const world::PracticeSites& sites, const char* href) {
    return world::follow(sites, sites[0], sites[0].pages[1], href).address;
}

std::vector<std::string> found(const world::PracticeSites& sites, const char* words) {
    std::vector<std::string> addresses;
    for (const world::PageRow& row : world::search(sites, words)) {
        addresses.push_back(row.at("address"));
    }
    return addresses;
}

PageElement field(std::string type, bool required = false) {
    PageElement element;
    element.kind = ElementKind::field;
    element.type = std::move(type);
    element.required = required;
    return element;
}

std::string fault(const PageElement& element, const std::string& value) {
    const auto words = world::fault_of_value(element, {value, false}, false);
    return words ? words->message.id.substr(std::string("desk.browser.fault.").size()) : "";
}

lesson::Matcher is(const char* text) {
    return {lesson::Matcher::Test::is, {std::string(text)}};
}

} // namespace

TEST_CASE("addresses lead to pages however they are written") {
    const world::PracticeSites sites = some_sites();
    for (const char* address :
         {"www.valbois.fr", "valbois.fr/", "http://valbois.fr", "https://www.valbois.fr/index.html", "VALBOIS.FR",
          "valbois.fr#haut", "valbois.fr?x=1"}) {
        const Destination where = world::resolve(sites, address);
        CHECK_MESSAGE(where.kind == Destination::Kind::page, address);
        CHECK(where.address == "https://www.valbois.fr");
    }
    CHECK(world::resolve(sites, "www.meteo.fr").address == "http://meteo.fr");
    CHECK(world::resolve(sites, "valbois.fr/absente").kind == Destination::Kind::not_found);
    CHECK(world::resolve(sites, "valbois.fr/absente").site == &sites[0]);
    CHECK(world::resolve(sites, "valboi.fr").site == nullptr);
    CHECK(world::resolve(sites, "  ").kind == Destination::Kind::blank);
    CHECK(world::resolve({}, "mots sans moteur").kind == Destination::Kind::not_found);
}

TEST_CASE("what cannot be an address is looked for, and its words survive in the address") {
    const world::PracticeSites sites = some_sites();
    const Destination where = world::resolve(sites, "a+b & c = 100 % ?");
    CHECK(where.page == &sites[3].pages[1]);
    CHECK(world::resolve(sites, where.address).words == "a+b & c = 100 % ?");
    CHECK(world::resolve(sites, "www.cherche.fr/resultats?q=%C3%A9t%C3%A9+vert").words == "été vert");
    CHECK(world::resolve(sites, "www.cherche.fr/resultats?q=%FF%zz%").kind == Destination::Kind::page);
}

TEST_CASE("links lead on from their page") {
    const world::PracticeSites sites = some_sites();
    CHECK(address_after(sites, "index.html") == "https://www.valbois.fr");
    CHECK(address_after(sites, "./horaires.html#lundi") == "https://www.valbois.fr/horaires");
    CHECK(address_after(sites, "/horaires") == "https://www.valbois.fr/horaires");
    CHECK(address_after(sites, "#haut") == "https://www.valbois.fr/horaires");
    CHECK(address_after(sites, "//meteo.fr") == "http://meteo.fr");
    CHECK(address_after(sites, "https://nulle-part.fr/x") == "https://nulle-part.fr/x");
}

TEST_CASE("the search engine ranks titles first, forgives accents and plurals, and keeps unlisted sites out") {
    const world::PracticeSites sites = some_sites();
    CHECK(found(sites, "horaire mairie").front() == "https://www.valbois.fr/horaires");
    CHECK(found(sites, "CARTE IDENTITÉ") == std::vector<std::string>{"https://www.valbois.fr"});
    CHECK(found(sites, "demarche").front() == "https://www.valbois.fr");
    CHECK(found(sites, "le lundi") == std::vector<std::string>{"https://www.valbois.fr/horaires", "http://meteo.fr"});
    CHECK(found(sites, "meteo") == std::vector<std::string>{"http://meteo.fr"});
    CHECK(found(sites, "introuvable").empty());
    CHECK(found(sites, "").empty());
    CHECK(world::search(sites, "lundi").front().at("about").find("Lundi") != std::string::npos);
}

TEST_CASE("dates are understood as people write them") {
    using world::date_of;
    for (const char* typed : {"3/5/1968", "03/05/68", "03.05.1968", "3-5-1968", "1968-05-03", " 3 5 1968 "}) {
        CHECK_MESSAGE(date_of(typed) == "1968-05-03", typed);
    }
    CHECK(date_of("29/2/2024") == "2024-02-29");
    CHECK(date_of("5/13/2024") == "2024-05-13");
    for (const char* typed : {"", "29/2/2023", "31/4/2024", "1/1", "1/1/1/1", "0/1/2024", "demain", "1/1/123", "99999",
                              "1//2024", "12/12/20244", "-1/1/2024"}) {
        CHECK_MESSAGE(!date_of(typed), typed);
    }
}

TEST_CASE("a browser checks fields before it sends them") {
    CHECK(fault(field("text", true), "") == "required");
    CHECK(fault(field("text", true), "a") == "");
    CHECK(fault(field("email"), "") == "");
    CHECK(fault(field("email"), "marie") == "email-at");
    for (const char* wrong : {"marie@", "@exemple.fr", "marie@exemple", "a@b@c.fr", "ma rie@exemple.fr", "a@b..fr"}) {
        CHECK_MESSAGE(fault(field("email"), wrong) == "email", wrong);
    }
    CHECK(fault(field("email"), " marie@exemple.fr ") == "");
    PageElement age = field("number");
    age.least = "1";
    age.most = "120";
    CHECK(fault(age, "douze") == "number");
    CHECK(fault(age, "0") == "least");
    CHECK(fault(age, "120,5") == "most");
    CHECK(fault(age, "12") == "");
    PageElement day = field("date");
    day.least = "1900-01-01";
    day.most = "2025-12-31";
    CHECK(fault(day, "31/31/2000") == "date");
    CHECK(fault(day, "1/1/1899") == "early");
    CHECK(fault(day, "1/1/2026") == "late");
    CHECK(fault(day, "1/1/2025") == "");
    PageElement word = field("text");
    word.longest = 5;
    word.shortest = 2;
    CHECK(fault(word, "éééééé") == "long");
    CHECK(fault(word, "ééééé") == "");
    CHECK(fault(word, "é") == "short");
    PageElement code = field("text");
    code.pattern = "[0-9]{5}";
    CHECK(fault(code, "7500") == "pattern");
    CHECK(fault(code, "75001") == "");
    code.pattern = "([0-9]{2} ?){5}";
    CHECK(fault(code, "06 39 98 00 00") == "");
    CHECK(fault(code, "06 39") == "pattern");
}

TEST_CASE("a pattern that would take for ever, or is none, is passed over") {
    PageElement code = field("text");
    for (const char* pattern : {"(a+)+b", "((a|a){9}){9}", "a{1,99999}", "a*a*a*a*a*b", "(a", "[", "(a|aa)*b"}) {
        code.pattern = pattern;
        CHECK_MESSAGE(fault(code, std::string(60, 'a')) == "", pattern);
    }
}

TEST_CASE("what has to be ticked or chosen is asked for") {
    PageElement element;
    element.required = true;
    const auto missing = [&](ElementKind kind) {
        element.kind = kind;
        return fault(element, "");
    };
    CHECK(missing(ElementKind::tick) == "tick");
    CHECK(missing(ElementKind::radio) == "radio");
    CHECK(missing(ElementKind::choice) == "choice");
    CHECK(missing(ElementKind::file) == "file");
    element.enabled = false;
    CHECK(missing(ElementKind::tick) == "");
}

TEST_CASE("a form's rules are tried in order; they set values and change lists") {
    lesson::Site site;
    lesson::SiteForm form;
    form.name = "panier";
    form.rules.push_back({{{"quoi", is("retirer"), {}}}, "panier.html", "", "", "panier", {}, ""});
    form.rules.push_back({{{"quoi", is("vider"), {}}}, "vide.html", "", "panier", "", {}, "facture.pdf"});
    form.rules.push_back({{}, "panier.html", "panier", "", "", {{"dernier", "{{nom}} !"}}, ""});
    site.forms.push_back(form);
    world::SiteMemory memory;
    CHECK(world::send(memory, site, "panier", {{"nom", "Pot"}}).next == "panier.html");
    world::send(memory, site, "panier", {{"nom", "Gants"}});
    CHECK(memory.values.at("dernier") == "Gants !");
    REQUIRE(memory.lists.at("panier").size() == 2);
    world::send(memory, site, "panier", {{"quoi", "Retirer"}, {"entry", memory.lists.at("panier")[0].at("entry")}});
    REQUIRE(memory.lists.at("panier").size() == 1);
    CHECK(memory.lists.at("panier")[0].at("nom") == "Gants");
    const world::FormOutcome outcome = world::send(memory, site, "panier", {{"quoi", "vider"}});
    CHECK(outcome.next == "vide.html");
    CHECK(outcome.download == "facture.pdf");
    CHECK(memory.lists.at("panier").empty());
    CHECK(memory.sent.size() == 1);
    CHECK(world::send(memory, site, "inconnu", {}).next.empty());
}

TEST_CASE("a list of a site does not grow without end") {
    lesson::Site site;
    lesson::SiteForm form;
    form.name = "f";
    form.rules.push_back({{}, "", "liste", "", "", {}, ""});
    site.forms.push_back(form);
    world::SiteMemory memory;
    for (int i = 0; i < 500; ++i) {
        world::send(memory, site, "f", {{"a", "b"}});
    }
    CHECK(memory.lists.at("liste").size() == 100);
}

TEST_CASE("every page that is shipped can be shown, and its links lead somewhere") {
    const lesson::Sites read = lesson::read_sites(COUCOU_SOURCE_DIR "/lessons/sites");
    REQUIRE_FALSE(read.sites.empty());
    for (const lesson::Site& site : read.sites) {
        for (const lesson::SitePage& page : site.pages) {
            const auto made = world::make_page(page.html, {}, site.styles, page.file);
            CHECK_MESSAGE(made->faults.empty(), site.id, "/", page.file);
            CHECK_MESSAGE(!made->text.empty(), site.id, "/", page.file);
            for (const PageElement& element : made->elements) {
                const bool is_page = element.kind == ElementKind::link && !element.downloads &&
                                     !element.href.starts_with("mailto:") && !element.href.starts_with("tel:");
                const bool is_file = std::ranges::find(site.downloads, element.href, &lesson::SiteDownload::file) !=
                                     site.downloads.end();
                CHECK_MESSAGE((!is_page || is_file ||
                               world::follow(read.sites, site, page, element.href).kind == Destination::Kind::page),
                              site.id, "/", page.file, " -> ", element.href);
            }
        }
    }
}
