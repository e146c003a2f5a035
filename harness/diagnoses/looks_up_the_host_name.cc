#include <fmt/format.h>

#include <algorithm>

#include "base/text.hh"
#include "diagnoses/clues.hh"

namespace sockgrade::diagnoses {

namespace event = model::event;

// None of the machine's addresses, but what its name stands for.
std::optional<model::Diagnosis> looks_up_the_host_name(const Failure& failure) {
    const std::vector<std::string> addresses = addresses_of(failure.transcript.plan);
    if (addresses.empty() || failure.cause != model::Cause::missing) return std::nullopt;
    const std::string output = printed(failure.transcript, 0, failure.transcript.events.size());
    const bool has_any = std::any_of(addresses.begin(), addresses.end(),
                                     [&](const std::string& one) { return contains(output, one); });
    // Sockgrade gives the machine's name this address (sandbox/world.hh); Debian gives it the other one.
    for (const char* behind_the_name : {"192.168.7.2", "127.0.1.1"})
        if (!has_any && contains(output, behind_the_name))
            return model::Diagnosis{
                "",
                fmt::format("Your program printed {}. That is what the machine's name stands for in its file "
                            "/etc/hosts, and no interface has it.",
                            behind_the_name),
                "Ask for the interfaces, not for the name: getifaddrs() in C, NetworkInterface in Java, "
                "os.networkInterfaces() in Node, net.InterfaceAddrs() in Go, the output of `ip -4 addr` in "
                "Python.",
                unmet(failure).evidence};
    return std::nullopt;
}

}  // namespace sockgrade::diagnoses
