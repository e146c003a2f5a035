// Programs that wait for a quarter of an hour, by their own clock.
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include <chrono>
#include <cstdio>
#include <fstream>
#include <string>
#include <vector>

#include "python_case.hh"
#include "system/command.hh"
#include "system/temporary_folder.hh"
#include "telling/event.hh"

namespace sockgrade::run {
namespace {

namespace event = model::event;
using model::Role;
using model::Transport;

constexpr double kLong = 1000;  // seconds; a test that waits for them fails by its own time limit

model::Plan patient_plan() {
    model::Plan made = plan(Role::client, Transport::udp, {step(model::kProgram, model::Exits{0})});
    made.limits.wait = std::chrono::hours(10);
    made.limits.starved = std::chrono::hours(20);
    return made;
}

double jumped_seconds(const model::Transcript& transcript) {
    double sum = 0;
    for (const auto* jumped : transcript.all<event::Jumped>())
        sum += static_cast<double>(jumped->by_us) / 1e6;
    return sum;
}

std::string all_told(const model::Transcript& transcript) {
    std::string text;
    for (const model::Event& e : transcript.events) text += telling::describe(e) + "\n";
    return text;
}

// It printed how long it took by its clocks, and that was this long, of which hardly anything was waited for.
void expect_waited(const model::Transcript& transcript, double seconds) {
    const std::string output = printed_by(transcript);
    const auto* ended = transcript.first<event::Ended>();
    ASSERT_NE(ended, nullptr);
    EXPECT_EQ(ended->termination, (model::Termination{model::Termination::How::exited, 0, ""})) << output;
    EXPECT_EQ(transcript.first<event::RealTime>(), nullptr) << all_told(transcript);
    EXPECT_GT(jumped_seconds(transcript), seconds - 2) << all_told(transcript);
    double first = 0;
    double second = 0;
    ASSERT_EQ(std::sscanf(output.c_str(), "waited %lf %lf", &first, &second), 2) << output;
    EXPECT_GE(first, seconds - 0.001);
    EXPECT_GE(second, seconds - 0.001);
    EXPECT_LT(first, seconds + 10);
    EXPECT_LT(second, seconds + 10);
    EXPECT_GE(static_cast<double>(transcript.events.back().at_us) / 1e6, seconds);
}

struct Waiter {
    const char* name;
    const char* code;
};
std::string name_of_waiter(const testing::TestParamInfo<Waiter>& info) { return info.param.name; }

class PythonWaits : public testing::TestWithParam<Waiter> {};

TEST_P(PythonWaits, AndSeesItsTimePass) {
    const std::string program = fmt::format(R"(
import asyncio, queue, select, signal, socket, struct, subprocess, threading, time
LONG = {}
def udp():
    s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    s.bind(('127.0.0.1', 0))
    return s
first, second = time.monotonic(), time.time()
{}
print('waited', time.monotonic() - first, time.time() - second)
)",
                                            kLong, GetParam().code);
    expect_waited(run_python(patient_plan(), program), kLong);
}

INSTANTIATE_TEST_SUITE_P(
    VirtualTime, PythonWaits,
    testing::Values(
        Waiter{"Sleeping", "time.sleep(LONG)"},
        Waiter{"InTenSteps", "for i in range(10): time.sleep(LONG / 10)"},
        Waiter{"InSelect",
               "s = udp(); assert select.select([s], [s.fileno()][:0], [], LONG) == ([], [], [])"},
        Waiter{"InPoll", "s = udp(); p = select.poll(); p.register(s, 1); assert p.poll(LONG * 1000) == []"},
        Waiter{"InEpoll", "s = udp(); p = select.epoll(); p.register(s, 1); assert p.poll(LONG) == []"},
        Waiter{"AtASocketWithATimeout", R"(
s = udp(); s.settimeout(LONG)
try: s.recvfrom(100); print('?')
except socket.timeout: pass)"},
        Waiter{"AtASocketWithALimit", R"(
s = udp(); s.setsockopt(socket.SOL_SOCKET, socket.SO_RCVTIMEO, struct.pack('ll', int(LONG), 0))
try: s.recvfrom(100); print('?')
except BlockingIOError: pass)"},
        Waiter{"AcceptingWithALimit", R"(
s = socket.socket(); s.listen(); s.setsockopt(socket.SOL_SOCKET, socket.SO_RCVTIMEO, struct.pack('ll', int(LONG), 0))
try: socket.socket.accept(s); print('?')
except BlockingIOError: pass)"},
        Waiter{"ForAnEvent", "assert not threading.Event().wait(LONG)"}, Waiter{"ForAQueue", R"(
try: queue.Queue().get(timeout=LONG); print('?')
except queue.Empty: pass)"},
        Waiter{"ForATimerThread", "t = threading.Timer(LONG, lambda: None); t.start(); t.join()"},
        Waiter{"InAsyncio", "asyncio.run(asyncio.sleep(LONG))"},
        Waiter{"ForASignal", "assert signal.sigtimedwait([signal.SIGUSR1], LONG) is None"},
        Waiter{"ForAChild", "subprocess.run(['sleep', str(LONG)], check=True)"},
        Waiter{"ForAChildThatComesLater", R"(
time.sleep(LONG / 2)
subprocess.run(['python3', '-c', 'import time, sys; t = time.time(); assert abs(t - float(sys.argv[1])) < 60; '
                'time.sleep(float(sys.argv[2]) / 2); assert time.time() - t >= 499', str(time.time()), str(LONG)],
               check=True))"}),
    name_of_waiter);

TEST(VirtualTime, WhatIsDueFirstComesFirst) {
    const model::Transcript transcript = run_python(patient_plan(), R"(
import threading, time
start = time.monotonic()
def tell(after):
    time.sleep(after)
    print(after, flush=True)
threads = [threading.Thread(target=tell, args=(n,)) for n in (300, 100, 500, 200, 400)]
for t in threads: t.start()
for t in threads: t.join()
assert 500 <= time.monotonic() - start < 510
)");
    EXPECT_EQ(printed_by(transcript), "100\n200\n300\n400\n500\n");
    EXPECT_GT(jumped_seconds(transcript), 499);
}

// What began before a jump is over when its time has come by the program's clock, also while others work.
TEST(VirtualTime, AWaitThatBeganBeforeAJumpIsNotLonger) {
    const model::Transcript transcript = run_python(patient_plan(), R"(
import threading, time
done = threading.Event()
def wait():
    time.sleep(100)
    done.set()
threading.Thread(target=wait).start()
time.sleep(99.9)
end = time.monotonic() + 5
while not done.is_set() and time.monotonic() < end: pass
print(done.is_set())
)");
    EXPECT_EQ(printed_by(transcript), "True\n") << all_told(transcript);
}

TEST(VirtualTime, ABusyLoopThatWatchesTheClockComesToItsEnd) {
    const model::Transcript transcript = run_python(patient_plan(), R"(
import time
time.sleep(50)
end = time.time() + 0.2
while time.time() < end: pass
print('done')
)");
    EXPECT_EQ(printed_by(transcript), "done\n");
}

// A part of what is awaited may have come already, which its result would have to tell.
TEST(VirtualTime, NothingJumpsInACallThatCantBeEnded) {
    const model::Transcript transcript = run_python(patient_plan(), R"(
import socket, struct
a, b = socket.socketpair()
a.setsockopt(socket.SOL_SOCKET, socket.SO_RCVTIMEO, struct.pack('ll', 0, 300000))
b.send(b'123')
print('got', a.recv(10, socket.MSG_WAITALL))
)");
    EXPECT_EQ(printed_by(transcript), "got b'123'\n");
    EXPECT_EQ(transcript.first<event::Jumped>(), nullptr);
}

// --- Timers.

TEST(VirtualTime, AnAlarmRingsByItsClock) {
    const model::Transcript transcript = run_python(patient_plan(), R"(
import signal, time
start = time.monotonic()
class Late(Exception): pass
def ring(*_): raise Late
signal.signal(signal.SIGALRM, ring)
signal.alarm(500)
time.sleep(100)
print('left', signal.alarm(300))
try: time.sleep(1000)
except Late: print('rang after', int(time.monotonic() - start))
signal.alarm(10)
signal.alarm(0)
time.sleep(100)
)");
    EXPECT_EQ(printed_by(transcript), "left 400\nrang after 400\n") << all_told(transcript);
    EXPECT_EQ(transcript.first<event::RealTime>(), nullptr) << all_told(transcript);
}

TEST(VirtualTime, AnIntervalTimerGoesOffAgainAndAgain) {
    const model::Transcript transcript = run_python(patient_plan(), R"(
import signal, time
start = time.monotonic()
rings = []
signal.signal(signal.SIGALRM, lambda *_: rings.append(round(time.monotonic() - start)))
print(signal.setitimer(signal.ITIMER_REAL, 10, 100))
while len(rings) < 4: signal.pause()
left, interval = signal.setitimer(signal.ITIMER_REAL, 0)
print(rings, left > 99, interval, signal.getitimer(signal.ITIMER_REAL))
)");
    EXPECT_EQ(printed_by(transcript), "(0.0, 0.0)\n[10, 110, 210, 310] True 100.0 (0.0, 0.0)\n")
        << all_told(transcript);
}

// The harness does not look while a program works; its timers are due all the same.
TEST(VirtualTime, AnAlarmInterruptsWork) {
    const model::Transcript transcript = run_python(patient_plan(), R"(
import signal, time
rung = []
signal.signal(signal.SIGALRM, lambda *_: rung.append(1))
time.sleep(50)
signal.setitimer(signal.ITIMER_REAL, 0.1)
end = time.monotonic() + 5
while not rung and time.monotonic() < end: pass
print(bool(rung))
)");
    EXPECT_EQ(printed_by(transcript), "True\n") << all_told(transcript);
}

TEST(VirtualTime, RealTimeIsRealTime) {
    model::Plan real = patient_plan();
    real.real_time = true;
    const model::Transcript transcript = run_python(real, "import time; time.sleep(0.2); print('done')");
    EXPECT_EQ(printed_by(transcript), "done\n");
    EXPECT_EQ(transcript.first<event::Jumped>(), nullptr);
    EXPECT_EQ(transcript.first<event::RealTime>(), nullptr);
}

// --- Other languages.

class BuiltWaits : public testing::Test {
  protected:
    // The program is another user.
    BuiltWaits() { ::chmod(folder_.path().c_str(), 0755); }
    void write(const std::string& name, const std::string& text) const {
        std::ofstream(folder_.path() + "/" + name) << text;
    }
    void build(const std::vector<std::string>& command) const {
        system::CommandOptions options;
        options.argv = command;
        options.folder = folder_.path();
        options.environment = {"PATH=/usr/local/bin:/usr/bin:/bin", "HOME=" + path(""), "GO111MODULE=off"};
        options.time_limit = std::chrono::seconds(100);
        const system::CommandResult result = system::run_command(options);
        ASSERT_TRUE(result.succeeded()) << result.output;
    }
    model::Transcript run(const std::vector<std::string>& command) const {
        Submission submission;
        submission.command = command;
        submission.folder = folder_.path();
        return run_submission(patient_plan(), submission);
    }
    std::string path(const std::string& name) const { return folder_.path() + "/" + name; }

  private:
    system::TemporaryFolder folder_{"waits"};
};

constexpr const char* kC = R"(
#include <poll.h>
#include <stdio.h>
#include <sys/time.h>
#include <sys/select.h>
#include <time.h>
#include <unistd.h>
static double now(void) { struct timespec t; clock_gettime(CLOCK_MONOTONIC, &t); return t.tv_sec + t.tv_nsec / 1e9; }
static double today(void) { struct timeval t; gettimeofday(&t, 0); return t.tv_sec + t.tv_usec / 1e6; }
int main(void) {
    double first = now(), second = today();
    time_t third = time(0);
    fd_set none;
    FD_ZERO(&none);
    FD_SET(0, &none);
    struct timeval limit = {250, 0};
    if (sleep(250) != 0 || usleep(1000) != 0 || poll(0, 0, 250000) != 0) return 1;
    struct timespec more = {250, 0}, end;
    if (nanosleep(&more, 0) != 0 || select(1, &none, 0, 0, &limit) != 0 || FD_ISSET(0, &none)) return 2;
    clock_gettime(CLOCK_REALTIME, &end);
    if (time(0) - third < 999 || end.tv_sec - time(0) > 1 || time(0) - end.tv_sec > 1) return 3;
    if (clock() / CLOCKS_PER_SEC > 10) return 4;
    printf("waited %f %f\n", now() - first, today() - second);
    return 0;
}
)";

TEST_F(BuiltWaits, C) {
    write("waits.c", kC);
    build({"gcc", "-o", "waits", "waits.c"});
    expect_waited(run({path("waits")}), kLong);
}

TEST_F(BuiltWaits, CTimers) {
    write("timers.c", R"(
#include <poll.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <sys/timerfd.h>
#include <time.h>
#include <unistd.h>
static double now(clockid_t clock) { struct timespec t; clock_gettime(clock, &t); return t.tv_sec + t.tv_nsec / 1e9; }
static volatile int signals;
static int channel[2];
static void on_signal(int number) { (void)number; ++signals; }
static void on_thread(union sigval value) { char c = (char)value.sival_int; if (write(channel[1], &c, 1) != 1) _exit(90); }
int main(void) {
    double first = now(CLOCK_MONOTONIC), second = now(CLOCK_REALTIME);
    timer_t timer;
    struct sigevent event = {0};
    event.sigev_notify = SIGEV_SIGNAL;
    event.sigev_signo = SIGUSR1;
    signal(SIGUSR1, on_signal);
    struct itimerspec when = {{100, 0}, {100, 0}}, left;
    if (timer_create(CLOCK_MONOTONIC, &event, &timer) || timer_settime(timer, 0, &when, 0)) return 1;
    while (signals < 2) pause();
    if (timer_gettime(timer, &left) || left.it_value.tv_sec < 90 || timer_delete(timer)) return 2;
    event.sigev_notify = SIGEV_THREAD;
    event.sigev_notify_function = on_thread;
    event.sigev_value.sival_int = 7;
    char byte = 0;
    struct itimerspec once = {{0, 0}, {0, 0}};
    clock_gettime(CLOCK_REALTIME, &once.it_value);
    once.it_value.tv_sec += 300;
    if (pipe(channel) || timer_create(CLOCK_REALTIME, &event, &timer)) return 3;
    if (timer_settime(timer, TIMER_ABSTIME, &once, 0) || read(channel[0], &byte, 1) != 1 || byte != 7) return 4;
    int fd = timerfd_create(CLOCK_MONOTONIC, 0);
    uint64_t times = 0;
    struct itimerspec ticks = {{100, 0}, {100, 0}};
    if (timerfd_settime(fd, 0, &ticks, 0) || read(fd, &times, sizeof times) != 8 || times != 1) return 5;
    sleep(150);
    struct pollfd wait = {fd, POLLIN, 0};
    if (poll(&wait, 1, 0) != 1 || read(fd, &times, sizeof times) != 8 || times != 1) return 6;
    clock_gettime(CLOCK_MONOTONIC, &once.it_value);
    once.it_value.tv_sec += 250;
    if (timerfd_settime(fd, TFD_TIMER_ABSTIME, &once, &left) || left.it_value.tv_sec > 50) return 7;
    if (poll(&wait, 1, -1) != 1) return 8;
    printf("waited %f %f\n", now(CLOCK_MONOTONIC) - first, now(CLOCK_REALTIME) - second);
    return 0;
}
)");
    build({"gcc", "-o", "timers", "timers.c"});
    expect_waited(run({path("timers")}), kLong);
}

TEST_F(BuiltWaits, StaticC) {
    write("waits.c", kC);
    build({"gcc", "-static", "-o", "waits", "waits.c"});
    expect_waited(run({path("waits")}), kLong);
}

TEST_F(BuiltWaits, Go) {
    write("waits.go", R"(package main
import ("fmt"; "time")
func main() {
    first := time.Now()
    second := float64(first.UnixNano())
    time.Sleep(300 * time.Second)
    <-time.After(300 * time.Second)
    ticker := time.NewTicker(100 * time.Second)
    for i := 0; i < 4; i++ { <-ticker.C }
    fmt.Println("waited", time.Since(first).Seconds(), (float64(time.Now().UnixNano()) - second) / 1e9)
}
)");
    build({"go", "build", "-o", "waits", "waits.go"});
    expect_waited(run({path("waits")}), kLong);
}

TEST_F(BuiltWaits, Node) {
    write("waits.js", R"(
const first = performance.now(), second = Date.now();
let ticks = 0;
const done = () => console.log('waited', (performance.now() - first) / 1000, (Date.now() - second) / 1000);
setTimeout(() => { const timer = setInterval(() => { if (++ticks == 5) { clearInterval(timer); done(); } }, 100000); },
           500000);
)");
    expect_waited(run({"/usr/bin/node", path("waits.js")}), kLong);
}

TEST_F(BuiltWaits, Java) {
    write("Waits.java", R"(
import java.util.concurrent.*;
public class Waits {
    public static void main(String[] arguments) throws Exception {
        long first = System.nanoTime(), second = System.currentTimeMillis();
        Thread.sleep(500000);
        ScheduledExecutorService service = Executors.newScheduledThreadPool(1);
        service.schedule(() -> {}, 250, TimeUnit.SECONDS).get();
        service.shutdown();
        java.net.DatagramSocket socket = new java.net.DatagramSocket();
        socket.setSoTimeout(250000);
        try { socket.receive(new java.net.DatagramPacket(new byte[9], 9)); } catch (java.net.SocketTimeoutException e) {}
        System.out.println("waited " + (System.nanoTime() - first) / 1e9 + " "
                           + (System.currentTimeMillis() - second) / 1e3);
    }
}
)");
    build({"javac", "Waits.java"});
    expect_waited(run({"/usr/bin/java", "-cp", path(""), "Waits"}), kLong);
}

}  // namespace
}  // namespace sockgrade::run
