#include "cli/shard.hh"

#include <fmt/format.h>

#include <charconv>
#include <system_error>

#include "base/error.hh"
#include "base/text.hh"

namespace sockgrade::cli {

Shard shard_of(const std::string& text) {
    Shard shard;
    if (text.empty()) return shard;
    const char* const end = text.data() + text.size();
    const auto number = std::from_chars(text.data(), end, shard.number);
    const bool has_slash = number.ec == std::errc{} && number.ptr != end && *number.ptr == '/';
    const auto of = has_slash ? std::from_chars(number.ptr + 1, end, shard.of) : number;
    if (!has_slash || of.ec != std::errc{} || of.ptr != end || shard.of > kMostShards || shard.number == 0 ||
        shard.number > shard.of)
        throw UsageError(fmt::format("--shard {}: 2/5 is the second of five parts", quote(text, 60)));
    return shard;
}

}  // namespace sockgrade::cli
