#include "system/event_loop.hh"

#include <sys/epoll.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <utility>

#include "system/system_error.hh"

namespace sockgrade::system {

EventLoop::EventLoop() : epoll_(check_call("epoll_create1", ::epoll_create1(EPOLL_CLOEXEC))) {}

void EventLoop::watch(int fd, std::uint32_t events, Handler handler) {
    const std::uint64_t token = ++last_token_;
    epoll_event event{};
    event.events = events;
    event.data.u64 = token;
    check_call("epoll_ctl(ADD)", ::epoll_ctl(epoll_.get(), EPOLL_CTL_ADD, fd, &event));
    watches_.emplace(token, Watch{fd, std::move(handler)});
    tokens_[fd] = token;
}

void EventLoop::change(int fd, std::uint32_t events) {
    epoll_event event{};
    event.events = events;
    event.data.u64 = tokens_.at(fd);
    check_call("epoll_ctl(MOD)", ::epoll_ctl(epoll_.get(), EPOLL_CTL_MOD, fd, &event));
}

void EventLoop::forget(int fd) {
    const auto token = tokens_.find(fd);
    if (token == tokens_.end()) return;
    ::epoll_ctl(epoll_.get(), EPOLL_CTL_DEL, fd, nullptr);
    watches_.erase(token->second);
    tokens_.erase(token);
}

EventLoop::Timer EventLoop::call_at(Clock::time_point when, std::function<void()> what) {
    const Timer timer{when, ++last_token_};
    timers_.emplace(timer, std::move(what));
    return timer;
}

void EventLoop::cancel(const Timer& timer) { timers_.erase(timer); }

std::size_t EventLoop::call_due() {
    const Clock::time_point now = Clock::now();
    const std::uint64_t last = last_token_;  // what is asked for meanwhile belongs to the next round
    std::size_t count = 0;
    for (auto timer = timers_.begin(); timer != timers_.end() && timer->first.first <= now; ++count) {
        const std::function<void()> what = std::move(timer->second);
        timers_.erase(timer);
        what();
        timer = std::find_if(timers_.begin(), timers_.end(),
                             [last](const auto& one) { return one.first.second <= last; });
    }
    return count;
}

std::size_t EventLoop::run_once(Clock::time_point until) {
    std::array<epoll_event, 32> events;
    if (!timers_.empty()) until = std::min(until, timers_.begin()->first.first);
    const Clock::time_point now = Clock::now();
    const auto wait = until > now ? until - now : Clock::duration::zero();
    const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(wait);
    const timespec limit{seconds.count(),
                         std::chrono::duration_cast<std::chrono::nanoseconds>(wait - seconds).count()};
    int ready = ::epoll_pwait2(epoll_.get(), events.data(), static_cast<int>(events.size()), &limit, nullptr);
    if (ready < 0 &&
        errno == ENOSYS) {  // before Linux 5.11: whole milliseconds, rounded up so as not to spin
        const auto ms = std::chrono::ceil<std::chrono::milliseconds>(wait);
        ready = ::epoll_wait(epoll_.get(), events.data(), static_cast<int>(events.size()),
                             static_cast<int>(ms.count()));
    }
    if (ready < 0 && errno == EINTR) return 0;
    check_call("epoll_wait", ready);
    for (int i = 0; i < ready; ++i) {
        const auto& event = events.at(static_cast<std::size_t>(i));
        const auto watch = watches_.find(event.data.u64);
        if (watch == watches_.end()) continue;          // forgotten by a handler before it
        const Handler handler = watch->second.handler;  // a copy: the handler may forget itself
        handler(event.events);
    }
    return static_cast<std::size_t>(ready) + call_due();
}

void EventLoop::drain() {
    constexpr int kRounds = 64;  // a program that pours out without end must not keep us here
    for (int i = 0; i < kRounds && run_once(Clock::time_point::min()) > 0; ++i) {
    }
}

}  // namespace sockgrade::system
