// What is typed for real programs, by their prompts.
#include "run/typist.hh"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "checks/judge.hh"
#include "python_case.hh"

namespace sockgrade::run {
namespace {

namespace event = model::event;
using model::Transcript;
using model::Verdict;

model::Plan asking_plan() {
    model::Expect given;
    given.what = model::Expect::What::given;
    model::Prints reply;
    reply.what = model::Prints::What::reply;
    model::Plan made = plan(model::Role::client, model::Transport::tcp,
                            {step("server", model::Accept{}), step("server", given),
                             step("server", model::Reply{}), step("program", reply)});
    made.given.message = "some words";
    return made;
}

std::vector<std::string> typed(const Transcript& transcript) {
    std::vector<std::string> all;
    for (const auto* one : transcript.all<event::Typed>()) all.push_back(one->as + ": " + one->bytes);
    return all;
}

const std::string kTalk =
    "s = socket.create_connection((h, int(p)))\ns.sendall(m.encode())\n"
    "print('->', s.recv(100).decode(), flush=True)\n";

void expect_answered(const Transcript& transcript) {
    const auto judgement = checks::judge(transcript);
    EXPECT_EQ(judgement.verdict, Verdict::passed) << judgement.summary;
}

// As C does on a terminal, and on a pipe only when its buffer is full.
TEST(Typist, SeesAPromptThatOnlyATerminalShows) {
    const Transcript transcript = run_python(
        asking_plan(),
        "import ctypes, os, socket\nc = ctypes.CDLL(None)\n"
        "def ask(what, form, to):\n    c.printf(what)\n    c.scanf(form, to)\n"
        "port = ctypes.c_int()\nask(b'Port: ', b'%d', ctypes.byref(port))\np = port.value\n"
        "buffer = ctypes.create_string_buffer(99)\nask(b'Host: ', b'%s', buffer)\n"
        "h = buffer.value.decode()\nask(b'Message: ', b' %[^\\n]', buffer)\nm = buffer.value.decode()\n" +
            kTalk);
    expect_answered(transcript);
    EXPECT_EQ(typed(transcript), (std::vector<std::string>{"the port: 23456\n", "the host: 127.0.0.1\n",
                                                           "the message: some words\n"}));
}

TEST(Typist, RecordsWhatItAnswers) {
    const Transcript transcript =
        run_python(asking_plan(),
                   "import socket\nh = input('Server: ')\np = input('Port: ')\nm = input('> ')\n" + kTalk);
    expect_answered(transcript);
    const auto lines = transcript.all<event::Typed>();
    ASSERT_EQ(lines.size(), 3U);
    EXPECT_EQ(lines[1]->prompt, "Port: ");
    EXPECT_FALSE(lines[1]->guessed);
    EXPECT_EQ(lines[2]->as, "the message");
    EXPECT_TRUE(lines[2]->guessed);
}

TEST(Typist, TwoThingsInOneLine) {
    const Transcript transcript =
        run_python(asking_plan(),
                   "import socket\nh, p = input('ip:port> ').split(':')\nm = input('Message: ')\n" + kTalk);
    expect_answered(transcript);
    EXPECT_EQ(typed(transcript).front(), "the host and the port: 127.0.0.1:23456\n");
}

TEST(Typist, AnOrderForOneThatDoesNotSayWhatItWants) {
    model::Plan plan = asking_plan();
    plan.given.typed_order = {"host", "port", "message"};
    const Transcript transcript =
        run_python(plan, "import socket\nh = input()\np = input()\nm = input()\n" + kTalk);
    expect_answered(transcript);
}

// What it printed before stands before it, though that came by a terminal and the prompt by a pipe.
TEST(Typist, APromptOnStandardErrorIsTheLast) {
    for (int i = 0; i < 5; ++i) {
        const Transcript transcript = run_python(
            asking_plan(),
            "import socket, sys\nprint('connecting to a server')\nprint('Port?', file=sys.stderr)\n"
            "p = sys.stdin.readline()\nh = '127.0.0.1'\nm = input('Message: ')\n" +
                kTalk);
        expect_answered(transcript);
    }
}

TEST(Typist, WhoListensIsToldWhere) {
    model::Send send;
    send.messages = {text("hello")};
    const Transcript transcript = run_python(
        plan(model::Role::receiver, model::Transport::tcp,
             {step("sender", model::Connect{}), step("sender", send), step("sender", model::FinishSending{}),
              step("program", prints(model::Prints::What::sent))}),
        "import socket\nh = input('Address to bind to: ')\np = int(input())\n"
        "s = socket.create_server((h, p))\nprint(s.getsockname())\n"
        "c, a = s.accept()\nprint(c.recv(100).decode(), flush=True)\n");
    expect_answered(transcript);
    EXPECT_EQ(typed(transcript), (std::vector<std::string>{"the host: 0.0.0.0\n", "the port: 23456\n"}));
}

TEST(Typist, SaysNoWhenThereIsNothingMoreToSay) {
    model::Plan plan = asking_plan();
    plan.steps.push_back(step("program", model::Exits{0}));
    const Transcript transcript =
        run_python(plan, "import socket\nh = input('Host: ')\np = input('Port: ')\nm = input('Message: ')\n" +
                             kTalk + "while input('Another? (y/n) ') != 'n': pass\n");
    expect_answered(transcript);
    EXPECT_EQ(typed(transcript).back(), "no: n\n");
}

// The end of the input comes again and again, as behind a pipe.
TEST(Typist, AProgramThatOverlooksTheEndIsToldAgain) {
    model::Plan plan = asking_plan();
    plan.steps.push_back(step("program", model::Exits{0}));
    const Transcript transcript = run_python(
        plan, "import socket, sys\nh = input('Host: ')\np = input('Port: ')\nm = input('Message: ')\n" +
                  kTalk + "for _ in range(9):\n    assert sys.stdin.readline() == ''\n");
    expect_answered(transcript);
}

}  // namespace
}  // namespace sockgrade::run
