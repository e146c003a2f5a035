// The TCP relay between real sockets on loopback: what one end does is what the other end sees.
#include "proxy/tcp_link.hh"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/socket.h>

#include <cerrno>
#include <chrono>
#include <functional>
#include <string>
#include <vector>

#include "system/socket_address.hh"

namespace sockgrade::proxy {
namespace {

using faults::Ending;
using model::Address;
using model::Direction;
using model::FaultRule;
using testing::ElementsAre;

FaultRule stream_rule(const std::string& kind, std::size_t bytes,
                      Direction direction = Direction::to_program) {
    FaultRule made;
    made.kind = kind;
    made.detail.bytes = bytes;
    made.direction = direction;
    return made;
}

// One end of a connection, as a program has it: never blocks here, since the link runs in this thread.
class TcpSocket {
  public:
    explicit TcpSocket(int number) : fd_(number) {}
    static TcpSocket dial(const Address& address) {
        TcpSocket made(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0));
        const system::SocketAddress to = system::to_system(address);
        const int result = ::connect(made.fd_.get(), to.get(), to.length);
        EXPECT_TRUE(result == 0 || errno == EINPROGRESS);
        return made;
    }
    // How much was taken.
    std::size_t send(std::string_view bytes) const {
        const ssize_t size = ::send(fd_.get(), bytes.data(), bytes.size(), MSG_NOSIGNAL);
        return size < 0 ? 0 : static_cast<std::size_t>(size);
    }
    // Reads what is there, at most `most` bytes; notes the end.
    void read(std::size_t most = SIZE_MAX) {
        std::string buffer(65536, '\0');
        while (!ended_ && error_ == 0 && most > 0) {
            const ssize_t size = ::recv(fd_.get(), buffer.data(), std::min(buffer.size(), most), 0);
            if (size < 0 && errno == EAGAIN) return;
            if (size < 0) error_ = errno;
            if (size == 0) ended_ = true;
            if (size <= 0) return;
            reads_.push_back(buffer.substr(0, static_cast<std::size_t>(size)));
            received_ += reads_.back();
            most -= static_cast<std::size_t>(size);
        }
    }
    void finish() const { ::shutdown(fd_.get(), SHUT_WR); }
    void close() { fd_.reset(); }
    void reset() {
        const linger at_once{1, 0};
        ::setsockopt(fd_.get(), SOL_SOCKET, SO_LINGER, &at_once, sizeof(at_once));
        fd_.reset();
    }
    bool valid() const { return fd_.valid(); }
    const std::string& received() const { return received_; }
    const std::vector<std::string>& reads() const { return reads_; }
    bool ended() const { return ended_; }
    int error() const { return error_; }
    int fd() const { return fd_.get(); }

  private:
    system::Fd fd_;
    std::string received_;
    std::vector<std::string> reads_;
    bool ended_ = false;
    int error_ = 0;
};

class TcpLinkTest : public testing::Test {
  protected:
    TcpLinkTest() : listener_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0)) {
        const system::SocketAddress own = system::to_system({"127.0.0.1", 0});
        EXPECT_EQ(::bind(listener_.get(), own.get(), own.length), 0);
        EXPECT_EQ(::listen(listener_.get(), 16), 0);
        server_address_ = *system::local_address(listener_.get());
    }

    void link(std::vector<FaultRule> rules = {}, TcpLink::HasRead has_read = {}) {
        TcpLink::Log log;
        log.opened = [this](std::size_t, const Address&, const Address&) { ++opened_; };
        log.not_opened = [this](std::size_t, const Address&, int error) { not_opened_.push_back(error); };
        log.refused = [this](std::size_t connection, const Address&, std::size_t) {
            refused_.push_back(connection);
        };
        log.came = [this](std::size_t, Direction direction, std::string_view bytes) {
            (direction == Direction::to_program ? to_server_ : to_client_) += bytes;
        };
        log.ended = [this](std::size_t, Direction, Ending ending, bool by_fault) {
            endings_.push_back(ending);
            by_fault_ = by_fault_ || by_fault;
        };
        link_ = std::make_unique<TcpLink>(loop_, std::move(rules), std::move(log), std::move(has_read));
        front_ = link_->towards_server({"127.0.0.1", 0}, server_address_);
    }

    // Until it is so. What can be so on loopback is so after some rounds; the bound is for a broken link.
    [[nodiscard]] bool until(const std::function<bool()>& condition) {
        const auto bound = system::Clock::now() + std::chrono::seconds(30);
        while (!condition()) {
            if (system::Clock::now() > bound) return false;
            loop_.run_once(system::Clock::now() + std::chrono::milliseconds(1));
        }
        return true;
    }
    TcpSocket accepted() {
        int number = -1;
        EXPECT_TRUE(until([&] {
            number = ::accept4(listener_.get(), nullptr, nullptr, SOCK_NONBLOCK | SOCK_CLOEXEC);
            return number >= 0;
        }));
        return TcpSocket(number);
    }
    bool gets(TcpSocket& socket, const std::string& text) {
        return until([&] {
            socket.read();
            return socket.received() == text;
        });
    }
    bool is_told_the_end(TcpSocket& socket) {
        return until([&] {
            socket.read();
            return socket.ended();
        });
    }
    bool is_reset(TcpSocket& socket) {
        return until([&] {
            socket.read();
            return socket.error() == ECONNRESET;
        });
    }

    system::EventLoop loop_;
    system::Fd listener_;
    Address server_address_;
    Address front_;
    std::unique_ptr<TcpLink> link_;
    std::size_t opened_ = 0;
    std::vector<int> not_opened_;
    std::vector<std::size_t> refused_;
    std::string to_server_;  // as the log has it
    std::string to_client_;
    std::vector<Ending> endings_;
    bool by_fault_ = false;
};

TEST_F(TcpLinkTest, CarriesBytesBothWays) {
    link();
    TcpSocket client = TcpSocket::dial(front_);
    TcpSocket server = accepted();
    client.send("hello");
    EXPECT_TRUE(gets(server, "hello"));
    server.send("HELLO");
    EXPECT_TRUE(gets(client, "HELLO"));
    EXPECT_EQ(to_server_, "hello");
    EXPECT_EQ(to_client_, "HELLO");
}

TEST_F(TcpLinkTest, AHalfCloseLeavesTheOtherDirectionOpen) {
    link();
    TcpSocket client = TcpSocket::dial(front_);
    TcpSocket server = accepted();
    client.send("request");
    client.finish();
    EXPECT_TRUE(is_told_the_end(server));
    EXPECT_EQ(server.received(), "request");
    server.send("reply");
    EXPECT_TRUE(gets(client, "reply"));
    EXPECT_FALSE(client.ended());
    server.close();
    EXPECT_TRUE(is_told_the_end(client));
    EXPECT_TRUE(until([&] { return link_->open_connections() == 0; }));
    EXPECT_THAT(endings_, ElementsAre(Ending::finish, Ending::finish));
}

TEST_F(TcpLinkTest, AResetArrivesAsAResetBehindWhatWasSent) {
    link();
    TcpSocket client = TcpSocket::dial(front_);
    TcpSocket server = accepted();
    server.send("some of it");
    EXPECT_TRUE(until([&] { return to_client_ == "some of it"; }));
    server.reset();
    EXPECT_TRUE(is_reset(client));
    EXPECT_EQ(client.received(), "some of it");
    EXPECT_THAT(endings_, ElementsAre(Ending::reset));
    EXPECT_EQ(link_->open_connections(), 0U);
}

TEST_F(TcpLinkTest, AResetIsSeenAfterAHalfCloseToo) {
    link();
    TcpSocket client = TcpSocket::dial(front_);
    TcpSocket server = accepted();
    client.finish();
    EXPECT_TRUE(is_told_the_end(server));
    client.reset();
    // recv() goes on saying that the stream has ended; the next send() would fail.
    int error = 0;
    EXPECT_TRUE(until([&] {
        socklen_t size = sizeof(error);
        return ::getsockopt(server.fd(), SOL_SOCKET, SO_ERROR, &error, &size) == 0 && error != 0;
    }));
    EXPECT_EQ(error, EPIPE);
    EXPECT_THAT(endings_, ElementsAre(Ending::finish, Ending::reset));
}

TEST_F(TcpLinkTest, WhoClosesWithUnreadDataResets) {
    link();
    TcpSocket client = TcpSocket::dial(front_);
    TcpSocket server = accepted();
    client.send("never read");
    EXPECT_TRUE(until([&] { return to_server_ == "never read"; }));
    server.close();
    EXPECT_TRUE(is_reset(client));
}

TEST_F(TcpLinkTest, AServerThatIsNotThereIsAReset) {
    link();
    listener_.reset();
    TcpSocket client = TcpSocket::dial(front_);
    EXPECT_TRUE(is_reset(client));
    EXPECT_THAT(not_opened_, ElementsAre(ECONNREFUSED));
    EXPECT_EQ(opened_, 0U);
    EXPECT_EQ(link_->open_connections(), 0U);
}

TEST_F(TcpLinkTest, LargeTransfersBothWaysLoseNothing) {
    link();
    TcpSocket client = TcpSocket::dial(front_);
    TcpSocket server = accepted();
    std::string sent;
    for (std::uint32_t i = 0; sent.size() < (8U << 20); ++i)
        sent.append(reinterpret_cast<const char*>(&i), sizeof(i));
    std::size_t there = 0;
    std::size_t back = 0;
    EXPECT_TRUE(until([&] {
        there += client.send(std::string_view(sent).substr(there));
        back += server.send(std::string_view(sent).substr(back));
        client.read();
        server.read();
        return client.received().size() >= sent.size() && server.received().size() >= sent.size();
    }));
    EXPECT_TRUE(server.received() == sent);
    EXPECT_TRUE(client.received() == sent);
}

TEST_F(TcpLinkTest, AReaderThatStopsHoldsUpTheWriter) {
    link();
    TcpSocket client = TcpSocket::dial(front_);
    TcpSocket server = accepted();
    const std::string block(64 << 10, 'x');
    std::size_t sent = 0;
    // Until the link and both systems are full: then nothing more is taken, for as long as nobody reads.
    std::size_t idle_rounds = 0;
    EXPECT_TRUE(until([&] {
        const std::size_t taken = client.send(block);
        sent += taken;
        idle_rounds = taken == 0 ? idle_rounds + 1 : 0;
        return idle_rounds == 50;
    }));
    EXPECT_LT(to_server_.size(), sent);
    EXPECT_TRUE(until([&] {
        server.read();
        return server.received().size() == sent;
    }));
    EXPECT_EQ(client.send("and on"), 6U);
}

TEST_F(TcpLinkTest, ConnectionsAreKeptApart) {
    link();
    TcpSocket first = TcpSocket::dial(front_);
    TcpSocket first_server = accepted();
    TcpSocket second = TcpSocket::dial(front_);
    TcpSocket second_server = accepted();
    second.send("two");
    first.send("one");
    EXPECT_TRUE(gets(first_server, "one"));
    EXPECT_TRUE(gets(second_server, "two"));
    first.reset();
    EXPECT_TRUE(is_reset(first_server));
    second_server.send("still here");
    EXPECT_TRUE(gets(second, "still here"));
}

// --- Faults.

TEST_F(TcpLinkTest, PiecesLeaveWhenTheOneBeforeHasBeenRead) {
    TcpSocket* reader = nullptr;
    link({stream_rule("pieces", 2)}, [&](int) -> std::optional<bool> {
        if (reader != nullptr) reader->read();
        return reader != nullptr;
    });
    TcpSocket client = TcpSocket::dial(front_);
    TcpSocket server = accepted();
    reader = &server;
    client.send("abcde");
    EXPECT_TRUE(gets(server, "abcde"));
    EXPECT_THAT(server.reads(), ElementsAre("ab", "cd", "e"));
    server.send("whole");
    EXPECT_TRUE(gets(client, "whole"));
    EXPECT_THAT(client.reads(), ElementsAre("whole"));
}

TEST_F(TcpLinkTest, ACutEndsOneDirectionOnly) {
    link({stream_rule("cut", 3)});
    TcpSocket client = TcpSocket::dial(front_);
    TcpSocket server = accepted();
    client.send("abcdef");
    EXPECT_TRUE(is_told_the_end(server));
    EXPECT_EQ(server.received(), "abc");
    EXPECT_TRUE(by_fault_);
    server.send("reply");
    EXPECT_TRUE(gets(client, "reply"));
    // What the client goes on sending is taken and forgotten.
    std::size_t sent = 0;
    EXPECT_TRUE(until([&] { return (sent += client.send(std::string(65536, 'x'))) > (8U << 20); }));
    server.close();
    client.close();
    EXPECT_TRUE(until([&] { return link_->open_connections() == 0; }));
}

TEST_F(TcpLinkTest, AResetAfterSomeBytesHitsBothSides) {
    link({stream_rule("reset", 3, Direction::from_program)});
    TcpSocket client = TcpSocket::dial(front_);
    TcpSocket server = accepted();
    server.send("abcdef");
    EXPECT_TRUE(is_reset(client));
    EXPECT_EQ(client.received(), "abc");
    EXPECT_TRUE(is_reset(server));
    EXPECT_THAT(endings_, ElementsAre(Ending::reset));
    EXPECT_TRUE(by_fault_);
}

TEST_F(TcpLinkTest, AResetAtOnceComesBeforeAnyByte) {
    link({stream_rule("reset", 0)});
    TcpSocket client = TcpSocket::dial(front_);
    EXPECT_TRUE(is_reset(client));
    EXPECT_EQ(to_server_, "");
}

TEST_F(TcpLinkTest, TheFirstAreTurnedAwayAndLaterOnesServed) {
    FaultRule refuse = stream_rule("refuse", 0);
    refuse.times = 2;
    link({refuse});
    for (int i = 0; i < 2; ++i) {
        TcpSocket client = TcpSocket::dial(front_);
        EXPECT_TRUE(is_reset(client));
    }
    TcpSocket client = TcpSocket::dial(front_);
    TcpSocket server = accepted();
    client.send("third");
    EXPECT_TRUE(gets(server, "third"));
    EXPECT_THAT(refused_, ElementsAre(1U, 2U));
    EXPECT_EQ(opened_, 1U);
}

}  // namespace
}  // namespace sockgrade::proxy
