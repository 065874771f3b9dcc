// Start tables: what is read, and what is refused.
#include "lesson/messages.h"
#include "pointer_play.h"

#include <set>

namespace {

base::Faults faults_of(std::string_view start, bool with_schema = false) {
    const lesson::Value value = play::start_table(start);
    const lesson::AppKind kind = world::pointer_kind();
    base::Faults faults;
    if (with_schema) {
        lesson::check(value, *kind.start, faults);
    }
    kind.check(lesson::table_of(value), faults);
    return faults;
}

std::string thing(const std::string& rest, const std::string& name = "a") {
    return "[[thing]]\nname = '" + name + "'\npicture = 'star'\n" + rest + "\n";
}

void refuses(const std::string& start, std::string_view id, int line) {
    CAPTURE(start);
    const base::Faults faults = faults_of(start);
    REQUIRE(faults.size() == 1);
    CHECK(faults.front().id == id);
    CHECK(faults.front().place.line == line);
}

} // namespace

TEST_CASE("good start tables have no faults") {
    for (const std::string& start :
         {thing(""), thing("task = 'menu'\nmenu = ['Ouvrir', 'Arroser']\nchoose = 2"),
          thing("task = 'drag'\nto = 'b'") + thing("task = 'home'", "b"),
          thing("task = 'drag'\nto = 'b-2'") + thing("task = 'home'\ncount = 2", "b"),
          thing("task = 'trace'\npath = 'wave'\npath_width = 'narrow'"), "tall = 2\n" + thing("task = 'see'"),
          "order = 'one-by-one'\ndemo = 'click'\n" + thing("count = 12\nlabel = 'étoile'"),
          thing("size = 'tiny'\ncount = 12", "a") + thing("size = 'tiny'\ncount = 12", "b")}) {
        CAPTURE(start);
        CHECK(faults_of(start, true).empty());
    }
}

TEST_CASE("what does not fit together is refused, at its line") {
    refuses(thing("task = 'drag'"), "pointer.key-missing", 1);
    refuses(thing("task = 'menu'\nmenu = ['x']"), "pointer.key-missing", 1);
    refuses(thing("task = 'menu'\nchoose = 1"), "pointer.key-missing", 1);
    refuses(thing("to = 'b'"), "pointer.key-of-other-task", 4);
    refuses(thing("task = 'double'\npath = 'wave'"), "pointer.key-of-other-task", 5);
    refuses(thing("task = 'menu'\nmenu = ['x', 'y']\nchoose = 3"), "pointer.no-such-item", 6);
    refuses(thing("task = 'drag'\nto = 'b'"), "pointer.no-home", 5);
    refuses(thing("task = 'drag'\nto = 'b'") + thing("", "b"), "pointer.not-a-home", 5);
    refuses(thing("task = 'drag'\nto = 'baskte'") + thing("task = 'home'", "basket"), "pointer.misspelt-home", 5);
    refuses(thing("task = 'drag'\nto = 'xyz'") + thing("task = 'home'", "basket"), "pointer.unknown-home", 5);
    refuses(thing("task = 'see'"), "pointer.see-needs-tall", 4);
    refuses(thing("place = 'end'"), "pointer.place-needs-tall", 4);
    refuses(thing("task = 'trace'\nmoves = 'slow'"), "pointer.path-moves", 5);
    refuses(thing("") + thing(""), "pointer.same-name", 6);
    refuses(thing("count = 2") + thing("", "a-2"), "pointer.same-name", 6);
    refuses(thing("size = 'huge'\nlabel = 'x'\ncount = 12"), "pointer.no-room", 1);
}

TEST_CASE("things without room are refused, and laying them out all the same comes to an end") {
    const std::string start =
        thing("size = 'huge'\nlabel = 'x'\ncount = 12") + thing("moves = 'fast'\ncount = 12", "b");
    CHECK(faults_of(start).size() == 1);
    const world::PointerPractice practice = play::practice_of(start);
    CHECK(practice.things.size() == 24);
}

TEST_CASE("values of wrong types are left to the schema and do no harm") {
    for (const std::string_view start :
         {"thing = 3", "thing = ['a']", "order = 3\ntall = 'x'\nthing = []", "tall = 99",
          "[[thing]]\nname = 3\npicture = []\ncount = -4\nmenu = 'x'\nchoose = -9\ntask = 'menu'", ""}) {
        CAPTURE(start);
        faults_of(start);
        world::PointerPractice practice = play::practice_of(start);
        apply(practice, {10, world::Move{480, 360}});
        apply(practice, {20, world::Press{}});
        CHECK(remaining(practice) >= 0);
    }
    CHECK_FALSE(faults_of("tall = 99\n[[thing]]\nname = 3", true).empty());
}

TEST_CASE("a thing is read with all its keys") {
    const play::Play play("demo = 'drag'\ntall = 2\norder = 'one-by-one'\n" +
                          thing("label = 'étoile'\ntask = 'menu'\nsize = 'small'\nmenu = ['x', 'y']\nchoose = 2"));
    CHECK(play.practice.demo == "drag");
    CHECK(play.practice.tall == 2);
    CHECK(play.practice.one_by_one);
    const world::Thing& star = play.thing("a");
    CHECK(star.picture == "star");
    CHECK(star.label == "étoile");
    CHECK(star.task == world::Task::menu);
    CHECK(star.diameter == 56);
    CHECK(star.items == std::vector<std::string>{"x", "y"});
    CHECK(star.choice == 1);
}

TEST_CASE("every key, fact and fault has its French text") {
    const auto messages = lesson::Messages::read(std::string(COUCOU_SOURCE_DIR) + "/assets/messages");
    REQUIRE(messages.ok());
    std::set<std::string> wanted;
    const lesson::AppKind kind = world::pointer_kind();
    for (const lesson::Key& key : kind.start->keys) {
        wanted.insert("reference.pointer." + std::string(key.name));
        if (key.inside != nullptr) {
            for (const lesson::Key& inner : key.inside->keys) {
                wanted.insert("reference." + std::string(key.inside->name) + "." + std::string(inner.name));
            }
        }
    }
    for (const lesson::FactKind& fact : kind.facts) {
        wanted.insert("reference." + std::string(fact.name));
        if (fact.origin == lesson::FactOrigin::slip) {
            wanted.insert("slip." + std::string(fact.name));
        }
    }
    for (const std::string fault :
         {"key-missing", "key-of-other-task", "no-such-item", "no-home", "not-a-home", "misspelt-home", "unknown-home",
          "see-needs-tall", "place-needs-tall", "path-moves", "same-name", "no-room"}) {
        wanted.insert("pointer." + fault + ".what");
        wanted.insert("pointer." + fault + ".do");
    }
    for (const std::string& id : wanted) {
        CAPTURE(id);
        CHECK(messages.value().has(id));
    }
}
