#include "capture/tcp_flow.hh"

#include <algorithm>
#include <utility>

namespace sockgrade::capture {

TcpFlow::TcpFlow(const Endpoint& peer, const Endpoint& program, Emit emit)
    : ends_{{{peer, 1000, false}, {program, 5000, false}}}, emit_(std::move(emit)) {}

void TcpFlow::emit(Side from, std::uint8_t flags, std::string_view payload) {
    End& sender = ends_.at(index(from));
    const End& receiver = ends_.at(index(other(from)));
    const bool acknowledges = (flags & Tcp::kAck) != 0;
    emit_(from, tcp_packet(sender.at, receiver.at, {flags, sender.next, acknowledges ? receiver.next : 0},
                           payload));
    const bool takes_a_number = (flags & (Tcp::kSyn | Tcp::kFin)) != 0;
    sender.next += static_cast<std::uint32_t>(payload.size()) + (takes_a_number ? 1 : 0);
}

void TcpFlow::open(Side by) {
    emit(by, Tcp::kSyn);
    emit(other(by), Tcp::kSyn | Tcp::kAck);
    emit(by, Tcp::kAck);
}

void TcpFlow::refuse(Side by, bool answered) {
    emit(by, Tcp::kSyn);
    over_ = true;
    if (!answered) return;
    ends_.at(index(other(by))).next = 0;  // it never had a number
    emit(other(by), Tcp::kReset | Tcp::kAck);
}

void TcpFlow::send(Side from, std::string_view bytes) {
    // Below the window that tcp_packet() offers.
    constexpr std::size_t kMostUnacknowledged = 1 << 20;
    std::size_t unacknowledged = 0;
    while (!bytes.empty()) {
        const std::string_view segment = bytes.substr(0, std::min(bytes.size(), kMostInSegment));
        bytes.remove_prefix(segment.size());
        const auto push = static_cast<std::uint8_t>(bytes.empty() ? Tcp::kPush : 0);
        emit(from, static_cast<std::uint8_t>(Tcp::kAck | push), segment);
        unacknowledged += segment.size();
        if (!bytes.empty() && unacknowledged < kMostUnacknowledged) continue;
        emit(other(from), Tcp::kAck);
        unacknowledged = 0;
    }
}

void TcpFlow::finish(Side from) {
    emit(from, Tcp::kFin | Tcp::kAck);
    ends_.at(index(from)).finished = true;
    emit(other(from), Tcp::kAck);
    // Its numbers are used up: what this side reports later belongs to another connection.
    over_ = ends_[0].finished && ends_[1].finished;
}

void TcpFlow::reset(Side from) {
    emit(from, Tcp::kReset | Tcp::kAck);
    over_ = true;
}

}  // namespace sockgrade::capture
