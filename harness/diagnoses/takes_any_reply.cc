#include <fmt/format.h>

#include "base/text.hh"
#include "diagnoses/clues.hh"
#include "diagnoses/pings.hh"

namespace sockgrade::diagnoses {

// A late reply saved a ping from its time-out whose own reply was lost.
std::optional<model::Diagnosis> takes_any_reply(const Failure& failure) {
    const auto pings = pings_of(failure);
    if (!pings || !pings->all_came() || unmet_pattern(failure) == nullptr) return std::nullopt;
    for (std::size_t i = 0; i + 1 < pings->sent.size(); ++i) {
        const Ping& late = pings->sent[i];
        const Ping& next = pings->sent[i + 1];
        if (late.reply != Ping::Reply::late || next.reply != Ping::Reply::lost) continue;
        if (time_outs_printed(failure) + 1 != pings->without_reply()) continue;
        return model::Diagnosis{
            "",
            fmt::format(
                "The reply to {} came late, when your program had sent {}. It took it for the reply to "
                "that one, which was lost.",
                quote(bare(late.bytes), 60), quote(bare(next.bytes), 60)),
            "Take the number out of each reply and compare it with that of the ping that you wait for. If it "
            "is another, throw the reply away and wait on for the rest of the second.",
            {next.number, next.reply_event, late.reply_event}};
    }
    return std::nullopt;
}

}  // namespace sockgrade::diagnoses
