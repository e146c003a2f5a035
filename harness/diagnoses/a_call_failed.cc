#include <fmt/format.h>

#include <array>

#include "base/text.hh"
#include "diagnoses/clues.hh"

namespace sockgrade::diagnoses {

namespace event = model::event;

namespace {

struct Known {
    const char* said;  // in small letters
    const char* hint;
};

constexpr std::array kKnown = {
    Known{"destination address required",
          "A UDP socket has to be told where to send: give sendto() the address that recvfrom() returned."},
    Known{"not connected",
          "Use a socket that is connected: the one from connect(), or the one that accept() returned."},
    Known{"socket operation on non-socket",
          "That number is no socket. Look at what socket() or accept() returned, and into which variable: in "
          "C, "
          "(fd = accept(...)) < 0 needs its parentheses."},
    Known{"address family not supported",
          "Fill in the whole address: sin_family = AF_INET, the port with htons(), and the host."},
    Known{"bad file descriptor",
          "That socket was closed before, or never made. Close it only when nothing uses it any more."},
    Known{"bad address", "A pointer points nowhere. Hand over the buffer or address itself, and its size."},
    Known{
        "invalid argument",
        "One of the values handed to that call is wrong. For addresses, the length before the call has to be "
        "that of the address: socklen_t length = sizeof address;"},
    Known{"permission denied", "Ports below 1024 are not for everybody, and broadcasting has to be allowed."},
    Known{"message too long", "One datagram holds 65507 bytes at most."},
    Known{"broken pipe", "It sent on a connection that was closed already, or that never was."},
    Known{"connection refused", "Nobody listens at the address that was dialled. Check host and port."},
    Known{"cannot assign requested address",
          "That address is none of this computer. bind() takes one of its own: '' or INADDR_ANY for all."},
    Known{"protocol wrong type", "SOCK_STREAM is for TCP, SOCK_DGRAM is for UDP; leave the protocol at 0."},
};

bool came_from_a_peer(const Failure& failure, std::string_view line) {
    for (const auto* sent : failure.transcript.all<event::Sent>())
        if (contains(sent->bytes, line)) return true;
    return false;
}

}  // namespace

// It goes on, but said itself that a call had failed.
std::optional<model::Diagnosis> a_call_failed(const Failure& failure) {
    if (!came_to_nothing(failure.cause)) return std::nullopt;
    std::string_view line;
    const char* hint = nullptr;
    std::size_t number = 0;
    for (std::size_t i = 0, stop = failed_at(failure); i < stop; ++i) {
        const model::Event& event = failure.transcript.events[i];
        // Whatever fails once its peer has left is no cause.
        if (std::holds_alternative<event::Closed>(event.what)) break;
        const auto* print = std::get_if<event::Printed>(&event.what);
        if (print == nullptr) continue;
        const std::string small = to_lower(print->bytes);
        for (const Known& known : kKnown) {
            const std::size_t at = small.find(known.said);
            if (at == std::string::npos) continue;
            line = bare(line_with(std::string_view(print->bytes).substr(small.rfind('\n', at) + 1), ""));
            hint = known.hint;
            number = event.number;
            break;
        }
        if (hint != nullptr) break;
    }
    if (hint == nullptr || line.empty() || came_from_a_peer(failure, line)) return std::nullopt;
    return model::Diagnosis{
        "", fmt::format("Your program said that a call had failed: {}", readable(line)), hint, {number}};
}

}  // namespace sockgrade::diagnoses
