#include <set>

#include "failed_case.hh"

namespace sockgrade::diagnoses {
namespace {

TEST(Catalog, EachDiagnosisHasANameOfItsOwn) {
    std::set<std::string_view> names;
    for (const DiagnosisKind& kind : catalog()) EXPECT_TRUE(names.insert(kind.name).second) << kind.name;
}

// The first client has left, and the loop that goes round serves nobody else: the one says more than the
// other.
TEST(Catalog, WhoHasLessToSayIsSilentWhereAnotherOneSpeaks) {
    FailedCase one(Role::server, Transport::tcp, Cause::hung);
    one.opened("first", 40000).add(event::Closed{"first"}).opened("second", 40001).sent("second", "hello");
    one.step(model::kProgram, model::Exits{}, WaitEnd::backstop, Waits{{WaitCall::none}});
    const CaseView view({one.transcript, one.findings, one.cause});
    EXPECT_TRUE(stays_with_the_first_client(view).has_value());
    EXPECT_TRUE(spins(view).has_value());
    for (const DiagnosisKind& kind : catalog())
        EXPECT_FALSE(kind.name == "spins" && look_at(view, kind).has_value());
}

TEST(Catalog, NothingIsSaidOfACaseWithoutEvents) {
    const FailedCase empty(Role::server, Transport::tcp, Cause::missing);
    EXPECT_TRUE(diagnose({empty.transcript, {}, Cause::missing}).empty());
    EXPECT_TRUE(diagnose({empty.transcript, empty.findings, Cause::missing}).empty());
}

TEST(Diagnose, GivesEachItsName) {
    const FailedCase one = replied("hello", "hello", Cause::wrong_case);
    const auto found = diagnose({one.transcript, one.findings, one.cause});
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].id, "sends_back_unchanged");
    EXPECT_EQ(found[0].evidence, (std::vector<std::size_t>{2, 3}));
}

TEST(Diagnose, ALastResortIsLeftOutWhereSomethingExplainsIt) {
    FailedCase one(Role::receiver, Transport::udp, Cause::never_listened);
    one.step("sender", model::Send{}, WaitEnd::quiet, Waits{{WaitCall::recvfrom, 3}});
    const auto found = diagnose({one.transcript, one.findings, one.cause});
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].id, "bind_not_called");

    FailedCase other(Role::receiver, Transport::udp, Cause::never_listened);
    other.step("sender", model::Send{}, WaitEnd::quiet, Waits{{WaitCall::read, 0}});
    const auto last = diagnose({other.transcript, other.findings, other.cause});
    ASSERT_EQ(last.size(), 1U);
    EXPECT_EQ(last[0].id, "blocked_in");
}

// A scanner that never counts on prints the same port tens of thousands of times before it is stopped. What
// looks at all events for each event would take minutes here.
TEST(Diagnose, ManyEventsAreReadInATimeThatGrowsWithThem) {
    FailedCase one(Role::client, Transport::tcp, Cause::missing);
    for (int i = 0; i < 20'000; ++i) one.prints("20756\n").proof().errors("again\n").proof();
    model::Prints prints;
    prints.what = model::Prints::What::ports;
    one.step(model::kProgram, prints, WaitEnd::backstop);
    EXPECT_LE(diagnose({one.transcript, one.findings, one.cause}).size(), 3U);
}

}  // namespace
}  // namespace sockgrade::diagnoses
