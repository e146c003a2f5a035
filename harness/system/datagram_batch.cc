#include "system/datagram_batch.hh"

#include <netinet/in.h>
#include <netinet/udp.h>

#include <cerrno>
#include <cstdint>
#include <cstring>
#include <utility>

namespace sockgrade::system {

namespace {

// A datagram's most, and an odd number of cache lines: at distances of 64 KiB all first lines would compete
// for the same few places of the cache.
constexpr std::size_t kDistance = 65536 + 64;
// Each has to fit into a packet by itself, and all of them into the largest datagram.
constexpr std::size_t kLargestJoined = 1400;
constexpr std::size_t kMostJoined = 65'000;

}  // namespace

// The memory is left as it is: what no datagram touches takes none.
DatagramReader::DatagramReader() : buffer_(new char[kDistance * kDatagramsAtOnce]) {
    for (std::size_t i = 0; i < kDatagramsAtOnce; ++i) {
        parts_.at(i) = {buffer_.get() + i * kDistance, kDistance};
        headers_.at(i).msg_hdr.msg_iov = &parts_.at(i);
        headers_.at(i).msg_hdr.msg_iovlen = 1;
        headers_.at(i).msg_hdr.msg_name = senders_.at(i).get();
        headers_.at(i).msg_hdr.msg_namelen = sizeof(sockaddr_storage);
    }
}

const char* DatagramReader::place(std::size_t i) const { return buffer_.get() + i * kDistance; }

std::size_t DatagramReader::read(int socket) {
    int count = -1;
    do {
        count = ::recvmmsg(socket, headers_.data(), kDatagramsAtOnce, MSG_DONTWAIT, nullptr);
    } while (count < 0 && errno == EINTR);
    if (count <= 0) return 0;
    for (std::size_t i = 0; i < static_cast<std::size_t>(count); ++i) {
        socklen_t& length = headers_.at(i).msg_hdr.msg_namelen;
        senders_.at(i).length = std::exchange(length, sizeof(sockaddr_storage));
    }
    return static_cast<std::size_t>(count);
}

void DatagramWriter::add(int socket, std::string bytes, const SocketAddress& to) {
    socket_ = socket;
    bytes_.at(count_) = std::move(bytes);
    targets_.at(count_) = to;
    ++count_;
}

std::size_t DatagramWriter::alike(std::size_t first) const {
    const std::size_t size = bytes_.at(first).size();
    if (!may_join_ || size == 0 || size > kLargestJoined) return 1;
    std::size_t next = first + 1;
    while (next < count_ && bytes_.at(next).size() == size &&
           targets_.at(next).length == targets_.at(first).length &&
           std::memcmp(targets_.at(next).get(), targets_.at(first).get(), targets_.at(first).length) == 0 &&
           (next + 1 - first) * size <= kMostJoined)
        ++next;
    return next - first;
}

int DatagramWriter::flush() {
    struct Joined {
        std::size_t count = 0;
        alignas(cmsghdr) std::array<char, CMSG_SPACE(sizeof(std::uint16_t))> control{};
    };
    std::array<mmsghdr, kDatagramsAtOnce> headers;
    std::array<iovec, kDatagramsAtOnce> parts;
    std::array<Joined, kDatagramsAtOnce> joined;
    for (std::size_t i = sent_; i < count_; ++i) parts.at(i) = {bytes_.at(i).data(), bytes_.at(i).size()};
    while (sent_ < count_) {
        unsigned messages = 0;
        for (std::size_t i = sent_; i < count_; ++messages) {
            Joined& one = joined.at(messages);
            one.count = alike(i);
            msghdr& header = headers.at(messages).msg_hdr;
            header = {};
            header.msg_iov = &parts.at(i);
            header.msg_iovlen = one.count;
            header.msg_name = targets_.at(i).get();
            header.msg_namelen = targets_.at(i).length;
            if (one.count > 1) {
                header.msg_control = one.control.data();
                header.msg_controllen = one.control.size();
                cmsghdr* const part = CMSG_FIRSTHDR(&header);
                const auto size = static_cast<std::uint16_t>(bytes_.at(i).size());
                part->cmsg_level = SOL_UDP;
                part->cmsg_type = UDP_SEGMENT;
                part->cmsg_len = CMSG_LEN(sizeof(size));
                std::memcpy(CMSG_DATA(part), &size, sizeof(size));
            }
            i += one.count;
        }
        const int done = ::sendmmsg(socket_, headers.data(), messages, 0);
        for (int i = 0; i < done; ++i) sent_ += joined.at(static_cast<std::size_t>(i)).count;
        // Refused was an earlier one, not this.
        if (done > 0 || errno == EINTR || errno == ECONNREFUSED) continue;
        if (joined.front().count > 1) {
            may_join_ = false;
            continue;
        }
        ++sent_;
        return errno;
    }
    count_ = sent_ = 0;
    return 0;
}

}  // namespace sockgrade::system
