#include <fmt/format.h>

#include "base/text.hh"
#include "diagnoses/clues.hh"
#include "diagnoses/pings.hh"

namespace sockgrade::diagnoses {

// The first datagram has the second message in it too.
std::optional<model::Diagnosis> sends_several_in_one(const Failure& failure) {
    const auto pings = pings_of(failure);
    if (!pings || pings->different > 1) return std::nullopt;
    const Ping& first = pings->sent.front();
    std::size_t together = 0;
    for (const model::Message& message : pings->expected)
        if (contains(first.bytes, beginning_of(message) + " ")) ++together;
    if (together < 2) return std::nullopt;
    return model::Diagnosis{
        "",
        fmt::format("Your first datagram has {} of the {} pings in it: {}.", together, pings->expected.size(),
                    quote(first.bytes, 80)),
        "One sendto() makes one datagram. Put sendto() into the loop, one for each ping, and wait for its "
        "reply before you send the next.",
        {first.number}};
}

}  // namespace sockgrade::diagnoses
