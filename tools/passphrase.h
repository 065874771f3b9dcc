// A passphrase for a verb: from a file, or asked on the terminal, where it is not shown.
#pragma once

#include "tools/verb.h"

#include <string>
#include <string_view>

namespace tools {

/// The first line of the file, or, where none is named, what is typed on the terminal after the message `question`.
/// Errors: as base::read_file(); `passphrase.no-terminal`. Wipe it (progress/trainer_key.h) when it is no longer
/// needed.
base::Result<std::string> read_passphrase(const Context& context, const std::string& file, std::string_view question);

} // namespace tools
