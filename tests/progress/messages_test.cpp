// Every error and notice of this layer has its two texts.
#include "sandbox.h"

#include <regex>
#include <set>
#include <vector>

#include <doctest/doctest.h>

TEST_CASE("each error id of the layer has what and do, and no text is without its error") {
    const std::filesystem::path root = COUCOU_SOURCE_DIR;
    std::set<std::string> used;
    std::vector<std::filesystem::path> files{root / "engine/app/exchange.cpp"};
    for (const auto& entry : std::filesystem::directory_iterator(root / "engine/progress")) {
        if (entry.path().extension() == ".cpp") {
            files.push_back(entry.path());
        }
    }
    for (const std::filesystem::path& file : files) {
        const std::string source = test::read_file(file);
        const std::regex id("\"((?:store|trainer|sealed|class)\\.[a-z-]+)\"");
        for (std::sregex_iterator found(source.begin(), source.end(), id), end; found != end; ++found) {
            used.insert((*found)[1]);
        }
    }
    used.erase("trainer.lock"); // the name of a file
    std::set<std::string> written;
    std::string texts;
    for (const char* file : {"progress.toml", "trainer_key.toml", "exchange.toml", "trainer.toml"}) {
        texts += test::read_file(root / "assets/messages" / file);
    }
    const std::regex table("\\[((?:store|trainer|sealed|class)\\.[a-z-]+)\\]\nwhat = \"[^\"]+\"\ndo = \"[^\"]+\"\n");
    for (std::sregex_iterator found(texts.begin(), texts.end(), table), end; found != end; ++found) {
        written.insert((*found)[1]);
    }
    CHECK(used.size() > 10);
    CHECK(used == written);
}
