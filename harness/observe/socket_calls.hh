// Sees the socket calls of a program before they happen, by seccomp user notification (man 2
// seccomp_unotify).
//
// Theory. The program's thread stops in the kernel until we answer. bind() and listen() are done by us, on a
// duplicate of the program's socket, and answered with their result: so it is known exactly whether and when
// a socket listens, with no polling and no race. connect() and the sends are let through after the handler
// has been told of them, which gives the harness the moment it needs to open a listener where the program is
// about to dial; in a shared network those that would leave the machine are brought home
// (redirected_call.hh). This is for seeing, never for policy: a program could change the address under our
// eyes.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include "model/address.hh"
#include "observe/program_sockets.hh"
#include "system/fd.hh"

struct seccomp_notif;
struct seccomp_notif_resp;

namespace sockgrade::observe {

// Of UDP: a question to a name server.
struct SocketCall {
    enum class Kind { bind, listen, connect, send, timer, socket_timeout };
    Kind kind = Kind::bind;
    model::Transport transport = model::Transport::tcp;
    // bind: what was asked for; listen: where it listens; connect, send: where to.
    model::Address address;
    model::Address bound;  // bind: what it got, with the port that the system chose for port 0
    model::Address real;   // bind, listen: where it is in truth; another port than `bound` where it was moved
    // Of bind and listen; connect and send: EINVAL where the address is too short for what it is.
    int error = 0;
    // timer, socket_timeout: how long it lasts at least; zero: none any more; nothing: not known.
    std::optional<std::chrono::nanoseconds> length = {};
    bool ephemeral = false;  // the system chose the port
    bool only_ipv6 = false;  // bind, listen: an IPv6 socket that does not hear IPv4
};

class SocketCallObserver {
  public:
    using Handler = std::function<void(const SocketCall&)>;
    // For calls that are none of these. Fills in the response; false leaves the call to the kernel.
    using Others = std::function<bool(const seccomp_notif& request, seccomp_notif_resp& response)>;

    // In the machine's own network (no world for each case) programs with the same port written in follow one
    // upon another, and addresses are written in that this machine does not have.
    enum class Network { own, shared };

    // `notifications` and `sockets` stay the caller's. The handler runs inside handle_one(), before the
    // program goes on for connect, send and timer, after it is done for bind and listen.
    SocketCallObserver(int notifications, Network network, ProgramSockets& sockets, Handler handler,
                       Others others = {});

    // From now on a socket that the program binds to a port gets another one, which the system chooses, and
    // somebody else can stand at the port that the program takes for its own.
    void move_ports() { moves_ports_ = true; }

    // From now on whoever calls a name server in a shared network is brought there.
    void answer_names_at(const model::Address& address) { names_at_ = address; }

    // To be called when the descriptor is readable. False: nobody is left who could call.
    bool handle_one();

  private:
    bool answer(const seccomp_notif& request, seccomp_notif_resp& response);
    void note_who_chose(const SocketCall& bound);

    int notifications_;
    Network network_;
    ProgramSockets& sockets_;
    Handler handler_;
    bool moves_ports_ = false;
    std::optional<model::Address> names_at_;
    std::map<std::uint16_t, std::uint16_t> moved_;  // the port that it has: the one that it asked for
    std::set<std::pair<model::Transport, std::uint16_t>> system_chose_;  // of sockets bound to port 0
    Others others_;
};

}  // namespace sockgrade::observe
