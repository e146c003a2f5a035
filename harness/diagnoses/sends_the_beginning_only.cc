#include <fmt/format.h>

#include "base/text.hh"
#include "diagnoses/clues.hh"
#include "diagnoses/pings.hh"

namespace sockgrade::diagnoses {

// The word and the number, and nothing behind them.
std::optional<model::Diagnosis> sends_the_beginning_only(const Failure& failure) {
    const auto pings = pings_of(failure);
    if (!pings || pings->different != 0) return std::nullopt;
    const std::string beginning = beginning_of(pings->expected.front());
    const Ping& first = pings->sent.front();
    if (beginning.empty() || bare(first.bytes) != beginning) return std::nullopt;
    return model::Diagnosis{
        "",
        fmt::format("Your program sent {}, and nothing behind the number. Something more belongs there.",
                    quote(first.bytes, 60)),
        "Look up in the handout what a ping has in it: behind word and number stand a space and the time.",
        {first.number}};
}

}  // namespace sockgrade::diagnoses
