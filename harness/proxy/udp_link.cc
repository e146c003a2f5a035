#include "proxy/udp_link.hh"

#include <sys/epoll.h>
#include <sys/socket.h>
#include <sys/timerfd.h>

#include <algorithm>
#include <cerrno>
#include <iterator>
#include <string>
#include <utility>

#include "proxy/port_unreachable.hh"
#include "system/lost_datagrams.hh"
#include "system/socket_address.hh"
#include "system/system_error.hh"

namespace sockgrade::proxy {

using faults::Passing;
using faults::Way;
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

bool is_v6(const Address& address) { return address.host.find(':') != std::string::npos; }

Address any_port_beside(const Address& address) { return {is_v6(address) ? "::1" : "127.0.0.1", 0}; }

void send(const Fd& socket, const std::string& bytes, const Address& address) {
    const system::SocketAddress to = system::to_system(address);
    while (::sendto(socket.get(), bytes.data(), bytes.size(), 0, to.get(), to.length) < 0) {
        if (errno != EINTR) throw system::SystemError("sendto on the link", errno);
    }
}

}  // namespace

UdpLink::UdpLink(system::EventLoop& loop, faults::FaultPlan plan, OnFault on_fault)
    : loop_(loop), plan_(std::move(plan)), on_fault_(std::move(on_fault)), buffer_(kLargestDatagram, '\0') {}

UdpLink::~UdpLink() {
    for (const auto& flow : flows_) {
        loop_.forget(flow->program_side.get());
        loop_.forget(flow->peer_side.get());
        for (const Fd& socket : flow->former) loop_.forget(socket.get());
    }
    for (const Waiting& one : waiting_) loop_.forget(one.timer.get());
}

std::size_t UdpLink::add_flow(const Address& program_side, const Address& peer_side, std::size_t peer) {
    const std::size_t index = flows_.size();
    auto flow = std::make_unique<Flow>();
    flow->peer_number = peer;
    flow->program_side = bound_socket(program_side);
    flow->peer_side = bound_socket(peer_side);
    loop_.watch(flow->program_side.get(), EPOLLIN,
                [this, index](std::uint32_t) { relay(index, Direction::from_program); });
    loop_.watch(flow->peer_side.get(), EPOLLIN,
                [this, index](std::uint32_t) { relay(index, Direction::to_program); });
    flows_.push_back(std::move(flow));
    return index;
}

Address UdpLink::towards_program(const Address& program, const Address& from, std::size_t peer) {
    Flow& flow = *flows_.at(add_flow(from, any_port_beside(program), peer));
    flow.program = program;
    flow.program_is_dialled = true;
    return system::local_address(flow.peer_side.get()).value_or(Address{});
}

void UdpLink::towards_peer(const Address& front, const Address& peer, std::size_t number) {
    flows_.at(add_flow(front, any_port_beside(peer), number))->peer = peer;
}

bool UdpLink::receive(const Fd& socket, std::string& bytes, Address& from) {
    system::SocketAddress sender;
    for (;;) {
        sender.length = sizeof(sender.storage);
        const ssize_t size =
            ::recvfrom(socket.get(), buffer_.data(), buffer_.size(), 0, sender.get(), &sender.length);
        if (size < 0 && errno == EINTR) continue;
        if (size < 0) return false;
        bytes.assign(buffer_, 0, static_cast<std::size_t>(size));
        from = system::to_model(sender).value_or(Address{});
        return true;
    }
}

void UdpLink::relay(std::size_t index, Direction direction) {
    std::string bytes;
    Address from;
    // A side that sends without end must not keep us here: the rest is relayed in the next round.
    for (int i = 0; i < kMostInARound; ++i) {
        Flow& flow = *flows_.at(index);
        // Looked up each time: a fault may have moved the peer to another socket.
        const Fd& socket = direction == Direction::from_program ? flow.program_side : flow.peer_side;
        if (!receive(socket, bytes, from)) return;
        // Replies go to whoever spoke last, as a server's would. The side that was dialled stays where it is,
        // also when it answers from another socket, as it does for a client that knows one address only.
        const Direction from_dialled =
            flow.program_is_dialled ? Direction::from_program : Direction::to_program;
        if (direction != from_dialled)
            (direction == Direction::from_program ? flow.program : flow.peer) = from;
        const auto outcome = plan_.pass(direction, index, bytes, flow.peer_number);
        const bool is_lost = std::any_of(outcome.applied.begin(), outcome.applied.end(),
                                         [](const faults::Applied& applied) { return applied.lost; });
        if (direction == Direction::to_program && !is_lost) ++left_for_program_;
        carry_out(direction, outcome);
    }
}

void UdpLink::carry_out(Direction direction, const faults::FaultPlan::Outcome& outcome) {
    for (const faults::Applied& applied : outcome.applied) on_fault_(applied);
    for (const Passing& datagram : outcome.deliver) {
        if (datagram.wait.count() > 0)
            deliver_later(direction, datagram);
        else
            deliver(direction, datagram);
    }
}

void UdpLink::deliver(Direction direction, const Passing& datagram) {
    Flow& flow = *flows_.at(datagram.flow);
    if (datagram.way == Way::refused) {
        const Address target = system::local_address(flow.program_side.get()).value_or(Address{});
        return send_port_unreachable(flow.program, target, datagram.bytes);
    }
    if (direction == Direction::from_program) return send(flow.peer_side, datagram.bytes, flow.peer);
    if (datagram.way == Way::from_stranger) return deliver_from_stranger(flow, datagram.bytes);
    if (datagram.way == Way::from_new_port) move_to_new_port(datagram.flow);
    send(flow.program_side, datagram.bytes, flow.program);
}

// The clock says when, the loop that it is time: whoever waits sees that something is still to come.
void UdpLink::deliver_later(Direction direction, const Passing& datagram) {
    Fd timer(check_call("timerfd_create", ::timerfd_create(CLOCK_MONOTONIC, TFD_NONBLOCK | TFD_CLOEXEC)));
    itimerspec time{};
    time.it_value.tv_sec = static_cast<time_t>(datagram.wait.count() / 1000);
    time.it_value.tv_nsec = static_cast<long>(datagram.wait.count() % 1000 * 1'000'000);
    check_call("timerfd_settime", ::timerfd_settime(timer.get(), 0, &time, nullptr));
    waiting_.push_back({std::move(timer), direction, datagram});
    const auto entry = std::prev(waiting_.end());
    loop_.watch(entry->timer.get(), EPOLLIN, [this, entry](std::uint32_t) {
        loop_.forget(entry->timer.get());
        const Waiting due = std::move(*entry);
        waiting_.erase(entry);
        deliver(due.direction, due.datagram);
    });
}

// Its socket stays open, so that an answer meets nobody who refuses it, and is not read.
void UdpLink::deliver_from_stranger(Flow& flow, const std::string& bytes) {
    if (!flow.stranger.valid()) {
        // Another host where the program can be reached from there, else another port.
        Address own = system::local_address(flow.program_side.get()).value_or(Address{});
        own.port = 0;
        flow.stranger = bound_socket(own);
    }
    send(flow.stranger, bytes, flow.program);
}

void UdpLink::move_to_new_port(std::size_t index) {
    Flow& flow = *flows_.at(index);
    Address own = system::local_address(flow.program_side.get()).value_or(Address{});
    own.port = 0;
    loop_.forget(flow.program_side.get());
    flow.former.push_back(std::exchange(flow.program_side, bound_socket(own)));
    loop_.watch(flow.program_side.get(), EPOLLIN,
                [this, index](std::uint32_t) { relay(index, Direction::from_program); });
    const int former = flow.former.back().get();
    const std::size_t position = flow.former.size() - 1;
    loop_.watch(former, EPOLLIN, [this, index, position](std::uint32_t) { read_former(index, position); });
}

// A peer that was dialled is still reached where it was dialled. One that came by itself has left.
void UdpLink::read_former(std::size_t index, std::size_t position) {
    std::string bytes;
    Address from;
    for (int i = 0; i < kMostInARound; ++i) {
        Flow& flow = *flows_.at(index);
        if (!receive(flow.former.at(position), bytes, from)) return;
        if (!flow.program_is_dialled) {
            flow.program = from;
            carry_out(Direction::from_program,
                      plan_.pass(Direction::from_program, index, bytes, flow.peer_number));
            continue;
        }
        Passing lost;
        lost.flow = index;
        lost.bytes = bytes;
        on_fault_({model::kFormerPort, Direction::from_program, lost, true, {}});
    }
}

bool UdpLink::release_held() {
    bool any = false;
    for (const Direction direction : {Direction::to_program, Direction::from_program}) {
        const auto held = plan_.release(direction);
        any = any || !held.deliver.empty();
        carry_out(direction, held);
    }
    return any;
}

std::size_t UdpLink::lost_by_the_system() const {
    std::size_t lost = 0;
    for (const auto& flow : flows_)
        for (const Fd* socket : {&flow->program_side, &flow->peer_side})
            lost += system::lost_datagrams(socket->get());
    return lost;
}

}  // namespace sockgrade::proxy
