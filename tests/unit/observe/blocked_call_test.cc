#include "observe/blocked_call.hh"

#include "observe/waited_on.hh"
#include "telling/wait.hh"

#include <gtest/gtest.h>
#include <linux/futex.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <time.h>

#include <cstring>
#include <limits>
#include <map>
#include <string>

namespace sockgrade::observe {
namespace {

#ifndef __x86_64__
#error "the lines below have the numbers of x86-64"
#endif

using std::chrono::hours;
using std::chrono::milliseconds;
using std::chrono::nanoseconds;
using std::chrono::seconds;
using Wait = BlockedCall::Wait;

constexpr std::uint64_t kAt = 0x7ffd1000;

// Memory of a program that has one thing in it, at kAt.
template <typename T>
ReadMemory memory_with(const T& thing) {
    return [thing](std::uint64_t address, void* to, std::size_t size) {
        if (address != kAt || size != sizeof(thing)) return false;
        std::memcpy(to, &thing, sizeof(thing));
        return true;
    };
}

bool no_memory(std::uint64_t, void*, std::size_t) { return false; }

BlockedCall parse(const std::string& line, const ReadMemory& read = no_memory, nanoseconds age = seconds(1)) {
    return parse_blocked_call(line, read, age);
}

std::string words_of(const BlockedCall& call) { return telling::in_words(wait_of(call, {})); }

TEST(BlockedCall, Recvfrom) {
    const BlockedCall call = parse("45 0x4 0x7ffd2000 0x400 0x0 0x0 0x0 0x7ffd1f00 0x7f0000001000");
    EXPECT_EQ(call.wait, Wait::forever);
    EXPECT_EQ(call.call, model::Wait::Call::recvfrom);
    EXPECT_EQ(call.descriptor, 4);
    EXPECT_TRUE(call.on_socket);
    EXPECT_EQ(words_of(call), "recvfrom() on descriptor 4");
}

TEST(BlockedCall, Accept) {
    for (const char* line : {"43 0x3 0x0 0x0 0x0 0x0 0x0 0x7ffd1f00 0x7f01",
                             "288 0x3 0x0 0x0 0x80000 0x0 0x0 0x7ffd1f00 0x7f01"}) {
        const BlockedCall call = parse(line);
        EXPECT_EQ(call.wait, Wait::forever);
        EXPECT_EQ(words_of(call), "accept() on the listening socket");
    }
}

TEST(BlockedCall, ReadOfStandardInputIsNoSocket) {
    const BlockedCall call = parse("0 0x0 0x55550000 0x400 0x0 0x0 0x0 0x7ffd1f00 0x7f01");
    EXPECT_EQ(call.wait, Wait::forever);
    EXPECT_FALSE(call.on_socket);
    EXPECT_EQ(words_of(call), "read() on its standard input");
}

TEST(BlockedCall, PollWithALimitAndWithout) {
    EXPECT_EQ(parse("7 0x7ffd1000 0x1 0xffffffff 0x0 0x0 0x0 0x7ffd 0x7f").wait, Wait::forever);
    EXPECT_EQ(parse("7 0x7ffd1000 0x1 0xffffffffffffffff 0x0 0x0 0x0 0x7ffd 0x7f").wait, Wait::forever);
    const BlockedCall timed = parse("7 0x7ffd1000 0x1 0x1388 0x0 0x0 0x0 0x7ffd 0x7f", no_memory, seconds(1));
    EXPECT_EQ(timed.wait, Wait::timed);
    EXPECT_EQ(timed.at_least, seconds(4));  // 5 s, of which 1 s at most is over
    EXPECT_EQ(words_of(timed), "poll()");
}

TEST(BlockedCall, ALimitThatMayBeOverIsZero) {
    const BlockedCall timed = parse("7 0x7ffd1000 0x1 0x64 0x0 0x0 0x0 0x7ffd 0x7f", no_memory, seconds(1));
    EXPECT_EQ(timed.wait, Wait::timed);
    EXPECT_EQ(timed.at_least, nanoseconds(0));
}

TEST(BlockedCall, Epoll) {
    EXPECT_EQ(parse("232 0x4 0x7ffd2000 0x40 0xffffffff 0x0 0x0 0x7ffd 0x7f").wait, Wait::forever);
    EXPECT_EQ(parse("281 0x4 0x7ffd2000 0x40 0x1f4 0x0 0x8 0x7ffd 0x7f").wait, Wait::timed);
    EXPECT_EQ(parse("441 0x4 0x7ffd2000 0x40 0x0 0x0 0x8 0x7ffd 0x7f").wait, Wait::forever);
}

TEST(BlockedCall, Select) {
    EXPECT_EQ(parse("23 0x5 0x7ffd2000 0x0 0x0 0x0 0x0 0x7ffd 0x7f").wait, Wait::forever);
    const BlockedCall timed = parse("23 0x5 0x7ffd2000 0x0 0x0 0x7ffd1000 0x0 0x7ffd 0x7f",
                                    memory_with(timeval{2, 500'000}), seconds(1));
    EXPECT_EQ(timed.wait, Wait::timed);
    EXPECT_EQ(timed.at_least, milliseconds(1500));
    const BlockedCall precise = parse("270 0x5 0x7ffd2000 0x0 0x0 0x7ffd1000 0x0 0x7ffd 0x7f",
                                      memory_with(timespec{3, 0}), seconds(1));
    EXPECT_EQ(precise.wait, Wait::timed);
    EXPECT_EQ(precise.at_least, seconds(2));
    // A limit that can't be read may be any.
    const BlockedCall unknown = parse("23 0x5 0x7ffd2000 0x0 0x0 0x7ffd1000 0x0 0x7ffd 0x7f");
    EXPECT_EQ(unknown.wait, Wait::timed);
    EXPECT_EQ(unknown.at_least, nanoseconds(0));
}

TEST(BlockedCall, Sleep) {
    const BlockedCall call =
        parse("35 0x7ffd1000 0x0 0x0 0x0 0x0 0x0 0x7ffd 0x7f", memory_with(timespec{3, 0}));
    EXPECT_EQ(call.wait, Wait::timed);
    EXPECT_EQ(call.at_least, seconds(2));
    EXPECT_EQ(words_of(call), "sleep()");
    const BlockedCall clock =
        parse("230 0x1 0x0 0x7ffd1000 0x0 0x0 0x0 0x7ffd 0x7f", memory_with(timespec{3, 0}));
    EXPECT_EQ(clock.at_least, seconds(2));
}

timespec in_an_hour() {
    timespec moment{};
    ::clock_gettime(CLOCK_MONOTONIC, &moment);
    moment.tv_sec += 3600;
    return moment;
}

TEST(BlockedCall, ATimeOfDayIsNoLength) {
    const BlockedCall sleep =
        parse("230 0x1 0x1 0x7ffd1000 0x0 0x0 0x0 0x7ffd 0x7f", memory_with(in_an_hour()), hours(10));
    EXPECT_EQ(sleep.wait, Wait::timed);
    EXPECT_GT(sleep.at_least, seconds(3500));
    EXPECT_LE(sleep.at_least, hours(1));
    const BlockedCall past =
        parse("230 0x1 0x1 0x7ffd1000 0x0 0x0 0x0 0x7ffd 0x7f", memory_with(timespec{0, 1}), seconds(0));
    EXPECT_EQ(past.at_least, nanoseconds(0));
}

TEST(BlockedCall, Futex) {
    // FUTEX_WAIT | FUTEX_PRIVATE_FLAG: a length. FUTEX_WAIT_BITSET: a moment.
    EXPECT_EQ(parse("202 0x7f00 0x80 0x0 0x0 0x0 0x0 0x7ffd 0x7f").wait, Wait::forever);
    EXPECT_EQ(parse("202 0x7f00 0x189 0x0 0x0 0x0 0xffffffff 0x7ffd 0x7f").wait, Wait::forever);
    const BlockedCall length =
        parse("202 0x7f00 0x80 0x0 0x7ffd1000 0x0 0x0 0x7ffd 0x7f", memory_with(timespec{5, 0}));
    EXPECT_EQ(length.wait, Wait::timed);
    EXPECT_EQ(length.at_least, seconds(4));
    const BlockedCall moment = parse("202 0x7f00 0x89 0x0 0x7ffd1000 0x0 0xffffffff 0x7ffd 0x7f",
                                     memory_with(in_an_hour()), hours(10));
    EXPECT_EQ(moment.wait, Wait::timed);
    EXPECT_GT(moment.at_least, seconds(3500));
}

// `sleep infinity`, wait(TIMEOUT_MAX): longer than nanoseconds can count, and never over.
TEST(BlockedCall, WhenItEnds) {
    const BlockedCall poll = parse("7 0x7ffd1000 0x1 0x1388 0x0 0x0 0x0 0x7ffd1f00 0x7f0000001000");
    EXPECT_EQ(poll.length, seconds(5));
    EXPECT_EQ(poll.number, SYS_poll);
    EXPECT_FALSE(poll.moment.has_value());

    timespec now{};
    ::clock_gettime(CLOCK_MONOTONIC, &now);
    const timespec moment{now.tv_sec + 100, now.tv_nsec};
    const std::string line = "230 0x1 0x1 0x7ffd1000 0x0 0x0 0x0 0x7ffd1f00 0x7f0000001000";
    const BlockedCall sleep = parse_blocked_call(line, memory_with(moment), seconds(1), seconds(60));
    ASSERT_TRUE(sleep.moment.has_value());
    EXPECT_FALSE(sleep.length.has_value());
    // By the program's clock, which is a minute ahead, it has come as far.
    EXPECT_NEAR(std::chrono::duration<double>(*sleep.moment - system::Clock::now()).count(), 100, 5);
    EXPECT_NEAR(std::chrono::duration<double>(sleep.at_least).count(), 40, 5);
}

TEST(BlockedCall, LimitsBeyondAllMeasure) {
    constexpr auto kMost = std::numeric_limits<time_t>::max();
    const BlockedCall sleep = parse("35 0x7ffd1000 0x0 0x0 0x0 0x0 0x0 0x7ffd 0x7f",
                                    memory_with(timespec{kMost, 999'999'999}), hours(1));
    EXPECT_EQ(sleep.wait, Wait::timed);
    EXPECT_GT(sleep.at_least, hours(24));
    const BlockedCall until =
        parse("230 0x1 0x1 0x7ffd1000 0x0 0x0 0x0 0x7ffd 0x7f", memory_with(timespec{kMost, 999'999'999}));
    EXPECT_GT(until.at_least, hours(24));
    const BlockedCall select =
        parse("23 0x5 0x7ffd2000 0x0 0x0 0x7ffd1000 0x0 0x7ffd 0x7f", memory_with(timeval{kMost, 999'999}));
    EXPECT_GT(select.at_least, hours(24));
    const BlockedCall negative =
        parse("35 0x7ffd1000 0x0 0x0 0x0 0x0 0x0 0x7ffd 0x7f", memory_with(timespec{-kMost, -kMost}));
    EXPECT_EQ(negative.at_least, nanoseconds(0));
    const BlockedCall long_ago =
        parse("230 0x1 0x1 0x7ffd1000 0x0 0x0 0x0 0x7ffd 0x7f", memory_with(timespec{-kMost - 1, 0}));
    EXPECT_EQ(long_ago.at_least, nanoseconds(0));
}

TEST(BlockedCall, ARestartedSleepLastsForAnUnknownTime) {
    const BlockedCall call = parse("219 0x0 0x0 0x0 0x0 0x0 0x0 0x7ffd 0x7f");
    EXPECT_EQ(call.wait, Wait::timed);
    EXPECT_EQ(call.at_least, nanoseconds(0));
}

TEST(BlockedCall, WaitingForChildrenAndSignals) {
    EXPECT_EQ(parse("61 0xffffffff 0x7ffd 0x0 0x0 0x0 0x0 0x7ffd 0x7f").wait, Wait::forever);
    EXPECT_EQ(parse("34 0x0 0x0 0x0 0x0 0x0 0x0 0x7ffd 0x7f").wait, Wait::forever);
    EXPECT_EQ(parse("130 0x7ffd 0x8 0x0 0x0 0x0 0x0 0x7ffd 0x7f").wait, Wait::forever);
}

TEST(BlockedCall, Running) {
    EXPECT_EQ(parse("running").wait, Wait::running);
    EXPECT_EQ(words_of(parse("running")), "its own code");
    // openat() and whatever else is not known goes on by itself.
    EXPECT_EQ(parse("257 0xffffff9c 0x7f00 0x80000 0x0 0x0 0x0 0x7ffd 0x7f").wait, Wait::running);
}

TEST(BlockedCall, AsleepOutsideOfACallGoesOnByItself) {
    EXPECT_EQ(parse("-1 0x7ffd2000 0x7f0000001000").wait, Wait::running);
    EXPECT_EQ(parse("").wait, Wait::over);
}

TEST(BlockedCall, WhatCantBeReadIsRunning) {
    for (const char* line :
         {"refused", "45", "45 0x4", "45 4 5 6 7 8 9 10 11", "nonsense 0x1 0x2 0x3 0x4 0x5 0x6"})
        EXPECT_EQ(parse(line).wait, Wait::running) << line;
}

}  // namespace
}  // namespace sockgrade::observe
