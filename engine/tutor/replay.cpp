// Plays recordings again. What is done is done by apply() alone, with the recorded times: so a replay comes to the
// state that was recorded, however it is paused, hurried and cut into frames.
#include "tutor/replay.h"

#include "tutor/deeds.h"
#include "tutor/state.h"

#include <algorithm>

namespace tutor {

namespace {

constexpr std::int64_t afterwards = 1'000;    // ms as shown, to see what came of the last input
constexpr std::int64_t belongs_within = 500;  // ms from a press to the release that belongs to the same action
constexpr std::int64_t longest_glide = 500;   // ms as shown, from one recorded place of the pointer to the next
constexpr std::int64_t keys_are_seen = 1'200; // ms as shown

template <typename Wanted>
const Wanted* deed_in(const Input& input) {
    const auto* deed = std::get_if<world::Deed>(&input.what);
    return deed == nullptr ? nullptr : std::get_if<Wanted>(deed);
}

bool is_wait(const Input& input) {
    return deed_in<world::Wait>(input) != nullptr;
}

/// When each input is shown: what comes after a long time without any deed comes sooner.
void shorten_pauses(Score& score) {
    const std::vector<Input>& inputs = score.recording.inputs;
    std::int64_t before = 0; // the deed before: when it was, and when it is shown
    std::int64_t shown = 0;
    for (std::size_t first = 0; first < inputs.size();) {
        const auto deed = std::find_if_not(inputs.begin() + static_cast<std::ptrdiff_t>(first), inputs.end(), is_wait);
        const std::size_t last =
            deed == inputs.end() ? inputs.size() - 1 : static_cast<std::size_t>(deed - inputs.begin());
        const std::int64_t gap = inputs[last].at - before;
        const std::int64_t lasts = std::min(gap, longest_pause);
        for (; first <= last; ++first) {
            const std::int64_t since = inputs[first].at - before;
            score.due.push_back(shown + (gap > 0 ? since * lasts / gap : 0));
        }
        if (gap >= told_pause) {
            score.pauses.push_back({shown, shown + lasts, gap});
        }
        before = inputs[last].at;
        shown += lasts;
    }
    score.length = shown + (inputs.empty() ? 0 : afterwards);
}

/// Plays all inputs, and keeps where steps began.
void find_chapters(Score& score, const Run& begun) {
    Run run = begun;
    score.chapters.push_back({0, 0, run});
    const std::vector<Input>& inputs = score.recording.inputs;
    for (std::size_t i = 0; i < inputs.size(); ++i) {
        apply(run, inputs[i]);
        if (run.step > score.chapters.back().run.step) {
            score.chapters.push_back({i + 1, score.due[i], run});
        }
    }
    if (!score.recording.state.empty()) {
        score.agreement = fingerprint(run) == score.recording.state ? Agreement::same : Agreement::different;
    }
}

void do_next(Replay& replay) {
    const Input& input = replay.score->recording.inputs[replay.next];
    apply(replay.run, input);
    if (const auto* down = deed_in<world::KeyDown>(input);
        down != nullptr && std::ranges::find(replay.held, down->code) == replay.held.end()) {
        replay.held.push_back(down->code);
    } else if (const auto* up = deed_in<world::KeyUp>(input)) {
        std::erase(replay.held, up->code);
    }
    replay.at = std::max(replay.at, replay.score->due[replay.next]);
    ++replay.next;
}

/// Whether the next input only ends what the one before began: lets a button or key go, brings a key's text.
bool belongs_to_last(const Replay& replay) {
    const std::vector<Input>& inputs = replay.score->recording.inputs;
    if (replay.next == 0 || replay.next == inputs.size()) {
        return false;
    }
    const Input& next = inputs[replay.next];
    const bool ends = deed_in<world::Release>(next) != nullptr || deed_in<world::KeyUp>(next) != nullptr ||
                      deed_in<world::Type>(next) != nullptr;
    return ends && next.at - inputs[replay.next - 1].at <= belongs_within;
}

const world::PointerPractice* pointing(const Run& run) {
    for (const world::App& app : run.computer.apps) {
        if (const auto* practice = std::get_if<world::PointerPractice>(&app)) {
            return practice;
        }
    }
    return nullptr;
}

} // namespace

Score score_of(Recording recording, const Run& begun) {
    Score score;
    score.recording = std::move(recording);
    shorten_pauses(score);
    find_chapters(score, begun);
    return score;
}

Replay replay_of(std::shared_ptr<const Score> score) {
    Run run = score->chapters.front().run;
    return {std::move(score), std::move(run), 0, 0, {}};
}

void advance(Replay& replay, std::int64_t ms) {
    const std::int64_t until = std::min(replay.at + std::max<std::int64_t>(ms, 0), replay.score->length);
    const std::vector<std::int64_t>& due = replay.score->due;
    while (replay.next < due.size() && due[replay.next] <= until) {
        do_next(replay);
    }
    replay.at = until;
}

void do_one_more(Replay& replay) {
    const std::vector<Input>& inputs = replay.score->recording.inputs;
    bool moved = false;
    bool done = false;
    while (replay.next < inputs.size() && !done) {
        const Input& next = inputs[replay.next];
        // To let go after a way with the button down is an action of its own.
        done = is_telling(next) || (moved && deed_in<world::Release>(next) != nullptr);
        moved = moved || deed_in<world::Move>(next) != nullptr;
        do_next(replay);
    }
    while (belongs_to_last(replay)) {
        do_next(replay);
    }
    replay.at = replay.next == inputs.size() ? replay.score->length : replay.at;
}

void go_to(Replay& replay, std::size_t chapter) {
    const Chapter& wanted = replay.score->chapters.at(chapter);
    replay.run = wanted.run;
    replay.next = wanted.input;
    replay.at = wanted.at;
    replay.held.clear();
}

std::size_t chapter_of(const Replay& replay) {
    const std::vector<Chapter>& chapters = replay.score->chapters;
    const auto after = std::ranges::upper_bound(chapters, replay.next, {}, &Chapter::input);
    return static_cast<std::size_t>(after - chapters.begin()) - 1;
}

bool is_over(const Replay& replay) {
    return replay.next == replay.score->due.size() && replay.at >= replay.score->length;
}

std::int64_t recorded_time(const Replay& replay) {
    const std::vector<Input>& inputs = replay.score->recording.inputs;
    const std::vector<std::int64_t>& due = replay.score->due;
    if (replay.next == inputs.size()) {
        return recorded_length(replay);
    }
    const std::int64_t shown_before = replay.next == 0 ? 0 : due[replay.next - 1];
    const std::int64_t before = replay.next == 0 ? 0 : inputs[replay.next - 1].at;
    const std::int64_t shown = due[replay.next] - shown_before;
    const std::int64_t gap = inputs[replay.next].at - before;
    return shown <= 0 ? before : before + gap * (replay.at - shown_before) / shown;
}

std::int64_t recorded_length(const Replay& replay) {
    const std::vector<Input>& inputs = replay.score->recording.inputs;
    return inputs.empty() ? 0 : inputs.back().at;
}

const Pause* pause_of(const Replay& replay) {
    for (const Pause& pause : replay.score->pauses) {
        if (pause.from <= replay.at && replay.at < pause.to) {
            return &pause;
        }
    }
    return nullptr;
}

std::optional<world::Point> pointer_of(const Replay& replay) {
    const world::PointerPractice* practice = pointing(replay.run);
    if (practice == nullptr || !practice->pointer_known) {
        return std::nullopt;
    }
    const auto& [inputs, due] = std::tie(replay.score->recording.inputs, replay.score->due);
    std::size_t next = replay.next;
    while (next < inputs.size() && is_wait(inputs[next])) {
        ++next;
    }
    const auto* move = next < inputs.size() ? deed_in<world::Move>(inputs[next]) : nullptr;
    if (move == nullptr) {
        return practice->pointer;
    }
    const std::int64_t since = replay.next == 0 ? 0 : due[replay.next - 1];
    const std::int64_t glide = std::clamp<std::int64_t>(due[next] - since, 1, longest_glide);
    const double way =
        std::clamp(1 - static_cast<double>(due[next] - replay.at) / static_cast<double>(glide), 0.0, 1.0);
    return world::Point{practice->pointer.x + (move->x - practice->pointer.x) * way,
                        practice->pointer.y + (move->y - practice->pointer.y) * way};
}

Coming coming(const Replay& replay) {
    const std::vector<Input>& inputs = replay.score->recording.inputs;
    std::size_t next = replay.next;
    while (next < inputs.size() && is_wait(inputs[next])) {
        ++next;
    }
    if (next == inputs.size()) {
        return {};
    }
    return {&inputs[next], std::max<std::int64_t>(replay.score->due[next] - replay.at, 0)};
}

std::vector<KeyShown> keys_of(const Replay& replay) {
    const std::vector<Input>& inputs = replay.score->recording.inputs;
    std::size_t first = replay.next;
    while (first > 0 && replay.at - replay.score->due[first - 1] < keys_are_seen) {
        --first;
    }
    std::vector<KeyShown> shown;
    for (const std::string& code : replay.held) {
        shown.push_back({code, {}});
    }
    bool by_key = false;
    for (std::size_t i = first; i < replay.next; ++i) {
        if (const auto* down = deed_in<world::KeyDown>(inputs[i])) {
            by_key = true;
            if (std::ranges::find(replay.held, down->code) == replay.held.end() && !down->repeated) {
                shown.push_back({down->code, {}});
            }
        } else if (const auto* text = deed_in<world::Type>(inputs[i])) {
            if (!by_key) {
                shown.push_back({{}, text->text});
            }
            by_key = false;
        }
    }
    return shown;
}

} // namespace tutor
