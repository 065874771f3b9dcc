// Texts as they are laid out: lines, order, bold, keys, icons, carets.
#include "base/random.h"
#include "screen/raster.h"
#include "screen/surface.h"
#include "screen/text.h"

#include <algorithm>

#include <doctest/doctest.h>

namespace {

using namespace screen;

Fonts& fonts() {
    static base::Result<Fonts> opened = Fonts::open();
    REQUIRE(opened.ok());
    return opened.value();
}

std::vector<std::string> lines_of(const TextBlock& block) {
    std::vector<std::string> result;
    for (const TextLine& line : block.lines) {
        result.push_back(block.shown.substr(line.from, line.to - line.from));
    }
    return result;
}

std::string run_text(const TextBlock& block, const TextRun& run) {
    return block.shown.substr(run.from, run.to - run.from);
}

// The runs of the first line from left to right.
std::vector<std::string> visual(const TextBlock& block) {
    std::vector<TextRun> runs = block.runs;
    std::sort(runs.begin(), runs.end(), [](const TextRun& a, const TextRun& b) { return a.x < b.x; });
    std::vector<std::string> result;
    for (const TextRun& run : runs) {
        if (run.line == 0) {
            result.push_back(run_text(block, run));
        }
    }
    return result;
}

using Strings = std::vector<std::string>;

} // namespace

TEST_CASE("lines are broken between words and are as wide as allowed") {
    const std::string words = "Cliquez sur le ballon rouge, puis attendez un peu avant de continuer.";
    for (const float width : {120.0F, 200.0F, 333.0F, 500.0F, 2000.0F}) {
        CAPTURE(width);
        const TextBlock block = lay_out(fonts(), words, TextStyle{}, width);
        CHECK(block.width <= width);
        std::string joined;
        for (const std::string& line : lines_of(block)) {
            CHECK_FALSE(line.empty());
            CHECK(line.front() != ' ');
            CHECK(line.back() != ' ');
            joined += (joined.empty() ? "" : " ") + line;
        }
        CHECK(joined == words);
        CHECK(block.height == block.lines.size() * 31.0F); // 22 px × 1.4
    }
    CHECK(lay_out(fonts(), words, TextStyle{}).lines.size() == 1);
}

TEST_CASE("a line takes as many words as fit") {
    const TextBlock one = lay_out(fonts(), "une deux trois", TextStyle{});
    CHECK(lay_out(fonts(), "une deux trois", TextStyle{}, one.width).lines.size() == 1);
    CHECK(lines_of(lay_out(fonts(), "une deux trois", TextStyle{}, one.width - 1)) == Strings{"une deux", "trois"});
}

TEST_CASE("what a no-break space joins stays on one line") {
    const TextBlock block =
        lay_out(fonts(), "Répondez maintenant\u00A0: «\u00A0oui\u00A0» ou non\u202F?", TextStyle{}, 150);
    for (const std::string& line : lines_of(block)) {
        CHECK(line != ":");
        CHECK(line.find("»") == line.find("«") + (line.find("«") == std::string::npos ? 0 : 9));
        CHECK(line != "?");
    }
    CHECK(block.lines.size() >= 3);
}

TEST_CASE("a word that is wider than the line is broken between characters") {
    const TextBlock block = lay_out(fonts(), "oui anticonstitutionnellement non", TextStyle{}, 90);
    std::string joined;
    for (const std::string& line : lines_of(block)) {
        joined += line;
    }
    CHECK(joined == "ouianticonstitutionnellementnon");
    CHECK(block.width <= 90);
    const TextBlock tiny = lay_out(fonts(), "été", TextStyle{}, 1);
    CHECK(lines_of(tiny) == Strings{"é", "t", "é"});
    // An accent that is a character of its own stays with its letter.
    CHECK(lines_of(lay_out(fonts(), "e\u0301te\u0301", TextStyle{}, 1)) == Strings{"e\u0301", "t", "e\u0301"});
}

TEST_CASE("hyphens allow a break in words, not in addresses or numbers") {
    CHECK(lines_of(lay_out(fonts(), "porte-monnaie", TextStyle{}, 100)) == Strings{"porte-", "monnaie"});
    const TextBlock address = lay_out(fonts(), "à jean-marc@exemple.fr", TextStyle{}, 240);
    CHECK(lines_of(address) == Strings{"à", "jean-marc@exemple.fr"});
}

TEST_CASE("new lines are kept, empty ones too") {
    CHECK(lines_of(lay_out(fonts(), "a\n\nb\n", TextStyle{})) == Strings{"a", "", "b", ""});
    CHECK(lay_out(fonts(), "", TextStyle{}).lines.size() == 1);
    CHECK(lay_out(fonts(), "", TextStyle{}).height == 31);
}

TEST_CASE("bold words are set in the bold font") {
    const TextBlock block = lay_out(fonts(), "Cliquez sur *Répondre*.", TextStyle{});
    REQUIRE(block.runs.size() == 3);
    CHECK(run_text(block, block.runs[0]) == "Cliquez sur ");
    CHECK_FALSE(block.runs[0].bold);
    CHECK(run_text(block, block.runs[1]) == "Répondre");
    CHECK(block.runs[1].bold);
    CHECK_FALSE(block.runs[2].bold);
    CHECK(block.runs[1].x == block.runs[0].width);
    CHECK(block.shown == "Cliquez sur Répondre.");
    TextStyle bold;
    bold.bold = true;
    CHECK(lay_out(fonts(), "Répondre", bold).width > lay_out(fonts(), "Répondre", TextStyle{}).width);
}

TEST_CASE("marks without a partner, and marks after a backslash, are characters") {
    CHECK(lay_out(fonts(), "2 * 3 * 4", TextStyle{}).shown == "2 * 3 * 4");
    CHECK(lay_out(fonts(), "a *b", TextStyle{}).shown == "a *b");
    CHECK(lay_out(fonts(), "un *deux\ntrois*", TextStyle{}).shown == "un *deux\ntrois*");
    CHECK(lay_out(fonts(), "a [b", TextStyle{}).shown == "a [b");
    CHECK(lay_out(fonts(), "{Not An Icon}", TextStyle{}).shown == "{Not An Icon}");
    CHECK(lay_out(fonts(), R"(\*a\* \[b\] \{c\} \\ \n)", TextStyle{}).shown == R"(*a* [b] {c} \ \n)");
    CHECK(lay_out(fonts(), "fin\\", TextStyle{}).shown == "fin\\");
    CHECK(lay_out_plain(fonts(), "*a* [b]", TextStyle{}).shown == "*a* [b]");
    const std::string every = R"(*a* [b] {c} \ fin)";
    CHECK(lay_out(fonts(), escaped(every), TextStyle{}).shown == every);
}

TEST_CASE("keys are drawn as caps that hold their words") {
    const TextBlock block = lay_out(fonts(), "Appuyez sur [Entrée].", TextStyle{});
    REQUIRE(block.boxes.size() == 1);
    const InlineBox& key = block.boxes.front();
    CHECK(key.key);
    CHECK(key.name == "Entrée");
    const auto words = std::find_if(block.runs.begin(), block.runs.end(), [](const TextRun& r) { return r.on_key; });
    REQUIRE(words != block.runs.end());
    CHECK(words->bold);
    CHECK(words->x > key.area.x);
    CHECK(words->x + words->width < key.area.right());
    CHECK(words->y > key.area.y);
    CHECK(key.area.y >= 0);
    CHECK(key.area.bottom() <= block.height);
    CHECK(block.runs.back().x >= key.area.right());
    Picture picture(400, 60, hex(0xFFFFFF));
    draw(picture, block, {10, 10});
    CHECK(std::holds_alternative<Fill>(picture.commands().front().shape));
}

TEST_CASE("marks on keys stand for themselves") {
    for (const std::string key : {"*", "[", "]", "\\", "{", "{a}", "é"}) {
        const TextBlock block = lay_out(fonts(), "[" + key + "] *oui*", TextStyle{});
        REQUIRE(block.boxes.size() == 1);
        CHECK(block.boxes.front().name == key);
        CHECK(block.shown == key + " oui");
    }
}

TEST_CASE("keys that are pressed together stay on one line") {
    const TextBlock block = lay_out(fonts(), "Appuyez sur [Ctrl] + [C]", TextStyle{}, 215);
    REQUIRE(block.boxes.size() == 2);
    CHECK(block.boxes[0].line == block.boxes[1].line);
    CHECK(block.lines.size() == 2);
}

TEST_CASE("icons stand in the line and come from their source") {
    auto opened = Fonts::open();
    REQUIRE(opened.ok());
    Fonts own = std::move(opened).value();
    std::string asked;
    own.use_icons([&](std::string_view name, int size) {
        asked = name;
        return std::make_shared<const Mask>(
            Mask{size, size, std::vector<std::uint8_t>(static_cast<std::size_t>(size * size), 255)});
    });
    const TextBlock block = lay_out(own, "La {mouse-left} souris", TextStyle{});
    CHECK(asked == "mouse-left");
    REQUIRE(block.boxes.size() == 1);
    CHECK(block.boxes.front().area.w == 26);
    CHECK(block.runs[1].mask);
    CHECK(plain_text("La {mouse-left} *souris* [Entrée]") == "La  souris Entrée");
    // Without a source, its place stays empty.
    CHECK(lay_out(fonts(), "La {mouse-left} souris", TextStyle{}).width == block.width);
}

TEST_CASE("Arabic is shaped, runs from the right, and keeps foreign words in their order") {
    const std::string text = "مرحبا Coucou 2024 بكم";
    const TextBlock block = lay_out(fonts(), text, TextStyle{}, 500);
    CHECK(block.lines.front().right_to_left);
    CHECK(block.lines.front().right == 500);
    const Strings order = visual(block);
    CHECK(order.front().find("بكم") != std::string::npos);
    CHECK(order.back().find("مرحبا") != std::string::npos);
    const auto latin =
        std::find_if(order.begin(), order.end(), [](const std::string& s) { return s.find("Coucou") == 0; });
    REQUIRE(latin != order.end());
    CHECK(latin->find("2024") != std::string::npos);
    // Joined letters are narrower than letters by themselves.
    CHECK(lay_out(fonts(), "ببب", TextStyle{}).width < 3 * lay_out(fonts(), "ب", TextStyle{}).width);
}

TEST_CASE("a French line with an Arabic name stays French") {
    const TextBlock block = lay_out(fonts(), "Bonjour مريم الصغيرة !", TextStyle{});
    CHECK_FALSE(block.lines.front().right_to_left);
    const Strings order = visual(block);
    CHECK(order.front() == "Bonjour ");
    const auto arabic =
        std::find_if(block.runs.begin(), block.runs.end(), [](const TextRun& r) { return r.right_to_left; });
    REQUIRE(arabic != block.runs.end());
    CHECK(run_text(block, *arabic).find("مريم الصغيرة") == 0);
}

TEST_CASE("other scripts have their fonts, opened only when they are needed") {
    for (const std::string word : {"Привет", "Ελλάδα", "שלום", "Հայ", "ქართ", "हिन्दी", "বাংলা", "தமிழ்", "አማርኛ"}) {
        CAPTURE(word);
        const TextBlock block = lay_out(fonts(), word, TextStyle{});
        REQUIRE(block.runs.size() == 1);
        CHECK(block.runs.front().mask);
    }
    CHECK(fonts().faults().empty());
    CHECK(lay_out(fonts(), "漢字", TextStyle{}).width > 0); // no font for it: boxes
}

TEST_CASE("alignment is within the width, and turned round for Arabic") {
    TextStyle style;
    const float natural = lay_out(fonts(), "Bonjour", style).width;
    style.align = Align::centre;
    const TextBlock centred = lay_out(fonts(), "Bonjour", style, 300);
    CHECK(centred.lines.front().left == static_cast<int>((300 - natural) / 2));
    CHECK(centred.runs.front().x == centred.lines.front().left);
    style.align = Align::end;
    CHECK(lay_out(fonts(), "Bonjour", style, 300).lines.front().right == 300);
    CHECK(lay_out(fonts(), "مرحبا", style, 300).lines.front().left == 0);
}

TEST_CASE("the caret moves with the characters and a click finds it again") {
    const std::string text = "Élève à l'école";
    const TextBlock block = lay_out_plain(fonts(), text, TextStyle{});
    CHECK(x_of(fonts(), block, 0) == 0);
    CHECK(x_of(fonts(), block, text.size()) == block.width);
    CHECK(x_of(fonts(), block, 999) == block.width);
    CHECK(x_of(fonts(), block, 1) == x_of(fonts(), block, 0)); // inside É
    float before = -1;
    for (std::size_t byte = 0; byte <= text.size(); ++byte) {
        if (byte < text.size() && (static_cast<unsigned char>(text[byte]) & 0xC0U) == 0x80U) {
            continue;
        }
        const float x = x_of(fonts(), block, byte);
        CHECK(x > before);
        CHECK(byte_at(fonts(), block, {x, 5}) == byte);
        before = x;
    }
}

TEST_CASE("blanks at the end move the caret") {
    const TextBlock one = lay_out_plain(fonts(), "oui ", TextStyle{});
    const TextBlock two = lay_out_plain(fonts(), "oui  ", TextStyle{});
    CHECK(x_of(fonts(), one, 4) > x_of(fonts(), one, 3));
    CHECK(x_of(fonts(), two, 5) > x_of(fonts(), two, 4));
    const TextBlock empty = lay_out_plain(fonts(), "", TextStyle{});
    CHECK(caret(fonts(), empty, 0) == Rect{0, 0, 0, 31});
    CHECK(byte_at(fonts(), empty, {50, 50}) == 0);
}

TEST_CASE("in Arabic the caret runs from the right") {
    const std::string text = "مرحبا";
    const TextBlock block = lay_out_plain(fonts(), text, TextStyle{}, 300);
    CHECK(x_of(fonts(), block, 0) == 300);
    CHECK(x_of(fonts(), block, text.size()) == 300 - block.width);
    CHECK(x_of(fonts(), block, 2) < 300);
    CHECK(byte_at(fonts(), block, {299, 5}) == 0);
}

TEST_CASE("the caret of a long text stands on the right line") {
    const std::string text = "Première ligne\nUne deuxième qui est trop longue pour une ligne";
    const TextBlock block = lay_out_plain(fonts(), text, TextStyle{}, 300);
    REQUIRE(block.lines.size() == 3);
    CHECK(caret(fonts(), block, text.find("Une")) == Rect{0, 31, 0, 31});
    CHECK(caret(fonts(), block, text.find('\n')).y == 0);
    CHECK(caret(fonts(), block, text.size()).y == 62);
    CHECK(byte_at(fonts(), block, {-5, 40}) == text.find("Une"));
    CHECK(byte_at(fonts(), block, {1000, 5000}) == text.size());
    CHECK(byte_at(fonts(), block, {1000, 5}) == text.find('\n'));
}

TEST_CASE("a selection covers its characters on each line") {
    const std::string text = "abc\ndef";
    const TextBlock block = lay_out_plain(fonts(), text, TextStyle{});
    const std::vector<Rect> rects = selection(fonts(), block, 1, 5);
    REQUIRE(rects.size() == 2);
    CHECK(rects[0].x == x_of(fonts(), block, 1));
    CHECK(rects[0].right() == x_of(fonts(), block, 3));
    CHECK(rects[1].x == 0);
    CHECK(rects[1].y == 31);
    CHECK(selection(fonts(), block, 3, 3).empty());
}

TEST_CASE("a short text is cut with an ellipsis where it does not fit") {
    const TextBlock whole = lay_out_short(fonts(), "Bonjour", TextStyle{}, 500);
    CHECK(whole.shown == "Bonjour");
    const TextBlock cut = lay_out_short(fonts(), "Bonjour tout le monde", TextStyle{}, 140);
    CHECK(cut.width <= 140);
    CHECK(cut.shown.find("Bonjour") == 0);
    CHECK(cut.shown.find("…") == cut.shown.size() - 3);
    CHECK(lay_out_short(fonts(), "Bonjour", TextStyle{}, 1).shown == "…");
}

TEST_CASE("the same text draws the same masks, in another colour too") {
    TextStyle style;
    const TextBlock first = lay_out(fonts(), "Bonjour *Marie*", style, 400);
    style.colour = hex(0xFF0000);
    const TextBlock second = lay_out(fonts(), "Bonjour *Marie*", style, 400);
    REQUIRE(first.runs.size() == second.runs.size());
    CHECK(first.runs[0].mask == second.runs[0].mask);
    Picture picture(400, 60, hex(0xFFFFFF));
    draw(picture, second, {0, 0});
    CHECK(std::get<Glyphs>(picture.commands().front().shape).colour == hex(0xFF0000));
}

TEST_CASE("kept texts stay within their bound") {
    auto opened = Fonts::open();
    REQUIRE(opened.ok());
    Fonts own = std::move(opened).value();
    TextStyle style;
    style.px = 60;
    for (int i = 0; i < 1500; ++i) {
        lay_out(own, "Phrase numéro " + std::to_string(i), style);
    }
    CHECK(own.kept_bytes() > 1024 * 1024);
    CHECK(own.kept_bytes() <= 4 * 1024 * 1024);
}

TEST_CASE("bytes that are no text, and control characters, are shown and do no harm") {
    CHECK(lay_out_plain(fonts(), std::string("a\0b\tc\r\x7F", 7), TextStyle{}).width > 0);
    CHECK(lay_out(fonts(), "\xFF\xC3(\xE2\x82 \xED\xA0\x80 \xF8", TextStyle{}).width > 0);
    base::Random random{5};
    const std::string alphabet = "ab *[]{}\\\n\xC3\xA9\xD9\x85\xE2\x80\xAE -é";
    for (int round = 0; round < 300; ++round) {
        std::string text;
        for (std::size_t count = random.below(60); count > 0; --count) {
            text += alphabet[random.below(alphabet.size())];
        }
        const float width = static_cast<float>(random.between(-5, 200));
        const TextBlock block = random.below(2) == 0 ? lay_out(fonts(), text, TextStyle{}, width)
                                                     : lay_out_plain(fonts(), text, TextStyle{}, width);
        for (const TextRun& run : block.runs) {
            REQUIRE(run.from <= run.to);
            REQUIRE(run.to <= block.shown.size());
            REQUIRE(run.line < block.lines.size());
        }
        const std::size_t byte = random.below(text.size() + 2);
        CHECK(x_of(fonts(), block, byte) <= std::max(block.width, 200.0F));
        CHECK(byte_at(fonts(), block, {50, 40}) <= block.shown.size());
    }
}

TEST_CASE("a text of one endless word is laid out in good time") {
    const TextBlock block = lay_out_plain(fonts(), std::string(200'000, 'm'), TextStyle{}, 600);
    CHECK(block.width <= 600);
    CHECK(block.shown.size() == 64 * 1024);
    const TextBlock line = lay_out_plain(fonts(), std::string(20'000, 'i'), TextStyle{});
    CHECK(line.width <= 16384);
}

TEST_CASE("sizes that are no sizes are brought into range") {
    TextStyle style;
    style.px = std::numeric_limits<float>::quiet_NaN();
    style.line_height = std::numeric_limits<float>::infinity();
    CHECK(lay_out(fonts(), "oui", style).height == 31);
    style.px = -4;
    style.line_height = 0;
    CHECK(lay_out(fonts(), "oui", style, std::numeric_limits<float>::quiet_NaN()).height == 3);
    style.px = 1e9F;
    style.line_height = 1;
    CHECK(lay_out(fonts(), "o", style).height == 400);
}
