#include <fmt/format.h>

#include "diagnoses/clues.hh"

namespace sockgrade::diagnoses {

using model::Cause;

// Never at rest: a loop that goes round without waiting.
std::optional<model::Diagnosis> spins(const Failure& failure) {
    const auto wait = unsatisfied_wait(failure);
    if (stays_with_the_first_client(failure)) return std::nullopt;
    if (failure.cause != Cause::hung || !wait.has_value()) return std::nullopt;
    // Where other threads wait, only the end of something tells why one goes round.
    const WhatEnded over = what_ended(failure.transcript, wait->number);
    const bool runs = any_in(wait->in, WaitCall::none);
    const bool is_all = runs && wait->in.size() == 1;
    const bool is_a_part = runs && !over.when.empty();
    if (wait->how != model::WaitEnd::backstop || !(is_all || is_a_part)) return std::nullopt;
    return model::Diagnosis{
        "",
        fmt::format("Your program never came to rest{}: {} kept the processor busy without waiting "
                    "for anything.",
                    over.when, is_all ? "it" : "a part of it"),
        over.hint,
        {wait->number}};
}

}  // namespace sockgrade::diagnoses
