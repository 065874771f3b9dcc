// A random hand at each program, from where real lessons begin: it touches, drags, marks, types and presses keys.
// Nothing breaks, there is always something that can be done, and all of it can be taken back to the start.
#include "../amount.h"
#include "base/random.h"
#include "lesson/catalogue.h"
#include "lesson/site.h"
#include "lesson/varied.h"
#include "world/computer.h"
#include "world/desk.h"
#include "world/desk_parts.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

namespace {

using world::Deed;
using world::DeskState;
using world::Target;

constexpr int rounds = times(100, 16);
constexpr int deeds_a_round = times(1000, 100);

const std::filesystem::path lessons_folder = std::filesystem::path(COUCOU_SOURCE_DIR) / "lessons";

struct Shipped {
    lesson::Catalogue catalogue;
    std::shared_ptr<const std::vector<lesson::Site>> sites;
    std::vector<const lesson::Lesson*> of_desk;
};

bool is_of_desk(const lesson::Lesson& lesson) {
    const auto names_desk = [](const lesson::Table& start) {
        return std::ranges::any_of(start, [](const lesson::Entry& entry) { return world::is_desks(entry.key); });
    };
    return names_desk(lesson.start) ||
           std::ranges::any_of(lesson.steps, [&](const lesson::Step& step) { return names_desk(step.start); });
}

const Shipped& shipped() {
    static const Shipped all = [] {
        Shipped made;
        made.catalogue = lesson::read_catalogue(lessons_folder, world::vocabulary());
        made.sites =
            std::make_shared<const std::vector<lesson::Site>>(lesson::read_sites(lessons_folder / "sites").sites);
        for (const lesson::Lesson& lesson : made.catalogue.lessons) {
            if (is_of_desk(lesson)) {
                made.of_desk.push_back(&lesson);
            }
        }
        return made;
    }();
    return all;
}

/// A file that the program shows, or 0.
int file_for(const DeskState& state, std::string_view program) {
    const world::FileKind kind = program == "viewer" ? world::FileKind::picture : world::FileKind::text;
    for (const world::Node& node : state.disk->nodes) {
        if (node.kind == kind && !node.risky) {
            return node.id;
        }
    }
    return 0;
}

/// As some step of a lesson begins, with the program open.
DeskState begin(const lesson::Lesson& written, std::string_view program, int round, base::Random& random) {
    world::Setup setup;
    setup.seed = static_cast<std::uint64_t>(round) + 1;
    setup.safety = 1 + round % 3;
    setup.sites = shipped().sites;
    const lesson::Lesson lesson = lesson::varied(written, *shipped().catalogue.variety, setup.seed);
    world::Computer computer;
    world::lay_out(computer, lesson.start, setup, 0);
    const std::size_t last = random.below(lesson.steps.size());
    for (std::size_t step = 0; step <= last; ++step) {
        world::lay_out(computer, lesson.steps[step].start, setup, 0);
    }
    DeskState state = world::start_desk({}, setup, 0, nullptr).timeline.now();
    for (const world::App& app : computer.apps) {
        if (const auto* desk = std::get_if<world::Desk>(&app)) {
            state = desk->timeline.now();
        }
    }
    state.look = round / 3 % 2 == 0 ? world::DeskLook::bar : world::DeskLook::overview;
    std::vector<world::Event> unheard;
    world::Doing doing{state, 0, unheard};
    if (program == "viewer" || program == "editor") {
        world::fulfil(doing, {}, {world::OpenFile{file_for(state, program)}});
    } else if (program != "desktop") {
        world::start_program(doing, program);
    }
    return state;
}

bool has_window(const DeskState& state, std::string_view program) {
    return std::ranges::any_of(state.windows, [&](const world::Window& window) {
        return world::name_of(window.program) == program && !window.minimised;
    });
}

/// The random hand.
class Hand {
public:
    Hand(std::string_view program, world::Desk& desk, base::Random& random)
        : program_(program), desk_(desk), random_(random) {}

    /// Does something, which may take several deeds, as `Control+C` does.
    void act(const std::vector<Target>& all) {
        const auto chance = random_.below(100);
        if (program_ != "desktop" && !has_window(desk_.timeline.now(), program_) && chance < 15) {
            give(world::Undo{}); // brings back what this run is about
        } else if (chance < 36) {
            click(all, world::Button::left, 1);
        } else if (chance < 46) {
            click(all, world::Button::left, 2);
        } else if (chance < 53) {
            click(all, world::Button::right, 1);
        } else if (chance < 55) {
            click(all, world::Button::middle, 1);
        } else if (chance < 63) {
            give(world::Drag{one_of(all, world::draggable), one_of(all, world::takes_drop), random_.below(4) == 0});
        } else if (chance < 66) {
            give(world::Place{one_of(all, world::placeable), random_.between(-400, 1400), random_.between(-400, 1200)});
        } else if (chance < 70) {
            give(world::Mark{one_of(all, world::writable), random_.below(40), random_.below(40)});
        } else if (chance < 82) {
            type(all);
        } else if (chance < 94) {
            press_keys();
        } else if (chance < 97) {
            give(world::Wait{});
        } else {
            give(world::Undo{});
        }
    }

    void give(Deed deed) {
        now_ += static_cast<std::int64_t>(random_.below(800));
        world::apply(desk_, {now_, std::move(deed)});
    }

    void press(std::string_view code) {
        give(world::KeyDown{std::string(code)});
        give(world::KeyUp{std::string(code)});
    }

private:
    bool is_its(const Target& target) const {
        const bool is_inside = target.name.find('/') != std::string::npos && !target.name.starts_with("bar/") &&
                               !target.name.starts_with("desktop/");
        const bool is_frame = target.part == "frame";
        return program_ == "desktop" ? !is_inside || is_frame : is_inside && !is_frame;
    }

    /// The name of a target, mostly one that takes the gesture, mostly one of the program in question.
    std::string one_of(const std::vector<Target>& all, unsigned gesture) {
        if (random_.below(100) == 0) {
            return "files/item/nothing of that name";
        }
        const std::size_t first = random_.below(all.size());
        const bool wants_its = random_.below(4) != 0;
        for (std::size_t i = 0; i < all.size(); ++i) {
            const Target& target = all[(first + i) % all.size()];
            if ((target.gestures & gesture) != 0 && (!wants_its || is_its(target))) {
                return target.name;
            }
        }
        return all[first].name;
    }

    void click(const std::vector<Target>& all, world::Button button, int times) {
        const unsigned gesture = button == world::Button::right ? world::right_clickable
                                 : times == 2                   ? world::double_clickable
                                                                : world::clickable;
        give(world::Click{one_of(all, gesture), button, times, random_.below(10) == 0, random_.below(10) == 0});
    }

    void type(const std::vector<Target>& all) {
        static const std::string long_text(3000, 'x');
        static const std::array<std::string, 16> texts{"a",
                                                       "é",
                                                       "Œuvre ",
                                                       "e\xCC\x81",
                                                       "\n",
                                                       "\t",
                                                       "\x01",
                                                       "plage",
                                                       "mairie",
                                                       "valbois.fr",
                                                       "marie@exemple.fr",
                                                       "L’été, à bientôt !",
                                                       "/:*?\"",
                                                       "\xF0\x9F\x98\x80",
                                                       "12",
                                                       ""};
        if (random_.below(2) == 0) {
            give(world::Click{one_of(all, world::writable)});
        }
        give(world::Type{random_.below(200) == 0 ? long_text : texts.at(random_.below(texts.size()))});
    }

    void press_keys() {
        static const std::vector<std::string_view> keys{
            "Enter",     "Escape",     "Tab",         "Space", "Delete", "Backspace",  "ArrowUp", "ArrowDown",
            "ArrowLeft", "ArrowRight", "Home",        "End",   "PageUp", "PageDown",   "F2",      "F5",
            "F11",       "MetaLeft",   "NumpadEnter", "KeyA",  "Digit1", "ContextMenu"};
        static const std::vector<std::string_view> letters{
            "KeyA",  "KeyC", "KeyX", "KeyV",   "KeyZ",  "KeyY",  "KeyS",      "KeyF",  "KeyN",
            "KeyT",  "KeyW", "KeyL", "KeyD",   "KeyR",  "KeyH",  "KeyP",      "KeyJ",  "KeyB",
            "Enter", "Tab",  "F4",   "Digit0", "Equal", "Minus", "ArrowLeft", "Delete"};
        static const std::vector<std::string_view> modifiers{"ControlLeft", "ShiftLeft", "AltLeft", "ControlRight"};
        if (random_.below(2) == 0) {
            press(keys[random_.below(keys.size())]);
            return;
        }
        const std::string_view held = modifiers[random_.below(random_.below(2) == 0 ? 1 : modifiers.size())];
        give(world::KeyDown{std::string(held)});
        press(letters[random_.below(letters.size())]);
        if (random_.below(20) != 0) { // otherwise a key that sticks
            give(world::KeyUp{std::string(held)});
        }
    }

    std::string_view program_;
    world::Desk& desk_;
    base::Random& random_;
    std::int64_t now_ = 0;
};

/// What is wrong with what can be touched now; empty where nothing is.
std::string fault_of(const DeskState& state, const std::vector<Target>& all) {
    std::unordered_set<std::string_view> names;
    bool can_do_something = false;
    for (const Target& target : all) {
        if (target.name.empty() || !names.insert(target.name).second) {
            return "two targets of one name: " + target.name;
        }
        can_do_something = can_do_something || (target.enabled && target.gestures != world::no_gesture);
    }
    if (!can_do_something) {
        return "nothing can be done";
    }
    if (!state.focus.empty() && !names.contains(state.focus)) {
        return "the keyboard's focus is on what is not there: " + state.focus;
    }
    for (const world::Window& window : state.windows) {
        const world::Rectangle& place = window.place;
        if (!std::isfinite(place.x + place.y) || place.width < 100 || place.height < 100) {
            return "a window has no size: " + window.name;
        }
    }
    return {};
}

/// A target as a search by its name gives it.
Target without_words(Target target) {
    target.words = {};
    target.picture.clear();
    target.details.clear();
    return target;
}

/// What the quick ways of asking for targets say otherwise than the list of them all; empty where nothing.
std::string difference_by_name(const DeskState& state, const std::vector<Target>& all, std::size_t number) {
    const std::vector<Target> wordless = world::wordless_targets(state);
    if (!std::ranges::equal(wordless, all, {}, without_words, without_words)) {
        return "the wordless list";
    }
    const Target& wanted = all[number % all.size()];
    const std::optional<Target> found = world::target_named(state, wanted.name);
    if (!found || without_words(*found) != without_words(wanted)) {
        return wanted.name;
    }
    return world::target_named(state, wanted.name + "/nothing") ? "what is not there" : "";
}

bool is_modal(const DeskState& state) {
    return state.menu || state.start_is_open || world::front_dialog(state) != nullptr;
}

/// Whether Escape leaves all menus and dialogs, as somebody who wants out will try.
bool can_be_left(world::Desk desk) {
    constexpr int most = 20;
    for (int i = 0; i < most && is_modal(desk.timeline.now()); ++i) {
        world::apply(desk, {0, world::KeyDown{"Escape"}});
    }
    return !is_modal(desk.timeline.now());
}

/// Lets time pass until nothing changes by itself any more: that pages arrive is not done by a hand.
void settle(world::Desk& desk, std::int64_t at) {
    for (int i = 0; i < 50 && world::lives(desk); ++i) {
        at += 500;
        world::apply(desk, {at, world::Wait{}});
    }
}

/// Pages that are there at the start have loaded.
void settle(world::Desk& desk) {
    constexpr int most = 20;
    for (int i = 0; i < most && world::lives(desk); ++i) {
        world::apply(desk, {i * 1000, world::Wait{}});
    }
    REQUIRE_FALSE(world::lives(desk));
}

/// What is otherwise than at the start, for whoever looks for the fault.
std::string differences(const DeskState& now, const DeskState& first) {
    std::string all;
    const auto add = [&](bool is_same, std::string_view what) { all += is_same ? "" : std::string(what) + " "; };
    add(now.disk == first.disk, "disk");
    add(now.mailbox == first.mailbox, "mailbox");
    add(now.web == first.web, "web");
    add(now.clipboard == first.clipboard, "clipboard");
    add(now.windows == first.windows, "windows");
    add(now.icons == first.icons, "icons");
    add(now.selected == first.selected, "selected");
    add(now.start_is_open == first.start_is_open, "start");
    add(now.menu == first.menu, "menu");
    add(now.dialogs == first.dialogs, "dialogs");
    add(now.focus == first.focus, "focus");
    add(now.typing == first.typing, "typing");
    return all.empty() && !(now == first) ? "something else" : all;
}

void play_round(std::string_view program, int round) {
    const auto& of_desk = shipped().of_desk;
    const lesson::Lesson& lesson = *of_desk[static_cast<std::size_t>(round) % of_desk.size()];
    base::Random random(static_cast<std::uint64_t>(round) * 1000 + program.size());
    world::Desk desk{world::Timeline<DeskState>(begin(lesson, program, round, random))};
    settle(desk, 0);
    settle(desk);
    const DeskState first = desk.timeline.now();
    Hand hand(program, desk, random);
    for (int deed = 0; deed < deeds_a_round; ++deed) {
        const std::vector<Target> all = world::targets(desk.timeline.now());
        const std::string fault = fault_of(desk.timeline.now(), all);
        REQUIRE_MESSAGE(fault.empty(), fault, " (", lesson.id, ", round ", round, ", deed ", deed, ")");
        const std::string different = difference_by_name(desk.timeline.now(), all, static_cast<std::size_t>(deed) * 7);
        REQUIRE_MESSAGE(different.empty(), different, " (", lesson.id, ", round ", round, ", deed ", deed, ")");
        hand.act(all);
        if (is_modal(desk.timeline.now()) && deed % 8 == 0) {
            REQUIRE_MESSAGE(can_be_left(desk), lesson.id, ", round ", round, ", deed ", deed);
        }
    }
    while (desk.timeline.can_undo()) {
        world::apply(desk, {0, world::Undo{}});
    }
    DeskState end = desk.timeline.now();
    end.held = first.held; // real keys are up or down, whatever is taken back
    const std::string different = differences(end, first);
    REQUIRE_MESSAGE(different.empty(), different, "(", lesson.id, ", round ", round, ")");
}

} // namespace

TEST_CASE("a random hand at any program, in any lesson, breaks nothing and can be taken back") {
    REQUIRE(shipped().of_desk.size() > 18);
    REQUIRE(shipped().sites->size() >= 6);
    for (const char* program : {"files", "browser", "mail", "editor", "viewer", "desktop"}) {
        SUBCASE(program) {
            for (int round = 0; round < rounds; ++round) {
                play_round(program, round);
            }
        }
    }
}
