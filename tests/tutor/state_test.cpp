// The state of a run as text.
#include "lesson_of.h"
#include "tutor/state.h"

namespace {

tutor::Run after(const std::vector<tutor::Input>& inputs) {
    tutor::Run run = tutor::begin(lamps(), world::Setup{}).run;
    for (const tutor::Input& input : inputs) {
        tutor::apply(run, input);
    }
    return run;
}

} // namespace

TEST_CASE("equal runs have equal texts; whatever can be observed makes a difference") {
    const tutor::Input move{100, world::Deed{world::Move{400, 300}}};
    const std::string text = tutor::state_text(after({move}));
    CHECK(text == tutor::state_text(after({move})));
    CHECK(tutor::fingerprint(after({move})) == tutor::fingerprint(after({move})));
    CHECK(text != tutor::state_text(after({})));
    CHECK(text != tutor::state_text(after({{100, world::Deed{world::Move{400.01, 300}}}})));
    CHECK(text != tutor::state_text(after({{101, world::Deed{world::Move{400, 300}}}})));
    CHECK(text != tutor::state_text(after({move, {100, tutor::AskHelp{}}})));
    CHECK(text != tutor::state_text(after({move, {100, tutor::StartAgain{}}})));
}

TEST_CASE("a fingerprint is 16 hexadecimal digits") {
    const std::string print = tutor::fingerprint(after({}));
    CHECK(print.size() == 16);
    CHECK(print.find_first_not_of("0123456789abcdef") == std::string::npos);
}
