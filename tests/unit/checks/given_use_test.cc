#include "checks/given_use.hh"

#include "transcript_builder.hh"

namespace sockgrade::checks {
namespace {

constexpr std::uint16_t kSwapped = 57390;  // 12000

Case told_client(std::vector<std::string> arguments = {"127.0.0.1", "12000"}) {
    Case one(Role::client, Transport::tcp);
    one.plan().given.message = "hello there\n";
    one.plan().given.arguments = std::move(arguments);
    return one;
}

SocketCall calls(Call what, Address address) { return {what, Transport::tcp, std::move(address), 0, false}; }

TEST(GivenUse, OfAClientIsAddressAndText) {
    const GivenUse use = use_of_given(told_client()
                                          .happens(calls(Call::connect, kGiven))
                                          .happens(Received{"server", "hello", {}})
                                          .happens(Received{"server", " there", {}})
                                          .transcript());
    EXPECT_TRUE(use.all());
    EXPECT_FALSE(use.mistaken);
}

TEST(GivenUse, MissesTheText) {
    const GivenUse use = use_of_given(told_client().happens(calls(Call::connect, kGiven)).transcript());
    EXPECT_FALSE(use.all());
    EXPECT_FALSE(use.message);
    EXPECT_FALSE(use.mistaken);
    EXPECT_TRUE(use.anything_called);
    EXPECT_EQ(use.count(), 2U);
}

TEST(GivenUse, SeesWhatWasTakenForSomethingElse) {
    EXPECT_TRUE(
        use_of_given(told_client().happens(calls(Call::connect, {"127.0.0.1", 127})).transcript()).mistaken);
    EXPECT_TRUE(use_of_given(told_client().happens(calls(Call::connect, {"0.0.46.224", 12000})).transcript())
                    .mistaken);
    EXPECT_TRUE(
        use_of_given(told_client().happens(Received{"server", "127.0.0.1\n", {}}).transcript()).mistaken);
    EXPECT_FALSE(
        use_of_given(told_client().happens(calls(Call::connect, {"10.0.0.7", 5000})).transcript()).mistaken);
    EXPECT_FALSE(
        use_of_given(told_client().happens(calls(Call::connect, {"0.0.0.0", 12000})).transcript()).mistaken);
}

TEST(GivenUse, OfAServerIsThePort) {
    const auto server = [](const Address& where) {
        Case one(Role::server, Transport::tcp);
        one.plan().given.arguments = {"12000"};
        return use_of_given(one.happens(calls(Call::bind, where)).transcript());
    };
    EXPECT_TRUE(server({"0.0.0.0", 12000}).all());
    // It is used, though wrongly: another form would not help.
    EXPECT_TRUE(server({"0.0.0.0", kSwapped}).all());
    EXPECT_FALSE(server({"0.0.0.0", 8080}).port);
    EXPECT_FALSE(server({"0.0.0.0", 8080}).mistaken);
    EXPECT_TRUE(server({"0.0.46.224", 0}).mistaken);
}

TEST(GivenUse, OfAScannerIsTheRange) {
    Case one(Role::client, Transport::tcp);
    one.plan().given.ports = {20000, 20001, {20000, 20001}, {}};
    one.happens(calls(Call::connect, {"127.0.0.1", 20000}));
    EXPECT_FALSE(use_of_given(one.transcript()).port);
    one.happens(calls(Call::connect, {"127.0.0.1", 20001}));
    EXPECT_TRUE(use_of_given(one.transcript()).all());
}

TEST(GivenUse, OfOneThatTalksToNobodyIsComplete) {
    EXPECT_TRUE(use_of_given(Case(Role::tool, Transport::tcp).transcript()).all());
}

}  // namespace
}  // namespace sockgrade::checks
