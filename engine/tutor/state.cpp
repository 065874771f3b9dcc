// The state of a run, written out in one fixed order.
#include "tutor/state.h"

#include "tutor/recording.h"

#include <cstdint>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace tutor {

namespace {

using Json = nlohmann::ordered_json;

class Lines {
public:
    void add(const Json& line) { text_ += line.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n"; }
    void add(const world::Event& event) { text_ += to_line(event) + "\n"; }
    std::string take() { return std::move(text_); }

private:
    std::string text_;
};

void add_course(Lines& lines, const Run& run) {
    lines.add(Json{{"lesson", run.lesson->id},
                   {"step", run.current().name},
                   {"now", run.now},
                   {"began", run.step_began_at},
                   {"done", run.step_is_done},
                   {"finished", run.is_finished},
                   {"help", static_cast<int>(run.help)},
                   {"help_in_lesson", static_cast<int>(run.help_in_lesson)},
                   {"slips", run.slips},
                   {"begun_again", run.begun_again}});
    if (run.feedback) {
        lines.add(Json{{"said", static_cast<int>(run.feedback->kind)},
                       {"text", run.feedback->text},
                       {"message", run.feedback->message.id},
                       {"at", run.feedback->at}});
    }
}

void add_seen(Lines& lines, const world::PointerPractice& practice) {
    lines.add(Json{{"pointer", {practice.pointer.x, practice.pointer.y}}, {"scroll", practice.scroll}});
    for (const world::Thing& thing : practice.things) {
        const world::Point place = world::place_of(thing, practice.now);
        lines.add(Json{{"thing", thing.name},
                       {"place", {place.x, place.y}},
                       {"done", thing.done},
                       {"hidden", thing.hidden},
                       {"in", thing.lies_in},
                       {"path", thing.path_done}});
    }
}

void add_seen(Lines& lines, const world::KeyboardPractice& practice) {
    lines.add(Json{{"written", practice.written.text},
                   {"position", practice.position},
                   {"held", practice.held},
                   {"right", practice.measure.right},
                   {"wrong", practice.measure.wrong}});
}

void add_seen(Lines& lines, const world::QuizPractice& quiz) {
    lines.add(Json{{"focus", quiz.state.focus}, {"written", world::current_mark(quiz).written.text}});
    for (const world::Target& target : world::targets(quiz)) {
        lines.add(Json{{"target", target.name},
                       {"text", target.words.text},
                       {"message", target.words.message.id},
                       {"enabled", target.enabled},
                       {"on", target.on}});
    }
}

void add_seen(Lines& lines, const world::Desk& desk) {
    const world::DeskState& state = desk.timeline.now();
    lines.add(Json{{"focus", state.focus}, {"selected", state.selected}, {"changes", desk.timeline.length()}});
    for (const world::Window& window : state.windows) {
        const world::Rectangle place = world::seen_at(state, window);
        lines.add(Json{{"window", window.name},
                       {"place", {place.x, place.y, place.width, place.height}},
                       {"minimised", window.minimised}});
    }
    for (const world::Target& target : world::targets(state)) {
        lines.add(Json{{"target", target.name},
                       {"text", target.words.text},
                       {"message", target.words.message.id},
                       {"enabled", target.enabled},
                       {"on", target.on}});
        if (const world::TextField* field = world::field_of_target(state, target.name)) {
            lines.add(Json{{"field", target.name}, {"written", field->edit.text}});
        }
    }
}

} // namespace

std::string state_text(const Run& run) {
    Lines lines;
    add_course(lines, run);
    for (const world::Event& event : run.happened) {
        lines.add(event);
    }
    for (const world::Fact& fact : world::facts(run.computer)) {
        lines.add(world::Event{run.now, fact});
    }
    for (const world::App& app : run.computer.apps) {
        std::visit([&](const auto& practice) { add_seen(lines, practice); }, app);
    }
    return lines.take();
}

std::string fingerprint(const Run& run) {
    std::uint64_t hash = 0xCBF29CE484222325U;
    for (const char byte : state_text(run)) {
        hash = (hash ^ static_cast<unsigned char>(byte)) * 0x100000001B3U;
    }
    return fmt::format("{:016x}", hash);
}

} // namespace tutor
