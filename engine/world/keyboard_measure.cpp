// Speed and accuracy of typing.
#include "world/keyboard_measure.h"

#include <algorithm>

namespace world {

namespace {

constexpr double characters_per_word = 5;
constexpr double ms_per_minute = 60'000;

double net_words_per_minute(std::size_t characters, std::size_t errors_standing, double time) {
    if (time <= 0 || characters == 0) {
        return 0;
    }
    const double words = static_cast<double>(characters - 1) / characters_per_word;
    return std::max(0.0, (words - static_cast<double>(errors_standing)) / (time / ms_per_minute));
}

} // namespace

void count_typed(TypingMeasure& measure, std::int64_t at, const std::string& expected, bool right) {
    if (measure.first < 0) {
        measure.first = at;
    }
    measure.last = at;
    (right ? measure.right : measure.wrong) += 1;
    if (!expected.empty()) {
        KeyTally& tally = measure.keys[expected];
        ++tally.tries;
        tally.errors += right ? 0 : 1;
    }
}

std::vector<Fact> measured_facts(const TypingMeasure& measure, std::size_t characters, std::size_t errors_standing) {
    const auto time = static_cast<double>(measure.last - measure.first);
    const double all = measure.right + measure.wrong;
    const double accuracy = all > 0 ? 100.0 * measure.right / all : 100.0;
    std::vector<Fact> facts{{"keyboard.measured",
                             {{"words_per_minute", net_words_per_minute(characters, errors_standing, time)},
                              {"accuracy", accuracy},
                              {"characters", static_cast<double>(characters)},
                              {"errors", static_cast<double>(measure.wrong)},
                              {"corrected", static_cast<double>(measure.corrected)},
                              {"time", time}}}};
    for (const auto& [character, tally] : measure.keys) {
        facts.push_back({"keyboard.key_measured",
                         {{"character", character},
                          {"tries", static_cast<double>(tally.tries)},
                          {"errors", static_cast<double>(tally.errors)}}});
    }
    return facts;
}

} // namespace world
