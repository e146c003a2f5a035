#include <fmt/format.h>

#include "base/text.hh"
#include "diagnoses/clues.hh"

namespace sockgrade::diagnoses {

namespace event = model::event;

// Of a scan: it has met a port that listens, and wants to hear something there.
std::optional<model::Diagnosis> waits_for_a_banner(const Failure& failure) {
    const auto wait = unsatisfied_wait(failure);
    if (failure.transcript.plan.given.ports.first == 0 || !came_to_nothing(failure.cause) ||
        !wait.has_value() || wait->how != model::WaitEnd::quiet || !waits_for_more_bytes(wait->in))
        return std::nullopt;
    const event::Opened* open = nullptr;
    std::size_t number = 0;
    for (std::size_t i = 0, stop = failed_at(failure); i < stop; ++i) {
        const model::Event& one = failure.transcript.events[i];
        if (const auto* opened_one = std::get_if<event::Opened>(&one.what)) {
            open = opened_one;
            number = one.number;
        }
        const auto* finished = std::get_if<event::Finished>(&one.what);
        if (std::holds_alternative<event::Closed>(one.what) || (finished != nullptr && finished->by_program))
            open = nullptr;
    }
    if (open == nullptr) return std::nullopt;
    return model::Diagnosis{
        "",
        fmt::format(
            "Your program had connected to port {}, which listens, and waits in {} for somebody to say "
            "something there. Who listens need not speak first.",
            open->local.port, in_words(wait->in)),
        "A port is open when connect() has worked: print it, close the socket, and go on with the next port. "
        "Leave "
        "out recv().",
        {number, wait->number}};
}

}  // namespace sockgrade::diagnoses
