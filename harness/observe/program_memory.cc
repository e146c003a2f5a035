#include "observe/program_memory.hh"

#include <sys/uio.h>

#include <algorithm>

namespace sockgrade::observe {

bool read_memory(pid_t thread, std::uint64_t from, void* to, std::size_t size) {
    const iovec local{to, size};
    const iovec remote{reinterpret_cast<void*>(from), size};
    return ::process_vm_readv(thread, &local, 1, &remote, 1, 0) == static_cast<ssize_t>(size);
}

bool write_memory(pid_t thread, std::uint64_t to, const void* from, std::size_t size) {
    const iovec local{const_cast<void*>(from), size};
    const iovec remote{reinterpret_cast<void*>(to), size};
    return ::process_vm_writev(thread, &local, 1, &remote, 1, 0) == static_cast<ssize_t>(size);
}

std::optional<system::SocketAddress> read_address(pid_t thread, std::uint64_t from, std::uint64_t length) {
    system::SocketAddress address;
    if (from == 0 || length < sizeof(sa_family_t)) return std::nullopt;
    address.length = static_cast<socklen_t>(std::min<std::uint64_t>(length, sizeof(address.storage)));
    if (!read_memory(thread, from, &address.storage, address.length)) return std::nullopt;
    return address;
}

}  // namespace sockgrade::observe
