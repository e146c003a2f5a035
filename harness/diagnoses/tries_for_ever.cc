#include <fmt/format.h>

#include "base/text.hh"
#include "diagnoses/clues.hh"

namespace sockgrade::diagnoses {

namespace event = model::event;

namespace {

// It had a connection, which has ended, and makes another one.
std::optional<model::Diagnosis> calls_again(const Failure& failure) {
    std::size_t died = 0;
    std::vector<std::size_t> calls;
    for (std::size_t i = 0, stop = failed_at(failure); i < stop; ++i) {
        const model::Event& one = failure.transcript.events[i];
        const auto* finished = std::get_if<event::Finished>(&one.what);
        if (std::holds_alternative<event::Closed>(one.what) || (finished != nullptr && !finished->by_program))
            died = one.number;
        const auto* call = std::get_if<event::SocketCall>(&one.what);
        if (died != 0 && call != nullptr && call->call == Call::connect &&
            call->transport == failure.transcript.plan.transport)
            calls.push_back(one.number);
    }
    if (calls.empty()) return std::nullopt;
    return model::Diagnosis{
        "",
        fmt::format(
            "The other side had died, and your program has called connect() again {} since then. It does "
            "not end.",
            calls.size() == 1 ? "once" : count_of(calls.size(), "time")),
        "What was said on the connection that is gone can't be taken up on another one. Print a line, and "
        "end with "
        "an exit status other than 0.",
        {died, calls.back()}};
}

}  // namespace

// It was refused, was to say so and end, and dials again and again.
std::optional<model::Diagnosis> tries_for_ever(const Failure& failure) {
    constexpr std::size_t kMany = 3;
    if (!had_to_fail(failure) || failure.cause != model::Cause::hung) return std::nullopt;
    std::vector<std::size_t> refused;
    for (const model::Event& one : failure.transcript.events)
        if (const auto* played = std::get_if<event::FaultPlayed>(&one.what))
            if (played->what == event::FaultPlayed::What::refused) refused.push_back(one.number);
    if (refused.size() < kMany) return calls_again(failure);
    return model::Diagnosis{
        "",
        fmt::format("Nobody listens, and your program has tried to connect {} and does not end.",
                    count_of(refused.size(), "time")),
        "Give up after the first refusal, or after a few of them: print a line, and end with an exit status "
        "other than "
        "0.",
        {refused.front(), refused.back()}};
}

}  // namespace sockgrade::diagnoses
