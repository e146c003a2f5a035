#pragma once

#include <cstdint>

namespace sockgrade::cli {

// Another one each time, which no program can find by trying all. Whoever reads JSON into doubles, as
// browsers do, keeps its digits (RFC 8259, section 6).
std::uint64_t random_seed();

}  // namespace sockgrade::cli
