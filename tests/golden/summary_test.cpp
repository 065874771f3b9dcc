// Pictures of the end of a lesson with the short way (see pages_test.cpp). The way is given here, not searched for.
#include "app/recorded.h"
#include "compare.h"
#include "screen/pages/summary.h"

namespace {

/// A reply to the library's mail, after a long way there.
tutor::ShortWay reply(const app::Resources& resources) {
    const auto begun = app::begin_recorded(resources, {"mail.reply", "fr", 2, "azerty-fr", {}, "library", 2});
    REQUIRE(begun.ok());
    tutor::StepTaken taken{begun.value().run, {}};
    for (int i = 0; i < 9; ++i) {
        taken.inputs.push_back({0, world::Deed{world::Click{"mail/folder/inbox"}}});
    }
    const std::vector<world::Action> route{{100, world::Click{"mail/message/Votre livre"}},
                                           {200, world::Click{"mail/toolbar/reply"}},
                                           {300, world::Type{"Oui, merci."}},
                                           {400, world::Click{"mail/write/send"}}};
    auto way = tutor::short_way(taken, route);
    REQUIRE(way.has_value());
    return std::move(*way);
}

/// The page in a look, at rest.
void compare_summary(const screen::Look& look, const std::string& language, int width, const std::string& name) {
    auto resources = app::read_messages();
    REQUIRE(resources.ok());
    REQUIRE(app::read_lessons_and_layouts(resources.value(), {}).ok());
    const auto words = app::in_language(resources.value(), language);
    REQUIRE(words.ok());
    const tutor::ShortWay way = reply(resources.value());
    auto fonts = screen::Fonts::open();
    REQUIRE(fonts.ok());
    screen::Art art(COUCOU_SOURCE_DIR "/assets/art");
    screen::use_icons_of(fonts.value(), art);
    screen::Ui ui(fonts.value(), art);
    screen::SummaryPage page;
    screen::Picture picture;
    for (const std::int64_t now : {1'000, 3'000, 5'000}) {
        ui.begin({width, 768, now, {}, true}, look, words.value().messages);
        screen::Intents intents;
        screen::show(ui, page,
                     {"mail.reply", words.value().catalogue.find("mail.reply")->can_do, "mail.write",
                      words.value().catalogue.find("mail.write")->title, true, &way},
                     intents);
        picture = ui.end();
    }
    compare(screen::drawn(picture), name);
}

} // namespace

TEST_CASE("the end of a lesson with the short way") {
    compare_summary({}, "fr", 1366, "summary-short-way");
}

TEST_CASE("the end of a lesson with the short way, with the largest text in high contrast on a small screen") {
    compare_summary({screen::TextSize::largest, true, true, false}, "en", 1024, "small-contrast-summary-short-way");
}
