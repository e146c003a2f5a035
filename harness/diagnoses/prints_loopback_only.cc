#include <fmt/format.h>

#include <algorithm>

#include "base/text.hh"
#include "diagnoses/clues.hh"
#include "diagnoses/printed_addresses.hh"

namespace sockgrade::diagnoses {

// 127.0.0.1, and nothing else.
std::optional<model::Diagnosis> prints_loopback_only(const Failure& failure) {
    const auto missed = addresses_missed(failure);
    if (!missed.has_value() || missed->printed.empty() || looks_up_the_host_name(failure) ||
        prints_addresses_cut(failure))
        return std::nullopt;
    const bool only_loopback = std::all_of(missed->printed.begin(), missed->printed.end(),
                                           [](const std::string& one) { return one.starts_with("127."); });
    if (!only_loopback) return std::nullopt;
    return model::Diagnosis{
        "",
        fmt::format(
            "The only address that your program printed is {}. Every machine has that one, for itself; "
            "its addresses in networks are missing.",
            list_of(missed->printed)),
        "Ask the system for all interfaces and go through them, beyond the first, which is loopback (lo): "
        "getifaddrs() in C, NetworkInterface in Java, os.networkInterfaces() in Node, net.InterfaceAddrs() "
        "in "
        "Go, the output of `ip -4 addr` in Python.",
        unmet(failure).evidence};
}

}  // namespace sockgrade::diagnoses
