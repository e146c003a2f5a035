#include <fmt/format.h>

#include "base/text.hh"
#include "diagnoses/clues.hh"
#include "diagnoses/pings.hh"

namespace sockgrade::diagnoses {

// One time-out after the other for the same ping.
std::optional<model::Diagnosis> waits_again_for_a_lost_reply(const Failure& failure) {
    const auto pings = pings_of(failure);
    const auto wait = unsatisfied_wait(failure);
    if (!pings || pings->all_came() || !wait.has_value() || wait->how != model::WaitEnd::backstop)
        return std::nullopt;
    const Ping* const last = unanswered_at_the_end(*pings);
    if (last == nullptr || time_outs_printed(failure) < 2) return std::nullopt;
    return model::Diagnosis{
        "",
        fmt::format("The reply to {} was lost. Your program said {} times that it timed out, and never sent "
                    "the next ping.",
                    quote(bare(last->bytes), 60), time_outs_printed(failure)),
        "After a time-out leave the loop that waits for this reply (break), and go on with the next number.",
        {last->number, last->reply_event, wait->number}};
}

}  // namespace sockgrade::diagnoses
