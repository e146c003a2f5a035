// --shard k/n of the command line.
#pragma once

#include <string>

#include "batch/shard.hh"

namespace sockgrade::cli {

using batch::Shard;

// More of them are a mistake of typing.
inline constexpr std::size_t kMostShards = 1000;

// The whole where `text` is empty. Throws UsageError for what is not k/n with 1 <= k <= n <= kMostShards.
Shard shard_of(const std::string& text);

}  // namespace sockgrade::cli
