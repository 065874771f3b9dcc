// Writing mail: new messages, replies, drafts, recipients, attachments, sending.
#include "base/text.h"
#include "world/mail_parts.h"

#include <algorithm>
#include <utility>

namespace world {

namespace {

constexpr std::size_t most_attachments = 20;

std::string all_of(const Writing& writing) {
    std::string result = writing.to.edit.text + "\n" + writing.cc.edit.text + "\n" + writing.subject.edit.text + "\n" +
                         writing.body.edit.text;
    for (const Attachment& attachment : writing.attachments) {
        result += "\n" + attachment.name;
    }
    return result;
}

/// A subject with its mark, unless it has it already.
std::string marked(const std::string& mark, const std::string& subject) {
    const std::string small = base::lower(base::trim(mark));
    return base::lower(subject).starts_with(small) ? subject : mark + subject;
}

/// A field of many lines with the caret at its beginning: above what is quoted.
TextField body_of(const std::string& text) {
    TextField made = field_of(text, true);
    place_caret(made.edit, 0);
    return made;
}

std::vector<Person> without(std::vector<Person> people, const std::vector<Person>& others) {
    std::erase_if(people, [&](const Person& person) {
        return std::ranges::any_of(others,
                                   [&](const Person& other) { return same_address(other.address, person.address); });
    });
    return people;
}

/// Puts another text into a field, as one step that can be taken back there.
void put_into(TextField& target, const std::string& text) {
    std::string clipboard;
    do_in(target, FieldCommand::select_all, clipboard);
    type_into(target, text);
}

/// Says beside a field what is wrong with it.
void refuse(Mail& mail, Context& context, const char* where, Words why, const char* code) {
    mail.writing->fault_at = where;
    mail.writing->fault = std::move(why);
    context.tell({"mail.not_sent", {{"why", std::string(code)}}});
    context.requests.emplace_back(SetFocus{where});
}

/// Whether all recipients can be written to as they stand.
bool recipients_are_good(Mail& mail, Context& context) {
    const Mailbox& mailbox = context.desk.mailbox.now();
    const std::string to = mail.writing->to.edit.text;
    const std::string cc = mail.writing->cc.edit.text;
    if (recipient_words(to).empty() && recipient_words(cc).empty()) {
        refuse(mail, context, "write/to", message("desk.mail.fault.no-recipient"), "no-recipient");
        return false;
    }
    for (const auto& [where, text] : {std::pair("write/to", &to), std::pair("write/cc", &cc)}) {
        for (const Person& person : recipients_of(mailbox, *text)) {
            if (!is_address(person.address)) {
                refuse(mail, context, where, message("desk.mail.fault.not-address", {{"word", person.address}}),
                       "not-address");
                return false;
            }
        }
    }
    return true;
}

bool writes_to_scammer(const Mailbox& mailbox, const MailMessage& message) {
    return std::ranges::any_of(message.to, [&](const Person& person) { return is_scammer(mailbox, person.address); });
}

/// Asks whether a message may go as it is. True where nothing needs to be asked any more.
bool is_confirmed(Mail& mail, Context& context, Confirmed confirmed) {
    const Writing& writing = *mail.writing;
    const std::string text = without_quote(writing.body.edit.text) + "\n" + writing.subject.edit.text;
    if (!confirmed.attachment && writing.attachments.empty() && speaks_of_attachment(text)) {
        context.tell({"mail.not_sent", {{"why", std::string("no-attachment")}}});
        context.requests.emplace_back(ShowDialog{
            dialog_of("mail.forgotten", message("desk.mail.ask.forgotten.text"), {"cancel", "send-anyway", "attach"})});
        return false;
    }
    if (!confirmed.subject && base::trim(writing.subject.edit.text).empty()) {
        context.tell({"mail.not_sent", {{"why", std::string("no-subject")}}});
        context.requests.emplace_back(ShowDialog{dialog_of("mail.no-subject", message("desk.mail.ask.no-subject.text"),
                                                           {"cancel", "send-anyway", "write-subject"})});
        return false;
    }
    return true;
}

} // namespace

bool has_changed(const Writing& writing) {
    return all_of(writing) != writing.begun;
}

Writing reply_to(const Mailbox& mailbox, const MailMessage& message, bool to_all) {
    Writing writing;
    const bool is_own = same_address(message.from.address, mailbox.owner.address);
    const std::vector<Person> to = is_own ? message.to : std::vector<Person>{message.from};
    std::vector<Person> others;
    if (to_all) {
        others = message.cc;
        if (!is_own) {
            others.insert(others.begin(), message.to.begin(), message.to.end());
        }
        others = without(without(std::move(others), {mailbox.owner}), to);
    }
    writing.to = field_of(written(to));
    writing.cc = field_of(written(others));
    writing.subject = field_of(marked(mailbox.reply_mark, message.subject));
    writing.body = body_of("\n\n" + quoted(message));
    writing.answers = message.id;
    return writing;
}

Writing forward_of(const Mailbox& mailbox, const MailMessage& message) {
    Writing writing;
    writing.subject = field_of(marked(mailbox.forward_mark, message.subject));
    writing.body = body_of("\n\n" + quoted(message));
    writing.attachments = message.attachments;
    writing.answers = message.id;
    writing.forwards = true;
    return writing;
}

Writing writing_of(const MailMessage& message) {
    Writing writing;
    writing.to = field_of(written(message.to));
    writing.cc = field_of(written(message.cc));
    writing.subject = field_of(message.subject);
    writing.body = body_of(message.body);
    writing.attachments = message.attachments;
    writing.answers = message.answers;
    writing.draft = message.folder == "drafts" ? message.id : message.was_draft;
    return writing;
}

MailMessage message_of(const Mailbox& mailbox, const Writing& writing) {
    MailMessage message;
    message.to = recipients_of(mailbox, writing.to.edit.text);
    message.cc = recipients_of(mailbox, writing.cc.edit.text);
    message.subject = std::string(base::trim(writing.subject.edit.text));
    message.body = writing.body.edit.text;
    message.attachments = writing.attachments;
    message.answers = writing.answers;
    return message;
}

void begin(Mail& mail, Context& context, Writing writing, std::string_view focus) {
    if (mail.writing && has_changed(*mail.writing)) {
        keep_writing(mail, context);
        mail.notice = message("desk.mail.notice.kept");
    }
    writing.begun = all_of(writing);
    mail.writing = std::move(writing);
    mail.writing_is_shown = true;
    context.requests.emplace_back(SetFocus{std::string(focus)});
}

void show_writing(Mail& mail, Context& context) {
    if (mail.writing) {
        mail.writing_is_shown = true;
        context.requests.emplace_back(SetFocus{"write/body"});
    }
}

void keep_writing(Mail& mail, Context& context) {
    if (!mail.writing) {
        return;
    }
    Mailbox mailbox = context.desk.mailbox.now();
    MailMessage draft = message_of(mailbox, *mail.writing);
    draft.date = minutes_now(context);
    mail.writing->draft = keep_draft(mailbox, std::move(draft), mail.writing->draft);
    mail.writing->begun = all_of(*mail.writing);
    context.desk.mailbox.change(std::move(mailbox));
    context.tell({"mail.kept", {{"subject", mail.writing->subject.edit.text}}});
    mail.notice = message("desk.mail.notice.kept");
}

void leave_writing(Mail& mail, Context& context, const char* dialog) {
    if (!mail.writing) {
        return;
    }
    if (has_changed(*mail.writing)) {
        context.requests.emplace_back(
            ShowDialog{dialog_of(dialog, message("desk.mail.ask.discard.text"), {"cancel", "discard-it", "keep"})});
    } else {
        mail.writing.reset();
        mail.writing_is_shown = false;
    }
}

void discard_writing(Mail& mail, Context& context) {
    if (!mail.writing) {
        return;
    }
    context.tell({"mail.discarded", {{"subject", mail.writing->subject.edit.text}}});
    mail.writing.reset();
    mail.writing_is_shown = false;
}

void send_writing(Mail& mail, Context& context, Confirmed confirmed) {
    if (!mail.writing) {
        return;
    }
    mail.writing_is_shown = true;
    mail.writing->fault_at.clear();
    mail.writing->fault = {};
    if (!recipients_are_good(mail, context) || !is_confirmed(mail, context, confirmed)) {
        return;
    }
    Mailbox mailbox = context.desk.mailbox.now();
    MailMessage message = message_of(mailbox, *mail.writing);
    const bool is_risky = writes_to_scammer(mailbox, message);
    if (is_risky && !may_risk(context, "send", "", confirmed.risk)) {
        return;
    }
    message.date = minutes_now(context);
    const std::vector<std::string> lost = unreachable_of(mailbox, message);
    if (MailMessage* answered = find_changeable(mailbox, message.answers)) {
        (mail.writing->forwards ? answered->forwarded : answered->answered) = true;
        tell_of(context, mail.writing->forwards ? "mail.forwarded" : "mail.replied", *answered);
    }
    send(mailbox, std::move(message), mail.writing->draft);
    context.desk.mailbox.change(std::move(mailbox));
    for (const std::string& address : lost) {
        context.tell({"mail.undelivered", {{"to", address}}});
    }
    mail.writing.reset();
    mail.writing_is_shown = false;
    mail.notice = world::message("desk.mail.notice.sent");
    context.requests.emplace_back(SetFocus{});
    if (is_risky) {
        fell(context, "reply");
    }
}

void complete_recipient(Mail& mail, Context& context, std::string_view suggestion) {
    if (!mail.writing) {
        return;
    }
    const bool is_copy = suggestion.starts_with("suggestion/cc/");
    TextField& target = is_copy ? mail.writing->cc : mail.writing->to;
    const std::string_view name = after(suggestion, is_copy ? "suggestion/cc/" : "suggestion/");
    for (const Person& person : completions(context.desk.mailbox.now(), target.edit.text)) {
        if (known_as(context.desk.mailbox.now(), person) == name) {
            put_into(target, completed(target.edit.text, person));
            context.requests.emplace_back(SetFocus{is_copy ? "write/cc" : "write/to"});
            return;
        }
    }
}

void add_recipient(Mail& mail, Context& context, std::string_view address) {
    const Person* person = contact_of(context.desk.mailbox.now(), address);
    if (!mail.writing || person == nullptr) {
        return;
    }
    const std::string& standing = mail.writing->to.edit.text;
    const bool is_empty = recipient_words(standing).empty();
    const bool ends_open = !is_empty && std::string_view(",;").find(base::trim(standing).back()) == std::string::npos;
    put_into(mail.writing->to,
             (is_empty ? "" : std::string(base::trim(standing)) + (ends_open ? ", " : " ")) + written(*person));
    context.requests.emplace_back(SetFocus{"write/to"});
}

void attach(Mail& mail, Context& context, const std::vector<int>& files) {
    if (!mail.writing) {
        return;
    }
    const Disk& disk = context.desk.disk.now();
    for (const int id : files) {
        const Node* node = find_node(disk, id);
        if (node == nullptr || mail.writing->attachments.size() >= most_attachments) {
            continue;
        }
        if (node->kind == FileKind::folder) {
            context.requests.emplace_back(
                ShowDialog{dialog_of("mail.no-folder", message("desk.mail.ask.no-folder.text"), {"close"})});
            continue;
        }
        std::erase_if(mail.writing->attachments, [&](const Attachment& one) { return one.name == node->name; });
        mail.writing->attachments.push_back({node->name, node->text, node->picture, node->size, node->risky});
        context.tell({"mail.attached", {{"name", node->name}}});
    }
}

void remove_attachment(Mail& mail, Context& context, std::string_view name) {
    if (mail.writing &&
        std::erase_if(mail.writing->attachments, [&](const Attachment& one) { return one.name == name; }) > 0) {
        context.tell({"mail.detached", {{"name", std::string(name)}}});
    }
}

} // namespace world
