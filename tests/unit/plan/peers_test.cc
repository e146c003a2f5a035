// Where the peers are that a server calls.
#include <gtest/gtest.h>

#include "plan/plan.hh"
#include "tests/unit/plan/spec_of.hh"

namespace sockgrade::plan {
namespace {

model::Plan plan_of_proxy(std::uint64_t seed) {
    model::Spec spec = spec_of({case_of("c", {text("{first.host}:{first.port} {second.port}\n")})});
    spec.program.arguments = {"{port}", "{first.port}"};
    spec.program.calls = {"first", "second"};
    PlanOptions options;
    options.seed = seed;
    return plan_cases(spec, options).front();
}

TEST(CalledPeers, HavePortsOfTheirOwn) {
    for (std::uint64_t seed = 1; seed <= 200; ++seed) {
        const model::Plan plan = plan_of_proxy(seed);
        ASSERT_EQ(plan.called.size(), 2U);
        const std::uint16_t given = plan.given.address.port;
        const std::uint16_t first = plan.called[0].address.port;
        const std::uint16_t second = plan.called[1].address.port;
        EXPECT_NE(first, second);
        for (const std::uint16_t port : {first, second}) {
            EXPECT_NE(port, given);
            EXPECT_NE(model::swap_bytes(port), given);
        }
    }
}

TEST(CalledPeers, AreWhereArgumentsAndMessagesSay) {
    const model::Plan plan = plan_of_proxy(7);
    EXPECT_EQ(plan.called, plan_of_proxy(7).called);
    const std::string first = std::to_string(plan.called[0].address.port);
    const std::string second = std::to_string(plan.called[1].address.port);
    EXPECT_EQ(plan.given.arguments,
              (std::vector<std::string>{std::to_string(plan.given.address.port), first}));
    EXPECT_EQ(sent(plan), std::vector<std::string>{"127.0.0.1:" + first + " " + second + "\n"});
    EXPECT_TRUE(is_called(plan, "second"));
    EXPECT_FALSE(is_called(plan, "client"));
    EXPECT_EQ(called_peer(plan, "client"), nullptr);
}

}  // namespace
}  // namespace sockgrade::plan
