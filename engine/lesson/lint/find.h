// What the table of rules calls. One file a group: words, typography, typing, lessons, sites, contrast, files.
#pragma once

#include "lesson/lint/rules.h"

namespace lesson::lint {

// Plain language (words_rules.cpp).
void find_long_sentences(const Material& material, Findings& findings);
void find_long_words(const Material& material, Findings& findings);
void find_rare_words(const Material& material, Findings& findings);
void find_unexplained_jargon(const Material& material, Findings& findings);
void find_familiar_words(const Material& material, Findings& findings);

// Typography (typography_rules.cpp).
void find_straight_apostrophes(const Material& material, Findings& findings);
void find_missing_no_break_spaces(const Material& material, Findings& findings);

// Typing lessons (typing_rules.cpp).
void find_many_new_letters(const Material& material, Findings& findings);
void find_untaught_letters(const Material& material, Findings& findings);

// Lessons (lesson_rules.cpp).
void find_bad_can_do(const Material& material, Findings& findings);
void find_missing_pictures(const Material& material, Findings& findings);
void find_missing_translations(const Material& material, Findings& findings);
void find_pictures_without_text(const Material& material, Findings& findings);

// Sites and files (site_rules.cpp, contrast_rules.cpp, file_rules.cpp).
void find_links_to_nowhere(const Material& material, Findings& findings);
void find_low_contrast(const Material& material, Findings& findings);
void find_unused_files(const Material& material, Findings& findings);

} // namespace lesson::lint
