// Has the program at the other end of a TCP connection read what was sent? Seen where it runs on this
// computer, in this network.
#pragma once

#include <memory>
#include <optional>

#include "observe/socket_queues.hh"

namespace sockgrade::by_hand {

class ReaderWatch {
  public:
    ReaderWatch() : queues_(std::make_shared<observe::SocketQueues>()) {}

    std::optional<bool> operator()(int socket) const;

  private:
    std::shared_ptr<observe::SocketQueues> queues_;  // shared: a watch is copied into a callback
};

}  // namespace sockgrade::by_hand
