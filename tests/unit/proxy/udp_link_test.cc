// The link between real sockets on loopback: what a fault says is what the far side sees.
#include "proxy/udp_link.hh"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <poll.h>
#include <sys/socket.h>

#include <cerrno>
#include <chrono>
#include <filesystem>
#include <iterator>
#include <string>
#include <vector>

#include "system/socket_address.hh"
#include "system/system_error.hh"

namespace sockgrade::proxy {
namespace {

using model::Address;
using model::Direction;
using model::FaultRule;
using testing::ElementsAre;
using testing::IsEmpty;
using Texts = std::vector<std::string>;

FaultRule rule(std::string kind, std::vector<std::size_t> numbers, model::FaultDetail detail = {},
               Direction direction = Direction::to_program) {
    FaultRule made;
    made.kind = std::move(kind);
    made.direction = direction;
    made.numbers = std::move(numbers);
    made.detail = std::move(detail);
    return made;
}

class UdpSocket {
  public:
    explicit UdpSocket(const char* host = "127.0.0.1")
        : fd_(::socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0)) {
        const system::SocketAddress own = system::to_system({host, 0});
        EXPECT_EQ(::bind(fd_.get(), own.get(), own.length), 0);
    }
    Address address() const { return system::local_address(fd_.get()).value_or(Address{}); }
    void send(const std::string& bytes, const Address& to) const {
        const system::SocketAddress target = system::to_system(to);
        EXPECT_EQ(::sendto(fd_.get(), bytes.data(), bytes.size(), 0, target.get(), target.length),
                  static_cast<ssize_t>(bytes.size()));
    }
    struct Datagram {
        std::string bytes;
        Address from;
    };
    std::vector<UdpSocket::Datagram> received() const {
        std::vector<UdpSocket::Datagram> all;
        std::string buffer(65536, '\0');
        for (;;) {
            system::SocketAddress from;
            const ssize_t size =
                ::recvfrom(fd_.get(), buffer.data(), buffer.size(), 0, from.get(), &from.length);
            if (size < 0) return all;
            all.push_back({buffer.substr(0, static_cast<std::size_t>(size)),
                           system::to_model(from).value_or(Address{})});
        }
    }
    Texts texts() const {
        Texts all;
        for (Datagram& one : received()) all.push_back(std::move(one.bytes));
        return all;
    }
    int fd() const { return fd_.get(); }

  private:
    system::Fd fd_;
};

class UdpLinkTest : public testing::Test {
  protected:
    UdpLink& link(std::vector<FaultRule> rules) {
        UdpLink::Log log;
        log.applied = [this](const faults::Applied& one, std::size_t) { applied_.push_back(one); };
        log.delivered = [this](Direction direction, const faults::Passing& one, std::size_t,
                               const Address& from) {
            (direction == Direction::to_program ? delivered_ : back_).push_back({one.bytes, from});
        };
        link_ = std::make_unique<UdpLink>(loop_, faults::FaultPlan(rules, 1), std::move(log));
        return *link_;
    }
    // A peer that speaks first.
    void link_to_program(std::vector<FaultRule> rules) {
        entrance_ = link(std::move(rules)).towards_program(program_.address(), {"127.0.0.1", 0});
    }
    // On loopback a datagram is there when sendto() returns.
    void relay() { loop_.drain(); }
    void send(const Texts& texts) {
        for (const std::string& text : texts) peer_.send(text, entrance_);
        relay();
    }
    Texts kinds() const {
        Texts all;
        for (const faults::Applied& one : applied_) all.push_back(one.kind);
        return all;
    }

    system::EventLoop loop_;
    UdpSocket program_;
    UdpSocket peer_;
    Address entrance_;
    std::vector<faults::Applied> applied_;
    std::vector<UdpSocket::Datagram> delivered_;  // as the link says
    std::vector<UdpSocket::Datagram> back_;
    std::unique_ptr<UdpLink> link_;
};

TEST_F(UdpLinkTest, CarriesDatagramsAsTheyAre) {
    link_to_program({});
    const Texts sent{"hello", "", std::string("\0\xff\r\n", 4), std::string(65'507, 'x')};
    send(sent);
    const auto got = program_.received();
    ASSERT_EQ(got.size(), sent.size());
    for (std::size_t i = 0; i < sent.size(); ++i) {
        EXPECT_EQ(got[i].bytes, sent[i]);
        EXPECT_EQ(delivered_.at(i).bytes, sent[i]);
        EXPECT_EQ(delivered_.at(i).from, got[i].from);
    }
    EXPECT_EQ(link_->left_for_program(), 4U);
    program_.send("back", got[0].from);
    relay();
    const auto answer = peer_.received();
    ASSERT_EQ(answer.size(), 1U);
    EXPECT_EQ(answer[0].bytes, "back");
    EXPECT_EQ(answer[0].from, entrance_);
}

// A client may have a socket for each request, and close it when its time is over: no other's reply comes to
// it.
TEST_F(UdpLinkTest, EachSocketGetsTheReplyToWhatItAsked) {
    Address front = UdpSocket().address();
    front.host = "127.0.0.9";
    link({}).towards_peer(front, peer_.address());
    const UdpSocket first;
    const UdpSocket second;
    first.send("one", front);
    second.send("two", front);
    first.send("three", front);
    relay();
    const auto got = peer_.received();
    ASSERT_EQ(got.size(), 3U);
    for (const auto& one : got) peer_.send("reply to " + one.bytes, one.from);
    relay();
    EXPECT_THAT(first.texts(), ElementsAre("reply to one", "reply to three"));
    EXPECT_THAT(second.texts(), ElementsAre("reply to two"));
}

TEST_F(UdpLinkTest, WhatComesFromAnotherSocketThanTheOneThatWasDialledIsTold) {
    Texts strayed;
    UdpLink::Log log;
    log.strayed = [&](std::size_t, std::string_view bytes, const Address&, const Address& dialled) {
        EXPECT_EQ(dialled, program_.address());
        strayed.emplace_back(bytes);
        return true;
    };
    link_ = std::make_unique<UdpLink>(loop_, faults::FaultPlan({}, 1), std::move(log));
    peer_.send("question", link_->towards_program(program_.address(), {"127.0.0.1", 0}));
    relay();
    const auto got = program_.received();
    ASSERT_EQ(got.size(), 1U);
    UdpSocket().send("from elsewhere", got[0].from);
    program_.send("answer", got[0].from);
    relay();
    EXPECT_THAT(peer_.texts(), ElementsAre("answer"));
    EXPECT_THAT(strayed, ElementsAre("from elsewhere"));
}

// A client that was started again is the same client, not an alien.
TEST_F(UdpLinkTest, AnswersAClientThatWasStartedAgain) {
    const UdpSocket place;
    Address front = place.address();
    front.host = "127.0.0.9";
    link({}).towards_peer(front, peer_.address());
    const UdpSocket again;
    for (const UdpSocket* client : std::initializer_list<const UdpSocket*>{&program_, &again}) {
        client->send("hi", front);
        relay();
        const auto got = peer_.received();
        ASSERT_EQ(got.size(), 1U);
        peer_.send("yes", got[0].from);
        relay();
        EXPECT_THAT(client->texts(), ElementsAre("yes"));
    }
}

TEST_F(UdpLinkTest, PeersAreKeptApart) {
    UdpLink& both = link({});
    const UdpSocket other;
    const Address first = both.towards_program(program_.address(), {"127.0.0.1", 0});
    const Address second = both.towards_program(program_.address(), {"127.0.0.1", 0}, 1);
    peer_.send("a", first);
    relay();
    other.send("b", second);
    relay();
    const auto got = program_.received();
    ASSERT_EQ(got.size(), 2U);
    EXPECT_NE(got[0].from, got[1].from);
    program_.send("to b", got[1].from);
    relay();
    EXPECT_THAT(peer_.texts(), IsEmpty());
    EXPECT_THAT(other.texts(), ElementsAre("to b"));
}

TEST_F(UdpLinkTest, ADroppedOneIsAbsentAndACorruptedOneDiffers) {
    link_to_program({rule("drop", {2}), rule("corrupt", {3})});
    send({"one", "two", "three"});
    const Texts got = program_.texts();
    ASSERT_EQ(got.size(), 2U);
    EXPECT_EQ(got[0], "one");
    EXPECT_EQ(got[1].size(), 5U);
    EXPECT_NE(got[1], "three");
    EXPECT_THAT(kinds(), ElementsAre("drop", "corrupt"));
    EXPECT_EQ(applied_[1].instead, got[1]);
    EXPECT_EQ(link_->left_for_program(), 2U);
}

TEST_F(UdpLinkTest, AStrangerHasAnotherAddress) {
    link_to_program({rule("stranger", {2}, {.text = "psst"})});
    send({"a", "b", "c"});
    const auto got = program_.received();
    ASSERT_EQ(got.size(), 4U);
    EXPECT_EQ(got[1].bytes, "psst");
    EXPECT_NE(got[1].from, got[0].from);
    EXPECT_EQ(got[2].from, got[0].from);
    EXPECT_EQ(got[3].from, got[0].from);
    EXPECT_EQ(link_->left_for_program(), 3U) << "no peer's datagram";
    // What is said to the stranger reaches nobody.
    program_.send("who are you", got[1].from);
    relay();
    EXPECT_THAT(peer_.texts(), IsEmpty());
}

TEST_F(UdpLinkTest, APeerThatMovedIsReachedAtItsNewPortOnly) {
    link_to_program({rule("rebind", {2})});
    send({"a", "b", "c"});
    const auto got = program_.received();
    ASSERT_EQ(got.size(), 3U);
    EXPECT_NE(got[1].from, got[0].from);
    EXPECT_EQ(got[2].from, got[1].from);
    program_.send("new", got[1].from);
    program_.send("old", got[0].from);
    relay();
    EXPECT_THAT(peer_.texts(), ElementsAre("new"));
    EXPECT_THAT(kinds(), ElementsAre("rebind", model::kFormerPort));
    EXPECT_EQ(applied_[1].datagram.bytes, "old");
}

TEST_F(UdpLinkTest, AServerThatMovedIsStillReachedWhereItWasDialled) {
    const Address front{"127.0.0.9", UdpSocket().address().port};
    link({rule("rebind", {1})}).towards_peer(front, peer_.address());
    program_.send("one", front);
    relay();
    const auto request = peer_.received();
    ASSERT_EQ(request.size(), 1U);
    peer_.send("answer", request[0].from);
    relay();
    const auto answer = program_.received();
    ASSERT_EQ(answer.size(), 1U);
    EXPECT_NE(answer[0].from, front);
    program_.send("two", front);
    program_.send("three", answer[0].from);
    relay();
    EXPECT_THAT(peer_.texts(), testing::UnorderedElementsAre("two", "three"));
}

TEST_F(UdpLinkTest, ARefusedDatagramIsAnErrorOfAConnectedSocket) {
    const Address front{"127.0.0.9", UdpSocket().address().port};
    link({rule("unreachable", {1}, {}, Direction::from_program)}).towards_peer(front, peer_.address());
    const system::SocketAddress target = system::to_system(front);
    ASSERT_EQ(::connect(program_.fd(), target.get(), target.length), 0);
    ASSERT_EQ(::send(program_.fd(), "hello", 5, 0), 5);
    try {
        relay();
    } catch (const system::SystemError& error) {
        // Without a network of our own there is no right to it, and that is told.
        EXPECT_EQ(error.code().value(), EPERM);
        return;
    }
    EXPECT_THAT(peer_.texts(), IsEmpty());
    char byte = 0;
    EXPECT_EQ(::recv(program_.fd(), &byte, 1, 0), -1);
    EXPECT_EQ(errno, ECONNREFUSED);
    EXPECT_EQ(::recv(program_.fd(), &byte, 1, 0), -1);
    EXPECT_EQ(errno, EAGAIN) << "told once";
    ASSERT_EQ(::send(program_.fd(), "again", 5, 0), 5);
    relay();
    EXPECT_THAT(peer_.texts(), ElementsAre("again"));
}

TEST_F(UdpLinkTest, WhatIsHeldComesWhenItIsReleased) {
    link_to_program({rule("delay", {1})});
    send({"a", "b"});
    EXPECT_THAT(program_.texts(), ElementsAre("b"));
    EXPECT_FALSE(link_->is_under_way()) << "it does not come by itself";
    EXPECT_TRUE(link_->release_held());
    EXPECT_THAT(program_.texts(), ElementsAre("a"));
    EXPECT_FALSE(link_->release_held());
}

TEST_F(UdpLinkTest, ADelayOfMillisecondsEndsInTheLoop) {
    link_to_program({rule("delay", {1}, {.ms = 10})});
    send({"a", "b"});
    EXPECT_THAT(program_.texts(), ElementsAre("b"));
    EXPECT_TRUE(link_->is_under_way());
    EXPECT_FALSE(link_->release_held());
    const auto patience = system::Clock::now() + std::chrono::seconds(30);
    while (link_->is_under_way() && system::Clock::now() < patience) loop_.run_once(patience);
    EXPECT_THAT(program_.texts(), ElementsAre("a"));
}

// A link by hand holds whatever comes in ten seconds: a descriptor each would soon be too many.
TEST_F(UdpLinkTest, DelayedOnesCostNoDescriptors) {
    constexpr std::size_t kMany = 200;
    FaultRule slow = rule("delay", {}, {.ms = 10'000});
    link_to_program({slow});
    const auto descriptors = [] {
        const std::filesystem::directory_iterator all("/proc/self/fd");
        return std::distance(begin(all), end(all));
    };
    const auto before = descriptors();
    std::vector<std::string> texts;
    for (std::size_t i = 0; i < kMany; ++i) texts.push_back(std::to_string(i));
    send(texts);
    EXPECT_TRUE(link_->is_under_way());
    EXPECT_EQ(descriptors(), before);
    EXPECT_THAT(program_.texts(), IsEmpty());
    link_->pass_time(std::chrono::seconds(10));
    const auto patience = system::Clock::now() + std::chrono::seconds(30);
    while (link_->is_under_way() && system::Clock::now() < patience) loop_.run_once(patience);
    EXPECT_EQ(program_.texts(), texts);
}

// Natural loss is not silent: 20 MB are more than any socket of ours takes.
TEST_F(UdpLinkTest, WhatTheSystemThrowsAwayIsCounted) {
    link_to_program({});
    EXPECT_EQ(link_->lost_by_the_system(), 0U);
    const std::string large(60'000, 'x');
    for (int i = 0; i < 350; ++i) peer_.send(large, entrance_);
    EXPECT_GT(link_->lost_by_the_system(), 0U);
}

// --- Clients that come when they like, as by hand.

class SeveralClients : public UdpLinkTest {
  protected:
    void link_to_server(std::vector<FaultRule> rules) {
        rules_ = std::move(rules);
        UdpLink::Log log;
        log.joined = [this](std::size_t peer, const Address& client, const Address&) {
            EXPECT_EQ(peer, joined_.size());
            joined_.push_back(client);
        };
        log.delivered = [this](Direction direction, const faults::Passing& one, std::size_t peer,
                               const Address& from) {
            peers_.push_back(peer);
            (direction == Direction::to_program ? delivered_ : back_).push_back({one.bytes, from});
        };
        log.refused = [this](std::size_t) { ++refused_; };
        log.unsent = [](int error) { ADD_FAILURE() << error; };
        link_ = std::make_unique<UdpLink>(loop_, faults::FaultPlan({}, 1), std::move(log));
        entrance_ = link_->towards_server({"127.0.0.1", 0}, program_.address(),
                                          [this](std::size_t) { return faults::FaultPlan(rules_, 1); });
    }

    std::vector<FaultRule> rules_;
    std::vector<Address> joined_;
    std::vector<std::size_t> peers_;
    std::size_t refused_ = 0;
};

TEST_F(SeveralClients, EachGetsItsOwnReplies) {
    link_to_server({});
    const UdpSocket other;
    peer_.send("from one", entrance_);
    other.send("from two", entrance_);
    relay();
    const auto got = program_.received();
    ASSERT_EQ(got.size(), 2U);
    EXPECT_NE(got[0].from, got[1].from) << "a server must be able to tell them apart";
    program_.send("to two", got[1].from);
    program_.send("to one", got[0].from);
    relay();
    EXPECT_THAT(peer_.texts(), ElementsAre("to one"));
    EXPECT_THAT(other.texts(), ElementsAre("to two"));
    EXPECT_THAT(joined_, ElementsAre(peer_.address(), other.address()));
}

TEST_F(SeveralClients, RepliesComeFromWhereTheClientDialled) {
    link_to_server({});
    peer_.send("hello", entrance_);
    relay();
    program_.send("HELLO", program_.received().at(0).from);
    relay();
    const auto reply = peer_.received();
    ASSERT_EQ(reply.size(), 1U);
    EXPECT_EQ(reply[0].from, entrance_);
}

TEST_F(SeveralClients, EachHasFaultsAndNumbersOfItsOwn) {
    link_to_server({rule("drop", {2})});
    const UdpSocket other;
    for (const char* text : {"a", "b", "c"}) peer_.send(text, entrance_);
    relay();
    for (const char* text : {"c", "b", "a"}) other.send(text, entrance_);
    relay();
    EXPECT_THAT(program_.texts(), ElementsAre("a", "c", "c", "a"));
}

TEST_F(SeveralClients, AClientThatComesAgainIsAnotherOne) {
    link_to_server({rule("drop", {1})});
    {
        const UdpSocket once;
        once.send("hello", entrance_);
        relay();
    }
    const UdpSocket again;
    again.send("hello", entrance_);
    again.send("hello", entrance_);  // the second copy
    relay();
    EXPECT_THAT(program_.texts(), ElementsAre("hello"));
    EXPECT_EQ(joined_.size(), 2U);
}

TEST_F(SeveralClients, AServerThatIsNotThereIsToldAndIsServedWhenItComes) {
    Address server;
    {
        const UdpSocket gone;
        server = gone.address();
    }
    UdpLink::Log log;
    log.refused = [this](std::size_t) { ++refused_; };
    log.unsent = [](int error) { ADD_FAILURE() << error; };
    link_ = std::make_unique<UdpLink>(loop_, faults::FaultPlan({}, 1), std::move(log));
    entrance_ =
        link_->towards_server({"127.0.0.1", 0}, server, [](std::size_t) { return faults::FaultPlan({}, 1); });
    send({"one", "two", "three"});
    EXPECT_GE(refused_, 1U);
    const system::Fd late(::socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0));
    const system::SocketAddress own = system::to_system(server);
    ASSERT_EQ(::bind(late.get(), own.get(), own.length), 0);
    send({"four"});
    std::string buffer(100, '\0');
    EXPECT_EQ(::recv(late.get(), buffer.data(), buffer.size(), 0), 4);
}

TEST_F(SeveralClients, WhatIsHeldForOneThatIsSilentGoesOn) {
    link_to_server({rule("reorder", {1, 2})});
    const UdpSocket other;
    peer_.send("first", entrance_);
    other.send("held too", entrance_);
    relay();
    EXPECT_THAT(program_.texts(), IsEmpty());
    link_->release_held_of_silent(system::Clock::now() - std::chrono::hours(1));
    EXPECT_THAT(program_.texts(), IsEmpty()) << "both have just spoken";
    link_->release_held_of_silent(system::Clock::now() + std::chrono::hours(1));
    EXPECT_THAT(program_.texts(), ElementsAre("first", "held too"));
}

TEST_F(SeveralClients, TheLongestSilentIsForgottenWhenThereAreTooMany) {
    link_to_server({});
    constexpr std::size_t kMore = 520;  // than the link keeps
    peer_.send("first", entrance_);
    relay();
    program_.texts();
    for (std::size_t i = 0; i < kMore; ++i) {
        const UdpSocket one;
        one.send("hello", entrance_);
        relay();
        ASSERT_THAT(program_.texts(), ElementsAre("hello"));
    }
    peer_.send("again", entrance_);
    relay();
    EXPECT_THAT(program_.texts(), ElementsAre("again"));
}

TEST_F(UdpLinkTest, MoreThanABatchKeepsItsOrder) {
    link_to_program({rule("drop", {70}), rule("duplicate", {100})});
    Texts sent;
    for (int i = 1; i <= 200; ++i) sent.push_back("message " + std::to_string(i));
    send(sent);
    sent.insert(sent.begin() + 99, "message 100");
    sent.erase(sent.begin() + 69);
    EXPECT_EQ(program_.texts(), sent);
}

}  // namespace
}  // namespace sockgrade::proxy
