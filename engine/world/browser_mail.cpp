// The webmail that lies in a page: what is done to it by the names that it has there.
#include "world/browser_parts.h"

#include <utility>

namespace world::browsing {

Mail* mail_for(Browser& browser, std::string_view target) {
    const BrowserTab& tab = shown(browser);
    const bool is_its = tab.mail && !behind(target, "page/").empty() && find_in_tab(tab, target).element == nullptr;
    return is_its ? &*browser.tabs[browser.shown].write().mail : nullptr;
}

void pass_on(Context& from, Context& to) {
    for (Request& request : from.requests) {
        if (auto* menu = std::get_if<ShowMenu>(&request)) {
            menu->target = "page/" + menu->target;
        } else if (auto* focus = std::get_if<SetFocus>(&request); focus != nullptr && !focus->target.empty()) {
            focus->target = "page/" + focus->target;
        } else if (auto* dialog = std::get_if<ShowDialog>(&request)) {
            dialog->dialog.kind = "mail/" + dialog->dialog.kind;
        }
        to.requests.push_back(std::move(request));
    }
}

bool is_for_mail(const Browser& browser, const Command& command) {
    const BrowserTab& tab = shown(browser);
    if (!tab.mail) {
        return false;
    }
    const bool is_from_page =
        !behind(command.about, "page/").empty() && find_in_tab(tab, command.about).element == nullptr;
    return command.dialog.starts_with("mail/") || command.name.starts_with("mail/") || is_from_page;
}

void command_mail(Browser& browser, Context& context, const Command& command) {
    Mail& mail = *browser.tabs[browser.shown].write().mail;
    Command own = command;
    own.name = command.name.starts_with("mail/") ? command.name.substr(5) : command.name;
    own.dialog = behind(command.dialog, "mail/");
    own.about = command.about.starts_with("page/") ? command.about.substr(5) : command.about;
    in_mail(context, [&](Context& inner) { world::command(mail, inner, own); });
}

} // namespace world::browsing
