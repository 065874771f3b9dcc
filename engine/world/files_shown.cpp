// What a window of the file manager shows: which files, in which order, and how a list words them.
#include "base/text.h"
#include "world/alike.h"
#include "world/files_commands.h"
#include "world/text_edit.h"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>
#include <utility>

namespace world {

namespace {

constexpr std::string_view item_prefix = "item/";

bool is_digit(char sign) {
    return sign >= '0' && sign <= '9';
}

/// A folded text as it is compared byte by byte, so that it stands by its letters, but its numbers by their value:
/// `Photo 2` before `Photo 10`. Each number becomes a zero, how many digits it has, and those.
std::string order_of(std::string_view text) {
    constexpr std::size_t most_digits = 255;
    std::string order;
    order.reserve(text.size() + 2);
    while (!text.empty()) {
        if (!is_digit(text.front())) {
            order += text.front();
            text.remove_prefix(1);
            continue;
        }
        const auto* const end = std::ranges::find_if_not(text, is_digit);
        std::string_view digits = text.substr(0, static_cast<std::size_t>(end - text.begin()));
        text.remove_prefix(digits.size());
        digits.remove_prefix(std::min(digits.find_first_not_of('0'), digits.size()));
        order += '0';
        order += static_cast<char>(std::min(digits.size(), most_digits));
        order += digits;
    }
    return order;
}

/// A file with what it is sorted by.
struct Sorted {
    const Node* node = nullptr;
    std::string name; ///< as order_of() gives it
    std::string key;  ///< kind or folder, where that comes first
    std::int64_t number = 0;
};

Sorted sorted(const Disk& disk, const Node& node, FilesOrder order) {
    Sorted one{&node, order_of(folded(node.place == StandardPlace::none ? node.name : code_of(node.place))), {}, 0};
    switch (order) {
    case FilesOrder::name:
        break;
    case FilesOrder::changed:
        one.number = node.changed;
        break;
    case FilesOrder::kind:
        one.key = code_of(node.kind);
        break;
    case FilesOrder::size:
        one.number =
            node.kind == FileKind::folder ? static_cast<std::int64_t>(children(disk, node.id).size()) : node.size;
        break;
    case FilesOrder::folder:
        one.key = folded(code_of(disk, node.parent));
        break;
    }
    return one;
}

bool stands_before(const Sorted& a, const Sorted& b, bool reversed) {
    const bool a_is_folder = a.node->kind == FileKind::folder;
    if (a_is_folder != (b.node->kind == FileKind::folder)) {
        return a_is_folder;
    }
    const Sorted& first = reversed ? b : a;
    const Sorted& second = reversed ? a : b;
    if (first.number != second.number) {
        return first.number < second.number;
    }
    if (first.key != second.key) {
        return first.key < second.key;
    }
    const int by_name = first.name.compare(second.name);
    return by_name != 0 ? by_name < 0 : a.node->id < b.node->id;
}

std::string_view name_in_targets(const Node& node) {
    return node.place == StandardPlace::none ? std::string_view(node.name) : code_of(node.place);
}

/// The second target of one name is called `#2`, and so on; nearly always there is none.
void number_those_alike(std::vector<Shown>& shown) {
    if (surely_differ(shown, &Shown::target)) {
        return;
    }
    std::unordered_map<std::string, int> counts;
    for (Shown& one : shown) {
        const std::string target = one.target;
        for (int number = ++counts[one.target]; number > 1; number = ++counts[one.target]) {
            one.target = target + "#" + std::to_string(number);
        }
    }
}

std::vector<const Node*> nodes_in(const Disk& disk, int folder) {
    std::vector<const Node*> nodes;
    for (const Node& node : disk.nodes) {
        if (folder != 0 && node.parent == folder) {
            nodes.push_back(&node);
        }
    }
    return nodes;
}

std::vector<const Node*> found_below(const Disk& disk, int folder, std::string_view words) {
    const std::string wanted = folded(words);
    std::vector<const Node*> found;
    for (const Node& node : disk.nodes) {
        const bool is_named = node.place == StandardPlace::none && folded(node.name).find(wanted) != std::string::npos;
        if (is_named && node.id != folder && lies_in(disk, node.id, folder)) {
            found.push_back(&node);
        }
    }
    return found;
}

std::string two_digits(std::int64_t number) {
    return (number < 10 ? "0" : "") + std::to_string(number);
}

struct Day {
    int day = 1;
    int month = 1;
    int year = 2026;
};

/// The calendar's day, from days since 1 January 2026 (which may be negative).
Day day_of(std::int64_t days) {
    const auto is_leap = [](int year) { return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0); };
    Day day;
    while (days < 0) {
        --day.year;
        days += is_leap(day.year) ? 366 : 365;
    }
    while (days >= (is_leap(day.year) ? 366 : 365)) {
        days -= is_leap(day.year) ? 366 : 365;
        ++day.year;
    }
    const std::array<int, 12> lengths{31, is_leap(day.year) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    for (const int length : lengths) {
        if (days < length) {
            break;
        }
        days -= length;
        ++day.month;
    }
    day.day = static_cast<int>(days) + 1;
    return day;
}

std::int64_t floor_divide(std::int64_t a, std::int64_t b) {
    return a >= 0 ? a / b : -((-a + b - 1) / b);
}

} // namespace

int shown_folder(const Files& files, const Disk& disk) {
    const auto is_there = [&](int folder) {
        const Node* node = find_node(disk, folder);
        return node != nullptr && node->kind == FileKind::folder && can_reach(disk, folder);
    };
    if (is_there(files.folder)) {
        return files.folder;
    }
    const auto before = std::ranges::find_if(files.back.rbegin(), files.back.rend(), is_there);
    return before != files.back.rend() ? *before : folder_at(disk, StandardPlace::home);
}

std::string_view searched(const Files& files) {
    return base::trim(files.search.edit.text);
}

std::vector<Shown> shown_files(const Files& files, const Disk& disk) {
    const int folder = shown_folder(files, disk);
    const std::string_view words = searched(files);
    std::vector<Sorted> all;
    all.reserve(disk.nodes.size());
    for (const Node* node : words.empty() ? nodes_in(disk, folder) : found_below(disk, folder, words)) {
        all.push_back(sorted(disk, *node, files.order));
    }
    std::vector<const Sorted*> order(all.size());
    std::ranges::transform(all, order.begin(), [](const Sorted& one) { return &one; });
    std::ranges::sort(order, [&](const Sorted* a, const Sorted* b) { return stands_before(*a, *b, files.reversed); });
    std::vector<Shown> shown;
    shown.reserve(all.size());
    for (const Sorted* one : order) {
        std::string target(item_prefix);
        target += name_in_targets(*one->node);
        shown.push_back({one->node->id, std::move(target)});
    }
    number_those_alike(shown);
    return shown;
}

std::vector<int> selected_files(const Files& files, const Disk& disk) {
    if (files.selected.empty()) {
        return {};
    }
    if (!searched(files).empty()) {
        return selected_among(files, shown_files(files, disk));
    }
    std::vector<int> selected = files.selected;
    const int folder = shown_folder(files, disk);
    std::erase_if(selected, [&](int id) {
        const Node* node = find_node(disk, id);
        return node == nullptr || folder == 0 || node->parent != folder;
    });
    return selected;
}

int files_commands::file_of_target(const Files& files, const Disk& disk, std::string_view target) {
    if (!target.starts_with(item_prefix)) {
        return 0;
    }
    const int folder = shown_folder(files, disk);
    const std::string_view name = target.substr(item_prefix.size());
    const auto is_it = [&](const Node& node) { return node.parent == folder && name_in_targets(node) == name; };
    const auto first = std::ranges::find_if(disk.nodes, is_it);
    const bool is_plain = searched(files).empty() && folder != 0 && name.find('#') == std::string_view::npos;
    if (is_plain &&
        (first == disk.nodes.end() || std::find_if(first + 1, disk.nodes.end(), is_it) == disk.nodes.end())) {
        return first == disk.nodes.end() ? 0 : first->id;
    }
    // Where several are alike, or from several folders, their numbers tell them apart.
    const std::vector<Shown> shown = shown_files(files, disk);
    const auto found = std::ranges::find(shown, target, &Shown::target);
    return found == shown.end() ? 0 : found->node;
}

std::vector<int> selected_among(const Files& files, const std::vector<Shown>& shown) {
    std::vector<int> selected;
    for (const int id : files.selected) {
        if (std::ranges::find(shown, id, &Shown::node) != shown.end()) {
            selected.push_back(id);
        }
    }
    return selected;
}

std::vector<int> path_to(const Disk& disk, int folder) {
    std::vector<int> path;
    for (const Node* node = find_node(disk, folder); node != nullptr; node = find_node(disk, node->parent)) {
        path.insert(path.begin(), node->id);
    }
    return path;
}

Words words_of_change(std::int64_t changed, std::int64_t now) {
    constexpr std::int64_t day_length = 24 * 60; // minutes
    const std::int64_t day = floor_divide(changed, day_length);
    const std::int64_t minute = changed - day * day_length;
    const std::int64_t hour = minute / 60;
    const std::int64_t days_ago = floor_divide(now, day_length) - day;
    if (days_ago == 0 || days_ago == 1) {
        const std::string when = days_ago == 0 ? "today" : "yesterday";
        return message("desk.files.date." + when + (hour < 12 ? "-am" : "-pm"),
                       {{"hour", std::to_string(hour)},
                        {"hour12", std::to_string((hour + 11) % 12 + 1)},
                        {"minute", two_digits(minute % 60)}});
    }
    const Day date = day_of(day);
    std::vector<base::Argument> arguments;
    arguments.reserve(3);
    arguments.push_back({"day", two_digits(date.day)});
    arguments.push_back({"month", two_digits(date.month)});
    arguments.push_back({"year", std::to_string(date.year)});
    return message("desk.files.date.day", std::move(arguments));
}

Words words_of_size(const Disk& disk, const Node& node) {
    constexpr std::int64_t thousand = 1000;
    const auto said = [](const char* id, std::int64_t number) {
        return message(id, {{"number", std::to_string(number)}});
    };
    if (node.kind == FileKind::folder) {
        const auto count = static_cast<std::int64_t>(children(disk, node.id).size());
        return said(count == 0   ? "desk.files.size.empty"
                    : count == 1 ? "desk.files.size.item"
                                 : "desk.files.size.items",
                    count);
    }
    if (node.size >= thousand * thousand) {
        return said("desk.files.size.megabytes", (node.size + thousand * thousand / 2) / (thousand * thousand));
    }
    return node.size >= thousand ? said("desk.files.size.kilobytes", (node.size + thousand / 2) / thousand)
                                 : said("desk.files.size.bytes", node.size);
}

Words words_of_kind(const Node& node) {
    return message("desk.files.kind." + std::string(icon_of(node) == "file-pdf" ? "pdf" : code_of(node.kind)));
}

} // namespace world
