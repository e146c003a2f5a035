// The world of one case: namespaces in which the program and our peers meet and nobody else is.
//
// Theory. A worker process runs one case. It enters new user, network, pid, ipc and uts namespaces itself, so
// that the sockets of the peers, which it holds, are in the same network as the program. In that network
// there is a loopback interface and nothing else, and every address is local: a route of type `local` for
// 0.0.0.0/0 (and ::/0) makes the kernel deliver whatever is sent to 192.168.1.7 or to 8.8.8.8 to a socket
// bound there, or refuse it at once. So a program that has the address of its author's laptop written in can
// be met there, ports never clash with those of other cases, and nothing leaves the machine. What starts the
// program is launcher.hh.
//
// Where the machine does not allow this (level E), the case runs in the machine's own network, on loopback.
#pragma once

#include <string>

namespace sockgrade::sandbox {

enum class Level {
    namespaces,  // "B": a world of its own
    shared       // "E": same user, same network as everything else
};

std::string to_string(Level level);

// This computer's name and address inside, and the address of "another computer".
inline constexpr const char* kHostName = "homework";
inline constexpr const char* kLanAddress = "192.168.7.2";
inline constexpr const char* kLanNeighbour = "192.168.7.9";
inline constexpr const char* kLanAddress6 = "fd07::2";
inline constexpr const char* kLanNeighbour6 = "fd07::9";

// Moves the calling process, which must have one thread, into a new world. Namespaces that are still being
// taken down can make the kernel say ENOSPC: that is waited out for up to two seconds. Returns Level::shared,
// with nothing changed, where the kernel refuses; throws SystemError when something breaks half-way.
Level enter_world();

}  // namespace sockgrade::sandbox
