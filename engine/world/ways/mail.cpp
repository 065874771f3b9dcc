// Ways to what goals ask of mail: in the mail program, or in the webmail in the browser.
#include "world/mail_parts.h"
#include "world/ways/browser_ways.h"
#include "world/ways/mail_ways.h"

#include <algorithm>
#include <array>

namespace world {

namespace mail_ways {

namespace {

bool uses_webmail(const Advice& advice) {
    return std::ranges::none_of(advice.desk.windows,
                                [](const Window& window) { return std::holds_alternative<Mail>(window.program); }) &&
           std::ranges::any_of(advice.desk.windows, [](const Window& window) {
               const auto* browser = std::get_if<Browser>(&window.program);
               return browser != nullptr &&
                      std::ranges::any_of(browser->tabs, [](const auto& tab) { return tab->mail.has_value(); });
           });
}

} // namespace

OpenMail front_mail(const Advice& advice) {
    const Window* front = active_window(advice.desk);
    if (front == nullptr) {
        return {};
    }
    if (const auto* mail = std::get_if<Mail>(&front->program)) {
        return {mail, front->name + "/"};
    }
    const auto* browser = std::get_if<Browser>(&front->program);
    if (browser != nullptr && !browser->tabs.empty() && shown(*browser).mail) {
        return {&*shown(*browser).mail, front->name + "/page/"};
    }
    return {};
}

/// The mail in front; offers the way to it where there is none.
OpenMail mail_in_front(Advice& advice) {
    OpenMail place = front_mail(advice);
    if (place.mail == nullptr) {
        uses_webmail(advice) ? static_cast<void>(on_webmail(advice)) : static_cast<void>(in_front(advice, "mail"));
    }
    return place;
}

const Mailbox& mailbox_of(const Advice& advice) {
    return advice.desk.mailbox.now();
}

/// The messages that the wish means, whatever their folder and marks. One that is open comes first, so that of several
/// that would do it is gone on with.
std::vector<const MailMessage*> messages_for(const Advice& advice, std::string_view folder_field) {
    std::vector<const MailMessage*> found;
    for (const MailMessage& message : mailbox_of(advice).messages) {
        const bool is_meant = allows(advice.fact(), "from", message.from.address) &&
                              allows(advice.fact(), "subject", subject_code(message)) &&
                              (folder_field.empty() || allows(advice.fact(), folder_field, message.folder));
        if (is_meant) {
            found.push_back(&message);
        }
    }
    if (const Mail* mail = front_mail(advice).mail) {
        const MailMessage* open = shown_message(*mail, mailbox_of(advice));
        std::stable_partition(found.begin(), found.end(), [&](const MailMessage* message) { return message == open; });
    }
    return found;
}

/// Whether a box that lies over the mail is gone; offers to close it.
bool is_free(Advice& advice, const OpenMail& place) {
    if (place.mail->chooser) {
        offer_click(advice, place.prefix + "chooser/cancel");
        return false;
    }
    return true;
}

/// Whether the list of messages shows that one; offers the way there.
bool in_list(Advice& advice, const OpenMail& place, const MailMessage& message) {
    const Mail& mail = *place.mail;
    if (!is_free(advice, place)) {
        return false;
    }
    const bool is_covered = mail.writing && mail.writing_is_shown;
    const std::vector<NamedMessage> all = named_messages(mail, mailbox_of(advice));
    const bool is_listed = std::ranges::any_of(all, [&](const auto& named) { return named.message == &message; });
    if (is_covered) {
        offer_click(advice, place.prefix + "write/back");
    }
    if (!is_listed) {
        offer_click(advice, place.prefix + "folder/" + message.folder);
    }
    return is_listed && !is_covered;
}

std::string target_of_message(const Advice& advice, const OpenMail& place, const MailMessage& message) {
    const std::vector<NamedMessage> all = named_messages(*place.mail, mailbox_of(advice));
    const auto found = std::ranges::find(all, &message, &NamedMessage::message);
    return found == all.end() ? std::string() : place.prefix + found->target;
}

/// Whether that message is in the reading pane; offers the way there.
bool is_open(Advice& advice, const OpenMail& place, const MailMessage& message) {
    const Mail& mail = *place.mail;
    const bool is_shown = shown_message(mail, mailbox_of(advice)) == &message && !mail.chooser &&
                          !(mail.writing && mail.writing_is_shown);
    if (is_shown) {
        return true;
    }
    if (in_list(advice, place, message)) {
        offer_click(advice, target_of_message(advice, place, message));
    }
    return false;
}

bool is_selected(const OpenMail& place, const MailMessage& message) {
    return place.mail->selected == std::vector{message.id};
}

} // namespace mail_ways

using namespace mail_ways;

namespace {

constexpr std::array<KnownFact, 29> known{{
    {"mail.open", wish_open},
    {"mail.message", wish_message},
    {"mail.showing", wish_showing},
    {"mail.folder", wish_folder},
    {"mail.unread", wish_unread},
    {"mail.draft", wish_draft},
    {"mail.sent", wish_sent},
    {"mail.contact", wish_contact},
    {"mail.opened", wish_opened},
    {"mail.replied", [](Advice& one) { offer_answer(one, false); }},
    {"mail.forwarded", [](Advice& one) { offer_answer(one, true); }},
    {"mail.moved", [](Advice& one) { wish_moved_to(one, {}); }},
    {"mail.deleted", [](Advice& one) { wish_moved_to(one, "bin"); }},
    {"mail.junked", [](Advice& one) { wish_moved_to(one, "junk"); }},
    {"mail.marked", wish_marked},
    {"mail.saved_attachment", [](Advice& one) { offer_attachments(one, messages_for(one, "folder"), false); }},
    {"mail.opened_attachment", [](Advice& one) { offer_attachments(one, messages_for(one, "folder"), true); }},
    {"mail.inspected", wish_inspected},
    {"mail.followed_link", wish_followed_link},
    {"mail.searched", wish_searched},
    {"mail.undelivered", wish_undelivered},
    {"mail.not_sent", [](Advice& one) { offer_in_writing(one, "send", "send-anyway"); }},
    {"mail.undone", wish_undone},
    {"mail.attached", wish_attached},
    {"mail.detached", wish_detached},
    {"mail.kept", [](Advice& one) { offer_in_writing(one, "keep", "keep"); }},
    {"mail.discarded", wish_discarded},
    {"mail.folder_created", wish_folder_created},
    {"mail.emptied", wish_emptied},
}};

} // namespace

void offer_to_save_attachment(Advice& advice) {
    std::vector<const MailMessage*> messages;
    for (const MailMessage& message : mailbox_of(advice).messages) {
        messages.push_back(&message);
    }
    offer_attachments(advice, messages, false);
}

void advise_on_mail(Advice& advice) {
    advise_by(known, advice);
}

} // namespace world
