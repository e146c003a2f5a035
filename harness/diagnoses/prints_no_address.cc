#include <fmt/format.h>

#include <algorithm>

#include "base/text.hh"
#include "diagnoses/clues.hh"
#include "diagnoses/printed_addresses.hh"

namespace sockgrade::diagnoses {

// The names of the interfaces without their addresses, or something else altogether.
std::optional<model::Diagnosis> prints_no_address(const Failure& failure) {
    const auto missed = addresses_missed(failure);
    if (!missed.has_value() || !missed->printed.empty() || prints_ipv6_only(failure) ||
        prints_addresses_cut(failure))
        return std::nullopt;
    std::vector<std::string> names;
    std::vector<std::string> named;
    for (const model::Interface& one : failure.transcript.plan.interfaces) {
        names.push_back(one.name);
        if (contains(missed->output, one.name)) named.push_back(one.name);
    }
    const bool is_silent = bare(missed->output).empty();
    if (!is_silent && named.size() == names.size())
        return model::Diagnosis{
            "",
            fmt::format(
                "Your program printed the name of each interface, {}, but not the IPv4 address that it "
                "has.",
                list_of(names)),
            "An interface has a list of addresses. Go through it, and print those of IPv4: Addrs() in Go, "
            "getInetAddresses() in Java, ifa_addr in C.",
            unmet(failure).evidence};
    constexpr const char* kAskTheSystem =
        "Ask the system which there are: getifaddrs() in C, NetworkInterface in Java, os.networkInterfaces() "
        "in "
        "Node, net.InterfaceAddrs() in Go, the output of `ip -4 addr` in Python.";
    const std::string here =
        names.size() == 1 ? fmt::format("The interface of this machine is called {}.", names.front())
                          : fmt::format("The interfaces of this machine are called {}.", list_of(names));
    return model::Diagnosis{
        "",
        is_silent ? "Your program printed nothing. " + here
                  : fmt::format("No address stands in what your program printed, {}. {}",
                                quote(bare(missed->output), 80), here),
        is_silent
            ? fmt::format(
                  "Some condition leaves out everything: print all that the system gives you first, and "
                  "compare. "
                  "Names of interfaces are others on other machines, so do not write them in; AF_INET is "
                  "IPv4, and in Node family is the text 'IPv4'. {}",
                  kAskTheSystem)
            : fmt::format("Interfaces have other names on other machines, so do not write names in. {}",
                          kAskTheSystem),
        unmet(failure).evidence};
}

}  // namespace sockgrade::diagnoses
