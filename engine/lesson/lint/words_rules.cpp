// Plain language: short sentences, short and common words, words of the trade one at a time, and courtesy.
#include "base/text.h"
#include "lesson/lint/find.h"
#include "lesson/lint/text.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

namespace lesson::lint {

namespace {

/// A sentence that learners read at once; research on plain language names 15 to 20, and we write for beginners.
constexpr int most_words = 12;
/// Letters of a word that a slow reader still takes in at one glance.
constexpr std::size_t most_letters = 12;

base::Place place_of(const Material& material, const LessonText& text, std::size_t position) {
    return place_in(material.files[text.file].text, text.place, text.text, position);
}

/// Calls `visit(text)` for each text that Coucou itself says.
template <typename Visit>
void each_voice(const Material& material, Visit visit) {
    for (const LessonText& text : material.texts) {
        if (text.role == Role::voice) {
            visit(text);
        }
    }
}

bool is_capital(std::string_view word) {
    const char32_t first = base::decode(word.substr(0, 4)).front();
    return base::lower(first) != first;
}

/// Whether all letters are capitals: an abbreviation, or a word as it stands on a sign.
bool is_all_capitals(std::string_view word) {
    return std::ranges::all_of(base::decode(word), [](char32_t c) { return base::lower(c) != c; });
}

/// Whether nothing has to be known about a word: a letter alone, an abbreviation, a name.
bool needs_no_list(const Word& word, const WordList& words) {
    return base::length(word.text) < 2 || is_all_capitals(word.text) || words.knows(word.text) ||
           (is_capital(word.text) && !word.begins_sentence);
}

bool is_word_border(std::u32string_view text, std::size_t position) {
    return position >= text.size() || !is_letter(text[position]);
}

/// Where a form stands in a text as a word of its own, in characters; both in small letters.
std::optional<std::size_t> find_form(std::u32string_view text, std::u32string_view form) {
    for (std::size_t at = text.find(form); at != std::u32string_view::npos; at = text.find(form, at + 1)) {
        if ((at == 0 || !is_letter(text[at - 1])) && is_word_border(text, at + form.size())) {
            return at;
        }
    }
    return std::nullopt;
}

/// Which words of the trade each lesson may use, as the path goes on.
class Introduced {
public:
    explicit Introduced(const Material& material) {
        for (const Lesson& lesson : material.catalogue.lessons) {
            lessons_[lesson.id] = &lesson;
        }
        std::set<std::string> known;
        for (const Module& module : material.catalogue.modules) {
            for (const std::string& id : module.lessons) {
                add_words(id, known);
                std::set<std::string>& own = by_lesson_[id] = known;
                std::set<std::string> seen;
                add_needs(id, seen, own);
            }
        }
    }

    /// The words that are known in a lesson; nullptr for what is no lesson on the path.
    const std::set<std::string>* find(const std::string& lesson) const {
        const auto found = by_lesson_.find(lesson);
        return found == by_lesson_.end() ? nullptr : &found->second;
    }

private:
    void add_words(const std::string& id, std::set<std::string>& words) const {
        const auto found = lessons_.find(id);
        for (const std::string& word : found == lessons_.end() ? std::vector<std::string>{} : found->second->words) {
            words.insert(base::lower(word));
        }
    }

    void add_needs(const std::string& id, std::set<std::string>& seen, std::set<std::string>& words) const {
        const auto found = lessons_.find(id);
        if (found == lessons_.end() || !seen.insert(id).second) {
            return;
        }
        add_words(id, words);
        for (const std::string& need : found->second->needs) {
            add_needs(need, seen, words);
        }
    }

    std::map<std::string, const Lesson*> lessons_;
    std::map<std::string, std::set<std::string>> by_lesson_;
};

} // namespace

void find_long_sentences(const Material& material, Findings& findings) {
    each_voice(material, [&](const LessonText& text) {
        for (const Sentence& sentence : sentences_of(text.text)) {
            if (sentence.words > most_words) {
                findings.add(place_of(material, text, sentence.position),
                             {{"words", std::to_string(sentence.words)}, {"most", std::to_string(most_words)}});
            }
        }
    });
}

void find_long_words(const Material& material, Findings& findings) {
    each_voice(material, [&](const LessonText& text) {
        for (const Word& word : words_of(text.text)) {
            if (const std::size_t letters = base::length(word.text); letters > most_letters) {
                findings.add(place_of(material, text, word.position), {{"word", word.text},
                                                                       {"letters", std::to_string(letters)},
                                                                       {"most", std::to_string(most_letters)}});
            }
        }
    });
}

void find_rare_words(const Material& material, Findings& findings) {
    if (material.words.size() == 0) {
        return;
    }
    std::set<std::string, std::less<>> jargon;
    for (const JargonWord& word : material.jargon) {
        for (const std::string& form : word.forms) {
            for (const Word& part : words_of(form)) {
                jargon.insert(part.text);
            }
        }
    }
    // What a lesson introduces is explained there, and words of the trade have a rule of their own.
    std::map<std::string, std::string, std::less<>> introduced;
    for (const Lesson& lesson : material.catalogue.lessons) {
        for (const std::string& word : lesson.words) {
            introduced[lesson.id] += " " + base::lower(word) + " ";
        }
    }
    each_voice(material, [&](const LessonText& text) {
        const auto own = introduced.find(text.owner);
        for (const Word& word : words_of(text.text)) {
            const std::string small = base::lower(word.text);
            if (!needs_no_list(word, material.words) && !material.words.knows(small) &&
                !material.words.is_familiar(small) && !jargon.contains(small) &&
                (own == introduced.end() || own->second.find(small) == std::string::npos)) {
                findings.add(place_of(material, text, word.position), {{"word", word.text}});
            }
        }
    });
}

void find_unexplained_jargon(const Material& material, Findings& findings) {
    const Introduced introduced(material);
    each_voice(material, [&](const LessonText& text) {
        const std::set<std::string>* known = introduced.find(text.owner);
        if (known == nullptr) {
            return;
        }
        const std::u32string small = base::decode(base::lower(only_chosen(text.text)));
        for (const JargonWord& word : material.jargon) {
            const bool is_known =
                std::ranges::any_of(word.forms, [&](const std::string& form) { return known->contains(form); });
            for (const std::string& form : is_known ? std::vector<std::string>{} : word.forms) {
                if (const auto at = find_form(small, base::decode(form))) {
                    const std::size_t byte = base::encode(std::u32string_view(small).substr(0, *at)).size();
                    findings.add(place_of(material, text, byte), {{"word", form}});
                    break;
                }
            }
        }
    });
}

void find_familiar_words(const Material& material, Findings& findings) {
    each_voice(material, [&](const LessonText& text) {
        for (const Word& word : words_of(text.text)) {
            const std::string small = base::lower(word.text);
            if (material.words.is_familiar(small) && (base::length(small) > 1 || word.is_elided)) {
                findings.add(place_of(material, text, word.position), {{"word", word.text}});
            }
        }
    });
}

} // namespace lesson::lint
