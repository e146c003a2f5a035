// One thread's wait for many descriptors. Handlers run inside run_once(), may watch and forget descriptors
// (their own too), and never block.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <map>
#include <utility>

#include "system/fd.hh"

namespace sockgrade::system {

using Clock = std::chrono::steady_clock;  // CLOCK_MONOTONIC: limits must not move with the time of day

class EventLoop {
  public:
    using Handler = std::function<void(std::uint32_t events)>;  // EPOLLIN, EPOLLOUT, ...

    EventLoop();

    // The descriptor stays its owner's, who forgets it here before closing it.
    void watch(int fd, std::uint32_t events, Handler handler);
    void change(int fd, std::uint32_t events);
    void forget(int fd);

    // Calls `what` once, in the first round that ends after `when`.
    using Timer = std::pair<Clock::time_point, std::uint64_t>;
    Timer call_at(Clock::time_point when, std::function<void()> what);
    void cancel(const Timer& timer);  // nothing happens when its time is over already

    // Waits until something is ready or `until` has come, and handles all that is ready or due. Returns how
    // many.
    std::size_t run_once(Clock::time_point until);

    // Handles what is ready now, and what becomes ready by that, without waiting.
    void drain();

  private:
    struct Watch {
        int fd;
        Handler handler;
    };
    Fd epoll_;
    std::uint64_t last_token_ = 0;
    // By token, not by descriptor: a descriptor closed and opened again in one round is another one.
    std::map<std::uint64_t, Watch> watches_;
    std::map<int, std::uint64_t> tokens_;

    std::size_t call_due();
    std::map<Timer, std::function<void()>> timers_;  // of one time: in the order in which they were asked for
};

}  // namespace sockgrade::system
