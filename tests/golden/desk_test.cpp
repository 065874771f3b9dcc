// Pictures of the practice computer: its programs in both looks, and in high contrast (see pages_test.cpp).
#include "compare.h"

namespace {

// The seeds draw the look.
constexpr std::uint64_t bar = 2;
constexpr std::uint64_t overview = 7;

Seat at(const TemporaryFolder& folder, const std::string& lesson, std::uint64_t seed) {
    Seat seat{folder.path};
    seat.lesson = lesson;
    seat.seed = seed;
    return seat;
}

} // namespace

TEST_CASE("files") {
    for (const auto& [look, seed] : {std::pair{"bar", bar}, std::pair{"overview", overview}}) {
        const TemporaryFolder folder;
        Person person(at(folder, "files.copy", seed));
        person.click("stage/files/side/documents");
        compare(person, std::string("desk-") + look + "-files");
    }
}

TEST_CASE("the browser") {
    for (const auto& [look, seed] : {std::pair{"bar", bar}, std::pair{"overview", overview}}) {
        const TemporaryFolder folder;
        Person person(at(folder, "forms.fill", seed));
        compare(person, std::string("desk-") + look + "-browser");
    }
}

TEST_CASE("mail") {
    for (const auto& [look, seed] : {std::pair{"bar", bar}, std::pair{"overview", overview}}) {
        const TemporaryFolder folder;
        Person person(at(folder, "mail.attach", seed));
        person.click("stage/mail/message/Votre dossier");
        compare(person, std::string("desk-") + look + "-mail");
    }
}

TEST_CASE("the editor") {
    const TemporaryFolder folder;
    Person person(at(folder, "files.write", bar));
    person.click("stage/editor/body");
    person.frame(screen::TextEntered{"Noël, l’été"});
    compare(person, "desk-bar-editor");
}

TEST_CASE("the practice computer with the largest text in high contrast, in English") {
    const TemporaryFolder folder;
    Person person(Seat{folder.path, 1024, 768, "en"});
    use_large_high_contrast(person);
    person.click("guest");
    person.open("mail.attach");
    compare(person, "desk-contrast-mail");
}
