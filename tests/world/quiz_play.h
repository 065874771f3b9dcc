// Playing a quiz by hand: a start table in TOML, and deeds.
#pragma once

#include "lesson/value.h"
#include "world/quiz.h"

#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

namespace quiz_play {

/// The faults of a start table, as its schema and its own check find them.
inline base::Faults faults_of(std::string_view toml) {
    auto read = lesson::read_toml(toml, "test.toml");
    REQUIRE(read.ok());
    base::Faults faults;
    lesson::check(read.value(), *world::quiz_kind().start, faults);
    world::quiz_kind().check(lesson::table_of(read.value()), faults);
    return faults;
}

struct Play {
    world::QuizPractice practice;
    std::vector<world::Event> events{};
    std::int64_t now = 0;

    explicit Play(std::string_view toml, std::uint64_t seed = 1) {
        auto read = lesson::read_toml(toml, "test.toml");
        REQUIRE(read.ok());
        world::Setup setup;
        setup.seed = seed;
        world::LayoutKey z;
        z.code = "KeyW";
        z.plain = "z";
        setup.layout.keys.push_back(z);
        practice = world::start_quiz(lesson::table_of(read.value()), setup, 0);
    }

    void act(world::Deed deed) {
        now += 500;
        for (world::Event& event : world::apply(practice, {now, std::move(deed)})) {
            events.push_back(std::move(event));
        }
    }
    void click(const std::string& target) { act(world::Click{target, world::Button::left, 1, false, false}); }
    void press(const std::string& code) {
        act(world::KeyDown{code, false, false});
        act(world::KeyUp{code});
    }
    void type(const std::string& text) { act(world::Type{text}); }

    std::size_t count(std::string_view fact) const {
        std::size_t sum = 0;
        for (const world::Event& event : events) {
            sum += event.fact.name == fact ? 1U : 0U;
        }
        return sum;
    }
    std::vector<std::string> told() const {
        std::vector<std::string> texts;
        for (const world::Words& words : world::told(practice)) {
            texts.push_back(words.text.empty() ? words.message.id : words.text);
        }
        return texts;
    }
};

/// Each kind once.
inline constexpr std::string_view every_kind = R"(
[[question]]
name = "one"
ask = "Un ?"
say = "Oui, un."
answer = [{ text = "un", right = true, say = "Bien." }, { text = "deux", say = "C’est plus." }, { text = "trois" }]
[[question]]
name = "several"
kind = "several"
ask = "Pairs ?"
answer = [{ text = "2", right = true }, { text = "3" }, { text = "4", right = true }, { text = "5" }]
[[question]]
name = "truth"
kind = "true-false"
ask = "Il neige en été."
holds = false
if_true = "Rarement."
[[question]]
name = "match"
kind = "match"
ask = "Reliez."
answer = [{ text = "chat", with = "miaule" }, { text = "chien", with = "aboie" }, { text = "loup", with = "hurle" }, { with = "chante" }]
[[question]]
name = "word"
kind = "text"
ask = "La saison chaude ?"
answer = [{ text = "été", right = true }, { text = "l'ete*", right = true }, { text = "hiver", say = "Il y fait froid." }]
[[question]]
name = "number"
kind = "number"
ask = "Pi ?"
answer = [{ value = 3.14, tolerance = 0.01, right = true }, { value = 3, say = "Plus précis." }]
[[question]]
name = "free"
kind = "free"
ask = "Votre avis ?"
[[question]]
name = "card"
kind = "card"
ask = "Merci."
)";

} // namespace quiz_play
