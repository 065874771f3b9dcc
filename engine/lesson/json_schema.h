// JSON Schemas (draft 7) of the files that authors write, for editors: made from the same tables that read the files.
#pragma once

#include "lesson/messages.h"

#include <span>
#include <string_view>

namespace lesson {

/// A kind of file that there is a schema of.
struct FileSchema {
    std::string_view name;   ///< `lesson`
    const Schema& (*keys)(); ///< its table of keys
};

/// All kinds: lesson, module, plan, site, list, words, jargon.
std::span<const FileSchema> file_schemas();

/// The schema of one kind of file as JSON, with its descriptions in the messages' language. It asks for what can be
/// told from one value: keys, types, choices, limits, forms of goals. What has to fit together in a file, or between
/// files, is left to `coucou lint`.
std::string json_schema(const FileSchema& file, Vocabulary vocabulary, const Messages& messages);

} // namespace lesson
