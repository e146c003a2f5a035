// The world of one case: namespaces in which the program and our peers meet and nobody else is.
//
// Theory. A worker process runs one case. It enters new user, network, ipc and uts namespaces itself, so that
// the sockets of the peers, which it holds, are in the same network as the program. In that network
// there is a loopback interface and nothing else, and every address is local: a route of type `local` for
// 0.0.0.0/0 (and ::/0) makes the kernel deliver whatever is sent to 192.168.1.7 or to 8.8.8.8 to a socket
// bound there, or refuse it at once. So a program that has the address of its author's laptop written in can
// be met there, ports never clash with those of other cases, and nothing leaves the machine. "Another
// computer" is another of these addresses: a second namespace and a veth pair would cost a millisecond more
// and would only be reached at the addresses that they were given.
//
// What starts the program is launcher.hh, what it sees of the disk file_view.hh.
#pragma once

#include <stdexcept>
#include <vector>

#include "model/plan.hh"
#include "sandbox/identity.hh"
#include "sandbox/level.hh"

namespace sockgrade::sandbox {

// This computer's name and address inside, and the address of "another computer".
inline constexpr const char* kHostName = "homework";
inline constexpr const char* kLanAddress = "192.168.7.2";
inline constexpr const char* kLanNeighbour = "192.168.7.9";
inline constexpr const char* kLanAddress6 = "fd07::2";
inline constexpr const char* kLanNeighbour6 = "fd07::9";

// Whom its programs ask for the addresses of others.
inline constexpr const char* kNameServer = "127.0.0.53";

// Who the program is inside, where it has a user namespace: the same everywhere.
inline constexpr Identity kStudent{1000, 1000};

// What the machine's network has beside loopback.
struct Network {
    bool has_lan_address = false;  // kLanAddress is seen among the machine's addresses
    // With these the network is as a home's: nothing but the machine's own addresses is local, and what is
    // sent elsewhere is lost.
    std::vector<model::Interface> interfaces{};
};

// The machine can't do what a case needs, whatever is tried.
class UnsupportedError : public std::runtime_error {
  public:
    using std::runtime_error::runtime_error;
};

// Moves the calling process, which must have one thread, into the world of this level; at the levels where
// only the program's user is its own, it becomes that user. Namespaces that are still being taken down can
// make the kernel say ENOSPC: that is waited out for up to two seconds. Throws SystemError where the machine
// does not allow what the level needs.
void enter_world(Level level, const Identity& identity, const Network& network = {});

// The identity of the program as the namespaces of this level number it.
Identity inside(Level level, const Identity& identity);

}  // namespace sockgrade::sandbox
