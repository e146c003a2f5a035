// Our own duplicates of a program's sockets.
//
// Theory. Where descriptors can be taken from another process (man 2 pidfd_getfd), a duplicate lives for one
// question and is closed again. Containers often refuse that. There socket() itself is answered by us: we
// make the socket, hand it to the program (SECCOMP_IOCTL_NOTIF_ADDFD) and keep a duplicate for as long as the
// program has it, which /proc/PID/fd tells; the program's own close is then only felt by its peer when we
// have looked. Accepted sockets are never ours, so this concerns clients, listeners and UDP.
#pragma once

#include <sys/types.h>

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>

#include "system/fd.hh"

struct seccomp_notif;
struct seccomp_notif_resp;

namespace sockgrade::observe {

// The inode of the socket that an entry of /proc/PID/fd leads to, relative to the folder `at`; nothing for
// other descriptors.
std::optional<std::uint64_t> socket_behind(int at, const std::string& entry);

class ProgramSockets {
  public:
    enum class Means { taken, kept };
    explicit ProgramSockets(Means means) : means_(means) {}

    // A duplicate, or an invalid Fd. `process`: by our number.
    system::Fd duplicate(pid_t process, int descriptor) const;

    // For `kept`: answers a socket() that seccomp asks about. False leaves it to the kernel, as sockets other
    // than IPv4 and IPv6 are.
    bool make(int notifications, const seccomp_notif& request, seccomp_notif_resp& response);

    // Lets go of all but these, which the program still has.
    void keep_only(const std::set<std::uint64_t>& inodes);
    void forget_all() { kept_.clear(); }
    bool any_kept() const { return !kept_.empty(); }

  private:
    Means means_;
    std::map<std::uint64_t, system::Fd> kept_;  // by inode
};

// Whether this process can take descriptors from programs that it starts. Tried with a real child.
ProgramSockets::Means means_here();

}  // namespace sockgrade::observe
