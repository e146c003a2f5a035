#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "transcript_builder.hh"

namespace sockgrade::checks {
namespace {

using What = model::Expect::What;
using Order = model::Expect::Order;

using Happenings = std::vector<model::event::What>;

Case udp_server(const Happenings& sends, const Happenings& replies, WaitEnd how = WaitEnd::satisfied,
                const model::Expect& each = expect(What::each)) {
    Case one(Role::server, Transport::udp);
    one.happens(call(Call::bind, Transport::udp, {"0.0.0.0", 12000}));
    return one.step("client", send(""), sends).step("client", each, replies, how);
}

const Happenings kTwo = {sent("one"), sent("two")};

TEST(AnswersEach, EveryMessageOnce) {
    expect_passed(udp_server(kTwo, {received("ONE"), received("TWO\n")}));
    // The first reply was there before the second message left.
    expect_passed(udp_server({sent("one"), received("ONE"), sent("two")}, {received("TWO")}));
}

TEST(AnswersEach, OneIsMissing) {
    expect_failed(udp_server(kTwo, {received("ONE")}, WaitEnd::quiet), Cause::missing,
                  "No right answer to \"two\"");
    expect_failed(udp_server(kTwo, {}, WaitEnd::quiet), Cause::no_reply);
    expect_failed(udp_server(kTwo, {received("ONE"), received("two")}, WaitEnd::quiet), Cause::missing);
}

TEST(AnswersEach, InAnotherOrder) {
    expect_failed(udp_server(kTwo, {received("TWO"), received("ONE")}), Cause::wrong_order);
    model::Expect any = expect(What::each);
    any.order = Order::any;
    expect_passed(udp_server(kTwo, {received("TWO"), received("ONE")}, WaitEnd::satisfied, any));
}

TEST(AnswersEach, TooOften) {
    expect_failed(udp_server(kTwo, {received("ONE"), received("ONE"), received("TWO")}), Cause::extra,
                  "2 times");
    model::Expect often = expect(What::each);
    often.copies = 2;
    expect_passed(
        udp_server(kTwo, {received("ONE"), received("ONE"), received("TWO")}, WaitEnd::satisfied, often));
    often.copies = 0;
    expect_passed(udp_server(kTwo, {received("ONE"), received("ONE"), received("ONE"), received("TWO")},
                             WaitEnd::satisfied, often));
}

TEST(AnswersEach, AnAnswerToNothing) {
    expect_failed(udp_server(kTwo, {received("ONE"), received("TWO"), received("THREE")}), Cause::extra,
                  "\"THREE\"");
}

// What the link changed is answered as it arrived.
TEST(AnswersEach, WhatWasChangedIsAskedAsItArrived) {
    const auto corrupted = FaultApplied{"corrupt", model::Direction::to_program, 2, 1, "two", false, "twx"};
    expect_passed(udp_server({sent("one"), sent("two"), corrupted}, {received("ONE"), received("TWX")}));
    expect_failed(udp_server({sent("one"), sent("two"), corrupted}, {received("ONE"), received("TWO")}),
                  Cause::missing);
}

TEST(AnswersEach, WhatWasLostIsNotAsked) {
    expect_passed(udp_server(
        {sent("one"), sent("two"), FaultApplied{"drop", model::Direction::to_program, 2, 1, "two", true}},
        {received("ONE")}));
}

}  // namespace
}  // namespace sockgrade::checks
