// Any bytes as a file of another program: lessons, or an error, never a crash, a hang or an endless recursion. What is
// made of them can be read.
#include "lesson/imports/imported.h"
#include "lesson/lesson.h"
#include "world/apps.h"

#include <cstddef>
#include <cstdint>
#include <string>

namespace {

void check(const lesson::imports::WrittenFile& file) {
    const auto value = lesson::read_toml(file.content, file.path);
    base::Faults faults;
    if (value && !file.path.starts_with("keyboards/") && !file.path.ends_with("/module.toml")) {
        lesson::read_lesson(value.value(), world::vocabulary(), faults);
    }
    if (!value || !faults.empty()) {
        __builtin_trap();
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const lesson::imports::Source source{"fuzz/file.txt", std::string(reinterpret_cast<const char*>(data), size)};
    const lesson::imports::Wanted wanted{"fuzz", [](const base::Message& message) { return message.id; }, {}};
    if (const auto format = lesson::imports::format_of(source)) {
        const auto made = lesson::imports::import(*format, source, wanted);
        if (made) {
            for (const lesson::imports::WrittenFile& file : made.value().files) {
                check(file);
            }
        }
    }
    return 0;
}
