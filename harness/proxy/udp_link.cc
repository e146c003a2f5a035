#include "proxy/udp_link.hh"

#include <sys/epoll.h>
#include <sys/socket.h>

#include <cerrno>
#include <string>
#include <utility>

#include "system/socket_address.hh"
#include "system/system_error.hh"

namespace sockgrade::proxy {

using model::Address;
using model::Direction;
using system::check_call;
using system::Fd;

namespace {

constexpr int kBuffer = 4 << 20;
constexpr std::size_t kLargestDatagram = 65536;
constexpr int kMostInARound = 256;

Fd bound_socket(const Address& address) {
    const system::SocketAddress own = system::to_system(address);
    Fd socket(check_call("socket", ::socket(own.family(), SOCK_DGRAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0)));
    ::setsockopt(socket.get(), SOL_SOCKET, SO_RCVBUF, &kBuffer, sizeof(kBuffer));
    check_call("bind " + model::to_string(address), ::bind(socket.get(), own.get(), own.length));
    return socket;
}

Address any_port_beside(const Address& address) {
    return {address.host.find(':') == std::string::npos ? "127.0.0.1" : "::1", 0};
}

}  // namespace

UdpLink::UdpLink(system::EventLoop& loop, faults::FaultPlan plan, OnFault on_fault)
    : loop_(loop), plan_(std::move(plan)), on_fault_(std::move(on_fault)) {}

UdpLink::~UdpLink() {
    for (const auto& flow : flows_) {
        loop_.forget(flow->program_side.get());
        loop_.forget(flow->peer_side.get());
    }
}

std::size_t UdpLink::add_flow(const Address& program_side, const Address& peer_side) {
    const std::size_t index = flows_.size();
    flows_.push_back(std::make_unique<Flow>());
    Flow& flow = *flows_.back();
    flow.program_side = bound_socket(program_side);
    flow.peer_side = bound_socket(peer_side);
    loop_.watch(flow.program_side.get(), EPOLLIN,
                [this, index](std::uint32_t) { relay(index, Direction::from_program); });
    loop_.watch(flow.peer_side.get(), EPOLLIN,
                [this, index](std::uint32_t) { relay(index, Direction::to_program); });
    return index;
}

Address UdpLink::towards_program(const Address& program, const Address& from) {
    Flow& flow = *flows_.at(add_flow(from, any_port_beside(program)));
    flow.program = program;
    flow.program_is_dialled = true;
    return system::local_address(flow.peer_side.get()).value_or(Address{});
}

void UdpLink::towards_peer(const Address& front, const Address& peer) {
    flows_.at(add_flow(front, any_port_beside(peer)))->peer = peer;
}

void UdpLink::relay(std::size_t index, Direction direction) {
    Flow& flow = *flows_.at(index);
    const int socket = (direction == Direction::from_program ? flow.program_side : flow.peer_side).get();
    std::string buffer(kLargestDatagram, '\0');
    // A side that sends without end must not keep us here: the rest is relayed in the next round.
    for (int i = 0; i < kMostInARound; ++i) {
        system::SocketAddress from;
        const ssize_t size = ::recvfrom(socket, buffer.data(), buffer.size(), 0, from.get(), &from.length);
        if (size < 0 && errno == EINTR) continue;
        if (size < 0) return;
        // Replies go to whoever spoke last, as a server's would. The side that was dialled stays where it is,
        // also when it answers from another socket, as it does for a client that knows one address only.
        const Direction from_dialled =
            flow.program_is_dialled ? Direction::from_program : Direction::to_program;
        if (direction != from_dialled)
            (direction == Direction::from_program ? flow.program : flow.peer) =
                system::to_model(from).value_or(Address{});
        const auto outcome = plan_.pass(direction, index, buffer.substr(0, static_cast<std::size_t>(size)));
        for (const faults::Applied& applied : outcome.applied) on_fault_(applied);
        deliver(direction, outcome.deliver);
    }
}

void UdpLink::deliver(Direction direction, const std::vector<faults::Passing>& datagrams) {
    for (const faults::Passing& datagram : datagrams) {
        const Flow& flow = *flows_.at(datagram.flow);
        const bool to_program = direction == Direction::to_program;
        const system::SocketAddress to = system::to_system(to_program ? flow.program : flow.peer);
        const int socket = (to_program ? flow.program_side : flow.peer_side).get();
        while (::sendto(socket, datagram.bytes.data(), datagram.bytes.size(), 0, to.get(), to.length) < 0) {
            if (errno != EINTR) throw system::SystemError("sendto on the link", errno);
        }
        if (to_program) ++delivered_to_program_;
    }
}

bool UdpLink::release_held() {
    bool any = false;
    for (const Direction direction : {Direction::to_program, Direction::from_program}) {
        const auto held = plan_.release(direction);
        any = any || !held.empty();
        deliver(direction, held);
    }
    return any;
}

}  // namespace sockgrade::proxy
