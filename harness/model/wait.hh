// What the program waits in: one entry for each thread that says something about it.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sockgrade::model {

struct Wait {
    enum class Call {
        none,  // its own code: it runs
        read,
        readv,
        write,
        writev,
        recvfrom,
        recvmsg,
        recvmmsg,
        sendto,
        sendmsg,
        accept,
        connect,
        sendfile,
        splice,
        poll,
        epoll_wait,
        select,
        futex,  // another thread holds it up
        sleep,
        pause,
        sigwait,
        sigsuspend,
        wait,
        flock
    };
    enum class On {
        unknown,
        listening_socket,
        connection,
        udp_socket,
        standard_input,
        pipe,
        file,     // or a device, or a socket of another kind
        several,  // whichever of its descriptors has something first
        time,
        signal,
        child,
        another_thread
    };

    Call call = Call::none;
    int descriptor = -1;  // -1: the call names none
    On on = On::unknown;
    std::optional<std::int64_t> limit_us =
        {};  // the call ends after so long by itself; none: never, or not known

    bool is_on_standard_input() const { return call == Call::read && descriptor == 0; }
    friend bool operator==(const Wait&, const Wait&) = default;
};

using Waits = std::vector<Wait>;

// In the order of their declaration; none has no name.
constexpr auto kCallNames = std::to_array<std::string_view>(
    {"none",   "read",    "readv",  "write",   "writev",   "recvfrom",   "recvmsg", "recvmmsg",
     "sendto", "sendmsg", "accept", "connect", "sendfile", "splice",     "poll",    "epoll_wait",
     "select", "futex",   "sleep",  "pause",   "sigwait",  "sigsuspend", "wait",    "flock"});

// recv() and its kin; read() may be on something else than a socket.
bool receives(const Wait& wait);
// read() and readv() on anything but standard input.
bool reads(const Wait& wait);
// poll(), epoll_wait() and select(): several descriptors at once.
bool watches_several(const Wait& wait);

bool any_in(const Waits& waits, Wait::Call call);
template <typename Is>
bool any_of(const Waits& waits, Is is) {
    for (const Wait& wait : waits)
        if (is(wait)) return true;
    return false;
}
bool reads_standard_input(const Waits& waits);
// Some thread receives.
bool waits_to_receive(const Waits& waits);

}  // namespace sockgrade::model
