#include "batch/lateness.hh"

#include <algorithm>

namespace sockgrade::batch {

namespace {

constexpr std::int64_t kADay = 86'400;

// Seconds since 1970 in UTC.
std::int64_t moment_of(const DateTime& time, const std::optional<int>& offset, const LocalOffset& local) {
    const std::int64_t on_its_clock = clock_seconds(time);
    if (offset) return on_its_clock - std::int64_t{*offset} * 60;
    // The offset of about that moment; where clocks are set forward or back that hour, of the one or the
    // other.
    const std::int64_t about = on_its_clock - std::int64_t{local(on_its_clock)} * 60;
    return on_its_clock - std::int64_t{local(about)} * 60;
}

}  // namespace

Lateness lateness_of(const DateTime& due, const DateTime& handed_in,
                     const std::optional<model::LateRule>& rule, const LocalOffset& local) {
    const std::optional<int> zone = handed_in.offset_minutes ? handed_in.offset_minutes : due.offset_minutes;
    const std::int64_t last = moment_of(due, due.offset_minutes, local) + (due.second ? 0 : 59);
    const std::int64_t after = moment_of(handed_in, zone, local) - last;
    Lateness late;
    if (after <= 0) return late;
    late.days = (after + kADay - 1) / kADay;
    if (!rule) return late;
    const std::int64_t counted =
        std::max<std::int64_t>(0, late.days - static_cast<std::int64_t>(rule->free_days));
    constexpr std::int64_t kAll = 100;
    if (rule->percent_a_day > 0)
        late.percent =
            std::min(kAll, std::min(counted, kAll) * static_cast<std::int64_t>(rule->percent_a_day));
    return late;
}

}  // namespace sockgrade::batch
