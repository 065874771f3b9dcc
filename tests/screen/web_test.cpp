// Pages of the practice web, laid out: where things come to lie, and that no page can do harm.
#include "base/file.h"
#include "base/random.h"
#include "screen/surface.h"
#include "screen/web/documents.h"
#include "screen/web/limits.h"
#include "screen/web/style_text.h"

#include <algorithm>
#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include <doctest/doctest.h>

namespace {

using namespace screen;

Fonts& fonts() {
    static base::Result<Fonts> opened = Fonts::open();
    REQUIRE(opened.ok());
    return opened.value();
}

const std::string& default_style() {
    static const std::string css =
        base::read_file(std::filesystem::path(COUCOU_SOURCE_DIR) / "assets/web/default.css", 100000).value();
    return css;
}

WebPage page_of(std::string_view html, std::string_view css = {}) {
    WebPage page;
    page.html = html;
    page.style = css;
    page.default_style = default_style();
    return page;
}

WebFormat wide(int width = 900, float zoom = 1) {
    WebFormat format;
    format.width = width;
    format.zoom = zoom;
    return format;
}

base::Result<WebDocument> lay(std::string_view html, std::string_view css = {}, const WebFormat& format = wide()) {
    static WebPictures pictures;
    return WebDocument::lay_out(fonts(), pictures, page_of(html, css), format);
}

WebDocument shown(std::string_view html, std::string_view css = {}, const WebFormat& format = wide()) {
    base::Result<WebDocument> document = lay(html, css, format);
    REQUIRE(document.ok());
    return std::move(document).value();
}

Rect place(const WebDocument& document, std::string_view target) {
    const std::vector<Rect> places = document.places(target);
    REQUIRE(places.size() == 1);
    return places.front();
}

std::string repeated(std::string_view text, int times) {
    std::string all;
    for (int i = 0; i < times; ++i) {
        all += text;
    }
    return all;
}

std::string error_of(std::string_view html, std::string_view css = {}) {
    const auto document = lay(html, css);
    return document.ok() ? std::string() : document.error().id;
}

// Whatever a page is, it is either laid out and can be drawn, or refused with words of ours.
void is_harmless(std::string_view html, std::string_view css = {}) {
    const auto document = lay(html, css);
    if (!document.ok()) {
        CHECK(document.error().id.starts_with("web."));
        return;
    }
    Picture picture(900, 600, hex(0xFFFFFF));
    document.value().draw(picture, fonts(), {0, 0}, {0, 0, 900, 600}, {});
    CHECK(document.value().height() >= 0);
    for (const std::string& target : document.value().targets()) {
        CHECK_FALSE(document.value().places(target).empty());
    }
}

} // namespace

TEST_CASE("a link that runs over two lines has a place in each") {
    const std::string words = repeated("mot ", 30);
    const WebDocument document =
        shown("<body><p>" + words + "<a href=x data-target='link/a'>" + words + "</a></p></body>", {}, wide(600));
    const std::vector<Rect> places = document.places("link/a");
    REQUIRE(places.size() >= 2);
    CHECK(places[0].bottom() <= places[1].y + 1);
    for (const Rect& rect : places) {
        CHECK(rect.w > 20);
        CHECK(rect.h >= 15);
        CHECK(rect.right() <= 600);
    }
}

TEST_CASE("links and controls have the places that they are seen at") {
    const WebDocument document =
        shown("<body><p><a data-target='link/Un' href=a>Un</a> <a data-target='link/Deux' href=b>Deux</a></p>"
              "<p><label>Nom <input data-target='field/Nom' class=wide></label></p>"
              "<p><input type=checkbox data-target='tick/Oui'> Oui</p><p><button "
              "data-target='button/Envoyer'>Envoyer</button>"
              "<input type=submit value='Effacer' data-target='button/Effacer'></p></body>",
              ".wide { width: 300px; padding: 5px; border: 2px solid #000 }");
    CHECK(document.targets() == std::vector<std::string>{"link/Un", "link/Deux", "field/Nom", "tick/Oui",
                                                         "button/Envoyer", "button/Effacer"});
    CHECK(place(document, "link/Un").right() < place(document, "link/Deux").x);
    CHECK(place(document, "field/Nom").w == doctest::Approx(314));
    REQUIRE(document.control("field/Nom") != nullptr);
    CHECK(document.control("field/Nom")->room.w == doctest::Approx(300));
    CHECK(document.control("field/Nom")->kind == WebControlKind::field);
    CHECK(document.control("tick/Oui")->kind == WebControlKind::tick);
    CHECK(place(document, "button/Envoyer").right() <= place(document, "button/Effacer").x);
    CHECK(document.control("button/Envoyer") == nullptr);
}

TEST_CASE("a box to tick keeps its frame whatever a page gives to its fields") {
    const WebDocument document = shown("<body><input type=checkbox data-target='tick/a'></body>",
                                       "input { padding: 20px; border: 9px solid red; }");
    CHECK(place(document, "tick/a").w == doctest::Approx(20));
}

TEST_CASE("the words beside a box belong to it, however they are labelled") {
    const WebDocument document =
        shown("<body><p><label><input type=radio data-target='radio/Un'> Un</label></p>"
              "<p><input type=checkbox id=b data-target='tick/Deux'><label for=b>Deux</label></p></body>");
    for (const std::string_view target : {"radio/Un", "tick/Deux"}) {
        const std::vector<Rect> words = document.label_places(target);
        REQUIRE(words.size() == 1);
        CHECK(words.front().right() > place(document, target).right());
    }
    CHECK(document.label_places("radio/Trois").empty());
}

TEST_CASE("a choice is as wide as its longest line, and what stands in it is not drawn with the page") {
    const std::string_view html =
        "<body><select data-target='choice/a'><option>Un</option><option>{}</option></select></body>";
    std::string longer(html);
    longer.replace(longer.find("{}"), 2, "Beaucoup de mots dans cette ligne");
    CHECK(place(shown(longer), "choice/a").w > place(shown(html), "choice/a").w + 50);
    CHECK(shown(longer).find(fonts(), "beaucoup").empty());
}

TEST_CASE("zoom makes all lengths larger, in style sheets and attributes") {
    const std::string_view html =
        "<body style='margin:0'><div data-target='link/a' style='width:200px;height:10px'></div>"
        "<table width=100 border=0><tr><td data-target='link/b'>x</table></body>";
    const WebDocument once = shown(html);
    const WebDocument twice = shown(html, {}, wide(1800, 2));
    CHECK(place(once, "link/a").w == doctest::Approx(200));
    CHECK(place(twice, "link/a").w == doctest::Approx(400));
    CHECK(place(twice, "link/b").w == doctest::Approx(2 * place(once, "link/b").w).epsilon(0.05));
}

TEST_CASE("no text is smaller than can be read") {
    const WebDocument tiny = shown("<body><a data-target='link/a' style='font-size:2px'>mot</a></body>");
    const WebDocument least = shown("<body><a data-target='link/a' style='font-size:15px'>mot</a></body>");
    CHECK(place(tiny, "link/a") == place(least, "link/a"));
}

TEST_CASE("a text is found across words, without capitals") {
    const WebDocument document = shown("<body><p>La <b>Mairie</b> de Valbois. La mairie est ouverte.</p></body>");
    CHECK(document.find(fonts(), "mairie").size() == 2);
    REQUIRE(document.find(fonts(), "MAIRIE DE").size() == 1);
    CHECK(document.find(fonts(), "MAIRIE DE").front().size() == 2);
    CHECK(document.find(fonts(), "piscine").empty());
    CHECK(document.find(fonts(), "").empty());
}

TEST_CASE("an anchor is as far down as its element") {
    const WebDocument document =
        shown("<body style='margin:0'><div style='height:300px'></div><h2 id=ici style='margin:0'>Ici</h2></body>");
    REQUIRE(document.anchor("ici"));
    CHECK(*document.anchor("ici") == doctest::Approx(300));
    CHECK_FALSE(document.anchor("ailleurs"));
}

TEST_CASE("only what is seen is drawn") {
    const WebDocument document = shown("<body>" + repeated("<p>Une ligne de texte.</p>", 300) + "</body>");
    Picture some(900, 600, hex(0xFFFFFF));
    document.draw(some, fonts(), {0, -2000}, {0, 0, 900, 600}, {});
    Picture all(900, static_cast<int>(document.height()), hex(0xFFFFFF));
    document.draw(all, fonts(), {0, 0}, {0, 0, 900, document.height()}, {});
    CHECK(some.commands().size() * 10 < all.commands().size());
    CHECK(some.commands().size() > 20);
}

TEST_CASE("the link under the pointer looks as the page says") {
    const std::string_view html = "<body><a data-target='link/a' href=x>mot</a></body>";
    const std::string_view css = "a { background: #ffffff } a:hover { background: #ff0000 }";
    WebFormat format = wide();
    const WebDocument before = shown(html, css, format);
    format.hovered = "link/a";
    const WebDocument after = shown(html, css, format);
    CHECK(place(before, "link/a") == place(after, "link/a"));
    const auto pixels = [](const WebDocument& document) {
        Picture picture(100, 60, hex(0xFFFFFF));
        document.draw(picture, fonts(), {0, 0}, {0, 0, 100, 60}, {});
        return drawn(picture).pixels;
    };
    CHECK(pixels(before) != pixels(after));
}

TEST_CASE("a page is laid out again only when it or its format has changed") {
    WebDocuments documents(std::filesystem::path(COUCOU_SOURCE_DIR) / "assets/web/default.css");
    const auto one = std::make_shared<const std::string>("<body><p>Un</p></body>");
    const auto two = std::make_shared<const std::string>("<body><p>Deux</p></body>");
    for (int i = 0; i < 3; ++i) {
        CHECK(documents.laid_out(one, fonts(), page_of(*one), wide())->ok());
        CHECK(documents.laid_out(two, fonts(), page_of(*two), wide())->ok());
    }
    CHECK(documents.count() == 2);
    CHECK(documents.laid_out(one, fonts(), page_of(*one), wide(500))->ok());
    CHECK(documents.count() == 3);
    for (int i = 0; i < 20; ++i) {
        CHECK(documents.laid_out(one, fonts(), page_of(*one), wide(500 + i))->ok());
    }
    CHECK(documents.laid_out(two, fonts(), page_of(*two), wide())->ok());
    CHECK(documents.count() == 23);
}

TEST_CASE("style sheets lose what goes round in circles, and keep the rest") {
    CHECK(fit_style("a{color:red}", 1) == "a{color:red}");
    CHECK(fit_style("a/* no */b{}/* open", 1) == "a b{}");
    CHECK(fit_style("a{--x:var(--x);color:var(--x)}", 1).find("--x:") == std::string::npos);
    CHECK(fit_style("a{--x:#123456;color:var(--x)}", 1) == "a{--x:#123456;color:var(--x)}");
    CHECK(fit_style("@IMPORT 'a.css'; b{}", 1) == "; b{}");
    CHECK(fit_style("a{margin:-4px 1.5px .5px 2em}", 2) == "a{margin:-8px 3px 1px 2em}");
    CHECK(fit_style("a.w12px{width:12px}", 2) == "a.w12px{width:24px}");
    CHECK(fit_style("a{border:1px solid #1e1e1e}", 0.5F) == "a{border:1px solid #1e1e1e}");
    CHECK(fit_style("a{width:99999999999px}", 1) == "a{width:9999px}");
    CHECK(fit_length("120", 2) == "240");
    CHECK(fit_length("50%", 2) == "50%");
    CHECK(fit_length("-4", 2) == "0");
    CHECK(fit_length("x", 2) == "0");
}

TEST_CASE("a page that is too large, too deep or not closed is refused with words for its author") {
    CHECK(error_of(std::string(1024 * 1024, 'a')) == "web.too-large");
    CHECK(error_of(repeated("<div>", 10000)) == "web.too-deep");
    CHECK(error_of(repeated("<div>", 80) + repeated("</div>", 80)) == "web.too-deep");
    CHECK(error_of(repeated("<b>", 5000)) == "web.not-closed");
    CHECK(error_of(repeated("<p>mot</p>", 5000)) == "web.too-many");
    CHECK(error_of(repeated("<ul><li>", 60)) == "web.too-deep");
}

TEST_CASE("what is known to harm litehtml harms nobody here") {
    is_harmless("");
    is_harmless("<");
    is_harmless("\xFF\xFE\x00\x01");
    is_harmless(std::string_view("<p>a\0b</p>", 10));
    is_harmless(repeated("<div style='display:inline-block'>", 60) + "x");
    is_harmless(repeated("<div style='float:left'>", 60) + "x");
    is_harmless(repeated("<span style='display:inline-table'>", 60) + "x");
    is_harmless(repeated("<table><tr><td>", 15) + "x");
    is_harmless("<table><tr><td colspan=0 rowspan=0>a<td colspan=-5 rowspan=-1>b</table>");
    is_harmless("<table><tr><td colspan=100000000 rowspan=100000000>a</table>");
    is_harmless("<table>" + repeated("<tr>", 2000) + repeated("<td>", 1900) + "</table>");
    is_harmless("<html style='display:table-cell'><body style='display:table-row'>a");
    is_harmless("<html style='display:none'><body>a");
    is_harmless("<html style='float:left;position:absolute'><body style='position:fixed;float:right'>a");
    is_harmless("<body><p>a", "html{display:table-cell !important} body{display:table-caption}");
    is_harmless("<body><p>a", "a{--x:var(--x)} p{color:var(--x)}");
    is_harmless("<body><p style='--x:var(--y);--y:var(--x);color:var(--x)'>a");
    is_harmless("<body><p>a", "p{color:red} /* never closed");
    is_harmless("<body><p>a", "p{color:red");
    is_harmless("<body><p>a", "@import 'a'; @media screen { p { color: red } @media print {");
    is_harmless("<body><p>a", repeated("@media screen{", 2000));
    is_harmless("<body><style>/* never closed</style><p>a");
    is_harmless("<body>" + repeated("<p><b id=x>", 30) + repeated("<p>a", 3000));
    is_harmless("<body>" + std::string(100000, 'a'));
    is_harmless("<body>" + repeated("a ", 60000));
    is_harmless("<body>" + repeated("<br>", 3900));
    is_harmless("<body>" + repeated("<i style='float:left;width:3px'>a</i>", 3000));
    is_harmless("<body>" + repeated("<input>", 3900));
    is_harmless("<body>" + repeated("<li style='list-style:decimal'>", 3900));
    is_harmless("<body><select>" + repeated("<option>a", 3900));
    is_harmless("<table><thead><tr><td>a<tfoot><tr><td>b</table>",
                "thead{display:table-header-group} tfoot{display:table-footer-group}");
    is_harmless("<body><p style='font-size:100000px'>a<p style='font-size:-4em;line-height:-50'>b");
    is_harmless("<body><p style='width:99999999999999999999px;margin:-1e30px;padding:1e30em'>a");
    is_harmless("<body>" + repeated("<p class=a>b</p>", 1300),
                repeated("p.a:nth-child(2n+1) > p ~ p, ", 300) + "b{color:red}");
    is_harmless("<body><svg><foreignObject><math><p>a</svg><template><p>b");
    is_harmless("<frameset><frame><noframes>a");
    is_harmless("<plaintext><p>a");
    is_harmless("<body><p style=\"content:'\\\">a", "p::before{content:counter(a) attr(b) '\\00410' url(x)}");
}

TEST_CASE("five hundred damaged pages are shown or refused") {
    std::vector<std::string> originals;
    std::string styles;
    const std::filesystem::path folder = std::filesystem::path(COUCOU_SOURCE_DIR) / "lessons/sites";
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
        files.push_back(entry.path());
    }
    std::sort(files.begin(), files.end());
    for (const std::filesystem::path& file : files) {
        if (file.extension() == ".html") {
            originals.push_back(base::read_file(file, most_page_bytes).value());
        } else if (file.extension() == ".css" && styles.empty()) {
            styles = base::read_file(file, most_page_bytes).value();
        }
    }
    REQUIRE_FALSE(originals.empty());
    base::Random random(20260101);
    for (int i = 0; i < 500; ++i) {
        std::string html = originals[random.below(originals.size())];
        std::string css = styles;
        for (std::size_t change = 1 + random.below(20); change > 0; --change) {
            std::string& text = random.below(4) == 0 ? css : html;
            const std::size_t at = random.below(text.size());
            const std::size_t length = std::min<std::size_t>(1 + random.below(40), text.size() - at);
            switch (random.below(4)) {
            case 0:
                text[at] = static_cast<char>(random.below(256));
                break;
            case 1:
                text.erase(at, length);
                break;
            case 2:
                text.insert(at, text.substr(random.below(text.size()), length));
                break;
            default:
                text.insert(at, std::string_view("<>\"'{};:/*</div><td><table>").substr(random.below(20)));
            }
        }
        is_harmless(html, css);
    }
}
