// Translations of lessons' and the program's texts, from gettext PO files.
#pragma once

#include "lesson/catalogue.h"

#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace lesson {

/// The sentences of one PO file, found by context (`msgctxt`) and source text (`msgid`). Fuzzy and empty entries count
/// as not translated.
class Translations {
public:
    /// Reads a PO file. Errors: missing, unreadable, not PO (`po.*`), with line.
    static base::Result<Translations> read(const std::filesystem::path& file);

    /// The translation, or the source text itself where there is none.
    std::string_view find(std::string_view context, std::string_view source) const;

    bool has(std::string_view context, std::string_view source) const;

private:
    std::unordered_map<std::string, std::string> sentences_; ///< by context + '\4' + source
};

/// Calls `visit(context, text)` for each text for learners, which may change it. Contexts are stable and readable:
/// `pointer.click/title`, `pointer.click/first-lamp/say`, `pointer.click/mistake 1`,
/// `pointer.click/first-lamp/start/pointer/thing lamp/label`. Empty texts are left out.
using VisitText = std::function<void(const std::string& context, std::string& text)>;
void each_text(Lesson& lesson, Vocabulary vocabulary, const VisitText& visit);
void each_text(Module& module, const VisitText& visit);

/// The same with the place where each text is written (for a lesson's and a step's own texts, its beginning).
using VisitPlacedText = std::function<void(const std::string& context, std::string& text, const base::Place& place)>;
void each_placed_text(Lesson& lesson, Vocabulary vocabulary, const VisitPlacedText& visit);
void each_placed_text(Module& module, const VisitPlacedText& visit);

/// The same for the lists that chance draws from: `variety mails/3/subject`. Keys that a list calls codes are left out.
void each_placed_text(Variety& variety, const VisitPlacedText& visit);

/// The lists in another language.
std::shared_ptr<const Variety> translated(const Variety& variety, const Translations& translations);

/// The catalogue in another language, sentence by sentence. What a goal names in the very words of its lesson's start
/// tables (a file, a subject) is named in the new ones.
Catalogue translated(const Catalogue& catalogue, Vocabulary vocabulary, const Translations& translations);

} // namespace lesson
