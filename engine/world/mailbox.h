// The practice computer's mail: messages in their folders, an address book. A value, changed by the functions below.
//
// Standard folders have a code that is the same in every language: inbox, drafts, sent, junk, archive, bin. Lessons and
// goals name folders by it, or by the name of a folder of their own.
#pragma once

#include "world/fact.h"
#include "world/kept.h"
#include "world/target.h"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace world {

/// Somebody who writes or is written to.
struct Person {
    std::string name;    ///< as they call themselves; may be empty, and need not be true
    std::string address; ///< `marie@exemple.fr`
    bool operator==(const Person&) const = default;
};

/// A file that goes with a message.
struct Attachment {
    std::string name; ///< with its ending
    std::string text; ///< what stands in a text or document
    std::string picture;
    std::int64_t size = 0; ///< bytes
    bool risky = false;    ///< opening it would do harm (see Setup::safety)
    bool operator==(const Attachment&) const = default;
};

/// One message.
struct MailMessage {
    int id = 0; ///< never used again for another
    std::string folder;
    std::string came_from; ///< in bin and junk: the folder that it lay in
    Person from;
    std::vector<Person> to;
    std::vector<Person> cc;
    std::string subject;
    std::string body;      ///< paragraphs parted by line breaks, with links as `[words](address)`
    std::int64_t date = 0; ///< minutes since 1 January 2026
    bool read = false;
    bool starred = false;
    bool answered = false;
    bool forwarded = false;
    std::vector<Attachment> attachments;
    std::string danger;             ///< why it is a scam, for the learner; empty for an honest one
    std::vector<std::string> signs; ///< its tell-tale signs: sender, link, attachment, hurry, money, secret, mistakes
    int answers = 0;                ///< the message that this one replies to or forwards; 0 for none
    bool is_new = false;            ///< written here, since the lesson began
    bool was_sent = false;          ///< and sent from here
    int was_draft = 0;              ///< in a sent one: the draft that it was kept as
    std::string found_by;           ///< all its words in small letters, for searching; add_message() gathers them
    std::string undelivered;        ///< in a notice of the mail system: the address that cannot be reached
    bool operator==(const MailMessage&) const = default;
};

/// All mail of the practice computer.
struct Mailbox {
    Person owner;
    KeptList<MailMessage> messages;   ///< sorted by id
    std::vector<std::string> folders; ///< own folders, besides the standard ones
    std::vector<Person> contacts;     ///< the address book
    std::vector<std::string> known;   ///< addresses that can receive, beside those of contacts
    std::vector<std::string> unreachable;
    std::string reply_mark = "Re: ";    ///< put before a subject (RFC 5322, 3.6.5)
    std::string forward_mark = "Fwd: "; ///< the same for what is passed on
    std::string last_change;            ///< what the last change was: send, delete, move, …
    int next_id = 1;
    bool operator==(const Mailbox&) const = default;
};

inline constexpr std::array<std::string_view, 6> standard_folders{"inbox", "drafts", "sent", "archive", "junk", "bin"};

const MailMessage* find_message(const Mailbox& mailbox, int id);
/// The same, to change it: what shares the message with this mailbox keeps the old one.
MailMessage* find_changeable(Mailbox& mailbox, int id);
/// All folders by code or name, in the order of a folder list.
std::vector<std::string> folders_of(const Mailbox& mailbox);
bool has_folder(const Mailbox& mailbox, std::string_view folder);
bool is_standard(std::string_view folder);
/// How a folder is called on the screen.
Words words_of_folder(std::string_view folder);
int unread_in(const Mailbox& mailbox, std::string_view folder);

/// The contact of an address, or nullptr. Capitals count as small letters.
const Person* contact_of(const Mailbox& mailbox, std::string_view address);
/// Whether what is sent there arrives.
bool can_receive(const Mailbox& mailbox, std::string_view address);
/// Whether an address is that of somebody who wrote a scam.
bool is_scammer(const Mailbox& mailbox, std::string_view address);

/// Puts a message into its folder; gives its id.
int add_message(Mailbox& mailbox, MailMessage message);

// What people do with messages. Each gives whether anything changed.
bool move_messages(Mailbox& mailbox, const std::vector<int>& ids, std::string_view folder);
/// Into the bin; what lies there already is gone for good.
bool delete_messages(Mailbox& mailbox, const std::vector<int>& ids);
bool mark_read(Mailbox& mailbox, const std::vector<int>& ids, bool read);
bool mark_starred(Mailbox& mailbox, const std::vector<int>& ids, bool starred);
bool empty_folder(Mailbox& mailbox, std::string_view folder);
bool add_contact(Mailbox& mailbox, Person person);
bool add_folder(Mailbox& mailbox, std::string_view name);
/// Takes an own folder away; its messages go back to the inbox.
bool remove_folder(Mailbox& mailbox, std::string_view name);
/// What is wrong with a name for a new folder: the id of a message, or empty where it can be used.
std::string fault_of_folder(const Mailbox& mailbox, std::string_view name);

/// Keeps a message as a draft in place of the draft of that id (0 for none); gives its id.
int keep_draft(Mailbox& mailbox, MailMessage message, int draft);
/// Sends a message: a copy goes to `sent`, the draft of that id goes away, what is written to oneself arrives. For each
/// address that cannot be reached a notice comes back to the inbox. Gives the id of the copy.
int send(Mailbox& mailbox, MailMessage message, int draft);
/// The addresses of a message that cannot be reached.
std::vector<std::string> unreachable_of(const Mailbox& mailbox, const MailMessage& message);

/// What is so with the mail, whatever program shows it.
void add_facts(const Mailbox& mailbox, std::vector<Fact>& facts);

/// The sender and subject as shown: those of the mail system's notices are messages of their own.
Words sender_of(const MailMessage& message);
Words subject_of(const MailMessage& message);
/// Subject and sender as goals know them, also for notices.
std::string subject_code(const MailMessage& message);
/// When a message came, short as a list shows it: the time for today, yesterday, or the day.
Words words_of_arrival(std::int64_t date, std::int64_t now);

} // namespace world
