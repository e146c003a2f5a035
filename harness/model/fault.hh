// A rule for something that goes wrong on the way. What each kind does stands in harness/faults.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace sockgrade::model {

// Seen from the program: what comes to it, what comes from it.
enum class Direction { to_program, from_program };

std::string to_string(Direction direction);

struct FaultRule {
    std::string kind;  // a name in the catalog: drop, duplicate, reorder
    Direction direction = Direction::to_program;
    std::vector<std::size_t>
        numbers;  // 1-based positions of distinct payloads in this direction; empty: all that match
    std::string containing;  // only datagrams that contain this text
    std::size_t times = 1;   // how many copies of one payload are hit: the first `times`
    unsigned percent = 100;  // chance for each, drawn from the seed, payload and occurrence

    friend bool operator==(const FaultRule&, const FaultRule&) = default;
};

}  // namespace sockgrade::model
