// The mail program: folders, a list of messages, reading and writing. The webmail is the same value inside a tab of the
// browser, which puts `page/` before all names.
#pragma once

#include "lesson/vocabulary.h"
#include "world/mail_text.h"
#include "world/mailbox.h"
#include "world/program.h"

#include <optional>
#include <string>
#include <vector>

namespace world {

/// A message that is being written.
struct Writing {
    TextField to;
    TextField cc;
    TextField subject;
    TextField body = field_of("", true);
    std::vector<Attachment> attachments;
    int draft = 0;   ///< the draft that it is kept as; 0 for none
    int answers = 0; ///< the message that it replies to or forwards
    bool forwards = false;
    std::string begun; ///< what stood in it at the beginning, so that nothing is asked about where nothing was written
    std::string fault_at; ///< the field that cannot be as it is
    Words fault;
    bool operator==(const Writing&) const = default;
};

/// The box from which a file is chosen for a message.
struct FileChooser {
    int folder = 0;
    int selected = 0;
    bool operator==(const FileChooser&) const = default;
};

/// One window (or tab) of mail.
struct Mail {
    bool webmail = false; ///< looks like a page
    std::string folder = "inbox";
    std::vector<int> selected;    ///< ids; a single one is shown in the reading pane
    std::string sort = "date";    ///< from, subject, date
    bool rising = false;          ///< A first, or the oldest first
    TextField search;             ///< while there is something in it, the list shows what is found in all folders
    bool sender_is_shown = false; ///< the sender's real address
    std::string link_shown;       ///< the link whose address is shown
    Words notice;                 ///< what has just been done, as a status bar says it
    bool saved_is_shown = false;  ///< the notice offers to show the downloads
    std::optional<Writing> writing;
    bool writing_is_shown = false; ///< in place of the reading pane; otherwise it waits
    std::optional<FileChooser> chooser;
    bool operator==(const Mail&) const = default;
};

// What every program offers (see program.h).
void list_targets(const Mail& mail, const View& view, std::vector<Target>& targets);
void touch(Mail& mail, Context& context, const Touch& touch);
Words title(const Mail& mail, const View& view);
void add_facts(const Mail& mail, const View& view, std::vector<Fact>& facts);
void command(Mail& mail, Context& context, const Command& command);
std::vector<MenuItem> menu_for(const Mail& mail, const View& view, std::string_view target);
std::string shortcut(const Mail& mail, const View& view, std::string_view keys);
TextField* field(Mail& mail, std::string_view target);
Carried carried(const Mail& mail, const View& view, std::string_view target);
void drop(Mail& mail, Context& context, const Carried& carried, std::string_view onto, bool copies);
bool may_close(Mail& mail, Context& context);
/// Begins a new message, as another program asks for.
void open(Mail& mail, Context& context, const WriteMail& asked);

/// The messages of the list, in its order.
std::vector<const MailMessage*> listed(const Mail& mail, const Mailbox& mailbox);
/// The target of a message of the list: `message/<subject>`, with `#2` for the second alike.
struct NamedMessage {
    const MailMessage* message = nullptr;
    std::string target;
};
std::vector<NamedMessage> named_messages(const Mail& mail, const Mailbox& mailbox);
/// The message in the reading pane, or nullptr.
const MailMessage* shown_message(const Mail& mail, const Mailbox& mailbox);

/// Mail as lesson files know it.
lesson::AppKind mail_kind();
/// Lays the table `start.mail` out: all mail is new, and the program is open if it says so.
void lay_out_mail(DeskState& desk, const lesson::Table& start, std::int64_t at);

} // namespace world
