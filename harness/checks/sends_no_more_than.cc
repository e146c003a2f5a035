#include <fmt/format.h>

#include <algorithm>

#include "base/text.hh"
#include "checks/check.hh"

namespace sockgrade::checks {

namespace event = model::event;

// Counted where they arrive, or would: what it prints about them may be more lines, or fewer.
model::Finding sends_no_more_than(const Question& question, const model::IsRunning& running) {
    const auto seconds = count_of(static_cast<std::size_t>(running.after.count() / 1000), "second");
    model::Finding finding;
    finding.requirement = fmt::format("The {} sends {} at most in {}.", question.program(),
                                      count_of(running.sends_at_most, "datagram"), seconds);
    std::size_t sent = 0;
    std::size_t refused = 0;
    const auto& events = question.reading.transcript().events;
    for (std::size_t i = question.at.range.begin; i < question.at.range.end; ++i) {
        const auto* lost = std::get_if<event::FaultApplied>(&events[i].what);
        const auto* played = std::get_if<event::FaultPlayed>(&events[i].what);
        const bool arrived =
            std::holds_alternative<event::Received>(events[i].what) ||
            (lost != nullptr && lost->lost && lost->direction == model::Direction::from_program);
        if (played != nullptr && played->what == event::FaultPlayed::What::refused)
            refused = std::max(refused, played->count);
        if (arrived) ++sent;
        if (arrived || refused > 0) finding.evidence = {events[i].number};
    }
    if (sent + refused <= running.sends_at_most) {
        finding.evidence.clear();
        return finding;
    }
    finding.status = model::Finding::Status::not_met;
    finding.cause = model::Cause::extra;
    finding.awaited = fmt::format("{} at most", count_of(running.sends_at_most, "datagram"));
    finding.got = fmt::format("{} in {}", count_of(sent + refused, "datagram"), seconds);
    return finding;
}

}  // namespace sockgrade::checks
