// Transcripts as literals: a case told step by step.
#pragma once

#include <gtest/gtest.h>

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "checks/check.hh"
#include "checks/judge.hh"
#include "model/transcript.hh"

namespace sockgrade::checks {

using namespace model::event;
using model::Address;
using model::Cause;
using model::Role;
using model::Termination;
using model::Transport;
using model::Verdict;
using model::WaitEnd;
using model::Waits;
using Status = model::Finding::Status;
using Call = SocketCall::Call;
using WaitCall = model::Wait::Call;

inline const Address kGiven{"127.0.0.1", 12000};
inline const Address kPeer{"127.0.0.1", 40000};

class Case {
  public:
    Case(Role role, Transport transport) {
        plan().role = role;
        plan().transport = transport;
        plan().given.address = kGiven;
        plan().given.names_port = true;
        plan().given.names_host = role == Role::client || role == Role::sender;
    }

    model::Plan& plan() { return transcript_.plan; }
    const model::Transcript& transcript() const { return transcript_; }
    void set_time(std::size_t position, std::int64_t at_us) { transcript_.events.at(position).at_us = at_us; }

    Case& happens(What what) {
        transcript_.events.push_back({transcript_.events.size() + 1, 0, std::move(what)});
        return *this;
    }
    // A whole step: it begins, this happens, and it ends so.
    Case& step(const std::string& actor, model::Action action, const std::vector<What>& happenings = {},
               WaitEnd how = WaitEnd::satisfied, const Waits& waits = {}) {
        const std::size_t index = plan().steps.size();
        plan().steps.push_back({actor, std::move(action), 0});
        happens(StepBegan{index});
        for (const What& what : happenings) happens(what);
        return happens(StepEnded{index, how, waits});
    }
    // One that is planned and was never begun.
    Case& never(const std::string& actor, model::Action action) {
        plan().steps.push_back({actor, std::move(action), 0});
        return *this;
    }

    Judgement judged() const { return judge(transcript_); }

  private:
    model::Transcript transcript_;
};

inline model::Message text(std::string bytes) { return {model::Message::Form::text, bytes, "", bytes}; }
inline model::Send send(const std::string& bytes) { return {{text(bytes)}}; }
inline model::Expect expect(model::Expect::What what, const std::string& bytes = "") {
    model::Expect made;
    made.what = what;
    made.message = text(bytes);
    return made;
}
inline Sent sent(const std::string& bytes, const std::string& actor = "client") {
    return {actor, bytes, kGiven};
}
inline Received received(const std::string& bytes, const std::string& actor = "client") {
    return {actor, bytes, kGiven};
}
inline Printed printed(const std::string& bytes) { return {false, bytes}; }
inline Printed error_output(const std::string& bytes) { return {true, bytes}; }
inline SocketCall call(Call name, Transport transport, const Address& address, int error = 0,
                       bool ephemeral = false) {
    return {name, transport, address, error, ephemeral};
}
inline SocketCall listening(const Address& address = kGiven) {
    return call(Call::listen, Transport::tcp, address);
}
inline Opened opened(const std::string& actor = "client") { return {actor, kPeer, kGiven}; }
inline Ended exited(int status) { return {{Termination::How::exited, status, ""}}; }
inline Ended killed(int signal) { return {{Termination::How::signaled, signal, ""}}; }

// A TCP server that a client has connected to.
inline Case connected_server() {
    Case one(Role::server, Transport::tcp);
    one.step("client", model::Connect{}, {listening(), opened()});
    return one;
}

// A TCP client that was accepted, or a UDP sender whose datagrams come.
inline Case accepted_client(Role role = Role::client) {
    Case one(role, Transport::tcp);
    one.plan().given.message = "good morning and 42 apples";
    one.plan().given.names_message = true;
    one.step("server", model::Accept{},
             {call(Call::connect, Transport::tcp, kGiven), Opened{"server", kGiven, kPeer}});
    return one;
}

inline std::string words_of(const model::Finding& finding) {
    std::string all =
        finding.requirement + "\n" + finding.awaited + "\n" + finding.got + "\n" + finding.detail;
    for (const std::string& note : finding.notes) all += "\n" + note;
    return all;
}
inline std::string words_of(const Judgement& judgement) {
    std::string all = judgement.summary;
    for (const model::Finding& finding : judgement.findings) all += "\n" + words_of(finding);
    return all;
}
// The notes of all findings, in order.
inline std::vector<std::string> notes_of(const Judgement& judgement) {
    std::vector<std::string> notes;
    for (const model::Finding& finding : judgement.findings)
        notes.insert(notes.end(), finding.notes.begin(), finding.notes.end());
    return notes;
}

// Fails with what was said, when the verdict is another one.
inline void expect_passed(const Case& one) {
    const Judgement judgement = one.judged();
    EXPECT_EQ(judgement.verdict, Verdict::passed) << words_of(judgement);
    EXPECT_EQ(judgement.cause, std::nullopt);
}
inline void expect_failed(const Case& one, Cause cause, const std::string& saying = "") {
    const Judgement judgement = one.judged();
    EXPECT_EQ(judgement.verdict, Verdict::failed) << words_of(judgement);
    ASSERT_TRUE(judgement.cause.has_value()) << words_of(judgement);
    EXPECT_EQ(model::to_string(*judgement.cause), model::to_string(cause)) << words_of(judgement);
    EXPECT_NE(words_of(judgement).find(saying), std::string::npos) << words_of(judgement);
    EXPECT_EQ(judgement.findings.back().status, Status::not_met);
}

}  // namespace sockgrade::checks
