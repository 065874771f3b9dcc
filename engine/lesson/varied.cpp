// A lesson as one run of it goes.
#include "lesson/varied.h"

#include "base/random.h"
#include "lesson/varied_names.h"

#include <algorithm>

#include <fmt/format.h>

namespace lesson {

namespace {

/// A seed for each list (FNV-1a over its name), so that a further list changes nothing about the others.
std::uint64_t seed_for(std::uint64_t seed, std::string_view name) {
    std::uint64_t hash = 0xCBF29CE484222325U;
    for (const char c : name) {
        hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3U;
    }
    return base::Random{seed ^ hash}.next();
}

std::string text_of(const Value& value) {
    if (const auto* text = std::get_if<std::string>(&value.data)) {
        return *text;
    }
    if (const auto* whole = std::get_if<std::int64_t>(&value.data)) {
        return std::to_string(*whole);
    }
    if (const auto* number = std::get_if<double>(&value.data)) {
        return fmt::format("{}", *number);
    }
    return {};
}

void put(Table& table, const Entry& entry) {
    const auto there = std::ranges::find(table, entry.key, &Entry::key);
    if (there == table.end()) {
        table.push_back(entry);
    } else {
        *there = entry;
    }
}

void fill_starts(Table& start, const Draw& draw) {
    for (Entry& app : start) {
        app.value = draw.filled_start(app.value);
    }
}

} // namespace

struct Draw::Progress {
    std::map<std::string, std::size_t, std::less<>> taken;
    base::Random random;
};

Draw::Draw(std::span<const Vary> vary, const Variety& variety, std::uint64_t seed) : variety_(variety), seed_(seed) {
    for (const VarietyList& list : variety.lists) {
        std::vector<const Value*>& order = orders_[list.name];
        std::ranges::transform(list.items, std::back_inserter(order), [](const Value& item) { return &item; });
        base::Random random{seed_for(seed, list.name)};
        base::shuffle(order, random);
    }
    for (const Vary& entry : vary) {
        const auto order = orders_.find(entry.list);
        if (order != orders_.end()) {
            std::size_t& taken = taken_[entry.list];
            drawn_[entry.name] = &table_of(*order->second[taken % order->second.size()]);
            ++taken;
        }
    }
}

std::string Draw::filled(std::string_view text) const {
    std::string result;
    std::size_t done = 0;
    while (const auto name = find_name(text, done)) {
        const auto drawn = drawn_.find(name->name);
        const Value* value = drawn == drawn_.end() ? nullptr : find(*drawn->second, name->key);
        if (value == nullptr) {
            // Its last sign may be the first of another name.
            result += text.substr(done, name->end - 1 - done);
            done = name->end - 1;
        } else {
            result.append(text.substr(done, name->begin - done)).append(text_of(*value));
            done = name->end;
        }
    }
    return result.append(text.substr(done));
}

Value Draw::filled_start(const Value& app) const {
    Progress progress{taken_, base::Random{seed_for(seed_, "")}};
    return filled(app, progress);
}

Value Draw::filled(const Value& value, Progress& progress) const {
    Value result = value;
    if (const auto* text = std::get_if<std::string>(&value.data)) {
        result.data = filled(*text);
    } else if (const auto* list = std::get_if<List>(&value.data)) {
        result.data = filled_list(*list, progress);
    } else if (auto* table = std::get_if<Table>(&result.data)) {
        for (Entry& entry : *table) {
            entry.value = filled(entry.value, progress);
        }
    }
    return result;
}

List Draw::filled_list(const List& list, Progress& progress) const {
    List result;
    bool shuffles = false;
    for (const Value& item : list) {
        const Table& table = table_of(item);
        shuffles = shuffles || yes_or(table, "shuffle", false);
        if (find(table, "pick") != nullptr) {
            pick(item, result, progress);
            continue;
        }
        Value kept = filled(item, progress);
        if (auto* entries = std::get_if<Table>(&kept.data)) {
            std::erase_if(*entries, [](const Entry& entry) { return entry.key == "shuffle"; });
        }
        result.push_back(std::move(kept));
    }
    if (shuffles) {
        base::shuffle(result, progress.random);
    }
    return result;
}

void Draw::pick(const Value& entry, List& into, Progress& progress) const {
    const Table& own = table_of(entry);
    const auto order = orders_.find(text_or(own, "pick", ""));
    if (order == orders_.end()) {
        return;
    }
    const std::int64_t count = std::min<std::int64_t>(whole_or(own, "count", 1), std::ssize(order->second));
    for (std::int64_t i = 0; i < count; ++i) {
        Value picked = *order->second[progress.taken[order->first]++ % order->second.size()];
        picked.place = entry.place;
        if (auto* table = std::get_if<Table>(&picked.data)) {
            for (const Entry& over : own) {
                if (over.key != "pick" && over.key != "count" && over.key != "shuffle") {
                    put(*table, {over.key, over.place, filled(over.value, progress)});
                }
            }
        }
        into.push_back(std::move(picked));
    }
}

Lesson varied(const Lesson& lesson, const Variety& variety, std::uint64_t seed) {
    const Draw draw(lesson.vary, variety, seed);
    const auto fill = [&draw](std::string& text) { text = draw.filled(text); };
    Lesson result = lesson;
    fill_starts(result.start, draw);
    for (Step& step : result.steps) {
        fill(step.say);
        fill(step.hint);
        fill(step.praise);
        fill_starts(step.start, draw);
        each_operand(step.goal, fill);
    }
    for (Mistake& mistake : result.mistakes) {
        fill(mistake.say);
        each_operand(mistake.when, fill);
    }
    return result;
}

} // namespace lesson
