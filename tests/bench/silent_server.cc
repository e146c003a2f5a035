// How soon a server that never replies is judged: from the moment that it entered its last blocking call,
// which it prints right before (a Python program takes some of the time to get from there into the call), to
// the moment that the wait for its reply was over. The floor, measured in turn in the same run, is the least
// that anybody needs to see that a process rests: two equal looks at /proc, one right after the other.
#include <fcntl.h>
#include <fmt/format.h>
#include <poll.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

#include "build/build.hh"
#include "checks/judge.hh"
#include "grading/hand_in.hh"
#include "record/transcript_json.hh"
#include "run/case.hh"
#include "run/program.hh"
#include "sandbox/probe.hh"
#include "system/temporary_folder.hh"

namespace {

using Clock = std::chrono::steady_clock;  // CLOCK_MONOTONIC, as the programs print it
namespace model = sockgrade::model;
namespace event = model::event;

constexpr std::uint16_t kPort = 27184;

// --- The programs. Each prints `@NANOSECONDS` right before it blocks.

constexpr std::string_view kPythonTcp = R"(
import socket, sys, time, threading, select, selectors, asyncio, signal, os, queue
def mark(): os.write(1, b'@%d\n' % time.monotonic_ns())
s = socket.socket()
s.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
s.bind(('', int(sys.argv[1])))
s.listen()
)";

constexpr std::string_view kPythonUdp = R"(
import socket, sys, time, threading, select, selectors, asyncio, signal, os, queue
def mark(): os.write(1, b'@%d\n' % time.monotonic_ns())
s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
s.bind(('', int(sys.argv[1])))
)";

constexpr std::string_view kC = R"(
#include <arpa/inet.h>
#include <poll.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/epoll.h>
#include <sys/select.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>
static char b[1024];
static void mark(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    char line[40];
    write(1, line, sprintf(line, "@%lld\n", t.tv_sec * 1000000000LL + t.tv_nsec));
}
static int s;
static int open_at(int type, int port) {
    int on = 1;
    struct sockaddr_in a = {.sin_family = AF_INET, .sin_port = htons(port)};
    s = socket(AF_INET, type, 0);
    setsockopt(s, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
    bind(s, (struct sockaddr *)&a, sizeof a);
    if (type == SOCK_STREAM) listen(s, 5);
    return s;
}
static void *for_ever(void *unused) { for (;;) pause(); }
)";

struct Variant {
    const char* name;
    model::Transport transport;
    bool python;
    std::string_view body;
};

constexpr auto kTcp = model::Transport::tcp;
constexpr auto kUdp = model::Transport::udp;

// What remains behind the head above; in C the body of main() behind open_at().
const std::vector<Variant> kVariants = {
    {"accept only", kTcp, true, "kept = []\nwhile True:\n    mark(); kept.append(s.accept())\n"},
    {"accept once, then pause", kTcp, true, "c, a = s.accept()\nmark(); signal.pause()\n"},
    {"recv, then accept", kTcp, true, "c, a = s.accept()\nc.recv(9999)\nmark(); s.accept()\n"},
    {"recv for ever", kTcp, true, "c, a = s.accept()\nwhile c.recv(9999): mark()\nmark(); s.accept()\n"},
    {"poll", kTcp, true, "c, a = s.accept()\np = select.poll()\np.register(s, 1)\nmark(); p.poll()\n"},
    {"select", kTcp, true, "c, a = s.accept()\nmark(); select.select([s], [], [])\n"},
    {"epoll", kTcp, true, "c, a = s.accept()\ne = select.epoll()\ne.register(s, 1)\nmark(); e.poll()\n"},
    {"selectors", kTcp, true,
     "c, a = s.accept()\ne = selectors.DefaultSelector()\ne.register(s, 1)\nmark(); e.select()\n"},
    {"a thread a client", kTcp, true,
     "def serve(c):\n    c.recv(9999)\n    mark(); threading.Event().wait()\n"
     "while True:\n    c, a = s.accept()\n    threading.Thread(target=serve, args=(c,)).start()\n"},
    {"two threads that wait for each other", kTcp, true,
     "q = queue.Queue()\nc, a = s.accept()\nt = threading.Thread(target=q.get)\nt.start()\nmark(); "
     "t.join()\n"},
    {"a lock taken twice", kTcp, true,
     "c, a = s.accept()\nl = threading.Lock()\nl.acquire()\nmark(); l.acquire()\n"},
    {"a process a client", kTcp, true,
     "c, a = s.accept()\nif os.fork() == 0:\n    c.recv(9999)\n    mark(); signal.pause()\nos.wait()\n"},
    {"asyncio, an event that never comes", kTcp, true,
     "async def serve(r, w):\n    await r.read(9999)\n    asyncio.get_running_loop().call_soon(mark)\n"
     "    await asyncio.Event().wait()\n"
     "async def main():\n    await asyncio.start_server(serve, sock=s)\n    await asyncio.Event().wait()\n"
     "asyncio.run(main())\n"},
    {"asyncio, never reads", kTcp, true,
     "async def serve(r, w):\n    asyncio.get_running_loop().call_soon(mark)\n    await "
     "asyncio.Event().wait()\n"
     "async def main():\n    await asyncio.start_server(serve, sock=s)\n    await asyncio.Event().wait()\n"
     "asyncio.run(main())\n"},
    {"recvfrom", kUdp, true, "while True:\n    mark(); s.recvfrom(9999)\n"},
    {"recvfrom, UDP, poll", kUdp, true,
     "s.recvfrom(9999)\np = select.poll()\np.register(s, 1)\nmark(); p.poll()\n"},
    {"UDP, select", kUdp, true, "s.recvfrom(9999)\nmark(); select.select([s], [], [])\n"},
    {"UDP, a second thread", kUdp, true,
     "def serve():\n    while True:\n        mark(); s.recvfrom(9999)\nt = threading.Thread(target=serve)\n"
     "t.start()\nt.join()\n"},
    {"accept only", kTcp, false, "for (;;) { mark(); accept(s, 0, 0); }"},
    {"recv, then accept", kTcp, false, "recv(accept(s, 0, 0), b, 999, 0); mark(); accept(s, 0, 0);"},
    {"recv for ever", kTcp, false,
     "int c = accept(s, 0, 0); while (recv(c, b, 999, 0) > 0) mark(); mark(); accept(s, 0, 0);"},
    {"read that wants more", kTcp, false,
     "int c = accept(s, 0, 0); recv(c, b, 999, MSG_WAITALL); mark(); pause();"},
    {"poll", kTcp, false, "accept(s, 0, 0); struct pollfd p = {s, POLLIN, 0}; mark(); poll(&p, 1, -1);"},
    {"select", kTcp, false,
     "accept(s, 0, 0); fd_set f; FD_ZERO(&f); FD_SET(s, &f); mark(); select(s + 1, &f, 0, 0, 0);"},
    {"epoll", kTcp, false,
     "accept(s, 0, 0); int e = epoll_create1(0); struct epoll_event w = {EPOLLIN}; epoll_ctl(e, "
     "EPOLL_CTL_ADD, s, &w);"
     "mark(); epoll_wait(e, &w, 1, -1);"},
    {"a second thread", kTcp, false,
     "pthread_t t; accept(s, 0, 0); pthread_create(&t, 0, for_ever, 0); mark(); pthread_join(t, 0);"},
    {"a process a client", kTcp, false,
     "int c = accept(s, 0, 0); if (fork() == 0) { recv(c, b, 999, 0); mark(); pause(); } wait(0);"},
    {"recvfrom", kUdp, false, "for (;;) { mark(); recvfrom(s, b, 999, 0, 0, 0); }"},
    {"UDP, poll", kUdp, false,
     "recv(s, b, 999, 0); struct pollfd p = {s, POLLIN, 0}; mark(); poll(&p, 1, -1);"},
    {"UDP, sigsuspend", kUdp, false,
     "recv(s, b, 999, 0); sigset_t m; sigemptyset(&m); mark(); sigsuspend(&m);"},
};

std::string source_of(const Variant& variant) {
    if (variant.python)
        return std::string(variant.transport == kTcp ? kPythonTcp : kPythonUdp) + std::string(variant.body);
    return fmt::format("{}int main(int n, char **v) {{ open_at({}, atoi(v[1])); {} }}\n", kC,
                       variant.transport == kTcp ? "SOCK_STREAM" : "SOCK_DGRAM", variant.body);
}

model::Plan plan_for(model::Transport transport) {
    model::Plan plan;
    plan.exercise = "bench";
    plan.case_id = "replies-in-capitals";
    plan.transport = transport;
    plan.given.address = {"127.0.0.1", kPort};
    plan.given.arguments = {std::to_string(kPort)};
    model::Send send;
    send.coax = transport == kTcp;
    send.messages.emplace_back();
    send.messages.front().bytes = "hello, world of words";
    model::Expect expect;
    expect.what = model::Expect::What::capitals;
    if (transport == kTcp) plan.steps.push_back({"client", model::Connect{}, 0});
    plan.steps.push_back({"client", send, 0});
    plan.steps.push_back({"client", expect, 0});
    return plan;
}

std::int64_t now_ns() { return Clock::now().time_since_epoch().count(); }

std::int64_t last_mark(const model::Transcript& transcript) {
    std::string output;
    for (const auto* printed : transcript.all<event::Printed>()) output += printed->bytes;
    const std::size_t at = output.rfind('@');
    return at == std::string::npos ? 0 : std::strtoll(output.c_str() + at + 1, nullptr, 10);
}

// Milliseconds from the last mark to the end of the wait; the transcript counts from the moment that the
// case's process notes right before it.
double judged_after(const model::Plan& plan, const sockgrade::run::Submission& submission,
                    sockgrade::sandbox::Level level) {
    std::array<int, 2> pipe{};
    if (::pipe2(pipe.data(), O_CLOEXEC) != 0) std::abort();
    const pid_t child = ::fork();
    if (child == 0) {
        ::prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0);
        const std::int64_t origin = now_ns();
        const model::Transcript transcript =
            sockgrade::run::run_case(plan, submission, level, nullptr, sockgrade::run::GivenFile(plan.given));
        const auto judgement = sockgrade::checks::judge(transcript);
        std::int64_t ended = 0;
        for (const model::Event& one : transcript.events)
            if (std::holds_alternative<event::StepEnded>(one.what)) ended = origin + one.at_us * 1000;
        const auto* wait = transcript.last<event::StepEnded>();
        const bool quiet = wait != nullptr && wait->how == model::WaitEnd::quiet &&
                           judgement.cause == model::Cause::no_reply && !wait->waits.empty();
        const double took = quiet ? static_cast<double>(ended - last_mark(transcript)) / 1e6 : -1;
        if (!quiet) fmt::print(stderr, "{}\n", sockgrade::record::transcript_to_json(transcript));
        if (::write(pipe[1], &took, sizeof(took)) < 0) ::_exit(1);
        ::_exit(0);
    }
    ::close(pipe[1]);
    double took = -1;
    if (::read(pipe[0], &took, sizeof(took)) != sizeof(took)) took = -1;
    ::close(pipe[0]);
    ::waitpid(child, nullptr, 0);
    return took;
}

std::string read_file(const std::string& path) {
    std::ifstream file(path);
    return {std::istreambuf_iterator<char>(file), {}};
}

// Milliseconds until two looks at a child agree that it rests, from right before it goes to rest.
double by_hand() {
    std::array<int, 2> marks{};
    if (::pipe2(marks.data(), O_CLOEXEC) != 0) std::abort();
    const pid_t child = ::fork();
    if (child == 0) {
        ::prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0);
        const std::int64_t mark = now_ns();
        if (::write(marks[1], &mark, sizeof(mark)) < 0) ::_exit(1);
        for (;;) ::pause();
    }
    std::int64_t mark = 0;
    if (::read(marks[0], &mark, sizeof(mark)) != sizeof(mark)) std::abort();
    const std::string folder = fmt::format("/proc/{}/task/{}", child, child);
    std::string before;
    for (;;) {
        std::string look = read_file(folder + "/syscall") + read_file(folder + "/schedstat");
        if (look == before && !look.starts_with("running")) break;
        before = std::move(look);
    }
    const double took = static_cast<double>(now_ns() - mark) / 1e6;
    ::kill(child, SIGKILL);
    ::waitpid(child, nullptr, 0);
    ::close(marks[0]);
    ::close(marks[1]);
    return took;
}

double at_share(std::vector<double> values, double share) {
    std::sort(values.begin(), values.end());
    return values[std::min(values.size() - 1,
                           static_cast<std::size_t>(share * static_cast<double>(values.size())))];
}

}  // namespace

int main() {
    const sockgrade::sandbox::Level level = sockgrade::sandbox::probe_level();
    sockgrade::run::prepare_to_start_programs(level);
    constexpr int kRuns = 5;
    std::vector<double> medians;
    std::vector<double> floor;
    double worst = 0;
    for (const Variant& variant : kVariants) {
        const sockgrade::system::TemporaryFolder folder;
        const std::string source = folder.path() + (variant.python ? "/server.py" : "/server.c");
        std::ofstream(source) << source_of(variant);
        const sockgrade::build::Built built = sockgrade::build::build(source);
        if (built.failure.has_value()) {
            fmt::print(stderr, "{}: {}\n{}\n", variant.name, built.failure->message, built.failure->log);
            return 1;
        }
        const sockgrade::grading::HandIn hand_in(built, level);
        std::vector<double> times;
        for (int i = 0; i < kRuns; ++i) {
            floor.push_back(by_hand());
            times.push_back(judged_after(plan_for(variant.transport), hand_in.submission(), level));
            if (times.back() < 0) {
                fmt::print(stderr, "{}: not judged for its silence\n", variant.name);
                return 1;
            }
            worst = std::max(worst, times.back());
        }
        medians.push_back(at_share(times, 0.5));
        fmt::print("{:7.2f} ms  {} {}\n", medians.back(), variant.python ? "Python," : "C,", variant.name);
    }
    fmt::print(
        "silent server, {} programs, {} runs each: judged after {:.2f} ms (median), {:.2f} ms (p90), {:.2f} "
        "ms (worst "
        "of all runs); isolation {}\n",
        medians.size(), kRuns, at_share(medians, 0.5), at_share(medians, 0.9), worst,
        sockgrade::sandbox::to_string(level));
    fmt::print("by hand {:.3f} ms, ratio {:.0f}\n", at_share(floor, 0.5),
               at_share(medians, 0.5) / at_share(floor, 0.5));
    return 0;
}
