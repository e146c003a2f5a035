#include <fmt/format.h>

#include "base/text.hh"
#include "diagnoses/clues.hh"
#include "diagnoses/pings.hh"

namespace sockgrade::diagnoses {

// What is to be counted as lost is tried once more.
std::optional<model::Diagnosis> sends_a_lost_ping_again(const Failure& failure) {
    const auto pings = pings_of(failure);
    if (!pings || failure.cause != model::Cause::extra) return std::nullopt;
    for (std::size_t i = 1; i < pings->sent.size(); ++i) {
        const Ping& before = pings->sent[i - 1];
        const Ping& ping = pings->sent[i];
        if (!ping.which || ping.which != before.which || before.reply != Ping::Reply::lost) continue;
        return model::Diagnosis{
            "",
            fmt::format("The reply to {} was lost, and your program sent that ping again.",
                        quote(bare(before.bytes), 60)),
            "A ping client finds out how much gets lost, so it sends each ping once. After a time-out, count "
            "it as lost and go on with the next number.",
            {before.number, before.reply_event, ping.number}};
    }
    return std::nullopt;
}

}  // namespace sockgrade::diagnoses
