// Addresses, bodies and quotes of messages, as texts.
#pragma once

#include "world/mailbox.h"

#include <string>
#include <string_view>
#include <vector>

namespace world {

/// Whether that can be an e-mail address: one @, something before it, and a domain with a dot behind it.
bool is_address(std::string_view text);
bool same_address(std::string_view a, std::string_view b);
/// Reads `Marie Petit <marie@exemple.fr>` or `marie@exemple.fr`.
Person read_person(std::string_view text);
/// The other way round.
std::string written(const Person& person);
std::string written(const std::vector<Person>& people);
/// The addresses alone, with `, ` between them.
std::string addresses(const std::vector<Person>& people);
/// The name, or the address where there is none.
std::string shown_name(const Person& person);

/// The parts of a field of recipients, between commas and semicolons, without blanks at their ends.
std::vector<std::string> recipient_words(std::string_view text);
/// The recipients of a field; a contact's name stands for its address.
std::vector<Person> recipients_of(const Mailbox& mailbox, std::string_view text);
/// The contacts that can complete the last recipient of a field that is being written.
std::vector<Person> completions(const Mailbox& mailbox, std::string_view text);
/// How a contact is called among the others: by the name, or by the address where two have the same name.
std::string known_as(const Mailbox& mailbox, const Person& person);
/// The field's text with its last recipient completed.
std::string completed(std::string_view text, const Person& person);

/// A piece of a paragraph: words alone, or a link.
struct BodyRun {
    Words words;
    std::string address; ///< where the link leads; empty for words alone
    std::string target;  ///< the link's target; empty for words alone
};

/// One line or paragraph of a message.
struct BodyParagraph {
    std::vector<BodyRun> runs; ///< empty: an empty line
    bool quoted = false;       ///< begins with `> `
};

/// The paragraphs of a message as they are read.
std::vector<BodyParagraph> paragraphs_of(const MailMessage& message);
/// A body as plain text: links lose their marks.
std::string plain_body(std::string_view body);
/// A message with `> ` before each line, and who wrote it above.
std::string quoted(const MailMessage& message);
/// A body without the lines that are quoted, and without blanks at its ends.
std::string without_quote(std::string_view body);
/// Whether a text speaks of an attachment.
bool speaks_of_attachment(std::string_view text);
/// Whether the shown words of a link look like an address, and lead elsewhere.
bool is_lying_link(std::string_view words, std::string_view address);
/// The tell-tale signs of a message: those that were given, or else those that can be seen on it.
std::vector<std::string> signs_of(const MailMessage& message);

} // namespace world
