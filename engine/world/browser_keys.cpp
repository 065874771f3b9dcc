// The browser's shortcuts, and what Enter and Escape mean where the keyboard is.
#include "world/browser_parts.h"

#include <algorithm>
#include <array>
#include <utility>

namespace world {

namespace {

using namespace browsing;

/// The keys that mean the same wherever the keyboard is.
constexpr std::array<std::pair<std::string_view, std::string_view>, 34> shortcuts{{
    {"Control+T", "new-tab"},
    {"Control+W", "close-tab"},
    {"Control+F4", "close-tab"},
    {"Control+Tab", "next-tab"},
    {"Control+Shift+Tab", "previous-tab"},
    {"Control+PageDown", "next-tab"},
    {"Control+PageUp", "previous-tab"},
    {"Control+L", "focus-address"},
    {"Alt+D", "focus-address"},
    {"F6", "focus-address"},
    {"Alt+ArrowLeft", "back"},
    {"Alt+ArrowRight", "forward"},
    {"F5", "reload"},
    {"Control+R", "reload"},
    {"Alt+Home", "home"},
    {"Control+D", "bookmark"},
    {"Control+H", "history"},
    {"Control+J", "downloads"},
    {"Control+F", "find"},
    {"F3", "find"},
    {"Control+=", "zoom-in"},
    {"Control+Shift+=", "zoom-in"},
    {"Control++", "zoom-in"},
    {"Control+Shift++", "zoom-in"},
    {"Control+Equal", "zoom-in"},
    {"Control+Shift+Equal", "zoom-in"},
    {"Control+NumpadAdd", "zoom-in"},
    {"Control+-", "zoom-out"},
    {"Control+Minus", "zoom-out"},
    {"Control+NumpadSubtract", "zoom-out"},
    {"Control+0", "zoom-reset"},
    {"Control+Numpad0", "zoom-reset"},
    {"Control+G", "find-next"},
    {"Control+Shift+G", "find-previous"},
}};

std::string escape_command(const BrowserTab& tab) {
    if (tab.popup != nullptr) {
        return "popup-close";
    }
    return tab.finding ? "find-close" : "";
}

/// What Enter means where the keyboard is: in a line of a form it sends the form.
std::string enter_command(const BrowserTab& tab, std::string_view focus, bool shift) {
    if (focus == "field/address") {
        return "go";
    }
    if (focus == "find/field") {
        return shift ? "find-previous" : "find-next";
    }
    const Found found = find_in_tab(tab, focus);
    return found.element != nullptr && found.element->kind == ElementKind::field ? "submit" : "";
}

} // namespace

std::string shortcut(const Browser& browser, const View& view, std::string_view keys) {
    const BrowserTab& tab = shown(browser);
    const std::string_view focus = local_focus(view);
    const Found found = find_in_tab(tab, focus);
    if (keys == "Enter" || keys == "Shift+Enter") {
        if (std::string command = enter_command(tab, focus, keys != "Enter"); !command.empty()) {
            return command;
        }
    }
    if (keys == "Escape") {
        if (std::string command = escape_command(tab); !command.empty()) {
            return command;
        }
    }
    if (found.element != nullptr && found.element->kind == ElementKind::choice) {
        if (keys == "ArrowDown" || keys == "ArrowUp") {
            return keys == "ArrowDown" ? "choice-next" : "choice-previous";
        }
    }
    const auto known = std::ranges::find(shortcuts, keys, &std::pair<std::string_view, std::string_view>::first);
    if (known != shortcuts.end()) {
        return std::string(known->second);
    }
    // Where the minus lies on the row of digits, the key is known by its digit.
    const LayoutKey* digit = find_key(view.desk.setup->layout, "Digit6");
    if (keys == "Control+6" && digit != nullptr && digit->plain == "-") {
        return "zoom-out";
    }
    if (tab.mail) {
        const std::string command = shortcut(*tab.mail, view, keys);
        return command.empty() ? command : "mail/" + command;
    }
    return {};
}

} // namespace world
