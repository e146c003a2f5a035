// Results as the grader would make them, from literals: one for each thing that a report must be able to say.
#pragma once

#include <csignal>

#include "tests/unit/reports/sample_parts.hh"

namespace sockgrade::reports::samples {

using model::CaseResult;
using model::Cause;
using model::Level;
using model::Result;
using model::Verdict;
namespace event = model::event;

inline Result passed() {
    Result result = frame("tcp-capitalize-server", "A TCP server that replies in capitals", "server.py");
    CaseResult first = one_case("replies-in-capitals", "A message comes back in capitals", Level::must,
                                Verdict::passed, 4, 4);
    first.findings = {met("the reply is the capitals of what was sent",
                          {"a newline had to be sent before the program replied"})};
    first.transcripts = {
        told(model::Role::server, {"client"},
             {event::Started{{"python3", "server.py", "12000"}}, event::StepBegan{0},
              event::Opened{"client", kClient, kServer}, event::StepEnded{0, model::WaitEnd::satisfied, {}},
              event::Sent{"client", "hello", kServer}, event::Coaxed{"client", event::Coaxed::With::newline},
              event::Received{"client", "HEL", kServer}, event::Received{"client", "LO", kServer},
              event::Ended{{model::Termination::How::stopped, 0, ""}}})};
    result.cases = {first, one_case("not-ascii", "Letters beyond ASCII do no harm: grüße, 你好",
                                    Level::should, Verdict::passed, 1, 1)};
    result.verdict = Verdict::passed;
    result.score = 5;
    result.max_score = 5;
    return result;
}

// The reply is in the wrong case; a should case and skipped ones beside it.
inline Result failed() {
    Result result = frame("tcp-capitalize-server", "A TCP server that replies in capitals", "anna/server.py");
    result.notes = {"It took no arguments: it was started without them."};
    CaseResult wrong = one_case("replies-in-capitals", "A message comes back in capitals", Level::must,
                                Verdict::failed, 0, 4);
    wrong.cause = Cause::wrong_case;
    wrong.summary = "the reply differs from the capitals of what was sent";
    model::Finding finding;
    finding.requirement = "the reply is the capitals of what was sent";
    finding.status = model::Finding::Status::not_met;
    finding.cause = Cause::wrong_case;
    finding.awaited = R"("HELLO, WORLD OF QUARTZ AND ZEBRA")";
    finding.got = R"("hello, world of quartz and zebra")";
    finding.detail = "They differ only in capitals: 26 letters are small.";
    finding.evidence = {7};
    wrong.findings = {met("the program listens"), finding};
    wrong.diagnoses = {
        {"echoes",
         "The program sends back exactly what it got.",
         "Send the changed text: in Python, upper() returns a new string and leaves the old one as it "
         "is.",
         {7}}};
    wrong.reproduce =
        "sockgrade check tcp-capitalize-server anna/server.py --case replies-in-capitals --seed 42";
    const std::string text = "hello, world of quartz and zebra";
    wrong.transcripts = {told(
        model::Role::server, {"client"},
        {event::Started{{"python3", "server.py"}},
         event::SocketCall{
             event::SocketCall::Call::bind, model::Transport::tcp, {"0.0.0.0", 12000}, 0, false},
         event::SocketCall{
             event::SocketCall::Call::listen, model::Transport::tcp, {"0.0.0.0", 12000}, 0, false},
         event::StepBegan{0}, event::Opened{"client", kClient, kServer}, event::Sent{"client", text, kServer},
         event::Received{"client", text, kServer}, event::Printed{false, "got " + text + "\n"},
         event::Finished{"client", true}, event::Ended{{model::Termination::How::exited, 0, ""}}})};

    CaseResult next = one_case("next-client", "The next client is served after one leaves", Level::should,
                               Verdict::failed, 0, 1);
    next.cause = Cause::never_connected;
    next.summary = "the second client found nobody listening";
    model::Finding refused;
    refused.requirement = "the second client is let in";
    refused.status = model::Finding::Status::not_met;
    refused.cause = Cause::never_connected;
    refused.awaited = "a connection";
    refused.got = "nothing: the program had ended";
    next.findings = {refused};
    next.hint = "Put accept() inside a loop, and close each connection when its client is done.";
    next.reproduce = "sockgrade check tcp-capitalize-server anna/server.py --case next-client --seed 42";

    CaseResult letters = one_case("changes-letters-only", "Capitals, digits and signs stay as they are",
                                  Level::must, Verdict::skipped, 0, 2);
    letters.summary = "it needs replies-in-capitals, which failed";
    result.cases = {wrong, letters, next};
    result.verdict = Verdict::failed;
    result.score = 0;
    result.max_score = 7;
    return result;
}

// Killed, with a traceback, after a long conversation and a long message.
inline Result crashed() {
    Result result = frame("tcp-capitalize-server", "A TCP server that replies in capitals", "server");
    CaseResult crash =
        one_case("long-message", "A long message comes back whole", Level::must, Verdict::failed, 0, 3);
    crash.cause = Cause::crashed;
    crash.summary = "the program was killed by SIGSEGV before the reply was whole";
    model::Finding finding;
    finding.requirement = "the reply is the capitals of what was sent";
    finding.status = model::Finding::Status::not_met;
    finding.cause = Cause::crashed;
    finding.awaited = "\"" + std::string(70, 'A') + "\\r\\n" + std::string(70, 'B') + "\"";
    finding.got = "\"" + std::string(70, 'A') + "\\n" + std::string(9, 'B') + "\"";
    finding.detail =
        "The program's last words were:\n"
        "Traceback (most recent call last):\n"
        "  File \"server.py\", line 12, in <module>\n"
        "    reply(connection)\n"
        "ConnectionResetError: [Errno 104] Connection reset by peer";
    finding.evidence = {3, 18};
    model::Finding later;
    later.requirement = "the program is still running";
    later.status = model::Finding::Status::not_met;
    later.cause = Cause::crashed;
    later.got = "it was killed by SIGSEGV";
    model::Finding open;
    open.requirement = "the connection is closed after the reply";
    open.status = model::Finding::Status::undecided;
    crash.findings = {finding, later, open};
    crash.reproduce = "sockgrade check tcp-capitalize-server server --case long-message --seed 42";
    model::Transcript transcript = told(model::Role::server, {"first", "second"}, {});
    for (std::size_t i = 0; i < 8; ++i) {
        transcript.events.push_back({0, 0, event::Sent{"first", "aa", kServer}});
        transcript.events.push_back({0, 0, event::Received{i == 1 ? "second" : "first", "AA", kServer}});
    }
    transcript.events.push_back({0, 0, event::Sent{"first", std::string(300, 'b'), kServer}});
    transcript.events.push_back({0, 0, event::Ended{{model::Termination::How::signaled, SIGSEGV, ""}}});
    for (std::size_t i = 0; i < transcript.events.size(); ++i) {
        transcript.events[i].number = i + 1;
        transcript.events[i].at_us = static_cast<std::int64_t>(i) * 700'000;
    }
    crash.transcripts = {model::Transcript{}, transcript};
    crash.shown_transcript = 1;
    result.cases = {crash};
    result.verdict = Verdict::failed;
    result.max_score = 3;
    return result;
}

// Every case failed for the same reason.
inline Result build_failure() {
    Result result = frame("udp-sender", "A UDP sender", "sender.c");
    for (const char* id : {"message-arrives", "one-datagram", "right-port"}) {
        CaseResult one = one_case(id, "The message arrives", Level::must, Verdict::failed, 0, 2);
        one.cause = Cause::build_failed;
        one.summary = "the program could not be built";
        model::Finding finding;
        finding.requirement = "the program compiles";
        finding.status = model::Finding::Status::not_met;
        finding.cause = Cause::build_failed;
        finding.detail =
            "gcc said:\nsender.c: In function 'main':\nsender.c:7:5: error: expected ';' before 'return'\n"
            "    7 |     return 0\n      |     ^~~~~~";
        one.findings = {finding};
        one.reproduce = std::string("sockgrade check udp-sender sender.c --case ") + id + " --seed 42";
        result.cases.push_back(one);
    }
    result.verdict = Verdict::failed;
    result.max_score = 6;
    return result;
}

// Inconclusive and unsupported: nobody's fault.
inline Result without_a_verdict() {
    Result result = frame("tcp-receiver", "A TCP receiver", "Receiver.java");
    result.isolation = "E";
    CaseResult unclear =
        one_case("prints-the-message", "The message is printed", Level::must, Verdict::inconclusive, 0, 3);
    unclear.summary = "the machine had no processor time to spare for 60 seconds";
    CaseResult missing = one_case("any-address", "A computer in the same network gets through", Level::should,
                                  Verdict::unsupported, 0, 1);
    missing.summary = "this machine allows no network of its own";
    result.cases = {unclear, missing};
    result.max_score = 4;
    return result;
}

// Terminal escapes, orders to CI runners, marks that turn the direction of text and broken UTF-8 in every
// field.
inline Result hostile() {
    const std::string evil = "::error::x\x1b[2J\n::stop-commands::y ##[group]\xff\u202egnp\u009b1m\r<b>\"\\";
    Result result = frame(evil, evil, evil);
    result.isolation = evil;
    result.notes = {evil};
    CaseResult one = one_case(evil, evil, Level::must, Verdict::failed, 0, 1);
    one.cause = Cause::wrong_content;
    one.summary = evil;
    one.hint = evil;
    one.reproduce = evil;
    model::Finding finding{
        evil, model::Finding::Status::not_met, Cause::wrong_content, evil, evil, evil, {evil}, {1}};
    model::Finding quoted = finding;
    quoted.awaited = '"' + evil;
    quoted.got = '"' + evil + evil;
    one.findings = {finding, quoted};
    one.diagnoses = {{evil, evil, evil, {1, 99}}};
    one.transcripts = {
        told(model::Role::server, {evil},
             {event::Received{evil, evil, {evil, 1}}, event::Printed{true, evil},
              event::SocketCall{event::SocketCall::Call::bind, model::Transport::tcp, {evil, 1}, 0, false},
              event::Trouble{evil}})};
    CaseResult skipped = one_case(evil, evil, Level::should, Verdict::skipped, 0, 1);
    skipped.summary = evil;
    result.cases = {one, skipped};
    result.verdict = Verdict::failed;
    result.max_score = 2;
    return result;
}

// What would be markup, a cell, a formula, a directive or the end of something in one format or another.
inline Result tricky() {
    const std::string evil =
        "=1+1]]></failure><testcase name=\"x\"/>&amp; <script>alert(1)</script> | a | `code` ```\n"
        "# SKIP\nnot ok 7 - x # TODO\nBail out! no\n...\n---\n1..0\n\u2028@anna #1 !1 ~bug :tada: **bold** "
        "[link](https://example.org) ![](https://example.org/a.png) www.example.org a@example.org\n"
        "    indented $x$ %0A%25,title=y::set-output name=a::b \x85 ##vso[task.complete result=Failed]\ufeff";
    Result result = frame("-" + evil, "@" + evil, "+" + evil);
    result.isolation = "\t=" + evil;
    result.notes = {"* " + evil};
    CaseResult wrong = one_case("\uff1d" + evil, "| " + evil, Level::must, Verdict::failed, 0, 1);
    wrong.cause = Cause::wrong_content;
    wrong.summary = "    " + evil;
    wrong.hint = evil;
    wrong.reproduce = evil;
    wrong.findings = {
        {evil, model::Finding::Status::not_met, Cause::wrong_content, evil, evil, evil, {evil}, {}}};
    wrong.diagnoses = {{evil, evil, evil, {}}};
    CaseResult fine = one_case("2", evil, Level::must, Verdict::passed, 1, 1);
    fine.findings = {met(evil, {evil})};
    CaseResult unclear = one_case("3", evil, Level::should, Verdict::inconclusive, 0, 1);
    unclear.summary = "\r=" + evil;
    result.cases = {wrong, fine, unclear};
    result.verdict = Verdict::failed;
    result.score = 1;
    result.max_score = 3;
    return result;
}

inline CaseResult question(std::string id, std::string ask, std::string kind, Verdict verdict, int points,
                           std::string answer) {
    CaseResult result = one_case(std::move(id), std::move(ask), Level::must, verdict,
                                 verdict == Verdict::passed ? points : 0, points);
    result.duration_ms = 0;
    result.question = std::move(kind);
    model::Finding finding;
    finding.requirement = result.title;
    finding.got = std::move(answer);
    result.findings = {finding};
    return result;
}

// A program that passed, with answers beside it: right, wrong, none, and for a person.
inline Result questions() {
    Result result = frame("udp-sender", "A UDP sender", "anna");
    result.notes = {"answers.yaml:9: there is no question \"lan-ro-wan\"; did you mean 'lan-or-wan'?"};
    const CaseResult right = question("constant-for-udp", "Which constant makes a UDP socket?", "text",
                                      Verdict::passed, 1, "\"SOCK_DGRAM\"");
    CaseResult wrong =
        question("started-first", "Which of the two programs has to be started first, and why?", "choose-one",
                 Verdict::failed, 1, "\"d\"");
    wrong.cause = Cause::wrong_content;
    wrong.summary = "That is how it is with TCP.";
    wrong.findings[0].awaited = "c) The receiver";
    wrong.hint = "Try both orders.";
    wrong.findings[0].status = model::Finding::Status::not_met;
    wrong.findings[0].cause = wrong.cause;
    wrong.findings[0].detail = wrong.summary;
    wrong.reproduce = "sockgrade check udp-sender anna --case started-first";
    CaseResult none =
        question("three-calls", "How many datagrams are sent?", "number", Verdict::failed, 1, "");
    none.cause = Cause::missing;
    none.summary = "This question is not answered.";
    none.findings[0].status = model::Finding::Status::not_met;
    none.findings[0].cause = none.cause;
    none.findings[0].detail = none.summary;
    CaseResult open =
        question("who-could-tell", "Who could tell your sender that its message arrived?", "open",
                 Verdict::unsupported, 2, R"("The receiver: it sends something back.")");
    open.for_a_person = true;
    open.summary = "A person reads this answer. It is answered.";
    open.findings[0].status = model::Finding::Status::undecided;
    open.findings[0].detail = open.summary;
    result.cases = {one_case("sends-the-message", "The message arrives", Level::must, Verdict::passed, 3, 3),
                    right, wrong, none, open};
    result.verdict = Verdict::failed;
    result.score = 4;
    result.max_score = 8;
    return result;
}

inline std::vector<std::pair<std::string, Result>> all() {
    return {{"passed", passed()},
            {"failed", failed()},
            {"crashed", crashed()},
            {"build-failure", build_failure()},
            {"without-a-verdict", without_a_verdict()},
            {"hostile", hostile()},
            {"tricky", tricky()},
            {"questions", questions()}};
}

}  // namespace sockgrade::reports::samples
