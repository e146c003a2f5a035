#include "run/scanned_ports.hh"

#include <sys/socket.h>

#include <algorithm>
#include <array>
#include <utility>

#include "model/address.hh"
#include "system/socket_address.hh"
#include "system/system_error.hh"

namespace sockgrade::run {

using reference::Door;

namespace {

// A program may look again and again; our descriptors must not run out.
constexpr std::size_t kMostConnections = 500;

}  // namespace

ScannedPorts::ScannedPorts(system::EventLoop& loop, Recorder& record, const model::PortRange& range,
                           std::string actor)
    : loop_(loop), record_(record), actor_(std::move(actor)) {
    std::vector<std::uint16_t> listening = range.listening;
    listening.insert(listening.end(), range.outside.begin(), range.outside.end());
    const auto door = [&](std::uint16_t port) {
        const bool listens = std::find(listening.begin(), listening.end(), port) != listening.end();
        return listens ? Door::open : Door::closed;
    };
    for (int port = range.first - 1; port <= range.last + 1; ++port) {
        const auto number = static_cast<std::uint16_t>(port);
        open("127.0.0.1", number, door(number));
        // For who dials "localhost". A machine may have no IPv6.
        try {
            open("::1", number, door(number));
        } catch (const system::SystemError&) {
        }
    }
}

void ScannedPorts::open(const std::string& host, std::uint16_t port, Door door) {
    listeners_.push_back(std::make_unique<reference::TcpListener>(
        loop_, model::Address{host, port}, door, reference::TcpOptions{},
        [this](reference::Accepted accepted) { take(std::move(accepted)); }));
}

void ScannedPorts::take(reference::Accepted accepted) {
    const auto local = system::local_address(accepted.socket.get());
    if (local) record_(model::event::Opened{actor_, *local, accepted.remote});
    if (connections_.size() == kMostConnections) {
        hear(connections_.front());
        connections_.erase(connections_.begin());
    }
    connections_.push_back({std::move(accepted.socket), accepted.remote});
}

// Its beginning shows what it is; the rest stays in the system.
void ScannedPorts::hear(Connection& connection) {
    std::array<char, 256> bytes{};
    const ssize_t size = ::recv(connection.socket.get(), bytes.data(), bytes.size(), MSG_DONTWAIT);
    if (size > 0)
        record_(model::event::Received{
            actor_, {bytes.data(), static_cast<std::size_t>(size)}, connection.remote});
}

void ScannedPorts::hear() {
    for (Connection& connection : connections_) hear(connection);
}

}  // namespace sockgrade::run
