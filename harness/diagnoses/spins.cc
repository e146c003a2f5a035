#include <fmt/format.h>

#include "diagnoses/clues.hh"

namespace sockgrade::diagnoses {

using model::Cause;

// Never at rest: a loop that goes round without waiting.
std::optional<model::Diagnosis> spins(const Failure& failure) {
    const auto wait = unsatisfied_wait(failure);
    if (stays_with_the_first_client(failure)) return std::nullopt;
    if (failure.cause != Cause::hung || !wait.has_value()) return std::nullopt;
    // What the watch calls a program that is in no system call.
    if (wait->how != model::WaitEnd::backstop || wait->blocked != "its own code") return std::nullopt;
    const WhatEnded over = what_ended(failure.transcript, wait->number);
    return model::Diagnosis{
        "",
        fmt::format("Your program never came to rest{}: it kept the processor busy without waiting "
                    "for anything.",
                    over.when),
        over.hint,
        {wait->number}};
}

}  // namespace sockgrade::diagnoses
