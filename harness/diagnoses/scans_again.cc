#include <fmt/format.h>

#include "diagnoses/clues.hh"
#include "diagnoses/scans.hh"

namespace sockgrade::diagnoses {

// It had looked at all ports, and began again.
std::optional<model::Diagnosis> scans_again(const Failure& failure) {
    const auto asked = asked_ports(failure);
    if (!asked.has_value() || asked->again == 0 || ended(failure).has_value()) return std::nullopt;
    if (failure.cause != model::Cause::hung && failure.cause != model::Cause::output_flood)
        return std::nullopt;
    const model::PortRange& range = failure.transcript.plan.given.ports;
    return model::Diagnosis{
        "",
        fmt::format(
            "Your program had asked all ports up to {}. Then it began again with port {}, and it does not "
            "end.",
            range.last, range.first),
        "Go through the range once: leave out the loop (while True, for (;;)) around the one over the ports.",
        {asked->again}};
}

}  // namespace sockgrade::diagnoses
