#include "checks/judge.hh"

#include <fmt/format.h>

#include <algorithm>
#include <cerrno>

#include "checks/check.hh"
#include "checks/difference.hh"
#include "checks/played.hh"
#include "checks/silence.hh"
#include "telling/event.hh"

namespace sockgrade::checks {

using model::Cause;
using model::Finding;
using model::Role;
using model::Transport;
using model::Verdict;
using Status = model::Finding::Status;
namespace event = model::event;

namespace {

// What a step asks of the program; a step that only plays a peer's part may ask nothing.
class StepJudge {
  public:
    StepJudge(const Reading& reading, const model::Step& step, const StepReading& at)
        : question_{reading, step, at} {}

    std::vector<Finding> operator()(const model::Connect& action) const {
        return {listens(question_), accepts(question_, action)};
    }
    std::vector<Finding> operator()(const model::Accept&) const { return {dials(question_)}; }
    std::vector<Finding> operator()(const model::Refuse& action) const {
        return {tries_again(question_, action)};
    }
    // Who waits for an answer dials, though nobody answers.
    std::vector<Finding> operator()(const model::FillBacklog&) const {
        using What = event::FaultPlayed::What;
        if (times_played(question_.reading.transcript(), question_.step.actor, What::backlog_full,
                         question_.at.range.end) > 0)
            return {};
        return {dials(question_)};
    }
    std::vector<Finding> operator()(const model::ComeBack&) const {
        const model::Plan& plan = question_.reading.plan();
        const bool connects = plan.transport == Transport::tcp && only_listens(plan.role) &&
                              !is_called(plan, question_.step.actor);
        return connects ? std::vector{accepts(question_, model::Connect{})} : std::vector<Finding>{};
    }
    std::vector<Finding> operator()(const model::Send& send) const {
        if (question_.reading.plan().transport != Transport::udp) return {};
        std::vector<Finding> findings{listens(question_)};
        if (!send.answers.empty()) findings.push_back(acknowledges(question_, send));
        return findings;
    }
    // A program of a pair that is to answer what the other one sends.
    std::vector<Finding> operator()(const model::AnswerEach& how) const {
        if (question_.step.actor != model::kProgram) return {};
        return {answers_what_arrives(question_, how)};
    }
    std::vector<Finding> operator()(const model::Whenever& whenever) const {
        return answers_by_rules(question_, whenever);
    }
    std::vector<Finding> operator()(const model::Expect& expect) const {
        std::vector<Finding> findings;
        if (is_called(question_.reading.plan(), question_.step.actor)) findings.push_back(dials(question_));
        findings.push_back(judge_expectation(expect));
        if (findings.back().status == Status::met &&
            (expect.within.count() > 0 || expect.not_before.count() > 0))
            findings.push_back(came_in_time(question_, expect));
        if (findings.back().status == Status::met && expect.port == model::Expect::Port::another)
            findings.push_back(answers_from_its_port(question_));
        if (findings.back().status == Status::met && expect.frame.until == model::Frame::Until::end) {
            Finding end = closes(question_);
            if (end.status != Status::met) findings.push_back(std::move(end));
        }
        return findings;
    }
    std::vector<Finding> operator()(const model::Prints& action) const {
        switch (action.what) {
            case model::Prints::What::ports:
                return {prints_listening_ports(question_), says_nothing_to_servers(question_)};
            case model::Prints::What::addresses:
                return {prints_its_addresses(question_)};
            default:
                return {prints(question_, action)};
        }
    }
    std::vector<Finding> operator()(const model::Exits& action) const { return {exits(question_, action)}; }
    std::vector<Finding> operator()(const model::IsRunning& action) const {
        std::vector<Finding> findings{keeps_running(question_, action)};
        if (action.sends_at_most > 0) findings.push_back(sends_no_more_than(question_, action));
        return findings;
    }
    std::vector<Finding> operator()(const model::KeepsPrinting&) const {
        const Role role = question_.reading.plan().role;
        if (!only_listens(role)) return {keeps_printing(question_)};
        return {listens(question_), keeps_printing(question_)};
    }
    std::vector<Finding> operator()(const model::Wrote& action) const {
        std::vector<Finding> findings;
        for (const model::FileWanted& file : action.files) findings.push_back(wrote(question_, file));
        return findings;
    }
    template <typename Other>
    std::vector<Finding> operator()(const Other&) const {
        return {};
    }

    Finding judge_expectation(const model::Expect& expect) const {
        switch (expect.what) {
            case model::Expect::What::bytes:
                return sends_exactly(question_, expect);
            case model::Expect::What::one_of:
                return sends_one_of(question_, expect);
            case model::Expect::What::any_order:
                return sends_in_any_order(question_, expect);
            case model::Expect::What::format:
                return sends_format(question_, expect);
            case model::Expect::What::capitals:
                return replies_in_capitals(question_, expect);
            case model::Expect::What::each:
                return answers_each(question_, expect);
            case model::Expect::What::all:
                return sends_all(question_, expect);
            case model::Expect::What::given:
                return sends_given(question_);
            case model::Expect::What::anything:
                return sends_something(question_);
            case model::Expect::What::nothing:
                return sends_nothing_more(question_);
            case model::Expect::What::once:
                return sends_no_copies(question_);
            case model::Expect::What::end:
                return closes(question_);
            case model::Expect::What::fixed:
                return sends_fixed_reply(question_);
            case model::Expect::What::http:
                return sends_http_response(question_, expect);
            case model::Expect::What::typed:
                return sends_what_is_typed(question_, expect);
            case model::Expect::What::typed_lines:
                return sends_typed_lines(question_, expect);
        }
        return {};
    }

  private:
    Question question_;
};

bool same_requirement_met(const std::vector<Finding>& findings, const Finding& finding) {
    return finding.status == Status::met && finding.notes.empty() &&
           std::any_of(findings.begin(), findings.end(),
                       [&](const Finding& known) { return known.requirement == finding.requirement; });
}

std::size_t steps_played(const model::Transcript& transcript) {
    return transcript.all<event::StepBegan>().size();
}

std::vector<std::string> unfired_faults(const model::Transcript& transcript) {
    std::vector<std::string> unfired;
    const auto applied = transcript.all<event::FaultApplied>();
    for (std::size_t i = 0; i < transcript.plan.faults.size(); ++i) {
        const model::FaultRule& rule = transcript.plan.faults[i];
        const bool fired = std::any_of(applied.begin(), applied.end(), [&](const event::FaultApplied* fault) {
            return fault->rule == i && fault->kind == rule.kind && fault->direction == rule.direction;
        });
        if (!fired) unfired.push_back(rule.kind);
    }
    return unfired;
}

std::string summary_of(const Finding& finding) {
    std::string text = finding.requirement;
    if (!text.empty() && text.back() == '.') text.pop_back();
    text = "Not met: " + text;
    if (finding.cause.has_value()) text += fmt::format(" ({})", model::to_string(*finding.cause));
    return text + ".";
}

bool broke_off(const StepReading& last, const model::Plan& plan) {
    // A program that is never at rest may have done all that the last step asks.
    const bool is_hung = last.how == model::WaitEnd::backstop && last.index + 1 < plan.steps.size();
    return is_hung || last.how == model::WaitEnd::flooded;
}

// A case that broke off in a step asks nothing of the steps after it, and must not pass for that. The step
// itself may ask nothing, or have got all that it asks before the flood.
Finding goes_on(const Reading& reading, const StepReading& last) {
    Finding finding;
    finding.requirement = fmt::format("The {} goes on to the end of the case.", reading.program());
    for (std::size_t i = last.range.begin; i < last.range.end; ++i)
        if (std::holds_alternative<event::StepEnded>(reading.transcript().events[i].what))
            finding.evidence.push_back(reading.transcript().events[i].number);
    explain_silence(finding, reading, last, nullptr, Cause::hung);
    finding.step = last.index;
    return finding;
}

// What the machine did to the program. One that is made for another kind of machine (ENOEXEC) is no good to
// anybody; everything else that keeps a file from being started lies around it.
std::string not_the_programs_fault(const model::Transcript& transcript, bool failed) {
    for (const model::Event& one : transcript.events) {
        const auto* ended = std::get_if<event::Ended>(&one.what);
        if (ended != nullptr && ended->termination.how == model::Termination::How::not_started &&
            ended->termination.code != ENOEXEC)
            return telling::describe(ended->termination);
        if (!failed) continue;
        const auto is_missing = [](const model::Address& address, int error) {
            return address.host == "::1" && (error == EADDRNOTAVAIL || error == EAFNOSUPPORT);
        };
        const auto* call = std::get_if<event::SocketCall>(&one.what);
        const bool binds = call != nullptr && call->call == event::SocketCall::Call::bind;
        if (binds && is_missing(call->address, call->error))
            return "localhost stands for ::1 here, which is an address that this machine does not have";
        const auto* refused = std::get_if<event::NotOpened>(&one.what);
        if (refused != nullptr && is_missing(refused->remote, refused->error))
            return "the program listens for IPv6 only, and this machine does not have the address ::1";
    }
    return "";
}

void conclude(Judgement& judgement, const model::Transcript& transcript) {
    const auto failed =
        std::find_if(judgement.findings.begin(), judgement.findings.end(),
                     [](const Finding& finding) { return finding.status == Status::not_met; });
    if (const auto* unsupported = transcript.first<event::Unsupported>()) {
        judgement.verdict = Verdict::unsupported;
        judgement.summary = "This case can't be played here: " + unsupported->what;
    } else if (const auto* trouble = transcript.first<event::Trouble>()) {
        judgement.verdict = Verdict::inconclusive;
        judgement.summary = "The grader or the machine got in the way: " + trouble->what;
    } else if (const std::string why = not_the_programs_fault(transcript, failed != judgement.findings.end());
               !why.empty()) {
        judgement.verdict = Verdict::inconclusive;
        judgement.summary = fmt::format(
            "The grader or the machine got in the way: {} (`sockgrade doctor` says what is missing).", why);
    } else if (failed != judgement.findings.end()) {
        judgement.verdict = Verdict::failed;
        judgement.cause = failed->cause;
        judgement.summary = summary_of(*failed);
    } else if (const std::size_t played = steps_played(transcript); played < transcript.plan.steps.size()) {
        judgement.verdict = Verdict::inconclusive;
        judgement.summary = fmt::format("The case was played to its step {} of {} only.", played,
                                        transcript.plan.steps.size());
    } else if (const auto unfired = unfired_faults(transcript); !unfired.empty()) {
        judgement.verdict = Verdict::inconclusive;
        judgement.summary =
            fmt::format("The fault '{}' of this case found nothing to act on.", unfired.front());
    } else if (const auto unplayed = unplayed_fault(transcript)) {
        judgement.verdict = Verdict::inconclusive;
        judgement.summary =
            fmt::format("What makes this case hard was not seen to take effect: {}.", *unplayed);
    } else {
        judgement.summary = "All requirements are met.";
    }
}

}  // namespace

std::vector<Finding> judge_expectations(const model::Transcript& transcript) {
    const Reading reading(transcript.plan, transcript);
    std::vector<Finding> findings;
    for (std::size_t i = 0; i < transcript.plan.steps.size(); ++i) {
        const model::Step& step = transcript.plan.steps[i];
        const auto at = reading.step(i);
        if (!at.has_value()) break;
        if (const auto* expect = std::get_if<model::Expect>(&step.action))
            findings.push_back(StepJudge(reading, step, *at).judge_expectation(*expect));
    }
    return findings;
}

Judgement judge(const model::Transcript& transcript, const std::string& program) {
    const Reading reading(transcript.plan, transcript, program);
    Judgement judgement;
    bool address_judged = false;
    std::optional<StepReading> last;
    for (std::size_t i = 0; i < transcript.plan.steps.size(); ++i) {
        const model::Step& step = transcript.plan.steps[i];
        const auto at = reading.step(i);
        if (!at.has_value()) break;
        last = at;
        for (Finding& finding : std::visit(StepJudge(reading, step, *at), step.action)) {
            if (same_requirement_met(judgement.findings, finding)) continue;
            finding.step = i;
            const bool failed = finding.status == Status::not_met;
            judgement.findings.push_back(std::move(finding));
            // What follows the first failure may be its consequence.
            if (failed) return conclude(judgement, transcript), judgement;
        }
        // As soon as the program is known to be somewhere, it matters whether that is where it should be.
        if (!address_judged && address_used(transcript).has_value() && !judgement.findings.empty()) {
            address_judged = true;
            judgement.findings.push_back(uses_its_address(reading));
            if (judgement.findings.back().status == Status::not_met)
                return conclude(judgement, transcript), judgement;
        }
    }
    if (last.has_value() && broke_off(*last, transcript.plan))
        judgement.findings.push_back(goes_on(reading, *last));
    conclude(judgement, transcript);
    return judgement;
}

bool needs_control(const model::Transcript& transcript) {
    if (transcript.first<event::Control>() != nullptr) return false;
    const model::Given& given = transcript.plan.given;
    const auto used = address_used(transcript);
    if (!used.has_value()) return false;
    if (given.names_port && used->port != given.address.port) return true;
    if (!speaks_first(transcript.plan.role)) return false;
    if (given.names_host && used->host != given.address.host && used->host != "::1") return true;
    // Only then does it matter whose text it was.
    const bool asks_for_it =
        std::any_of(transcript.plan.steps.begin(), transcript.plan.steps.end(), [](const model::Step& step) {
            const auto* expect = std::get_if<model::Expect>(&step.action);
            return expect != nullptr && expect->what == model::Expect::What::given;
        });
    const auto sent = asks_for_it ? first_sent(transcript) : std::nullopt;
    return sent.has_value() && !compare(given.message, *sent).same;
}

event::Control control_event(const model::Transcript& control_run) {
    const model::Given& given = control_run.plan.given;
    return {given.address, given.message, address_used(control_run), first_sent(control_run)};
}

}  // namespace sockgrade::checks
