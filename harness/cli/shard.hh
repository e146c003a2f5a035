// --shard k/n: a part of the work, for one of several machines or runs.
#pragma once

#include <cstddef>
#include <string>

namespace sockgrade::cli {

// Every n-th of a list, so that each shard has some of everything.
struct Shard {
    std::size_t number = 1;  // 1 .. of
    std::size_t of = 1;

    bool has(std::size_t position) const { return position % of == number - 1; }
};

// The whole where `text` is empty. Throws UsageError for what is not k/n with 1 <= k <= n <= 1000.
Shard shard_of(const std::string& text);

}  // namespace sockgrade::cli
