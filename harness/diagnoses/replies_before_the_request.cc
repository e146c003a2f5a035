#include <fmt/format.h>

#include "base/text.hh"
#include "diagnoses/clues.hh"

namespace sockgrade::diagnoses {

namespace event = model::event;

namespace {

// In this protocol it does speak first: its client expects something, and then sends.
bool is_to_greet(const model::Plan& plan) {
    bool expects = false;
    for (const model::Step& step : plan.steps) {
        if (std::holds_alternative<model::Send>(step.action)) return expects;
        expects = expects || std::holds_alternative<model::Expect>(step.action);
    }
    return false;
}

}  // namespace

// It says something to whoever connects, and does not listen to what is asked.
std::optional<model::Diagnosis> replies_before_the_request(const Failure& failure) {
    if ((failure.cause != model::Cause::wrong_order && failure.cause != model::Cause::missing) ||
        !serves(failure.transcript.plan) || is_to_greet(failure.transcript.plan))
        return std::nullopt;
    const model::event::Received* banner = nullptr;
    std::size_t number = 0;
    bool closed = false;
    for (std::size_t i = 0, stop = failed_at(failure); i < stop; ++i) {
        const model::Event& one = failure.transcript.events[i];
        if (const auto* received = std::get_if<event::Received>(&one.what); received != nullptr) {
            banner = received;
            number = one.number;
        }
        const auto* finished = std::get_if<event::Finished>(&one.what);
        closed = closed || (finished != nullptr && finished->by_program);
        if (!std::holds_alternative<event::Sent>(one.what)) continue;
        // A greeting is no fault; what counts is that nothing is read afterwards.
        if (failure.cause == model::Cause::missing && !closed) return std::nullopt;
        if (banner == nullptr) return std::nullopt;
        return model::Diagnosis{
            "",
            fmt::format(
                "Your program said {} as soon as the client had connected, before there was a request, "
                "and {}.",
                quote(banner->bytes, 60),
                closed ? "closed the connection at once" : "nothing after the request"),
            "Behind accept() comes recv(): wait for the request first, and then reply to it.",
            {number, one.number}};
    }
    return std::nullopt;
}

}  // namespace sockgrade::diagnoses
