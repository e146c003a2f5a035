// Programs that never come to rest, and peers that see to the end of what was said.
#include <gtest/gtest.h>

#include <chrono>
#include <cstdint>
#include <cstdio>
#include <string>

#include "python_case.hh"
#include "telling/event.hh"

namespace sockgrade::run {
namespace {

namespace event = model::event;
using model::Expect;
using model::Role;
using model::Transport;
using model::WaitEnd;

constexpr std::int64_t kSecond = 1'000'000;

std::int64_t jumped_us(const model::Transcript& transcript) {
    std::int64_t sum = 0;
    for (const auto* jumped : transcript.all<event::Jumped>()) sum += jumped->by_us;
    return sum;
}

std::string whole_story(const model::Transcript& transcript) {
    std::string text;
    for (const model::Event& e : transcript.events) text += telling::describe(e) + "\n";
    return text;
}

model::Plan half_a_minute() {
    model::IsRunning running;
    running.after = std::chrono::seconds(30);
    return plan(Role::client, Transport::udp, {step(model::kProgram, running)});
}

TEST(Restless, TimePassesForAThreadThatSpinsWhereNothingIsDue) {
    const model::Transcript transcript = run_python(half_a_minute(), "while True: pass");
    EXPECT_GT(jumped_us(transcript), 20 * kSecond) << whole_story(transcript);
    EXPECT_EQ(transcript.last<event::StepEnded>()->how, WaitEnd::satisfied) << whole_story(transcript);
}

TEST(Restless, OneThatWatchesTheClockIsHardlyLate) {
    const model::Transcript transcript = run_python(half_a_minute(), R"(
import time
began = time.monotonic()
while time.monotonic() < began + 10: pass
print('after', time.monotonic() - began, flush=True)
time.sleep(1000)
)");
    double after = 0;
    ASSERT_EQ(std::sscanf(printed_by(transcript).c_str(), "after %lf", &after), 1) << whole_story(transcript);
    EXPECT_GE(after, 10);
    EXPECT_LT(after, 13);
    EXPECT_GT(jumped_us(transcript), 5 * kSecond) << whole_story(transcript);
}

// Its limit is longer than anybody waits for one thing, and over before the step is.
TEST(Restless, ALongTimeLimitIsOverInALongSilence) {
    const model::Transcript transcript = run_python(half_a_minute(), R"(
import socket
s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM); s.bind(('127.0.0.1', 0)); s.settimeout(25)
try: s.recv(100)
except socket.timeout: pass
)");
    EXPECT_EQ(transcript.last<event::StepEnded>()->how, WaitEnd::program_ended) << whole_story(transcript);
}

// It waits for us, and has no limit: what it says afterwards may be about the time.
TEST(Restless, TimePassesForOneThatWaitsWithoutALimit) {
    const model::Transcript transcript = run_python(half_a_minute(), R"(
import socket
s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM); s.bind(('127.0.0.1', 0)); s.recv(100)
)");
    EXPECT_GT(jumped_us(transcript), 28 * kSecond) << whole_story(transcript);
    EXPECT_EQ(transcript.last<event::StepEnded>()->how, WaitEnd::satisfied) << whole_story(transcript);
}

// It asks for what does not come, and is waited for no longer than one that waits for it.
TEST(Restless, WhoGoesRoundIsNotWaitedFor) {
    const model::Transcript transcript =
        run_python(plan(Role::client, Transport::udp, {step(model::kProgram, model::Exits{0})}), R"(
import socket
s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM); s.bind(('127.0.0.1', 0)); s.setblocking(False)
while True:
    try: s.recv(100)
    except BlockingIOError: pass
)");
    EXPECT_EQ(transcript.last<event::StepEnded>()->how, WaitEnd::backstop) << whole_story(transcript);
    EXPECT_GT(jumped_us(transcript), 5 * kSecond) << whole_story(transcript);
}

// Whether it was silent or busy does not depend on how its time was passed over.
TEST(Restless, WhoGoesRoundIsBusyWhenItIsCoaxed) {
    model::Send send;
    send.messages = {text("one more")};
    send.coax = true;
    Expect expect;
    expect.what = Expect::What::capitals;
    for (const bool quiescence : {true, false}) {
        model::Plan coaxing =
            plan(Role::server, Transport::tcp,
                 {step("client", model::Connect{}), step("client", send), step("client", expect)});
        coaxing.quiescence = quiescence;
        coaxing.limits.wait = std::chrono::seconds(2);
        coaxing.limits.cpu = std::chrono::seconds(1);
        const model::Transcript transcript = run_python(coaxing, R"(
import socket
s = socket.socket(); s.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1); s.bind(('127.0.0.1', 23456)); s.listen()
s.setblocking(False)
u = socket.socket(socket.AF_INET, socket.SOCK_DGRAM); u.bind(('127.0.0.1', 0)); u.setblocking(False)
while True:
    try: u.recv(100)
    except BlockingIOError: pass
)");
        const auto coaxed = transcript.all<event::Coaxed>();
        EXPECT_FALSE(coaxed.empty()) << whole_story(transcript);
        for (const auto* one : coaxed) EXPECT_TRUE(one->was_busy) << whole_story(transcript);
    }
}

TEST(Restless, WhoComputesWhatHeOwesHasAllTheTimeForIt) {
    const model::Transcript transcript =
        run_python(plan(Role::client, Transport::udp, {step(model::kProgram, model::Exits{0})}), R"(
import time
while time.process_time() < 1.5: pass
)");
    EXPECT_EQ(transcript.last<event::StepEnded>()->how, WaitEnd::satisfied) << whole_story(transcript);
    EXPECT_EQ(jumped_us(transcript), 0) << whole_story(transcript);
}

TEST(Restless, AChildInPlaceOfItsParentLeavesTheProgramAtRest) {
    const model::Transcript transcript =
        run_python(plan(Role::client, Transport::udp, {step(model::kProgram, model::Exits{0})}), R"(
import ctypes
c = ctypes.CDLL(None)
if c.vfork() == 0: c.pause()
)");
    EXPECT_EQ(transcript.last<event::StepEnded>()->how, WaitEnd::quiet) << whole_story(transcript);
}

model::Plan request_and_reply() {
    Expect anything;
    anything.what = Expect::What::anything;
    return plan(
        Role::client, Transport::tcp,
        {step("server", model::Accept{}), step("server", anything), step("server", model::Reply{}),
         step(model::kProgram, prints(model::Prints::What::reply)), step(model::kProgram, model::Exits{0})});
}

// Who reads to the end of what the server says has a server that sees his own end.
TEST(Restless, APeerThatHasSaidAllClosesBehindTheProgram) {
    const model::Transcript transcript = run_python(request_and_reply(), R"(
import socket
s = socket.create_connection(('127.0.0.1', 23456), timeout=5)
s.sendall(b'to the end'); s.shutdown(socket.SHUT_WR)
all = b''
while True:
    got = s.recv(100)
    if not got: break
    all += got
print(all.decode())
)");
    EXPECT_EQ(printed_by(transcript).size(), std::string("to the end\n").size()) << whole_story(transcript);
    EXPECT_EQ(transcript.first<event::Ended>()->termination.code, 0) << whole_story(transcript);
}

// The second send() waits in the program's system until the first is confirmed.
TEST(Restless, WhatTheProgramsSystemStillHoldsBelongsToTheRequest) {
    const model::Transcript transcript = run_python(request_and_reply(), R"(
import socket
s = socket.create_connection(('127.0.0.1', 23456))
s.send(b'in two '); s.send(b'pieces')
all = b''
while len(all) < 13: all += s.recv(100)
print(all.decode())
)");
    EXPECT_EQ(printed_by(transcript).size(), std::string("in two pieces\n").size())
        << whole_story(transcript);
    EXPECT_EQ(transcript.first<event::Ended>()->termination.code, 0) << whole_story(transcript);
}

}  // namespace
}  // namespace sockgrade::run
