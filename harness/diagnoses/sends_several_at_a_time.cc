#include <fmt/format.h>

#include <algorithm>

#include "base/text.hh"
#include "diagnoses/clues.hh"
#include "diagnoses/numbered_lines.hh"

namespace sockgrade::diagnoses {

// A later line was on its way while an earlier one was not acknowledged.
std::optional<model::Diagnosis> sends_several_at_a_time(const Failure& failure) {
    const auto got = wrong_datagram(failure);
    if (failure.cause != model::Cause::wrong_order || !got.has_value()) return std::nullopt;
    if (takes_any_acknowledgement(failure) || goes_on_without_the_acknowledgement(failure))
        return std::nullopt;
    const std::vector<Line> lines = lines_to_send(failure);
    const auto is_it = [&](const Line& line) { return bare(line.datagram) == bare(got->bytes); };
    const auto it = std::find_if(lines.begin(), lines.end(), is_it);
    if (it == lines.end()) return std::nullopt;
    const auto open = std::find_if(lines.begin(), it, [&](const Line& line) {
        return line.confirmed.empty() || line.confirmed.front() > got->number;
    });
    if (open == it || open->sent.empty() || open->sent.front() > got->number) return std::nullopt;
    return model::Diagnosis{"",
                            fmt::format("Your program sent {} while {} was not acknowledged.",
                                        quote(bare(got->bytes), 60), quote(open->datagram, 60)),
                            "One line is on its way at a time: send it, wait for its acknowledgement, send "
                            "it again when that does "
                            "not come in time, and only then take the next line.",
                            {open->sent.front(), got->number}};
}

}  // namespace sockgrade::diagnoses
