#include <fmt/format.h>

#include <array>

#include "base/text.hh"
#include "diagnoses/clues.hh"

namespace sockgrade::diagnoses {

// An interface by a name that is written in, and that this machine does not have.
std::optional<model::Diagnosis> asks_for_one_interface(const Failure& failure) {
    const auto end = ended(failure);
    if (!end.has_value() || !came_to_nothing(failure.cause)) return std::nullopt;
    const std::string said = printed(failure.transcript, 0, end->position) + errors(failure);
    static constexpr std::array kSigns = {
        "No such device", "no such network interface", "invalid network interface name",
        "You must specify a valid interface name", "\"java.net.NetworkInterface."};
    std::string_view line;
    for (const char* sign : kSigns)
        if (line.empty()) line = line_with(said, sign);
    // Of the names of today none may be on the machine; what stands in the message is one that is not there.
    if (line.empty()) return std::nullopt;
    std::vector<std::string> names;
    for (const model::Interface& one : failure.transcript.plan.interfaces) names.push_back(one.name);
    return model::Diagnosis{
        "",
        fmt::format("Your program asked for an interface that this machine does not have, and ended: {}. The "
                    "machine has {}.",
                    readable(bare(line)), list_of(names)),
        "Interfaces have other names on other machines: eth0, wlan0, enp5s0. Do not write a name in; ask the "
        "system "
        "which there are, and go through them: getifaddrs() in C, NetworkInterface.getNetworkInterfaces() in "
        "Java, "
        "os.networkInterfaces() in Node, net.InterfaceAddrs() in Go, the output of `ip -4 addr` in Python.",
        {end->number}};
}

}  // namespace sockgrade::diagnoses
