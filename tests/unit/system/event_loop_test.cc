#include "system/event_loop.hh"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include <array>
#include <chrono>
#include <functional>
#include <string>
#include <vector>

#include "system/system_error.hh"

namespace sockgrade::system {
namespace {

using std::chrono::milliseconds;

// A descriptor that is readable from the beginning.
Fd ready() { return Fd(check_call("eventfd", ::eventfd(1, EFD_CLOEXEC | EFD_NONBLOCK))); }
Fd idle() { return Fd(check_call("eventfd", ::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK))); }

const auto kNow = Clock::time_point::min();

TEST(EventLoop, CallsTheHandlerOfWhatIsReady) {
    EventLoop loop;
    const Fd one = ready();
    const Fd other = idle();
    int calls = 0;
    loop.watch(one.get(), EPOLLIN, [&](std::uint32_t events) {
        EXPECT_EQ(events, static_cast<std::uint32_t>(EPOLLIN));
        ++calls;
    });
    loop.watch(other.get(), EPOLLIN, [](std::uint32_t) { FAIL(); });
    EXPECT_EQ(loop.run_once(kNow), 1U);
    EXPECT_EQ(calls, 1);
    loop.forget(one.get());
    EXPECT_EQ(loop.run_once(kNow), 0U);
}

TEST(EventLoop, WaitsForSomethingToHappenUntilTheDeadline) {
    EventLoop loop;
    const Fd quiet = idle();
    loop.watch(quiet.get(), EPOLLIN, [](std::uint32_t) { FAIL(); });
    const auto deadline = Clock::now() + milliseconds(3);
    while (loop.run_once(deadline) == 0 && Clock::now() < deadline) {
    }
    EXPECT_GE(Clock::now(), deadline);
}

TEST(EventLoop, ADeadlineInThePastDoesNotWait) {
    EventLoop loop;
    EXPECT_EQ(loop.run_once(Clock::now() - milliseconds(1)), 0U);
    EXPECT_EQ(loop.run_once(kNow), 0U);
}

TEST(EventLoop, ATimerIsCalledOnceWhenItsTimeIsOver) {
    EventLoop loop;
    int calls = 0;
    const auto when = Clock::now() + milliseconds(3);
    loop.call_at(when, [&] { ++calls; });
    EXPECT_EQ(loop.run_once(kNow), 0U);
    const auto patience = Clock::now() + std::chrono::seconds(30);
    while (calls == 0 && Clock::now() < patience) loop.run_once(patience);
    EXPECT_EQ(calls, 1);
    EXPECT_GE(Clock::now(), when);
    EXPECT_EQ(loop.run_once(kNow), 0U);
    EXPECT_EQ(calls, 1);
}

TEST(EventLoop, TimersAreCalledInTheOrderOfTheirTimes) {
    EventLoop loop;
    std::string order;
    const auto past = Clock::now() - milliseconds(10);
    loop.call_at(past, [&] { order += 'b'; });
    loop.call_at(past, [&] { order += 'c'; });
    loop.call_at(past - milliseconds(1), [&] { order += 'a'; });
    EXPECT_EQ(loop.run_once(kNow), 3U);
    EXPECT_EQ(order, "abc");
}

TEST(EventLoop, ACancelledTimerIsNotCalled) {
    EventLoop loop;
    const auto past = Clock::now() - milliseconds(10);
    const EventLoop::Timer second = loop.call_at(past, [] { FAIL(); });
    loop.call_at(past - milliseconds(1), [&] { loop.cancel(second); });
    EXPECT_EQ(loop.run_once(kNow), 1U);
    loop.cancel(second);
    EXPECT_EQ(loop.run_once(kNow), 0U);
}

// It would keep the loop from its descriptors for ever.
TEST(EventLoop, ATimerThatAsksForAnotherOneGetsItInTheNextRound) {
    EventLoop loop;
    int calls = 0;
    std::function<void()> again = [&] {
        ++calls;
        loop.call_at(Clock::now() - milliseconds(1), again);
    };
    again();
    EXPECT_EQ(loop.run_once(kNow), 1U);
    EXPECT_EQ(loop.run_once(kNow), 1U);
    EXPECT_EQ(calls, 3);
}

TEST(EventLoop, AHandlerMayForgetItself) {
    EventLoop loop;
    const Fd one = ready();
    int calls = 0;
    std::vector<int> held(100, 7);  // the handler's own memory must outlive the call
    loop.watch(one.get(), EPOLLIN, [&loop, &calls, held, fd = one.get()](std::uint32_t) {
        loop.forget(fd);
        calls += held.back();
    });
    loop.drain();
    EXPECT_EQ(calls, 7);
}

TEST(EventLoop, AHandlerMayForgetOthersThatAreReadyToo) {
    EventLoop loop;
    const Fd one = ready();
    const Fd other = ready();
    int calls = 0;
    const auto forget_both = [&](std::uint32_t) {
        loop.forget(one.get());
        loop.forget(other.get());
        ++calls;
    };
    loop.watch(one.get(), EPOLLIN, forget_both);
    loop.watch(other.get(), EPOLLIN, forget_both);
    EXPECT_EQ(loop.run_once(kNow), 2U);
    EXPECT_EQ(calls, 1);
}

// In one round: somebody closes a descriptor that is ready too, and opens another that gets its number.
TEST(EventLoop, AReusedNumberIsAnotherDescriptor) {
    EventLoop loop;
    std::array<Fd, 2> old = {ready(), ready()};
    Fd fresh;
    int old_calls = 0;
    int fresh_calls = 0;
    for (const std::size_t i : {0U, 1U}) {
        loop.watch(old[i].get(), EPOLLIN, [&, i](std::uint32_t) {
            ++old_calls;
            Fd& victim = old[1 - i];
            const int number = victim.get();
            loop.forget(number);
            victim.reset();
            fresh = idle();
            ASSERT_EQ(fresh.get(), number);
            loop.watch(fresh.get(), EPOLLIN, [&](std::uint32_t) { ++fresh_calls; });
        });
    }
    loop.run_once(kNow);
    EXPECT_EQ(old_calls, 1);
    EXPECT_EQ(fresh_calls, 0);
}

TEST(EventLoop, ChangesWhatItWaitsFor) {
    EventLoop loop;
    const Fd one = idle();
    std::uint32_t seen = 0;
    loop.watch(one.get(), EPOLLIN, [&](std::uint32_t events) { seen = events; });
    EXPECT_EQ(loop.run_once(kNow), 0U);
    loop.change(one.get(), EPOLLOUT);
    EXPECT_EQ(loop.run_once(kNow), 1U);
    EXPECT_EQ(seen, static_cast<std::uint32_t>(EPOLLOUT));
}

TEST(EventLoop, DrainsWhatHandlersSetOff) {
    EventLoop loop;
    std::array<Fd, 3> chain = {ready(), idle(), idle()};
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < chain.size(); ++i) {
        loop.watch(chain[i].get(), EPOLLIN, [&, i](std::uint32_t) {
            loop.forget(chain[i].get());
            order.push_back(i);
            if (i + 1 < chain.size()) ::eventfd_write(chain[i + 1].get(), 1);
        });
    }
    loop.drain();
    EXPECT_EQ(order, (std::vector<std::size_t>{0, 1, 2}));
}

TEST(EventLoop, DrainEndsWhileSomethingPoursOutWithoutEnd) {
    EventLoop loop;
    const Fd one = ready();
    int calls = 0;
    loop.watch(one.get(), EPOLLIN, [&](std::uint32_t) { ++calls; });
    loop.drain();
    EXPECT_GT(calls, 1);
}

TEST(EventLoop, ForgettingAStrangerDoesNothing) {
    EventLoop loop;
    loop.forget(-1);
    loop.forget(1000);
}

TEST(EventLoop, RefusesWhatCantBeWatched) {
    EventLoop loop;
    EXPECT_THROW(loop.watch(-1, EPOLLIN, [](std::uint32_t) {}), SystemError);
}

}  // namespace
}  // namespace sockgrade::system
