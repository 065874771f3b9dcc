// Pictures of the record and of the data page (see pages_test.cpp). What they show is given here, so that no clock has
// a part in it.
#include "app/record_pages.h"
#include "compare.h"

namespace {

/// What is needed to draw a page without a session.
struct Easel {
    explicit Easel(const std::string& language) {
        auto read = app::read_messages();
        REQUIRE(read.ok());
        REQUIRE(app::read_lessons_and_layouts(read.value(), {}).ok());
        auto translated = app::in_language(read.value(), language);
        REQUIRE(translated.ok());
        words = std::move(translated).value();
    }

    /// The page in a look, at rest.
    template <typename Page, typename View>
    screen::Picture picture_of(Page page, const View& view, const screen::Look& look, int width, int height) {
        auto fonts = screen::Fonts::open();
        REQUIRE(fonts.ok());
        screen::Art art(COUCOU_SOURCE_DIR "/assets/art");
        screen::use_icons_of(fonts.value(), art);
        screen::Ui ui(fonts.value(), art);
        screen::Picture picture;
        for (const std::int64_t now : {1'000, 3'000, 5'000}) {
            ui.begin({width, height, now, {}, true}, look, words.messages);
            screen::Intents intents;
            screen::show(ui, page, view, intents);
            picture = ui.end();
        }
        return picture;
    }

    app::Words words;
};

constexpr screen::Look plain{};
constexpr screen::Look strong{screen::TextSize::largest, true, true, false};
constexpr std::int64_t noon = 1'796'126'400'000; // 2026-12-01 12:00 UTC: that day in all of Europe and Africa

screen::RecordView awas_record(const app::Words& words) {
    progress::Record record;
    record.reached = {{"pointer.click", noon, true},
                      {"pointer.drag", noon, false},
                      {"pointer.scroll", noon, true},
                      {"keyboard.find", noon, true},
                      {"mail.read", noon, false}};
    record.competences = {{"DigComp 1.1", {2}}, {"DigComp 2.1", {4}}, {"DigComp 5.2", {0, 1, 3}}, {"Pix 2.1", {4}}};
    record.next = "mail.reply";
    screen::RecordView view = app::record_view(words, record);
    view.picture = "avatar-owl";
    return view;
}

} // namespace

TEST_CASE("the record with a booklet made") {
    Easel easel("fr");
    screen::RecordView view = awas_record(easel.words);
    compare(screen::drawn(easel.picture_of(screen::RecordPage{}, view, plain, 1366, 768)), "record");
    const std::string place = easel.words.messages.text({"record.place.documents", {{"folder", "Documents"}}});
    view.told = {easel.words.messages.text({"record.made", {{"file", "Carnet Coucou – Awa.pdf"}, {"place", place}}}),
                 true};
    compare(screen::drawn(easel.picture_of(screen::RecordPage{}, view, plain, 1920, 1080)), "large-record");
}

TEST_CASE("the record, with the largest text in high contrast on a small screen") {
    Easel easel("en");
    compare(screen::drawn(easel.picture_of(screen::RecordPage{}, awas_record(easel.words), strong, 1024, 600)),
            "small-contrast-record");
}

TEST_CASE("the data page, and the question before all is erased") {
    Easel easel("fr");
    const screen::YourDataView view{"/home/coucou/.local/share/coucou", 12, true, false, {}};
    compare(screen::drawn(easel.picture_of(screen::YourDataPage{}, view, plain, 1366, 768)), "your-data");
    compare(screen::drawn(easel.picture_of(screen::YourDataPage{false, true}, view, plain, 1366, 768)),
            "your-data-ask");
    compare(screen::drawn(easel.picture_of(screen::YourDataPage{}, view, strong, 1024, 600)),
            "small-contrast-your-data");
    compare(screen::drawn(easel.picture_of(screen::YourDataPage{false, true}, view, strong, 1024, 600)),
            "small-contrast-your-data-ask");
}
