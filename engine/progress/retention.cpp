// Months on the calendar, and the week between the note and the erasing.
#include "progress/retention.h"

#include "progress/bodies.h"

#include <chrono>

namespace progress {

int retention_of(const std::vector<Event>& trainer_settings) {
    int months = usual_retention;
    for (const Event& event : trainer_settings) {
        if (const auto settings = read_trainer_settings(event.body)) {
            months = settings->retention_months;
        }
    }
    return months;
}

std::int64_t kept_until(std::int64_t last_visit, int months) {
    using namespace std::chrono;
    const sys_time<milliseconds> then{milliseconds(last_visit)};
    const sys_days date = floor<days>(then);
    year_month_day later = year_month_day(date) + std::chrono::months(months);
    if (!later.ok()) {
        later = later.year() / later.month() / last;
    }
    return (sys_days(later) + (then - date)).time_since_epoch().count();
}

Leaving leaving_of(std::int64_t last_visit, std::int64_t noted, int months, std::int64_t now) {
    const std::int64_t until = kept_until(last_visit, months);
    if (now < until) {
        return Leaving::stays;
    }
    // A note from before the time was over belongs to an earlier absence, or to a shorter time that was chosen then.
    if (noted < until) {
        return Leaving::is_to_be_noted;
    }
    return now - noted >= notice_time ? Leaving::is_to_be_erased : Leaving::waits;
}

} // namespace progress
