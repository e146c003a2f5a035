#include <fmt/format.h>

#include "base/text.hh"
#include "diagnoses/clues.hh"

namespace sockgrade::diagnoses {

// Where it stopped.
std::optional<model::Diagnosis> blocked_in(const Failure& failure) {
    const auto wait = unsatisfied_wait(failure);
    if (!wait.has_value() || wait->how != model::WaitEnd::quiet || wait->in.empty()) return std::nullopt;
    if (!came_to_nothing(failure.cause)) return std::nullopt;
    const std::string what = awaited_in(wait->in, failure.transcript.plan.transport);
    return model::Diagnosis{
        "",
        fmt::format("Your program waits in {}{}{}", in_words(wait->in), what,
                    failure.cause == model::Cause::hung ? ", and does not end."
                                                        : ", while the other side waits for your program."),
        "Follow your program to that call, and ask what it waits for there, and from whom.",
        {wait->number}};
}

}  // namespace sockgrade::diagnoses
