// The texts of this layer, without those of the layers above.
#pragma once

#include "lesson/messages.h"
#include "temporary_folder.h"

#include <doctest/doctest.h>

inline lesson::Messages lesson_messages() {
    const TemporaryFolder folder;
    std::filesystem::copy_file(COUCOU_SOURCE_DIR "/assets/messages/lesson.toml", folder.path / "lesson.toml");
    auto messages = lesson::Messages::read(folder.path);
    REQUIRE(messages.ok());
    return std::move(messages).value();
}
