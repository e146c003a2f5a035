#include <fmt/format.h>

#include "base/text.hh"
#include "diagnoses/clues.hh"
#include "diagnoses/numbered_lines.hh"

namespace sockgrade::diagnoses {

// All lines had come, and then something else did.
std::optional<model::Diagnosis> sends_more_than_the_lines(const Failure& failure) {
    const std::vector<Line> lines = lines_to_send(failure);
    const auto got = wrong_datagram(failure);
    if (lines.empty() || !got.has_value() || failure.cause != model::Cause::extra) return std::nullopt;
    for (const Line& line : lines)
        if (line.sent.empty() || line.sent.front() > got->number) return std::nullopt;
    return model::Diagnosis{
        "",
        fmt::format("After the last line your program sent one more datagram: {}.", quote(got->bytes, 60)),
        "Send the lines and nothing else: no greeting, and no mark for the end.",
        {got->number}};
}

}  // namespace sockgrade::diagnoses
