#include <fmt/format.h>

#include "diagnoses/clues.hh"
#include "diagnoses/scans.hh"

namespace sockgrade::diagnoses {

// It asked the right ports, and then named some that do not listen.
std::optional<model::Diagnosis> prints_closed_ports(const Failure& failure) {
    const auto asked = asked_ports(failure);
    if (!asked.has_value() || failure.cause != model::Cause::extra) return std::nullopt;
    if (scans_another_range(failure)) return std::nullopt;
    return model::Diagnosis{
        "",
        fmt::format("Of the ports that your program printed some do not listen: {}", unmet(failure).detail),
        "Print a port only where connect() has worked: connect_ex() returns 0 then, connect() in C too, and "
        "0 counts as false. Say nothing about the others.",
        unmet(failure).evidence};
}

}  // namespace sockgrade::diagnoses
