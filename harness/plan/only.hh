// Which parts of a plan stay, when the rest is left out, and how that is written on a command line:
//
//   faults=2,targets.2=1+3,messages.1=4+5,bytes.1.4=17,bytes.given=40
//
// of the faults the second alone, of what it hits the first and the third; of the messages of step 1 the
// fourth and the fifth, the fourth cut to its first 17 bytes; 40 bytes of the message that the program is
// given. `messages.given=2`: of its lines the second. `faults=none`: no fault. What is not named stays as it
// is. All numbers are places in the whole plan, from 1, so that leaving out one part renames no other.
#pragma once

#include <algorithm>
#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace sockgrade::plan {

using Places = std::vector<std::size_t>;  // in ascending order

inline bool has(const Places& places, std::size_t place) {
    return std::find(places.begin(), places.end(), place) != places.end();
}

// A message: its step and its place there.
using MessagePlace = std::pair<std::size_t, std::size_t>;
inline constexpr std::size_t kGivenStep = 0;
inline constexpr MessagePlace kGivenMessage{kGivenStep, 0};

struct Only {
    std::optional<Places> faults{};
    std::map<std::size_t, Places> targets{};   // by fault
    std::map<std::size_t, Places> messages{};  // by step; kGivenStep: lines of what the program is given
    std::map<MessagePlace, std::size_t> bytes{};

    bool is_everything() const {
        return !faults.has_value() && targets.empty() && messages.empty() && bytes.empty();
    }
    friend bool operator==(const Only&, const Only&) = default;
};

std::string to_string(const Only& only);
// UsageError for anything but what to_string() writes.
Only only_from(std::string_view text);

}  // namespace sockgrade::plan
