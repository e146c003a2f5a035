// Servers that call other servers, and that tell ports, as real programs.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "checks/judge.hh"
#include "record/transcript_json.hh"
#include "tests/unit/run/python_case.hh"

namespace sockgrade::run {
namespace {

using model::Verdict;
using testing::HasSubstr;

model::Expect awaits_line(const std::string& bytes) {
    model::Expect made;
    made.what = model::Expect::What::bytes;
    made.message = text(bytes);
    made.frame.until = model::Frame::Until::line;
    return made;
}

// The peers `first` and `second` listen at 34567 and 34568.
model::Plan plan_of_proxy(std::vector<model::Step> steps) {
    model::Plan made = plan(model::Role::server, model::Transport::tcp, std::move(steps));
    made.called = {{"first", {"127.0.0.1", 34567}}, {"second", {"127.0.0.1", 34568}}};
    return made;
}

// Takes a line, asks the servers at these ports one after another, and answers with what the first says that
// is there, or with "nobody".
std::string proxy_to(const std::string& ports) {
    return "import socket\ns = socket.create_server(('', 23456))\nwhile True:\n    c, _ = s.accept()\n"
           "    line = c.makefile('rb').readline()\n    answer = b'nobody\\n'\n    for port in " +
           ports +
           ":\n        try:\n            with socket.create_connection(('127.0.0.1', port)) as o:\n"
           "                o.sendall(line)\n                answer = o.makefile('rb').readline()\n"
           "                break\n        except OSError:\n            pass\n    c.sendall(answer)\n"
           "    c.close()\n";
}

std::vector<model::Step> asks(const std::string& client, const std::string& peer) {
    return {step(client, model::Connect{}),
            step(client, model::Send{{text("hi\n")}}),
            step(peer, model::Accept{}),
            step(peer, awaits_line("hi\n")),
            step(peer, model::Send{{text("ok\n")}}),
            step(peer, model::Close{}),
            step(client, awaits_line("ok\n"))};
}

std::vector<model::Step> joined(std::vector<model::Step> first, const std::vector<model::Step>& second) {
    first.insert(first.end(), second.begin(), second.end());
    return first;
}

std::string why_it_fails(const model::Transcript& transcript) {
    const checks::Judgement judgement = checks::judge(transcript);
    return judgement.verdict == Verdict::passed ? "" : judgement.summary;
}

TEST(CalledPeers, TakeOneConnectionAfterAnother) {
    const model::Transcript seen =
        run_python(plan_of_proxy(joined(asks("anna", "first"), asks("ben", "first"))), proxy_to("[34567]"));
    EXPECT_EQ(why_it_fails(seen), "");
    // Judged again from its record it is the same.
    EXPECT_EQ(why_it_fails(record::transcript_from_json(record::transcript_to_json(seen))), "");
}

TEST(CalledPeers, EachHasItsOwnDoor) {
    EXPECT_EQ(why_it_fails(run_python(plan_of_proxy(asks("anna", "second")), proxy_to("[34568]"))), "");
    const auto other = checks::judge(run_python(plan_of_proxy(asks("anna", "second")), proxy_to("[34567]")));
    EXPECT_EQ(other.verdict, Verdict::failed);
    EXPECT_EQ(other.cause, model::Cause::never_connected);
    EXPECT_THAT(other.findings.back().awaited, HasSubstr("127.0.0.1:34568"));
}

TEST(CalledPeers, AreAwayAndComeBack) {
    const std::vector<model::Step> steps =
        joined(joined({step("first", model::GoAway{})}, asks("anna", "second")),
               joined({step("first", model::ComeBack{})}, asks("ben", "first")));
    EXPECT_EQ(why_it_fails(run_python(plan_of_proxy(steps), proxy_to("[34567, 34568]"))), "");
    EXPECT_NE(why_it_fails(run_python(plan_of_proxy(steps), proxy_to("[34567]"))), "");
}

// The door is closed before the step, since nobody can say when the program calls.
TEST(CalledPeers, RefuseTheFirstCall) {
    const std::vector<model::Step> steps{
        step("anna", model::Connect{}), step("anna", model::Send{{text("hi\n")}}),
        step("first", model::Refuse{1}), step("anna", awaits_line("nobody\n"))};
    EXPECT_EQ(why_it_fails(run_python(plan_of_proxy(steps), proxy_to("[34567]"))), "");
}

// Tells a port, and says "hi" to who calls there.
const std::string kTellsAPort =
    "import socket\ns = socket.create_server(('', 23456))\nc, _ = s.accept()\n"
    "t = socket.create_server(('', 0))\nc.sendall(b'%d\\n' % (t.getsockname()[1] + MORE))\n"
    "d, _ = t.accept()\nd.sendall(b'hi\\n')\nimport time\ntime.sleep(100)\n";

model::Plan plan_of_told_port() {
    model::Expect told;
    told.what = model::Expect::What::one_of;
    told.wanted = {{text("(?P<told>\\d+)\n"), true, ""}};
    told.frame.until = model::Frame::Until::line;
    model::Message port;
    port.text = port.late = "{told}";
    return plan(
        model::Role::server, model::Transport::tcp,
        {step("client", model::Connect{}), step("client", told),
         step("data", model::Connect{model::From::anywhere, port}), step("data", awaits_line("hi\n"))});
}

TEST(Connect, ToThePortThatTheProgramTold) {
    EXPECT_EQ(why_it_fails(run_python(plan_of_told_port(), "MORE = 0\n" + kTellsAPort)), "");
}

TEST(Connect, ToAPortWhereNobodyListens) {
    const auto seen = checks::judge(run_python(plan_of_told_port(), "MORE = 1\n" + kTellsAPort));
    EXPECT_EQ(seen.cause, model::Cause::wrong_address);
    EXPECT_THAT(seen.summary, HasSubstr("A client can connect"));
}

TEST(Connect, ToWhatIsNoPort) {
    const auto seen = checks::judge(run_python(plan_of_told_port(), "MORE = 1000000\n" + kTellsAPort));
    EXPECT_EQ(seen.cause, model::Cause::wrong_address);
    ASSERT_FALSE(seen.findings.empty());
    const auto no_port = std::find_if(seen.findings.begin(), seen.findings.end(), [](const auto& finding) {
        return finding.detail.find("is no port: ports go from 1 to 65535") != std::string::npos;
    });
    EXPECT_NE(no_port, seen.findings.end());
}

}  // namespace
}  // namespace sockgrade::run
