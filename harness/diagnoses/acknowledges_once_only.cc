#include <fmt/format.h>

#include <algorithm>

#include "base/text.hh"
#include "diagnoses/clues.hh"
#include "diagnoses/numbered_lines.hh"

namespace sockgrade::diagnoses {

// It acknowledged a line, that was lost, and when the line came again it said nothing.
std::optional<model::Diagnosis> acknowledges_once_only(const Failure& failure) {
    if (failure.cause != model::Cause::no_reply || ended(failure).has_value()) return std::nullopt;
    for (const Line& line : lines_to_acknowledge(failure)) {
        if (!line.confirmed.empty() || line.acknowledged.empty()) continue;
        const std::size_t later = static_cast<std::size_t>(
            std::count_if(line.delivered.begin(), line.delivered.end(),
                          [&](std::size_t number) { return number > line.acknowledged.back(); }));
        if (later == 0) continue;
        return model::Diagnosis{"",
                                fmt::format("Your program acknowledged {}, but that was lost. The line then "
                                            "came {} more, and your program "
                                            "did not answer.",
                                            quote(line.datagram, 60), times_in_words(later)),
                                "Acknowledge every datagram, also a line that you have already: only so the "
                                "sender learns that it is there. "
                                "Decide about printing apart from that.",
                                {line.acknowledged.back(), line.delivered.back()}};
    }
    return std::nullopt;
}

}  // namespace sockgrade::diagnoses
