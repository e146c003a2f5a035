#include <fmt/format.h>

#include "base/text.hh"
#include "diagnoses/clues.hh"
#include "wording/wanted.hh"

namespace sockgrade::diagnoses {

// Something was to be printed that a spec has words for, and it was not.
std::optional<model::Diagnosis> does_not_say_so(const Failure& failure) {
    const model::Prints* const prints = unmet_pattern(failure);
    if (prints == nullptr || prints->called.empty() || prints->times == 0U ||
        !came_to_nothing(failure.cause) || failure.cause == model::Cause::crashed)
        return std::nullopt;
    const std::string output = printed(failure.transcript, 0, failed_at(failure));
    if (wording::times_printed(prints->pattern, output) > 0) return std::nullopt;
    const bool silent = bare(output).empty();
    const std::string got = silent ? "nothing" : quote(output, 120);
    std::string hint =
        silent ? "Look at the words that the handout asks for, and print them at the place where it happens."
               : "Look at the words that the handout asks for, and print them at the place where it happens. "
                 "If it "
                 "stands there in other words, take those of the handout.";
    // What shows has been flushed, and what ends has flushed it.
    if (silent && !ended(failure).has_value())
        hint +=
            " What printf() and other functions write may wait in a buffer: flush it, with fflush(stdout) in "
            "C.";
    return model::Diagnosis{
        "",
        silent
            ? fmt::format("Your program was to print {}. It printed nothing.", prints->called)
            : fmt::format("Your program was to print {}. Sockgrade did not find that in what it printed: {}.",
                          prints->called, got),
        hint,
        {}};
}

}  // namespace sockgrade::diagnoses
