// The browser: going to pages by every way, tabs, bookmarks, finding, forms, and what must not be possible.
#include "base/random.h"
#include "lesson/messages.h"
#include "world/browser.h"
#include "world/desk.h"

#include <algorithm>
#include <string>
#include <vector>

#include <doctest/doctest.h>

namespace {

using world::Click;
using world::Desk;
using world::Fact;
using world::KeyDown;
using world::KeyUp;
using world::Type;
using world::Wait;

lesson::Site town() {
    lesson::Site site;
    site.id = "mairie";
    site.address = "www.valbois.fr";
    site.name = "Mairie";
    site.cookies = "Des cookies ?";
    site.about = "La mairie de Valbois.";
    site.words = {"carte", "identité"};
    site.pages.push_back(
        {"index.html",
         "<title>Accueil</title><a href=horaires.html>Horaires</a><a href=https://www.faux.xyz>Faux</a>"
         "<a href=contact.html target=_blank>Contact</a><a href=guide.pdf download>Guide</a>"
         "<a href=virus.zip download>Virus</a><a href=absente.html>Absente</a>"
         "<a href=mailto:maire@valbois.fr>Le maire</a>",
         "Accueil", "", "", "", false});
    site.pages.push_back({"horaires.html", "<title>Horaires</title><p>Lundi ouvert. Mardi ouvert.</p>", "Horaires",
                          "lettre.html", "", "", false});
    site.pages.push_back({"lettre.html", "<p>Notre lettre <a href=index.html>Oui</a>", "", "", "", "", false});
    site.pages.push_back(
        {"contact.html",
         "<title>Contact</title><form name=contact><label>Nom <input name=nom required></label>"
         "<label>Mot de passe <input type=password name=code></label>"
         "<label>Courriel <input type=email name=courriel></label><label>Date <input type=date name=jour></label>"
         "<label><input type=radio name=moment value=matin> Matin</label>"
         "<label><input type=radio name=moment value=soir> Soir</label>"
         "<label><input type=checkbox name=accord value=oui> Accord</label>"
         "<select name=sujet aria-label=Sujet><option value=''>Choisissez</option><option value=eau>L’eau</option>"
         "</select><input type=file name=piece title=Pièce><textarea name=message title=Message></textarea>"
         "<button>Envoyer</button><button type=reset>Effacer</button></form>",
         "Contact", "", "", "", false});
    site.pages.push_back({"merci.html", "<title>Merci</title><p>Merci {{nom}}, {{sujet.words}}, n° {{numero}}</p>",
                          "Merci", "", "", "", false});
    site.pages.push_back({"compte.html", "<title>Compte</title>secret", "Compte", "", "membre", "contact.html", false});
    lesson::SiteForm form;
    form.name = "contact";
    form.checks.push_back(
        {"nom", {lesson::Matcher::Test::is_not, {std::string("personne")}}, "Votre vrai nom, s’il vous plaît.", {}});
    lesson::SiteRule rule;
    rule.next = "merci.html";
    rule.add = "demandes";
    rule.set = {{"numero", "7"}, {"membre", "{{nom}}"}};
    form.rules.push_back(rule);
    site.forms.push_back(form);
    site.downloads.push_back({"guide.pdf", "Bienvenue", "", false, {}});
    site.downloads.push_back({"virus.zip", "", "", true, {}});
    return site;
}

lesson::Site engine() {
    lesson::Site site;
    site.id = "cherche";
    site.address = "www.cherche.fr";
    site.name = "Cherche";
    site.program = "search";
    site.is_listed = false;
    site.pages.push_back(
        {"index.html",
         "<title>Cherche</title><form name=search><input name=q title=Mots><button>Chercher</button></form>", "Cherche",
         "", "", "", false});
    site.pages.push_back({"resultats.html",
                          "<title>Résultats</title><h1>{{q}}</h1><p class='mark advert'><a "
                          "href=https://www.louche.fr>Promotion</a></p><div data-each=\"results\"><a "
                          "href=\"{{address}}\">{{title}}</a><p>{{about}}</div>",
                          "Résultats", "", "", "", false});
    return site;
}

lesson::Site bad_site(std::string id, std::string address, lesson::Certificate certificate, bool risky) {
    lesson::Site site;
    site.id = std::move(id);
    site.address = std::move(address);
    site.name = "Faux";
    site.certificate = certificate;
    site.is_listed = false;
    site.pages.push_back(
        {"index.html", "<title>Faux</title><form name=vol><input name=carte title=Carte><button>Payer</button></form>",
         "Faux", "", "", "", risky});
    return site;
}

lesson::Site webmail() {
    lesson::Site site;
    site.id = "webmail";
    site.address = "www.valmail.fr";
    site.name = "Valmail";
    site.program = "mail";
    site.pages.push_back({"index.html",
                          "<title>Entrer</title><form name=entree><label>Mot de passe <input type=password "
                          "name=code required></label></form>",
                          "", "", "", "", false});
    site.pages.push_back({"boite.html",
                          "<title>Boîte</title><form name=sortie><button>Quitter</button></form><div data-mail></div>",
                          "", "", "connecte", "index.html", false});
    site.forms.push_back({"entree", {}, {{{}, "boite.html", "", "", "", {{"connecte", "oui"}}, ""}}, {}});
    site.forms.push_back({"sortie", {}, {{{}, "index.html", "", "", "", {{"connecte", ""}}, ""}}, {}});
    return site;
}

struct Play {
    Desk desk;
    std::int64_t at = 0;
    std::vector<Fact> told;

    explicit Play(std::string_view start = "open = [\"www.valbois.fr\"]", int safety = 2) {
        world::Setup setup;
        setup.safety = safety;
        setup.sites = std::make_shared<const std::vector<lesson::Site>>(std::vector<lesson::Site>{
            town(), engine(), webmail(), bad_site("faux", "www.faux.xyz", lesson::Certificate::none, true),
            bad_site("louche", "www.louche.fr", lesson::Certificate::wrong, false)});
        const auto table = lesson::read_toml("[browser]\n" + std::string(start), "start");
        REQUIRE(table.ok());
        desk = world::start_desk(lesson::table_of(table.value()), setup, 0, nullptr);
    }

    Play& act(world::Deed deed) {
        at += 10;
        for (world::Event& event : world::apply(desk, {at, std::move(deed)})) {
            told.push_back(std::move(event.fact));
        }
        return *this;
    }
    Play& click(const std::string& target, bool control = false) {
        return act(Click{full(target), world::Button::left, 1, false, control});
    }
    Play& menu(const std::string& target, const std::string& command) {
        act(Click{full(target), world::Button::right, 1, false, false});
        return act(Click{"menu/" + command, world::Button::left, 1, false, false});
    }
    Play& type(std::string text) { return act(Type{std::move(text)}); }
    Play& key(const std::string& code, const std::string& with = {}, const std::string& and_with = {}) {
        for (const std::string& held : {with, and_with}) {
            if (!held.empty()) {
                act(KeyDown{held, false, false});
            }
        }
        act(KeyDown{code, false, false}).act(KeyUp{code});
        for (const std::string& held : {with, and_with}) {
            if (!held.empty()) {
                act(KeyUp{held});
            }
        }
        return *this;
    }
    Play& wait() {
        at += 1000;
        return act(Wait{});
    }
    Play& visit(const std::string& address) { return click("field/address").type(address).key("Enter").wait(); }

    static std::string full(const std::string& target) {
        return target.starts_with("dialog/") || target.starts_with("menu/") ? target : "browser/" + target;
    }
    const world::Browser& browser() const {
        return std::get<world::Browser>(world::find_window(*desk.timeline, "browser")->program);
    }
    const world::BrowserTab& tab() const { return world::shown(browser()); }
    const world::Target* target(const std::string& local) {
        targets = world::targets(*desk.timeline);
        return world::find_target(targets, full(local));
    }
    bool can(const std::string& local) {
        const world::Target* found = target(local);
        return found != nullptr && found->enabled;
    }
    bool is(const std::string& name, const std::string& field, const lesson::FieldValue& value) const {
        return has(world::facts(desk), name, field, value);
    }
    bool happened(const std::string& name, const std::string& field = {},
                  const lesson::FieldValue& value = std::string()) const {
        return has(told, name, field, value);
    }
    static bool has(const std::vector<Fact>& facts, const std::string& name, const std::string& field,
                    const lesson::FieldValue& value) {
        return std::ranges::any_of(facts, [&](const Fact& fact) {
            const lesson::FieldValue* found = world::find_field(fact, field);
            return fact.name == name && (field.empty() || (found != nullptr && *found == value));
        });
    }
    std::vector<world::Target> targets;
};

bool shows(const Play& play, const std::string& file) {
    return play.is("browser.page", "file", file) && play.tab().sheet == world::Sheet::page;
}

} // namespace

TEST_CASE("the browser opens at the address that the lesson names, and lists the page's links") {
    Play play;
    CHECK(shows(play, "index.html"));
    CHECK(play.is("browser.page", "site", std::string("www.valbois.fr")));
    CHECK(play.is("browser.page", "secure", true));
    CHECK(play.can("page/link/Horaires"));
    CHECK_FALSE(play.can("toolbar/back"));
}

TEST_CASE("a browser that has just been started shows its home once the page has loaded") {
    Play play("home = \"www.valbois.fr\"");
    play.act(Click{"desktop/icon/browser", world::Button::left, 2, false, false});
    REQUIRE(world::find_window(*play.desk.timeline, "browser") != nullptr);
    CHECK(world::lives(play.desk));
    play.act(Wait{}).wait();
    CHECK_FALSE(world::lives(play.desk));
    CHECK(shows(play, "index.html"));
}

TEST_CASE("a page is shown only once it has loaded, and nothing of the old one can be touched meanwhile") {
    Play play;
    play.click("page/link/Horaires");
    CHECK(shows(play, "index.html"));
    CHECK(play.target("status/loading") != nullptr);
    CHECK_FALSE(play.can("page/link/Horaires"));
    play.wait();
    CHECK(shows(play, "horaires.html"));
    CHECK(play.happened("browser.visited", "by", std::string("link")));
    CHECK(play.target("status/loading") == nullptr);
}

TEST_CASE("an address can be written in many ways") {
    for (const char* address : {"www.valbois.fr/horaires", "valbois.fr/horaires.html",
                                "HTTPS://WWW.VALBOIS.FR/Horaires/", " http://valbois.fr/horaires "}) {
        Play play;
        play.visit(address);
        CHECK_MESSAGE(shows(play, "horaires.html"), address);
        CHECK(play.tab().address == "https://www.valbois.fr/horaires");
        CHECK(play.happened("browser.visited", "by", std::string("address")));
    }
}

TEST_CASE("the address field is reached by Control and L, and what it held gives way") {
    Play play;
    play.key("KeyL", "ControlLeft").type("valbois.fr/contact").key("Enter").wait();
    CHECK(shows(play, "contact.html"));
}

TEST_CASE("an address that is being written stays when a page arrives meanwhile") {
    Play play("home = \"www.valbois.fr\"");
    play.act(Click{"desktop/icon/browser", world::Button::left, 2, false, false}).act(Wait{});
    play.click("field/address").type("www.valbois.fr/con").wait();
    CHECK(shows(play, "index.html"));
    play.type("tact").key("Enter").wait();
    CHECK(shows(play, "contact.html"));
}

TEST_CASE("an address that appears in the field that is about to be written in gives way to what is written") {
    Play play("home = \"www.valbois.fr\"");
    play.act(Click{"desktop/icon/browser", world::Button::left, 2, false, false}).act(Wait{});
    play.click("field/address").wait();
    play.type("www.valbois.fr/contact").key("Enter").wait();
    CHECK(shows(play, "contact.html"));
}

TEST_CASE("an address that leads nowhere says so, and offers to search") {
    Play play;
    play.visit("www.valboi.fr");
    CHECK(play.tab().sheet == world::Sheet::not_found);
    CHECK(play.happened("browser.not_found"));
    CHECK(play.is("browser.page", "found", false));
    CHECK(world::notice(play.tab())->title.message.id == "desk.browser.not-found.title");
    play.click("page/link/Horaires").wait();
    CHECK(play.tab().sheet == world::Sheet::not_found);
    play.click("warning/back").wait();
    CHECK(shows(play, "index.html"));
    play.click("page/link/Absente").wait();
    CHECK(world::notice(play.tab())->title.message.id == "desk.browser.no-page.title");
}

TEST_CASE("back and forward lead through what was visited, by button and by key") {
    Play play;
    play.click("page/link/Horaires").wait().click("popup/close").click("toolbar/back").wait();
    CHECK(shows(play, "index.html"));
    CHECK(play.happened("browser.visited", "by", std::string("back")));
    play.click("toolbar/forward").wait();
    CHECK(shows(play, "horaires.html"));
    play.key("ArrowLeft", "AltLeft").wait();
    CHECK(shows(play, "index.html"));
    play.key("ArrowRight", "AltLeft").wait();
    CHECK(shows(play, "horaires.html"));
    play.key("F5").wait();
    CHECK(play.happened("browser.visited", "by", std::string("reload")));
    play.click("toolbar/back").wait().visit("valbois.fr/contact");
    CHECK_FALSE(play.can("toolbar/forward"));
}

TEST_CASE("words go to the search engine, which finds pages by their words and tells how many") {
    Play play;
    play.visit("carte d'identite");
    CHECK(shows(play, "resultats.html"));
    CHECK(play.happened("browser.searched", "words", std::string("carte d'identite")));
    CHECK(play.happened("browser.searched", "count", 1.0));
    play.click("page/link/Accueil").wait();
    CHECK(shows(play, "index.html"));
    CHECK(play.is("browser.page", "site", std::string("www.valbois.fr")));
    play.click("toolbar/home").wait().click("page/field/Mots").type("lundi").key("Enter").wait();
    CHECK(play.happened("browser.searched", "words", std::string("lundi")));
    play.click("toolbar/home").wait().click("page/field/Mots").type("secret").click("page/button/Chercher").wait();
    CHECK(play.happened("browser.searched", "count", 0.0));
}

TEST_CASE("an advertisement among the results is told of") {
    Play play;
    play.visit("lundi").click("page/link/Horaires").wait();
    CHECK_FALSE(play.happened("browser.advert"));
    play.click("toolbar/back").wait().click("page/link/Promotion").wait();
    CHECK(play.happened("browser.advert", "site", std::string("www.louche.fr")));
}

TEST_CASE("tabs are opened, switched and closed by buttons and by keys") {
    Play play;
    play.click("toolbar/new-tab");
    CHECK(play.is("browser.tabs", "count", 2.0));
    CHECK(play.tab().sheet == world::Sheet::blank);
    play.type("cherche.fr").key("Enter").wait();
    CHECK(play.is("browser.page", "site", std::string("www.cherche.fr")));
    play.click("tab/1");
    CHECK(shows(play, "index.html"));
    CHECK(play.is("browser.page", "site", std::string("www.valbois.fr")));
    play.key("Tab", "ControlLeft");
    CHECK(play.is("browser.page", "site", std::string("www.cherche.fr")));
    play.key("KeyT", "ControlLeft");
    CHECK(play.is("browser.tabs", "count", 3.0));
    play.key("KeyW", "ControlLeft").click("tab/1/close");
    CHECK(play.is("browser.tabs", "count", 1.0));
    CHECK(play.is("browser.page", "site", std::string("www.cherche.fr")));
    play.click("tab/1/close");
    CHECK(world::find_window(*play.desk.timeline, "browser") == nullptr);
}

TEST_CASE("a link opens a tab aside with Control, the middle button or its menu, and in front where it asks for one") {
    Play play;
    play.click("page/link/Horaires", true).wait();
    CHECK(play.is("browser.tabs", "count", 2.0));
    CHECK(shows(play, "index.html"));
    play.act(Click{"browser/page/link/Horaires", world::Button::middle, 1, false, false}).wait();
    play.menu("page/link/Horaires", "open-link-in-tab").wait();
    CHECK(play.is("browser.tabs", "count", 4.0));
    play.click("page/link/Contact").wait();
    CHECK(play.is("browser.tabs", "count", 5.0));
    CHECK(shows(play, "contact.html"));
    play.click("tab/1").menu("page/link/Horaires", "copy-link");
    CHECK(play.desk.timeline->clipboard.text == "https://www.valbois.fr/horaires");
}

TEST_CASE("a page is bookmarked by the star or by Control and D, found in the bar, and taken away") {
    Play play;
    play.click("toolbar/bookmark");
    CHECK(play.is("browser.bookmark", "site", std::string("www.valbois.fr")));
    CHECK(play.target("toolbar/bookmark")->on);
    play.visit("cherche.fr").click("bookmark/Accueil").wait();
    CHECK(shows(play, "index.html"));
    CHECK(play.happened("browser.visited", "by", std::string("bookmark")));
    play.key("KeyD", "ControlLeft");
    CHECK(play.happened("browser.unbookmarked"));
    CHECK_FALSE(play.is("browser.bookmark", "site", std::string("www.valbois.fr")));
    play.key("KeyD", "ControlLeft").menu("bookmark/Accueil", "remove-bookmark");
    CHECK(play.target("bookmark/Accueil") == nullptr);
}

TEST_CASE("the history is a page of links") {
    Play play;
    play.click("page/link/Horaires").wait().click("popup/close").key("KeyH", "ControlLeft").wait();
    CHECK(play.tab().sheet == world::Sheet::history);
    play.click("page/link/Accueil").wait();
    CHECK(shows(play, "index.html"));
}

TEST_CASE("words are found in the page, place after place") {
    Play play("open = [\"valbois.fr/horaires\"]");
    play.click("popup/close").key("KeyF", "ControlLeft").type("OUVERT");
    CHECK(play.is("browser.found", "count", 2.0));
    CHECK(world::find_hits(play.tab()).current == 0);
    play.key("Enter");
    CHECK(world::find_hits(play.tab()).current == 1);
    play.click("find/next");
    CHECK(world::find_hits(play.tab()).current == 0);
    play.click("find/previous");
    CHECK(world::find_hits(play.tab()).current == 1);
    play.click("find/field").key("KeyA", "ControlLeft").type("absent");
    CHECK(play.is("browser.found", "count", 0.0));
    CHECK_FALSE(play.can("find/next"));
    play.key("Escape");
    CHECK(play.target("find/field") == nullptr);
}

TEST_CASE("the page grows and shrinks by keys and by the menu") {
    Play play;
    play.key("Equal", "ControlLeft").click("toolbar/menu").click("menu/zoom-in");
    CHECK(play.is("browser.zoom", "percent", 125.0));
    play.key("Digit0", "ControlLeft");
    CHECK(play.is("browser.zoom", "percent", 100.0));
    for (int i = 0; i < 20; ++i) {
        play.click("toolbar/menu").click("menu/zoom-out");
    }
    CHECK(play.is("browser.zoom", "percent", 50.0));
}

TEST_CASE("the cookie banner leaves the page usable, and keeps what was chosen") {
    Play play;
    CHECK(play.can("page/link/Horaires"));
    play.click("banner/refuse");
    CHECK(play.is("browser.cookies", "accepted", false));
    CHECK(play.target("banner/accept") == nullptr);
    play.key("F5").wait();
    CHECK(play.target("banner/accept") == nullptr);
    Play other;
    other.click("banner/accept");
    CHECK(other.is("browser.cookies", "accepted", true));
}

TEST_CASE("a pop-up covers the page until it is closed, and stays closed") {
    Play play("open = [\"valbois.fr/horaires\"]");
    CHECK(play.can("popup/link/Oui"));
    play.click("popup/close");
    CHECK(play.happened("browser.popup_closed"));
    CHECK(play.target("popup/close") == nullptr);
    play.key("F5").wait();
    CHECK(play.target("popup/close") == nullptr);
    Play other("open = [\"valbois.fr/horaires\"]");
    other.key("Escape");
    CHECK(other.target("popup/close") == nullptr);
}

TEST_CASE("the padlock tells who the site is") {
    Play play;
    play.click("padlock");
    CHECK(play.happened("browser.inspected", "site", std::string("www.valbois.fr")));
    CHECK(play.can("dialog/close"));
    play.click("dialog/close");
    CHECK(play.can("page/link/Horaires"));
}

TEST_CASE("a site with a wrong certificate is warned of; the safety dial says whether one may go on") {
    for (const int safety : {1, 2, 3}) {
        Play play("open = [\"www.valbois.fr\"]", safety);
        play.visit("louche.fr");
        CHECK(play.tab().sheet == world::Sheet::certificate);
        CHECK(play.happened("browser.warned", "site", std::string("www.louche.fr")));
        CHECK(play.target("page/field/Carte") == nullptr);
        CHECK(play.can("warning/go-on") == (safety >= 2));
        play.click("warning/go-on");
        CHECK((play.tab().sheet == world::Sheet::page) == (safety >= 2));
    }
    Play play;
    play.visit("louche.fr").click("warning/back").wait();
    CHECK(shows(play, "index.html"));
}

TEST_CASE("a false site is blocked, warned of, or shown, as the safety dial says") {
    Play first("open = [\"www.valbois.fr\"]", 1);
    first.click("page/link/Faux").wait();
    CHECK(first.tab().sheet == world::Sheet::blocked);
    CHECK_FALSE(first.can("warning/go-on"));
    Play second("open = [\"www.valbois.fr\"]", 2);
    second.click("page/link/Faux").wait();
    CHECK(second.tab().sheet == world::Sheet::risky);
    second.click("warning/go-on").click("page/field/Carte").type("1234").key("Enter").wait();
    CHECK(second.happened("safety.fell", "for", std::string("www.faux.xyz")));
    Play third("open = [\"www.valbois.fr\"]", 3);
    third.click("page/link/Faux").wait();
    CHECK(third.tab().sheet == world::Sheet::page);
    CHECK_FALSE(third.happened("safety.fell"));
    third.click("page/field/Carte").type("1234").click("page/button/Payer");
    CHECK(third.happened("safety.fell"));
    CHECK(third.can("dialog/close"));
}

TEST_CASE("a form is filled in by all its kinds of fields and sent") {
    Play play("open = [\"valbois.fr/contact\"]");
    play.click("page/field/Nom").type("Zoé");
    CHECK(play.is("form.field", "value", std::string("Zoé")));
    play.key("Tab").type("caché").key("Tab").type("zoe@exemple.fr").key("Tab").type("3/5/68");
    CHECK(play.is("form.field", "value", std::string("1968-05-03")));
    play.click("page/radio/Matin").click("page/radio/Soir").click("page/tick/Accord");
    CHECK(play.is("form.field", "value", std::string("soir")));
    CHECK_FALSE(play.is("form.field", "value", std::string("matin")));
    play.click("page/choice/Sujet").click("menu/choose/L’eau");
    CHECK(play.is("form.field", "value", std::string("eau")));
    play.click("page/button/Envoyer").wait();
    CHECK(shows(play, "merci.html"));
    CHECK(play.tab().page->text == "Merci Zoé, L’eau, n° 7");
    CHECK(play.happened("form.submitted", "form", std::string("contact")));
    CHECK(play.is("form.sent", "site", std::string("www.valbois.fr")));
    CHECK(play.is("form.answer", "value", std::string("1968-05-03")));
    CHECK(play.is("form.list", "count", 1.0));
    CHECK_FALSE(play.happened("browser.left"));
}

TEST_CASE("Enter in a line of a form sends it; in a text of many lines it does not") {
    Play play("open = [\"valbois.fr/contact\"]");
    play.click("page/area/Message").type("un").key("Enter").type("deux").wait();
    CHECK(shows(play, "contact.html"));
    CHECK(play.is("form.field", "value", std::string("un\ndeux")));
    play.click("page/field/Nom").type("Zoé").key("Enter").wait();
    CHECK(shows(play, "merci.html"));
}

TEST_CASE("a form that lacks something is not sent, and says at the field why") {
    Play play("open = [\"valbois.fr/contact\"]");
    play.click("page/button/Envoyer").wait();
    CHECK(shows(play, "contact.html"));
    CHECK(play.happened("form.refused", "field", std::string("nom")));
    CHECK(play.desk.timeline->focus == "browser/page/field/Nom");
    REQUIRE(play.target("page/field/Nom")->details.size() == 1);
    CHECK(play.target("page/field/Nom")->details.front().message.id == "desk.browser.fault.required");
    play.type("personne");
    CHECK(play.target("page/field/Nom")->details.empty());
    play.click("page/button/Envoyer");
    CHECK(play.target("page/field/Nom")->details.front().text == "Votre vrai nom, s’il vous plaît.");
    play.click("page/field/Nom").key("KeyA", "ControlLeft").type("Zoé");
    play.click("page/field/Courriel").type("zoe").click("page/button/Envoyer");
    CHECK(play.target("page/field/Nom")->details.empty());
    CHECK(play.target("page/field/Courriel")->details.front().message.id == "desk.browser.fault.email-at");
    CHECK_FALSE(play.happened("form.submitted"));
}

TEST_CASE("a form's reset empties it") {
    Play play("open = [\"valbois.fr/contact\"]");
    play.click("page/field/Nom").type("Zoé").click("page/tick/Accord").click("page/button/Effacer");
    CHECK_FALSE(play.is("form.field", "value", std::string("Zoé")));
    CHECK_FALSE(play.target("page/tick/Accord")->on);
}

TEST_CASE("a form that was begun and left keeps its words for whoever comes back, but for passwords") {
    Play play("open = [\"valbois.fr/contact\"]");
    play.click("page/field/Nom").type("Zoé").click("page/field/Mot de passe").type("caché").visit("cherche.fr");
    CHECK(play.happened("browser.left", "form", std::string("contact")));
    play.click("toolbar/back").wait();
    CHECK(play.is("form.field", "value", std::string("Zoé")));
    CHECK_FALSE(play.is("form.field", "value", std::string("caché")));
}

TEST_CASE("a page behind a sign-in gives way to another until the site remembers") {
    Play play;
    play.visit("valbois.fr/compte");
    CHECK(shows(play, "contact.html"));
    play.click("page/field/Nom").type("Zoé").key("Enter").wait().visit("valbois.fr/compte");
    CHECK(shows(play, "compte.html"));
    Play known(
        "open = [\"valbois.fr/compte\"]\nremember = [{ site = \"valbois.fr\", name = \"membre\", value = \"oui\" }]");
    CHECK(shows(known, "compte.html"));
}

TEST_CASE("a file is downloaded into the downloads folder; a risky one only as the safety dial allows") {
    Play play;
    play.click("page/link/Guide");
    CHECK(play.happened("browser.downloaded", "name", std::string("guide.pdf")));
    const world::Disk& disk = play.desk.timeline->disk.now();
    CHECK(world::find_in(disk, world::folder_at(disk, world::StandardPlace::downloads), "guide.pdf") != nullptr);
    play.click("toolbar/downloads");
    CHECK(play.can("menu/open-download/guide.pdf"));
    for (const int safety : {1, 2, 3}) {
        Play risky("open = [\"www.valbois.fr\"]", safety);
        risky.click("page/link/Virus");
        CHECK(risky.happened("browser.downloaded") == (safety == 3));
        if (safety == 2) {
            risky.click("dialog/keep");
            CHECK(risky.happened("browser.downloaded", "name", std::string("virus.zip")));
        }
    }
}

TEST_CASE("a file of the documents can be chosen for a form, or dropped on it") {
    Play play("open = [\"valbois.fr/contact\"]");
    CHECK_FALSE(play.is("form.field", "value", std::string("facture.pdf")));
    world::DeskState state = *play.desk.timeline;
    world::Disk disk = state.disk.now();
    world::Node node;
    node.name = "facture.pdf";
    node.kind = world::FileKind::document;
    const int id = world::add(disk, world::folder_at(disk, world::StandardPlace::documents), node);
    state.disk.change(disk);
    play.desk.timeline.amend(state);
    play.click("page/file/Pièce").click("menu/send/facture.pdf");
    CHECK(play.is("form.field", "value", std::string("facture.pdf")));
    world::Browser browser = play.browser();
    std::vector<world::Event> events;
    world::Context context{state, "browser", 0, events};
    world::drop(browser, context, world::Carried{{id}, {}, {}, false}, "page/file/Pièce", false);
    CHECK(world::element_state(world::shown(browser), "page/file/Pièce").file == "facture.pdf");
}

TEST_CASE("a mail address in a page opens the mail") {
    Play play;
    play.click("page/link/Le maire");
    CHECK(world::find_window(*play.desk.timeline, "mail") != nullptr);
}

TEST_CASE("a webmail lies in its page, under names of its own, behind its sign-in") {
    Play play("open = [\"www.valmail.fr\"]");
    CHECK(shows(play, "index.html"));
    CHECK_FALSE(play.tab().mail);
    play.click("page/field/Mot de passe").type("a").key("Enter").wait();
    CHECK(shows(play, "boite.html"));
    REQUIRE(play.tab().mail);
    CHECK(play.tab().mail->webmail);
    CHECK(play.can("page/button/Quitter"));
    REQUIRE(play.can("page/toolbar/write"));
    CHECK(play.target("page/toolbar/write")->part == "mail/toolbar");
    play.click("page/toolbar/write").click("page/write/to").type("marie@exemple.fr");
    REQUIRE(play.tab().mail->writing);
    CHECK(play.tab().mail->writing->to.edit.text == "marie@exemple.fr");
    play.click("page/write/subject")
        .type("Bonjour")
        .click("page/write/body")
        .type("Bonjour Marie")
        .click("page/write/send");
    CHECK(play.is("mail.sent", "subject", std::string("Bonjour")));
    play.click("page/button/Quitter").wait();
    CHECK_FALSE(play.tab().mail);
}

TEST_CASE("all that was done in the browser can be taken back") {
    Play play;
    const world::DeskState before = *play.desk.timeline;
    play.click("page/link/Guide").click("toolbar/bookmark").click("toolbar/new-tab").click("banner/accept");
    play.click("page/link/Horaires").wait();
    while (play.desk.timeline.can_undo()) {
        play.act(world::Undo{});
    }
    CHECK(play.desk.timeline.now().web == before.web);
    CHECK(play.browser().tabs.size() == 1);
    CHECK(shows(play, "index.html"));
}

TEST_CASE("a random hand neither breaks the browser nor gets stuck, and all of it can be taken back") {
    Play play("open = [\"www.valbois.fr\", \"valbois.fr/contact\"]");
    const world::DeskState before = *play.desk.timeline;
    base::Random random{5};
    for (int i = 0; i < 4000; ++i) {
        std::vector<world::Action> possible = world::actions(play.desk, play.at);
        std::erase_if(possible, [](const world::Action& action) {
            const auto* click = std::get_if<Click>(&action.deed);
            return click != nullptr && !click->target.starts_with("browser/") && !click->target.starts_with("menu/") &&
                   !click->target.starts_with("dialog/") && !click->target.starts_with("desktop/icon/browser");
        });
        REQUIRE_FALSE(possible.empty());
        play.act(possible[random.below(possible.size())].deed);
        if (random.below(3) == 0) {
            play.type(random.below(2) == 0 ? "valbois.fr" : "lundi");
        }
        if (world::lives(play.desk)) {
            play.wait();
        }
        CHECK(play.desk.timeline->web->history->size() <= 100);
    }
    while (play.desk.timeline.can_undo()) {
        play.act(world::Undo{});
    }
    CHECK(shows(play, "index.html"));
    CHECK(play.desk.timeline.now() == before);
}

TEST_CASE("every word and fact of the browser has its text") {
    const auto messages = lesson::Messages::read(COUCOU_SOURCE_DIR "/assets/messages");
    REQUIRE(messages.ok());
    Play play("open = [\"valbois.fr/contact\"]\nbookmarks = [{ name = \"A\", address = \"cherche.fr\" }]");
    play.key("KeyF", "ControlLeft").type("x").click("toolbar/menu");
    for (const world::Target& target : world::targets(*play.desk.timeline)) {
        CHECK_MESSAGE((target.words.message.id.empty() || messages.value().has(target.words.message.id)),
                      target.words.message.id);
    }
    play.key("Escape");
    for (const world::Target& target : world::targets(*play.desk.timeline)) {
        CHECK_MESSAGE((target.words.message.id.empty() || messages.value().has(target.words.message.id)),
                      target.words.message.id);
    }
    const lesson::AppKind kind = world::browser_kind();
    for (const lesson::FactKind& fact : kind.facts) {
        CHECK_MESSAGE(messages.value().has("reference." + std::string(fact.name)), fact.name);
    }
    for (const lesson::Key& key : kind.start->keys) {
        CHECK_MESSAGE(messages.value().has("reference.start.browser." + std::string(key.name)), key.name);
    }
}
