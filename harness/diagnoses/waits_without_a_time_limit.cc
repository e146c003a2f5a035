#include <fmt/format.h>

#include "base/text.hh"
#include "diagnoses/clues.hh"
#include "diagnoses/pings.hh"

namespace sockgrade::diagnoses {

// A reply was lost, and it is waited for as if it had to come.
std::optional<model::Diagnosis> waits_without_a_time_limit(const Failure& failure) {
    const auto pings = pings_of(failure);
    const auto wait = unsatisfied_wait(failure);
    if (!pings || pings->all_came() || !wait.has_value() || wait->how != model::WaitEnd::quiet)
        return std::nullopt;
    const Ping* const last = unanswered_at_the_end(*pings);
    const bool for_datagrams = waits_to_receive(wait->blocked) || contains(wait->blocked, "poll") ||
                               contains(wait->blocked, "select") || contains(wait->blocked, "epoll_wait");
    if (last == nullptr || !for_datagrams) return std::nullopt;
    return model::Diagnosis{
        "",
        fmt::format("The reply to {} was lost, and your program waits for it in {}, without a time limit or "
                    "with one that is much too long.",
                    quote(bare(last->bytes), 60), escape(wait->blocked)),
        "Set a time limit before the loop: sock.settimeout(1) in Python, in seconds; "
        "socket.setSoTimeout(1000) in Java, in milliseconds; setsockopt() with SO_RCVTIMEO in C; "
        "SetReadDeadline() in Go; setTimeout() in Node.",
        {last->number, last->reply_event, wait->number}};
}

}  // namespace sockgrade::diagnoses
