// What translators work from: all texts as a gettext template, and what is still to be translated.
#pragma once

#include "lesson/messages.h"
#include "lesson/site.h"

#include <ostream>
#include <span>
#include <string>
#include <vector>

namespace lesson {

/// Writes all texts of the lessons, the lists, the practice sites and the program as a gettext template (POT): the
/// context of each as msgctxt, and its file and line, relative to `root`, as reference. The same texts give the same
/// bytes.
void write_template(const Catalogue& catalogue, Vocabulary vocabulary, const Messages& messages,
                    const std::filesystem::path& root, std::ostream& out, std::span<const Site> sites = {});

/// The contexts of all of these texts that have no translation, in order.
std::vector<std::string> untranslated(const Catalogue& catalogue, Vocabulary vocabulary, const Messages& messages,
                                      const Translations& translations, std::span<const Site> sites = {});

} // namespace lesson
