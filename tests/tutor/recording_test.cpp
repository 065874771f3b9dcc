// Recordings as lines, and what is wrong with bad ones.
#include "tutor/recording.h"

#include <doctest/doctest.h>

namespace {

const std::string head = R"({"lesson":"pointer.click","language":"fr","seed":7,"layout":"azerty-fr"})";

std::string error_of(const std::string& text, int line) {
    const auto read = tutor::read_recording(text, "file");
    REQUIRE_FALSE(read.ok());
    CHECK(read.error().place.line == line);
    CHECK(read.error().place.file == "file");
    return read.error().id;
}

} // namespace

TEST_CASE("every kind of input is written and read again as it was") {
    tutor::Recording recording;
    recording.head = {"pointer.click", "en", 99, "bepo", {7.5, 612.5}, "lamp", 3};
    const std::vector<decltype(tutor::Input::what)> all{
        world::Deed{world::Move{12.25, 700.5}},
        world::Deed{world::Press{world::Button::right}},
        world::Deed{world::Release{world::Button::middle}},
        world::Deed{world::Scroll{-2.5}},
        world::Deed{world::KeyDown{"KeyQ", true, true}},
        world::Deed{world::KeyUp{"KeyQ"}},
        world::Deed{world::Type{"ê\"\\\n"}},
        world::Deed{world::Wait{}},
        tutor::AskHelp{},
        tutor::StartAgain{},
        tutor::GoOn{},
    };
    std::string text = tutor::to_line(recording.head) + "\n";
    for (const auto& what : all) {
        recording.inputs.push_back({static_cast<std::int64_t>(recording.inputs.size()) * 10, what});
        text += tutor::to_line(recording.inputs.back()) + "\n";
    }
    auto read = tutor::read_recording(text, "file");
    REQUIRE(read.ok());
    CHECK(read.value() == recording);
    recording.state = "cbf29ce484222325";
    read = tutor::read_recording(text + tutor::last_line(recording.state) + "\n", "file");
    REQUIRE(read.ok());
    CHECK(read.value() == recording);
}

TEST_CASE("blank lines and a missing last line end do not matter") {
    const auto read = tutor::read_recording(head + "\n\n{\"at\":5,\"do\":\"wait\"}", "file");
    REQUIRE(read.ok());
    CHECK(read.value().inputs.size() == 1);
}

TEST_CASE("a bad recording is refused at its line") {
    CHECK(error_of("", 0) == "recording.syntax");
    CHECK(error_of("no json", 1) == "recording.syntax");
    CHECK(error_of(R"({"seed":7})", 1) == "recording.syntax");
    CHECK(error_of(R"({"lesson":7})", 1) == "recording.syntax");
    CHECK(error_of(head + "\n{\"at\":5}", 2) == "recording.syntax");
    CHECK(error_of(head + "\n{\"at\":5,\"do\":\"jump\"}", 2) == "recording.unknown");
    CHECK(error_of(head + "\n{\"at\":5,\"do\":\"press\",\"button\":\"fourth\"}", 2) == "recording.unknown");
    CHECK(error_of(head + "\n{\"at\":5,\"do\":\"move\",\"x\":1}", 2) == "recording.syntax");
    CHECK(error_of(head + "\n{\"at\":5,\"do\":\"wait\"}\n{\"at\":4,\"do\":\"wait\"}", 3) == "recording.backwards");
    CHECK(error_of(head + "\n{\"state\":7}", 2) == "recording.syntax");
    CHECK(error_of(head + "\n{\"state\":\"0a\"}\n{\"at\":4,\"do\":\"wait\"}", 3) == "recording.after-end");
    CHECK(error_of(head + "\n{\"at\":-1,\"do\":\"wait\"}", 2) == "recording.backwards");
}

TEST_CASE("a look that was set is recorded, and one that was left open is not") {
    using Look = std::optional<world::DeskLook>;
    for (const Look look : {Look(), Look(world::DeskLook::bar), Look(world::DeskLook::overview)}) {
        const tutor::RecordingHead set{"mail.read", "fr", 7, "azerty-fr", {}, "", 2, look};
        const std::string line = tutor::to_line(set);
        CHECK((line.find("look") != std::string::npos) == look.has_value());
        const auto read = tutor::read_recording(line + "\n", "file");
        REQUIRE(read.ok());
        CHECK(read.value().head == set);
    }
}

TEST_CASE("a deed as it is recorded is the one that is read again") {
    const tutor::Input exact{5, tutor::as_recorded(world::Move{12.345678, 1.0 / 3})};
    const auto read = tutor::read_recording(head + "\n" + tutor::to_line(exact) + "\n", "file");
    REQUIRE(read.ok());
    REQUIRE(read.value().inputs.size() == 1);
    CHECK(read.value().inputs.front() == exact);
}
