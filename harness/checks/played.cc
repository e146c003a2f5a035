#include "checks/played.hh"

#include <algorithm>

#include "checks/reading.hh"
#include "telling/step.hh"

namespace sockgrade::checks {

namespace event = model::event;
using What = event::FaultPlayed::What;

namespace {

std::optional<What> of_break_off(const model::BreakOff& break_off) {
    switch (break_off.how) {
        case model::BreakOff::How::cut:
            return What::cut;
        case model::BreakOff::How::reset:
            return What::reset;
        case model::BreakOff::How::none:
            return std::nullopt;
    }
    return std::nullopt;
}

// What has to be seen of a step.
struct Due {
    std::optional<What> operator()(const model::Accept& accept) const {
        return accept.late ? std::optional(What::accepted_late) : std::nullopt;
    }
    std::optional<What> operator()(const model::Send& send) const { return of_break_off(send.break_off); }
    std::optional<What> operator()(const model::Reply& reply) const { return of_break_off(reply.break_off); }
    std::optional<What> operator()(const model::Reset&) const { return What::reset; }
    std::optional<What> operator()(const model::FillBacklog&) const { return What::backlog_full; }
    std::optional<What> operator()(const model::Refuse&) const { return What::refused; }
    std::optional<What> operator()(const model::GoOnReading&) const { return What::send_blocked; }
    std::optional<What> operator()(const model::GoAway&) const { return What::went_away; }
    std::optional<What> operator()(const model::ComeBack&) const { return What::came_back; }
    template <class Other>
    std::optional<What> operator()(const Other&) const {
        return std::nullopt;
    }
};

// There is nothing to reset when the program was faster.
bool program_was_gone(const model::Transcript& transcript, const std::string& connection,
                      std::size_t before) {
    return std::any_of(transcript.events.begin(),
                       transcript.events.begin() + static_cast<std::ptrdiff_t>(before),
                       [&](const model::Event& one) {
                           if (std::holds_alternative<event::Ended>(one.what)) return true;
                           if (const auto* finished = std::get_if<event::Finished>(&one.what))
                               return finished->by_program && finished->connection == connection;
                           const auto* reset = std::get_if<event::ResetSeen>(&one.what);
                           return reset != nullptr && reset->connection == connection;
                       });
}

}  // namespace

std::size_t times_played(const model::Transcript& transcript, const std::string& connection, What what,
                         std::size_t before) {
    const auto end =
        transcript.events.begin() + static_cast<std::ptrdiff_t>(std::min(before, transcript.events.size()));
    return static_cast<std::size_t>(
        std::count_if(transcript.events.begin(), end, [&](const model::Event& one) {
            const auto* played = std::get_if<event::FaultPlayed>(&one.what);
            return played != nullptr && played->what == what && played->connection == connection;
        }));
}

std::optional<std::string> unplayed_fault(const model::Transcript& transcript) {
    const Reading reading(transcript.plan, transcript);
    for (std::size_t i = 0; i < transcript.plan.steps.size(); ++i) {
        const model::Step& step = transcript.plan.steps[i];
        const auto at = reading.step(i);
        const auto due = std::visit(Due{}, step.action);
        if (!at.has_value() || !due.has_value()) continue;
        // Attempts are refused from before the step on; everything else happens in it.
        const std::size_t before =
            *due == What::refused ? 0 : times_played(transcript, step.actor, *due, at->range.begin);
        if (times_played(transcript, step.actor, *due, at->range.end) > before) continue;
        if (*due == What::reset && program_was_gone(transcript, step.actor, at->range.end)) continue;
        return telling::describe(step);
    }
    return std::nullopt;
}

}  // namespace sockgrade::checks
