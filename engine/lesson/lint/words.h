// Which words everybody knows, which are words of the trade, and what a language's own rules of courtesy are:
// `words/<language>.toml` and `words/jargon.toml` of a folder of lessons.
#pragma once

#include "lesson/schema.h"
#include "lesson/value.h"

#include <filesystem>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace lesson::lint {

/// The common words of a language, each in all its forms.
class WordList {
public:
    /// Adds what a word file says: groups of words, each with endings that make other forms of them. Every ending that
    /// fits is replaced in turn, so that a list of few rules knows rather too many forms than too few.
    void add(const Table& file);

    /// Whether a word is common. In small letters; names are asked for as they are written.
    bool knows(std::string_view word) const { return forms_.contains(word); }

    /// Words by which somebody is spoken to as a friend (`tu`).
    bool is_familiar(std::string_view word) const { return familiar_.contains(word); }

    /// What a can-do line may begin with; empty where the language says nothing about it.
    const std::vector<std::string>& can_do() const { return can_do_; }

    std::size_t size() const { return forms_.size(); }

private:
    std::set<std::string, std::less<>> forms_;
    std::set<std::string, std::less<>> familiar_;
    std::vector<std::string> can_do_;
};

/// A word of the trade, in each form in which it is met.
struct JargonWord {
    std::vector<std::string> forms; ///< in small letters; the first names it
};

/// The keys of `words/<language>.toml` and of `words/jargon.toml`.
const Schema& words_schema();
const Schema& jargon_schema();

/// Reads both files of a folder `words`, where they are, into what is known already.
void read_words(const std::filesystem::path& folder, std::string_view language, WordList& words,
                std::vector<JargonWord>& jargon, base::Faults& faults);

} // namespace lesson::lint
