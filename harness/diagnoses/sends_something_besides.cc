#include <fmt/format.h>

#include "base/text.hh"
#include "diagnoses/clues.hh"
#include "diagnoses/failed_step.hh"

namespace sockgrade::diagnoses {

namespace event = model::event;

// The message came, and so did something that nobody had asked for.
std::optional<model::Diagnosis> sends_something_besides(const Failure& failure) {
    const model::Plan& plan = failure.transcript.plan;
    const model::Step* const failed = failed_step(failure).step;
    const auto* const expect = failed == nullptr ? nullptr : std::get_if<model::Expect>(&failed->action);
    if (serves(plan) || expect == nullptr || expect->what != model::Expect::What::once ||
        failure.cause != model::Cause::extra)
        return std::nullopt;
    const model::Finding& finding = unmet(failure);
    if (finding.evidence.size() != 1) return std::nullopt;
    const auto* const other = at_number<event::Received>(failure.transcript, finding.evidence.front());
    if (other == nullptr) return std::nullopt;
    const bool is_udp = plan.transport == model::Transport::udp;
    return model::Diagnosis{
        "",
        fmt::format("Your program sent {} {} the message {}. Who receives it takes it for a message, too.",
                    quote(other->bytes, 60), is_udp ? "in a datagram of its own, besides" : "besides",
                    quote(bare(plan.given.message), 60)),
        is_udp ? "One datagram is one message, and ends where the datagram ends. Send no length, name or "
                 "greeting "
                 "before it, and nothing behind it."
               : "Send the text alone: no length, name or greeting before it, and nothing behind it. A "
                 "question for "
                 "the user is printed, not sent.",
        finding.evidence};
}

}  // namespace sockgrade::diagnoses
