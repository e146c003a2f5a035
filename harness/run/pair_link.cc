#include "run/pair_link.hh"

#include <fmt/format.h>
#include <netinet/tcp.h>

#include <algorithm>
#include <cerrno>

#include "base/text.hh"
#include "observe/redirected_call.hh"
#include "reference/udp_endpoint.hh"
#include "run/link_record.hh"
#include "sandbox/identity.hh"
#include "system/socket_address.hh"
#include "system/system_error.hh"

namespace sockgrade::run {

using model::Address;
using model::Direction;
using model::Half;
using model::Transport;
using observe::SocketCall;
namespace event = model::event;

namespace {

constexpr std::size_t kMostProgress = 64;  // a pair that goes on for ever must not be waited for as long
constexpr std::size_t kMostAddresses = 100;
constexpr std::size_t kTooFast = 1 << 20;  // who sends more than this loses some by its own doing

// Of the UDP link, whose program is the one that dials.
Half udp_source(Direction direction) {
    return direction == Direction::from_program ? Half::dialling : Half::listening;
}
// Of the TCP link, whose program is the server.
Half tcp_source(Direction direction) {
    return direction == Direction::to_program ? Half::dialling : Half::listening;
}

}  // namespace

PairLink::PairLink(system::EventLoop& loop, const Recorders& record, const model::PairPlan& plan,
                   sandbox::Level level)
    : loop_(loop),
      record_(record),
      plan_(plan),
      level_(level),
      dialling_calls_(record.dialling, plan.dialling.given.address),
      listening_calls_(record.listening, plan.listening.given.address) {
    if (!is_tcp()) udp_ = std::make_unique<proxy::UdpLink>(loop, faults_of(plan.dialling), udp_log());
}

void PairLink::on_listening_call(const SocketCall& call) {
    listening_calls_(call);
    const auto hearing = is_tcp() ? SocketCall::Kind::listen : SocketCall::Kind::bind;
    if (call.kind != hearing || call.error != 0 || call.transport != plan_.dialling.transport) return;
    if (listening_.size() < kMostAddresses) listening_.push_back({call.bound, call.real, call.only_ipv6});
}

void PairLink::on_dialling_call(const SocketCall& call) {
    dialling_calls_(call);
    const bool dials = call.kind == SocketCall::Kind::connect || call.kind == SocketCall::Kind::send;
    if (!dials || call.error != 0 || call.transport != plan_.dialling.transport) return;
    if (call.transport == Transport::udp && call.address.port == model::kNameServicePort) return;
    meet(call.address);
}

const PairLink::Listening* PairLink::who_hears(const Address& dialled) const {
    for (const Listening& one : listening_) {
        if (one.asked.port != dialled.port || one.asked.port == one.real.port) continue;
        // In the machine's own network an address that it does not have is brought to loopback.
        const bool is_brought = !sandbox::has_own_world(level_) && !system::is_wildcard(one.asked);
        const Address asked = is_brought ? observe::at_home(one.asked) : one.asked;
        if (asked.host == dialled.host) return &one;
        if (one.asked.host == "0.0.0.0" && !is_ipv6(dialled)) return &one;
        if (one.asked.host == "::" && (is_ipv6(dialled) || !one.only_ipv6)) return &one;
    }
    return nullptr;
}

void PairLink::meet(const Address& dialled) {
    // Connecting to 0.0.0.0 means this host (man 7 ip).
    const bool elsewhere = system::is_wildcard(dialled) || !sandbox::has_own_world(level_);
    const Address address = elsewhere ? observe::at_home(dialled) : dialled;
    if (met_.size() == kMostAddresses || address.port == 0 ||
        std::any_of(met_.begin(), met_.end(), [&](const auto& one) { return one.first == address; }))
        return;
    const Listening* const hearer = who_hears(address);
    if (hearer == nullptr) return;
    Address target = hearer->real;
    if (system::is_wildcard(target)) target.host = hearer->only_ipv6 ? "::1" : "127.0.0.1";
    met_.emplace_back(address, *hearer);
    try {
        if (!is_tcp()) return udp_->towards_peer(address, target);
        tcp_.push_back(std::make_unique<proxy::TcpLink>(loop_, std::vector<model::FaultRule>{},
                                                        tcp_log(address, hearer->asked)));
        tcp_.back()->towards_server(address, target);
    } catch (const system::SystemError&) {
        // The dialling program has a socket of its own there, or we have no network of our own: it finds
        // nobody, as it would at home.
        if (dialled == plan_.dialling.given.address) throw;
    }
}

void PairLink::came(Half from, std::string_view bytes) {
    bytes_[from == Half::listening] += std::max<std::size_t>(bytes.size(), 1);
    if (known_.size() < kMostProgress) known_.emplace(from, bytes);
    record_.link(event::Sent{plan_.role(from), std::string(bytes), {}});
}

std::size_t PairLink::progress() const { return known_.size(); }

proxy::UdpLink::Log PairLink::udp_log() {
    proxy::UdpLink::Log log;
    log.arrived = [this](Direction direction, std::string_view bytes,
                         const faults::FaultPlan::Outcome& outcome, std::size_t) {
        if (looks_away_ || outcome.number == 0) return;
        const Half from = udp_source(direction);
        if (from == Half::dialling && !dialling_opened_) {
            dialling_opened_ = true;
            record_.dialling(
                event::Opened{plan_.role(Half::listening), met_.front().first, udp_->program_of(0)});
        }
        came(from, bytes);
    };
    log.applied = [this](const faults::Applied& applied, std::size_t) {
        if (!looks_away_) record_.link(applied_event(applied, {}));
    };
    log.strayed = [this](std::size_t, std::string_view bytes, const Address& from, const Address& dialled) {
        const Listening& hearer = met_.front().second;
        if (from.port == dialled.port && system::is_wildcard(hearer.asked)) return false;
        if (!looks_away_)
            record_.listening(reference::stray(plan_.role(Half::dialling), std::string(bytes), from));
        return true;
    };
    log.delivered = [this](Direction direction, const faults::Passing& datagram, std::size_t,
                           const Address& from) {
        if (looks_away_) return;
        if (udp_source(direction) == Half::dialling && !listening_opened_) {
            listening_opened_ = true;
            record_.listening(event::Opened{plan_.role(Half::dialling), from, met_.front().second.asked});
        }
        record_.link(delivered_event(direction, datagram, {}, from));
    };
    return log;
}

proxy::TcpLink::Log PairLink::tcp_log(const Address& dialled, const Address& asked) {
    proxy::TcpLink::Log log;
    log.opened = [this, dialled, asked](std::size_t, const Address& client, const Address& from) {
        if (looks_away_) return;
        record_.dialling(event::Opened{plan_.role(Half::listening), dialled, client});
        record_.listening(event::Opened{plan_.role(Half::dialling), from, asked});
    };
    log.not_opened = [this, asked](std::size_t, const Address&, int error) {
        if (!looks_away_) record_.listening(event::NotOpened{plan_.role(Half::dialling), asked, error});
    };
    log.came = [this](std::size_t, Direction direction, std::string_view bytes) {
        if (!looks_away_) came(tcp_source(direction), bytes);
    };
    log.ended = [this](std::size_t, Direction direction, faults::Ending ending, bool) {
        if (looks_away_) return;
        const std::string role = plan_.role(tcp_source(direction));
        if (ending == faults::Ending::reset)
            record_.link(event::ResetSeen{role, ECONNRESET});
        else
            record_.link(event::Finished{role, false});
    };
    return log;
}

// A small portion may wait in a program's kernel until the one before it is acknowledged (Nagle).
bool PairLink::nothing_under_way() const {
    if (!is_tcp()) return true;
    const auto is_sent = [](const std::vector<observe::SocketState>& sockets) {
        return std::all_of(sockets.begin(), sockets.end(), [](const observe::SocketState& socket) {
            return socket.state == TCP_LISTEN || socket.send_queue == 0;
        });
    };
    return std::all_of(met_.begin(), met_.end(), [&](const auto& one) {
        return is_sent(queues_.with_remote_port(Transport::tcp, one.first.port)) &&
               is_sent(queues_.with_local_port(Transport::tcp, one.second.real.port));
    });
}

std::optional<std::string> PairLink::natural_loss() const {
    if (is_tcp() || bytes_of(Half::dialling) + bytes_of(Half::listening) >= kTooFast) return std::nullopt;
    std::size_t lost = udp_->lost_by_the_system();
    for (const auto& one : met_)
        for (const auto& socket : queues_.with_local_port(Transport::udp, one.second.real.port))
            if (socket.receive_queue == 0) lost += socket.lost;
    if (lost == 0) return std::nullopt;
    return fmt::format("the system lost {} between the programs, for want of room",
                       count_of(lost, "datagram"));
}

}  // namespace sockgrade::run
