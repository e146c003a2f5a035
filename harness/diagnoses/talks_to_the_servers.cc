#include <fmt/format.h>

#include "base/text.hh"
#include "diagnoses/clues.hh"

namespace sockgrade::diagnoses {

namespace event = model::event;

// A scan that sends something to the servers that it finds.
std::optional<model::Diagnosis> talks_to_the_servers(const Failure& failure) {
    if (failure.transcript.plan.given.ports.first == 0 || failure.cause != model::Cause::extra)
        return std::nullopt;
    for (const std::size_t number : unmet(failure).evidence)
        if (const auto* said = std::get_if<event::Received>(&failure.transcript.events.at(number - 1).what))
            return model::Diagnosis{
                "",
                fmt::format("Your program sent {} to a server that it found.", quote(said->bytes, 60)),
                "connect() alone tells that somebody listens. Close the socket then, and go on to the next "
                "port: to "
                "a server that you do not know, your text may be a command.",
                {number}};
    return std::nullopt;
}

}  // namespace sockgrade::diagnoses
