#include <fmt/format.h>

#include "base/pattern.hh"
#include "base/text.hh"
#include "diagnoses/clues.hh"
#include "diagnoses/pings.hh"

namespace sockgrade::diagnoses {

namespace {

// What the languages say when nobody catches it.
bool speaks_of_a_time_out(const std::string& errors) {
    return count_matches("(?i)timed out|time-?out", errors) > 0;
}

}  // namespace

// A reply was lost, and that is the end of the program.
std::optional<model::Diagnosis> gives_up_at_a_time_out(const Failure& failure) {
    const auto pings = pings_of(failure);
    const auto end = ended(failure);
    if (!pings || pings->all_came() || !end.has_value()) return std::nullopt;
    const Ping* const last = unanswered_at_the_end(*pings);
    if (last == nullptr || end->termination.how != model::Termination::How::exited) return std::nullopt;
    const std::string said = errors(failure);
    const bool is_thrown = end->termination.code != 0 && speaks_of_a_time_out(said);
    if (end->termination.code != 0 && !is_thrown) return std::nullopt;
    const std::string lost = fmt::format("The reply to {} was lost", quote(bare(last->bytes), 60));
    const std::vector<std::size_t> evidence{last->number, last->reply_event, end->number};
    if (is_thrown)
        return model::Diagnosis{
            "", lost + ", and the exception of the time-out ended your program.",
            "Catch it inside the loop: try: sock.recvfrom(1024) ... except socket.timeout: "
            "print(\"Request timed out\"). The loop then goes on with the next ping.",
            evidence};
    return model::Diagnosis{"", lost + ", and your program ended instead of going on with the next ping.",
                            "After a time-out go on with the loop: continue, and not break or return.",
                            evidence};
}

}  // namespace sockgrade::diagnoses
