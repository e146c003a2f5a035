#include "reference/udp_endpoint.hh"

#include <netinet/in.h>
#include <sys/epoll.h>
#include <sys/socket.h>

#include <cerrno>
#include <utility>

#include "system/lost_datagrams.hh"
#include "system/socket_address.hh"
#include "system/system_error.hh"

namespace sockgrade::reference {

using system::check_call;
namespace event = model::event;

namespace {

constexpr int kReceiveBuffer = 4 << 20;  // what a flooding program sends must not be lost because of us
constexpr std::size_t kLargestDatagram = 65536;
constexpr int kMostInARound = 256;

}  // namespace

UdpEndpoint::UdpEndpoint(system::EventLoop& loop, const model::Address& own, std::string name, Record record)
    : loop_(loop), name_(std::move(name)), record_(std::move(record)) {
    const system::SocketAddress address = system::to_system(own);
    socket_.reset(
        check_call("socket", ::socket(address.family(), SOCK_DGRAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0)));
    ::setsockopt(socket_.get(), SOL_SOCKET, SO_RCVBUF, &kReceiveBuffer, sizeof(kReceiveBuffer));
    // The kernel tells an unconnected socket of a refused datagram only when it is asked to (man 7 ip).
    const int on = 1;
    ::setsockopt(socket_.get(), IPPROTO_IP, IP_RECVERR, &on, sizeof(on));
    check_call("bind " + model::to_string(own), system::bind_socket(socket_.get(), address));
    local_ = system::local_address(socket_.get()).value_or(own);
    loop_.watch(socket_.get(), EPOLLIN, [this](std::uint32_t) { read_all(); });
}

event::Delivered stray(const std::string& peer, const std::string& bytes, const model::Address& from) {
    return {peer, model::Direction::from_program, 0, 0, bytes, event::Delivered::Way::from_stranger, from};
}

UdpEndpoint::~UdpEndpoint() { loop_.forget(socket_.get()); }

std::size_t UdpEndpoint::lost() const { return system::lost_datagrams(socket_.get()); }

void UdpEndpoint::read_all() {
    std::string buffer(kLargestDatagram, '\0');
    for (;;) {
        system::SocketAddress from;
        const ssize_t size =
            ::recvfrom(socket_.get(), buffer.data(), buffer.size(), 0, from.get(), &from.length);
        if (size >= 0) {
            Datagram datagram{buffer.substr(0, static_cast<std::size_t>(size)),
                              system::to_model(from).value_or(model::Address{})};
            if (instead_) {
                instead_(datagram.bytes, datagram.from);
                continue;
            }
            if (is_asked_ && !is_asked_(datagram.from)) {
                record_(stray(name_, datagram.bytes, datagram.from));
                continue;
            }
            received_bytes_ += datagram.bytes.size();
            record_(event::Received{name_, datagram.bytes, datagram.from});
            received_.push_back(datagram);
            if (const auto answer = answer_ ? answer_(datagram.bytes, datagram.from) : std::nullopt)
                send(*answer, datagram.from);
            continue;
        }
        if (errno == EINTR) continue;
        const int error = errno;
        forget_errors();
        if (error == EAGAIN) return;
        record_(event::ResetSeen{name_, error});  // a port that nobody has open
    }
}

void UdpEndpoint::follow(const UdpEndpoint& former) {
    received_ = former.received_;
    received_bytes_ = former.received_bytes_;
    answer_ = former.answer_;
}

// Or epoll would report them for ever.
void UdpEndpoint::forget_errors() {
    char ignored[512];
    iovec data{ignored, sizeof(ignored)};
    msghdr message{};
    message.msg_iov = &data;
    message.msg_iovlen = 1;
    while (::recvmsg(socket_.get(), &message, MSG_ERRQUEUE) >= 0) {
    }
}

void UdpEndpoint::send(const std::string& bytes, const model::Address& to) {
    const system::SocketAddress target = system::to_system(to);
    record_(event::Sent{name_, bytes, to});
    for (;;) {
        if (::sendto(socket_.get(), bytes.data(), bytes.size(), 0, target.get(), target.length) >= 0) return;
        if (errno == ECONNREFUSED) {  // the answer to an earlier datagram; this one was not sent
            record_(event::ResetSeen{name_, errno});
            continue;
        }
        if (errno != EINTR) throw system::SystemError("sendto " + model::to_string(to), errno);
    }
}

}  // namespace sockgrade::reference
