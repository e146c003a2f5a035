#include <fmt/format.h>

#include <algorithm>

#include "base/text.hh"
#include "diagnoses/clues.hh"
#include "diagnoses/scans.hh"

namespace sockgrade::diagnoses {

// It found them, and does not say which they are.
std::optional<model::Diagnosis> prints_no_port(const Failure& failure) {
    const auto asked = asked_ports(failure);
    if (!asked.has_value() || failure.cause != model::Cause::missing) return std::nullopt;
    const model::PortRange& range = failure.transcript.plan.given.ports;
    const std::string output = printed(failure.transcript, 0, failed_at(failure));
    for (const std::uint16_t port : range.listening)
        if (!asked->connected.contains(port) || contains(output, std::to_string(port))) return std::nullopt;
    return model::Diagnosis{
        "",
        fmt::format(
            "{} took the connection of your program, but none of their numbers was printed. It printed {}.",
            count_of(range.listening.size(), "port"),
            bare(output).empty() ? "nothing" : quote(bare(output), 80)),
        "Print the number of the port at the place where connect() has worked. On a socket that does not "
        "block, "
        "connect() gives EINPROGRESS, which is no error: wait with select() or poll() until the socket can "
        "be "
        "written, and then ask getsockopt() for SO_ERROR; 0 says that it has worked.",
        asked->events};
}

}  // namespace sockgrade::diagnoses
