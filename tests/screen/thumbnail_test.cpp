// Small pictures of the practice computer.
#include "screen/stage/thumbnail.h"
#include "stage_of.h"

namespace {

/// A pass over an empty page, with the shipped French messages.
class Pass {
public:
    Pass() : fonts_(open()), art_(COUCOU_SOURCE_DIR "/assets/art"), messages_(read()), ui(fonts_, art_) {
        ui.begin({1366, 768, 1'000, {}, true}, {}, messages_);
    }

private:
    static screen::Fonts open() {
        auto fonts = screen::Fonts::open();
        REQUIRE(fonts.ok());
        return std::move(fonts).value();
    }
    static lesson::Messages read() {
        auto messages = lesson::Messages::read(COUCOU_SOURCE_DIR "/assets/messages");
        REQUIRE(messages.ok());
        return std::move(messages).value();
    }
    screen::Fonts fonts_;
    screen::Art art_;
    lesson::Messages messages_;

public:
    screen::Ui ui;
};

const std::string start = R"([desktop]
look = "bar"
)";

} // namespace

TEST_CASE("a thumbnail has the size that was asked for, shows what it is aimed at, and leaves the page's pass alone") {
    Pass pass;
    const world::Computer computer = computer_of(start);
    const auto files = screen::thumbnail(pass.ui, computer, {0, world::Click{"desktop/icon/files"}}, 300, 200);
    const auto mail = screen::thumbnail(pass.ui, computer, {0, world::Click{"desktop/icon/mail"}}, 300, 200);
    const auto key = screen::thumbnail(pass.ui, computer, {0, world::KeyDown{"Enter"}}, 300, 200);
    REQUIRE(files->pixels.size() == 60'000);
    CHECK(files->width == 300);
    CHECK(files->height == 200);
    CHECK(files->pixels != mail->pixels);
    CHECK(files->pixels != key->pixels);
    pass.ui.touch("after", {0, 0, 10, 10});
    CHECK(pass.ui.end().commands().empty());
}
