// Words for time.
#include "app/telling.h"

#include <algorithm>
#include <ctime>

#include <fmt/format.h>

namespace app {

namespace {

constexpr std::int64_t minute = 60'000; // ms
constexpr std::int64_t hour = 60 * minute;
constexpr std::int64_t day = 24 * hour;

std::tm local(std::int64_t at) {
    const auto seconds = static_cast<std::time_t>(at / 1000);
    std::tm told{};
    localtime_r(&seconds, &told);
    return told;
}

/// Which day of the calendar it is, counted from 1970.
std::int64_t day_number(std::int64_t at) {
    std::tm told = local(at);
    return timegm(&told) / (day / 1000);
}

std::string day_of_month(const lesson::Messages& messages, const std::tm& told) {
    return told.tm_mday == 1 ? messages.text("record.date.first-day") : std::to_string(told.tm_mday);
}

std::vector<base::Argument> date_of(const lesson::Messages& messages, const std::tm& told) {
    return {{"day", day_of_month(messages, told)},
            {"month", messages.text(fmt::format("record.date.month-{}", told.tm_mon + 1))},
            {"year", std::to_string(told.tm_year + 1900)}};
}

} // namespace

std::string day_in_words(const lesson::Messages& messages, std::int64_t at, bool year) {
    return messages.text({year ? "telling.day-year" : "telling.day", date_of(messages, local(at))});
}

std::string short_day(const lesson::Messages& messages, std::int64_t at) {
    const std::tm told = local(at);
    return messages.text({"telling.short",
                          {{"day", day_of_month(messages, told)},
                           {"month", messages.text(fmt::format("telling.short-month-{}", told.tm_mon + 1))}}});
}

std::string moment_in_words(const lesson::Messages& messages, std::int64_t at) {
    const std::tm told = local(at);
    return messages.text({"telling.moment",
                          {{"day", day_in_words(messages, at)},
                           {"hour", std::to_string(told.tm_hour)},
                           {"minute", fmt::format("{:02}", told.tm_min)}}});
}

std::string ago_in_words(const lesson::Messages& messages, std::int64_t at, std::int64_t now) {
    constexpr std::int64_t week = 7;
    constexpr std::int64_t longest = 60;
    const std::int64_t days = day_number(now) - day_number(at);
    if (days < 0 || days > longest) {
        return day_in_words(messages, at, local(at).tm_year != local(now).tm_year);
    }
    if (days < 2) {
        return messages.text(days == 0 ? "telling.today" : "telling.yesterday");
    }
    return days < 2 * week ? counted(messages, "telling.days-ago", days)
                           : counted(messages, "telling.weeks-ago", (days + 3) / week);
}

std::string length_in_words(const lesson::Messages& messages, std::int64_t ms) {
    if (ms < hour) {
        return messages.text(
            {"telling.minutes", {{"minutes", std::to_string(std::max(ms / minute, std::int64_t{1}))}}});
    }
    return messages.text(
        {"telling.hours",
         {{"hours", std::to_string(ms / hour)}, {"minutes", fmt::format("{:02}", ms % hour / minute)}}});
}

std::string span_in_words(const lesson::Messages& messages, std::int64_t ms) {
    const std::int64_t days = (ms + day / 2) / day;
    if (days < 14) {
        return counted(messages, "telling.days", std::max<std::int64_t>(days, 1));
    }
    return days < 63 ? counted(messages, "telling.weeks", (days + 3) / 7)
                     : counted(messages, "telling.months", (days + 15) / 30);
}

std::string counted(const lesson::Messages& messages, const std::string& id, std::int64_t count) {
    return messages.text({id + (count < 2 ? ".one" : ".many"), {{"count", std::to_string(count)}}});
}

} // namespace app
