#include <fmt/format.h>

#include "base/text.hh"
#include "diagnoses/clues.hh"
#include "diagnoses/numbered_lines.hh"

namespace sockgrade::diagnoses {

// The right acknowledgement came again and again, and each time the line was sent once more.
std::optional<model::Diagnosis> overlooks_the_acknowledgement(const Failure& failure) {
    constexpr std::size_t kTelling = 3;  // a resend or two may have crossed with an acknowledgement
    if (!came_to_nothing(failure.cause) || sends_acknowledged_lines_again(failure)) return std::nullopt;
    const std::vector<Line> lines = lines_to_send(failure);
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const Line& line = lines[i];
        const bool is_last_sent = i + 1 == lines.size() || lines[i + 1].sent.empty();
        if (line.sent.size() < kTelling || line.confirmed.size() < kTelling || !is_last_sent) continue;
        return model::Diagnosis{
            "",
            fmt::format("{} came {}, and your program sent {} {}, as if that were not its acknowledgement.",
                        quote(line.acknowledgement, 40), times_in_words(line.confirmed.size()),
                        quote(line.datagram, 60), times_in_words(line.sent.size())),
            i >= 10
                ? "Numbers may have more than one digit: take all that follows the space, and make a number "
                  "of it."
                : "Print what you compare, with repr() or in quotes: \"ACK 0\" has no line end, and as many "
                  "bytes as recvfrom() says. If it is compared rightly, a timer that sends the line has to "
                  "be "
                  "stopped then: clearTimeout(), clearInterval(), timer.cancel().",
            {line.confirmed.back(), line.sent.back()}};
    }
    return std::nullopt;
}

}  // namespace sockgrade::diagnoses
