#include <fmt/format.h>

#include "base/text.hh"
#include "checks/check.hh"
#include "checks/played.hh"
#include "checks/silence.hh"

namespace sockgrade::checks {

// A peer was to refuse the first attempts to connect: the program has to make them.
model::Finding tries_again(const Question& question, const model::Refuse& refuse) {
    const std::size_t refused = times_played(question.reading.transcript(), question.step.actor,
                                             model::event::FaultPlayed::What::refused, question.at.range.end);
    if (refused == 0) return dials(question);
    model::Finding finding;
    finding.requirement =
        fmt::format("The {} {}.", question.program(),
                    refuse.times == 0 ? "tries to connect" : "connects again when it is refused");
    if (question.at.how == model::WaitEnd::satisfied) return finding;
    finding.awaited = count_of(refuse.times, "attempt") + " to connect";
    finding.got = count_of(refused, "attempt");
    explain_silence(finding, question.reading, question.at, nullptr, model::Cause::never_connected);
    return finding;
}

}  // namespace sockgrade::checks
