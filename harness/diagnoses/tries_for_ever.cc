#include <fmt/format.h>

#include "base/text.hh"
#include "diagnoses/clues.hh"

namespace sockgrade::diagnoses {

namespace event = model::event;

// It was refused, was to say so and end, and dials again and again.
std::optional<model::Diagnosis> tries_for_ever(const Failure& failure) {
    constexpr std::size_t kMany = 3;
    if (!had_to_fail(failure) || failure.cause != model::Cause::hung) return std::nullopt;
    std::vector<std::size_t> refused;
    for (const model::Event& one : failure.transcript.events)
        if (const auto* played = std::get_if<event::FaultPlayed>(&one.what))
            if (played->what == event::FaultPlayed::What::refused) refused.push_back(one.number);
    if (refused.size() < kMany) return std::nullopt;
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
