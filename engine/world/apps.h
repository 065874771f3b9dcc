// The apps of the practice computer. A new app is one file, and one line in each of the two lists here.
#pragma once

#include "lesson/vocabulary.h"
#include "world/desk.h"
#include "world/keyboard.h"
#include "world/pointer.h"
#include "world/quiz.h"

#include <variant>

namespace world {

/// The state of one app.
using App = std::variant<PointerPractice, KeyboardPractice, QuizPractice, Desk>;

/// What lesson files may say about the apps.
lesson::Vocabulary vocabulary();

} // namespace world
