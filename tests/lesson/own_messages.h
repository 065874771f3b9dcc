// The texts of this layer, without those of the layers above.
#pragma once

#include "lesson/messages.h"
#include "temporary_folder.h"

#include <doctest/doctest.h>

inline lesson::Messages lesson_messages() {
    const TemporaryFolder folder;
    for (const char* name : {"lesson.toml", "desk_sites.toml", "plan.toml"}) {
        std::filesystem::copy_file(std::filesystem::path(COUCOU_SOURCE_DIR "/assets/messages") / name,
                                   folder.path / name);
    }
    auto messages = lesson::Messages::read(folder.path);
    REQUIRE(messages.ok());
    return std::move(messages).value();
}
