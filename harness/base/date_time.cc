#include "base/date_time.hh"

#include <fmt/format.h>

#include <chrono>

namespace sockgrade {

namespace {

namespace chrono = std::chrono;

constexpr int kMinutesAnHour = 60;
constexpr std::int64_t kSecondsADay = 86'400;

chrono::year_month_day date_of(const DateTime& time) {
    return chrono::year(time.year) / chrono::month(static_cast<unsigned>(time.month)) /
           chrono::day(static_cast<unsigned>(time.day));
}

// Reads a text from its beginning on.
class Reader {
  public:
    explicit Reader(std::string_view text) : rest_(text) {}

    bool is_done() const { return rest_.empty(); }
    bool skip(char c) {
        if (!rest_.starts_with(c)) return false;
        rest_.remove_prefix(1);
        return true;
    }
    bool skip(std::string_view word) {
        if (!rest_.starts_with(word)) return false;
        rest_.remove_prefix(word.size());
        return true;
    }
    // Exactly so many digits.
    std::optional<int> number(std::size_t digits) {
        if (rest_.size() < digits) return std::nullopt;
        int number = 0;
        for (std::size_t i = 0; i < digits; ++i) {
            if (!is_digit(rest_[i])) return std::nullopt;
            number = number * 10 + (rest_[i] - '0');
        }
        rest_.remove_prefix(digits);
        return number;
    }
    void skip_digits() {
        while (!rest_.empty() && is_digit(rest_.front())) rest_.remove_prefix(1);
    }

  private:
    static bool is_digit(char c) { return c >= '0' && c <= '9'; }

    std::string_view rest_;
};

bool read_date(Reader& reader, DateTime& time) {
    const auto year = reader.number(4);
    if (!year || !reader.skip('-')) return false;
    const auto month = reader.number(2);
    if (!month || !reader.skip('-')) return false;
    const auto day = reader.number(2);
    if (!day) return false;
    time.year = *year;
    time.month = *month;
    time.day = *day;
    return true;
}

bool read_clock(Reader& reader, DateTime& time) {
    const auto hour = reader.number(2);
    if (!hour || !reader.skip(':')) return false;
    const auto minute = reader.number(2);
    if (!minute) return false;
    time.hour = *hour;
    time.minute = *minute;
    if (!reader.skip(':')) return true;
    time.second = reader.number(2);
    if (reader.skip('.')) reader.skip_digits();
    return time.second.has_value();
}

bool read_zone(Reader& reader, DateTime& time) {
    reader.skip(' ');
    if (reader.is_done()) return true;
    if (reader.skip('Z') || reader.skip("UTC")) {
        time.offset_minutes = 0;
        return true;
    }
    const bool is_west = reader.skip('-');
    if (!is_west && !reader.skip('+')) return false;
    const auto hours = reader.number(2);
    reader.skip(':');
    const auto minutes = reader.number(2);
    constexpr int kMostHours = 14;
    if (!hours || !minutes || *hours > kMostHours || *minutes >= kMinutesAnHour) return false;
    time.offset_minutes = (is_west ? -1 : 1) * (*hours * kMinutesAnHour + *minutes);
    return true;
}

}  // namespace

std::optional<DateTime> read_date_time(std::string_view text) {
    Reader reader(text);
    DateTime time;
    if (!read_date(reader, time) || (!reader.skip(' ') && !reader.skip('T'))) return std::nullopt;
    if (!read_clock(reader, time) || !read_zone(reader, time) || !reader.is_done()) return std::nullopt;
    return is_real(time) ? std::optional(time) : std::nullopt;
}

bool is_real(const DateTime& time) {
    constexpr int kFirstYear = 1970;
    constexpr int kLastYear = 9999;
    constexpr int kHoursADay = 24;
    return time.year >= kFirstYear && time.year <= kLastYear && date_of(time).ok() && time.hour >= 0 &&
           time.hour < kHoursADay && time.minute >= 0 && time.minute < kMinutesAnHour &&
           time.second.value_or(0) >= 0 && time.second.value_or(0) < 60;
}

std::string to_string(const DateTime& time) {
    std::string text =
        fmt::format("{:04}-{:02}-{:02} {:02}:{:02}", time.year, time.month, time.day, time.hour, time.minute);
    if (time.second) text += fmt::format(":{:02}", *time.second);
    if (!time.offset_minutes) return text;
    const int offset = *time.offset_minutes;
    const int size = offset < 0 ? -offset : offset;
    return text + fmt::format(" {}{:02}:{:02}", offset < 0 ? '-' : '+', size / kMinutesAnHour,
                              size % kMinutesAnHour);
}

std::int64_t clock_seconds(const DateTime& time) {
    const auto days = chrono::sys_days(date_of(time)).time_since_epoch().count();
    return std::int64_t{days} * kSecondsADay + (std::int64_t{time.hour} * kMinutesAnHour + time.minute) * 60 +
           time.second.value_or(0);
}

DateTime from_clock_seconds(std::int64_t seconds) {
    const std::int64_t days =
        seconds / kSecondsADay - (seconds % kSecondsADay < 0 ? 1 : 0);  // rounded towards the past
    const auto rest = static_cast<int>(seconds - days * kSecondsADay);
    const chrono::year_month_day date{chrono::sys_days(chrono::days(days))};
    return {static_cast<int>(date.year()),
            static_cast<int>(static_cast<unsigned>(date.month())),
            static_cast<int>(static_cast<unsigned>(date.day())),
            rest / 3600,
            rest / 60 % 60,
            rest % 60,
            std::nullopt};
}

}  // namespace sockgrade
