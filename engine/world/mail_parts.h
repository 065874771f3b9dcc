// What the files of the mail program share. Only for mail*.cpp.
#pragma once

#include "world/desk.h"
#include "world/mail.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace world {

/// What a name says after a prefix; empty where it does not begin so.
std::string_view after(std::string_view name, std::string_view prefix);
/// Minutes since 1 January 2026.
std::int64_t minutes_now(const Context& context);
/// Tells an event about a message, with its sender, subject and folder.
void tell_of(Context& context, std::string name, const MailMessage& message, std::vector<Field> more = {});
Target target_of(std::string name, Role role, std::string part, Words words, std::string picture = {},
                 unsigned gestures = clickable);
/// A dialog with those buttons; their words are `desk.mail.<command>`.
Dialog dialog_of(std::string kind, Words text, const std::vector<std::string>& buttons, std::string about = {});

// Reading (mail_reading.cpp)
/// The messages that a command is about: the one that was pointed at, or else those that are selected.
std::vector<int> aimed_at(const Mail& mail, const Mailbox& mailbox, std::string_view about);
/// Selects a message, shows it and marks it as read.
void show(Mail& mail, Context& context, int id);
void show_sender(Mail& mail, Context& context);
void show_link(Mail& mail, Context& context, std::string_view link);
void follow_link(Mail& mail, Context& context, std::string_view link, bool warned);
void ask_about_attachment(Mail& mail, Context& context, std::string_view name);
void save_attachment(Mail& mail, Context& context, std::string_view name);
void open_attachment(Mail& mail, Context& context, std::string_view name, bool warned);
/// Whether something risky may happen now. Otherwise it says why not, or asks first (dialog `mail.risk`).
bool may_risk(Context& context, const std::string& what, const std::string& why, bool warned);
/// It has happened: tells so and, at the highest safety dial, what to do now.
void fell(Context& context, const std::string& what);
/// The address of a link of a message, by its target; empty where there is none.
std::string address_of_link(const MailMessage& message, std::string_view link);
const Attachment* attachment_named(const MailMessage& message, std::string_view name);

// Writing (mail_writing.cpp)
bool has_changed(const Writing& writing);
Writing reply_to(const Mailbox& mailbox, const MailMessage& message, bool to_all);
Writing forward_of(const Mailbox& mailbox, const MailMessage& message);
/// A draft, or a message whose sending is taken back, to be written on.
Writing writing_of(const MailMessage& message);
MailMessage message_of(const Mailbox& mailbox, const Writing& writing);
/// Begins to write; what was being written is kept as a draft.
void begin(Mail& mail, Context& context, Writing writing, std::string_view focus);
void show_writing(Mail& mail, Context& context);
void keep_writing(Mail& mail, Context& context);
/// Puts away what is being written; asks first where something was written.
void leave_writing(Mail& mail, Context& context, const char* dialog);
void discard_writing(Mail& mail, Context& context);
/// How far a sending has been confirmed.
struct Confirmed {
    bool attachment = false;
    bool subject = false;
    bool risk = false;
};
void send_writing(Mail& mail, Context& context, Confirmed confirmed);
void complete_recipient(Mail& mail, Context& context, std::string_view suggestion);
void add_recipient(Mail& mail, Context& context, std::string_view address);
void attach(Mail& mail, Context& context, const std::vector<int>& files);
void remove_attachment(Mail& mail, Context& context, std::string_view name);

// Choosing a file (mail_chooser.cpp)
void open_chooser(Mail& mail, Context& context);
void touch_chooser(Mail& mail, Context& context, std::string_view local, bool twice);
void list_chooser(const Mail& mail, const View& view, std::vector<Target>& targets);

// Targets of the two panes (mail_targets.cpp lists the rest)
void list_writing(const Mail& mail, const View& view, std::vector<Target>& targets);
void list_reading(const Mail& mail, const View& view, std::vector<Target>& targets);
/// The name of the local target that has the keyboard, without the `page/` that a browser puts before it.
std::string_view focus_in(const View& view);

} // namespace world
