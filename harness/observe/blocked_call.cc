#include "observe/blocked_call.hh"

#include <linux/futex.h>
#include <sched.h>
#include <sys/select.h>
#include <sys/syscall.h>
#include <time.h>

#include <algorithm>
#include <array>
#include <cinttypes>
#include <cstdint>
#include <cstdio>

namespace sockgrade::observe {

using std::chrono::nanoseconds;

namespace {

using Wait = BlockedCall::Wait;
using Call = model::Wait::Call;
using Arguments = std::array<std::uint64_t, 6>;

struct Reading {
    const Arguments& arguments;
    const ReadMemory& read;
    nanoseconds age;
    nanoseconds ahead;
};

void wait_forever(BlockedCall& call) { call.wait = Wait::forever; }

constexpr std::int64_t kNanoseconds = 1'000'000'000;
// What is longer than this is as good as for ever; moments that far away can still be counted.
constexpr nanoseconds kLongest = std::chrono::hours{24 * 365};

// A program may ask for any time, `sleep infinity` too: what can't be counted in nanoseconds is the most that
// can.
nanoseconds length_of(std::int64_t whole_seconds, std::int64_t more) {
    std::int64_t total = 0;
    if (__builtin_mul_overflow(whole_seconds, kNanoseconds, &total) ||
        __builtin_add_overflow(total, more, &total))
        return whole_seconds < 0 ? nanoseconds::min() : nanoseconds::max();
    return nanoseconds(total);
}

// a - b for b >= 0.
nanoseconds difference(nanoseconds a, nanoseconds b) {
    std::int64_t left = 0;
    return __builtin_sub_overflow(a.count(), b.count(), &left) ? nanoseconds::min() : nanoseconds(left);
}

// A wait of `length` that began at some time during the program's life.
void wait_for(BlockedCall& call, nanoseconds length, nanoseconds age) {
    call.wait = Wait::timed;
    call.at_least = std::max(difference(length, age), nanoseconds::zero());
    call.length = std::clamp(length, nanoseconds::zero(), kLongest);
}

// How long it lasts can't be known.
void wait_for_some_time(BlockedCall& call) {
    call.wait = Wait::timed;
    call.at_least = nanoseconds::zero();
}

void wait_until(BlockedCall& call, const Reading& reading, const timespec& moment, clockid_t clock) {
    timespec now{};
    ::clock_gettime(clock, &now);
    const nanoseconds left =
        difference(length_of(moment.tv_sec, moment.tv_nsec), length_of(now.tv_sec, now.tv_nsec));
    call.wait = Wait::timed;
    call.at_least = std::max(difference(left, reading.ahead), nanoseconds::zero());
    // The program's clock is ahead by the same at both times.
    call.moment = system::Clock::now() + std::clamp(left, -kLongest, kLongest);
}

// A timespec in the program's memory; a null pointer means for ever.
void wait_timespec(BlockedCall& call, const Reading& reading, std::uint64_t pointer) {
    timespec limit{};
    if (pointer == 0)
        wait_forever(call);
    else if (reading.read(pointer, &limit, sizeof(limit)))
        wait_for(call, length_of(limit.tv_sec, limit.tv_nsec), reading.age);
    else
        wait_for_some_time(call);
}

void wait_milliseconds(BlockedCall& call, const Reading& reading, std::uint64_t argument) {
    const int limit = static_cast<int>(static_cast<std::uint32_t>(argument));
    if (limit < 0)
        wait_forever(call);
    else
        wait_for(call, std::chrono::milliseconds(limit), reading.age);
}

void wait_select(BlockedCall& call, const Reading& reading) {
    timeval limit{};
    if (reading.arguments[4] == 0)
        wait_forever(call);
    else if (reading.read(reading.arguments[4], &limit, sizeof(limit)))
        wait_for(call, length_of(limit.tv_sec, std::clamp<std::int64_t>(limit.tv_usec, 0, 999'999) * 1000),
                 reading.age);
    else
        wait_for_some_time(call);
}

void wait_futex(BlockedCall& call, const Reading& reading) {
    const auto operation = static_cast<int>(reading.arguments[1]);
    const int command = operation & FUTEX_CMD_MASK;
    const std::uint64_t limit = reading.arguments[3];
    if (limit == 0 || command == FUTEX_WAIT) {
        wait_timespec(call, reading, limit);
        return;
    }
    timespec moment{};  // FUTEX_WAIT_BITSET, FUTEX_LOCK_PI: an absolute time
    if (!reading.read(limit, &moment, sizeof(moment)))
        wait_for_some_time(call);
    else
        wait_until(call, reading, moment,
                   (operation & FUTEX_CLOCK_REALTIME) != 0 ? CLOCK_REALTIME : CLOCK_MONOTONIC);
}

void wait_clock_nanosleep(BlockedCall& call, const Reading& reading) {
    timespec moment{};
    if ((reading.arguments[1] & TIMER_ABSTIME) == 0)
        wait_timespec(call, reading, reading.arguments[2]);
    else if (reading.read(reading.arguments[2], &moment, sizeof(moment)))
        wait_until(call, reading, moment, static_cast<clockid_t>(reading.arguments[0]));
    else
        wait_for_some_time(call);
}

// clone() waits where it does what vfork() does.
void wait_for_child(BlockedCall& call, std::uint64_t flags) {
    if ((flags & CLONE_VFORK) != 0) wait_forever(call);
}

struct OnDescriptor {
    long number;
    Call call;
};

// Calls that wait on the descriptor in their first argument. read() and write() may be on a socket too.
constexpr std::array kOnDescriptor = {
    OnDescriptor{SYS_read, Call::read},         OnDescriptor{SYS_write, Call::write},
    OnDescriptor{SYS_readv, Call::readv},       OnDescriptor{SYS_writev, Call::writev},
    OnDescriptor{SYS_recvfrom, Call::recvfrom}, OnDescriptor{SYS_recvmsg, Call::recvmsg},
    OnDescriptor{SYS_recvmmsg, Call::recvmmsg}, OnDescriptor{SYS_sendto, Call::sendto},
    OnDescriptor{SYS_sendmsg, Call::sendmsg},   OnDescriptor{SYS_accept, Call::accept},
    OnDescriptor{SYS_accept4, Call::accept},    OnDescriptor{SYS_connect, Call::connect},
    OnDescriptor{SYS_sendfile, Call::sendfile}, OnDescriptor{SYS_splice, Call::splice}};

void interpret(BlockedCall& call, long number, const Reading& reading) {
    for (const OnDescriptor& known : kOnDescriptor) {
        if (known.number != number) continue;
        call.call = known.call;
        call.descriptor = static_cast<int>(reading.arguments[0]);
        call.on_socket = call.descriptor > 2;
        wait_forever(call);
        // Its output is read all the time: a full terminal is a matter of moments.
        const bool writes = number == SYS_write || number == SYS_writev;
        if (writes && (call.descriptor == 1 || call.descriptor == 2)) call.wait = Wait::running;
        return;
    }
    switch (number) {
#ifdef SYS_poll
        case SYS_poll:
            call.call = Call::poll;
            return wait_milliseconds(call, reading, reading.arguments[2]);
#endif
#ifdef SYS_epoll_wait
        case SYS_epoll_wait:
            call.call = Call::epoll_wait;
            return wait_milliseconds(call, reading, reading.arguments[3]);
#endif
        case SYS_epoll_pwait:
            call.call = Call::epoll_wait;
            return wait_milliseconds(call, reading, reading.arguments[3]);
#ifdef SYS_select
        case SYS_select:
            call.call = Call::select;
            return wait_select(call, reading);
#endif
#ifdef SYS_pause
        case SYS_pause:
            call.call = Call::pause;
            return wait_forever(call);
#endif
        case SYS_epoll_pwait2:
            call.call = Call::epoll_wait;
            return wait_timespec(call, reading, reading.arguments[3]);
        case SYS_ppoll:
            call.call = Call::poll;
            return wait_timespec(call, reading, reading.arguments[2]);
        case SYS_pselect6:
            call.call = Call::select;
            return wait_timespec(call, reading, reading.arguments[4]);
        case SYS_futex:
            call.call = Call::futex;
            return wait_futex(call, reading);
        case SYS_nanosleep:
            call.call = Call::sleep;
            return wait_timespec(call, reading, reading.arguments[0]);
        case SYS_clock_nanosleep:
            call.call = Call::sleep;
            return wait_clock_nanosleep(call, reading);
        case SYS_rt_sigtimedwait:
            call.call = Call::sigwait;
            return wait_timespec(call, reading, reading.arguments[2]);
        case SYS_rt_sigsuspend:
            call.call = Call::sigsuspend;
            return wait_forever(call);
        case SYS_wait4:
            call.call = Call::wait;
            return wait_forever(call);
        case SYS_waitid:
            call.call = Call::wait;
            return wait_forever(call);
            // Its child goes on in its place.
#ifdef SYS_vfork
        case SYS_vfork:
            call.call = Call::wait;
            return wait_forever(call);
#endif
        case SYS_clone:
            call.call = Call::wait;
            return wait_for_child(call, reading.arguments[0]);
        case SYS_clone3: {
            std::uint64_t flags = 0;
            call.call = Call::wait;
            return wait_for_child(call,
                                  reading.read(reading.arguments[0], &flags, sizeof(flags)) ? flags : 0);
        }
        case SYS_flock:
            call.call = Call::flock;
            return wait_forever(call);
        // A sleep that a signal interrupted: how long it still lasts is the kernel's secret.
        case SYS_restart_syscall:
            call.call = Call::sleep;
            return wait_for_some_time(call);
        // Blocked in something else, such as reading a file: it goes on by itself.
        default:
            call.wait = Wait::running;
            return;
    }
}

}  // namespace

BlockedCall parse_blocked_call(std::string_view line, const ReadMemory& read, nanoseconds age,
                               nanoseconds ahead) {
    BlockedCall call;
    if (line.empty()) {
        call.wait = Wait::over;
        return call;
    }
    long number = 0;
    Arguments arguments{};
    std::uint64_t stack = 0;
    const std::string text(line);
    const int fields = std::sscanf(text.c_str(),
                                   "%ld 0x%" SCNx64 " 0x%" SCNx64 " 0x%" SCNx64 " 0x%" SCNx64 " 0x%" SCNx64
                                   " 0x%" SCNx64 " 0x%" SCNx64,
                                   &number, &arguments[0], &arguments[1], &arguments[2], &arguments[3],
                                   &arguments[4], &arguments[5], &stack);
    // "running", or asleep outside of a call (a page is being fetched): it goes on by itself.
    if (fields < 7) return call;
    call.number = number;
    call.arguments = arguments;
    call.stack = stack;
    interpret(call, number, Reading{arguments, read, age, ahead});
    return call;
}

}  // namespace sockgrade::observe
