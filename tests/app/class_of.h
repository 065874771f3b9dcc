// A class with weeks of progress, as a store would have kept it.
#pragma once

#include "app/clock.h"
#include "progress/bodies.h"
#include "progress/store.h"

#include <array>
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <fmt/format.h>

namespace class_of {

inline constexpr std::int64_t minute = 60'000;
inline constexpr std::int64_t day = 24 * 60 * minute;

/// The moment at which the pupils below are looked at.
inline constexpr const char* today = "2026-12-01 09:00";
inline std::int64_t now() {
    return 1'796'115'600'000; // the same in ms since 1970
}

/// Writes what one learner does.
class Pupil {
public:
    Pupil(progress::Store& store, int number, const std::string& name, const std::string& picture,
          const std::string& group)
        : store_(store), id_(fmt::format("{:032x}", number)) {
        add(progress::kind::learner_joined, progress::body_of(progress::LearnerJoined{name, picture, "fr"}));
        if (!group.empty()) {
            add(progress::kind::learner_group, progress::body_of(progress::LearnerGroup{group}));
        }
    }

    const std::string& id() const { return id_; }

    /// What follows happens so many days before today.
    Pupil& days_ago(int days) {
        at_ = now() - days * day;
        return *this;
    }

    /// A lesson from its beginning to its end, one step a minute.
    Pupil& play(const std::string& lesson, int steps, std::string_view outcome,
                const std::map<std::string, double>& measures = {}) {
        start(lesson);
        for (int i = 0; i < steps; ++i) {
            at_ += minute;
            progress::StepDone done;
            done.lesson = lesson;
            done.step = fmt::format("step-{}", i);
            done.outcome = outcome;
            done.help = outcome == progress::outcome::shown ? 4 : outcome == progress::outcome::hints ? 1 : 0;
            done.time = minute;
            done.measures = measures;
            add(progress::kind::step_done, progress::body_of(done));
        }
        add(progress::kind::lesson_done, progress::body_of(progress::LessonDone{lesson, std::string(outcome)}));
        return *this;
    }

    /// A lesson that is begun, and left after some minutes.
    Pupil& leave(const std::string& lesson) {
        start(lesson);
        at_ += 4 * minute;
        add(progress::kind::lesson_left, progress::body_of(progress::LessonLeft{lesson, "first"}));
        return *this;
    }

private:
    void start(const std::string& lesson) {
        progress::LessonStarted started;
        started.lesson = lesson;
        started.seed = seed_++;
        started.language = "fr";
        add(progress::kind::lesson_started, progress::body_of(started));
    }

    void add(std::string_view kind, const std::string& body) { REQUIRE(store_.append(id_, kind, body, at_).ok()); }

    progress::Store& store_;
    std::string id_;
    std::int64_t at_ = now() - 60 * day;
    std::uint64_t seed_ = 1;
};

/// Fourteen learners in two groups: two of them are stuck, one is shown much, one has not come for long.
inline void fill(const std::filesystem::path& folder) {
    auto opening = progress::Store::open(folder);
    REQUIRE(opening.ok());
    progress::Store& store = opening.value().store;
    const auto typing = [](double speed) { return std::map<std::string, double>{{"words_per_minute", speed}}; };
    const auto pointing = [](double bits) { return std::map<std::string, double>{{"throughput", bits}}; };
    constexpr std::string_view alone = progress::outcome::alone;
    constexpr std::string_view hints = progress::outcome::hints;
    constexpr std::string_view shown = progress::outcome::shown;

    Pupil awa(store, 1, "Awa", "avatar-owl", "Lundi matin");
    awa.days_ago(28).play("pointer.click", 5, shown, pointing(1.4)).play("keyboard.words", 4, hints, typing(8));
    awa.days_ago(21).play("pointer.double", 4, hints, pointing(1.9)).play("keyboard.words", 4, hints, typing(9.5));
    awa.days_ago(14).play("pointer.drag", 5, hints, pointing(2.4)).play("keyboard.text", 4, alone, typing(11));
    awa.days_ago(7).play("pointer.drag", 5, alone, pointing(2.9)).play("keyboard.text", 4, alone, typing(13));
    awa.days_ago(1)
        .play("desktop.open", 4, alone)
        .play("keyboard.speed", 4, alone, typing(14))
        .play("pointer.small", 4, alone, pointing(3.1));

    Pupil karim(store, 2, "Karim", "avatar-boat", "Lundi matin");
    karim.days_ago(9).play("pointer.click", 5, alone, pointing(2.2));
    karim.days_ago(2).play("mail.read", 3, hints).leave("mail.attach").leave("mail.attach").leave("mail.attach");

    Pupil(store, 3, "Denise", "avatar-teapot", "Lundi matin").days_ago(3).leave("files.move").leave("files.move");

    Pupil(store, 4, "Jean-Pierre", "avatar-snail", "Jeudi")
        .days_ago(1)
        .play("pointer.click", 5, shown)
        .play("pointer.which", 4, shown)
        .play("pointer.hold", 3, alone);

    Pupil(store, 5, "Fatoumata", "avatar-fish", "Jeudi")
        .days_ago(40)
        .play("pointer.click", 5, alone)
        .play("browser.links", 4, alone);

    constexpr std::array<std::pair<const char*, const char*>, 9> others{{{"Lucette", "avatar-cat"},
                                                                         {"Mohamed", "avatar-bicycle"},
                                                                         {"Olga", "avatar-sunflower"},
                                                                         {"Paul", "avatar-tree"},
                                                                         {"Rosa", "avatar-dog"},
                                                                         {"Samira", "avatar-house"},
                                                                         {"Thérèse", "avatar-rabbit"},
                                                                         {"Viktor", "avatar-owl"},
                                                                         {"Yasmine", "avatar-boat"}}};
    int number = 6;
    for (const auto& [name, picture] : others) {
        Pupil one(store, number, name, picture, number % 2 == 0 ? "Lundi matin" : "Jeudi");
        for (int visit = 0; visit < number - 4; ++visit) {
            one.days_ago(2 * (number - visit) + number % 4).play("pointer.click", 4, alone, pointing(2 + 0.1 * visit));
            one.play("keyboard.home", 4, number % 3 == 0 ? hints : alone, typing(10 + visit));
            if (visit > 2) {
                one.play("files.open", 4, alone).play("browser.links", 3, alone).play("safety.parcel", 3, hints);
            }
        }
        ++number;
    }
}

} // namespace class_of
