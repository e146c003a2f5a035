#pragma once

#include <span>
#include <string_view>

#include "reports/format.hh"

namespace sockgrade::reports {

namespace formats {
#define FORMAT(name) extern const Format name;
#include "reports/catalog.def"
#undef FORMAT
}  // namespace formats

std::span<const Format* const> catalog();

// An unknown name: a UsageError that lists the known ones.
const Format& format_named(std::string_view name);

}  // namespace sockgrade::reports
