#include "reference/tcp_options.hh"

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>

#include "system/system_error.hh"

namespace sockgrade::reference {

using system::check_call;

namespace {

// A fraction of the program's send buffer: what still fits in here must not make that look free again.
constexpr int kNarrowBuffer = 4096;
// The program's system sizes its send buffer by the largest segment: on loopback 64 KiB, here Ethernet's.
constexpr int kEthernetSegment = 1460;

}  // namespace

void apply(const TcpOptions& options, int socket) {
    if (!options.is_narrow) return;
    check_call("setsockopt(SO_RCVBUF)",
               ::setsockopt(socket, SOL_SOCKET, SO_RCVBUF, &kNarrowBuffer, sizeof(kNarrowBuffer)));
    check_call("setsockopt(TCP_MAXSEG)",
               ::setsockopt(socket, IPPROTO_TCP, TCP_MAXSEG, &kEthernetSegment, sizeof(kEthernetSegment)));
}

}  // namespace sockgrade::reference
