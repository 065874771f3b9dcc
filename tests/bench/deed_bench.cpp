// How long the practice computer takes: one deed (to stay below 50 µs), and to list what can be done and what is so (to
// stay below 30 µs). To be built optimised.
#include "full_desk.h"
#include "world/desk_parts.h"

#include <benchmark/benchmark.h>
#include <string>
#include <variant>
#include <vector>

namespace {

using bench::Hand;

/// Does a deed to a desk that is the same each time. A deed that does nothing is no measure of anything.
void time_deed(benchmark::State& state, const Hand& hand, const world::Deed& deed, std::int64_t later = 100) {
    world::Computer after = hand.computer;
    world::apply(after, {hand.at + later, deed});
    if (std::get<world::Desk>(after.apps.front()) == std::get<world::Desk>(hand.computer.apps.front())) {
        state.SkipWithError("the deed changes nothing");
        return;
    }
    for (auto _ : state) {
        world::Computer again = hand.computer; // a pointer's worth
        benchmark::DoNotOptimize(world::apply(again, {hand.at + later, deed}));
    }
}

constexpr int pressed_twice = 2;
const std::string a_file = "files/item/Lettre 30.txt";
const std::string a_message = "mail/message/Jeudi 30";
const std::string a_field = "browser/page/field/Votre nom";

Hand writing_a_long_message() {
    Hand hand("mail");
    hand.act(world::Click{"mail/toolbar/write"}).act(world::Click{"mail/write/body"});
    hand.act(world::Type{std::string(1900, 'e')});
    for (int i = 0; i < 100; ++i) { // as many as Control+Z can take back
        hand.act(world::Type{"e"});
    }
    return hand;
}

Hand filled_form() {
    Hand hand("browser");
    hand.act(world::Click{a_field}).act(world::Type{"Marie Petit"});
    hand.act(world::Click{"browser/page/field/Votre adresse e-mail"}).act(world::Type{"marie@exemple.fr"});
    hand.act(world::Click{"browser/page/choice/Sujet"}).act(world::Click{"menu/choose/Autre sujet"});
    hand.act(world::Click{"browser/page/area/Votre message"}).act(world::Type{"Bonjour"});
    return hand;
}

void deed_click_on_a_file(benchmark::State& state) {
    time_deed(state, Hand("files"), world::Click{a_file});
}
BENCHMARK(deed_click_on_a_file)->Unit(benchmark::kMicrosecond);

void deed_double_click_on_a_file(benchmark::State& state) {
    time_deed(state, Hand("files"), world::Click{a_file, world::Button::left, pressed_twice, false, false});
}
BENCHMARK(deed_double_click_on_a_file)->Unit(benchmark::kMicrosecond);

void deed_right_click_on_a_file(benchmark::State& state) {
    time_deed(state, Hand("files"), world::Click{a_file, world::Button::right, 1, false, false});
}
BENCHMARK(deed_right_click_on_a_file)->Unit(benchmark::kMicrosecond);

void deed_drag_of_a_file_into_a_folder(benchmark::State& state) {
    time_deed(state, Hand("files"), world::Drag{a_file, "files/side/documents", false});
}
BENCHMARK(deed_drag_of_a_file_into_a_folder)->Unit(benchmark::kMicrosecond);

void deed_move_a_window(benchmark::State& state) {
    time_deed(state, Hand("files"), world::Place{"files/title", 40, 40});
}
BENCHMARK(deed_move_a_window)->Unit(benchmark::kMicrosecond);

void deed_click_on_a_message(benchmark::State& state) {
    time_deed(state, Hand("mail"), world::Click{a_message});
}
BENCHMARK(deed_click_on_a_message)->Unit(benchmark::kMicrosecond);

void deed_delete_a_message(benchmark::State& state) {
    time_deed(state, Hand("mail").act(world::Click{a_message}), world::Click{"mail/toolbar/delete"});
}
BENCHMARK(deed_delete_a_message)->Unit(benchmark::kMicrosecond);

void deed_letter_in_a_long_message(benchmark::State& state) {
    time_deed(state, writing_a_long_message(), world::Type{"a"});
}
BENCHMARK(deed_letter_in_a_long_message)->Unit(benchmark::kMicrosecond);

void deed_backspace_in_a_long_message(benchmark::State& state) {
    time_deed(state, writing_a_long_message(), world::KeyDown{"Backspace"});
}
BENCHMARK(deed_backspace_in_a_long_message)->Unit(benchmark::kMicrosecond);

void deed_tab_in_mail(benchmark::State& state) {
    time_deed(state, Hand("mail"), world::KeyDown{"Tab"});
}
BENCHMARK(deed_tab_in_mail)->Unit(benchmark::kMicrosecond);

void deed_arrow_in_files(benchmark::State& state) {
    time_deed(state, Hand("files").act(world::Click{a_file}), world::KeyDown{"ArrowDown"});
}
BENCHMARK(deed_arrow_in_files)->Unit(benchmark::kMicrosecond);

void deed_arrow_in_mail(benchmark::State& state) {
    time_deed(state, Hand("mail").act(world::Click{a_message}), world::KeyDown{"ArrowDown"});
}
BENCHMARK(deed_arrow_in_mail)->Unit(benchmark::kMicrosecond);

void deed_control_key(benchmark::State& state) {
    time_deed(state, Hand("files").act(world::Click{a_file}), world::KeyDown{"ControlLeft"});
}
BENCHMARK(deed_control_key)->Unit(benchmark::kMicrosecond);

void deed_control_c_in_files(benchmark::State& state) {
    time_deed(state, Hand("files").act(world::Click{a_file}).act(world::KeyDown{"ControlLeft"}),
              world::KeyDown{"KeyC"});
}
BENCHMARK(deed_control_c_in_files)->Unit(benchmark::kMicrosecond);

void deed_undo(benchmark::State& state) {
    time_deed(state, Hand("files").act(world::Click{a_file}), world::Undo{});
}
BENCHMARK(deed_undo)->Unit(benchmark::kMicrosecond);

void deed_follow_a_link(benchmark::State& state) {
    time_deed(state, Hand("browser"), world::Click{"browser/page/link/Horaires"});
}
BENCHMARK(deed_follow_a_link)->Unit(benchmark::kMicrosecond);

void deed_letter_in_a_form(benchmark::State& state) {
    time_deed(state, Hand("browser").act(world::Click{a_field}), world::Type{"a"});
}
BENCHMARK(deed_letter_in_a_form)->Unit(benchmark::kMicrosecond);

void deed_send_a_form(benchmark::State& state) {
    time_deed(state, filled_form(), world::Click{"browser/page/button/Envoyer"});
}
BENCHMARK(deed_send_a_form)->Unit(benchmark::kMicrosecond);

/// A page that was made before: as each time that a search comes to it, but the first.
void deed_wait_until_a_page_is_there(benchmark::State& state) {
    time_deed(state, Hand("browser").act(world::Click{"browser/page/link/Horaires"}), world::Wait{}, 2000);
}
BENCHMARK(deed_wait_until_a_page_is_there)->Unit(benchmark::kMicrosecond);

void deed_wait_while_a_page_loads(benchmark::State& state) {
    const Hand hand = Hand("browser").act(world::Click{"browser/page/link/Horaires"});
    for (auto _ : state) {
        world::Computer again = hand.computer;
        benchmark::DoNotOptimize(world::apply(again, {hand.at + 1, world::Wait{}}));
    }
}
BENCHMARK(deed_wait_while_a_page_loads)->Unit(benchmark::kMicrosecond);

/// The first time that a page is shown: its HTML is read and made safe.
void a_page_is_made(benchmark::State& state) {
    const lesson::Sites read = lesson::read_sites(COUCOU_SOURCE_DIR "/lessons/sites");
    const lesson::Site* site = world::find_site(read.sites, "mairie");
    const lesson::SitePage* page = world::find_page(*site, "contact.html");
    int number = 0;
    for (auto _ : state) {
        const std::string html = page->html + std::to_string(++number); // never seen before
        benchmark::DoNotOptimize(world::make_page(html, {}, site->styles, page->file));
    }
}
BENCHMARK(a_page_is_made)->Unit(benchmark::kMicrosecond);

template <typename Look>
void look_at(benchmark::State& state, const std::string& program, const Look& look) {
    const Hand hand(program);
    for (auto _ : state) {
        benchmark::DoNotOptimize(look(hand.computer));
    }
}

std::vector<world::Target> targets_of(const world::Computer& computer) {
    return world::targets(*std::get<world::Desk>(computer.apps.front()).timeline);
}
/// What a search reads of them: names, gestures, whether they are enabled.
std::vector<world::Target> wordless_targets_of(const world::Computer& computer) {
    return world::wordless_targets(*std::get<world::Desk>(computer.apps.front()).timeline);
}
std::vector<world::Fact> facts_of(const world::Computer& computer) {
    return world::facts(computer);
}
std::vector<world::Action> actions_of(const world::Computer& computer) {
    return world::actions(computer, 0);
}

BENCHMARK_CAPTURE(look_at, targets_in_files, "files", targets_of)->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(look_at, targets_in_mail, "mail", targets_of)->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(look_at, targets_in_browser, "browser", targets_of)->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(look_at, wordless_targets_in_files, "files", wordless_targets_of)->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(look_at, wordless_targets_in_mail, "mail", wordless_targets_of)->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(look_at, facts_in_mail, "mail", facts_of)->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(look_at, facts_in_browser, "browser", facts_of)->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(look_at, actions_in_files, "files", actions_of)->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(look_at, actions_in_mail, "mail", actions_of)->Unit(benchmark::kMicrosecond);

} // namespace
