// Dates with a time of day, as people and course systems write them. Pure: no clock, no time zone of this
// machine.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace sockgrade {

struct DateTime {
    int year = 0;
    int month = 0;  // 1 to 12
    int day = 0;
    int hour = 0;
    int minute = 0;
    std::optional<int> second{};  // nothing: the whole minute is meant
    // East of Greenwich. Nothing: by whatever clock the reader has.
    std::optional<int> offset_minutes{};

    friend bool operator==(const DateTime&, const DateTime&) = default;
};

// "2026-03-12 23:59", also with a T between, seconds and parts of them, and a zone: Z, UTC, +01:00 or +0100.
// Nothing when it is none of these, or no such day exists.
std::optional<DateTime> read_date_time(std::string_view text);

// True for a day and a time that exist.
bool is_real(const DateTime& time);

// "2026-03-12 23:59", with seconds and zone where they are known. read_date_time() reads it.
std::string to_string(const DateTime& time);

// Seconds since 1970-01-01 00:00, on the clock that the time itself is of: its zone is not looked at.
std::int64_t clock_seconds(const DateTime& time);

// The other way round.
DateTime from_clock_seconds(std::int64_t seconds);

}  // namespace sockgrade
