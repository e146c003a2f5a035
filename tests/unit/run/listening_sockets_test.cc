// Where a peer reaches the program, of all the sockets that it has.
#include "run/listening_sockets.hh"

#include <gtest/gtest.h>

namespace sockgrade::run {
namespace {

using model::Address;
using model::From;
using sandbox::Level;

model::Plan plan_at(std::uint16_t port) {
    model::Plan plan;
    plan.given.address = {"127.0.0.1", port};
    return plan;
}

class ListeningSocketsTest : public testing::Test {
  protected:
    void listens(const Address& address, bool only_ipv6 = false, bool ephemeral = false) {
        sockets_.add({address, only_ipv6, ephemeral}, address.port == plan_.given.address.port);
    }

    model::Plan plan_ = plan_at(12000);
    ListeningSockets sockets_{plan_, Level::shared};
};

TEST_F(ListeningSocketsTest, TheGivenPortIsBetterThanOneThatCameBefore) {
    EXPECT_TRUE(sockets_.empty());
    listens({"0.0.0.0", 9000});
    EXPECT_EQ(sockets_.chosen().address.port, 9000);
    EXPECT_FALSE(sockets_.are_where_they_should_be());
    EXPECT_TRUE(sockets_.are_where_the_program_chose());
    listens({"0.0.0.0", 12000});
    EXPECT_EQ(sockets_.chosen().address.port, 12000);
    EXPECT_TRUE(sockets_.are_where_they_should_be());
}

TEST_F(ListeningSocketsTest, APortThatTheProgramChoseIsBetterThanOneOfTheSystem) {
    listens({"0.0.0.0", 41234}, false, true);
    EXPECT_FALSE(sockets_.are_where_the_program_chose());
    listens({"0.0.0.0", 9000});
    EXPECT_EQ(sockets_.chosen().address.port, 9000);
}

TEST_F(ListeningSocketsTest, AsyncioListensTwiceAndIsReachedByIpv4) {
    listens({"::", 12000}, true);
    listens({"0.0.0.0", 12000});
    EXPECT_FALSE(sockets_.chosen().only_ipv6);
    EXPECT_EQ(sockets_.target(From::anywhere), (Address{"127.0.0.1", 12000}));
}

TEST_F(ListeningSocketsTest, ADualStackSocketIsReachedByIpv4AndOneForIpv6IsNot) {
    listens({"::", 12000});
    EXPECT_EQ(sockets_.target(From::anywhere), (Address{"127.0.0.1", 12000}));
    ListeningSockets others(plan_, Level::shared);
    others.add({{"::", 12000}, true, false}, true);
    EXPECT_EQ(others.target(From::anywhere), (Address{"::1", 12000}));
    EXPECT_EQ(others.target(From::this_host), (Address{"127.0.0.1", 12000}));
}

// Where there is no network of our own, another loopback address has to do for another host.
TEST_F(ListeningSocketsTest, AnotherHostDoesNotReachWhatIsBoundToLoopback) {
    listens({"127.0.0.1", 12000});
    const Address target = sockets_.target(From::another_host);
    EXPECT_NE(target.host, "127.0.0.1");
    EXPECT_EQ(target.port, 12000);
    EXPECT_NE(sockets_.origin(target, From::another_host), sockets_.origin(target, From::anywhere));
}

TEST_F(ListeningSocketsTest, OnlyASocketAtNoAddressMayAnswerFromAnotherOne) {
    listens({"127.0.0.1", 12000});
    const Address asked{"127.0.0.1", 12000};
    EXPECT_TRUE(sockets_.may_answer(asked, asked));
    EXPECT_FALSE(sockets_.may_answer(asked, {"127.0.0.2", 12000}));
    ListeningSockets everywhere(plan_, Level::shared);
    everywhere.add({{"0.0.0.0", 12000}, false, false}, true);
    EXPECT_TRUE(everywhere.may_answer(asked, {"127.0.0.2", 12000}));
    EXPECT_FALSE(everywhere.may_answer(asked, {"127.0.0.2", 12001}));
}

}  // namespace
}  // namespace sockgrade::run
