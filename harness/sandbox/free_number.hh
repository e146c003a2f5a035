// Which number of a user nobody here has.
#pragma once

#include <sys/types.h>

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace sockgrade::sandbox {

// What users, or groups, may be called here: a line of /proc/self/uid_map or gid_map (man 7 user_namespaces).
// Containers without a real root have 65536 numbers, or one.
struct NumberRange {
    std::uint64_t first;
    std::uint64_t count;

    friend bool operator==(const NumberRange&, const NumberRange&) = default;
};

std::vector<NumberRange> read_number_map(std::string_view text);

// One that both a user and a group can have, another one for each process. Nothing where there is none to
// spare.
std::optional<uid_t> free_number(const std::vector<NumberRange>& users,
                                 const std::vector<NumberRange>& groups, pid_t process);

}  // namespace sockgrade::sandbox
