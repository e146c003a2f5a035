#include "by_hand/reader_watch.hh"

#include <algorithm>

#include "system/socket_address.hh"

namespace sockgrade::by_hand {

std::optional<bool> ReaderWatch::operator()(int socket) const {
    const auto local = system::local_address(socket);
    const auto remote = system::remote_address(socket);
    if (!local.has_value() || !remote.has_value()) return std::nullopt;
    const auto sockets = queues_->with_local_port(model::Transport::tcp, remote->port);
    const auto reader = std::find_if(sockets.begin(), sockets.end(),
                                     [&](const observe::SocketState& one) { return one.remote == *local; });
    if (reader == sockets.end()) return std::nullopt;
    return reader->receive_queue == 0;
}

}  // namespace sockgrade::by_hand
