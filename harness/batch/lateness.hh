// How late a hand-in is, and what that costs. Pure.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>

#include "base/date_time.hh"
#include "model/assignment.hh"

namespace sockgrade::batch {

struct Lateness {
    std::int64_t days = 0;     // that have begun since it was due; 0: in time
    std::int64_t percent = 0;  // of what was reached that is taken, 0 to 100
};

// Minutes east of Greenwich of this machine's clock, at that moment (seconds since 1970, UTC).
using LocalOffset = std::function<int(std::int64_t)>;

// A time without a zone is on the clock of the due date. One that says no seconds means the whole minute, to
// the student's favour: who is due at 23:59 may hand in at 23:59:59.
Lateness lateness_of(const DateTime& due, const DateTime& handed_in,
                     const std::optional<model::LateRule>& rule, const LocalOffset& local);

}  // namespace sockgrade::batch
