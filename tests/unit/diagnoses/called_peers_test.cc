// Diagnoses of servers that call other servers.
#include "failed_case.hh"

namespace sockgrade::diagnoses {
namespace {

// A client has sent a request, and the peer `origin` at port 34567 waits for a call.
FailedCase proxy() {
    FailedCase one(Role::server, kTcp, Cause::never_connected);
    one.transcript.plan.called = {{"origin", {"127.0.0.1", 34567}}, {"spare", {"127.0.0.1", 34568}}};
    one.opened("browser", 50000).sent("browser", "GET / HTTP/1.0\r\n\r\n");
    return one;
}

FailedCase& waits_in_vain(FailedCase& one) {
    one.step("origin", model::Accept{}, WaitEnd::quiet);
    one.findings[0].step = one.transcript.plan.steps.size() - 1;
    return one;
}

TEST(NeverCallsTheServer, SaysWhereItIs) {
    FailedCase one = proxy();
    EXPECT_THAT(said(never_calls_the_server, waits_in_vain(one)),
                HasSubstr("never called the peer 'origin', which is at 127.0.0.1:34567"));
    EXPECT_EQ(said(calls_another_server, one), "");
}

TEST(NeverCallsTheServer, IsNotSaidOfWhoEndedOrCalled) {
    FailedCase ended = proxy();
    ended.exited(1);
    EXPECT_EQ(said(never_calls_the_server, waits_in_vain(ended)), "");
    FailedCase called = proxy();
    called.call(Call::connect, {"127.0.0.1", 34567});
    EXPECT_EQ(said(never_calls_the_server, waits_in_vain(called)), "");
}

TEST(CallsAnotherServer, NamesBothAddresses) {
    FailedCase one = proxy();
    one.call(Call::connect, {"127.0.0.1", 80});
    EXPECT_THAT(
        said(calls_another_server, waits_in_vain(one)),
        HasSubstr("called 127.0.0.1:80, where nobody waits for it; the peer 'origin' is at 127.0.0.1:34567"));
    EXPECT_EQ(said(never_calls_the_server, one), "");
}

// Which one comes next is a matter of the exercise.
TEST(CallsAnotherServer, IsNotSaidOfWhoCallsOneOfThePeers) {
    FailedCase one = proxy();
    one.call(Call::connect, {"127.0.0.1", 34568});
    EXPECT_EQ(said(calls_another_server, waits_in_vain(one)), "");
}

TEST(CallsAnotherServer, IsAboutServersThatCall) {
    FailedCase one(Role::server, kTcp, Cause::never_connected);
    one.call(Call::connect, {"127.0.0.1", 80});
    EXPECT_EQ(said(calls_another_server, waits_in_vain(one)), "");
    EXPECT_EQ(said(never_calls_the_server, one), "");
}

// Two calls of one server after another are no call of a client.
TEST(DialsTheClient, IsNotSaidOfCallsToServers) {
    FailedCase one = proxy();
    one.call(Call::connect, {"127.0.0.1", 34567});
    one.add(event::Opened{"origin", {"127.0.0.1", 34567}, {"127.0.0.1", 40000}});
    one.call(Call::connect, {"127.0.0.1", 34567});
    EXPECT_EQ(said(dials_the_client, waits_in_vain(one)), "");
}

}  // namespace
}  // namespace sockgrade::diagnoses
