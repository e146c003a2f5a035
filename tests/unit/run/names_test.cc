// Names that are known only when the case runs, frames, and what replies answer, with real programs.
#include <gtest/gtest.h>

#include "checks/judge.hh"
#include "record/transcript_json.hh"
#include "tests/unit/run/python_case.hh"

namespace sockgrade::run {
namespace {

using model::Verdict;
using What = model::Expect::What;
using Until = model::Frame::Until;

model::Expect expecting(const std::string& bytes, Until until = Until::rest) {
    model::Expect made;
    made.what = What::bytes;
    made.message = text(bytes);
    made.frame.until = until;
    return made;
}

model::Expect like(const std::string& pattern, Until until = Until::rest) {
    model::Expect made;
    made.what = What::one_of;
    made.wanted = {{text(pattern), true, ""}};
    made.frame.until = until;
    return made;
}

model::Message late(const std::string& made) {
    model::Message message;
    message.text = message.late = made;
    return message;
}

// A TCP server that answers each line with what `reply` is of it.
std::string line_server(const std::string& reply) {
    return "import socket\ns = socket.socket()\ns.bind(('', 23456))\ns.listen()\nc, a = s.accept()\n"
           "for line in c.makefile('r', newline='\\n'):\n    c.sendall((" +
           reply + ").encode())\n";
}

std::string verdict_of(const model::Transcript& transcript) {
    const checks::Judgement judgement = checks::judge(transcript);
    return judgement.verdict == Verdict::passed ? "" : judgement.summary;
}

TEST(LateNames, WhatIsCapturedStandsInWhatFollows) {
    const model::Plan made =
        plan(model::Role::server, model::Transport::tcp,
             {step("client", model::Connect{}), step("client", model::Send{{text("PORT\n")}}),
              step("client", like("(?P<hi>\\d+),(?P<lo>\\d+)\n", Until::line)),
              step("client", model::Send{{late("{= hi * 256 + lo} {client.port}\n")}}), step("client", [] {
                  model::Expect echo = expecting("", Until::line);
                  echo.message = late("{= hi * 256 + lo} {client.port}\n");
                  return echo;
              }())});
    const model::Transcript transcript =
        run_python(made, line_server("'7,9\\n' if line == 'PORT\\n' else line"));
    EXPECT_EQ(verdict_of(transcript), "");
    const auto sent = transcript.all<model::event::Sent>();
    const std::string port = std::to_string(transcript.first<model::event::Opened>()->local.port);
    EXPECT_EQ(sent.back()->bytes, "1801 " + port + "\n");
    // What was filled in stands in the record, and so it is judged the same again.
    const model::Transcript again = record::transcript_from_json(record::transcript_to_json(transcript));
    EXPECT_EQ(verdict_of(again), "");
    EXPECT_EQ(std::get<model::Expect>(again.plan.steps.back().action).message.bytes, "1801 " + port + "\n");
}

TEST(LateNames, WithoutWhatWasToBeCapturedNothingIsSaid) {
    const model::Plan made =
        plan(model::Role::server, model::Transport::tcp,
             {step("client", model::Connect{}), step("client", model::Send{{text("PORT\n")}}),
              step("client", like("(?P<hi>\\d+)\n", Until::line)),
              step("client", model::Send{{late("{hi}\n")}}), step("client", expecting("x\n", Until::line))});
    const model::Transcript transcript = run_python(made, line_server("'none\\n'"));
    EXPECT_EQ(checks::judge(transcript).verdict, Verdict::failed);
    EXPECT_EQ(transcript.all<model::event::Sent>().size(), 1U);
}

TEST(LateNames, WhatComesToNothingIsOurTrouble) {
    const model::Plan made =
        plan(model::Role::server, model::Transport::tcp,
             {step("client", model::Connect{}), step("client", model::Send{{text("x\n")}}),
              step("client", like("(?P<hi>\\d+)\n", Until::line)),
              step("client", model::Send{{late("{= 1 / hi}\n")}})});
    const model::Transcript transcript = run_python(made, line_server("'0\\n'"));
    EXPECT_EQ(checks::judge(transcript).verdict, Verdict::inconclusive);
}

TEST(Frames, LinesThatComeTogetherAreTakenOneByOne) {
    const model::Plan made =
        plan(model::Role::server, model::Transport::tcp,
             {step("client", model::Connect{}), step("client", model::Send{{text("a\nb\nc\n")}}),
              step("client", expecting("A\n", Until::line)), step("client", expecting("B\n", Until::line)),
              step("client", model::Send{{text("d\n")}}), step("client", expecting("C\n", Until::line)),
              step("client", expecting("D\n", Until::line))});
    EXPECT_EQ(verdict_of(run_python(made, line_server("line.upper()"))), "");
}

// Before, a reply answered what had come since the expectation, and that was nothing: the program was blamed.
TEST(Reply, AnswersTheDatagramThatWasExpected) {
    model::Reply reply;
    reply.with = model::Reply::With::message;
    reply.message = text("pong");
    const model::Plan made = plan(model::Role::client, model::Transport::udp,
                                  {step("server", expecting("ping")), step("server", reply),
                                   step(model::kProgram, prints(model::Prints::What::message, "pong"))});
    EXPECT_EQ(verdict_of(run_python(made,
                                    "import socket\ns = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)\n"
                                    "s.sendto(b'ping', ('127.0.0.1', 23456))\nprint(s.recv(99).decode())\n")),
              "");
}

TEST(Reply, AnswersTheLineAndLeavesTheNextOne) {
    model::Reply reply;
    reply.with = model::Reply::With::message;
    reply.message = text("ok\n");
    const model::Plan made =
        plan(model::Role::client, model::Transport::tcp,
             {step("server", model::Accept{}), step("server", expecting("a\n", Until::line)),
              step("server", reply), step("server", expecting("b\n", Until::line)), step("server", reply)});
    EXPECT_EQ(verdict_of(run_python(made,
                                    "import socket\ns = socket.create_connection(('127.0.0.1', 23456))\n"
                                    "s.sendall(b'a\\nb\\n')\nprint(s.recv(99))\n")),
              "");
}

}  // namespace
}  // namespace sockgrade::run
