// Start tables: what a practice begins with, and the faults that are told to authors.
#include "keyboard_play.h"
#include "lesson/goal.h"
#include "lesson/messages.h"
#include "world/apps.h"

#include <set>

namespace {

std::vector<std::string> faults_of(const std::string& toml) {
    const lesson::Value start = keyboard_play::start_table(toml);
    base::Faults faults;
    lesson::check(start, *world::keyboard_kind().start, faults);
    world::keyboard_kind().check(lesson::table_of(start), faults);
    std::vector<std::string> ids;
    static const auto messages = lesson::Messages::read(std::string(COUCOU_SOURCE_DIR) + "/assets/messages");
    for (const base::Error& fault : faults) {
        CHECK(messages.value().has(fault.id + ".what"));
        CHECK(messages.value().has(fault.id + ".do"));
        ids.push_back(fault.id + ":" + std::to_string(fault.place.line) + ":" + std::to_string(fault.place.column));
    }
    return ids;
}

using Ids = std::vector<std::string>;

} // namespace

TEST_CASE("a start table without faults has none") {
    CHECK(faults_of("text = 'oui'\n").empty());
    CHECK(faults_of("texts = ['oui', 'non']\nguide = 'none'\nlook = 'form'\nlabel = 'Nom'\n").empty());
    CHECK(faults_of("words = ['un', 'deux']\ncount = 2\n").empty());
    CHECK(faults_of("task = 'press'\nkeys = ['Enter', 'ShiftLeft']\n").empty());
    CHECK(faults_of("task = 'press'\ntext = 'fj'\n").empty());
    CHECK(faults_of("task = 'correct'\ntext = 'oui'\ndraft = 'ouii'\n").empty());
}

TEST_CASE("each fault of a start table is told with its place") {
    CHECK(faults_of("task = 'copy'\n") == Ids{"keyboard.no-text:1:1"});
    CHECK(faults_of("guide = 'keys'\n") == Ids{"keyboard.no-text:1:1"});
    CHECK(faults_of("guide = 'keys'\ntask = 'press'\n") == Ids{"keyboard.no-keys:2:1"});
    CHECK(faults_of("text = 'a'\ntexts = ['b']\n") == Ids{"keyboard.two-texts:2:1"});
    CHECK(faults_of("text = 'a'\nkeys = ['Enter']\ntask = 'press'\n") == Ids{"keyboard.two-texts:2:1"});
    CHECK(faults_of("keys = ['Enter']\n") == Ids{"keyboard.keys-without-press:1:1"});
    CHECK(faults_of("task = 'correct'\ntext = 'a'\n") == Ids{"keyboard.no-draft:1:1"});
    CHECK(faults_of("task = 'correct'\ntexts = ['a']\ndraft = 'b'\n") == Ids{"keyboard.correct-needs-text:2:1"});
    CHECK(faults_of("text = 'a'\ndraft = 'b'\n") == Ids{"keyboard.draft-without-correct:2:1"});
    CHECK(faults_of("task = 'correct'\ntext = 'a'\ndraft = 'a'\n") == Ids{"keyboard.draft-is-right:3:1"});
    CHECK(faults_of("text = 'a'\ncount = 3\n") == Ids{"keyboard.count-without-words:2:1"});
    CHECK(faults_of("words = ['a', 'b']\ncount = 3\n") == Ids{"keyboard.great-count:2:9"});
    CHECK(faults_of("task = 'press'\nkeys = ['Enter', 'Entr', 'Klavier']\n") ==
          Ids{"keyboard.misspelt-code:2:18", "keyboard.unknown-code:2:26"});
    CHECK(faults_of("text = ''\n") == Ids{"keyboard.empty-text:1:8"});
    CHECK(faults_of("words = ['a', '']\n") == Ids{"keyboard.empty-text:1:15"});
    CHECK(faults_of("text = '" + std::string(1001, 'a') + "'\n") == Ids{"keyboard.long-text:1:8"});
    CHECK(faults_of("task = 'type'\ntext = 'a'\n").size() == 1);
    CHECK(faults_of("text = 'a'\nhint = 'b'\n").size() == 1);
}

TEST_CASE("a table that nobody has checked does no harm") {
    for (const char* toml : {"", "task = 'press'\n", "task = 'correct'\n", "text = 3\nwords = 'x'\nkeys = [1]\n",
                             "words = ['a']\ncount = -3\n", "words = ['a']\ncount = 99\n", "text = \"\\u0301\"\n"}) {
        keyboard_play::Play play(toml);
        play.write("abc");
        play.tap("Backspace");
        play.tap("Enter");
        CHECK(world::remaining(play.practice) >= 0);
        CHECK_FALSE(world::facts(play.practice).empty());
        world::actions(play.practice, 0);
    }
}

TEST_CASE("the seed picks the text, and the same seed the same") {
    std::set<std::string> texts;
    std::set<std::string> words;
    for (std::uint64_t seed = 1; seed <= 40; ++seed) {
        const auto joined = [](const world::KeyboardPractice& practice) {
            std::string all;
            for (const std::string& character : practice.target) {
                all += character;
            }
            return all;
        };
        const auto one_of = [&] {
            return joined(keyboard_play::practice_of("texts = ['un', 'deux', 'trois']\n", "azerty-fr", seed));
        };
        texts.insert(one_of());
        CHECK(one_of() == one_of());
        words.insert(joined(keyboard_play::practice_of("words = ['a', 'b', 'c']\ncount = 2\n", "azerty-fr", seed)));
    }
    CHECK(texts == std::set<std::string>{"un", "deux", "trois"});
    CHECK(words == std::set<std::string>{"a b", "a c", "b a", "b c", "c a", "c b"});
}

TEST_CASE("the practice says what its lesson says of it") {
    const world::KeyboardPractice practice =
        keyboard_play::practice_of("text = 'oui'\nguide = 'keys'\nlook = 'form'\nlabel = 'Adresse'\n");
    CHECK(practice.guide == world::KeyboardGuide::keys);
    CHECK(practice.look == world::KeyboardLook::form);
    CHECK(practice.label == "Adresse");
    CHECK(practice.task == world::KeyboardTask::copy);
    CHECK(practice.layout->id == "azerty-fr");
}

TEST_CASE("all that happens is in the tables of facts, field by field") {
    keyboard_play::Play play("text = 'été fini'\n");
    play.strike("KeyX", "X", true);
    play.strike("KeyT", "T", true);
    play.act(world::KeyDown{"KeyT", true, true});
    play.write("zzzz");
    while (!play.text().empty()) {
        play.tap("Backspace");
    }
    play.strike("KeyE", "É", true);
    play.tap("Backspace");
    play.write("été fini");
    std::set<std::string> seen;
    std::vector<world::Fact> all = world::facts(play.practice);
    for (const world::Event& event : play.events) {
        all.push_back(event.fact);
    }
    for (const world::Fact& fact : all) {
        seen.insert(fact.name);
        const lesson::FactKind* kind = lesson::find_fact(world::vocabulary(), fact.name);
        REQUIRE(kind != nullptr);
        REQUIRE(kind->fields.size() == fact.fields.size());
        for (std::size_t i = 0; i < fact.fields.size(); ++i) {
            CHECK(fact.fields[i].name == kind->fields[i].name);
            const std::size_t wanted = kind->fields[i].kind == lesson::FieldKind::text     ? 0
                                       : kind->fields[i].kind == lesson::FieldKind::number ? 1
                                                                                           : 2;
            CHECK(fact.fields[i].value.index() == wanted);
        }
    }
    CHECK(seen.size() == world::keyboard_kind().facts.size());
}

TEST_CASE("each key, finger, fact, start key and slip has its words") {
    const auto messages = lesson::Messages::read(std::string(COUCOU_SOURCE_DIR) + "/assets/messages");
    REQUIRE(messages.ok());
    const auto expect = [&](const std::string& id) {
        CAPTURE(id);
        CHECK(messages.value().has(id));
    };
    for (const world::Layout& layout : keyboard_play::all_layouts()) {
        for (const world::LayoutKey& key : layout.keys) {
            if (!key.label.empty()) {
                expect(key.label);
            }
        }
    }
    for (int finger = 0; finger <= static_cast<int>(world::Finger::right_little); ++finger) {
        expect(world::message_of(static_cast<world::Finger>(finger)));
    }
    const lesson::AppKind kind = world::keyboard_kind();
    for (const lesson::Key& key : kind.start->keys) {
        expect("reference." + std::string(kind.start->name) + "." + std::string(key.name));
    }
    for (const lesson::FactKind& fact : kind.facts) {
        expect("reference." + std::string(fact.name));
        if (fact.origin == lesson::FactOrigin::slip) {
            expect("slip." + std::string(fact.name));
        }
    }
}
