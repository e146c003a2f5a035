#include <fmt/format.h>

#include <cstring>

#include "checks/check.hh"
#include "checks/silence.hh"

namespace sockgrade::checks {

using model::Cause;
using Status = model::Finding::Status;
namespace event = model::event;

// The peer's attempt to connect, in this step.
model::Finding accepts(const Question& question, bool from_another_host) {
    model::Finding finding;
    finding.requirement =
        from_another_host ? "A client on another computer can connect." : "A client can connect.";
    for (std::size_t i = question.at.range.begin; i < question.at.range.end; ++i) {
        const model::Event& event = question.reading.transcript().events[i];
        const auto* refused = std::get_if<event::NotOpened>(&event.what);
        if (refused == nullptr) continue;
        finding.status = Status::not_met;
        finding.evidence = {event.number};
        finding.awaited = "a connection to " + model::to_string(refused->remote);
        finding.got = ::strerrordesc_np(refused->error);
        if (const auto end = question.reading.ended(question.at.range.end)) {
            finding.cause = cause_of_end(question.reading, *end);
            finding.detail = fmt::format("The program had ended: {}.", describe_end(*end));
        } else if (from_another_host) {
            finding.cause = Cause::wrong_address;
            if (const auto own = address_used(question.reading.transcript()))
                finding.detail =
                    fmt::format("The program listens at {} only, which other computers can't reach.",
                                model::to_string(*own));
        } else {
            finding.cause = Cause::closed_early;
            finding.detail = "The program no longer listened.";
        }
        return finding;
    }
    return finding;
}

}  // namespace sockgrade::checks
