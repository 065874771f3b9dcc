// The authors' reference, printed from the same tables that files are checked against.
#pragma once

#include "lesson/messages.h"

#include <ostream>

namespace lesson {

/// Prints in Markdown: the keys of lesson, module and plan files, the keys of each app's start state, and the facts
/// that goals may ask for. Help texts are the messages `reference.<schema>.<key>` and `reference.<fact>`; one that has
/// no text is printed as its id.
void reference(Vocabulary vocabulary, const Messages& messages, std::ostream& out);

} // namespace lesson
