#include <fmt/format.h>

#include "base/text.hh"
#include "diagnoses/clues.hh"
#include "diagnoses/numbered_lines.hh"

namespace sockgrade::diagnoses {

// What was sent again is not what was sent first.
std::optional<model::Diagnosis> resends_something_else(const Failure& failure) {
    const auto got = wrong_datagram(failure);
    if (!got.has_value()) return std::nullopt;
    for (const Line& line : lines_to_send(failure)) {
        if (line.sent.empty() || line.lost.empty() || line.sent.front() > got->number || line.text.empty() ||
            !contains(got->bytes, line.text) || bare(got->bytes) == bare(line.datagram))
            continue;
        return model::Diagnosis{
            "",
            fmt::format("Your program sent {} first, and then, as it was lost, {}.", quote(line.datagram, 60),
                        quote(got->bytes, 60)),
            "Send the same bytes again: make the datagram once, before the loop that sends it.",
            {line.sent.front(), got->number}};
    }
    return std::nullopt;
}

}  // namespace sockgrade::diagnoses
