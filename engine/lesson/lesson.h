// What a lesson is. A lesson is data: a start state, steps with goals, hints and mistakes, and the words around them.
#pragma once

#include "lesson/goal.h"
#include "lesson/schema.h"
#include "lesson/value.h"
#include "lesson/variety.h"
#include "lesson/vocabulary.h"

#include <memory>
#include <string>
#include <vector>

namespace lesson {

/// One thing to do. Its name is stable: progress refers to it.
struct Step {
    std::string name;
    std::string say;    ///< the instruction
    std::string hint;   ///< the first help, where the author wrote one; else empty
    std::string praise; ///< what is said when it is done; else empty
    Table start;        ///< start states of the apps that this step lays out anew, by app
    Goal goal;
    base::Place place;
};

/// Something that may go wrong in any step, and what to say then.
struct Mistake {
    Goal when;
    std::string say;
    base::Place place;
};

/// A name in the lesson's texts that stands for an entry of a list, another one each time (see varied.h).
struct Vary {
    std::string name;
    std::string list;
    base::Place place;
};

/// A lesson. Texts are in the source language until translated (translation.h).
struct Lesson {
    std::string id; ///< `<module>.<name>`
    std::string title;
    std::string can_do; ///< what the learner can say afterwards, in the first person
    std::string about;  ///< what it is good for, one sentence; may be empty
    std::string picture;
    int level = 1; ///< 1 first hour, 2 beginner, 3 at ease, 4 wants to improve
    int minutes = 5;
    bool wordless = false;           ///< the instruction is shown and spoken, not written
    std::vector<std::string> needs;  ///< ids of lessons to be done before
    std::vector<std::string> skills; ///< skills as frameworks name them, such as `DigComp 5.1`
    std::vector<std::string> words;  ///< words of the trade that it introduces
    std::vector<Vary> vary;
    Table start;
    std::vector<Step> steps;
    std::vector<Mistake> mistakes;
    std::shared_ptr<const Variety> variety; ///< the lists that it draws from; may be missing
    base::Place place;

    /// The module that the lesson belongs to: its id up to the point.
    std::string module() const { return id.substr(0, id.find('.')); }
};

/// A group of lessons, from `lessons/<module>/module.toml`.
struct Module {
    std::string id;
    std::string title;
    std::string about;
    std::string picture;
    int order = 0;
    std::vector<std::string> lessons; ///< ids in teaching order
    base::Place place;
};

/// The keys of a lesson file and of a module file.
const Schema& lesson_schema();
const Schema& module_schema();

/// Makes a lesson of a file's values. Adds all faults it finds; the lesson is fit to play only if it added none. Start
/// tables are checked as one run has them, and kept as they are written.
Lesson read_lesson(const Value& file, Vocabulary vocabulary, base::Faults& faults,
                   std::shared_ptr<const Variety> variety = nullptr);

/// Makes a module of a file's values; adds all faults it finds.
Module read_module(const Value& file, base::Faults& faults);

} // namespace lesson
