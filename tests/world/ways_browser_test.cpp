// Ways in the browser: from a fresh start, the first way that leads on is followed until what was wished for is so.
#include "ways_play.h"
#include "world/ways/advice.h"
#include "world/ways/browser_ways.h"

namespace {

using namespace ways_play;
using lesson::Matcher;
using Test = lesson::Matcher::Test;

std::string text(const char* value) {
    return value;
}

Matcher is(lesson::FieldValue value) {
    return {Test::is, {std::move(value)}};
}

FactPattern fact(std::string name, std::vector<std::pair<std::string, Matcher>> fields = {}) {
    FactPattern pattern;
    pattern.fact = std::move(name);
    for (auto& [field, matcher] : fields) {
        pattern.fields.push_back({field, std::move(matcher), {}});
    }
    return pattern;
}

constexpr std::string_view closed = "[desktop]\n";
constexpr std::string_view at_town_hall = "[browser]\nopen = [\"www.valbois.fr\"]\n";
constexpr std::string_view with_bill =
    "[files]\nfile = [{ name = \"Facture eau.pdf\", in = \"documents\", text = \"\" }]\n";
constexpr std::string_view at_engine = "[browser]\nopen = [\"www.cherche.fr\"]\n";

/// Follows from one start; the wish has to come true within so many ways.
void comes_true(std::string_view start, const FactPattern& pattern, int within, bool gone = false, int safety = 2) {
    Follower follower(start, {.safety = safety});
    const int ways = follower.follow(pattern, gone);
    CAPTURE(lesson::written(pattern));
    CHECK(ways >= 0);
    CHECK(ways <= within);
}

} // namespace

TEST_CASE("a site is gone to from a closed browser, by its address") {
    Follower follower(closed);
    follower.said = "Allez à *www.colis-express.fr*.";
    CHECK(follower.follow(fact("browser.page", {{"site", is(text("www.colis-express.fr"))}})) > 0);
    CHECK(follower.typed("www.colis-express.fr"));
}

TEST_CASE("each page of each site that is neither locked nor risky is reached within a few links") {
    for (const lesson::Site& site : *shipped_sites()) {
        for (const lesson::SitePage& page : site.pages) {
            const bool is_popup = std::ranges::any_of(
                site.pages, [&](const lesson::SitePage& other) { return other.popup == page.file; });
            if (page.needs.empty() && !page.risky && !is_popup && site.program != "search") {
                comes_true(closed, fact("browser.page", {{"site", is(site.address)}, {"file", is(page.file)}}), 20);
            }
        }
    }
}

TEST_CASE("each page that comes after a form is reached by filling that in") {
    int count = 0;
    for (const lesson::Site& site : *shipped_sites()) {
        for (const lesson::SitePage& page : site.pages) {
            if (!page.needs.empty()) {
                comes_true(with_bill, fact("browser.page", {{"site", is(site.address)}, {"file", is(page.file)}}), 58);
                ++count;
            }
        }
    }
    CHECK(count >= 10);
}

TEST_CASE("of several ways to a page, the one that the instruction names is offered first") {
    const FactPattern page =
        fact("browser.page", {{"site", is(text("www.meteo-valbois.fr"))}, {"file", is(text("index.html"))}});
    Follower by_link(at_town_hall);
    by_link.said = "Suivez le lien *Le temps à Valbois*.";
    CHECK(by_link.follow(page) == 2);
    CHECK(by_link.clicked("browser/page/link/Le temps à Valbois"));
    Follower by_address(at_town_hall);
    by_address.said = "Allez à *www.meteo-valbois.fr*.";
    CHECK(by_address.follow(page) > 2);
    CHECK(by_address.typed("www.meteo-valbois.fr"));
}

TEST_CASE("a bookmark, another tab and the way back lead to pages too") {
    const FactPattern library = fact("browser.page", {{"site", is(text("bibliotheque.valbois.fr"))}});
    Follower by_bookmark("[browser]\nopen = [\"www.valbois.fr\"]\nbookmarks = [{ name = \"Lire\", address = "
                         "\"bibliotheque.valbois.fr\" }]\n");
    CHECK(by_bookmark.follow(library) == 2);
    CHECK(by_bookmark.clicked("browser/bookmark/Lire"));
    Follower by_tab("[browser]\nopen = [\"www.valbois.fr\", \"bibliotheque.valbois.fr\"]\n");
    CHECK(by_tab.follow(library) == 1);
    CHECK(by_tab.clicked("browser/tab/2"));
    Follower back(at_town_hall);
    CHECK(back.follow(fact("browser.page", {{"file", is(text("horaires.html"))}})) == 2);
    CHECK(back.follow(fact("browser.page", {{"file", is(text("index.html"))}})) == 2);
    CHECK(back.clicked("browser/toolbar/back"));
}

TEST_CASE("from the search engine, a page is searched for") {
    Follower follower(at_engine);
    follower.said = "Comment refaire une *carte d’identité* ?";
    CHECK(follower.follow(fact("browser.page", {{"file", is(text("carte-identite.html"))}})) > 0);
    CHECK(follower.typed("carte d'identité"));
    CHECK_FALSE(follower.clicked("browser/field/address"));
}

TEST_CASE("a page that is needed beside stays in its tab") {
    const FactPattern town = fact("browser.tab", {{"site", is(text("www.valbois.fr"))}});
    const FactPattern weather = fact("browser.tab", {{"site", is(text("www.meteo-valbois.fr"))}});
    Follower follower(at_town_hall);
    follower.beside = {&town, &weather};
    CHECK(follower.follow(weather) > 0);
    CHECK(follower.is_so(town, false));
}

TEST_CASE("states of the browser are brought about and ended") {
    const std::string two = "[browser]\nopen = [\"www.valbois.fr\", \"www.cherche.fr\"]\n";
    const std::string marked = std::string(at_town_hall) +
                               "bookmarks = [{ name = \"Mairie\", address = \"www.valbois.fr\" }, { name = \"Lire\", "
                               "address = \"bibliotheque.valbois.fr\" }]\n";
    const auto site = [](const char* host) { return std::pair(std::string("site"), is(text(host))); };
    comes_true(closed, fact("browser.tab", {site("www.valbois.fr")}), 12);
    comes_true(at_town_hall, fact("browser.tab", {site("www.valbois.fr"), {"shown", is(false)}}), 2);
    comes_true(two, fact("browser.tab", {site("www.cherche.fr"), {"shown", is(true)}}), 1);
    comes_true(two, fact("browser.tab", {site("www.valbois.fr")}), 1, true);
    comes_true(at_town_hall, fact("browser.tab", {site("www.valbois.fr")}), 3, true);
    comes_true(at_town_hall, fact("browser.tabs", {{"count", {Test::at_least, {3.0}}}}), 2);
    comes_true(two, fact("browser.tabs", {{"count", is(1.0)}}), 1);
    comes_true(at_town_hall, fact("browser.page", {site("www.valbois.fr")}), 2, true);
    comes_true(two, fact("browser.page", {site("www.valbois.fr")}), 1, true);
    comes_true(closed, fact("browser.page", {{"found", is(false)}}), 12);
    comes_true(closed, fact("browser.bookmark", {site("www.valbois.fr")}), 12);
    comes_true(marked, fact("browser.bookmark", {site("www.valbois.fr")}), 1, true);
    comes_true(marked, fact("browser.bookmark", {site("bibliotheque.valbois.fr")}), 2, true);
    comes_true(at_town_hall, fact("browser.zoom", {{"percent", {Test::at_least, {150.0}}}}), 6);
    comes_true(at_town_hall, fact("browser.zoom", {{"percent", is(67.0)}}), 6);
    comes_true(closed, fact("browser.cookies", {site("www.meteo-valbois.fr"), {"accepted", is(false)}}), 12);
    comes_true(closed, fact("browser.cookies", {site("www.laboutiquedujardin.fr"), {"accepted", is(true)}}), 12);
    comes_true(at_town_hall, fact("browser.found", {{"words", is(text("mairie"))}}), 4);
}

TEST_CASE("events of the browser are brought about") {
    const auto site = [](const char* host) { return std::pair(std::string("site"), is(text(host))); };
    const auto by = [](const char* way) { return std::pair(std::string("by"), is(text(way))); };
    for (const std::string way : {"link", "bookmark", "back", "forward", "reload", "address"}) {
        CAPTURE(way);
        comes_true(at_town_hall, fact("browser.visited", {site("www.valbois.fr"), by(way.c_str())}), 14);
    }
    comes_true(at_town_hall, fact("browser.visited", {site("www.cherche.fr"), by("home")}), 4);
    comes_true(closed, fact("browser.visited", {site("www.valbois.fr"), by("form")}), 40);
    comes_true(closed, fact("browser.visited", {site("www.valbois.fr")}), 12);
    comes_true(closed, fact("browser.searched", {{"words", {Test::contains_any, {text("biblio"), text("library")}}}}),
               9);
    comes_true(at_town_hall, fact("browser.searched", {{"count", is(0.0)}}), 6);
    comes_true(closed, fact("browser.downloaded", {{"name", is(text("programme-fete.pdf"))}}), 16);
    comes_true(closed, fact("browser.inspected", {site("www.colis-express.fr")}), 12);
    comes_true(closed, fact("browser.warned", {site("www.banque-du-val.verification-compte.info")}), 12);
    comes_true(closed, fact("browser.warned"), 9, false, 1);
    comes_true(closed, fact("browser.popup_closed", {site("www.laboutiquedujardin.fr")}), 12);
    comes_true(closed, fact("browser.bookmarked", {site("www.valbois.fr")}), 12);
    comes_true(closed, fact("browser.unbookmarked", {site("www.valbois.fr")}), 12);
    comes_true(at_town_hall, fact("browser.tab_opened"), 1);
    comes_true(at_town_hall, fact("browser.tab_closed", {site("www.valbois.fr")}), 3);
    comes_true(at_town_hall, fact("browser.not_found"), 5);
    comes_true(at_town_hall, fact("browser.left", {{"form", is(text("contact"))}}), 9);
}

TEST_CASE("an advertisement is followed where there is one") {
    Follower follower(closed);
    CHECK(follower.follow(fact("browser.advert")) > 0);
}

TEST_CASE("fields of every kind are filled in, and sent with all that the page and the site ask for") {
    const auto form = [](const char* name) { return std::pair(std::string("form"), is(text(name))); };
    const auto field = [](const char* name, const char* value) {
        return fact("form.field", {{"name", is(text(name))}, {"value", is(text(value))}});
    };
    const std::string with_file = std::string(at_town_hall) + std::string(with_bill);
    comes_true(at_town_hall, field("naissance", "1968-05-03"), 8);
    comes_true(at_town_hall, field("motif", "passeport"), 8);
    comes_true(at_town_hall, field("moment", "matin"), 8);
    comes_true(with_file, field("justificatif", "Facture eau.pdf"), 8);
    comes_true(closed, field("conditions", "oui"), 40);
    comes_true(closed, fact("form.sent", {form("contact")}), 30);
    comes_true(closed, fact("form.submitted", {form("contact"), {"values", {Test::contains_any, {text("lampe")}}}}),
               30);
    comes_true(with_file, fact("form.sent", {form("rendez-vous")}), 40);
    comes_true(closed,
               fact("form.answer", {form("contact"), {"field", is(text("sujet"))}, {"value", is(text("fete"))}}), 30);
    comes_true(closed, fact("form.list", {{"list", is(text("panier"))}, {"count", {Test::at_least, {2.0}}}}), 40);
    comes_true(closed, fact("form.refused", {form("contact")}), 30);
    comes_true(closed, fact("form.refused", {form("contact"), {"field", is(text("courriel"))}}), 30);
    comes_true(closed, fact("form.refused", {form("rendez-vous"), {"field", is(text("naissance"))}}), 30);
}

TEST_CASE("each form of each site can be sent") {
    for (const lesson::Site& site : *shipped_sites()) {
        for (const lesson::SiteForm& form : site.forms) {
            CAPTURE(form.name);
            comes_true(with_bill, fact("form.sent", {{"site", is(site.address)}, {"form", is(form.name)}}), 58, false,
                       3);
        }
    }
}

TEST_CASE("a basket is filled and emptied again") {
    Follower follower(closed);
    const auto basket = [](Matcher count) {
        return fact("form.list", {{"list", is(text("panier"))}, {"count", std::move(count)}});
    };
    CHECK(follower.follow(basket(is(1.0))) > 0);
    CHECK(follower.follow(basket(is(0.0))) > 0);
}

TEST_CASE("the webmail is signed in to") {
    Follower follower(closed);
    const FactPattern open = fact("mail.open");
    for (int i = 0; i < 30; ++i) {
        world::Offer offer;
        const world::Wish wish{&open, false, {}};
        const std::vector<world::Target> targets = world::targets(follower.desk.timeline.now());
        world::Advice advice{follower.desk.timeline.now(), targets, wish, offer};
        if (world::lives(follower.desk)) {
            follower.act({{world::Wait{}}, 0});
        } else if (world::on_webmail(advice)) {
            break;
        } else {
            REQUIRE_FALSE(offer.ways.empty());
            follower.act(offer.ways.front());
        }
    }
    CHECK(follower.is_so(fact("browser.page", {{"file", is(text("boite.html"))}}), false));
}

TEST_CASE("what a site offers for download is fetched once only") {
    const FactPattern wish = fact("file.exists", {{"name", is(text("programme-fete.pdf"))}});
    Follower follower("[browser]\nopen = [\"www.valbois.fr/fete.html\"]\n");
    const auto offered = [&] {
        world::Offer offer;
        const world::Wish one{&wish, false, {}};
        const std::vector<world::Target> targets = world::targets(follower.desk.timeline.now());
        world::Advice advice{follower.desk.timeline.now(), targets, one, offer};
        world::offer_to_download(advice);
        return offer.ways;
    };
    REQUIRE_FALSE(offered().empty());
    follower.act(offered().front());
    CHECK(follower.is_so(wish, false));
    CHECK(offered().empty());
}

TEST_CASE("without a practice web nothing is advised, and nothing breaks") {
    Follower follower(closed, {.sites = nullptr});
    CHECK(follower.follow(fact("form.sent")) == -1);
    CHECK(follower.follow(fact("browser.advert")) == -1);
}
