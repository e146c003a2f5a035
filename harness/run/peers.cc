#include "run/peers.hh"

#include <algorithm>
#include <charconv>

#include "observe/redirected_call.hh"
#include "system/socket_address.hh"
#include "system/system_error.hh"

namespace sockgrade::run {

using model::Address;
using model::From;
using model::Transport;
using observe::SocketCall;

namespace {

// Does the program dial whom we are to play?
bool program_dials(const model::Plan& plan) {
    return (speaks_first(plan.role) || plan.role == model::Role::peer) && plan.given.ports.first == 0;
}

// 0, where nobody ever listens, for what is no port: the program has told it.
std::uint16_t port_in(const std::string& digits) {
    std::uint16_t port = 0;
    const char* const end = digits.data() + digits.size();
    const auto [rest, error] = std::from_chars(digits.data(), end, port);
    return error == std::errc{} && rest == end ? port : std::uint16_t{0};
}

std::unique_ptr<UdpPeers> udp_peers(const UdpPeers::Case& one) {
    if (speaks_first(one.plan.role)) return std::make_unique<UdpCalledPeers>(one);
    return std::make_unique<UdpCallingPeers>(one);
}

}  // namespace

Peers::Peers(system::EventLoop& loop, Recorder& record, const model::Plan& plan, sandbox::Level level)
    : loop_(loop),
      record_(record),
      plan_(plan),
      level_(level),
      plays_tcp_(plan.transport == Transport::tcp),
      names_(plan),
      calls_(record, {plan.given.address.host, port_to_listen_at(plan)}),
      listening_(plan, level),
      tcp_(loop, record, plan, queues_),
      udp_(udp_peers({loop, record, plan, names_, listening_, queues_})) {}

void Peers::await_at_given_address() {
    if (plan_.given.ports.first != 0)
        scanned_ = std::make_unique<ScannedPorts>(loop_, record_, plan_.given.ports, names_.first());
    if (program_dials(plan_)) meet(plan_.given.address, false);
    for (const model::CalledPeer& one : plan_.called) tcp_.meet(one.address, false);
}

void Peers::hear_what_scanned_ports_got() {
    if (scanned_ != nullptr) scanned_->hear();
}

// Opens a listener, or a UDP socket, at an address that the program dials or will dial. An address that can't
// be had (the program's own socket has it, or we have no network of our own) is left alone: the program then
// finds nobody there, as it would at home.
void Peers::meet(const Address& dialled, bool attempt) {
    // Connecting to 0.0.0.0 means this host (man 7 ip).
    const bool elsewhere = system::is_wildcard(dialled) || !sandbox::has_own_world(level_);
    const Address address = elsewhere ? observe::at_home(dialled) : dialled;
    if (address.port == 0) return;
    try {
        each().meet(address, attempt);
    } catch (const system::SystemError&) {
        if (dialled == plan_.given.address) throw;
    }
}

void Peers::on_socket_call(const SocketCall& call) {
    calls_(call);
    if (call.transport != plan_.transport) return;
    switch (call.kind) {
        case SocketCall::Kind::bind:
        case SocketCall::Kind::listen: {
            const auto hears = plays_tcp_ ? SocketCall::Kind::listen : SocketCall::Kind::bind;
            if (call.kind == hears && call.error == 0)
                listening_.add({call.bound, call.only_ipv6, call.ephemeral}, calls_.is_at_given_port(call));
            break;
        }
        case SocketCall::Kind::connect:
        case SocketCall::Kind::send:
            if (call.error == 0 && is_for_us(call.address)) meet(call.address, true);
            break;
        default:
            break;
    }
}

// Who listens and dials is told where both of it is, since two of its kind may run on one computer.
bool Peers::is_for_us(const Address& dialled) const {
    const Address there = system::is_wildcard(dialled) ? observe::at_home(dialled) : dialled;
    if (std::any_of(plan_.called.begin(), plan_.called.end(),
                    [&](const model::CalledPeer& one) { return one.address == there; }))
        return true;
    if (!program_dials(plan_)) return false;
    const bool is_local = system::is_loopback(dialled) || system::is_wildcard(dialled) ||
                          dialled.host == plan_.given.address.host;
    return plan_.role != model::Role::peer || (dialled.port == plan_.given.address.port && is_local);
}

// A peer on this computer lets the system choose its address, as a client does.
void Peers::connect(const std::string& actor, const model::Connect& how) {
    Address to = listening_.target(how.from);
    if (how.port) to.port = port_in(how.port->bytes);
    tcp_.connect(actor, to, how.from == From::another_host ? listening_.origin(to, how.from) : Address{});
}

}  // namespace sockgrade::run
