// Pictures of a class's session (see pages_test.cpp): the plan with its code, and the trainer's panel.
#include "compare.h"

namespace {

Seat seat_of(const TemporaryFolder& folder, int width, int height) {
    Seat seat{.data = folder.path, .width = width, .height = height};
    seat.more = [](app::WindowChoices& choices) {
        choices.plan = COUCOU_SOURCE_DIR "/lessons/plans/le-courrier.toml";
        choices.guided = true;
    };
    return seat;
}

} // namespace

TEST_CASE("the plan that is led, with its code, and the trainer's panel") {
    const TemporaryFolder folder;
    Person trainer(seat_of(folder, 1366, 768));
    compare(trainer, "guided");
    trainer.key("PageDown");
    compare(trainer, "guided-player");
}

TEST_CASE("the trainer's panel with the largest text in high contrast on a small screen") {
    const TemporaryFolder folder;
    Person trainer(seat_of(folder, 1024, 600));
    use_large_high_contrast(trainer);
    trainer.key("PageDown");
    compare(trainer, "small-contrast-guided-player");
}

TEST_CASE("the page for a code that does not fit") {
    const TemporaryFolder folder;
    Seat seat{.data = folder.path};
    seat.more = [](app::WindowChoices& choices) { choices.code = "412 907 335"; };
    Person learner(seat);
    compare(learner, "code");
}
