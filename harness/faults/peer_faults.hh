// What goes wrong at a peer rather than on the way, and is a step of its own, since the moment matters. For
// `sockgrade list faults`.
#pragma once

#include <string_view>

namespace sockgrade::faults {

struct PeerFault {
    std::string_view name;
    std::string_view summary;
    std::string_view step;  // how a case says it, as steps of a peer
};

inline constexpr PeerFault kPeerFaults[] = {
    {"half-close", "The peer ends its stream (FIN) and goes on reading.", "finish-sending"},
    {"coalescing", "Several messages come in one segment.",
     "{ send_each: [MESSAGE, MESSAGE], together: true }"},
    {"late-accept", "The peer accepts only when the program does nothing more without it.",
     "{ accept: late }"},
    {"full-backlog", "An attempt to connect gets no answer until the peer accepts, if it ever does.",
     "fill-backlog"},
    {"slow-reader", "The peer stops reading until the program can send no more, and then goes on.",
     "stop-reading or go-on-reading"},
    {"restart", "The peer goes away, its connections are reset, and comes back on its port (UDP too).",
     "go-away or come-back"}};

}  // namespace sockgrade::faults
