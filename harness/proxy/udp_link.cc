#include "proxy/udp_link.hh"

#include <netinet/in.h>
#include <sys/epoll.h>
#include <sys/socket.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <string>
#include <utility>

#include "proxy/port_unreachable.hh"
#include "proxy/refusals.hh"
#include "system/lost_datagrams.hh"
#include "system/system_error.hh"

namespace sockgrade::proxy {

using faults::Passing;
using faults::Way;
using model::Address;
using model::Direction;
using system::check_call;
using system::Clock;
using system::Fd;
using system::kDatagramsAtOnce;
using system::SocketAddress;

namespace {

constexpr int kSocketBuffer = 4 << 20;
constexpr int kBatchesInARound = 4;
constexpr std::size_t kMostClients = 500;
constexpr std::size_t kMostSockets = 200;  // of a program that has a new one for each datagram

Address any_port_beside(const Address& address) { return {is_ipv6(address) ? "::1" : "127.0.0.1", 0}; }

// From where `address` can be reached.
Address any_port_towards(const Address& address) {
    if (system::is_loopback(address)) return any_port_beside(address);
    return {is_ipv6(address) ? "::" : "0.0.0.0", 0};
}

}  // namespace

bool UdpLink::Earlier::operator()(const SocketAddress& a, const SocketAddress& b) const {
    if (a.length != b.length) return a.length < b.length;
    return std::memcmp(&a.storage, &b.storage, a.length) < 0;
}

UdpLink::UdpLink(system::EventLoop& loop, faults::FaultPlan plan, Log log)
    : loop_(loop),
      plan_(std::move(plan)),
      log_(std::move(log)),
      delayed_(
          loop,
          [this](Direction direction, Passing datagram) {
              // The client may have been forgotten meanwhile.
              if (flows_.at(datagram.flow) != nullptr) deliver(direction, std::move(datagram));
          },
          [this] { flush(); }) {}

UdpLink::~UdpLink() {
    for (const auto& flow : flows_)
        if (flow != nullptr) close(*flow);
    if (front_ != nullptr) loop_.forget(front_->socket.get());
}

void UdpLink::close(Flow& flow) {
    loop_.forget(flow.program_side->socket.get());
    if (flow.peer_side != front_) loop_.forget(flow.peer_side->socket.get());
    for (const auto& port : flow.former) loop_.forget(port->socket.get());
}

UdpLink::Port UdpLink::open_port(const Address& address) {
    const SocketAddress own = system::to_system(address);
    Fd socket(check_call("socket", ::socket(own.family(), SOCK_DGRAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0)));
    ::setsockopt(socket.get(), SOL_SOCKET, SO_RCVBUF, &kSocketBuffer, sizeof(kSocketBuffer));
    check_call("bind " + model::to_string(address), system::bind_socket(socket.get(), own));
    const Address bound = system::local_address(socket.get()).value_or(address);
    return {std::move(socket), bound};
}

// --- Who talks with whom.

std::size_t UdpLink::add_flow(const Address& program_side, std::shared_ptr<Port> peer_side,
                              std::size_t peer) {
    auto flow = std::make_unique<Flow>();
    flow->peer_number = peer;
    flow->program_side = std::make_shared<Port>(open_port(program_side));
    flow->first = flows_.size();
    flow->peer_side = std::move(peer_side);
    flows_.push_back(std::move(flow));
    watch_program_side(flows_.size() - 1);
    return flows_.size() - 1;
}

void UdpLink::watch_program_side(std::size_t index) {
    loop_.watch(flows_.at(index)->program_side->socket.get(), EPOLLIN, [this, index](std::uint32_t events) {
        if ((events & EPOLLERR) != 0) tell_refusals(*flows_.at(index));
        read_all(flows_.at(index)->program_side->socket.get(),
                 [&](std::string_view bytes, const SocketAddress& from) {
                     relay(index, Direction::from_program, bytes, from);
                 });
    });
}

void UdpLink::watch_peer_side(std::size_t index) {
    loop_.watch(flows_.at(index)->peer_side->socket.get(), EPOLLIN, [this, index](std::uint32_t) {
        read_all(flows_.at(index)->peer_side->socket.get(),
                 [&](std::string_view bytes, const SocketAddress& from) {
                     relay(index, Direction::to_program, bytes, from);
                 });
    });
}

Address UdpLink::towards_program(const Address& program, const Address& from, std::size_t peer) {
    auto entrance = std::make_shared<Port>(open_port(any_port_beside(program)));
    const std::size_t index = add_flow(from, entrance, peer);
    Flow& flow = *flows_.at(index);
    flow.program = {system::to_system(program), program};
    flow.program_is_dialled = true;
    watch_peer_side(index);
    return entrance->address;
}

void UdpLink::towards_peer(const Address& front, const Address& peer, std::size_t number) {
    const std::size_t index =
        add_flow(front, std::make_shared<Port>(open_port(any_port_beside(peer))), number);
    flows_.at(index)->peer = {system::to_system(peer), peer};
    watch_peer_side(index);
}

std::pair<Address, Address> UdpLink::move_peer(const Address& seen, const Address& peer) {
    const auto former = std::find_if(flows_.begin(), flows_.end(), [&](const auto& flow) {
        return flow != nullptr && flow->peer_side->address == seen;
    });
    if (former == flows_.end()) return {peer, seen};
    const Address front{(*former)->program_side->address.host, 0};
    const End program = (*former)->program;
    const std::size_t index =
        add_flow(front, std::make_shared<Port>(open_port(any_port_beside(peer))), (*former)->peer_number);
    Flow& flow = *flows_.at(index);
    flow.peer = {system::to_system(peer), peer};
    flow.program = program;
    watch_peer_side(index);
    return {flow.program_side->address, flow.peer_side->address};
}

Address UdpLink::program_of(std::size_t peer) const {
    for (const auto& flow : flows_)
        if (flow != nullptr && flow->peer_number == peer) return flow->program.address;
    return {};
}

Address UdpLink::towards_server(const Address& front, const Address& server, PlanFor plan_for) {
    front_ = std::make_shared<Port>(open_port(front));
    server_ = server;
    plan_for_ = std::move(plan_for);
    loop_.watch(front_->socket.get(), EPOLLIN, [this](std::uint32_t) {
        read_all(front_->socket.get(), [&](std::string_view bytes, const SocketAddress& from) {
            relay(flow_of_client(from), Direction::to_program, bytes, from);
        });
    });
    return front_->address;
}

// A program may ask from several sockets, and each reply goes to the one that asked.
std::size_t UdpLink::flow_of_socket(std::size_t index, const SocketAddress& socket) {
    const std::size_t first = flows_.at(index)->first;
    Flow& known = *flows_.at(first);
    const Address address = system::to_model(socket).value_or(Address{});
    if (known.program.address.port == 0 || known.program.address == address) {
        remember(known.program, socket);
        return first;
    }
    const auto found = further_sockets_.find({first, address});
    if (found != further_sockets_.end()) return found->second;
    if (further_sockets_.size() == kMostSockets) return first;
    auto flow = std::make_unique<Flow>();
    flow->peer_number = known.peer_number;
    flow->first = first;
    flow->program_side = known.program_side;
    flow->peer_side = std::make_shared<Port>(open_port(any_port_beside(known.peer.address)));
    flow->peer = known.peer;
    flow->program = {socket, address};
    flows_.push_back(std::move(flow));
    const std::size_t further = flows_.size() - 1;
    further_sockets_.emplace(std::pair{first, address}, further);
    watch_peer_side(further);
    return further;
}

std::size_t UdpLink::flow_of_client(const SocketAddress& client) {
    const auto known = clients_.find(client);
    if (known != clients_.end()) return known->second;
    if (clients_.size() == kMostClients) forget_longest_silent_client();
    const std::size_t index = add_flow(any_port_towards(server_), front_, flows_.size());
    Flow& flow = *flows_.at(index);
    flow.program = {system::to_system(server_), server_};
    flow.program_is_dialled = true;
    flow.own_plan = std::make_unique<faults::FaultPlan>(plan_for_(flow.peer_number));
    if (log_.refused) ask_for_refusals(flow.program_side->socket, is_ipv6(server_));
    clients_.emplace(client, index);
    remember(flow.peer, client);
    if (log_.joined) log_.joined(flow.peer_number, flow.peer.address, flow.program_side->address);
    return index;
}

// It may come back, as another client.
void UdpLink::forget_longest_silent_client() {
    flush();  // what is still to go out by its sockets
    const auto oldest = std::min_element(clients_.begin(), clients_.end(), [&](const auto& a, const auto& b) {
        return flows_.at(a.second)->last_heard < flows_.at(b.second)->last_heard;
    });
    auto& flow = flows_.at(oldest->second);
    lost_before_ += system::lost_datagrams(flow->program_side->socket.get());
    close(*flow);
    flow.reset();
    clients_.erase(oldest);
}

// --- What comes.

void UdpLink::read_all(int socket,
                       const std::function<void(std::string_view bytes, const SocketAddress& from)>& handle) {
    // A side that sends without end must not keep us here: the rest is relayed in the next round.
    for (int i = 0; i < kBatchesInARound; ++i) {
        const std::size_t count = reader_.read(socket);
        for (std::size_t k = 0; k < count; ++k) handle(reader_.bytes(k), reader_.sender(k));
        flush();
        if (count < kDatagramsAtOnce) return;
    }
}

void UdpLink::remember(End& end, const SocketAddress& sender) {
    if (end.system.length == sender.length &&
        std::memcmp(&end.system.storage, &sender.storage, sender.length) == 0)
        return;
    end.system = sender;
    end.address = system::to_model(sender).value_or(Address{});
}

bool UdpLink::has_strayed(const Flow& flow, std::string_view bytes, const SocketAddress& from) const {
    const End& dialled = flow.program_is_dialled ? flow.program : flow.peer;
    const Address real = system::to_model(from).value_or(Address{});
    return log_.strayed && real != dialled.address &&
           log_.strayed(flow.peer_number, bytes, real, dialled.address);
}

void UdpLink::relay(std::size_t index, Direction direction, std::string_view bytes,
                    const SocketAddress& from) {
    const bool is_from_program = direction == Direction::from_program;
    const bool is_from_dialled = is_from_program == flows_.at(index)->program_is_dialled;
    if (is_from_program && !is_from_dialled) index = flow_of_socket(index, from);
    Flow& flow = *flows_.at(index);
    if (flow.own_plan != nullptr) flow.last_heard = Clock::now();
    // The side that was dialled stays where it is.
    if (!is_from_program && !is_from_dialled) remember(flow.peer, from);
    if (is_from_dialled && is_from_program) go_along(flow, from);
    if (is_from_dialled && has_strayed(flow, bytes, from)) return;
    faults::FaultPlan& plan = flow.own_plan == nullptr ? plan_ : *flow.own_plan;
    auto outcome = plan.pass(direction, index, std::string(bytes), flow.peer_number);
    const bool is_lost = std::any_of(outcome.applied.begin(), outcome.applied.end(),
                                     [](const faults::Applied& applied) { return applied.lost; });
    if (direction == Direction::to_program && !is_lost) ++left_for_program_;
    if (log_.arrived) log_.arrived(direction, bytes, outcome, flow.peer_number);
    carry_out(direction, std::move(outcome));
}

void UdpLink::tell_refusals(const Flow& flow) const {
    for (std::size_t left = read_refusals(flow.program_side->socket); left > 0; --left)
        if (log_.refused) log_.refused(flow.peer_number);
}

// --- What becomes of it.

void UdpLink::carry_out(Direction direction, faults::FaultPlan::Outcome outcome) {
    for (const faults::Applied& applied : outcome.applied) tell(applied);
    for (Passing& datagram : outcome.deliver) {
        if (datagram.wait.count() > 0)
            delayed_.add(direction, std::move(datagram));
        else
            deliver(direction, std::move(datagram));
    }
}

void UdpLink::tell(const faults::Applied& applied) {
    if (log_.applied) log_.applied(applied, flows_.at(applied.datagram.flow)->peer_number);
}

void UdpLink::deliver(Direction direction, Passing datagram) {
    if (datagram.way == Way::from_new_port) move_to_new_port(datagram.flow);
    Flow& flow = *flows_.at(datagram.flow);
    const bool to_program = direction == Direction::to_program;
    const bool is_strange = to_program && datagram.way == Way::from_stranger;
    const bool by_program_side = to_program || datagram.way == Way::refused;
    const Address& from =
        is_strange ? stranger_of(flow) : (by_program_side ? *flow.program_side : *flow.peer_side).address;
    const End& to = by_program_side ? flow.program : flow.peer;
    if (to.address.port == 0) return;  // nobody has spoken there yet
    if (log_.delivered) log_.delivered(direction, datagram, flow.peer_number, from);
    if (datagram.way == Way::refused) {
        flush();
        send_port_unreachable(to.address, from, datagram.bytes);
        return;
    }
    const Port& port = is_strange ? flow.stranger : (to_program ? *flow.program_side : *flow.peer_side);
    send(port.socket, std::move(datagram.bytes), to);
}

// Goes out with others, at the end of what is handled now.
void UdpLink::send(const Fd& socket, std::string bytes, const End& to) {
    if (!writer_.takes(socket.get())) flush();
    writer_.add(socket.get(), std::move(bytes), to.system);
}

void UdpLink::flush() {
    while (const int error = writer_.flush()) {
        if (!log_.unsent) throw system::SystemError("sendto on the link", error);
        log_.unsent(error);
    }
}

// Its socket stays open, so that an answer meets nobody who refuses it, and is not read.
const Address& UdpLink::stranger_of(Flow& flow) {
    if (!flow.stranger.socket.valid()) {
        // Another host where the program can be reached from there, else another port.
        Address own = flow.program_side->address;
        own.port = 0;
        flow.stranger = open_port(own);
    }
    return flow.stranger.address;
}

// --- What is held.

bool UdpLink::release_held(Flow& flow) {
    bool any = false;
    faults::FaultPlan& plan = flow.own_plan == nullptr ? plan_ : *flow.own_plan;
    for (const Direction direction : {Direction::to_program, Direction::from_program}) {
        auto held = plan.release(direction);
        if (held.deliver.empty()) continue;
        any = true;
        if (log_.arrived) log_.arrived(direction, {}, held, flow.peer_number);
        carry_out(direction, std::move(held));
    }
    flush();
    return any;
}

bool UdpLink::release_held() {
    bool any = false;
    for (const auto& flow : flows_)
        if (flow != nullptr) any = release_held(*flow) || any;
    return any;
}

void UdpLink::release_held_of_silent(Clock::time_point since) {
    for (const auto& flow : flows_)
        if (flow != nullptr && flow->last_heard < since) release_held(*flow);
}

std::size_t UdpLink::lost_by_the_system() const {
    std::size_t lost = lost_before_;
    if (front_ != nullptr) lost += system::lost_datagrams(front_->socket.get());
    for (const auto& flow : flows_) {
        if (flow == nullptr) continue;
        lost += system::lost_datagrams(flow->program_side->socket.get());
        if (flow->peer_side != front_) lost += system::lost_datagrams(flow->peer_side->socket.get());
    }
    return lost;
}

}  // namespace sockgrade::proxy
