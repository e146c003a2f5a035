#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "base/text.hh"
#include "diagnoses/clues.hh"
#include "diagnoses/pings.hh"

namespace sockgrade::diagnoses {

namespace event = model::event;

namespace {

// How many replies the link let none of arrive, or held until others had passed; nothing where it did
// something else to them. One that it held for a part of a second came in time.
std::optional<std::size_t> replies_lost(const model::Transcript& transcript) {
    std::set<std::string> lost;
    for (const auto* fault : transcript.all<event::FaultApplied>()) {
        const bool is_held = fault->kind == "delay" && fault->rule < transcript.plan.faults.size();
        if (!fault->lost && !is_held) return std::nullopt;
        if (is_held && transcript.plan.faults[fault->rule].detail.ms > 0) continue;
        if (fault->direction == model::Direction::to_program) lost.insert(fault->bytes);
    }
    return lost.size();
}

bool has_late_ones(const model::Transcript& transcript) {
    const auto faults = transcript.all<event::FaultApplied>();
    return std::any_of(faults.begin(), faults.end(),
                       [](const event::FaultApplied* fault) { return fault->kind == "delay"; });
}

}  // namespace

// It says so of pings whose replies came, or would have, had it waited.
std::optional<model::Diagnosis> prints_too_many_time_outs(const Failure& failure) {
    const auto pings = pings_of(failure);
    if (!pings || !pings->all_came() || unmet_pattern(failure) == nullptr) return std::nullopt;
    const bool somebody_answers = std::any_of(pings->sent.begin(), pings->sent.end(), [](const Ping& ping) {
        return ping.reply == Ping::Reply::came;
    });
    const auto lost = replies_lost(failure.transcript);
    if (!somebody_answers || !lost.has_value()) return std::nullopt;
    const std::size_t said = time_outs_printed(failure);
    // Who says it twice for each one counts otherwise, where nothing comes late that may be taken for the
    // next.
    const bool is_doubled = said == 2 * *lost && !has_late_ones(failure.transcript);
    if (said <= *lost || said > pings->sent.size() || is_doubled) return std::nullopt;
    std::vector<std::size_t> evidence;
    for (const model::Event& event : failure.transcript.events)
        if (const auto* print = std::get_if<event::Printed>(&event.what))
            if (contains(to_lower(print->bytes), "out")) evidence.push_back(event.number);
    return model::Diagnosis{
        "",
        fmt::format(
            "Your program said {} times that a ping timed out, and of the {} replies {} lost or late.", said,
            pings->sent.size(),
            *lost == 0   ? "none was"
            : *lost == 1 ? "one was"
                         : fmt::format("{} were", *lost)),
        "Each ping has a second of its own. setSoTimeout() in Java counts milliseconds: 1000. "
        "SetReadDeadline() in "
        "Go is a moment: set it before each wait. And a datagram that is not the reply ends no ping: go on "
        "waiting.",
        evidence};
}

}  // namespace sockgrade::diagnoses
