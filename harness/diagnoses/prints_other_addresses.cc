#include <fmt/format.h>

#include <algorithm>

#include "base/text.hh"
#include "diagnoses/clues.hh"
#include "diagnoses/printed_addresses.hh"

namespace sockgrade::diagnoses {

namespace {

// 192.168.7 of 192.168.7.12: networks are no smaller than that.
std::string_view network_of(std::string_view address) { return address.substr(0, address.rfind('.')); }

// Loopback, a netmask, what belongs to a network of the machine: every listing of interfaces may have these.
bool goes_with(const PrintedAddresses& missed, const std::string& address) {
    return address.starts_with("127.") || address.starts_with("255.") || address == "0.0.0.0" ||
           std::any_of(missed.own.begin(), missed.own.end(),
                       [&](const std::string& own) { return network_of(own) == network_of(address); });
}

}  // namespace

// Addresses of some other machine.
std::optional<model::Diagnosis> prints_other_addresses(const Failure& failure) {
    const auto missed = addresses_missed(failure);
    if (!missed.has_value() || looks_up_the_host_name(failure) || prints_addresses_backwards(failure) ||
        prints_addresses_cut(failure))
        return std::nullopt;
    std::vector<std::string> other;
    for (const std::string& address : missed->printed)
        if (!goes_with(*missed, address)) other.push_back(address);
    if (other.empty()) return std::nullopt;
    constexpr const char* kFamilyAsAddress = "2.0.0.0";
    if (other.size() == 1 && other.front() == kFamilyAsAddress)
        return model::Diagnosis{"",
                                "Your program printed 2.0.0.0. These are the first four bytes of a struct "
                                "sockaddr_in, its family (2 "
                                "is "
                                "AF_INET) and its port; the address stands behind them.",
                                "Give inet_ntop() the field that holds the address: &((struct sockaddr_in *) "
                                "one->ifa_addr)->sin_addr",
                                unmet(failure).evidence};
    return model::Diagnosis{
        "",
        fmt::format("Your program printed {}. No interface of the machine that it runs on has {}.",
                    list_of(other), other.size() == 1 ? "this address" : "one of these addresses"),
        "Addresses differ from machine to machine, and change: do not write them in, ask the system each "
        "time. "
        "getifaddrs() in C, NetworkInterface in Java, os.networkInterfaces() in Node, net.InterfaceAddrs() "
        "in "
        "Go, the output of `ip -4 addr` in Python.",
        unmet(failure).evidence};
}

}  // namespace sockgrade::diagnoses
