// Reads routes and plays them: each line touches something that can be touched then.
#include "routes.h"

#include "base/text.h"
#include "tutor/run.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace routes {

namespace {

constexpr std::int64_t pace = 400;       // ms from deed to deed
constexpr std::int64_t long_wait = 3000; // ms
constexpr int most_waits = 40;           // while a page loads

// --- Reading ---------------------------------------------------------------------------------------------------------

struct Verb {
    std::string_view name;
    std::size_t words; ///< how many stand behind it
};
constexpr std::array<Verb, 11> verbs{{{"open", 1},
                                      {"click", 1},
                                      {"double", 1},
                                      {"right", 1},
                                      {"drag", 2},
                                      {"type", 1},
                                      {"key", 1},
                                      {"mark", 3},
                                      {"place", 3},
                                      {"wait", 0},
                                      {"undo", 0}}};

/// The last word of a text, which loses it.
std::string last_word(std::string& text) {
    const std::size_t blank = text.find_last_of(' ');
    std::string word = blank == std::string::npos ? text : text.substr(blank + 1);
    text = blank == std::string::npos ? std::string() : text.substr(0, blank);
    return word;
}

std::vector<std::string> parted(std::string_view verb, std::string rest) {
    if (verb == "drag") {
        const std::size_t onto = rest.find(" onto ");
        return onto == std::string::npos ? std::vector{rest} : std::vector{rest.substr(0, onto), rest.substr(onto + 6)};
    }
    if (verb == "mark" || verb == "place") {
        std::string second = last_word(rest);
        std::string first = last_word(rest);
        return {std::move(rest), std::move(first), std::move(second)};
    }
    return rest.empty() ? std::vector<std::string>{} : std::vector{std::move(rest)};
}

base::Error unreadable(const std::string& file, int number, std::string_view id) {
    return {std::string(id), {}, {file, number, 1}};
}

std::optional<Route> heading(std::string_view verb, const std::string& rest, int number) {
    if (verb == "route") {
        return Route{rest, {}, number, {}};
    }
    const std::size_t at = rest.rfind(" at ");
    if (verb == "wrong" && at != std::string::npos) {
        return Route{rest.substr(0, at), rest.substr(at + 4), number, {}};
    }
    return std::nullopt;
}

// --- Playing ---------------------------------------------------------------------------------------------------------

/// The W3C code of a key as people call it: a letter's is where this layout writes it.
std::string code_of(const world::Layout& layout, std::string_view key) {
    if (key.size() == 1 && key[0] >= 'A' && key[0] <= 'Z') {
        const std::vector<world::Stroke> strokes =
            world::strokes_for(layout, std::string(1, static_cast<char>(key[0] - 'A' + 'a')));
        return strokes.empty() ? "Key" + std::string(key) : strokes.front().code;
    }
    if (key.size() == 1 && key[0] >= '0' && key[0] <= '9') {
        return "Digit" + std::string(key);
    }
    if (key == "Control" || key == "Shift" || key == "Alt" || key == "Meta") {
        return std::string(key) + "Left";
    }
    return std::string(key);
}

/// One playing, while it goes on.
class Player {
public:
    explicit Player(const Playing& playing) : playing_(playing), run_(playing.begin().run) {}

    /// Does the lines, until the lesson comes to the step `until` (empty: all of them).
    bool go(const std::vector<Line>& lines, std::string_view until) {
        for (const Line& line : lines) {
            if (!until.empty() && run_.current().name == until && !run_.step_is_done) {
                return true;
            }
            if (line.look != "any" && line.look != look()) {
                continue;
            }
            if (!do_line(line)) {
                return false;
            }
            go_on();
        }
        return until.empty() || run_.current().name == until;
    }

    /// The same without going on to the next step.
    bool stay(const std::vector<Line>& lines) {
        return std::ranges::all_of(lines, [&](const Line& line) {
            return (line.look != "any" && line.look != look()) || (do_line(line) && !run_.step_is_done) ||
                   (run_.step_is_done && fail(line, "does the step, and should not"));
        });
    }

    const tutor::Run& run() const { return run_; }
    const std::string& fault() const { return fault_; }

    bool fail(const Line& line, const std::string& what) {
        std::vector<std::string> names;
        for (const world::Target& target : world::targets(desk())) {
            names.push_back(target.name + (target.enabled ? "" : " (not enabled)"));
        }
        fault_ = fmt::format("line {}: {} {}\n  {}\n  step: {}\n  can be touched: {}", line.number, line.verb,
                             fmt::join(line.words, " | "), what, run_.current().name, fmt::join(names, ", "));
        return false;
    }

private:
    const world::DeskState& desk() const {
        static const world::DeskState none;
        for (const world::App& app : run_.computer.apps) {
            if (const auto* found = std::get_if<world::Desk>(&app)) {
                return found->timeline.now();
            }
        }
        return none;
    }

    bool waits() const {
        return std::ranges::any_of(run_.computer.apps, [](const world::App& app) {
            const auto* found = std::get_if<world::Desk>(&app);
            return found != nullptr && world::lives(*found);
        });
    }

    std::string_view look() const { return desk().look == world::DeskLook::bar ? "bar" : "overview"; }

    void give(world::Deed deed, std::int64_t after = pace) {
        now_ += after;
        tutor::apply(run_, {now_, std::move(deed)});
        for (int wait = 0; wait < most_waits && waits() && !run_.step_is_done; ++wait) {
            now_ += pace;
            tutor::apply(run_, {now_, world::Wait{}});
        }
    }

    void go_on() {
        if (run_.step_is_done) {
            now_ += pace;
            tutor::apply(run_, {now_, tutor::GoOn{}});
        }
    }

    /// `{Vacances|Holidays}` and `%friend.name%` become what they are now.
    std::string filled(const std::string& word) const {
        std::string text;
        std::size_t at = 0;
        while (at < word.size()) {
            const std::size_t open = word.find('{', at);
            const std::size_t bar = open == std::string::npos ? open : word.find('|', open);
            const std::size_t close = bar == std::string::npos ? bar : word.find('}', bar);
            if (close == std::string::npos) {
                text += word.substr(at);
                break;
            }
            text += word.substr(at, open - at);
            text += playing_.english ? word.substr(bar + 1, close - bar - 1) : word.substr(open + 1, bar - open - 1);
            at = close + 1;
        }
        return playing_.filled(text);
    }

    bool touchable(const Line& line, const std::string& name, unsigned gesture) {
        const std::vector<world::Target> all = world::targets(desk());
        const world::Target* target = world::find_target(all, name);
        if (target == nullptr) {
            return fail(line, "is not on the screen: " + name);
        }
        if (!target->enabled || (target->gestures & gesture) == 0) {
            return fail(line, "cannot be done with " + name);
        }
        return true;
    }

    /// As on real desktops: single clicks open in the overview's look, double-clicks in the bar's.
    bool opens_by_two(const std::string& name) const {
        if (look() == "overview" && name.starts_with("desktop/icon/")) {
            return false;
        }
        const std::vector<world::Target> all = world::targets(desk());
        const world::Target* target = world::find_target(all, name);
        return target != nullptr && (target->gestures & world::double_clickable) != 0;
    }

    bool click(const Line& line, const std::string& name) {
        const bool twice = line.verb == "double" || (line.verb == "open" && opens_by_two(name));
        const bool right = line.verb == "right";
        const unsigned gesture = right   ? world::right_clickable
                                 : twice ? world::double_clickable | world::clickable
                                         : world::clickable;
        if (!touchable(line, name, gesture)) {
            return false;
        }
        give(world::Click{name, right ? world::Button::right : world::Button::left, twice ? 2 : 1, line.held == "shift",
                          line.held == "control"});
        return true;
    }

    void press(const std::string& chord) {
        std::vector<std::string> codes;
        for (std::size_t at = 0; at <= chord.size();) {
            const std::size_t plus = std::min(chord.find('+', at), chord.size());
            codes.push_back(code_of(run_.setup.layout, chord.substr(at, plus - at)));
            at = plus + 1;
        }
        for (const std::string& code : codes) {
            give(world::KeyDown{code});
        }
        for (auto code = codes.rbegin(); code != codes.rend(); ++code) {
            if (!run_.step_is_done) {
                give(world::KeyUp{*code}, 20);
            } else {
                tutor::apply(run_, {now_, world::KeyUp{*code}});
            }
        }
    }

    bool do_line(const Line& line) {
        if (run_.is_finished) {
            return fail(line, "the lesson is over");
        }
        std::vector<std::string> words;
        std::ranges::transform(line.words, std::back_inserter(words), [&](const auto& word) { return filled(word); });
        if (line.verb == "step") {
            return run_.current().name == words[0] || fail(line, "the lesson is not there");
        }
        if (line.verb == "wait") {
            give(world::Wait{}, long_wait);
        } else if (line.verb == "undo") {
            give(world::Undo{});
        } else if (line.verb == "key") {
            press(words[0]);
        } else if (line.verb == "type") {
            for (const std::string& character : base::split_characters(words[0])) {
                give(world::Type{character}, 20);
            }
        } else if (line.verb == "drag") {
            if (!touchable(line, words[0], world::draggable) || !touchable(line, words[1], world::takes_drop)) {
                return false;
            }
            give(world::Drag{words[0], words[1], line.held == "control"});
        } else if (line.verb == "place") {
            if (!touchable(line, words[0], world::placeable)) {
                return false;
            }
            give(world::Place{words[0], std::stod(words[1]), std::stod(words[2])});
        } else if (line.verb == "mark") {
            if (!touchable(line, words[0], world::writable)) {
                return false;
            }
            give(world::Mark{words[0], std::stoul(words[1]), std::stoul(words[2])});
        } else {
            return click(line, words[0]);
        }
        return true;
    }

    const Playing& playing_;
    tutor::Run run_;
    std::int64_t now_ = 0;
    std::string fault_;
};

} // namespace

base::Result<std::vector<Route>> read(std::string_view text, const std::string& file) {
    std::vector<Route> routes;
    std::string look = "any";
    int number = 0;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        const std::string_view written = base::trim(text.substr(at, end - at));
        at = end + 1;
        ++number;
        if (written.empty() || written.starts_with('#')) {
            continue;
        }
        const std::size_t blank = std::min(written.find(' '), written.size());
        std::string verb(written.substr(0, blank));
        std::string rest(base::trim(written.substr(blank)));
        if (std::optional<Route> route = heading(verb, rest, number)) {
            routes.push_back(std::move(*route));
            look = "any";
            continue;
        }
        if (routes.empty()) {
            return unreadable(file, number, "route.no-heading");
        }
        if (verb == "in") {
            look = rest;
            continue;
        }
        const std::size_t plus = std::min(verb.find('+'), verb.size());
        Line line{number, verb.substr(0, plus), plus < verb.size() ? verb.substr(plus + 1) : "", {}, look};
        line.words = parted(line.verb, std::move(rest));
        const auto* known = std::ranges::find(verbs, line.verb, &Verb::name);
        if (known == verbs.end() && line.verb != "step") {
            return unreadable(file, number, "route.unknown");
        }
        if (line.words.size() != (line.verb == "step" ? 1 : known->words)) {
            return unreadable(file, number, "route.half");
        }
        routes.back().lines.push_back(std::move(line));
    }
    return routes;
}

std::string play(const Route& route, const Playing& playing) {
    Player player(playing);
    if (player.go(route.lines, {}) && player.run().is_finished) {
        return {};
    }
    if (player.fault().empty()) {
        player.fail({route.lines.empty() ? route.number : route.lines.back().number, "end", {}, {}, {}},
                    "the lesson is not finished");
    }
    return player.fault();
}

std::string play_wrong(const Route& wrong, const Route& way, const Playing& playing) {
    Player player(playing);
    if (player.run().current().name != wrong.at && !player.go(way.lines, wrong.at)) {
        if (player.fault().empty()) {
            player.fail({wrong.number, "wrong", {}, {wrong.at}, {}}, "the first route does not come to that step");
        }
        return player.fault();
    }
    return player.stay(wrong.lines) ? std::string() : player.fault();
}

} // namespace routes
