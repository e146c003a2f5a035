#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "transcript_builder.hh"

namespace sockgrade::checks {
namespace {

using testing::Contains;
using testing::HasSubstr;

model::Message line(const std::string& bytes, const std::string& content) {
    model::Message message = text(bytes);
    message.as = "{i} {line}";
    message.content = content;
    return message;
}

model::Expect three_lines() {
    model::Expect expect;
    expect.what = model::Expect::What::all;
    expect.copies = 0;
    expect.messages = {line("0 apple", "apple"), line("1 river", "river"), line("2 stone", "stone")};
    return expect;
}

// A sender whose datagrams come in the step, and after it, while its end is awaited or not.
Case sends_lines(const std::vector<std::string>& in_time, const std::vector<std::string>& later = {},
                 bool end_is_awaited = true, WaitEnd how = WaitEnd::satisfied) {
    Case one(Role::sender, Transport::udp);
    std::vector<model::event::What> happenings{call(Call::sendto, Transport::udp, kGiven),
                                               opened("receiver")};
    for (const std::string& bytes : in_time) happenings.emplace_back(received(bytes, "receiver"));
    one.step("receiver", three_lines(), happenings, how);
    for (const std::string& bytes : later) one.happens(received(bytes, "receiver"));
    if (end_is_awaited) one.step(model::kProgram, model::Exits{}, {exited(0)});
    return one;
}

TEST(SendsAllLines, EachForTheFirstTimeInItsOrder) {
    expect_passed(sends_lines({"0 apple", "1 river", "2 stone"}));
    expect_passed(sends_lines({"0 apple\n", "0 apple\n", "1 river\n", "0 apple\n", "2 stone\n"}));
    expect_failed(sends_lines({"0 apple", "2 stone", "1 river"}), Cause::wrong_order, "1 river");
}

TEST(SendsAllLines, OneIsMissing) {
    expect_failed(sends_lines({"0 apple", "1 river"}, {}, false, WaitEnd::quiet), Cause::missing, "2 stone");
    // What comes when the wait was over is too late.
    expect_failed(sends_lines({"0 apple", "1 river"}, {"2 stone"}, true, WaitEnd::quiet), Cause::missing,
                  "2 stone");
}

TEST(SendsAllLines, AnEmptyLineBehindTheLastIsForgiven) {
    for (const char* empty : {"3 ", "3", "3 \n"}) {
        EXPECT_THAT(notes_of(sends_lines({"0 apple", "1 river", "2 stone", empty, empty}).judged()),
                    Contains(HasSubstr("forgiven")))
            << empty;
        expect_passed(sends_lines({"0 apple", "1 river", "2 stone", empty}));
        expect_passed(sends_lines({"0 apple", "1 river", "2 stone"}, {empty}));
    }
    expect_failed(sends_lines({"0 apple", "1 river", "2 stone", "4 "}), Cause::extra);
    expect_failed(sends_lines({"0 apple", "1 river", "2 stone", "3 more"}), Cause::extra);
    expect_failed(sends_lines({"0 apple", "1 river", "3 ", "2 stone"}), Cause::wrong_content);
}

// Where the program's end is awaited, all that it sends is seen; elsewhere who is faster would decide.
TEST(SendsAllLines, WhatFollowsTheLastCountsWhereTheEndIsAwaited) {
    expect_failed(sends_lines({"0 apple", "1 river", "2 stone", "END"}), Cause::extra, "END");
    expect_failed(sends_lines({"0 apple", "1 river", "2 stone"}, {"END"}), Cause::extra, "END");
    expect_passed(sends_lines({"0 apple", "1 river", "2 stone", "END"}, {}, false));
    expect_passed(sends_lines({"0 apple", "1 river", "2 stone"}, {"END"}, false));
    expect_passed(sends_lines({"0 apple", "1 river", "2 stone"}, {"2 stone", "1 river"}));
}

}  // namespace
}  // namespace sockgrade::checks
