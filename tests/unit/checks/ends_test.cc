// How a program ends, and how its connection does: exits, closes, keeps_running, sends_nothing_more,
// sends_exactly.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cerrno>
#include <csignal>
#include <string>

#include "transcript_builder.hh"

namespace sockgrade::checks {
namespace {

using testing::Contains;
using testing::HasSubstr;

using What = model::Expect::What;
using Happenings = std::vector<model::event::What>;

Case exits(const Happenings& happenings, WaitEnd how = WaitEnd::satisfied,
           std::optional<int> status = std::nullopt) {
    return connected_server().step(model::kProgram, model::Exits{status}, happenings, how,
                                   "accept() on descriptor 3");
}

TEST(Exits, ByItselfWithAnyStatus) {
    expect_passed(exits({exited(0)}));
    expect_passed(exits({exited(3)}));
}

TEST(Exits, WithTheStatusThatIsAskedFor) {
    expect_passed(exits({exited(3)}, WaitEnd::satisfied, 3));
    expect_failed(exits({exited(1)}, WaitEnd::satisfied, 0), Cause::exited_early, "exit status 1");
}

TEST(Exits, NotByASignal) { expect_failed(exits({killed(SIGSEGV)}), Cause::crashed, "SIGSEGV"); }

// A write to a peer that has closed: C programs die of it, and rightly so.
TEST(Exits, SigpipeAfterOurCloseIsNoCrash) {
    const Case late = exits({Closed{"client", false}, killed(SIGPIPE)});
    expect_passed(late);
    EXPECT_THAT(notes_of(late.judged()), Contains(HasSubstr("SIGPIPE")));
    expect_failed(exits({killed(SIGPIPE)}), Cause::crashed);
    expect_failed(exits({Closed{"client", false}, killed(SIGPIPE)}, WaitEnd::satisfied, 0), Cause::crashed);
}

TEST(Exits, StillThere) {
    expect_failed(exits({}, WaitEnd::quiet), Cause::hung, "waiting in accept() on descriptor 3");
    expect_failed(exits({}, WaitEnd::backstop), Cause::hung);
    // That we stopped it in the end says nothing.
    expect_failed(exits({}, WaitEnd::quiet).happens(Ended{{Termination::How::stopped, 0, ""}}), Cause::hung);
}

TEST(Exits, LeavingOthersBehind) {
    expect_failed(exits({exited(0)}).happens(LeftProcesses{2}), Cause::left_processes);
    expect_failed(exits({killed(SIGABRT)}).happens(LeftProcesses{2}), Cause::crashed);
}

TEST(Exits, NeverStarted) {
    Case broken(Role::server, Transport::tcp);
    broken.step("client", model::Connect{}, {Ended{{Termination::How::not_started, ENOEXEC, "exec"}}},
                WaitEnd::program_ended);
    expect_failed(broken, Cause::build_failed, "exec");
}

Case closes(const Happenings& happenings, WaitEnd how = WaitEnd::quiet) {
    return connected_server().step("client", expect(What::end), happenings, how);
}

TEST(Closes, ByFinOrReset) {
    expect_passed(closes({Finished{"client", true}}));
    const Case reset = closes({ResetSeen{"client", ECONNRESET}});
    expect_passed(reset);
    EXPECT_THAT(notes_of(reset.judged()), Contains(HasSubstr("RST")));
}

TEST(Closes, ItsOwnConnectionNotOurs) {
    expect_failed(closes({Finished{"client", false}}), Cause::hung);
    expect_failed(closes({Finished{"other", true}}), Cause::hung);
}

TEST(KeepsRunning, UnlessItEndedByItself) {
    expect_passed(connected_server().step(model::kProgram, model::IsRunning{}));
    expect_passed(connected_server()
                      .step(model::kProgram, model::IsRunning{})
                      .happens(Ended{{Termination::How::stopped, 0, ""}}));
    expect_failed(connected_server().step(model::kProgram, model::IsRunning{}, {exited(0)}),
                  Cause::exited_early);
    expect_failed(connected_server().step(model::kProgram, model::IsRunning{}, {killed(SIGPIPE)}),
                  Cause::crashed);
}

TEST(SendsNothingMore, ButSomethingCame) {
    expect_passed(connected_server().step("client", expect(What::nothing), {}, WaitEnd::quiet));
    expect_failed(connected_server().step("client", expect(What::nothing), {received("bye")}), Cause::extra,
                  "\"bye\"");
}

TEST(SendsExactly, ThisText) {
    const auto with = [](const std::string& bytes) {
        return connected_server().step("client", expect(What::bytes, "READY\n"), {received(bytes)});
    };
    expect_passed(with("READY\n"));
    expect_passed(with("READY\r\n"));
    expect_failed(with("ready\n"), Cause::wrong_case);
    expect_failed(with("READY NOW\n"), Cause::extra);
    expect_failed(connected_server().step("client", expect(What::bytes, "READY\n"), {}, WaitEnd::quiet),
                  Cause::no_reply);
}

TEST(SendsSomething, WhateverItIs) {
    expect_passed(accepted_client().step("server", expect(What::anything), {received("x", "server")}));
    expect_failed(accepted_client().step("server", expect(What::anything), {}, WaitEnd::quiet),
                  Cause::missing);
}

}  // namespace
}  // namespace sockgrade::checks
