// Recordings to and from lines of JSON.
#include "tutor/recording.h"

#include "base/overloaded.h"

#include <array>
#include <cmath>
#include <functional>
#include <limits>

#include <nlohmann/json.hpp>

namespace tutor {

namespace {

using Json = nlohmann::ordered_json;

constexpr std::array<std::string_view, 3> button_names{"left", "middle", "right"};

std::string name_of(world::Button button) {
    return std::string(button_names.at(static_cast<std::size_t>(button)));
}

std::optional<world::Button> button_named(std::string_view name) {
    for (std::size_t i = 0; i < button_names.size(); ++i) {
        if (button_names.at(i) == name) {
            return static_cast<world::Button>(i);
        }
    }
    return std::nullopt;
}

/// Places are kept to a hundredth of a unit, and that is what a replay gets too.
double rounded(double value) {
    return std::round(value * 100) / 100;
}

Json to_json(const world::Deed& deed) {
    return std::visit(
        base::Overloaded{
            [](const world::Move& move) {
                return Json{{"do", "move"}, {"x", rounded(move.x)}, {"y", rounded(move.y)}};
            },
            [](const world::Press& press) {
                return Json{{"do", "press"}, {"button", name_of(press.button)}};
            },
            [](const world::Release& release) {
                return Json{{"do", "release"}, {"button", name_of(release.button)}};
            },
            [](const world::Scroll& scroll) {
                return Json{{"do", "scroll"}, {"notches", scroll.notches}};
            },
            [](const world::KeyDown& key) {
                return Json{
                    {"do", "key-down"}, {"code", key.code}, {"caps_lock", key.caps_lock}, {"repeated", key.repeated}};
            },
            [](const world::KeyUp& key) {
                return Json{{"do", "key-up"}, {"code", key.code}};
            },
            [](const world::Type& type) {
                return Json{{"do", "type"}, {"text", type.text}};
            },
            [](const world::Click& click) {
                return Json{{"do", "click"},        {"target", click.target}, {"button", name_of(click.button)},
                            {"times", click.times}, {"shift", click.shift},   {"control", click.control}};
            },
            [](const world::Drag& drag) {
                return Json{{"do", "drag"}, {"target", drag.target}, {"onto", drag.onto}, {"control", drag.control}};
            },
            [](const world::Place& place) {
                return Json{
                    {"do", "place"}, {"target", place.target}, {"x", rounded(place.x)}, {"y", rounded(place.y)}};
            },
            [](const world::Mark& mark) {
                return Json{{"do", "mark"}, {"target", mark.target}, {"from", mark.from}, {"to", mark.to}};
            },
            [](const world::Undo&) {
                return Json{{"do", "undo"}};
            },
            [](const world::Wait&) {
                return Json{{"do", "wait"}};
            },
        },
        deed);
}

/// What is done to a target by its name; nothing where the deed is none of these.
std::optional<world::Deed> deed_on_target(const Json& line, std::string_view name) {
    if (name == "click") {
        const std::optional<world::Button> button = button_named(line.value("button", std::string("left")));
        if (!button) {
            return std::nullopt;
        }
        return world::Click{line.at("target").get<std::string>(), *button, line.value("times", 1),
                            line.value("shift", false), line.value("control", false)};
    }
    if (name == "drag") {
        return world::Drag{line.at("target").get<std::string>(), line.at("onto").get<std::string>(),
                           line.value("control", false)};
    }
    if (name == "place") {
        return world::Place{line.at("target").get<std::string>(), line.at("x").get<double>(),
                            line.at("y").get<double>()};
    }
    if (name == "mark") {
        return world::Mark{line.at("target").get<std::string>(), line.at("from").get<std::size_t>(),
                           line.at("to").get<std::size_t>()};
    }
    return name == "undo" ? std::optional<world::Deed>(world::Undo{}) : std::nullopt;
}

/// The deed of a line; nothing where it is none. Throws nlohmann::json::exception where a field is missing or wrong.
std::optional<world::Deed> deed_of(const Json& line) {
    const std::string name = line.at("do").get<std::string>();
    if (name == "move") {
        return world::Move{line.at("x").get<double>(), line.at("y").get<double>()};
    }
    if (name == "press" || name == "release") {
        const std::optional<world::Button> button = button_named(line.at("button").get<std::string>());
        if (!button) {
            return std::nullopt;
        }
        return name == "press" ? world::Deed{world::Press{*button}} : world::Deed{world::Release{*button}};
    }
    if (name == "scroll") {
        return world::Scroll{line.at("notches").get<double>()};
    }
    if (name == "key-down") {
        return world::KeyDown{line.at("code").get<std::string>(), line.value("caps_lock", false),
                              line.value("repeated", false)};
    }
    if (name == "key-up") {
        return world::KeyUp{line.at("code").get<std::string>()};
    }
    if (name == "type") {
        return world::Type{line.at("text").get<std::string>()};
    }
    return name == "wait" ? std::optional<world::Deed>(world::Wait{}) : deed_on_target(line, name);
}

std::optional<Input> input_of(const Json& line) {
    const std::int64_t at = line.at("at").get<std::int64_t>();
    const std::string name = line.at("do").get<std::string>();
    if (name == "help") {
        return Input{at, AskHelp{}};
    }
    if (name == "again") {
        return Input{at, StartAgain{}};
    }
    if (name == "go-on") {
        return Input{at, GoOn{}};
    }
    const std::optional<world::Deed> deed = deed_of(line);
    return deed ? std::optional(Input{at, *deed}) : std::nullopt;
}

RecordingHead head_of(const Json& line) {
    RecordingHead head;
    head.lesson = line.at("lesson").get<std::string>();
    head.language = line.value("language", head.language);
    head.seed = line.value("seed", head.seed);
    head.layout = line.value("layout", head.layout);
    head.tolerance.drift = line.value("drift", head.tolerance.drift);
    head.tolerance.interval = line.value("interval", head.tolerance.interval);
    head.step = line.value("step", head.step);
    head.safety = line.value("safety", head.safety);
    if (const std::string look = line.value("look", std::string()); !look.empty()) {
        head.look = look == "overview" ? world::DeskLook::overview : world::DeskLook::bar;
    }
    return head;
}

base::Error fault(std::string_view id, const std::string& file, int line) {
    return base::Error{std::string(id), {}, base::Place{file, line, 0}};
}

/// Adds the input of one line, or the last state, to the recording.
base::Result<base::Done> read_line(const Json& line, const std::string& file, int number, Recording& recording) {
    if (!recording.state.empty()) {
        return fault("recording.after-end", file, number);
    }
    if (line.contains("state")) {
        recording.state = line.at("state").get<std::string>();
        return base::Done{};
    }
    const std::optional<Input> input = input_of(line);
    if (!input) {
        return fault("recording.unknown", file, number);
    }
    if (input->at < (recording.inputs.empty() ? 0 : recording.inputs.back().at)) {
        return fault("recording.backwards", file, number);
    }
    recording.inputs.push_back(*input);
    return base::Done{};
}

} // namespace

world::Deed as_recorded(world::Deed deed) {
    const auto round_place = [](auto& placed) {
        placed.x = rounded(placed.x);
        placed.y = rounded(placed.y);
    };
    if (auto* move = std::get_if<world::Move>(&deed)) {
        round_place(*move);
    } else if (auto* place = std::get_if<world::Place>(&deed)) {
        round_place(*place);
    }
    return deed;
}

std::string to_line(const RecordingHead& head) {
    Json line{{"lesson", head.lesson}, {"language", head.language},     {"seed", head.seed},
              {"layout", head.layout}, {"drift", head.tolerance.drift}, {"interval", head.tolerance.interval},
              {"step", head.step},     {"safety", head.safety}};
    if (head.look) {
        line["look"] = *head.look == world::DeskLook::bar ? "bar" : "overview";
    }
    return line.dump();
}

std::string to_line(const Input& input) {
    Json line{{"at", input.at}};
    line.update(std::visit(base::Overloaded{
                               [](const world::Deed& deed) { return to_json(deed); },
                               [](const AskHelp&) {
                                   return Json{{"do", "help"}};
                               },
                               [](const StartAgain&) {
                                   return Json{{"do", "again"}};
                               },
                               [](const GoOn&) {
                                   return Json{{"do", "go-on"}};
                               },
                           },
                           input.what));
    return line.dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::string last_line(const std::string& state) {
    return Json{{"state", state}}.dump();
}

std::string to_line(const world::Event& event) {
    Json line{{"at", event.at}, {"event", event.fact.name}};
    for (const world::Field& field : event.fact.fields) {
        std::visit([&](const auto& value) { line[field.name] = value; }, field.value);
    }
    return line.dump(-1, ' ', false, Json::error_handler_t::replace);
}

base::Result<Recording> read_recording(std::string_view text, const std::string& file) {
    Recording recording;
    bool has_head = false;
    int number = 0;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        const std::string_view content = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        ++number;
        if (content.find_first_not_of(" \t\r") == std::string_view::npos) {
            continue;
        }
        try {
            const Json line = Json::parse(content);
            if (!has_head) {
                recording.head = head_of(line);
                has_head = true;
                continue;
            }
            COUCOU_TRY([[maybe_unused]] const base::Done read, read_line(line, file, number, recording));
        } catch (const Json::exception&) {
            return fault("recording.syntax", file, number);
        }
    }
    if (!has_head) {
        return fault("recording.syntax", file, 0);
    }
    return recording;
}

} // namespace tutor
