// The programs of the practice computer. A new one is one line here, and its file.
#pragma once

#include "world/browser.h"
#include "world/editor.h"
#include "world/files.h"
#include "world/mail.h"
#include "world/viewer.h"

#include <variant>

namespace world {

using Program = std::variant<Files, Browser, Mail, Editor, Viewer>;

/// The name of a program, as windows and goals call it: `files`, `browser`, `mail`, `editor`, `viewer`.
std::string_view name_of(const Program& program);

} // namespace world
