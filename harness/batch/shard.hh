// --shard k/n: a part of the work, for one of several machines or runs.
#pragma once

#include <cstddef>

namespace sockgrade::batch {

// Every n-th of a list, so that each shard has some of everything.
struct Shard {
    std::size_t number = 1;  // 1 .. of
    std::size_t of = 1;

    bool has(std::size_t position) const { return position % of == number - 1; }
    friend bool operator==(const Shard&, const Shard&) = default;
};

}  // namespace sockgrade::batch
