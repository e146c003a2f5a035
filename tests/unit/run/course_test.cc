// Ports that are looked through, two equals that chat, and machines with interfaces: real programs.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "checks/judge.hh"
#include "tests/unit/run/python_case.hh"

namespace sockgrade::run {
namespace {

using model::Verdict;
namespace event = model::event;

TEST(Course, PortsListenOrRefuseAndAreTold) {
    model::Plan scan = plan(model::Role::client, model::Transport::tcp,
                            {step(model::kProgram, prints(model::Prints::What::ports))});
    scan.given.names_port = false;
    scan.given.ports = {21000, 21008, {21000, 21003, 21008}, {20999, 21009}};
    const model::Transcript transcript =
        run_python(scan,
                   "import socket\nfor p in range(20999, 21010):\n"
                   "  s = socket.socket()\n  r = s.connect_ex(('localhost', p))\n  print(p - 20000, r)\n");
    EXPECT_EQ(printed_by(transcript),
              "999 0\n1000 0\n1001 111\n1002 111\n1003 0\n1004 111\n1005 111\n1006 111\n1007 111\n1008 0\n"
              "1009 0\n");
    EXPECT_EQ(transcript.all<event::Opened>().size(), 5U);
}

TEST(Course, AMachineWithInterfacesOfItsOwn) {
    if (!sandbox::has_own_world(sandbox::probe_level())) GTEST_FAIL() << "needs level A, B or C";
    model::Plan machine = plan(model::Role::tool, model::Transport::tcp,
                               {step(model::kProgram, prints(model::Prints::What::addresses)),
                                step(model::kProgram, model::Exits{0})});
    machine.interfaces = {{"eth0", {"10.1.2.3"}, 24}, {"usb0", {"172.16.9.8"}, 24}};
    const auto verdict_of = [&](const std::string& source, sandbox::Level level) {
        return checks::judge(run_python(machine, source, level)).verdict;
    };
    const std::string ask = "import subprocess\nprint(subprocess.getoutput('ip -4 addr'))\n";
    EXPECT_EQ(verdict_of(ask, sandbox::probe_level()), Verdict::passed);
    EXPECT_EQ(verdict_of("print('10.1.2.3')", sandbox::probe_level()), Verdict::failed);
    EXPECT_EQ(verdict_of(ask, sandbox::Level::shared), Verdict::unsupported);
}

// --- The partner goes along with every protocol.

model::Plan chat(bool partner_comes_later) {
    model::Send send;
    send.messages = {text("good day\n")};
    model::Expect typed;
    typed.what = model::Expect::What::typed;
    typed.messages = {text("hello there")};
    std::vector<model::Step> steps{
        step("partner", send), step(model::kProgram, prints(model::Prints::What::sent)),
        step(model::kProgram, model::Typed{text("hello there")}), step("partner", typed)};
    if (partner_comes_later) steps.insert(steps.begin(), step("partner", model::Connect{}));
    model::Plan made = plan(model::Role::peer, model::Transport::tcp, steps);
    made.address_rule = model::AddressRule::given;
    made.given.own_port = 23457;
    return made;
}

const std::string kHead =
    "import socket, sys, threading, time\n"
    "def hear(c):\n  for l in c.makefile(): print('<', l, end='', flush=True)\n"
    "def listen(): return socket.create_server(('', 23457))\n"
    "def call(): return socket.create_connection(('127.0.0.1', 23456))\n"
    "def start(f, *a): threading.Thread(target=f, args=a, daemon=True).start()\n";

const std::string kOneConnection = kHead +
                                   "l = listen()\ntry: c = call()\nexcept OSError: c = l.accept()[0]\n"
                                   "start(hear, c)\nfor t in sys.stdin: c.sendall(t.encode())\n";

const std::string kOneForEachDirection =
    kHead +
    "l = listen()\n"
    "def serve():\n  while True: start(hear, l.accept()[0])\n"
    "start(serve)\nwhile True:\n  try:\n    c = call()\n    break\n  except OSError: time.sleep(0.3)\n"
    "for t in sys.stdin: c.sendall(t.encode())\n";

const std::string kOneForEachLine =
    kHead +
    "l = listen()\n"
    "def serve():\n  while True:\n    c = l.accept()[0]\n    hear(c)\n    c.close()\n"
    "start(serve)\nfor t in sys.stdin:\n  with call() as c: c.sendall(t.encode())\n";

TEST(Course, APartnerWhoComesLater) {
    for (const std::string& program : {kOneConnection, kOneForEachDirection, kOneForEachLine}) {
        const auto judgement = checks::judge(run_python(chat(true), program));
        EXPECT_EQ(judgement.verdict, Verdict::passed) << judgement.summary << '\n' << program;
    }
}

TEST(Course, APartnerWhoIsThereAlready) {
    for (const std::string& program : {kOneConnection, kOneForEachDirection, kOneForEachLine}) {
        const auto judgement = checks::judge(run_python(chat(false), program));
        EXPECT_EQ(judgement.verdict, Verdict::passed) << judgement.summary << '\n' << program;
    }
}

TEST(Course, WhoIsAloneIsNotTheirOwnPartner) {
    const std::string only_listens = kHead +
                                     "c = listen().accept()[0]\nstart(hear, c)\n"
                                     "for t in sys.stdin: c.sendall(t.encode())\n";
    model::Plan first_to_speak = chat(false);
    first_to_speak.steps = {first_to_speak.steps[2], first_to_speak.steps[3]};
    EXPECT_EQ(checks::judge(run_python(first_to_speak, only_listens)).verdict, Verdict::failed);
    EXPECT_EQ(checks::judge(run_python(first_to_speak, kOneConnection)).verdict, Verdict::passed);
}

}  // namespace
}  // namespace sockgrade::run
