#include <fmt/format.h>

#include "diagnoses/scans.hh"

namespace sockgrade::diagnoses {

// One port too few or too many, at either end.
std::optional<model::Diagnosis> scans_another_range(const Failure& failure) {
    const auto asked = asked_ports(failure);
    if (!asked.has_value()) return std::nullopt;
    const model::PortRange& range = failure.transcript.plan.given.ports;
    const std::uint16_t first = *asked->ports.begin();
    const std::uint16_t last = *asked->ports.rbegin();
    const bool is_near = first <= range.first + 1 && last + 1 >= range.last;
    if (!is_near || (first == range.first && last == range.last)) return std::nullopt;
    return model::Diagnosis{"",
                            fmt::format("Your program was given the range from {} to {}, and asked the ports "
                                        "from {} to {}.",
                                        range.first, range.last, first, last),
                            "Both ends belong to the range: range(first, last + 1) in Python, port <= last "
                            "in the head of a for loop.",
                            asked->events};
}

}  // namespace sockgrade::diagnoses
