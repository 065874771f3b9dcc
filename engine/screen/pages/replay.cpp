// The stage and the tutor's words as the learner had them, and below them the controls of the replay.
#include "screen/pages/replay.h"

#include "screen/pages/helping.h"
#include "screen/pages/replay_pointer.h"
#include "screen/widgets.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

namespace screen {

namespace {

constexpr int frame_time = 16; // ms

struct Speed {
    int halves;
    std::string_view message;
};
constexpr std::array speeds{Speed{1, "replay.speed.half"}, Speed{2, "replay.speed.normal"},
                            Speed{8, "replay.speed.four"}, Speed{32, "replay.speed.sixteen"}};

// --- Time -----------------------------------------------------------------------------------------------------------

void let_time_pass(Ui& ui, ReplayPage& page) {
    const std::int64_t passed = page.drawn_until ? std::max<std::int64_t>(ui.now() - *page.drawn_until, 0) : 0;
    page.drawn_until = ui.now();
    if (!page.plays) {
        return;
    }
    const std::int64_t halves = passed * page.halves + page.rest;
    page.rest = static_cast<int>(halves % 2);
    tutor::advance(page.replay, halves / 2);
    if (tutor::is_over(page.replay)) {
        page.plays = false;
    } else {
        ui.wake_in(frame_time);
    }
}

/// Minutes and seconds.
std::string clock(std::int64_t ms) {
    const std::int64_t seconds = ms / 1000;
    return fmt::format("{}:{:02}", seconds / 60, seconds % 60);
}

// --- The tutor's panel ----------------------------------------------------------------------------------------------

struct Word {
    std::string text;
    BubbleKind kind = BubbleKind::hint;
};

/// What the tutor said at that moment.
Word word_of(const Ui& ui, const tutor::Run& run) {
    if (const auto& feedback = run.feedback) {
        const bool praise = feedback->kind == tutor::Feedback::Kind::praise;
        return {feedback->text.empty() ? ui.say(feedback->message) : feedback->text,
                praise ? BubbleKind::praise : BubbleKind::care};
    }
    switch (run.help) {
    case tutor::Help::none:
        return {};
    case tutor::Help::nudge:
        return {run.current().hint.empty() ? ui.say("player.hint.nudge") : run.current().hint};
    case tutor::Help::look:
    case tutor::Help::point:
        return {ui.say("player.hint.look")};
    case tutor::Help::show:
        return {ui.say("player.hint.show")};
    case tutor::Help::together:
        return {ui.say("player.hint.together")};
    }
    return {};
}

/// Whether the replay came to the recorded state: told at the end, and from the beginning where it will not.
Word verdict_of(Ui& ui, const tutor::Replay& replay) {
    switch (replay.score->agreement) {
    case tutor::Agreement::different:
        return {ui.say("replay.end.different"), BubbleKind::care};
    case tutor::Agreement::same:
        return tutor::is_over(replay) ? Word{ui.say("replay.end.same"), BubbleKind::praise} : Word{};
    case tutor::Agreement::untold:
        return tutor::is_over(replay) ? Word{ui.say("replay.end.untold"), BubbleKind::hint} : Word{};
    }
    return {};
}

std::string_view verdict_place(tutor::Agreement agreement) {
    return agreement == tutor::Agreement::same        ? "replay/same"
           : agreement == tutor::Agreement::different ? "replay/different"
                                                      : "replay/untold";
}

void words(Ui& ui, const Rect& room, ReplayPage& page) {
    const tutor::Run& run = page.replay.run;
    ScrollArea area(ui, "words", room, page.words);
    const float width = area.width();
    float y = area.top();
    const auto write = [&](const std::string& text, const TextStyle& style, float after) {
        y += paragraph(ui, {room.x, y}, width, text, style) + ui.px(after);
    };
    const auto say = [&](const Word& word) {
        y += word.text.empty() ? 0 : bubble(ui, {room.x, y}, width, word.text, word.kind) + ui.px(gap);
    };
    const Word verdict = verdict_of(ui, page.replay);
    if (!verdict.text.empty()) {
        ui.note_place(verdict_place(page.replay.score->agreement), {room.x, y, width, ui.px(gap)});
    }
    say(verdict);
    write(run.lesson->title, style_of(ui, Type::body, ui.theme().soft_ink), 4);
    write(ui.say({"replay.step",
                  {{"number", std::to_string(run.step + 1)}, {"count", std::to_string(run.lesson->steps.size())}}}),
          style_of(ui, Type::body, ui.theme().soft_ink), 12);
    write(run.current().say, style_of(ui, Type::lead), 18);
    say(word_of(ui, run));
    area.finish(y);
}

void panel_top(Ui& ui, const Rect& inside, ReplayPage& page, Intents& intents) {
    const Label leave =
        page.learner.empty() ? Label{"icon-leave", ui.say("replay.leave")} : Label{"icon-back", ui.say("replay.back")};
    const float width = button_width(ui, leave);
    if (button(ui, "leave", {inside.x, inside.y, width, button_height(ui)}, leave) ||
        (!page.settings.open && ui.take_key("Escape"))) {
        intents.push_back(page.learner.empty() ? Intent(Quit{}) : Intent(OpenLearner{page.learner, true}));
    }
    settings_button(ui, {inside.right(), inside.y}, {"icon-settings", {}}, page.settings);
}

// --- Controls -------------------------------------------------------------------------------------------------------

/// Places buttons one after the other, in as many rows as they need.
class Rows {
public:
    Rows(Ui& ui, const Rect& room) : ui_(ui), room_(room), x_(room.x), y_(room.y) {}

    Rect next(const Label& label, ButtonKind kind = ButtonKind::normal) {
        const float width = std::min(button_width(ui_, label, kind), room_.w);
        if (x_ > room_.x && x_ + width > room_.right()) {
            new_row();
        }
        const Rect rect{x_, y_, width, button_height(ui_)};
        x_ += width + ui_.px(8);
        return rect;
    }
    void space() { x_ += x_ > room_.x ? ui_.px(gap) : 0; }
    void new_row() {
        x_ = room_.x;
        y_ += button_height(ui_) + ui_.px(8);
    }
    float bottom() const { return y_ + button_height(ui_); }

private:
    Ui& ui_;
    Rect room_;
    float x_;
    float y_;
};

/// Goes somewhere else in the recording, and shows what is there.
void jump(Ui& ui, ReplayPage& page, std::size_t chapter) {
    tutor::go_to(page.replay, chapter);
    page.pointer = {};
    page.rest = 0;
    ui.wake_in(0);
}

/// What the first button does now.
Label play_label(const Ui& ui, const ReplayPage& page) {
    return page.plays                    ? Label{"icon-pause", ui.say("replay.pause")}
           : tutor::is_over(page.replay) ? Label{"icon-again", ui.say("replay.again")}
                                         : Label{"icon-play", ui.say("replay.play")};
}

/// The longest of its labels: so nothing moves when it changes.
Label longest_play_label(Ui& ui) {
    Label longest;
    for (const std::string_view id : {"replay.pause", "replay.again", "replay.play"}) {
        const Label label{"icon-play", ui.say(id)};
        if (button_width(ui, label, ButtonKind::primary) > button_width(ui, longest, ButtonKind::primary)) {
            longest = label;
        }
    }
    return longest;
}

void play_buttons(Ui& ui, ReplayPage& page, Rows& rows) {
    const Label one{"icon-next", ui.say("replay.one-more")};
    const Label begin{"icon-back", ui.say("replay.begin")};
    const Rect place = rows.next(longest_play_label(ui), ButtonKind::primary);
    if (button(ui, "play", place, play_label(ui, page), ButtonKind::primary)) {
        const bool over = tutor::is_over(page.replay);
        if (over) {
            jump(ui, page, 0);
        }
        page.plays = over || !page.plays;
        ui.wake_in(0);
    }
    if (button(ui, "one-more", rows.next(one), one)) {
        page.plays = false;
        tutor::do_one_more(page.replay);
        ui.wake_in(0);
    }
    if (button(ui, "begin", rows.next(begin), begin)) {
        jump(ui, page, 0);
    }
}

void speed_choices(Ui& ui, ReplayPage& page, Rows& rows) {
    rows.space();
    for (const Speed& speed : speeds) {
        const Label label{"", ui.say(speed.message)};
        if (choice(ui, speed.message, rows.next(label), label, page.halves == speed.halves)) {
            page.halves = speed.halves;
            ui.wake_in(0);
        }
    }
}

/// One button a step that was begun, with the step's number.
float step_choices(Ui& ui, const Rect& room, ReplayPage& page) {
    const float high = paragraph(ui, {room.x, room.y}, room.w, ui.say("replay.steps"),
                                 style_of(ui, Type::body, ui.theme().ink, true)) +
                       ui.px(6);
    Rows rows(ui, {room.x, room.y + high, room.w, 0});
    const std::size_t shown = tutor::chapter_of(page.replay);
    const auto& chapters = page.replay.score->chapters;
    for (std::size_t i = 0; i < chapters.size(); ++i) {
        const Label label{"", std::to_string(chapters[i].run.step + 1)};
        if (choice(ui, fmt::format("chapter/{}", chapters[i].run.current().name), rows.next(label), label,
                   i == shown)) {
            jump(ui, page, i);
        }
    }
    return rows.bottom() - room.y;
}

/// Keys as caps, or how long nothing was done.
std::string happening(const Ui& ui, const tutor::Replay& replay) {
    if (const tutor::Pause* pause = tutor::pause_of(replay)) {
        return ui.say({"replay.pause-shortened", {{"seconds", std::to_string(pause->lasted / 1000)}}});
    }
    std::string caps;
    for (const tutor::KeyShown& key : tutor::keys_of(replay)) {
        const std::string cap = key.code.empty() ? (key.text == " " ? ui.say("key.Space") : key.text)
                                                 : in_words(ui, tutor::cap(replay.run.computer, key.code));
        caps += (caps.empty() ? "[" : " [") + cap + "]";
    }
    return caps;
}

/// The bar of the time, the time in numbers, and what happens now.
float time_line(Ui& ui, const Rect& room, const tutor::Replay& replay) {
    const float bar = ui.px(10);
    const auto length = static_cast<float>(std::max<std::int64_t>(replay.score->length, 1));
    progress_bar(ui, {room.x, room.y, room.w, bar}, static_cast<float>(replay.at) / length);
    const TextStyle style = style_of(ui, Type::body);
    const std::string told =
        ui.say({"replay.time",
                {{"now", clock(tutor::recorded_time(replay))}, {"all", clock(tutor::recorded_length(replay))}}});
    const float y = room.y + bar + ui.px(6);
    const TextBlock time = lay_out(ui.fonts(), told, style);
    draw(ui.picture(), time, {room.right() - time.width, y});
    const float left = room.w - time.width - ui.px(gap);
    const std::string now = happening(ui, replay);
    if (!now.empty()) {
        const Rect place{room.x, y, left, time.height};
        ui.note_place(tutor::pause_of(replay) != nullptr ? "replay/pause" : "replay/keys", place);
        const Clipped clipped(ui.picture(), place);
        draw(ui.picture(), lay_out(ui.fonts(), now, style), {room.x, y});
    }
    return bar + ui.px(6) + time.height;
}

/// The controls, from the bottom of the page up; gives their upper edge. They are laid out below the page first, to see
/// how high they are.
float controls(Ui& ui, const Rect& room, ReplayPage& page) {
    const auto measure = [&] {
        Rows rows(ui, room);
        rows.next(longest_play_label(ui), ButtonKind::primary);
        rows.next({"icon-next", ui.say("replay.one-more")});
        rows.next({"icon-back", ui.say("replay.begin")});
        rows.space();
        for (const Speed& speed : speeds) {
            rows.next({"", ui.say(speed.message)});
        }
        return rows.bottom() - room.y;
    };
    const float line = ui.px(16) + lay_out(ui.fonts(), clock(0), style_of(ui, Type::body)).height;
    const float top = room.bottom() - measure() - line - ui.px(8);
    time_line(ui, {room.x, top, room.w, line}, page.replay);
    Rows rows(ui, {room.x, top + line + ui.px(8), room.w, 0});
    play_buttons(ui, page, rows);
    speed_choices(ui, page, rows);
    return top;
}

/// The panel at the left: the way out, the words, the steps.
void tutor_side(Ui& ui, const Rect& room, ReplayPage& page, Intents& intents) {
    ui.picture().fill(room, ui.theme().surface);
    ui.picture().fill({room.right() - ui.px(1), room.y, std::max(1.0F, ui.px(ui.theme().outline)), room.h},
                      ui.theme().line);
    const Rect inside = room.inset(ui.px(gap));
    panel_top(ui, inside, page, intents);
    Rows measured(ui, {inside.x, 0, inside.w, 0});
    for (const tutor::Chapter& chapter : page.replay.score->chapters) {
        measured.next({"", std::to_string(chapter.run.step + 1)});
    }
    const float steps =
        measured.bottom() + ui.px(6) + paragraph_height(ui, inside.w, ui.say("replay.steps"), style_of(ui, Type::body));
    const float top = inside.y + button_height(ui) + ui.px(18);
    step_choices(ui, {inside.x, inside.bottom() - steps, inside.w, steps}, page);
    words(ui, {inside.x, top, inside.w, inside.bottom() - steps - ui.px(12) - top}, page);
}

void stage_as_it_was(Ui& ui, ReplayPage& page, const Rect& stage) {
    ui.note_place("stage", stage);
    const StageCues cues = replay_cues(page, stage);
    const bool enabled = ui.enabled();
    ui.set_enabled(false); // what is shown cannot be touched
    draw_stage(ui, page.replay.run.computer, stage, cues, page.desk);
    ui.set_enabled(enabled);
}

} // namespace

void show(Ui& ui, ReplayPage& page, const SettingsView& settings, Intents& intents) {
    ui.set_enabled(!page.settings.open);
    let_time_pass(ui, page);
    const Rect window = ui.window();
    const float margin = ui.px(gap);
    const float panel_width = std::min(ui.sized(360), window.w * 0.37F);
    const Rect right{panel_width + margin, margin, window.w - panel_width - 2 * margin, window.h - 2 * margin};
    const float top = controls(ui, right, page);
    stage_as_it_was(ui, page, stage_rect({right.x, right.y, right.w, top - margin - right.y}));
    tutor_side(ui, {0, 0, panel_width, window.h}, page, intents);
    ui.set_enabled(true);
    settings_dialog(ui, page.settings, settings, intents);
}

} // namespace screen
