#include "plan/given.hh"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <set>

#include "base/placeholder.hh"
#include "base/random.hh"

namespace sockgrade::plan {

namespace {

// Below the ports that systems hand out by themselves, above those of well-known services.
constexpr std::uint64_t kFirstPort = 20'000;
constexpr std::uint64_t kPorts = 12'000;
constexpr std::uint16_t kFirstFree = 1024;

}  // namespace

std::uint16_t choose_port(std::uint64_t seed) {
    RandomStream random(seed);
    for (;;) {
        const auto port = static_cast<std::uint16_t>(kFirstPort + random.below(kPorts));
        const std::uint16_t swapped = model::swap_bytes(port);
        if (swapped != port && swapped >= kFirstFree) return port;
    }
}

std::uint16_t another_port(std::uint16_t port, std::uint64_t seed) {
    for (std::uint64_t attempt = 0;; ++attempt) {
        const std::uint16_t other = choose_port(mix({seed, attempt}));
        if (other != port && other != model::swap_bytes(port)) return other;
    }
}

model::PortRange choose_ports(const model::PortsSpec& spec, std::uint64_t seed) {
    RandomStream random(seed);
    model::PortRange range;
    range.first = static_cast<std::uint16_t>(kFirstPort + random.below(kPorts - spec.count));
    range.last = static_cast<std::uint16_t>(range.first + spec.count - 1);
    // The gaps between those that listen: one port at least, the rest by lot.
    std::vector<std::size_t> gaps(spec.listening - 1, 1);
    for (std::size_t left = spec.count - spec.listening - gaps.size(); left > 0; --left)
        ++gaps[random.below(gaps.size())];
    std::size_t port = range.first;
    range.listening.push_back(range.first);
    for (const std::size_t gap : gaps) {
        port += gap + 1;
        range.listening.push_back(static_cast<std::uint16_t>(port));
    }
    range.outside = {static_cast<std::uint16_t>(range.first - 1), static_cast<std::uint16_t>(range.last + 1)};
    return range;
}

std::vector<model::Interface> choose_interfaces(const std::vector<std::size_t>& addresses,
                                                std::uint64_t seed) {
    static constexpr std::array kNames = {"eth0",  "wlan0",  "enp0s3", "wlp2s0",
                                          "ens33", "enp5s0", "usb0",   "eno1"};
    RandomStream random(seed);
    std::vector<std::string> names(kNames.begin(), kNames.end());
    std::set<std::string> networks;
    std::vector<model::Interface> interfaces;
    for (const std::size_t count : addresses) {
        model::Interface one;
        const std::size_t which = random.below(names.size());
        one.name = names[which];
        names.erase(names.begin() + static_cast<std::ptrdiff_t>(which));
        while (one.addresses.size() < count) {
            const std::string host = choose_lan_host(random.next());
            if (networks.insert(host.substr(0, host.rfind('.'))).second) one.addresses.push_back(host);
        }
        interfaces.push_back(std::move(one));
    }
    return interfaces;
}

std::string choose_lan_host(std::uint64_t seed) {
    RandomStream random(seed);
    const auto among = [&random](std::uint64_t first, std::uint64_t last) {
        return first + random.below(last - first + 1);
    };
    const std::uint64_t fourth = among(20, 250);
    const std::uint64_t third = among(10, 250);
    switch (random.below(3)) {
        case 0:
            return fmt::format("10.{}.{}.{}", among(1, 250), third, fourth);
        case 1:
            return fmt::format("172.{}.{}.{}", among(16, 31), third, fourth);
        default:
            return fmt::format("192.168.{}.{}", third, fourth);
    }
}

void fill_arguments(model::Given& given, model::Role role) {
    const bool listens_only = only_listens(role);
    const auto names = [&](const char* name) {
        return std::any_of(given.forms.begin(), given.forms.end(),
                           [&](const std::string& form) { return has_placeholder(form, name); });
    };
    given.names_host = names("host");
    given.names_port = names("port");
    given.names_message = names("message");
    given.arguments.clear();
    for (const std::string& form : given.forms)
        given.arguments.push_back(
            fill_placeholders(form, [&](const std::string& name) -> std::optional<std::string> {
                if (name == "host") return listens_only ? "0.0.0.0" : given.address.host;
                if (name == "port") return std::to_string(given.address.port);
                if (name == "own_port") return std::to_string(given.own_port);
                if (name == "first") return std::to_string(given.ports.first);
                if (name == "last") return std::to_string(given.ports.last);
                if (name == "message") return given.message;
                return std::nullopt;
            }));
}

}  // namespace sockgrade::plan
