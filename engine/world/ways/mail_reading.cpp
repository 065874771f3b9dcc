// Ways to messages that are read, found and looked at closely.
#include "lesson/matches.h"
#include "world/mail_parts.h"
#include "world/ways/mail_ways.h"

#include <algorithm>

namespace world::mail_ways {

namespace {

void offer_to_inspect(Advice& advice, const OpenMail& place, const MailMessage& message) {
    const auto wants = [&](std::string_view what) { return allows(advice.fact(), "what", std::string(what)); };
    if (advice.desk.menu) {
        offer_click(advice, "menu/show-address");
        offer_click(advice, "menu/show-sender");
        return;
    }
    if (!is_open(advice, place, message)) {
        return;
    }
    if (wants("sender")) {
        offer_click(advice, place.prefix + "reading/sender");
    }
    if (wants("link")) {
        for (const Target& target : advice.targets) {
            if (target.name.starts_with(place.prefix + "reading/link/")) {
                offer_right_click(advice, target.name);
            }
        }
    }
}

/// Whether there is something in a message that can be looked at closer, as wished.
bool has_what_to_inspect(const Advice& advice, const MailMessage& message) {
    const std::vector<std::string> signs = signs_of(message);
    const auto is_meant = [&](const std::string& what, bool is_there) {
        const bool tells = std::ranges::find(signs, what) != signs.end();
        return is_there && allows(advice.fact(), "what", what) && allows(advice.fact(), "tells", tells);
    };
    return is_meant("sender", true) || is_meant("link", message.body.find("](") != std::string::npos);
}

} // namespace

void wish_open(Advice& advice) {
    const OpenMail place = mail_in_front(advice);
    if (place.mail == nullptr) {
        return;
    }
    if (advice.wish.gone) {
        offer_click(advice, place.prefix + "toolbar/write");
        return;
    }
    for (const MailMessage* message : messages_for(advice, "folder")) {
        is_open(advice, place, *message);
    }
}

void wish_opened(Advice& advice) {
    const OpenMail place = mail_in_front(advice);
    if (place.mail == nullptr) {
        return;
    }
    for (const MailMessage* message : messages_for(advice, "folder")) {
        if (!is_selected(place, *message)) {
            is_open(advice, place, *message);
        } else if (in_list(advice, place, *message)) { // it is open already: only a click tells so again
            offer_click(advice, target_of_message(advice, place, *message));
            for (const NamedMessage& other : named_messages(*place.mail, mailbox_of(advice))) {
                offer_click(advice, place.prefix + other.target);
            }
        }
    }
}

void wish_showing(Advice& advice) {
    const OpenMail place = mail_in_front(advice);
    if (place.mail == nullptr || !is_free(advice, place)) {
        return;
    }
    const Mail& mail = *place.mail;
    const bool is_writing = mail.writing && mail.writing_is_shown;
    if (!allows(advice.fact(), "writing", is_writing)) {
        is_writing ? offer_click(advice, place.prefix + "write/back")
                   : offer_click(advice, place.prefix + "toolbar/write");
    }
    for (const std::string& folder : folders_of(mailbox_of(advice))) {
        if (asked(advice.fact(), "folder") != nullptr && allows(advice.fact(), "folder", folder) &&
            (folder != mail.folder || !mail.search.edit.text.empty())) {
            offer_click(advice, place.prefix + "folder/" + folder);
        }
    }
    if (const lesson::Matcher* search = asked(advice.fact(), "search")) {
        offer_matching(advice, place.prefix + "field/search", *search);
    }
}

void wish_searched(Advice& advice) {
    const OpenMail place = mail_in_front(advice);
    const lesson::Matcher* words = asked(advice.fact(), "words");
    if (place.mail == nullptr || !is_free(advice, place)) {
        return;
    }
    const std::string field = place.prefix + "field/search";
    if (words != nullptr && offer_matching(advice, field, *words)) {
        return;
    }
    if (words == nullptr && place.mail->search.edit.text.empty()) {
        offer_text(advice, field, mailbox_of(advice).owner.address);
        return;
    }
    offer_click(advice, place.prefix + "toolbar/search");
}

void wish_inspected(Advice& advice) {
    const OpenMail place = mail_in_front(advice);
    if (place.mail != nullptr) {
        for (const MailMessage* message : messages_for(advice, "folder")) {
            if (has_what_to_inspect(advice, *message)) {
                offer_to_inspect(advice, place, *message);
            }
        }
    }
}

void wish_followed_link(Advice& advice) {
    const OpenMail place = mail_in_front(advice);
    offer_click(advice, "dialog/go-on");
    if (place.mail == nullptr) {
        return;
    }
    for (const MailMessage* message : messages_for(advice, "folder")) {
        if (!is_open(advice, place, *message)) {
            continue;
        }
        for (const Target& target : advice.targets) {
            const bool is_link = target.name.starts_with(place.prefix + "reading/link/") && !target.details.empty();
            if (is_link && allows(advice.fact(), "address", target.details.front().text)) {
                offer_click(advice, target.name);
            }
        }
    }
}

/// A message's attachment of a name that the wish allows, saved or opened.
void offer_attachments(Advice& advice, std::span<const MailMessage* const> messages, bool opens) {
    const auto is_wished = [&](const Attachment& one) { return allows(advice.fact(), "name", one.name); };
    if (std::ranges::none_of(messages,
                             [&](const auto* one) { return std::ranges::any_of(one->attachments, is_wished); })) {
        return;
    }
    const OpenMail place = mail_in_front(advice);
    offer_click(advice, opens ? "dialog/open" : "dialog/save");
    offer_click(advice, opens ? "menu/open-attachment" : "menu/save-attachment");
    if (place.mail == nullptr) {
        return;
    }
    for (const MailMessage* message : messages) {
        for (const Attachment& one : message->attachments) {
            if (!is_wished(one) || !is_open(advice, place, *message)) {
                continue;
            }
            const std::string target = place.prefix + "reading/attachment/" + one.name;
            if (opens) {
                offer_open(advice, target);
            } else {
                offer_click(advice, place.prefix + "reading/save/" + one.name);
            }
            offer_right_click(advice, target);
        }
    }
}

} // namespace world::mail_ways
