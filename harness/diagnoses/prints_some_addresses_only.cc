#include <fmt/format.h>

#include <algorithm>

#include "diagnoses/clues.hh"
#include "diagnoses/printed_addresses.hh"

namespace sockgrade::diagnoses {

// One of several.
std::optional<model::Diagnosis> prints_some_addresses_only(const Failure& failure) {
    const std::vector<std::string> addresses = addresses_of(failure.transcript.plan);
    if (addresses.size() < 2 || failure.cause != model::Cause::missing || prints_addresses_cut(failure))
        return std::nullopt;
    const std::vector<std::string> output =
        ipv4_addresses_in(printed(failure.transcript, 0, failed_at(failure)));
    const auto shown = static_cast<std::size_t>(
        std::count_if(addresses.begin(), addresses.end(), [&](const std::string& one) {
            return std::find(output.begin(), output.end(), one) != output.end();
        }));
    if (shown == 0 || shown == addresses.size()) return std::nullopt;
    return model::Diagnosis{
        "", fmt::format("Your program printed {} of the machine's {} addresses.", shown, addresses.size()),
        "A machine has as many addresses as interfaces, or more. Go through all of them, and "
        "do not end at the first one.",
        unmet(failure).evidence};
}

}  // namespace sockgrade::diagnoses
