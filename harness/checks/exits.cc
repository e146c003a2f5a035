#include <fmt/format.h>

#include <csignal>

#include "checks/check.hh"
#include "checks/silence.hh"

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
    finding.requirement = "The program ends by itself, with an exit status other than 0.";
    finding.awaited = "an exit status other than 0, and no trace of an error";
    const auto end = question.reading.ended(question.at.range.end);
    if (!end.has_value()) {
        finding.got = "it was still running";
        explain_silence(finding, question.reading, question.at, nullptr, Cause::hung);
        return finding;
    }
    for (const model::Event& event : question.reading.transcript().events)
        if (std::holds_alternative<model::event::Ended>(event.what)) finding.evidence = {event.number};
    const bool crashed = shows_a_stack(question.reading.errors());
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

}  // namespace

model::Finding exits(const Question& question, const model::Exits& exits) {
    model::Finding finding;
    if (exits.failure) return fails(question);
    finding.requirement = exits.status.has_value()
                              ? fmt::format("The program ends with exit status {}.", *exits.status)
                              : "The program ends by itself.";
    const auto end = question.reading.ended(question.at.range.end);
    if (!end.has_value()) {
        finding.awaited = "the end of the program";
        finding.got = "it was still running";
        explain_silence(finding, question.reading, question.at, nullptr, Cause::hung);
        return finding;
    }
    const bool left = question.reading.transcript().first<model::event::LeftProcesses>() != nullptr;
    if (end->how == How::exited && (!exits.status.has_value() || end->code == *exits.status) && !left)
        return finding;
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
