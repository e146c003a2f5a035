#include "timing/wait_book.hh"

#include <gtest/gtest.h>
#include <linux/futex.h>
#include <sys/syscall.h>

#include <chrono>

namespace sockgrade::timing {
namespace {

using namespace std::chrono_literals;
using observe::BlockedCall;
using observe::Look;
using observe::ThreadLook;
using Moment = WaitBook::Moment;

ThreadLook waiting(pid_t thread, long number, std::optional<std::chrono::nanoseconds> length,
                   std::uint64_t run_time = 0) {
    ThreadLook seen;
    seen.process = 1;
    seen.thread = thread;
    seen.call.wait = BlockedCall::Wait::timed;
    seen.call.number = number;
    seen.call.length = length;
    seen.raw = "S" + std::to_string(number);
    seen.run_time = run_time;
    return seen;
}

Look look_of(std::vector<ThreadLook> threads) {
    Look look;
    look.threads = std::move(threads);
    return look;
}

constexpr Moment kStart{1000s};

TEST(WaitBook, AWaitCountsFromTheLookThatFirstSawIt) {
    WaitBook book;
    book.update(look_of({waiting(1, SYS_nanosleep, 10s)}), kStart);
    book.update(look_of({waiting(1, SYS_nanosleep, 10s)}), kStart + 3s);
    EXPECT_EQ(book.next(), kStart + 10s);
    // It has run since: another wait.
    book.update(look_of({waiting(1, SYS_nanosleep, 10s, 5)}), kStart + 4s);
    EXPECT_EQ(book.next(), kStart + 14s);
    book.update(look_of({}), kStart + 5s);
    EXPECT_EQ(book.next(), std::nullopt);
}

TEST(WaitBook, TheEarliestEndComesFirst) {
    WaitBook book;
    book.update(
        look_of({waiting(1, SYS_nanosleep, 10s), waiting(2, SYS_ppoll, 4s), waiting(3, SYS_ppoll, 7s)}),
        kStart);
    EXPECT_EQ(book.next(), kStart + 4s);
    EXPECT_TRUE(book.due(kStart + 3s).empty());
    const auto due = book.due(kStart + 7s);
    ASSERT_EQ(due.size(), 2U);
    EXPECT_EQ(due[0].thread, 2);
    EXPECT_EQ(due[1].thread, 3);
}

TEST(WaitBook, AMomentIsAMomentWheneverItIsSeen) {
    ThreadLook seen = waiting(1, SYS_futex, std::nullopt);
    seen.call.arguments[1] = FUTEX_WAIT_BITSET;
    seen.call.moment = kStart + 9s;
    WaitBook book;
    book.update(look_of({seen}), kStart + 5s);
    EXPECT_EQ(book.next(), kStart + 9s);
    EXPECT_FALSE(book.has_unknown());
}

TEST(WaitBook, WhatIsNotKnownIsSaid) {
    WaitBook book;
    book.update(look_of({waiting(1, SYS_nanosleep, std::nullopt)}), kStart);
    EXPECT_TRUE(book.has_unknown());
    // Its result would have to tell how much has gone out.
    book.update(look_of({waiting(1, SYS_sendto, 1s)}), kStart);
    EXPECT_TRUE(book.has_unknown());
    ThreadLook forever;
    forever.call.wait = BlockedCall::Wait::forever;
    book.update(look_of({forever}), kStart);
    EXPECT_FALSE(book.has_unknown());
}

}  // namespace
}  // namespace sockgrade::timing
