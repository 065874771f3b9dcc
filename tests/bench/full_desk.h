// The practice computer that the benches measure: as full as lessons make it, and more.
#pragma once

#include "lesson/site.h"
#include "lesson/value.h"
#include "world/computer.h"

#include <cstdint>
#include <cstdlib>
#include <memory>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace bench {

inline constexpr int many = 60;

/// Sixty files, sixty messages, the practice web, and one program open.
inline std::string full_desk(const std::string& program) {
    std::string start = "[desktop]\nlook = \"bar\"\nopen = [\"" + program + "\"]\n";
    start += "[browser]\nopen = [\"www.valbois.fr/contact\"]\n";
    for (int i = 0; i < many; ++i) {
        const std::string number = std::to_string(i);
        start += "[[files.file]]\nname = \"Lettre " + number + ".txt\"\nin = \"home\"\ntext = \"Bonjour\"\n";
        start += "[[mail.inbox]]\nfrom = \"Marie Petit <marie@exemple.fr>\"\nsubject = \"Jeudi " + number +
                 "\"\nbody = \"Bonjour, à jeudi.\"\n";
    }
    return start;
}

/// A practice computer and the hand that goes on with it.
struct Hand {
    world::Computer computer;
    std::int64_t at = 0; // ms

    explicit Hand(const std::string& program) {
        const auto value = lesson::read_toml(full_desk(program), "bench.toml");
        if (!value.ok()) {
            std::abort();
        }
        world::Setup setup;
        setup.sites = std::make_shared<const std::vector<lesson::Site>>(
            lesson::read_sites(COUCOU_SOURCE_DIR "/lessons/sites").sites);
        world::lay_out(computer, lesson::table_of(value.value()), setup, 0);
        const auto& desk = std::get<world::Desk>(computer.apps.front());
        const world::Window* front = world::active_window(*desk.timeline);
        if (front == nullptr || world::name_of(front->program) != program) {
            act(world::Click{"bar/task/" + program});
        }
    }

    Hand& act(world::Deed deed) {
        at += 100;
        world::apply(computer, {at, std::move(deed)});
        return *this;
    }
};

} // namespace bench
