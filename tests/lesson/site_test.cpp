// Practice web sites: what is read, what is refused and where, and their texts in another language.
#include "lesson/fault.h"
#include "lesson/html.h"
#include "lesson/site.h"
#include "lesson/site_texts.h"
#include "own_messages.h"
#include "temporary_folder.h"

#include <algorithm>
#include <map>

#include <doctest/doctest.h>

namespace {

using lesson::Matcher;

constexpr std::string_view good_toml = R"(id = "hall"
address = "www.Valbois.example"
name = "Mairie de Valbois"
certificate = "none"
words = ["mairie", "carte"]
cookies = "Des cookies ?"
[[page]]
file = "private.html"
needs = "who"
otherwise = "index.html"
risky = true
[[page]]
file = "index.html"
popup = "popup.html"
[[form]]
name = "ask"
[[form.check]]
field = "age"
is = { at_least = 18, at_most = 99 }
otherwise = "Écrivez votre âge."
[[form.rule]]
when = { kind = "passport" }
next = "private.html"
set = { who = "guest" }
add = "requests"
[[form.rule]]
next = "index.html"
download = "guide.pdf"
[[download]]
file = "guide.pdf"
text = "Le guide."
)";

constexpr std::string_view good_page = R"(<!DOCTYPE html>
<html><head><title> Mairie
 de Valbois </title><link rel="stylesheet" href="style.css"></head>
<body>
<h1>Bienvenue</h1>
<a href="private.html?x=1#top">Ma page</a> <a href="#top">Haut</a> <a href="mailto:a@b.example">Écrire</a>
<a href="guide.pdf" download>Le guide</a> <a href="https://other.example/x.html">Ailleurs</a>
<a href="http://www.valbois.example/popup.html">Ici</a> <a href="/">Accueil</a> <a href="{{back}}">Retour</a>
<img src="logo.svg" alt="Le blason">
<form name="ask"><label>Âge <input name="age"></label>
<select name="kind"><option value="passport">Passeport</option></select>
<input type="submit" value="Envoyer"></form>
</body></html>
)";

/// A folder with one good site, in which files can be replaced.
struct Folder {
    TemporaryFolder folder;

    Folder() {
        write("site.toml", good_toml);
        write("index.html", good_page);
        write("private.html", "<p>Bonjour {{who}}</p>");
        write("popup.html", "<p>Coucou</p>");
        write("style.css", "p { color: red }");
        write("logo.svg", "<svg/>");
    }

    void write(const std::string& name, std::string_view content) const { folder.write("hall/" + name, content); }

    lesson::Sites read() const { return lesson::read_sites(folder.path); }

    /// The only fault there is, as `file:line:column id`.
    std::string fault() const {
        const lesson::Sites sites = read();
        CHECK(sites.sites.empty());
        CHECK(sites.left_out.size() == 1);
        std::string all;
        for (const base::Error& fault : sites.faults) {
            const std::string line = lesson_messages().line(fault);
            CAPTURE(line);
            CHECK(line.find(".what") == std::string::npos);
            CHECK(line.find('{') == line.find("{{"));
            all += (all.empty() ? "" : " | ") +
                   lesson::written(fault.place).substr((folder.path / "hall").string().size() + 1) + " " + fault.id;
        }
        return all;
    }

    /// What is told when a piece of the data file is replaced.
    std::string fault_with(std::string_view piece, std::string_view other) const {
        return fault_in("site.toml", good_toml, piece, other);
    }

    std::string fault_in_page(std::string_view piece, std::string_view other) const {
        return fault_in("index.html", good_page, piece, other);
    }

private:
    std::string fault_in(const std::string& name, std::string_view good, std::string_view piece,
                         std::string_view other) const {
        std::string text(good);
        REQUIRE(text.find(piece) != std::string::npos);
        text.replace(text.find(piece), piece.size(), other);
        write(name, text);
        return fault();
    }
};

std::string nested(int levels) {
    std::string html;
    for (int i = 0; i < levels; ++i) {
        html += "<div>";
    }
    return html;
}

} // namespace

TEST_CASE("a site is read with its pages, styles, pictures, forms and downloads") {
    const Folder folder;
    const lesson::Sites read = folder.read();
    for (const base::Error& fault : read.faults) {
        MESSAGE(lesson::written(fault.place) << " " << fault.id);
    }
    REQUIRE(read.sites.size() == 1);
    CHECK(read.faults.empty());
    const lesson::Site& site = read.sites[0];
    CHECK(site.address == "www.valbois.example");
    CHECK(site.home == "index.html");
    CHECK(site.certificate == lesson::Certificate::none);
    CHECK(site.is_listed);
    CHECK(site.words == std::vector<std::string>{"mairie", "carte"});
    REQUIRE(site.pages.size() == 3);
    CHECK(site.pages[0].file == "index.html");
    CHECK(site.pages[0].html == good_page);
    CHECK(site.pages[0].title == "Mairie de Valbois");
    CHECK(site.pages[0].popup == "popup.html");
    CHECK(site.pages[2].file == "private.html");
    CHECK(site.pages[2].needs == "who");
    CHECK(site.pages[2].otherwise == "index.html");
    CHECK(site.pages[2].risky);
    CHECK(site.styles.at("style.css") == "p { color: red }");
    CHECK(site.pictures.at("logo.svg").ends_with("hall/logo.svg"));
    REQUIRE(site.forms.size() == 1);
    REQUIRE(site.forms[0].checks.size() == 2);
    CHECK(site.forms[0].checks[0].is.test == Matcher::Test::at_least);
    CHECK(site.forms[0].checks[1].is.test == Matcher::Test::at_most);
    REQUIRE(site.forms[0].rules.size() == 2);
    CHECK(site.forms[0].rules[0].when.at(0).field == "kind");
    CHECK(site.forms[0].rules[0].set.at("who") == "guest");
    CHECK(site.forms[0].rules[0].add == "requests");
    CHECK(site.forms[0].rules[1].when.empty());
    CHECK(site.forms[0].rules[1].download == "guide.pdf");
    CHECK(site.downloads.at(0).text == "Le guide.");
}

TEST_CASE("a folder without sites gives none, and says nothing") {
    const lesson::Sites read = lesson::read_sites("/nowhere/sites");
    CHECK(read.sites.empty());
    CHECK(read.faults.empty());
}

TEST_CASE("a folder without its data file is told") {
    const TemporaryFolder folder;
    folder.write("hall/index.html", "<p>Bonjour</p>");
    const lesson::Sites read = lesson::read_sites(folder.path);
    REQUIRE(read.faults.size() == 1);
    CHECK(read.faults[0].id == "file.missing");
    CHECK(read.left_out.size() == 1);
}

TEST_CASE("what is wrong in a data file is told at its line and column") {
    const Folder folder;
    CHECK(folder.fault_with("id = \"hall\"", "id = \"hal\"") == "site.toml:1:6 site.wrong-id");
    CHECK(folder.fault_with("www.Valbois.example", "https://x") == "site.toml:2:11 site.bad-address");
    CHECK(folder.fault_with("certificate = \"none\"", "certificat = \"none\"") == "site.toml:4:1 schema.misspelt-key");
    CHECK(folder.fault_with("popup.html", "popop.html") == "site.toml:14:9 site.misspelt-page");
    CHECK(folder.fault_with("file = \"private.html\"", "file = \"elsewhere\"") == "site.toml:8:8 site.unknown-page");
    CHECK(folder.fault_with("otherwise = \"index.html\"\n", "") == "site.toml:7:1 site.half-need");
    CHECK(folder.fault_with("next = \"index.html\"", "next = \"gone.html\"") == "site.toml:27:8 site.unknown-page");
    CHECK(folder.fault_with("name = \"Mairie de Valbois\"", "name = \"Mairie\"\nhome = \"start.html\"") ==
          "site.toml:4:8 site.unknown-page");
    CHECK(folder.fault_with("field = \"age\"", "field = \"aje\"") == "site.toml:18:9 site.misspelt-field");
    CHECK(folder.fault_with("kind = \"passport\"", "colour = \"red\"") == "site.toml:22:10 site.unknown-field");
    CHECK(folder.fault_with("download = \"guide.pdf\"", "download = \"plan.zip\"") ==
          "site.toml:28:12 site.unknown-download");
    CHECK(folder.fault_with("is = { at_least = 18, at_most = 99 }", "is = { at_leest = 18 }") ==
          "site.toml:19:8 goal.misspelt-test");
    CHECK(folder.fault_with("who = \"guest\"", "who = 3") == "site.toml:24:15 schema.wanted-code");
    CHECK(folder.fault_with("[[download]]", "[[page]]\nfile = \"index.html\"\n[[download]]") ==
          "site.toml:30:8 site.page-twice");
}

TEST_CASE("a form of a page without a table, and a table without a form, are told") {
    const Folder folder;
    CHECK(folder.fault_in_page("name=\"ask\"", "") ==
          "index.html:10:1 site.form-without-name | site.toml:16:8 site.form-nowhere");
    CHECK(folder.fault_in_page("name=\"ask\"", "name=\"asks\"") ==
          "index.html:10:1 site.misspelt-form | site.toml:16:8 site.form-nowhere");
    folder.write("index.html", good_page);
    folder.write("popup.html", "<p>\n<form name=\"letters\"></form>");
    CHECK(folder.fault() == "popup.html:2:1 site.unknown-form");
}

TEST_CASE("links, pictures and style sheets that do not exist are told where they stand") {
    const Folder folder;
    CHECK(folder.fault_in_page("private.html?x=1", "privat.html?x=1") == "index.html:6:9 site.misspelt-link");
    CHECK(folder.fault_in_page("guide.pdf", "everything.zip") == "index.html:7:9 site.unknown-link");
    CHECK(folder.fault_in_page("example/popup.html", "example/gone.html") == "index.html:8:9 site.unknown-link");
    CHECK(folder.fault_in_page("logo.svg", "crest.png") == "index.html:9:10 site.unknown-picture");
    CHECK(folder.fault_in_page("style.css", "styles.css") == "index.html:3:49 site.misspelt-style");
}

TEST_CASE("a page that is too large, nested too deeply or not UTF-8 is told") {
    const Folder folder;
    folder.write("popup.html", nested(62));
    CHECK(folder.read().faults.empty());
    folder.write("popup.html", nested(65));
    CHECK(folder.fault() == "popup.html:1:311 site.too-deep");
    for (const int levels : {10'000, 26'000}) {
        folder.write("popup.html", nested(levels));
        CHECK(folder.fault() == "popup.html:1:1281 site.too-deep");
    }
    folder.write("popup.html", std::string(131'073, 'x'));
    CHECK(folder.fault().find("popup.html file.too-large") != std::string::npos);
    folder.write("popup.html", "<p>\xE9");
    CHECK(folder.fault().find("popup.html:1:4 file.not-utf8") != std::string::npos);
}

TEST_CASE("two sites never have the same address") {
    const Folder folder;
    for (const char* name : {"index.html", "private.html", "popup.html", "style.css", "logo.svg"}) {
        std::filesystem::create_directories(folder.folder.path / "zoo");
        std::filesystem::copy_file(folder.folder.path / "hall" / name, folder.folder.path / "zoo" / name);
    }
    std::string toml(good_toml);
    toml.replace(toml.find("hall"), 4, "zoo");
    folder.folder.write("zoo/site.toml", toml);
    const lesson::Sites read = folder.read();
    REQUIRE(read.faults.size() == 1);
    CHECK(read.faults[0].id == "site.address-twice");
    CHECK(read.sites.size() == 1);
    CHECK(read.left_out.size() == 1);
}

TEST_CASE("every text for people in a site is visited, and nothing else") {
    const Folder folder;
    lesson::Site site = folder.read().sites.at(0);
    std::multimap<std::string, std::string> texts;
    lesson::each_placed_text(site, [&](const std::string& context, std::string& text, const base::Place& place) {
        CHECK(place.file.find("hall/") != std::string::npos);
        texts.emplace(context, text);
    });
    const std::multimap<std::string, std::string> expected{{"site hall/site.toml", "Mairie de Valbois"},
                                                           {"site hall/site.toml", "Des cookies ?"},
                                                           {"site hall/site.toml", "mairie"},
                                                           {"site hall/site.toml", "carte"},
                                                           {"site hall/site.toml", "Écrivez votre âge."},
                                                           {"site hall/site.toml", "Écrivez votre âge."},
                                                           {"site hall/site.toml", "Le guide."},
                                                           {"site hall/index.html", "Mairie de Valbois"},
                                                           {"site hall/index.html", "Bienvenue"},
                                                           {"site hall/index.html", "Ma page"},
                                                           {"site hall/index.html", "Haut"},
                                                           {"site hall/index.html", "Écrire"},
                                                           {"site hall/index.html", "Le guide"},
                                                           {"site hall/index.html", "Ailleurs"},
                                                           {"site hall/index.html", "Ici"},
                                                           {"site hall/index.html", "Accueil"},
                                                           {"site hall/index.html", "Retour"},
                                                           {"site hall/index.html", "Le blason"},
                                                           {"site hall/index.html", "Âge"},
                                                           {"site hall/index.html", "Passeport"},
                                                           {"site hall/index.html", "Envoyer"},
                                                           {"site hall/popup.html", "Coucou"},
                                                           {"site hall/private.html", "Bonjour {{who}}"}};
    CHECK(texts == expected);
}

TEST_CASE("a page is translated in place, and every other byte stays") {
    const std::map<std::string, std::string> english{{"Un & deux", "One & <two>"}, {"Dire \"oui\"", "Say \"yes\""},
                                                     {"Envoyer", "Send"},          {"Longue ligne ici", "Long line"},
                                                     {"Titre", "Title"},           {"é", "e"}};
    const auto translate = [&](const std::string& /*context*/, std::string& text, const base::Place& /*place*/) {
        const auto found = english.find(text);
        text = found == english.end() ? text : found->second;
    };
    const auto page = [&](std::string_view html) { return lesson::with_texts(html, {"p.html", 0, 0}, "p", translate); };
    CHECK(page("<p> Un &amp; deux\n</p>") == "<p> One &amp; &lt;two&gt;\n</p>");
    CHECK(page("<img alt='Dire \"oui\"'>") == "<img alt=\"Say &quot;yes&quot;\">");
    CHECK(page("<input type=submit value=Envoyer>") == "<input type=submit value=\"Send\">");
    CHECK(page("<input type=text value=Envoyer>") == "<input type=text value=Envoyer>");
    CHECK(page("<b>Longue\n   ligne\tici</b>!") == "<b>Long line</b>!");
    CHECK(page("<title>Titre</title><style>Titre</style><script>Titre</script>") ==
          "<title>Title</title><style>Titre</style><script>Titre</script>");
    CHECK(page("<!-- Titre --><p>12 € {{Titre}}") == "<!-- Titre --><p>12 € {{Titre}}");
    CHECK(page("<p>&eacute;<b>&eacute;") == "<p>e<b>e");
    CHECK(page("<table>Titre<tr><td>Titre<p><b>Titre<p>Titre") == "<table>Title<tr><td>Title<p><b>Title<p>Title");
}

TEST_CASE("pieces of hostile pages are read or refused, and never in long") {
    const std::string page(good_page);
    for (std::size_t cut = 0; cut <= page.size(); cut += 7) {
        base::Faults faults;
        lesson::parts_of(page.substr(0, cut), "p.html", faults);
        lesson::with_texts(page.substr(cut), {"p.html", 0, 0}, "p",
                           [](const std::string&, std::string& text, const base::Place&) { text += "x"; });
        CHECK(faults.empty());
    }
    for (const std::string_view piece : {"<p>", "<b><p>", "<li>", "<table><tr><td>", "<a><div/>", "</p>", "<svg><use/>",
                                         "<select><option>", "<!--", "<script>", "<style", "<x/>"}) {
        std::string many;
        while (many.size() < 120'000) {
            many += piece;
        }
        base::Faults faults;
        CHECK(lesson::parts_of(many, "p.html", faults).forms.empty());
        CHECK(
            !lesson::with_texts(many, {"p.html", 0, 0}, "p", [](const std::string&, std::string&, const base::Place&) {
             }).empty());
    }
}
