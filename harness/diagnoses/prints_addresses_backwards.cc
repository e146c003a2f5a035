#include <fmt/format.h>

#include <algorithm>

#include "diagnoses/clues.hh"
#include "diagnoses/printed_addresses.hh"

namespace sockgrade::diagnoses {

namespace {

std::string turned_round(std::string address) {
    std::string turned;
    for (;;) {
        const std::size_t point = address.rfind('.');
        if (point == std::string::npos) return turned + address;
        turned += address.substr(point + 1) + '.';
        address.resize(point);
    }
}

}  // namespace

// The bytes of the address in the other order.
std::optional<model::Diagnosis> prints_addresses_backwards(const Failure& failure) {
    const auto missed = addresses_missed(failure);
    if (!missed.has_value()) return std::nullopt;
    for (const std::string& address : missed->printed) {
        if (!missed->is_own(turned_round(address))) continue;
        return model::Diagnosis{
            "",
            fmt::format(
                "Your program printed {}. The machine has {}: the same four numbers, the other way round.",
                address, turned_round(address)),
            "The system gives addresses in network byte order, and inet_ntoa() and inet_ntop() want them so. "
            "Leave out ntohl() and htonl().",
            unmet(failure).evidence};
    }
    return std::nullopt;
}

}  // namespace sockgrade::diagnoses
