#include <fmt/format.h>

#include "base/text.hh"
#include "diagnoses/clues.hh"
#include "diagnoses/numbered_lines.hh"

namespace sockgrade::diagnoses {

// Several lines in one datagram.
std::optional<model::Diagnosis> sends_all_lines_in_one(const Failure& failure) {
    const auto got = wrong_datagram(failure);
    if (!got.has_value()) return std::nullopt;
    std::size_t found = 0;
    for (const Line& line : lines_to_send(failure))
        if (!line.text.empty() && contains(got->bytes, line.text)) ++found;
    if (found < 2) return std::nullopt;
    return model::Diagnosis{"",
                            fmt::format("Your program put {} into one datagram: {}.", count_of(found, "line"),
                                        quote(got->bytes, 80)),
                            "Each line goes out as a datagram of its own, with its number before it.",
                            {got->number}};
}

}  // namespace sockgrade::diagnoses
