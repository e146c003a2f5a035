#include <fmt/format.h>

#include <algorithm>
#include <csignal>

#include "base/text.hh"
#include "checks/check.hh"
#include "checks/silence.hh"
#include "runtimes/runtime.hh"

namespace sockgrade::checks {

using model::Cause;
using How = model::Termination::How;
using Status = model::Finding::Status;

namespace {

// What follows our own close is not the program's crash.
bool peer_closed_before(const Question& question) {
    for (std::size_t i = 0; i < question.at.range.end; ++i)
        if (std::holds_alternative<model::event::Closed>(question.reading.transcript().events[i].what))
            return true;
    return false;
}

// It has met an error, and says so with its exit status: by its own decision, and not for want of one.
model::Finding fails(const Question& question) {
    model::Finding finding;
    finding.requirement =
        fmt::format("The {} ends by itself, with an exit status other than 0.", question.program());
    finding.awaited = "an exit status other than 0, and no trace of an error";
    const auto end = question.reading.ended(question.at.range.end);
    if (!end.has_value()) {
        finding.got = "it was still running";
        explain_silence(finding, question.reading, question.at, nullptr, Cause::hung);
        return finding;
    }
    for (const model::Event& event : question.reading.transcript().events)
        if (std::holds_alternative<model::event::Ended>(event.what)) finding.evidence = {event.number};
    const bool crashed = runtimes::shows_a_stack(question.reading.errors());
    if (end->how == How::exited && end->code != 0 && !crashed) return finding;
    finding.status = Status::not_met;
    finding.got = describe_end(*end);
    finding.cause = crashed ? Cause::crashed : cause_of_end(question.reading, *end);
    if (end->how == How::exited && end->code == 0)
        finding.detail = "Status 0 says that all went well.";
    else if (crashed)
        finding.detail = "It left the trace of an error for its user to read.";
    return finding;
}

// It may as well wait for whoever comes next; but what it has closed or been told is no reason to go round
// and round.
model::Finding ends_or_waits(const Question& question) {
    model::Finding finding;
    finding.requirement = fmt::format("The {} ends, or waits for what comes next.", question.program());
    if (const auto end = question.reading.ended(question.at.range.end)) {
        if (end->how == How::exited || end->code == SIGPIPE) return finding;
        finding.status = Status::not_met;
        finding.cause = cause_of_end(question.reading, *end);
        finding.got = describe_end(*end);
        return finding;
    }
    const auto& transcript = question.reading.transcript();
    const bool is_restless =
        question.at.how == model::WaitEnd::backstop || question.at.how == model::WaitEnd::flooded;
    const auto finished = transcript.all<model::event::Finished>();
    const bool has_closed =
        std::any_of(finished.begin(), finished.end(), [](const auto* one) { return one->by_program; });
    if (!is_restless || has_closed) return finding;
    finding.awaited = "the end of the program, or rest";
    finding.got = "it went on and on";
    explain_silence(finding, question.reading, question.at, nullptr, Cause::hung);
    return finding;
}

// Who gives up says so.
model::Finding goes_on_or_fails(const Question& question) {
    model::Finding finding;
    finding.requirement = fmt::format("If the {} ends, its exit status is not 0.", question.program());
    const auto end = question.reading.ended(question.at.range.end);
    if (!end.has_value() || (end->how == How::exited && end->code != 0)) return finding;
    finding.status = Status::not_met;
    finding.awaited = "that it goes on, or an exit status other than 0";
    finding.got = describe_end(*end);
    finding.cause = cause_of_end(question.reading, *end);
    if (end->how == How::exited) finding.detail = "Status 0 says that all went well.";
    for (const model::Event& event : question.reading.transcript().events)
        if (std::holds_alternative<model::event::Ended>(event.what)) finding.evidence = {event.number};
    return finding;
}

// Its work was done; what came after that tells its author something all the same.
void note_the_status(model::Finding& finding, const Question& question, const model::Termination& end) {
    if (end.how != How::exited || end.code == 0) return;
    const std::string errors = question.reading.errors();
    if (runtimes::shows_a_stack(errors)) {
        finding.notes.push_back(
            fmt::format("it ended with an error that nobody caught: {}; a program whose work is done ends "
                        "with exit status 0",
                        quote(runtimes::last_line(errors), 120)));
        return;
    }
    // Who was left in the middle may well say that something went wrong.
    if (!peer_closed_before(question))
        finding.notes.push_back(fmt::format(
            "it ended with exit status {}, which says that something went wrong; 0 says that all went well",
            end.code));
}

}  // namespace

model::Finding exits(const Question& question, const model::Exits& exits) {
    model::Finding finding;
    if (exits.otherwise == model::Exits::Or::waits) return ends_or_waits(question);
    if (exits.otherwise == model::Exits::Or::goes_on) return goes_on_or_fails(question);
    if (exits.failure) return fails(question);
    finding.requirement =
        exits.status.has_value()
            ? fmt::format("The {} ends with exit status {}.", question.program(), *exits.status)
            : fmt::format("The {} ends by itself.", question.program());
    const auto end = question.reading.ended(question.at.range.end);
    if (!end.has_value()) {
        finding.awaited = "the end of the program";
        finding.got = "it was still running";
        explain_silence(finding, question.reading, question.at, nullptr, Cause::hung);
        return finding;
    }
    const bool left = question.reading.transcript().first<model::event::LeftProcesses>() != nullptr;
    if (end->how == How::exited && (!exits.status.has_value() || end->code == *exits.status) && !left) {
        if (!exits.status.has_value()) note_the_status(finding, question, *end);
        return finding;
    }
    finding.got = describe_end(*end);
    if (end->how == How::signaled && end->code == SIGPIPE && !exits.status.has_value() &&
        peer_closed_before(question)) {
        finding.notes.emplace_back("it was killed by SIGPIPE when it wrote to a peer that had closed");
        return finding;
    }
    finding.status = Status::not_met;
    if (end->how == How::exited && left && (!exits.status.has_value() || end->code == *exits.status)) {
        finding.cause = Cause::left_processes;
        finding.detail = "Processes that it had started were still running.";
        return finding;
    }
    finding.cause = cause_of_end(question.reading, *end);
    if (exits.status.has_value()) finding.awaited = fmt::format("exit status {}", *exits.status);
    return finding;
}

}  // namespace sockgrade::checks
