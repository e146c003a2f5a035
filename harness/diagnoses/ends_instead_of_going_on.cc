#include <fmt/format.h>

#include "base/text.hh"
#include "diagnoses/clues.hh"
#include "diagnoses/failed_step.hh"

namespace sockgrade::diagnoses {

namespace event = model::event;

// A client that was to go on by itself, whatever its server does, has ended.
std::optional<model::Diagnosis> ends_instead_of_going_on(const Failure& failure) {
    const model::Plan& plan = failure.transcript.plan;
    const auto end = ended(failure);
    const model::Expect* const expect = unmet_expectation(failure);
    const FailedStep failed = failed_step(failure);
    const bool was_to_go_on =
        expect != nullptr
            ? expect->what == model::Expect::What::anything
            : failed.step != nullptr && std::holds_alternative<model::IsRunning>(failed.step->action);
    if (serves(plan) || failure.cause != model::Cause::exited_early || !end || !was_to_go_on ||
        falls_at_a_refusal(failure))
        return std::nullopt;
    std::size_t came = 0;
    for (std::size_t i = 0; i < end->position; ++i) {
        const auto* fault = std::get_if<event::FaultApplied>(&failure.transcript.events[i].what);
        const bool lost =
            fault != nullptr && fault->lost && fault->direction == model::Direction::from_program;
        if (lost || std::holds_alternative<event::Received>(failure.transcript.events[i].what)) ++came;
    }
    if (came == 0) return std::nullopt;
    return model::Diagnosis{
        "",
        fmt::format("Your program sent {}, and then it ended. It was to go on.", count_of(came, "message")),
        "Put sending and receiving into a loop that does not end: while True in Python, for (;;) in C. When "
        "no reply has "
        "come, go on with the next message, and leave out break, return and exit().",
        {end->number}};
}

}  // namespace sockgrade::diagnoses
