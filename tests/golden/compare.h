// A person at the program, whose pictures are compared pixel by pixel with those that were looked at and found good.
#pragma once

#include "../app/person.h"
#include "screen/surface.h"

#include <cstdlib>

inline const std::filesystem::path kept_pictures =
    std::filesystem::path(COUCOU_SOURCE_DIR) / "tests" / "golden" / "pictures";

inline void compare(const screen::Bitmap& now, const std::string& name) {
    const std::filesystem::path file = kept_pictures / (name + ".png");
    if (std::getenv("COUCOU_KEEP_PICTURES") != nullptr) {
        REQUIRE(screen::save_png(now, file).ok());
        return;
    }
    const auto before = screen::load_png(file);
    REQUIRE(before.ok());
    const auto difference = screen::difference(before.value(), now);
    CAPTURE(name);
    if (difference) {
        const std::filesystem::path seen = std::filesystem::temp_directory_path() / (name + ".seen.png");
        static_cast<void>(screen::save_png(now, seen));
        MESSAGE(difference->pixels << " pixels differ; see " << seen.string());
    }
    CHECK_FALSE(difference.has_value());
}

inline void compare(Person& person, const std::string& name) {
    compare(screen::drawn(person.picture_at_rest()), name);
}

inline void use_large_high_contrast(Person& person) {
    person.click("settings");
    person.click("settings.size.largest");
    person.click("settings.contrast");
    person.click("settings.motion");
    person.click("settings/close");
}
