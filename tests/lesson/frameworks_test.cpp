// The competences of DigComp 2.2 and Pix, and that each has its name.
#include "lesson/frameworks.h"
#include "lesson/messages.h"

#include <algorithm>
#include <set>

#include <doctest/doctest.h>

namespace {

lesson::Messages all_messages() {
    auto messages = lesson::Messages::read(COUCOU_SOURCE_DIR "/assets/messages");
    REQUIRE(messages.ok());
    return std::move(messages).value();
}

} // namespace

TEST_CASE("DigComp 2.2 has 21 competences in 5 areas, Pix 16 in 5") {
    std::vector<std::pair<std::size_t, std::size_t>> sizes;
    for (const lesson::Framework& framework : lesson::frameworks()) {
        std::set<std::string> areas;
        std::ranges::transform(framework.competences, std::inserter(areas, areas.end()), lesson::area_message);
        sizes.emplace_back(framework.competences.size(), areas.size());
    }
    CHECK(sizes == std::vector<std::pair<std::size_t, std::size_t>>{{21, 5}, {16, 5}});
}

TEST_CASE("each framework, area and competence has its own name, and no name is without a competence") {
    const lesson::Messages messages = all_messages();
    std::set<std::string> wanted;
    for (const lesson::Framework& framework : lesson::frameworks()) {
        wanted.insert(std::string(framework.message) + ".name");
        for (const std::string_view competence : framework.competences) {
            wanted.insert(lesson::area_message(competence));
            wanted.insert(lesson::competence_message(competence));
        }
    }
    std::set<std::string> written;
    for (const auto& [id, text] : messages.all()) {
        if (id.starts_with("framework.")) {
            written.insert(id);
        }
    }
    CHECK(wanted.size() == 2 + 10 + 21 + 16);
    CHECK(written == wanted);
}

TEST_CASE("a competence is known by its exact name only") {
    REQUIRE(lesson::framework_of("Pix 5.2") != nullptr);
    CHECK(lesson::framework_of("Pix 5.2")->name == "Pix");
    CHECK(lesson::competence_number("Pix 5.2") == "5.2");
    for (const char* wrong : {"Pix 5.3", "pix 5.2", "DigComp 5.5", "DigComp", "", "DigComp 1.1 "}) {
        CHECK(lesson::framework_of(wrong) == nullptr);
    }
}
