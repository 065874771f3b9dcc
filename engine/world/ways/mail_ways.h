// What the ways of mail share. Only for mail*.cpp beside it.
#pragma once

#include "world/mail.h"
#include "world/ways/advice.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace world::mail_ways {

/// The mail that can be touched now, and what stands before its targets' names.
struct OpenMail {
    const Mail* mail = nullptr;
    std::string prefix;
};

/// The mail in front; without one where there is none.
OpenMail front_mail(const Advice& advice);
/// The mail in front; offers the way to it where there is none.
OpenMail mail_in_front(Advice& advice);
const Mailbox& mailbox_of(const Advice& advice);
/// The messages that the wish means, whatever their folder and marks. One that is open comes first, so that of several
/// that would do it is gone on with.
std::vector<const MailMessage*> messages_for(const Advice& advice, std::string_view folder_field = {});
/// Whether a box that lies over the mail is gone; offers to close it.
bool is_free(Advice& advice, const OpenMail& place);
/// Whether the list of messages shows that one; offers the way there.
bool in_list(Advice& advice, const OpenMail& place, const MailMessage& message);
std::string target_of_message(const Advice& advice, const OpenMail& place, const MailMessage& message);
/// Whether that message is in the reading pane; offers the way there.
bool is_open(Advice& advice, const OpenMail& place, const MailMessage& message);
bool is_selected(const OpenMail& place, const MailMessage& message);

// Reading (mail_reading.cpp)
void wish_open(Advice& advice);
void wish_opened(Advice& advice);
void wish_showing(Advice& advice);
void wish_searched(Advice& advice);
void wish_inspected(Advice& advice);
void wish_followed_link(Advice& advice);
void offer_attachments(Advice& advice, std::span<const MailMessage* const> messages, bool opens);

// Folders and marks (mail_sorting.cpp)
void wish_message(Advice& advice);
void wish_moved_to(Advice& advice, const std::string& folder);
void wish_marked(Advice& advice);
void wish_unread(Advice& advice);
void wish_folder(Advice& advice);
void wish_emptied(Advice& advice);
void wish_folder_created(Advice& advice);

// Writing (mail_writing.cpp)
void wish_draft(Advice& advice);
void wish_sent(Advice& advice);
void offer_answer(Advice& advice, bool forwards);
void wish_contact(Advice& advice);
void offer_in_writing(Advice& advice, std::string_view button, std::string_view answer);
void wish_discarded(Advice& advice);
void wish_attached(Advice& advice);
void wish_detached(Advice& advice);
void wish_undelivered(Advice& advice);
void wish_undone(Advice& advice);

} // namespace world::mail_ways
