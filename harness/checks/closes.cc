#include <fmt/format.h>

#include "checks/check.hh"
#include "checks/silence.hh"

namespace sockgrade::checks {

namespace event = model::event;

model::Finding closes(const Question& question) {
    const std::string& actor = question.step.actor;
    model::Finding finding;
    finding.requirement = fmt::format("The {} closes the connection.", question.program());
    for (std::size_t i = 0; i < question.at.range.end; ++i) {
        const model::Event& event = question.reading.transcript().events[i];
        const auto* finished = std::get_if<event::Finished>(&event.what);
        const auto* reset = std::get_if<event::ResetSeen>(&event.what);
        const bool ended = (finished != nullptr && finished->by_program && finished->connection == actor) ||
                           (reset != nullptr && reset->connection == actor);
        if (!ended) continue;
        finding.evidence = {event.number};
        if (reset != nullptr)
            finding.notes.emplace_back("it reset the connection (RST) rather than close it");
        return finding;
    }
    finding.awaited = "the end of the connection (FIN)";
    finding.got = "nothing";
    explain_silence(finding, question.reading, question.at, nullptr, model::Cause::hung);
    return finding;
}

}  // namespace sockgrade::checks
