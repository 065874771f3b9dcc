// Any bytes as a lesson file: faults, never a crash, a hang or an endless recursion.
#include "lesson/catalogue.h"
#include "lesson/fault.h"
#include "world/apps.h"

#include <cstddef>
#include <cstdint>
#include <string_view>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const auto value = lesson::read_toml(text, "fuzz/lesson.toml");
    if (value) {
        base::Faults faults;
        const lesson::Lesson lesson = lesson::read_lesson(value.value(), world::vocabulary(), faults);
        lesson::read_module(value.value(), faults);
        lesson::sort(faults);
        if (faults.empty() && lesson.steps.empty()) {
            __builtin_trap();
        }
    }
    return 0;
}
