#include "observe/program_watch.hh"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <netinet/in.h>
#include <poll.h>
#include <sched.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "child.hh"
#include "telling/wait.hh"

namespace sockgrade::observe {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;
using Wait = BlockedCall::Wait;

// A child that has a child: ProgramWatch looks at the descendants of the first.
Child init_of(const std::function<void()>& program) {
    return Child([&] {
        if (::fork() == 0) {
            ::prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0);
            program();
            ::_exit(0);
        }
        for (;;) ::pause();
    });
}

// Looks until the look is as it should be: a program takes a moment to get where it will stay.
template <typename Condition>
Look look_until(ProgramWatch& watch, const Condition& condition) {
    for (;;) {
        Look look = watch.look();
        if (!look.threads.empty() && condition(look)) return look;
        ::sched_yield();
    }
}

std::string words_of(ProgramWatch& watch, const Look& look) { return telling::in_words(watch.waits(look)); }

TEST(ProgramWatch, AReadOnAPipeIsForEver) {
    const Pipe pipe;
    const Child init = init_of([&] {
        char byte = 0;
        ::dup2(pipe.read.get(), 0);
        (void)!::read(0, &byte, 1);
    });
    ProgramWatch watch(init.pid(), false);
    const Look look = look_until(watch, [](const Look& now) { return now.reads_input(); });
    EXPECT_TRUE(look.nobody_runs());
    EXPECT_TRUE(look.may_read_input());
    EXPECT_TRUE(look.nothing_can_happen(seconds(10), {}));
    EXPECT_EQ(words_of(watch, look), "read() on its standard input");
    EXPECT_TRUE(watch.look() == watch.look());
    // A timer that can't be seen could go off, and a limit on sockets is none of a pipe.
    EXPECT_FALSE(look.nothing_can_happen(seconds(10), {.earliest = system::Clock::now() + seconds(5)}));
    EXPECT_TRUE(look.nothing_can_happen(seconds(10), {.earliest = system::Clock::now() + seconds(50)}));
    EXPECT_TRUE(look.nothing_can_happen(seconds(10), {.on_sockets = true}));
    EXPECT_TRUE(watch.look(true).nothing_can_happen(seconds(10), {.on_sockets = true}));
}

// A child that waits in recv() on a UDP socket with this limit.
Child receiver(seconds limit) {
    return init_of([limit] {
        const int socket = ::socket(AF_INET, SOCK_DGRAM, 0);
        const timeval time{limit.count(), 0};
        ::setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &time, sizeof(time));
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        ::bind(socket, reinterpret_cast<const sockaddr*>(&address), sizeof(address));
        char byte = 0;
        (void)!::recv(socket, &byte, 1, 0);
    });
}

bool in_recv(const Look& now) {
    return now.nobody_runs() && now.threads[0].call.call == model::Wait::Call::recvfrom;
}

TEST(ProgramWatch, ATimeLimitOnASocketMatters) {
    const Child init = receiver(seconds(8));
    ProgramWatch watch(init.pid(), false);
    const Look unasked = look_until(watch, in_recv);
    EXPECT_TRUE(unasked.nothing_can_happen(seconds(10), {}));
    const Look look = watch.look(true);
    EXPECT_FALSE(look.nothing_can_happen(seconds(10), {}));
    EXPECT_EQ(look.threads[0].call.wait, Wait::timed);
    EXPECT_EQ(words_of(watch, look), "recvfrom() on the socket");
    const model::Wait wait = watch.waits(look).at(0);
    EXPECT_EQ(wait.on, model::Wait::On::udp_socket);
    EXPECT_EQ(wait.limit_us, 8'000'000);
}

TEST(ProgramWatch, ALongLimitOnASocketDoesNotMatter) {
    const Child init = receiver(seconds(3600));
    ProgramWatch watch(init.pid(), false);
    look_until(watch, in_recv);
    EXPECT_TRUE(watch.look(true).nothing_can_happen(seconds(10), {}));
    EXPECT_FALSE(watch.look(true).nothing_can_happen(std::chrono::hours(1), {}));
}

TEST(ProgramWatch, AnotherSocketsLimitDoesNotMatter) {
    const Child init = receiver(seconds(0));
    ProgramWatch watch(init.pid(), false);
    look_until(watch, in_recv);
    EXPECT_TRUE(watch.look(true).nothing_can_happen(seconds(10), {.on_sockets = true}));
}

TEST(HiddenTimers, WhatIsKnownOfTimers) {
    HiddenTimers timers;
    timers.timer_set(seconds(0));  // disarmed
    EXPECT_FALSE(timers.earliest.has_value());
    timers.timer_set(seconds(3600));
    ASSERT_TRUE(timers.earliest.has_value());
    EXPECT_GT(*timers.earliest, system::Clock::now() + seconds(3500));
    timers.timer_set(std::nullopt);  // any moment now
    EXPECT_LE(*timers.earliest, system::Clock::now());
    timers.timer_set(seconds(5));
    EXPECT_LE(*timers.earliest, system::Clock::now());
}

TEST(HiddenTimers, ALimitThatWasLiftedMayStillHold) {
    const Look look{{{1, 1, {Wait::forever, {}, model::Wait::Call::recvfrom, 4, true}, "", 0, 0}}};
    HiddenTimers timers;
    timers.socket_limit_set(seconds(0));
    timers.socket_limit_set(seconds(600));
    timers.socket_limit_set(seconds(5));
    EXPECT_TRUE(timers.on_sockets);
    EXPECT_TRUE(look.nothing_can_happen(seconds(10), timers));
    timers.socket_limit_set(seconds(600));
    EXPECT_FALSE(look.nothing_can_happen(seconds(10), timers));
}

TEST(ProgramWatch, ABusyLoopNeverRests) {
    const Child init = init_of([] {
        for (volatile unsigned i = 0;;) i = i + 1;
    });
    ProgramWatch watch(init.pid(), false);
    const Look first = look_until(watch, [](const Look& now) { return !now.nobody_runs(); });
    const Look later = look_until(watch, [&](const Look& now) { return now.run_time() > first.run_time(); });
    EXPECT_FALSE(later == first);
    EXPECT_FALSE(later.nothing_can_happen(seconds(0), {}));
    EXPECT_EQ(words_of(watch, later), "its own code");
}

TEST(ProgramWatch, SeesThatOthersHaveTheProcessor) {
    const auto busy_on_one = [] {
        cpu_set_t one;
        ::sched_getaffinity(0, sizeof(one), &one);
        int first = 0;
        while (!CPU_ISSET(first, &one)) ++first;
        CPU_ZERO(&one);
        CPU_SET(first, &one);
        ::sched_setaffinity(0, sizeof(one), &one);
        for (volatile unsigned i = 0;;) i = i + 1;
    };
    const Child init = init_of(busy_on_one);
    const Child other(busy_on_one);
    ProgramWatch watch(init.pid(), false);
    const Look look = look_until(watch, [](const Look& now) { return now.run_delay() > 10'000'000; });
    EXPECT_TRUE(look.wants_processor());
}

TEST(ProgramWatch, ASleeperGoesOnByItself) {
    const Child init = init_of([] {
        const timespec hour{3600, 0};
        ::nanosleep(&hour, nullptr);
    });
    ProgramWatch watch(init.pid(), false);
    const Look look = look_until(watch, [](const Look& now) { return now.nobody_runs(); });
    ASSERT_EQ(look.threads.size(), 1U);
    EXPECT_EQ(look.threads[0].call.wait, Wait::timed);
    EXPECT_EQ(words_of(watch, look), "sleep()");
    EXPECT_EQ(watch.waits(look).at(0).on, model::Wait::On::time);
    EXPECT_EQ(watch.waits(look).at(0).limit_us, std::int64_t{3600} * 1'000'000);
    EXPECT_FALSE(look.nothing_can_happen(std::chrono::hours(1), {}));
    // Longer than anybody would wait: as good as for ever.
    EXPECT_TRUE(look.nothing_can_happen(seconds(10), {}));
}

TEST(ProgramWatch, APollIsSeenWithItsLimit) {
    const Pipe pipe;
    const Child init = init_of([&] {
        pollfd wait{pipe.read.get(), POLLIN, 0};
        ::poll(&wait, 1, 3'600'000);
    });
    ProgramWatch watch(init.pid(), false);
    const Look look = look_until(watch, [](const Look& now) { return now.nobody_runs(); });
    EXPECT_EQ(words_of(watch, look), "poll()");
    EXPECT_FALSE(look.reads_input());
    EXPECT_TRUE(look.may_read_input());
    EXPECT_FALSE(look.nothing_can_happen(std::chrono::hours(1), {}));
}

TEST(ProgramWatch, SeesTheWholeFamily) {
    const Pipe pipe;
    const Child init = init_of([&] {
        if (::fork() == 0) {
            ::prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0);
            char byte = 0;
            (void)!::read(pipe.read.get(), &byte, 1);
            ::_exit(0);
        }
        ::wait(nullptr);
    });
    ProgramWatch watch(init.pid(), false);
    const Look look = look_until(watch, [](const Look& now) {
        return now.threads.size() == 2 && now.nothing_can_happen(seconds(10), {});
    });
    // That one waits for the other says little.
    EXPECT_THAT(words_of(watch, look), testing::StartsWith("read() on descriptor"));
    EXPECT_EQ(watch.waits(look).at(0).on, model::Wait::On::pipe);
}

TEST(ProgramWatch, NobodyIsLeftToLookAt) {
    const Child init([] {
        for (;;) ::pause();
    });
    ProgramWatch watch(init.pid(), false);
    const Look look = watch.look();
    EXPECT_TRUE(look.threads.empty());
    // It has ended, and that is about to be told.
    EXPECT_FALSE(look.nothing_can_happen(seconds(10), {}));
    EXPECT_FALSE(look.nobody_runs());
    EXPECT_EQ(look.run_time(), 0U);
}

// --- Looks as literals.

Look look_at(const std::vector<BlockedCall>& calls) {
    Look look;
    for (const BlockedCall& call : calls)
        look.threads.push_back({1, static_cast<pid_t>(look.threads.size()), call, "", 0, 0});
    return look;
}

TEST(Look, OneThreadThatRunsIsEnough) {
    const BlockedCall reads{Wait::forever, {}, model::Wait::Call::recvfrom, 4, true};
    const BlockedCall runs;
    EXPECT_TRUE(look_at({reads, reads}).nothing_can_happen(seconds(1), {}));
    EXPECT_FALSE(look_at({reads, runs}).nothing_can_happen(seconds(1), {}));
    EXPECT_FALSE(look_at({reads, runs}).nobody_runs());
}

TEST(Look, OneThreadWithALimitIsEnough) {
    const BlockedCall reads{Wait::forever, {}, model::Wait::Call::recvfrom, 4, true};
    const BlockedCall sleeps{Wait::timed, seconds(5), model::Wait::Call::sleep, -1, false};
    EXPECT_FALSE(look_at({reads, sleeps}).nothing_can_happen(seconds(5), {}));
    EXPECT_TRUE(look_at({reads, sleeps}).nothing_can_happen(seconds(4), {}));
    EXPECT_TRUE(look_at({reads, sleeps}).nobody_runs());
    ProgramWatch watch(0, false);
    EXPECT_EQ(words_of(watch, look_at({reads, sleeps, reads})), "recvfrom() on descriptor 4 and sleep()");
}

TEST(Look, EqualOnlyWithoutAnyProgress) {
    const Look before = look_at({{Wait::forever, {}, model::Wait::Call::accept, 3, true}});
    Look after = before;
    EXPECT_TRUE(after == before);
    after.threads[0].run_time = 1;
    EXPECT_FALSE(after == before);
    after = before;
    after.threads[0].raw = "43 0x4";
    EXPECT_FALSE(after == before);
    after = before;
    after.threads.push_back(before.threads[0]);
    EXPECT_FALSE(after == before);
}

}  // namespace
}  // namespace sockgrade::observe
