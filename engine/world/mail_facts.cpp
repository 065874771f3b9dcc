// What is so with the mail, for goals.
#include "world/mail_text.h"

#include <algorithm>
#include <utility>

namespace world {

namespace {

Fact message_fact(const MailMessage& message) {
    return fact_of("mail.message", Field{"from", message.from.address}, Field{"to", addresses(message.to)},
                   Field{"subject", subject_code(message)}, Field{"folder", message.folder},
                   Field{"read", message.read}, Field{"starred", message.starred});
}

/// One fact for each recipient and attachment, so that a goal can ask for any of them.
void add_sent(const Mailbox& mailbox, const MailMessage& message, std::vector<Fact>& facts) {
    const MailMessage* answered = find_message(mailbox, message.answers);
    const Fact sent{"mail.sent",
                    {{"to", std::string()},
                     {"cc", addresses(message.cc)},
                     {"subject", message.subject},
                     {"body", without_quote(message.body)},
                     {"attachment", std::string()},
                     {"reply_to", answered == nullptr ? std::string() : answered->from.address}}};
    std::vector<Person> people = message.to;
    people.resize(std::max<std::size_t>(people.size(), 1));
    std::vector<Attachment> attachments = message.attachments;
    attachments.resize(std::max<std::size_t>(attachments.size(), 1));
    for (const Person& person : people) {
        for (const Attachment& attachment : attachments) {
            Fact one = sent;
            one.fields.at(0).value = person.address;
            one.fields.at(4).value = attachment.name;
            facts.push_back(std::move(one));
        }
    }
}

} // namespace

void add_facts(const Mailbox& mailbox, std::vector<Fact>& facts) {
    for (const MailMessage& message : mailbox.messages) {
        facts.push_back(message_fact(message));
        if (message.is_new && message.was_sent) {
            add_sent(mailbox, message, facts);
        }
    }
    for (const std::string& folder : folders_of(mailbox)) {
        const auto count = std::ranges::count(mailbox.messages, folder, &MailMessage::folder);
        facts.push_back({"mail.folder",
                         {{"name", folder},
                          {"count", static_cast<double>(count)},
                          {"unread", static_cast<double>(unread_in(mailbox, folder))}}});
    }
    facts.push_back({"mail.unread", {{"count", static_cast<double>(unread_in(mailbox, "inbox"))}}});
    for (const Person& person : mailbox.contacts) {
        facts.push_back({"mail.contact", {{"name", person.name}, {"address", person.address}}});
    }
}

} // namespace world
