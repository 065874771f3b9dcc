// Reading mail: what is shown, inspecting who really wrote and where a link leads, attachments, the safety dial.
#include "base/text.h"
#include "world/mail_parts.h"

#include <algorithm>
#include <utility>

namespace world {

namespace {

/// A sign that the learner has looked at.
void tell_inspected(Context& context, const MailMessage& message, const char* what, const std::string& address) {
    const std::vector<std::string> signs = signs_of(message);
    const bool tells = std::ranges::find(signs, what) != signs.end();
    tell_of(context, "mail.inspected", message, {{"what", std::string(what)}, {"address", address}, {"tells", tells}});
}

/// The file in the downloads that an attachment was saved as, or 0.
int saved_file(const Disk& disk, const Attachment& attachment) {
    const int downloads = folder_at(disk, StandardPlace::downloads);
    const Node* node = find_in(disk, downloads, attachment.name);
    return node != nullptr && node->text == attachment.text && node->picture == attachment.picture ? node->id : 0;
}

int put_into_downloads(Context& context, const Attachment& attachment) {
    Disk disk = context.desk.disk.now();
    Node node;
    node.name = attachment.name;
    node.kind = kind_of(attachment.name);
    node.text = attachment.text;
    node.picture = attachment.picture;
    node.size = attachment.size;
    node.risky = attachment.risky;
    node.changed = minutes_now(context);
    const int id = add(disk, folder_at(disk, StandardPlace::downloads), std::move(node));
    context.desk.disk.change(std::move(disk));
    return id;
}

} // namespace

std::vector<int> aimed_at(const Mail& mail, const Mailbox& mailbox, std::string_view about) {
    std::vector<int> chosen;
    for (const int id : mail.selected) {
        if (find_message(mailbox, id) != nullptr) {
            chosen.push_back(id);
        }
    }
    if (!about.starts_with("message/")) {
        return mail.writing && mail.writing_is_shown ? std::vector<int>{} : chosen;
    }
    for (const NamedMessage& named : named_messages(mail, mailbox)) {
        if (named.target == about) {
            const bool is_chosen = std::ranges::find(chosen, named.message->id) != chosen.end();
            return is_chosen ? chosen : std::vector<int>{named.message->id};
        }
    }
    return {};
}

void show(Mail& mail, Context& context, int id) {
    const MailMessage* message = find_message(context.desk.mailbox.now(), id);
    if (message == nullptr) {
        return;
    }
    mail.selected = {id};
    mail.sender_is_shown = false;
    mail.link_shown.clear();
    mail.writing_is_shown = false;
    tell_of(context, "mail.opened", *message);
    if (!message->read) {
        // Having read is no step of its own: it is not what Control+Z takes back.
        Mailbox mailbox = context.desk.mailbox.now();
        find_changeable(mailbox, id)->read = true;
        context.desk.mailbox.amend(std::move(mailbox));
    }
}

void show_sender(Mail& mail, Context& context) {
    const MailMessage* message = shown_message(mail, context.desk.mailbox.now());
    if (message == nullptr) {
        return;
    }
    mail.sender_is_shown = !mail.sender_is_shown;
    if (mail.sender_is_shown) {
        tell_inspected(context, *message, "sender", message->from.address);
    }
}

std::string address_of_link(const MailMessage& message, std::string_view link) {
    for (const BodyParagraph& paragraph : paragraphs_of(message)) {
        for (const BodyRun& run : paragraph.runs) {
            if (!run.target.empty() && run.target == link) {
                return run.address;
            }
        }
    }
    return {};
}

void show_link(Mail& mail, Context& context, std::string_view link) {
    const MailMessage* message = shown_message(mail, context.desk.mailbox.now());
    if (message == nullptr) {
        return;
    }
    if (const std::string address = address_of_link(*message, link); !address.empty()) {
        mail.link_shown = link;
        tell_inspected(context, *message, "link", address);
    }
}

void follow_link(Mail& mail, Context& context, std::string_view link, bool warned) {
    const MailMessage* message = shown_message(mail, context.desk.mailbox.now());
    const std::string address = message == nullptr ? std::string() : address_of_link(*message, link);
    if (address.empty()) {
        return;
    }
    mail.link_shown = link;
    const bool is_risky = !message->danger.empty();
    if (is_risky && !may_risk(context, std::string(link), message->danger, warned)) {
        return;
    }
    tell_of(context, "mail.followed_link", *message, {{"address", address}});
    context.requests.emplace_back(OpenAddress{address, false});
    if (is_risky) {
        fell(context, "link");
    }
}

bool may_risk(Context& context, const std::string& what, const std::string& why, bool warned) {
    const int safety = context.desk.setup->safety;
    if (safety >= 3 || (safety == 2 && warned)) {
        return true;
    }
    const Words text = why.empty() ? message("desk.mail.ask.risk.text") : as_it_is(why);
    context.requests.emplace_back(
        safety <= 1 ? ShowDialog{dialog_of("mail.blocked", text, {"close"})}
                    : ShowDialog{dialog_of("mail.risk", text, {"step-back", "go-on", "report"}, what)});
    return false;
}

void fell(Context& context, const std::string& what) {
    context.tell({"safety.fell", {{"for", what}}});
    // Where a link leads to, the page itself says what to do now.
    if (context.desk.setup->safety >= 3 && what != "link") {
        Dialog dialog = dialog_of("mail.fell", message("desk.mail.ask.fell." + what), {"understood"});
        dialog.picture = "icon-warning";
        context.requests.emplace_back(ShowDialog{std::move(dialog)});
    }
}

const Attachment* attachment_named(const MailMessage& message, std::string_view name) {
    const auto found = std::ranges::find(message.attachments, name, &Attachment::name);
    return found == message.attachments.end() ? nullptr : &*found;
}

void ask_about_attachment(Mail& mail, Context& context, std::string_view name) {
    const MailMessage* message = shown_message(mail, context.desk.mailbox.now());
    if (message == nullptr || attachment_named(*message, name) == nullptr) {
        return;
    }
    tell_inspected(context, *message, "attachment", std::string(name));
    Dialog dialog =
        dialog_of("mail.attachment", world::message("desk.mail.ask.attachment.text", {{"name", std::string(name)}}),
                  {"cancel", "open", "save"}, std::string(name));
    dialog.picture = "desk-attach";
    context.requests.emplace_back(ShowDialog{std::move(dialog)});
}

void save_attachment(Mail& mail, Context& context, std::string_view name) {
    const MailMessage* message = shown_message(mail, context.desk.mailbox.now());
    const Attachment* attachment = message == nullptr ? nullptr : attachment_named(*message, name);
    if (attachment == nullptr) {
        return;
    }
    if (saved_file(context.desk.disk.now(), *attachment) == 0) {
        put_into_downloads(context, *attachment);
    }
    mail.notice = world::message("desk.mail.notice.saved", {{"name", attachment->name}});
    mail.saved_is_shown = true;
    tell_of(context, "mail.saved_attachment", *message, {{"name", attachment->name}});
}

void open_attachment(Mail& mail, Context& context, std::string_view name, bool warned) {
    const MailMessage* message = shown_message(mail, context.desk.mailbox.now());
    const Attachment* found = message == nullptr ? nullptr : attachment_named(*message, name);
    if (found == nullptr) {
        return;
    }
    const Attachment attachment = *found;
    const std::string about = "reading/attachment/" + attachment.name;
    if (attachment.risky && !may_risk(context, about, message->danger, warned)) {
        return;
    }
    int file = saved_file(context.desk.disk.now(), attachment);
    if (file == 0) {
        file = put_into_downloads(context, attachment);
    }
    mail.notice = world::message("desk.mail.notice.saved", {{"name", attachment.name}});
    mail.saved_is_shown = true;
    tell_of(context, "mail.opened_attachment", *message, {{"name", attachment.name}});
    if (attachment.risky) {
        // What harm it would do is told, not done.
        fell(context, "attachment");
    } else {
        context.requests.emplace_back(OpenFile{file});
    }
}

} // namespace world
