#pragma once

namespace sockgrade::reference {

struct TcpOptions {
    // Little room for what the program sends, as on a slow computer behind an Ethernet. On loopback a sender
    // may otherwise have megabytes under way before it notices that nobody reads.
    bool is_narrow = false;
};

// Sets them on a socket that is not connected yet; what a listening socket accepts inherits them.
void apply(const TcpOptions& options, int socket);

}  // namespace sockgrade::reference
