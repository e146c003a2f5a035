#include <fmt/format.h>

#include "base/text.hh"
#include "checks/check.hh"
#include "checks/silence.hh"

namespace sockgrade::checks {

model::Finding keeps_running(const Question& question, const model::IsRunning& running) {
    model::Finding finding;
    finding.requirement =
        running.after.count() == 0
            ? fmt::format("The {} is still running.", question.program())
            : fmt::format("The {} is still running when nothing has come for {}.", question.program(),
                          count_of(static_cast<std::size_t>(running.after.count() / 1000), "second"));
    const auto end = question.reading.ended(question.at.range.end);
    if (!end.has_value()) return finding;
    // daemon() and its like: the first process ends well, and one that it has started goes on in its place.
    const bool goes_on = end->how == model::Termination::How::exited && end->code == 0 &&
                         question.reading.transcript().first<model::event::LeftProcesses>() != nullptr;
    if (goes_on) {
        finding.notes.emplace_back("its first process has ended, and one that it had started goes on");
        return finding;
    }
    finding.status = model::Finding::Status::not_met;
    finding.cause = cause_of_end(question.reading, *end);
    finding.got = describe_end(*end);
    return finding;
}

}  // namespace sockgrade::checks
