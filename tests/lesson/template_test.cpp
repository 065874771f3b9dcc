// The template for translators: what gettext itself says of it, and that translations of it are found again.
#include "lesson/template.h"
#include "own_messages.h"
#include "practice.h"
#include "temporary_folder.h"

#include <cstdlib>
#include <fstream>
#include <sstream>

#include <doctest/doctest.h>

namespace {

constexpr std::string_view lesson_text = R"(id = "a.lamp"
title = "L'« été » \\ \"d'hier\""
can_do = "Je sais."
[[step]]
name = "on"
say = """Une ligne,
et une autre."""
goal = { lamp.state = { lit = 1 } }
[step.start.lamp]
label = "Fin de ligne\n"
)";

struct Sources {
    TemporaryFolder folder;
    lesson::Catalogue catalogue;
    lesson::Messages messages = lesson_messages();

    Sources() {
        folder.write("a b/module.toml", "id = \"a b\"\ntitle = \"Lampes\"\n");
        folder.write("a/module.toml", "id = \"a\"\ntitle = \"Lampes\"\n");
        folder.write("a/lamp.toml", lesson_text);
        catalogue = lesson::read_catalogue(folder.path, practice::vocabulary);
        REQUIRE(catalogue.faults.empty());
    }

    std::string written() const {
        std::ostringstream out;
        lesson::write_template(catalogue, practice::vocabulary, messages, folder.path, out);
        return out.str();
    }
};

bool runs(const std::string& command) {
    return std::system((command + " > /dev/null 2>&1").c_str()) == 0; // NOLINT(cert-env33-c,concurrency-mt-unsafe)
}

} // namespace

TEST_CASE("the template names each text's context, place and words") {
    const std::string text = Sources().written();
    CHECK(text.find("\n#: a/lamp.toml:1\nmsgctxt \"a.lamp/title\"\n"
                    "msgid \"L'« été » \\\\ \\\"d'hier\\\"\"\nmsgstr \"\"\n") != std::string::npos);
    CHECK(text.find("\n#: a/lamp.toml:4\nmsgctxt \"a.lamp/on/say\"\n"
                    "msgid \"\"\n\"Une ligne,\\n\"\n\"et une autre.\"\nmsgstr \"\"\n") != std::string::npos);
    CHECK(text.find("\n#: a/lamp.toml:10\nmsgctxt \"a.lamp/on/start/lamp/label\"\nmsgid \"Fin de ligne\\n\"\n") !=
          std::string::npos);
    CHECK(text.find("msgctxt \"reference.yes\"\nmsgid \"oui\"\n") != std::string::npos);
}

TEST_CASE("practice sites are in the template, each text of a file once") {
    const Sources sources;
    lesson::Site site;
    site.id = "hall";
    site.name = "Mairie";
    site.place = {(sources.folder.path / "sites/hall/site.toml").string(), 1, 1};
    site.pages.push_back({"index.html", "<p>Bonjour</p>\n<p>Bonjour</p>", "", "", "", "", false});
    std::ostringstream out;
    lesson::write_template(sources.catalogue, practice::vocabulary, sources.messages, sources.folder.path, out,
                           std::vector{site});
    const std::string text = out.str();
    CHECK(text.find("#: sites/hall/site.toml:1\nmsgctxt \"site hall/site.toml\"\nmsgid \"Mairie\"") !=
          std::string::npos);
    const std::string page = "#: sites/hall/index.html:1\nmsgctxt \"site hall/index.html\"\nmsgid \"Bonjour\"";
    CHECK(text.find(page) != std::string::npos);
    CHECK(text.find("msgid \"Bonjour\"") == text.rfind("msgid \"Bonjour\""));
}

TEST_CASE("the same texts give the same template") {
    const Sources sources;
    CHECK(sources.written() == sources.written());
}

TEST_CASE("gettext's own tools accept the template") {
    REQUIRE_MESSAGE(runs("msgfmt --version"), "gettext has to be installed");
    const Sources sources;
    const std::string pot = sources.folder.write("all.pot", sources.written()).string();
    const std::string po = (sources.folder.path / "en.po").string();
    CHECK(runs("msgfmt --check -o /dev/null " + pot));
    CHECK(runs("msginit --no-translator --locale=en_GB.UTF-8 -i " + pot + " -o " + po));
    CHECK(runs("msgmerge --update --backup=off " + po + " " + pot));
    CHECK(runs("msgfmt --check -o /dev/null " + po));
    const auto english = lesson::Translations::read(po);
    REQUIRE(english.ok());
    // An English file made from a template holds each text as its own translation.
    CHECK(lesson::untranslated(sources.catalogue, practice::vocabulary, sources.messages, english.value()).empty());
}
