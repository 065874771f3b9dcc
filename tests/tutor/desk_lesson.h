// Lessons of one step on the desk, and runs of them.
#pragma once

#include "lesson_of.h"
#include "tutor/run.h"

#include <string>
#include <vector>

namespace desk_lesson {

/// A desk in the look with a task bar: a letter, a folder, a stick, two messages; nothing open.
inline constexpr const char* some_desk = R"toml(
[start.desktop]
look = "bar"
[start.files]
stick = true
folder = [{ name = "Lettres", code = "letters" }]
file = [{ name = "Lettre.txt", text = "Bonjour" }]
[[start.mail.inbox]]
from = "Ali <ali@exemple.fr>"
subject = "Samedi"
body = "Venez-vous samedi ?"
[[start.mail.inbox]]
from = "Marie <marie@exemple.fr>"
subject = "Jeudi"
body = "À jeudi."
)toml";

inline std::string step(const std::string& name, const std::string& goal) {
    return "[[step]]\nname = \"" + name + "\"\nsay = \"Faites-le.\"\ngoal = " + goal + "\n";
}

/// A lesson with those goals, one step each.
inline std::shared_ptr<const lesson::Lesson> with_goals(const std::vector<std::string>& goals) {
    std::string text = "id = \"test.lesson\"\ntitle = \"Essai\"\ncan_do = \"Je sais.\"\n" + std::string(some_desk);
    for (std::size_t i = 0; i < goals.size(); ++i) {
        text += step("s" + std::to_string(i), goals[i]);
    }
    return lesson_of(text);
}

/// With the French keyboard.
inline world::Setup setup() {
    const std::string keyboards = std::string(COUCOU_SOURCE_DIR) + "/assets/keyboards/";
    const auto file = lesson::read_toml_file(keyboards + "azerty-fr.toml");
    REQUIRE(file.ok());
    const auto geometry = lesson::read_toml_file(
        keyboards + lesson::text_or(lesson::table_of(file.value()), "geometry", "no geometry") + ".toml");
    REQUIRE(geometry.ok());
    base::Faults faults;
    world::Setup made;
    made.layout = world::read_layout(file.value(), geometry.value(), faults);
    REQUIRE(faults.empty());
    return made;
}

inline tutor::Run run_of(const std::string& goal) {
    return tutor::begin(with_goals({goal}), setup()).run;
}

inline void act(tutor::Run& run, const world::Deed& deed) {
    tutor::apply(run, {run.now + 500, deed});
}

inline void follow(tutor::Run& run, const std::vector<world::Action>& actions) {
    for (const world::Action& action : actions) {
        tutor::apply(run, {action.at, action.deed});
    }
}

inline bool has_happened(const tutor::Run& run, std::string_view fact) {
    for (const world::Event& event : run.happened) {
        if (event.fact.name == fact) {
            return true;
        }
    }
    return false;
}

} // namespace desk_lesson
