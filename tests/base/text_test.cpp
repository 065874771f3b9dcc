// UTF-8, small letters, blanks and nearness of words.
#include "base/text.h"

#include <array>

#include <doctest/doctest.h>

TEST_CASE("text that is UTF-8 has no bad byte") {
    CHECK(!base::first_bad_byte("").has_value());
    CHECK(!base::first_bad_byte("L'été, 3\u202F€ \U0001F426").has_value());
    CHECK(!base::first_bad_byte("\xF4\x8F\xBF\xBF").has_value());
}

TEST_CASE("the first byte that is not UTF-8 is told by its position") {
    CHECK(base::first_bad_byte("abc\xE9 d") == 3);
    CHECK(base::first_bad_byte("é\xC3") == 2);
    CHECK(base::first_bad_byte("\x80") == 0);
    CHECK(base::first_bad_byte("a\xC0\xAF") == 1);        // overlong
    CHECK(base::first_bad_byte("a\xE0\x80\xAF") == 1);    // overlong
    CHECK(base::first_bad_byte("\xED\xA0\x80") == 0);     // a surrogate
    CHECK(base::first_bad_byte("\xF4\x90\x80\x80") == 0); // beyond U+10FFFF
    CHECK(base::first_bad_byte("ok\xFF") == 2);
}

TEST_CASE("decoding and encoding give the same text again") {
    const std::string text = "Où ? L'œuvre, 3 €, \U0001F426";
    CHECK(base::encode(base::decode(text)) == text);
    CHECK(base::decode("é€\U0001F426") == U"é€\U0001F426");
    CHECK(base::encode(U'ç') == "ç");
}

TEST_CASE("a bad byte becomes one replacement character and the rest is kept") {
    CHECK(base::decode("a\xFF\xC3z") == U"a\uFFFD\uFFFDz");
    CHECK(base::encode(static_cast<char32_t>(0xD800)) == "\uFFFD");
    CHECK(base::encode(static_cast<char32_t>(0x110000)) == "\uFFFD");
}

TEST_CASE("length counts characters, not bytes") {
    CHECK(base::length("été") == 3);
    CHECK(base::length("") == 0);
    CHECK(base::split_characters("né\U0001F426") == std::vector<std::string>{"n", "é", "\U0001F426"});
}

TEST_CASE("French capitals become small letters") {
    CHECK(base::lower("ÉCOLE À LŒUVRE ÇÂÊÎÔÛ ËÏÜŸ ÆÙ") == "école à lœuvre çâêîôû ëïüÿ æù");
    CHECK(base::lower("ŽŁŐŠİẞ×÷ĸŉſ") == "žłőšiß×÷ĸŉſ");
    CHECK(base::lower("déjà 123 Ж") == "déjà 123 Ж");
}

TEST_CASE("every small letter of Latin-1 and Latin Extended-A stays itself") {
    for (char32_t c = U'A'; c <= 0x17F; ++c) {
        CAPTURE(static_cast<unsigned>(c));
        CHECK(base::lower(base::lower(c)) == base::lower(c));
    }
}

TEST_CASE("in plain form, capitals, accents and the signs of typography do not count") {
    CHECK(base::plain("Été à Nîmes, Ça !") == "ete a nimes, ca !");
    CHECK(base::plain("L’œuvre «\u00A0ouverte\u00A0»…") == base::plain("l'œuvre \" ouverte \"..."));
    CHECK(base::plain("ŽLUŤOUČKÝ") == "zlutoucky");
    CHECK(base::plain("3\u202F€") == "3 €");
    CHECK(base::plain("你好 Ж").find("你好") == 0);
    CHECK(base::plain("").empty());
    CHECK(base::plain("ete") != base::plain("eta"));
}

TEST_CASE("what is plain stays so") {
    for (const std::string text : {"Été", "L’œuvre", "ǅ", "«Oui»", "a\xFF", "…", "Straße"}) {
        CAPTURE(text);
        CHECK(base::plain(base::plain(text)) == base::plain(text));
    }
}

TEST_CASE("trimming takes all kinds of blanks from both ends and none from the middle") {
    CHECK(base::trim("  a b\t\n") == "a b");
    CHECK(base::trim("\u00A0\u202Foui\u3000") == "oui");
    CHECK(base::trim(" \u00A0 ").empty());
    CHECK(base::trim("").empty());
    CHECK(base::trim("é") == "é");
    CHECK(base::trim("\xFF ") == "\xFF");
}

TEST_CASE("edit distance counts characters put in, left out, replaced or swapped") {
    CHECK(base::edit_distance("", "") == 0);
    CHECK(base::edit_distance("", "abc") == 3);
    CHECK(base::edit_distance("abc", "") == 3);
    CHECK(base::edit_distance("hint", "hnt") == 1);
    CHECK(base::edit_distance("hint", "hitn") == 1);
    CHECK(base::edit_distance("été", "ete") == 2);
    CHECK(base::edit_distance("chat", "chien") == 3);
}

TEST_CASE("the nearest known word is found, and none where none is near") {
    constexpr std::array<std::string_view, 4> known{"title", "hint", "say", "praise"};
    CHECK(base::nearest("titel", known) == "title");
    CHECK(base::nearest("hints", known) == "hint");
    CHECK(base::nearest("sai", known) == "say");
    CHECK(base::nearest("priase", known) == "praise");
    CHECK(!base::nearest("colour", known).has_value());
    CHECK(!base::nearest("", known).has_value());
    CHECK(!base::nearest(std::string(1'000'000, 'x'), known).has_value());
}

TEST_CASE("texts are joined with something between them") {
    constexpr std::array<std::string_view, 3> texts{"a", "", "b"};
    CHECK(base::join(texts, ", ") == "a, , b");
    CHECK(base::join({}, ", ").empty());
}
