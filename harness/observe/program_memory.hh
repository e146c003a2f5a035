// What a program's thread points to when it makes a system call: by process_vm_readv(2), or by /proc/PID/mem
// where a container's profile refuses that call (Docker 20.10 does) and the kernel itself allows both.
#pragma once

#include <sys/types.h>

#include <cstddef>
#include <cstdint>
#include <optional>

#include "system/socket_address.hh"

namespace sockgrade::observe {

// All of it or nothing.
bool read_memory(pid_t thread, std::uint64_t from, void* to, std::size_t size);
bool write_memory(pid_t thread, std::uint64_t to, const void* from, std::size_t size);

// A sockaddr; nothing for a null pointer.
std::optional<system::SocketAddress> read_address(pid_t thread, std::uint64_t from, std::uint64_t length);

}  // namespace sockgrade::observe
