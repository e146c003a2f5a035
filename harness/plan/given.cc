#include "plan/given.hh"

#include <algorithm>
#include <optional>

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

void fill_arguments(model::Given& given) {
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
                if (name == "host") return given.address.host;
                if (name == "port") return std::to_string(given.address.port);
                if (name == "message") return given.message;
                return std::nullopt;
            }));
}

}  // namespace sockgrade::plan
