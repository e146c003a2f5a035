// Ends of a link that turn up at another port.
#include <sys/epoll.h>

#include <string>
#include <utility>

#include "proxy/udp_link.hh"

namespace sockgrade::proxy {

using faults::Passing;
using model::Address;
using model::Direction;
using system::SocketAddress;

void UdpLink::move_to_new_port(std::size_t index) {
    flush();  // what went before the move comes from the former port
    Flow& flow = *flows_.at(index);
    Address own = flow.program_side->address;
    own.port = 0;
    loop_.forget(flow.program_side->socket.get());
    flow.former.push_back(std::exchange(flow.program_side, std::make_shared<Port>(open_port(own))));
    watch_program_side(index);
    const int former = flow.former.back()->socket.get();
    const std::size_t position = flow.former.size() - 1;
    loop_.watch(former, EPOLLIN, [this, index, position](std::uint32_t) { read_former(index, position); });
}

// A peer that was dialled is still reached where it was dialled. One that came by itself has left.
void UdpLink::read_former(std::size_t index, std::size_t position) {
    read_all(flows_.at(index)->former.at(position)->socket.get(),
             [&](std::string_view bytes, const SocketAddress& from) {
                 if (!flows_.at(index)->program_is_dialled)
                     return relay(index, Direction::from_program, bytes, from);
                 Passing lost;
                 lost.flow = index;
                 lost.bytes = bytes;
                 tell({model::kFormerPort, Direction::from_program, lost, true, {}});
             });
}

// A server may answer from a socket that it has for this client alone.
void UdpLink::go_along(Flow& flow, const SocketAddress& from) const {
    const Address real = system::to_model(from).value_or(Address{});
    if (log_.moved && log_.moved(flow.peer_number, real, flow.program.address)) remember(flow.program, from);
}

}  // namespace sockgrade::proxy
