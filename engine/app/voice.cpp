// espeak-ng as a process of its own: it is started only when somebody wants to listen, and can be ended at any word.
#include "app/voice.h"

#include <array>
#include <csignal>
#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

extern char** environ; // NOLINT(readability-redundant-declaration): POSIX asks for it

namespace app {

namespace {

/// Words per minute; slower than the voice's own 175, for listeners who are new to it.
constexpr const char* speed = "135";

} // namespace

Voice::~Voice() {
    be_silent();
}

void Voice::be_silent() {
    if (speaker_ > 0) {
        kill(speaker_, SIGTERM);
        waitpid(speaker_, nullptr, 0);
        speaker_ = 0;
    }
}

void Voice::speak(const std::string& text, const std::string& language) {
    be_silent();
    std::string program = "espeak-ng";
    std::string voice_option = "-v";
    std::string voice = language;
    std::string speed_option = "-s";
    std::string words_per_minute = speed;
    std::string end_of_options = "--";
    std::string words = text;
    std::array<char*, 8> arguments{program.data(),          voice_option.data(),   voice.data(), speed_option.data(),
                                   words_per_minute.data(), end_of_options.data(), words.data(), nullptr};
    posix_spawn_file_actions_t files{};
    posix_spawn_file_actions_init(&files);
    posix_spawn_file_actions_addopen(&files, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
    posix_spawn_file_actions_addopen(&files, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    pid_t started = 0;
    if (posix_spawnp(&started, program.c_str(), &files, nullptr, arguments.data(), environ) == 0) {
        speaker_ = started;
    }
    posix_spawn_file_actions_destroy(&files);
}

} // namespace app
