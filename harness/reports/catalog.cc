#include "reports/catalog.hh"

#include <fmt/format.h>

#include <array>
#include <vector>

#include "base/error.hh"
#include "base/text.hh"

namespace sockgrade::reports {

namespace {

constexpr std::array kCatalog{
#define FORMAT(name) &formats::name,
#include "reports/catalog.def"
#undef FORMAT
};

}  // namespace

std::span<const Format* const> catalog() { return kCatalog; }

const Format& format_named(std::string_view name) {
    std::vector<std::string> known;
    for (const Format* format : catalog()) {
        if (format->name == name) return *format;
        known.emplace_back(format->name);
    }
    const std::string nearest = nearest_name(name, known);
    throw UsageError(fmt::format("there is no format {}; {}", quote(name, 60),
                                 nearest.empty() ? fmt::format("choose {}", list_of(known, "or"))
                                                 : fmt::format("did you mean '{}'?", nearest)));
}

}  // namespace sockgrade::reports
