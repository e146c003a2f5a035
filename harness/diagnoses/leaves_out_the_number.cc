#include <fmt/format.h>

#include "base/text.hh"
#include "diagnoses/clues.hh"
#include "diagnoses/numbered_lines.hh"

namespace sockgrade::diagnoses {

// The text alone.
std::optional<model::Diagnosis> leaves_out_the_number(const Failure& failure) {
    const auto got = wrong_datagram(failure);
    if (!got.has_value()) return std::nullopt;
    for (const Line& line : lines_to_send(failure)) {
        if (line.text.empty() || line.text == line.datagram ||
            trim_line_end(got->bytes) != trim_line_end(line.text))
            continue;
        return model::Diagnosis{"",
                                fmt::format("Your program sent {} without its number; {} should have come.",
                                            quote(got->bytes, 60), quote(line.datagram, 60)),
                                "Put the number and a space in front of the text: f\"{seq} {line}\".encode()",
                                {got->number}};
    }
    return std::nullopt;
}

}  // namespace sockgrade::diagnoses
