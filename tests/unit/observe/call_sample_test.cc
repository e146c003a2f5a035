#include "observe/call_sample.hh"

#include <gtest/gtest.h>
#include <poll.h>
#include <sched.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <sys/syscall.h>

#include <cerrno>
#include <chrono>
#include <fstream>
#include <string>

#include "child.hh"
#include "system/event_loop.hh"

namespace sockgrade::observe {
namespace {

using Came = CallSample::Came;

TEST(CallSample, AnEndOfAConnectionIsNothing) {
    EXPECT_EQ(CallSample::what_came(SYS_recvfrom, {4}, 0), Came::to_nothing);
    EXPECT_EQ(CallSample::what_came(SYS_recvfrom, {4}, -EAGAIN), Came::to_nothing);
    EXPECT_EQ(CallSample::what_came(SYS_recvfrom, {4}, 12), Came::to_something);
    EXPECT_EQ(CallSample::what_came(SYS_accept4, {3}, -EMFILE), Came::to_nothing);
    EXPECT_EQ(CallSample::what_came(SYS_accept4, {3}, 0), Came::to_something);
    EXPECT_EQ(CallSample::what_came(SYS_connect, {3}, -ECONNREFUSED), Came::to_nothing);
    EXPECT_EQ(CallSample::what_came(SYS_connect, {3}, 0), Came::to_something);
}

TEST(CallSample, ReadinessIsNoResultYet) {
    EXPECT_EQ(CallSample::what_came(SYS_pselect6, {4}, 1), Came::to_nothing);
}

TEST(CallSample, WhatItSaysMeanwhileDoesNotCount) {
    EXPECT_EQ(CallSample::what_came(SYS_write, {1}, 5), Came::neither);
    EXPECT_EQ(CallSample::what_came(SYS_write, {4}, 5), Came::to_something);
}

// A sample that ends by itself, or is given up after a while.
bool goes_round(pid_t thread) {
    CallSample sample(thread);
    const auto end = system::Clock::now() + std::chrono::milliseconds(500);
    while (!sample.is_complete()) {
        if (system::Clock::now() > end) sample.give_up();
        ::sched_yield();
    }
    return sample.goes_round();
}

TEST(CallSample, WhoAsksASocketAtItsEndAgainAndAgainGoesRound) {
    std::array<int, 2> pair{};
    system::check_call("socketpair", ::socketpair(AF_UNIX, SOCK_STREAM, 0, pair.data()));
    const system::Fd here(pair[0]);
    ::close(pair[1]);
    Pipe started;
    const Child child([&] {
        char byte = 0;
        if (::write(started.write.get(), &byte, 1) < 0) return;
        while (::recv(pair[0], &byte, 1, 0) >= 0) {
        }
    });
    char byte = 0;
    ASSERT_EQ(::read(started.read.get(), &byte, 1), 1);
    EXPECT_TRUE(goes_round(child.pid()));
    EXPECT_TRUE(goes_round(child.pid())) << "it has gone on as before";
}

TEST(CallSample, WhoComputesDoesNotGoRound) {
    Pipe started;
    const Child child([&] {
        volatile bool goes_on = true;
        if (::write(started.write.get(), "x", 1) < 0) return;
        while (goes_on) {
        }
    });
    char byte = 0;
    ASSERT_EQ(::read(started.read.get(), &byte, 1), 1);
    EXPECT_FALSE(goes_round(child.pid()));
}

TEST(CallSample, WhoWaitsIsLetGoAndWaitsOn) {
    Pipe pipe;
    Pipe back;
    const Child child([&] {
        char byte = 0;
        if (::read(pipe.read.get(), &byte, 1) == 1 && ::write(back.write.get(), &byte, 1) == 1) return;
    });
    EXPECT_FALSE(goes_round(child.pid()));
    char byte = 'x';
    ASSERT_EQ(::write(pipe.write.get(), &byte, 1), 1);
    EXPECT_EQ(::read(back.read.get(), &byte, 1), 1);
}

// The call that a process is in, with its arguments, once it waits.
std::string waits_in(pid_t process) {
    for (;;) {
        std::ifstream file("/proc/" + std::to_string(process) + "/syscall");
        std::string line;
        std::getline(file, line);
        if (!line.empty() && line != "running") return line;
        ::sched_yield();
    }
}

// Neither by an interruption that there was not, nor by a call that tells less.
void expect_not_interrupted(bool (&waits)(int descriptor)) {
    Pipe pipe;
    Pipe back;
    const Child child([&] {
        if (waits(pipe.read.get()) && ::write(back.write.get(), "x", 1) == 1) return;
        ::_exit(1);
    });
    back.write.reset();
    const std::string before = waits_in(child.pid());
    EXPECT_FALSE(goes_round(child.pid()));
    EXPECT_EQ(waits_in(child.pid()), before);
    char byte = 'x';
    ASSERT_EQ(::write(pipe.write.get(), &byte, 1), 1);
    EXPECT_EQ(::read(back.read.get(), &byte, 1), 1) << "it was told of an interruption";
}

bool waits_in_poll(int descriptor) {
    pollfd one{descriptor, POLLIN, 0};
    return ::poll(&one, 1, 100'000'000) == 1;
}

// The kernel never goes back into epoll_wait() by itself (man 7 signal).
bool waits_in_epoll(int descriptor) {
    const system::Fd all(::epoll_create1(0));
    epoll_event event{};
    event.events = EPOLLIN;
    ::epoll_ctl(all.get(), EPOLL_CTL_ADD, descriptor, &event);
    return ::epoll_wait(all.get(), &event, 1, -1) == 1;
}

TEST(CallSample, WhoWaitsDoesNotNoticeIt) {
    expect_not_interrupted(waits_in_poll);
    expect_not_interrupted(waits_in_epoll);
}

}  // namespace
}  // namespace sockgrade::observe
