// Whoever goes in circles is noticed; whoever gets on is left in peace.
#include "lesson_of.h"
#include "tutor/wandering.h"

namespace {

using tutor::Run;
using tutor::Wandering;

Run mail_run(const std::string& body = "Bonjour") {
    return tutor::begin(
               lesson_of("id = \"test.lesson\"\ntitle = \"Essai\"\ncan_do = \"Je sais.\"\n[start.desktop]\nlook = "
                         "\"bar\"\nopen = [\"mail\"]\n[[start.mail.inbox]]\nfrom = \"Ali <ali@exemple.fr>\"\nsubject = "
                         "\"Samedi\"\nbody = \"" +
                         body +
                         "\"\n[[step]]\nname = \"one\"\nsay = \"Répondez.\"\ngoal = { mail.sent = { to = "
                         "\"ali@exemple.fr\" } }\n"),
               world::Setup{})
        .run;
}

Run lamp_run() {
    return tutor::begin(lamps(), world::Setup{}).run;
}

void act(Run& run, Wandering& way, const world::Deed& deed) {
    tutor::apply(run, {run.now + 100, deed});
    tutor::notice(way, run, deed);
}

} // namespace

TEST_CASE("a state that is reached three times is a circle") {
    Run run = mail_run();
    Wandering way = tutor::set_out(run);
    act(run, way, world::Click{"mail/folder/sent"});
    act(run, way, world::Click{"mail/folder/inbox"});
    act(run, way, world::Click{"mail/folder/sent"});
    CHECK_FALSE(tutor::goes_in_circles(way));
    act(run, way, world::Click{"mail/folder/inbox"});
    CHECK(tutor::goes_in_circles(way));
}

TEST_CASE("much that is done for nothing is noticed, but not waiting, nor the pointer's ways") {
    Run run = mail_run();
    Wandering way = tutor::set_out(run);
    for (int i = 0; i < 100; ++i) {
        act(run, way, world::Wait{});
        act(run, way, world::Move{static_cast<double>(i), 5});
    }
    CHECK_FALSE(tutor::goes_in_circles(way));
    for (int i = 0; i < 15; ++i) {
        act(run, way, world::Click{"nowhere"});
    }
    CHECK_FALSE(tutor::goes_in_circles(way));
    act(run, way, world::Click{"nowhere"});
    CHECK(tutor::goes_in_circles(way));
}

TEST_CASE("a long text is not much that is done for nothing") {
    Run run = mail_run();
    Wandering way = tutor::set_out(run);
    act(run, way, world::Click{"mail/toolbar/write"});
    act(run, way, world::Click{"mail/write/body"});
    for (int i = 0; i < 200; ++i) {
        act(run, way, world::Type{"a"});
    }
    CHECK_FALSE(tutor::goes_in_circles(way));
}

TEST_CASE("whoever comes nearer begins anew") {
    Run run = lamp_run();
    Wandering way = tutor::set_out(run);
    for (int i = 0; i < 15; ++i) {
        act(run, way, world::Press{world::Button::right});
        act(run, way, world::Release{world::Button::right});
    }
    act(run, way, world::Move{480, 360});
    act(run, way, world::Press{});
    act(run, way, world::Release{});
    CHECK(run.step_is_done);
    CHECK_FALSE(tutor::goes_in_circles(way));
    CHECK(way.deeds == 0);
}

TEST_CASE("patience is 45 seconds, longer where there is much to read, and has an end") {
    const auto reading = [](std::size_t letters) {
        Run run = mail_run(std::string(letters, 'a'));
        CHECK(tutor::patience(run) == 45'000); // what is not open is not read
        tutor::apply(run, {100, world::Deed{world::Click{"mail/message/Samedi"}}});
        return tutor::patience(run);
    };
    CHECK(reading(20) == 45'000);
    CHECK(reading(400) > 70'000);
    CHECK(reading(400) < 100'000);
    CHECK(reading(7'000) == 180'000);
}
