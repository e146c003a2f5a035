#include <fmt/format.h>

#include "base/text.hh"
#include "diagnoses/clues.hh"
#include "diagnoses/numbered_lines.hh"

namespace sockgrade::diagnoses {

// The first line has the number of the second.
std::optional<model::Diagnosis> counts_from_one(const Failure& failure) {
    const std::vector<Line> lines = lines_to_send(failure);
    const auto got = wrong_datagram(failure);
    if (lines.empty() || !got.has_value() || !lines.front().sent.empty()) return std::nullopt;
    const std::string& first = lines.front().datagram;
    if (!first.starts_with('0') || bare(got->bytes) != bare("1" + first.substr(1))) return std::nullopt;
    return model::Diagnosis{
        "",
        fmt::format("Your program gives the first line the number 1: {}.", quote(got->bytes, 60)),
        "Numbers begin with 0. Set the counter to 0 before the loop, and add 1 after a line.",
        {got->number}};
}

}  // namespace sockgrade::diagnoses
