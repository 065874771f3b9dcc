// The main function of every test program, and what the leak sanitizer is to overlook: libraries that keep memory of
// their own. libgettextpo keeps a copy of the file's name for each message that it read, and all that it had when a
// faulty file made us leave it; SDL_image keeps a little of each broken SVG.
#define DOCTEST_CONFIG_IMPLEMENT_WITH_MAIN
#include <doctest/doctest.h>

extern "C" const char* __lsan_default_suppressions(); // NOLINT(bugprone-reserved-identifier)
const char* __lsan_default_suppressions() {           // NOLINT(bugprone-reserved-identifier)
    return "leak:libgettextpo\nleak:libSDL2-2.0\n";
}
