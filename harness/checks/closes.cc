#include <fmt/format.h>

#include "checks/check.hh"
#include "checks/silence.hh"

namespace sockgrade::checks {

namespace event = model::event;

namespace {

// Linux resets a connection that is closed with something unread in it. Where nothing was sent there is
// nothing unread: then the program asked for the reset (SO_LINGER with time 0).
bool had_nothing_to_read(const model::Transcript& transcript, const std::string& connection,
                         std::size_t before) {
    for (std::size_t i = 0; i < before; ++i) {
        const auto* sent = std::get_if<event::Sent>(&transcript.events[i].what);
        if (sent != nullptr && sent->connection == connection) return false;
    }
    return true;
}

}  // namespace

// A reset throws away what was sent and has not arrived, and the other side's recv() fails.
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
        if (reset != nullptr && had_nothing_to_read(question.reading.transcript(), actor, i)) {
            finding.status = model::Finding::Status::not_met;
            finding.cause = model::Cause::reset;
            finding.awaited = "the end of the connection (FIN)";
            finding.got = "a reset (RST)";
            finding.detail =
                "A reset throws away what was sent and has not arrived yet, and the other side's recv() "
                "fails.";
        } else if (reset != nullptr)
            finding.notes.emplace_back("it reset the connection (RST) rather than close it");
        return finding;
    }
    finding.awaited = "the end of the connection (FIN)";
    finding.got = "nothing";
    explain_silence(finding, question.reading, question.at, nullptr, model::Cause::hung);
    return finding;
}

}  // namespace sockgrade::checks
