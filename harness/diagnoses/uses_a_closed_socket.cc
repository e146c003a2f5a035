#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "diagnoses/clues.hh"

namespace sockgrade::diagnoses {

using model::Transport;

// close() inside the loop, on the socket that the next round needs.
std::optional<model::Diagnosis> uses_a_closed_socket(const Failure& failure) {
    const model::Plan& plan = failure.transcript.plan;
    if (!came_to_nothing(failure.cause)) return std::nullopt;
    const std::string said = errors(failure);
    static constexpr std::array kSigns = {"Bad file descriptor", "Socket is closed", "Socket closed",
                                          "use of closed network connection", "ERR_SOCKET_DGRAM_NOT_RUNNING"};
    const bool closed =
        std::any_of(kSigns.begin(), kSigns.end(), [&](const char* sign) { return contains(said, sign); });
    if (!closed) return std::nullopt;
    const auto trace = traceback(failure);
    if (trace.has_value() && !contains(trace->error, "Bad file descriptor")) return std::nullopt;
    const std::string where =
        trace.has_value() ? fmt::format(" (line {}: {})", trace->line, readable(trace->code)) : "";
    const char* hint = "Close a socket only when nothing will use it any more.";
    const bool at_accept = contains(trace.has_value() ? trace->code : said, "accept");
    const bool at_send = contains(trace.has_value() ? trace->code : "", "send");
    if (serves(plan) && plan.transport == Transport::udp)
        hint = "One UDP socket serves everyone. close() belongs behind the loop, not into it.";
    else if (serves(plan) && at_send && !at_accept)
        hint = "A connection is closed when all has been sent on it: first send(), then close().";
    else if (serves(plan))
        hint =
            "Inside the loop close the connection that accept() returned, not the listening socket: "
            "accept() "
            "needs that one again.";
    return model::Diagnosis{"", fmt::format("Your program used a socket that it had closed before{}.", where),
                            hint, error_events(failure)};
}

}  // namespace sockgrade::diagnoses
