// The programs of the practice computer. A new one is one word in each of the two lists, and its file.
#pragma once

#include "world/browser.h"
#include "world/editor.h"
#include "world/files.h"
#include "world/mail.h"
#include "world/viewer.h"

#include <array>
#include <optional>
#include <string_view>
#include <variant>

namespace world {

using Program = std::variant<Files, Browser, Mail, Editor, Viewer>;

/// Their names in the same order, as windows, lessons and goals call them.
inline constexpr std::array<std::string_view, std::variant_size_v<Program>> program_names{"files", "browser", "mail",
                                                                                          "editor", "viewer"};

std::string_view name_of(const Program& program);

/// A program as it is when it has just been started; nothing where there is none of that name.
std::optional<Program> program_named(std::string_view name);

} // namespace world
