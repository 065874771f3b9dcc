// The importers, each in its own file. Only for imported.cpp and their tests.
#pragma once

#include "lesson/imports/imported.h"

namespace lesson::imports {

base::Result<Imported> import_ktouch_course(const Source& source, const Wanted& wanted);
base::Result<Imported> import_ktouch_layout(const Source& source, const Wanted& wanted);
base::Result<Imported> import_klavaro(const Source& source, const Wanted& wanted);
base::Result<Imported> import_klavaro_layout(const Source& source, const Wanted& wanted);
base::Result<Imported> import_words(const Source& source, const Wanted& wanted);
base::Result<Imported> import_paragraphs(const Source& source, const Wanted& wanted);
base::Result<Imported> import_gift(const Source& source, const Wanted& wanted);
base::Result<Imported> import_aiken(const Source& source, const Wanted& wanted);
base::Result<Imported> import_csv(const Source& source, const Wanted& wanted);

/// The error of a file in which there is nothing to bring over.
base::Error nothing_in(const Source& source);

/// Lines without their ends (LF, CRLF or CR), and without a byte order mark.
std::vector<std::string> lines_of(std::string_view text);

} // namespace lesson::imports
