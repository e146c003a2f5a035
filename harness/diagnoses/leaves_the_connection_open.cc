#include <fmt/format.h>

#include "base/text.hh"
#include "diagnoses/clues.hh"
#include "diagnoses/failed_step.hh"

namespace sockgrade::diagnoses {

namespace event = model::event;

namespace {

// All that was asked has been answered, and it waits for the next client alone.
std::optional<model::Diagnosis> goes_on_to_the_next(const Failure& failure, const model::Step& step,
                                                    const UnsatisfiedWait& wait) {
    if (failure.transcript.plan.role != model::Role::server || !waits_in(wait.in, WaitCall::accept))
        return std::nullopt;
    std::size_t answered = 0;
    for (std::size_t i = 0, stop = failed_at(failure); i < stop; ++i) {
        const model::Event& one = failure.transcript.events[i];
        const auto* received = std::get_if<event::Received>(&one.what);
        if (received != nullptr && received->connection == step.actor) answered = one.number;
    }
    if (answered == 0) return std::nullopt;
    return model::Diagnosis{
        "",
        fmt::format(
            "{} has its reply and waits for the end of the connection. Your program went on to {} and left "
            "that connection open.",
            named_first(step.actor), in_words(wait.in)),
        "Close the socket that accept() returned when the reply has been sent: close(). A connection that "
        "nobody "
        "closes stays for as long as the program runs.",
        {answered, wait.number}};
}

}  // namespace

// The other side is done, and the program has gone on to something else without closing.
std::optional<model::Diagnosis> leaves_the_connection_open(const Failure& failure) {
    const model::Plan& plan = failure.transcript.plan;
    const auto wait = unsatisfied_wait(failure);
    const model::Step* step = failed_step(failure).step;
    const auto* expect = step == nullptr ? nullptr : std::get_if<model::Expect>(&step->action);
    if (!serves(plan) || plan.transport != model::Transport::tcp || failure.cause != model::Cause::hung ||
        expect == nullptr || expect->what != model::Expect::What::end || !wait.has_value() ||
        wait->how != model::WaitEnd::quiet || wait->in.empty())
        return std::nullopt;
    std::size_t number = 0;
    for (std::size_t i = 0, stop = failed_at(failure); i < stop; ++i) {
        const model::Event& one = failure.transcript.events[i];
        const auto* finished = std::get_if<event::Finished>(&one.what);
        if (finished != nullptr && !finished->by_program && finished->connection == step->actor)
            number = one.number;
    }
    if (number == 0) return goes_on_to_the_next(failure, *step, *wait);
    return model::Diagnosis{
        "",
        fmt::format(
            "The {} was done: it had finished sending, and recv() returns nothing then. Your program went on "
            "to {} and left that connection open.",
            escape(step->actor), in_words(wait->in)),
        "Close the socket that accept() returned when recv() returns nothing, in each thread or process that "
        "has it: "
        "close(). A connection that nobody closes stays for as long as the program runs.",
        {number, wait->number}};
}

}  // namespace sockgrade::diagnoses
