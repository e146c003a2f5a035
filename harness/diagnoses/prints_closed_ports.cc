#include <fmt/format.h>

#include <algorithm>

#include "diagnoses/clues.hh"
#include "diagnoses/scans.hh"

namespace sockgrade::diagnoses {

// It asked the right ports, and then named some that do not listen.
std::optional<model::Diagnosis> prints_closed_ports(const Failure& failure) {
    const auto asked = asked_ports(failure);
    if (!asked.has_value() || failure.cause != model::Cause::extra) return std::nullopt;
    if (scans_another_range(failure)) return std::nullopt;
    const std::string output = printed(failure.transcript, 0, failure.transcript.events.size());
    const bool prints_all = std::all_of(asked->ports.begin(), asked->ports.end(), [&](std::uint16_t port) {
        return contains(output, std::to_string(port));
    });
    if (prints_all)
        return model::Diagnosis{
            "", "Your program printed every port that it asked, whether somebody listens there or not.",
            "Look at what connect() returns, and print a port only where it has worked. A socket that does "
            "not block "
            "has not been connected when connect() comes back (EINPROGRESS), nor when select() or poll() "
            "calls it "
            "writable: only getsockopt() with SO_ERROR tells, where 0 says that it has worked.",
            asked->events};
    return model::Diagnosis{
        "",
        fmt::format("Of the ports that your program printed some do not listen: {}", unmet(failure).detail),
        "Print a port only where connect() has worked: connect_ex() returns 0 then, connect() in C too, and "
        "0 counts as false. Say nothing about the others.",
        unmet(failure).evidence};
}

}  // namespace sockgrade::diagnoses
