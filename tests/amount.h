// How much a test does. Without optimisation, and with the sanitizers, all takes some twenty times as long.
#pragma once

#include <cstdlib>

/// How often something is done: `optimised` in a release build, `otherwise` in others.
constexpr int times([[maybe_unused]] int optimised, [[maybe_unused]] int otherwise) {
#ifdef NDEBUG
    return optimised;
#else
    return otherwise;
#endif
}

/// As many as an environment variable says, else `usual`: for longer runs by hand.
inline int asked_times(const char* variable, int usual) {
    const char* given = std::getenv(variable);
    return given == nullptr ? usual : std::atoi(given);
}
