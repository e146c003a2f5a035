// A dial that would leave this machine, made to arrive on it.
//
// Theory. Where a case has no network of its own, a program that has its author's 192.168.1.7 written in
// would send to whoever has that address here. So connect() and the sends that name an address are done by
// us, on a duplicate of the program's socket and with a copy of what it asked for, at the same port of
// loopback, where the peer waits. We never wait for any of them: what would take time is left to the
// program's own call, when it can't go anywhere else any more. The program keeps its socket with all its
// options; a socket of ours put in its place (SECCOMP_IOCTL_NOTIF_ADDFD) would lose them.
#pragma once

#include <cstdint>
#include <optional>

#include "model/address.hh"
#include "system/socket_address.hh"

struct seccomp_notif;

namespace sockgrade::observe {

// The same port of this machine's loopback, in the same family, for an address that is not loopback already.
model::Address at_home(const model::Address& address);

// A datagram to an address without a family goes out as if IPv4 stood there (udp_sendmsg in the kernel), and
// is read like that.
void complete_family(system::SocketAddress& wanted, int socket);

// Does a connect, sendto, sendmsg or sendmmsg that seccomp asks about, with every address in it brought home,
// and those of name servers to `names_at`, if there is one. Returns what the system call would: a result, or
// an error number below 0; nothing when the program is to go on with its call, which can only arrive at home
// by now.
using Redirected = std::optional<std::int64_t>;
Redirected redirect(const seccomp_notif& request, int socket,
                    const std::optional<model::Address>& names_at = {});

}  // namespace sockgrade::observe
