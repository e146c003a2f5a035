// Many datagrams in one system call (man 2 recvmmsg, sendmmsg): most of what a small datagram costs is the
// way into the kernel and back, and its own way through the kernel. The second is shared too by datagrams of
// one size that go to the same receiver one after another: they leave as one and arrive as what they are (man
// 7 udp, UDP_SEGMENT).
#pragma once

#include <sys/socket.h>

#include <array>
#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

#include "system/socket_address.hh"

namespace sockgrade::system {

constexpr std::size_t kDatagramsAtOnce = 64;

class DatagramReader {
  public:
    DatagramReader();

    // Reads what has come, without waiting; kDatagramsAtOnce at most. Returns how many. What they are is
    // valid until the next read.
    std::size_t read(int socket);

    std::string_view bytes(std::size_t i) const { return {place(i), headers_.at(i).msg_len}; }
    const SocketAddress& sender(std::size_t i) const { return senders_.at(i); }

  private:
    const char* place(std::size_t i) const;

    std::unique_ptr<char[]> buffer_;
    std::array<mmsghdr, kDatagramsAtOnce> headers_{};
    std::array<iovec, kDatagramsAtOnce> parts_{};
    std::array<SocketAddress, kDatagramsAtOnce> senders_{};
};

class DatagramWriter {
  public:
    // Is there room for one more that goes out by this socket?
    bool takes(int socket) const { return count_ == 0 || (socket == socket_ && count_ < kDatagramsAtOnce); }
    // Keeps it until flush(); takes(socket) must be true. The socket stays open until then.
    void add(int socket, std::string bytes, const SocketAddress& to);

    // Sends all that was added, in its order. Returns 0, or errno of the one that could not be sent: that one
    // is left out, and the next call sends the rest.
    int flush();

  private:
    // How many from `first` on may leave as one.
    std::size_t alike(std::size_t first) const;

    int socket_ = -1;
    std::size_t count_ = 0;
    std::size_t sent_ = 0;
    bool may_join_ = true;  // until the system refuses it
    std::array<std::string, kDatagramsAtOnce> bytes_;
    std::array<SocketAddress, kDatagramsAtOnce> targets_{};
};

}  // namespace sockgrade::system
