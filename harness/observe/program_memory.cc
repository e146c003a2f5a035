#include "observe/program_memory.hh"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/uio.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>

#include "system/fd.hh"

namespace sockgrade::observe {

namespace {

bool is_refused() { return errno == EPERM || errno == ENOSYS; }

system::Fd memory_file(pid_t thread, int flags) {
    return system::Fd(::open(fmt::format("/proc/{}/mem", thread).c_str(), flags | O_CLOEXEC));
}

}  // namespace

bool read_memory(pid_t thread, std::uint64_t from, void* to, std::size_t size) {
    const iovec local{to, size};
    const iovec remote{reinterpret_cast<void*>(from), size};
    const auto all = static_cast<ssize_t>(size);
    if (::process_vm_readv(thread, &local, 1, &remote, 1, 0) == all) return true;
    if (!is_refused()) return false;
    const system::Fd memory = memory_file(thread, O_RDONLY);
    return memory.valid() && ::pread(memory.get(), to, size, static_cast<off_t>(from)) == all;
}

bool write_memory(pid_t thread, std::uint64_t to, const void* from, std::size_t size) {
    const iovec local{const_cast<void*>(from), size};
    const iovec remote{reinterpret_cast<void*>(to), size};
    const auto all = static_cast<ssize_t>(size);
    if (::process_vm_writev(thread, &local, 1, &remote, 1, 0) == all) return true;
    if (!is_refused()) return false;
    const system::Fd memory = memory_file(thread, O_WRONLY);
    return memory.valid() && ::pwrite(memory.get(), from, size, static_cast<off_t>(to)) == all;
}

std::optional<system::SocketAddress> read_address(pid_t thread, std::uint64_t from, std::uint64_t length) {
    system::SocketAddress address;
    if (from == 0 || length < sizeof(sa_family_t)) return std::nullopt;
    address.length = static_cast<socklen_t>(std::min<std::uint64_t>(length, sizeof(address.storage)));
    if (!read_memory(thread, from, &address.storage, address.length)) return std::nullopt;
    return address;
}

}  // namespace sockgrade::observe
