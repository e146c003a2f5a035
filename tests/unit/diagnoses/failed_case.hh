// Literal transcripts of cases that failed, for the tests of diagnoses.
#pragma once

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "diagnoses/case_view.hh"

namespace sockgrade::diagnoses {

namespace event = model::event;
using model::Cause;
using model::Role;
using model::Transport;
using model::WaitEnd;
using model::Waits;
using testing::HasSubstr;
using testing::Not;

inline constexpr auto kTcp = Transport::tcp;
inline constexpr auto kUdp = Transport::udp;
inline const Waits kWaitsInRecv{{WaitCall::recvfrom, 3}};
inline constexpr std::uint16_t kPort = 12000;

struct FailedCase {
    model::Transcript transcript;
    std::vector<model::Finding> findings;
    Cause cause;

    FailedCase(Role role, Transport transport, Cause first_cause) : findings(1), cause(first_cause) {
        findings[0].status = model::Finding::Status::not_met;
        findings[0].cause = first_cause;
        transcript.plan.role = role;
        transcript.plan.transport = transport;
        transcript.plan.given.address = {"127.0.0.1", kPort};
    }
    FailedCase& add(event::What what) {
        transcript.events.push_back({transcript.events.size() + 1, 0, std::move(what)});
        return *this;
    }
    // The finding rests on the event that was added last.
    FailedCase& proof() {
        findings[0].evidence.push_back(transcript.events.size());
        return *this;
    }
    // A step that ends here.
    FailedCase& step(const std::string& actor, model::Action action, WaitEnd how = WaitEnd::satisfied,
                     const Waits& waits = {}) {
        transcript.plan.steps.push_back({actor, std::move(action), 0});
        return add(event::StepEnded{transcript.plan.steps.size() - 1, how, waits});
    }
    FailedCase& started(const std::string& program) { return add(event::Started{{program}}); }
    FailedCase& call(Call name, const model::Address& address, int error = 0, bool ephemeral = false) {
        return add(event::SocketCall{name, transcript.plan.transport, address, error, ephemeral});
    }
    FailedCase& errors(const std::string& text) { return add(event::Printed{true, text}); }
    FailedCase& prints(const std::string& text) { return add(event::Printed{false, text}); }
    FailedCase& exited(int code) { return add(event::Ended{{model::Termination::How::exited, code, ""}}); }
    FailedCase& killed(int signal) {
        return add(event::Ended{{model::Termination::How::signaled, signal, ""}});
    }
    FailedCase& opened(const std::string& peer, std::uint16_t port) {
        return add(event::Opened{peer, {"127.0.0.1", port}, {"127.0.0.1", kPort}});
    }
    FailedCase& sent(const std::string& peer, const std::string& bytes) {
        return add(event::Sent{peer, bytes, {"127.0.0.1", kPort}});
    }
    FailedCase& received(const std::string& peer, const std::string& bytes) {
        return add(event::Received{peer, bytes, {"127.0.0.1", kPort}});
    }
};

inline model::Expect expect(model::Expect::What what) {
    model::Expect expectation;
    expectation.what = what;
    return expectation;
}

// A server got `question`; `answer` came back, or nothing.
inline FailedCase replied(const std::string& question, const std::string& answer, Cause cause,
                          Transport transport = Transport::tcp) {
    FailedCase one(Role::server, transport, cause);
    one.opened("client", 40000).sent("client", question).proof();
    if (!answer.empty()) one.received("client", answer).proof();
    return one.step("client", expect(model::Expect::What::capitals),
                    answer.empty() ? WaitEnd::quiet : WaitEnd::satisfied);
}

// A sender was given `message`, typed or as an argument; `got` arrived.
inline FailedCase delivered(const std::string& message, const std::string& got, Cause cause,
                            bool typed = false, Transport transport = Transport::tcp) {
    FailedCase one(Role::sender, transport, cause);
    one.transcript.plan.given.message = message;
    one.transcript.plan.given.names_message = !typed;
    if (typed) one.add(event::Typed{message + "\n"});
    return one.received("receiver", got).proof().step("receiver", expect(model::Expect::What::given));
}

// `text` came to a receiver, which printed `output`.
inline FailedCase shown(const std::string& text, const std::string& output, Cause cause = Cause::missing,
                        Transport transport = Transport::tcp, const Waits& waits = {}) {
    FailedCase one(Role::receiver, transport, cause);
    one.opened("sender", 40000).sent("sender", text).proof();
    if (!output.empty()) one.prints(output);
    return one.step(model::kProgram, model::Prints{}, waits.empty() ? WaitEnd::satisfied : WaitEnd::quiet,
                    waits);
}

// A client sent `question` and got `answer`; `output` is what it then printed.
inline FailedCase client_shown(const std::string& question, const std::string& answer,
                               const std::string& output, Cause cause = Cause::missing) {
    FailedCase one(Role::client, Transport::tcp, cause);
    one.received("server", question).sent("server", answer).proof();
    if (!output.empty()) one.prints(output);
    model::Prints prints;
    prints.what = model::Prints::What::reply;
    return one.step(model::kProgram, prints, WaitEnd::program_ended);
}

// What the diagnosis says of it: its message, a bar, its hint. Nothing: an empty text.
template <typename Look>
std::string said(Look look, const FailedCase& one) {
    const auto kinds = catalog();
    const auto kind = std::find_if(kinds.begin(), kinds.end(),
                                   [&](const DiagnosisKind& known) { return known.look == look; });
    const auto diagnosis = look_at(CaseView({one.transcript, one.findings, one.cause}), *kind);
    return diagnosis.has_value() ? diagnosis->message + " | " + diagnosis->hint : "";
}

}  // namespace sockgrade::diagnoses
