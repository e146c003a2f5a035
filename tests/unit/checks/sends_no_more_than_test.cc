#include <gtest/gtest.h>

#include <cstddef>
#include <vector>

#include "transcript_builder.hh"

namespace sockgrade::checks {
namespace {

using Happenings = std::vector<model::event::What>;

Case two_seconds(const Happenings& happenings) {
    Case one(Role::client, Transport::udp);
    model::IsRunning running{std::chrono::seconds(2)};
    running.sends_at_most = 3;
    return one.happens(call(Call::sendto, Transport::udp, kGiven))
        .step(model::kProgram, running, happenings, WaitEnd::satisfied);
}

Happenings messages(std::size_t count) { return Happenings(count, received("more", "server")); }

TEST(SendsNoMoreThan, WhatArrives) {
    expect_passed(two_seconds(messages(3)));
    expect_failed(two_seconds(messages(4)), Cause::extra, "4 datagrams in 2 seconds");
}

// Nobody takes them: the system tells how many it refused.
TEST(SendsNoMoreThan, WhatFindsNobody) {
    using Played = model::event::FaultPlayed;
    const auto refused = [](std::size_t count) {
        return Happenings{Played{"server", Played::What::refused, count}};
    };
    expect_passed(two_seconds(refused(3)));
    expect_failed(two_seconds(refused(4)), Cause::extra, "4 datagrams");
}

}  // namespace
}  // namespace sockgrade::checks
