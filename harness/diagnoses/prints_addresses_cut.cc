#include <fmt/format.h>

#include <algorithm>

#include "base/text.hh"
#include "diagnoses/clues.hh"
#include "diagnoses/printed_addresses.hh"

namespace sockgrade::diagnoses {

namespace {

// 192.168.7. of 192.168.7.12, and 12.
std::string_view all_but_last(std::string_view address) { return address.substr(0, address.rfind('.') + 1); }
std::string_view last_of(std::string_view address) { return address.substr(address.rfind('.') + 1); }

// The longest beginning of the address that stands in the output with no more of an address behind it.
std::string_view beginning_in(std::string_view output, std::string_view address) {
    constexpr std::string_view kOfAnAddress = "0123456789.";
    for (std::size_t length = address.size() - 1; length >= all_but_last(address).size() - 1; --length) {
        const std::string_view part = address.substr(0, length);
        for (std::size_t at = output.find(part); at != std::string_view::npos;
             at = output.find(part, at + 1)) {
            const std::size_t end = at + length;
            if ((at == 0 || kOfAnAddress.find(output[at - 1]) == std::string_view::npos) &&
                (end == output.size() || kOfAnAddress.find(output[end]) == std::string_view::npos))
                return part;
        }
    }
    return {};
}

model::Diagnosis cut_so(const std::string& message, const char* hint, const Failure& failure) {
    return {"", message, hint, unmet(failure).evidence};
}

std::optional<model::Diagnosis> network_for(const PrintedAddresses& missed, const Failure& failure) {
    for (const std::string& own : missed.own)
        for (const std::string& address : missed.printed) {
            const bool is_network = last_of(address) == "0";
            if (all_but_last(address) != all_but_last(own) || (!is_network && last_of(address) != "255"))
                continue;
            return cut_so(
                fmt::format(
                    "Your program printed {}. That {}, and the machine's address in it is {}.", address,
                    is_network ? "is the address of a network" : "reaches everybody in a network", own),
                is_network ? "A network's address has zeros where the mask has them. Print the interface's "
                             "own address, "
                             "and do not mask it."
                           : "It is the broadcast address. Print the one that stands in front of it: the "
                             "interface's own.",
                failure);
        }
    return std::nullopt;
}

}  // namespace

// The right interfaces, with something near the address: its beginning, its network, nothing that C can show.
std::optional<model::Diagnosis> prints_addresses_cut(const Failure& failure) {
    const std::vector<std::string> machine = addresses_of(failure.transcript.plan);
    if (machine.empty() || failure.cause != model::Cause::missing) return std::nullopt;
    const std::string output = printed(failure.transcript, 0, failed_at(failure));
    for (const model::Interface& one : failure.transcript.plan.interfaces)
        for (std::size_t at = output.find(one.name); at != std::string::npos;
             at = output.find(one.name, at + 1)) {
            const std::size_t end = std::min(output.find('\n', at), output.size());
            const std::string line = output.substr(at, end - at);
            if (contains(line, "(null)"))
                return cut_so(fmt::format("Your program printed {}: it had no text to print for the address.",
                                          quote(bare(line), 60)),
                              "inet_ntop() returns NULL when its last argument says that there is too little "
                              "room for the "
                              "text. The longest address takes 16 bytes, INET_ADDRSTRLEN.",
                              failure);
        }
    // Networks are fine beside the addresses, but not in place of them.
    if (const auto missed = addresses_missed(failure))
        if (auto network = network_for(*missed, failure)) return network;
    const std::vector<std::string> shown = ipv4_addresses_in(output);
    for (const std::string& own : machine) {
        if (std::find(shown.begin(), shown.end(), own) != shown.end()) continue;
        const std::string_view part = beginning_in(output, own);
        // The first address of a network is often that of its router.
        if (part.empty() || last_of(part) == "1") continue;
        return cut_so(fmt::format("Your program printed {}, the beginning of {}.", quote(part), own),
                      "An IPv4 address has up to 15 letters, and C adds a NUL: leave room for 16, and cut "
                      "nothing off "
                      "behind a fixed number of letters.",
                      failure);
    }
    return std::nullopt;
}

}  // namespace sockgrade::diagnoses
