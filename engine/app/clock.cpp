// The computer's clock, moved where a test asks for it.
#include "app/clock.h"

#include <chrono>
#include <iomanip>
#include <sstream>

namespace app {

namespace {

std::int64_t computer_clock() {
    using namespace std::chrono;
    return duration_cast<milliseconds>(system_clock::now().time_since_epoch()).count();
}

} // namespace

base::Result<Clock> Clock::starting_at(const std::string& start) {
    Clock clock;
    if (start.empty()) {
        return clock;
    }
    std::tm date{};
    std::istringstream text(start);
    text >> std::get_time(&date, "%Y-%m-%d %H:%M");
    if (text.fail()) {
        return base::Error{"window.clock", {{"clock", start}}, {}};
    }
    constexpr std::int64_t ms_a_second = 1000;
    clock.ahead_ = static_cast<std::int64_t>(timegm(&date)) * ms_a_second - computer_clock();
    return clock;
}

std::int64_t Clock::now() const {
    return computer_clock() + ahead_;
}

} // namespace app
