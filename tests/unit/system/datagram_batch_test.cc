// Real sockets on loopback, where a datagram is there when the system call returns.
#include "system/datagram_batch.hh"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/socket.h>

#include <cerrno>
#include <string>
#include <vector>

#include "system/fd.hh"
#include "system/socket_address.hh"

namespace sockgrade::system {
namespace {

using testing::ElementsAre;

struct Receiver {
    Fd fd{::socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0)};
    Receiver() {
        const SocketAddress own = to_system({"127.0.0.1", 0});
        EXPECT_EQ(::bind(fd.get(), own.get(), own.length), 0);
    }
    SocketAddress address() const { return to_system(local_address(fd.get()).value()); }
    std::vector<std::string> read() const {
        DatagramReader reader;
        std::vector<std::string> all;
        while (const std::size_t count = reader.read(fd.get()))
            for (std::size_t i = 0; i < count; ++i) all.emplace_back(reader.bytes(i));
        return all;
    }
};

TEST(DatagramBatch, EachArrivesAsItselfAndInOrder) {
    const Receiver receiver;
    const Receiver sender;
    DatagramWriter writer;
    // Two runs of one size each, which leave as one; an empty one; and one too large for that.
    const std::vector<std::string> sent{"one", "two", "", "", "three", "seven", std::string(9000, 'x'),
                                        "end"};
    for (const std::string& bytes : sent) writer.add(sender.fd.get(), bytes, receiver.address());
    EXPECT_EQ(writer.flush(), 0);
    EXPECT_EQ(receiver.read(), sent);
}

TEST(DatagramBatch, SayFromWhomTheyCame) {
    const Receiver receiver;
    const Receiver first;
    const Receiver second;
    for (const Receiver* sender : {&first, &second}) {
        DatagramWriter writer;
        writer.add(sender->fd.get(), "x", receiver.address());
        EXPECT_EQ(writer.flush(), 0);
    }
    DatagramReader reader;
    ASSERT_EQ(reader.read(receiver.fd.get()), 2U);
    EXPECT_EQ(to_model(reader.sender(0)), local_address(first.fd.get()));
    EXPECT_EQ(to_model(reader.sender(1)), local_address(second.fd.get()));
    EXPECT_EQ(reader.read(receiver.fd.get()), 0U);
}

TEST(DatagramBatch, EqualOnesGoToTheirOwnReceivers) {
    const Receiver a;
    const Receiver b;
    const Receiver sender;
    DatagramWriter writer;
    for (const char* bytes : {"a1", "a2"}) writer.add(sender.fd.get(), bytes, a.address());
    for (const char* bytes : {"b1", "b2"}) writer.add(sender.fd.get(), bytes, b.address());
    writer.add(sender.fd.get(), "a3", a.address());
    EXPECT_EQ(writer.flush(), 0);
    EXPECT_THAT(a.read(), ElementsAre("a1", "a2", "a3"));
    EXPECT_THAT(b.read(), ElementsAre("b1", "b2"));
}

TEST(DatagramBatch, OneThatCannotBeSentTakesNoOtherWithIt) {
    const Receiver receiver;
    const Receiver sender;
    DatagramWriter writer;
    writer.add(sender.fd.get(), "before", receiver.address());
    writer.add(sender.fd.get(), std::string(70'000, 'x'), receiver.address());
    writer.add(sender.fd.get(), "behind", receiver.address());
    EXPECT_EQ(writer.flush(), EMSGSIZE);
    EXPECT_EQ(writer.flush(), 0);
    EXPECT_THAT(receiver.read(), ElementsAre("before", "behind"));
}

TEST(DatagramBatch, HasRoomForSoManyOfOneSocket) {
    const Receiver receiver;
    const Receiver sender;
    DatagramWriter writer;
    EXPECT_TRUE(writer.takes(sender.fd.get()));
    for (std::size_t i = 0; i < kDatagramsAtOnce; ++i) {
        ASSERT_TRUE(writer.takes(sender.fd.get()));
        writer.add(sender.fd.get(), std::to_string(1000 + i), receiver.address());
        EXPECT_FALSE(writer.takes(receiver.fd.get())) << "another socket";
    }
    EXPECT_FALSE(writer.takes(sender.fd.get()));
    EXPECT_EQ(writer.flush(), 0);
    EXPECT_TRUE(writer.takes(receiver.fd.get()));
    EXPECT_EQ(receiver.read().size(), kDatagramsAtOnce);
}

}  // namespace
}  // namespace sockgrade::system
