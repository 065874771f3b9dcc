// Pages: bounded, filled in, known by their elements; hostile ones are refused or harmless.
#include "base/random.h"
#include "base/text.h"
#include "lesson/messages.h"
#include "world/page.h"
#include "world/page_guard.h"

#include <array>
#include <string>
#include <vector>

#include <doctest/doctest.h>

namespace {

using world::ElementKind;
using world::make_page;
using world::Page;
using world::PageData;

constexpr std::string_view form_page = R"(<!DOCTYPE html><html><head><title> Contact – Mairie </title>
<link rel="stylesheet" href="style.css"><style>p { color: red /* never closed </style></head><body>
<a href="horaires.html">Horaires</a> <a href="autre.html">Horaires</a> <a href="x.html"><img src="x.svg" alt="Blason"></a>
<form name="contact" action="merci.html">
<p><label for="nom">Votre nom&nbsp;: *</label><input id="nom" name="nom" required maxlength="20"></p>
<label>Courriel <input type="email" name="courriel" placeholder="nom@exemple.fr"></label>
<input type="number" name="age" min="1" max="120" aria-label="Âge">
<textarea name="message" title="Message">Bonjour</textarea>
<label><input type="radio" name="moment" value="matin" checked> Le matin</label>
<label><input type="radio" name="moment" value="soir"> Le soir</label>
<label><input type="checkbox" name="accord" value="oui"> J’accepte</label>
<label for="sujet">Sujet</label><select id="sujet" name="sujet"><option value="">Choisissez…</option>
<option value="eau" selected>L’eau</option></select>
<input type="hidden" name="secret" value="42"><input type="file" name="piece" title="Pièce">
<button type="submit">Envoyer</button><input type="submit"></form></body></html>)";

std::vector<std::string> names(const Page& page) {
    std::vector<std::string> all;
    for (const world::PageElement& element : page.elements) {
        all.push_back(element.target);
    }
    return all;
}

std::string first_fault(std::string_view html) {
    const base::Faults faults = world::check_page(html, "page.html");
    return faults.empty() ? std::string() : faults.front().id;
}

std::string repeated(std::string_view text, int count) {
    std::string all;
    for (int i = 0; i < count; ++i) {
        all += text;
    }
    return all;
}

} // namespace

TEST_CASE("the elements of a page are named by their labels, in the order of the document") {
    const auto page = make_page(form_page);
    REQUIRE(page->faults.empty());
    CHECK(names(*page) == std::vector<std::string>{"link/Horaires", "link/Horaires#2", "link/Blason", "field/Votre nom",
                                                   "field/Courriel", "field/Âge", "area/Message", "radio/Le matin",
                                                   "radio/Le soir", "tick/J’accepte", "choice/Sujet", "", "file/Pièce",
                                                   "button/Envoyer", "button/submit"});
    CHECK(page->title == "Contact – Mairie");
    REQUIRE(page->forms.size() == 1);
    CHECK(page->forms.front() == world::PageForm{"contact", "merci.html", true});
    const world::PageElement* name = world::find_element(*page, "field/Votre nom");
    REQUIRE(name != nullptr);
    CHECK(name->required);
    CHECK(name->longest == 20);
    CHECK(world::find_element(*page, "field/Âge")->most == "120");
    CHECK(world::find_element(*page, "area/Message")->value == "Bonjour");
    CHECK(world::find_element(*page, "radio/Le matin")->chosen);
    CHECK(world::find_element(*page, "choice/Sujet")->option == 1);
    CHECK(world::find_element(*page, "choice/Sujet")->options.back() == world::PageOption{"eau", "L’eau"});
}

TEST_CASE("the clean HTML marks every element that can be touched, and holds no style and no script") {
    const auto page = make_page(
        R"html(<p onclick="x()" style="color:red/*">a<style>b{}</style><a href="c">d</a><td colspan="100000000">)html"
        R"html(<table><tr><td colspan="-5" rowspan="99999">x</table>)html",
        {}, {});
    REQUIRE(page->faults.empty());
    CHECK(page->html.find("data-target=\"link/d\"") != std::string::npos);
    CHECK(page->html.find("onclick") == std::string::npos);
    CHECK(page->html.find("<style") == std::string::npos);
    CHECK(page->html.find("/*") == std::string::npos);
    CHECK(page->html.find("colspan=\"1\"") != std::string::npos);
    CHECK(page->html.find("rowspan=\"50\"") != std::string::npos);
}

TEST_CASE("the style of a page is its sheets in their order, without what goes round in circles") {
    const auto page = make_page(form_page, {}, {{"style.css", "@import url(x.css); a{--x:var(--x);color:/*c*/blue}"}});
    CHECK(page->style.find("@import") == std::string::npos);
    CHECK(page->style.find("var(") == std::string::npos);
    CHECK(page->style.find("blue") < page->style.find("color: red"));
    CHECK(page->style.find("never closed") == std::string::npos);
}

TEST_CASE("the text of a page has a line for each block") {
    CHECK(make_page("<h1>Un</h1><p>deux <b>trois</b>\n quatre</p>")->text == "Un\ndeux trois quatre");
}

TEST_CASE("templates are filled in, and what they are filled with is never read as HTML") {
    PageData data;
    data.values = {{"nom", "<b>Zoé</b> & \"moi\""}};
    const auto page = make_page("<p title=\"{{nom}}\">{{ nom }}{{rien}}</p>", data);
    CHECK(page->text == "<b>Zoé</b> & \"moi\"");
    CHECK(page->html.find("<b>") == std::string::npos);
    CHECK(page->html.find("title=\"&lt;b&gt;") != std::string::npos);
}

TEST_CASE("an element is repeated for each entry of a list, with its sum and count") {
    PageData data;
    data.lists["panier"] = {{{"nom", "Pot"}, {"prix", "4,50"}, {"entry", "1"}},
                            {{"nom", "Graines"}, {"prix", "2"}, {"entry", "2"}}};
    const auto page = make_page("<p data-if-any=\"panier\">{{panier.count}} : {{panier.sum.prix}} €</p>"
                                "<p data-if-empty=\"panier\">vide</p>"
                                "<form data-each=\"panier\"><input type=hidden name=entry value={{entry}}>"
                                "{{number}} {{nom}} <button>Retirer</button></form>",
                                data);
    CHECK(page->text == "2 : 6,50 €\n1 Pot Retirer\n2 Graines Retirer");
    REQUIRE(page->forms.size() == 2);
    REQUIRE(page->elements.size() == 4);
    CHECK(page->elements[2].value == "2");
    CHECK(page->elements[2].form == 1);
    CHECK(page->elements[3].target == "button/Retirer#2");
}

TEST_CASE("an element is kept or dropped by what the site remembers") {
    const std::string html = "<p data-if=\"nom\">Bonjour {{nom}}</p><p data-if-not=\"nom\">Qui ?</p>";
    CHECK(make_page(html)->text == "Qui ?");
    CHECK(make_page(html, {{{"nom", "Zoé"}}, {}})->text == "Bonjour Zoé");
    CHECK(make_page(html, {{{"nom", ""}}, {}})->text == "Qui ?");
}

TEST_CASE("a page is made once for the same input") {
    CHECK(make_page("<p>un</p>") == make_page("<p>un</p>"));
    CHECK(make_page("<p>{{a}}</p>", {{{"a", "1"}}, {}}) != make_page("<p>{{a}}</p>", {{{"a", "2"}}, {}}));
}

TEST_CASE("a page that would cost too much is refused with its fault") {
    CHECK(first_fault(repeated("<p>mot</p>", 100'000)) == "page.too-large");
    CHECK(first_fault(repeated("<div>", 10'000)) == "page.too-deep");
    CHECK(first_fault(repeated("<div>", 64)) == "");
    CHECK(first_fault(repeated("<div>", 65)) == "page.too-deep");
    CHECK(first_fault(repeated("<b>", 9'000)) == "page.unclosed");
    CHECK(first_fault(repeated("<i></b>", 9'000)) == "page.unclosed");
    CHECK(first_fault(repeated("<p><b id=x></p>", 2'000)) == "page.unclosed");
    CHECK(first_fault(repeated("<b><table><tr><td></b></td></tr></table>", 900)) == "page.unclosed");
    CHECK(first_fault("<b><!--></b>-->" + repeated("<!--><b>x-->", 30)) == "page.unclosed");
    CHECK(first_fault(repeated("<br>", 6'000)) == "page.too-many-elements");
    CHECK(first_fault("<p " + std::string(10'000, 'a') + ">") == "page.long-tag");
    CHECK(first_fault("<p>\xFF</p>") == "page.not-utf8");
    CHECK(first_fault("<p>\n<SCRIPT>1</SCRIPT>") == "page.tag-not-allowed");
    CHECK(world::check_page("<p>\n<svg></svg>", "page.html").front().place == base::Place{"page.html", 2, 1});
    CHECK(make_page(repeated("<div>", 10'000))->html.empty());
}

TEST_CASE("every fault of a page has its words") {
    const auto messages = lesson::Messages::read(COUCOU_SOURCE_DIR "/assets/messages");
    REQUIRE(messages.ok());
    for (const char* id : {"too-large", "not-utf8", "too-deep", "too-many-elements", "unclosed", "long-tag",
                           "tag-not-allowed", "too-much-style"}) {
        CHECK_MESSAGE(messages.value().has("page." + std::string(id) + ".what"), id);
        CHECK_MESSAGE(messages.value().has("page." + std::string(id) + ".do"), id);
    }
}

TEST_CASE("a list that makes a page too long is a fault, not a long page") {
    PageData data;
    data.lists["a"] = std::vector<world::PageRow>(100, {{"x", "1"}});
    const auto page = make_page("<div data-each=a><div data-each=a><p>x</p></div></div>", data);
    REQUIRE(page->faults.size() == 1);
    CHECK(page->faults.front().id == "page.too-many-elements");
    CHECK(page->html.empty());
}

TEST_CASE("pages without end tags and ordinary omissions are shown") {
    CHECK(first_fault(repeated("<p>un <b>mot</b>", 500)) == "");
    CHECK(first_fault("<ul>" + repeated("<li>un", 300) + "</ul>") == "");
    CHECK(first_fault("<table>" + repeated("<tr><td>a</td><td>b</td></tr>", 300) + "</table>") == "");
    CHECK(first_fault("<p>1 < 2 && 3 > 2 <3 </ p> <!-- <b><b> --> <! x> <? y>") == "");
}

TEST_CASE("500 mutated pages neither crash nor grow beyond bounds") {
    constexpr std::array<std::string_view, 12> splinters{"<",   ">",       "</",   "\"",       "<b>",    "<!--",
                                                         "-->", "<table>", "<td>", "<select>", "<form>", "<textarea>"};
    base::Random random{7};
    for (int i = 0; i < 500; ++i) {
        std::string html(form_page);
        for (std::size_t j = 0, changes = 1 + random.below(30); j < changes; ++j) {
            const std::size_t at = random.below(html.size());
            switch (random.below(4)) {
            case 0:
                html[at] = static_cast<char>(random.below(128));
                break;
            case 1:
                html.erase(at, random.below(20));
                break;
            case 2:
                html.insert(at, splinters[random.below(splinters.size())]);
                break;
            default:
                html.insert(at, html.substr(random.below(html.size()), random.below(60)));
            }
        }
        const auto page = make_page(html);
        CHECK(page->html.size() < 64 * html.size());
        CHECK(static_cast<int>(page->elements.size()) <= world::most_page_elements);
        CHECK((page->faults.empty() || page->html.empty()));
        CHECK_FALSE(base::first_bad_byte(page->html));
    }
}

TEST_CASE("pages from random tags neither crash nor grow beyond bounds") {
    constexpr std::array<std::string_view, 24> tags{
        "a",      "b",  "i",     "p",     "div",   "table", "tr",      "td",   "select", "option", "form",  "textarea",
        "button", "li", "title", "style", "label", "input", "caption", "nobr", "h1",     "dd",     "tbody", "font"};
    base::Random random{11};
    for (int i = 0; i < 300; ++i) {
        std::string html;
        for (std::size_t j = 0, count = random.below(1500); j < count; ++j) {
            const std::string tag(tags[random.below(tags.size())]);
            html += random.below(3) == 0 ? "</" + tag + ">" : "<" + tag + " id=" + std::to_string(j) + ">x";
        }
        const auto page = make_page(html);
        CHECK(page->html.size() < 100 * html.size() + 1000);
        CHECK((page->faults.empty() || page->html.empty()));
    }
}
