#include <fmt/format.h>

#include "base/text.hh"
#include "diagnoses/clues.hh"
#include "diagnoses/pings.hh"

namespace sockgrade::diagnoses {

// All went well, and it ended before the last.
std::optional<model::Diagnosis> stops_too_early(const Failure& failure) {
    const auto pings = pings_of(failure);
    const auto end = ended(failure);
    if (!pings || !end.has_value() || pings->all_came()) return std::nullopt;
    if (sends_several_in_one(failure).has_value()) return std::nullopt;
    if (end->termination.how != model::Termination::How::exited || end->termination.code != 0)
        return std::nullopt;
    for (std::size_t i = 0; i < pings->sent.size(); ++i)
        if (pings->sent[i].which != i || pings->sent[i].reply != Ping::Reply::came) return std::nullopt;
    return model::Diagnosis{
        "",
        fmt::format("Your program sent {} of the {} pings, got each reply, and ended.", pings->sent.size(),
                    pings->expected.size()),
        fmt::format(
            "Look at where the loop ends. In Python, range(1, {0}) ends before {0}; in C, i < {0} does "
            "too.",
            pings->expected.size()),
        {pings->sent.back().number, end->number}};
}

}  // namespace sockgrade::diagnoses
