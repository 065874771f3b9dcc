// The program's own texts: French in assets/messages/*.toml, other languages through PO.
#pragma once

#include "lesson/translation.h"

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace lesson {

/// The texts of the program in one language.
class Messages {
public:
    /// Reads all message files of a folder. Tables nest: `[welcome] title = "…"` is `welcome.title`. Errors: those of
    /// read_toml_file, `folder.*`, `message.not-text`, `message.twice`, `message.none`.
    static base::Result<Messages> read(const std::filesystem::path& folder);

    /// The same messages in another language (context in the PO file: the message's id).
    Messages in(const Translations& translations) const;

    /// The text of a message, its `{name}`s replaced by the arguments. A message without a text gives its id and
    /// arguments, so that nothing is lost.
    std::string text(const base::Message& message) const;
    std::string text(std::string_view id) const { return text(base::Message{std::string(id), {}}); }

    /// Whether there is a text of that id.
    bool has(std::string_view id) const;

    /// An error as one line: `file:line:column: ` where these are known, what is wrong, what to do.
    std::string line(const base::Error& error) const;

    /// Where the text of an id is written; an empty place where there is none.
    base::Place place(std::string_view id) const;

    /// All ids and texts, in order of id.
    const std::map<std::string, std::string, std::less<>>& all() const { return texts_; }

private:
    std::map<std::string, std::string, std::less<>> texts_;
    std::map<std::string, base::Place, std::less<>> places_;
};

} // namespace lesson
