// The voice: reads texts aloud with espeak-ng, where it is installed.
#pragma once

#include <string>
#include <sys/types.h>

namespace app {

/// Speaks one text at a time; a new one ends the one before. Silent when destroyed.
class Voice {
public:
    Voice() = default;
    ~Voice();
    Voice(const Voice&) = delete;
    Voice& operator=(const Voice&) = delete;
    Voice(Voice&&) = delete;
    Voice& operator=(Voice&&) = delete;

    /// Reads a text aloud in a language (`fr`). Nothing happens where no voice is installed.
    void speak(const std::string& text, const std::string& language);
    void be_silent();

private:
    pid_t speaker_ = 0;
};

} // namespace app
