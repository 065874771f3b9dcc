// Texts for learners as rules of language look at them: sentences, words, and where in a file a letter stands.
#pragma once

#include "base/result.h"

#include <string>
#include <string_view>
#include <vector>

namespace lesson::lint {

/// A word of a text, without its marks: letters only, so that `l’adresse` is two words and `e-mail` two.
struct Word {
    std::string text;         ///< as it is written
    std::size_t position = 0; ///< in bytes
    bool begins_sentence = false;
    bool is_elided = false; ///< an apostrophe follows
};

/// A sentence, and how many words people count in it: what stands between blanks, key caps too, pictures not.
struct Sentence {
    std::string_view text;
    std::size_t position = 0; ///< in bytes
    int words = 0;
};

/// The sentences of a text. One ends with its line, or with `.`, `!`, `?` or `…` before a blank; a capital alone before
/// a point is an abbreviation (`M. Petit`).
std::vector<Sentence> sentences_of(std::string_view text);

/// The words of a text that its author chose: without key caps, pictures, names drawn by chance, addresses of the web
/// and of mail, what is quoted between `«` and `»`, and what stands in bold with a capital: a name on the screen.
std::vector<Word> words_of(std::string_view text);

/// The text with blanks for what words_of leaves out, byte for byte.
std::string only_chosen(std::string_view text);

/// Where a byte of a text stands. `value` is the place of the text in a file of these words; where it is written in a
/// way that moves its letters (escapes, several lines), that place itself is all that can be told.
base::Place place_in(std::string_view file, const base::Place& value, std::string_view text, std::size_t position);

/// Whether a character is a letter, of any script.
bool is_letter(char32_t character);

} // namespace lesson::lint
