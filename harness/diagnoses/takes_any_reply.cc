#include <fmt/format.h>

#include <cstdint>

#include "base/text.hh"
#include "diagnoses/clues.hh"
#include "diagnoses/failed_step.hh"
#include "diagnoses/pings.hh"

namespace sockgrade::diagnoses {

namespace {

// Then it is no wonder that a reply is late.
std::optional<model::Diagnosis> does_not_wait_a_second(const Failure& failure, const Ping& late,
                                                       const Ping& next) {
    constexpr std::int64_t kNearlyASecond = 900'000;
    const auto at = [&](std::size_t number) {
        const std::size_t position = position_of(failure.transcript, number);
        return position < failure.transcript.events.size() ? failure.transcript.events[position].at_us : 0;
    };
    const bool is_known = at(late.number) > 0 && at(next.number) > 0;
    if (!is_known || at(next.number) - at(late.number) >= kNearlyASecond) return std::nullopt;
    return model::Diagnosis{"",
                            fmt::format("Your program sent {} right behind {}, whose reply had not come: it "
                                        "did not wait a second for it.",
                                        quote(bare(next.bytes), 60), quote(bare(late.bytes), 60)),
                            "One ping at a time: send the next one when the reply has come, or when a second "
                            "has passed. In Node that is "
                            "in the 'message' event, and in the callback of setTimeout().",
                            {late.number, next.number}};
}

}  // namespace

// A late reply saved a ping from its time-out whose own reply was lost.
std::optional<model::Diagnosis> takes_any_reply(const Failure& failure) {
    const auto pings = pings_of(failure);
    if (!pings || !pings->all_came() || unmet_pattern(failure) == nullptr) return std::nullopt;
    for (std::size_t i = 0; i + 1 < pings->sent.size(); ++i) {
        const Ping& late = pings->sent[i];
        const Ping& next = pings->sent[i + 1];
        if (late.reply != Ping::Reply::late || next.reply != Ping::Reply::lost) continue;
        if (const auto hurry = does_not_wait_a_second(failure, late, next)) return hurry;
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
