#include <fmt/format.h>

#include "base/text.hh"
#include "diagnoses/clues.hh"
#include "diagnoses/pings.hh"

namespace sockgrade::diagnoses {

// Though its reply had come: the number does not grow.
std::optional<model::Diagnosis> sends_the_same_number_again(const Failure& failure) {
    const auto pings = pings_of(failure);
    if (!pings || failure.cause != model::Cause::extra) return std::nullopt;
    for (std::size_t i = 1; i < pings->sent.size(); ++i) {
        const Ping& before = pings->sent[i - 1];
        const Ping& ping = pings->sent[i];
        if (!ping.which || ping.which != before.which || before.reply == Ping::Reply::lost) continue;
        return model::Diagnosis{
            "",
            fmt::format("Your program sent {}, got the reply, and sent the same number again: {}.",
                        quote(bare(before.bytes), 60), quote(bare(ping.bytes), 60)),
            "Count the number up for each ping, and put the text together inside the loop.",
            {before.number, ping.number}};
    }
    return std::nullopt;
}

}  // namespace sockgrade::diagnoses
