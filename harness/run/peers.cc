#include "run/peers.hh"

#include <fmt/format.h>
#include <netinet/tcp.h>

#include <algorithm>
#include <stdexcept>
#include <utility>

#include "base/text.hh"
#include "observe/redirected_call.hh"
#include "run/link_record.hh"
#include "system/refused_datagrams.hh"
#include "system/socket_address.hh"
#include "system/system_error.hh"

namespace sockgrade::run {

using model::Address;
using model::From;
using model::Role;
using model::Transport;
using observe::SocketCall;
namespace event = model::event;

namespace {

// A program may go on calling for ever, but looking through it must end.
constexpr std::size_t kMostListening = 1'000;
constexpr std::size_t kPouredOut = 1 << 20;  // who sends more than this at once loses some by its own doing
constexpr std::size_t kManyDatagrams = 512;  // so do the replies to as many as this
// No exercise needs nearly as many in one case. Who sends more does not wait for anything in between.
constexpr std::size_t kMostDatagrams = 4096;

bool program_speaks_first(const model::Plan& plan) {
    return plan.role == Role::client || plan.role == Role::sender;
}

// Does it dial whom we are to play?
bool program_dials(const model::Plan& plan) {
    return (program_speaks_first(plan) || plan.role == Role::peer) && plan.given.ports.first == 0;
}

std::uint16_t listening_port(const model::Plan& plan) {
    return plan.role == Role::peer ? plan.given.own_port : plan.given.address.port;
}

}  // namespace

Peers::Peers(system::EventLoop& loop, Recorder& record, const model::Plan& plan, sandbox::Level level)
    : loop_(loop),
      record_(record),
      plan_(plan),
      level_(level),
      calls_(record, {plan.given.address.host, listening_port(plan)}),
      reception_(loop, record, plan, queues_) {
    for (const model::Step& step : plan.steps)
        if (step.actor != model::kProgram &&
            std::find(names_.begin(), names_.end(), step.actor) == names_.end())
            names_.push_back(step.actor);
    if (names_.empty()) names_.emplace_back("peer");
    if (plan.faults.empty() || plan.transport != Transport::udp) return;
    proxy::UdpLink::Log log;
    log.applied = [this](const faults::Applied& applied, std::size_t peer) {
        if (applied.direction == model::Direction::to_program &&
            (applied.lost || applied.instead.has_value()))
            ++spoiled_[applied.datagram.bytes];
        record_(applied_event(applied, names_.at(peer)));
    };
    log.delivered = [this](model::Direction direction, const faults::Passing& datagram, std::size_t peer,
                           const Address& from) {
        record_(delivered_event(direction, datagram, names_.at(peer), from));
    };
    log.strayed = [this](std::size_t peer, std::string_view bytes, const Address& from,
                         const Address& asked) {
        if (is_from(asked, from)) return false;
        record_(reference::stray(names_.at(peer), std::string(bytes), from));
        return true;
    };
    link_ = std::make_unique<proxy::UdpLink>(loop, faults_of(plan), std::move(log));
}

// Where the actor stands among the peers: the faults' decisions hang on it, and so not on who is met when.
std::size_t Peers::number_of(const std::string& actor) const {
    return static_cast<std::size_t>(std::find(names_.begin(), names_.end(), actor) - names_.begin());
}

void Peers::await_at_given_address() {
    if (plan_.given.ports.first != 0)
        scanned_ = std::make_unique<ScannedPorts>(loop_, record_, plan_.given.ports, names_.front());
    if (program_dials(plan_)) meet(plan_.given.address, false);
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
        if (plan_.transport == Transport::tcp) {
            reception_.meet(address, attempt);
            return;
        }
        if (dialled_.contains(address) || !away_.empty()) return;
        const Address own = link_ == nullptr
                                ? address
                                : Address{system::is_loopback(address) ? address.host : "127.0.0.1", 0};
        open_endpoint(address, own);
        if (link_ != nullptr)
            link_->towards_peer(address, dialled_.at(address)->local(), number_of(names_.front()));
    } catch (const system::SystemError&) {
        if (dialled == plan_.given.address) throw;
    }
}

void Peers::open_endpoint(const Address& dialled, const Address& own) {
    const std::string actor = names_.front();
    dialled_[dialled] =
        std::make_unique<reference::UdpEndpoint>(loop_, own, actor, [this, dialled, actor](event::What what) {
            const auto* received = std::get_if<event::Received>(&what);
            if (received != nullptr && active_ == nullptr) {
                active_ = dialled_.at(dialled).get();
                record_(event::Opened{actor, dialled, received->from});
            }
            record_(std::move(what));
        });
    if (const auto answer = answers_.find(actor); answer != answers_.end())
        dialled_.at(dialled)->answer_with(answer->second);
}

void Peers::on_socket_call(const SocketCall& call) {
    calls_(call);
    if (call.transport != plan_.transport) return;
    switch (call.kind) {
        case SocketCall::Kind::bind:
        case SocketCall::Kind::listen: {
            const bool hears = call.transport == Transport::tcp ? call.kind == SocketCall::Kind::listen
                                                                : call.kind == SocketCall::Kind::bind;
            const bool known = std::any_of(listening_.begin(), listening_.end(),
                                           [&](const Listening& l) { return l.address == call.bound; });
            if (hears && call.error == 0 && !known &&
                (calls_.is_at_given_port(call) || listening_.size() < kMostListening))
                listening_.push_back({call.bound, call.only_ipv6, call.ephemeral});
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
    if (!program_dials(plan_)) return false;
    const bool is_local = system::is_loopback(dialled) || system::is_wildcard(dialled) ||
                          dialled.host == plan_.given.address.host;
    return plan_.role != Role::peer || (dialled.port == plan_.given.address.port && is_local);
}

void Peers::program_listens_at(const Address& address) { listening_.push_back({address, false, false}); }

// The one at the given port; else the first whose port the program chose; else the first.
bool Peers::program_listens_where_it_should() const {
    return program_is_listening() && chosen_listening().address.port == listening_port(plan_);
}

bool Peers::program_has_chosen_where_it_listens() const {
    return program_is_listening() && (program_listens_where_it_should() || !chosen_listening().ephemeral);
}

// Of several sockets at one port the one that IPv4 reaches is taken: asyncio listens at [::] and at 0.0.0.0,
// in any order, also on a machine where nobody can dial ::1.
const Peers::Listening& Peers::chosen_listening() const {
    const auto is_reached_by_ipv4 = [](const Listening& one) {
        return !one.only_ipv6 &&
               (one.address.host.find(':') == std::string::npos || system::is_wildcard(one.address));
    };
    const auto best_at = [&](std::uint16_t port) -> const Listening* {
        const Listening* found = nullptr;
        for (const Listening& one : listening_)
            if (one.address.port == port &&
                (found == nullptr || (is_reached_by_ipv4(one) && !is_reached_by_ipv4(*found))))
                found = &one;
        return found;
    };
    if (const Listening* wanted = best_at(listening_port(plan_))) return *wanted;
    const auto chosen = std::find_if(listening_.begin(), listening_.end(),
                                     [](const Listening& one) { return !one.ephemeral; });
    return *best_at((chosen == listening_.end() ? listening_.front() : *chosen).address.port);
}

Address Peers::target(From from) const {
    const Listening& listening = chosen_listening();
    const std::uint16_t port = listening.address.port;
    const bool lan = sandbox::has_own_world(level_);
    if (from == From::another_host &&
        (system::is_wildcard(listening.address) || system::is_loopback(listening.address))) {
        // Without a network of our own another loopback address has to do: a socket bound to 127.0.0.1 does
        // not hear it either. IPv6 has only one of them: what is bound to it must not be reached, and what is
        // bound to all must.
        const std::string& bound = listening.address.host;
        if (listening.only_ipv6 && bound != "::1") return {lan ? sandbox::kLanAddress6 : "::1", port};
        if (lan) return {bound == "::1" ? sandbox::kLanAddress6 : sandbox::kLanAddress, port};
        return {bound == "127.0.0.2" ? "127.0.0.4" : "127.0.0.2", port};
    }
    const bool is_ipv6 = listening.only_ipv6 || (listening.address.host.find(':') != std::string::npos &&
                                                 !system::is_wildcard(listening.address));
    if (from == From::this_host) return {is_ipv6 ? "::1" : "127.0.0.1", port};
    if (listening.address.host == "0.0.0.0") return {"127.0.0.1", port};
    if (listening.address.host == "::") return {listening.only_ipv6 ? "::1" : "127.0.0.1", port};
    return listening.address;
}

// Of a socket that is bound to no address the system chooses one for each datagram: on a machine that plays
// another computer, too, that may be another than the one that was asked. Its port is the socket's own.
bool Peers::is_from(const Address& asked, const Address& from) const {
    if (from.port != asked.port) return false;
    return from.host == asked.host ||
           std::any_of(listening_.begin(), listening_.end(), [&](const Listening& listening) {
               return listening.address.port == asked.port && system::is_wildcard(listening.address);
           });
}

// What comes through a link is looked at there.
void Peers::hear_only_from(const Address& program, reference::UdpEndpoint& endpoint) const {
    if (link_ != nullptr) return;
    endpoint.hear_only([this, program](const Address& from) { return is_from(program, from); });
}

Address Peers::origin(const Address& target, From from) const {
    const bool ipv6 = target.host.find(':') != std::string::npos;
    if (from != From::another_host) return {ipv6 ? "::1" : "127.0.0.1", 0};
    if (sandbox::has_own_world(level_)) return {ipv6 ? sandbox::kLanNeighbour6 : sandbox::kLanNeighbour, 0};
    return {ipv6 ? "::1" : "127.0.0.3", 0};
}

void Peers::connect(const std::string& actor, From from) {
    const Address to = target(from);
    // A peer on this computer lets the system choose its address, as a client does.
    connect(actor, to, from == From::another_host ? origin(to, from) : Address{});
}

void Peers::connect(const std::string& actor, const Address& to, const Address& from) {
    const bool is_slow = std::any_of(plan_.steps.begin(), plan_.steps.end(), [&](const model::Step& step) {
        return step.actor == actor && std::holds_alternative<model::StopReading>(step.action);
    });
    if (connections_.contains(actor)) former_.push_back(std::move(connections_[actor]));
    opened_.push_back(actor);
    connections_[actor] = std::make_unique<reference::TcpConnection>(
        loop_, to, from, actor, plan_.limits.received, [this](event::What what) { record_(std::move(what)); },
        reference::TcpOptions{is_slow});
}

void Peers::accept(const std::string& actor) {
    reference::Accepted accepted = reception_.take();
    if (connections_.contains(actor)) former_.push_back(std::move(connections_[actor]));
    opened_.push_back(actor);
    connections_[actor] =
        std::make_unique<reference::TcpConnection>(loop_, std::move(accepted), actor, plan_.limits.received,
                                                   [this](event::What what) { record_(std::move(what)); });
}

std::string Peers::name_for_another(const std::string& actor) const {
    std::string name = actor;
    for (std::size_t number = 2; connections_.contains(name); ++number)
        name = fmt::format("{} {}", actor, number);
    return name;
}

std::vector<reference::TcpConnection*> Peers::connections() const {
    std::vector<reference::TcpConnection*> all;
    for (const std::string& name : opened_)
        if (const auto found = connections_.find(name); found != connections_.end() && found->second)
            all.push_back(found->second.get());
    return all;
}

bool Peers::has_read_all_of(const reference::TcpConnection& connection) const {
    if (connection.unsent() > 0) return false;
    const auto end = program_end(connection);
    // It may have read, and closed its end since.
    if (!end.has_value()) return connection.program_finished() && !connection.program_reset();
    return has_arrived(connection) && end->receive_queue == 0;
}

reference::TcpConnection* Peers::tcp(const std::string& actor) {
    const auto found = connections_.find(actor);
    return found == connections_.end() ? nullptr : found->second.get();
}

void Peers::send_datagram(const std::string& actor, const std::string& bytes, From from) {
    UdpPeer& peer = udp_peers_[actor];
    if (peer.endpoint == nullptr) {
        const Address program = target(from);
        const Address own = origin(program, from);
        peer.endpoint = std::make_unique<reference::UdpEndpoint>(
            loop_, link_ == nullptr ? own : Address{system::is_loopback(own) ? own.host : "127.0.0.1", 0},
            actor, [this](event::What what) { record_(std::move(what)); });
        if (const auto answer = answers_.find(actor); answer != answers_.end())
            peer.endpoint->answer_with(answer->second);
        hear_only_from(program, *peer.endpoint);
        peer.target = link_ == nullptr ? program : link_->towards_program(program, own, number_of(actor));
        record_(event::Opened{actor, peer.endpoint->local(), program});
    }
    peer.endpoint->send(bytes, peer.target);
}

const std::vector<reference::Datagram>& Peers::datagrams(const std::string& actor) const {
    static const std::vector<reference::Datagram> none;
    if (program_speaks_first(plan_)) return active_ == nullptr ? none : active_->received();
    const auto found = udp_peers_.find(actor);
    const bool is_there = found != udp_peers_.end() && found->second.endpoint != nullptr;
    return is_there ? found->second.endpoint->received() : none;
}

void Peers::answer_each(const std::string& actor, const reference::UdpEndpoint::Answer& answer) {
    answers_[actor] = answer;
    if (program_speaks_first(plan_))
        for (auto& [address, endpoint] : dialled_) endpoint->answer_with(answer);
    else if (const auto peer = udp_peers_.find(actor);
             peer != udp_peers_.end() && peer->second.endpoint != nullptr)
        peer->second.endpoint->answer_with(answer);
}

void Peers::answer_datagram(const std::string& actor, const std::string& bytes, const Address& to) {
    if (program_speaks_first(plan_)) {
        if (active_ != nullptr) active_->send(bytes, to);
    } else {
        send_datagram(actor, bytes, From::anywhere);
    }
}

bool Peers::go_away(const std::string& actor) {
    if (plan_.transport == Transport::tcp) {
        if (program_speaks_first(plan_)) reception_.go_away(actor);
        reference::TcpConnection* const connection = tcp(actor);
        if (connection == nullptr || !connection->is_open()) return false;
        connection->reset();
        return true;
    }
    answers_.erase(actor);
    refused_before_ = system::refused_datagrams();
    if (program_speaks_first(plan_)) {
        for (const auto& [address, endpoint] : dialled_) away_.push_back({address, endpoint->local()});
        dialled_.clear();
        active_ = nullptr;
        return true;
    }
    UdpPeer& peer = udp_peers_[actor];
    if (peer.endpoint == nullptr) return false;
    away_.emplace_back().own = peer.endpoint->local();
    peer.endpoint.reset();
    return true;
}

void Peers::come_back(const std::string& actor) {
    if (plan_.transport == Transport::tcp) {
        if (program_speaks_first(plan_)) return reception_.come_back();
        if (const reference::TcpConnection* former = tcp(actor))
            connect(actor, former->remote(), former->local());
        return;
    }
    for (const Away& one : std::exchange(away_, {})) {
        if (program_speaks_first(plan_)) {
            open_endpoint(one.dialled, one.own);
            continue;
        }
        UdpPeer& peer = udp_peers_[actor];
        peer.endpoint = std::make_unique<reference::UdpEndpoint>(
            loop_, one.own, actor, [this](event::What what) { record_(std::move(what)); });
        hear_only_from(peer.target, *peer.endpoint);
    }
}

std::size_t Peers::refused_since_away() const {
    return plan_.transport == Transport::tcp ? reception_.refused_since_away()
                                             : system::refused_datagrams() - refused_before_;
}

std::optional<observe::SocketState> Peers::program_end(const reference::TcpConnection& connection) const {
    for (const auto& socket : queues_.with_local_port(Transport::tcp, connection.remote().port))
        if (socket.remote == connection.local() && socket.state != TCP_TIME_WAIT) return socket;
    return std::nullopt;
}

// The program's kernel may have it long before it confirms it (delayed acknowledgement).
bool Peers::has_arrived(const reference::TcpConnection& connection) const {
    if (connection.unacknowledged() == 0) return true;
    if (connection.unsent() > 0) return false;
    const auto sockets = queues_.with_local_port(Transport::tcp, connection.remote().port);
    return std::any_of(sockets.begin(), sockets.end(), [&](const observe::SocketState& socket) {
        return socket.remote == connection.local() && socket.received >= connection.handed_over();
    });
}

bool Peers::all_delivered() const {
    return std::all_of(connections_.begin(), connections_.end(), [this](const auto& entry) {
        return entry.second == nullptr || has_arrived(*entry.second);
    });
}

bool Peers::nothing_under_way() const {
    return !reception_.is_coming() && all_delivered() && !has_unsent(false);
}

bool Peers::program_is_sending() const { return has_unsent(true); }

bool Peers::has_unsent(bool only_where_read) const {
    return std::any_of(connections_.begin(), connections_.end(), [&](const auto& entry) {
        const auto& connection = entry.second;
        if (connection == nullptr || !connection->is_open()) return false;
        if (only_where_read && !connection->takes_more()) return false;
        const auto sockets = queues_.with_local_port(Transport::tcp, connection->remote().port);
        return std::any_of(sockets.begin(), sockets.end(), [&](const observe::SocketState& socket) {
            return socket.remote == connection->local() && socket.send_queue > 0;
        });
    });
}

bool Peers::program_has_read_all() const {
    if (plan_.transport == Transport::tcp) {
        if (!all_delivered()) return false;
        for (const auto& [actor, connection] : connections_) {
            if (connection == nullptr || !connection->is_open()) continue;
            for (const auto& socket : queues_.with_local_port(Transport::tcp, connection->remote().port))
                if (socket.remote == connection->local() && socket.receive_queue > 0) return false;
        }
        return true;
    }
    if (listening_.empty()) return true;
    const auto sockets = queues_.with_local_port(Transport::udp, chosen_listening().address.port);
    return std::all_of(sockets.begin(), sockets.end(),
                       [](const auto& socket) { return socket.receive_queue == 0; });
}

bool Peers::may_move() const {
    return std::any_of(plan_.faults.begin(), plan_.faults.end(),
                       [](const model::FaultRule& rule) { return rule.kind == "rebind"; });
}

std::optional<std::string> Peers::natural_loss() const {
    if (plan_.transport != Transport::udp) return std::nullopt;
    std::size_t ours = link_ == nullptr ? 0 : link_->lost_by_the_system();
    std::size_t received = 0;
    std::size_t datagrams = 0;
    const auto count = [&](const std::unique_ptr<reference::UdpEndpoint>& endpoint) {
        if (endpoint == nullptr) return;
        ours += endpoint->lost();
        received += endpoint->received_bytes();
        datagrams += endpoint->received().size();
    };
    for (const auto& [actor, peer] : udp_peers_) count(peer.endpoint);
    for (const auto& [address, endpoint] : dialled_) count(endpoint);
    if (ours > 0 && received < kPouredOut)
        return fmt::format(
            "{} of the program came faster than the grader could read, and the system lost them",
            count_of(ours, "datagram"));
    if (listening_.empty() || datagrams > kManyDatagrams) return std::nullopt;
    std::size_t lost = 0;
    for (const auto& socket : queues_.with_local_port(Transport::udp, chosen_listening().address.port))
        if (socket.receive_queue == 0) lost += socket.lost;
    if (lost == 0) return std::nullopt;
    return fmt::format("the system lost {} on the way to the program, for want of room",
                       count_of(lost, "datagram"));
}

std::size_t Peers::datagrams_from_program() const {
    return active_ == nullptr ? 0 : active_->received().size();
}

bool Peers::flooded() const {
    if (reception_.is_flooded()) return true;
    for (const auto& [actor, connection] : connections_)
        if (connection != nullptr && connection->flooded()) return true;
    return active_ != nullptr &&
           (active_->received_bytes() > plan_.limits.received || datagrams_from_program() > kMostDatagrams);
}

}  // namespace sockgrade::run
