#include "cli/endpoint.hh"

#include <fmt/format.h>
#include <netdb.h>
#include <sys/socket.h>

#include <charconv>
#include <cstring>
#include <memory>
#include <optional>

#include "base/error.hh"
#include "base/text.hh"
#include "system/socket_address.hh"

namespace sockgrade::cli {

namespace {

std::optional<std::uint16_t> port_of(std::string_view text) {
    std::uint16_t port = 0;
    const auto [rest, error] = std::from_chars(text.data(), text.data() + text.size(), port);
    if (text.empty() || error != std::errc{} || rest != text.data() + text.size()) return std::nullopt;
    return port;
}

// An IPv4 address where the host has both, as most first exercises expect.
std::optional<std::string> numeric(const std::string& host) {
    addrinfo hints{};
    hints.ai_socktype = SOCK_STREAM;
    addrinfo* found = nullptr;
    if (::getaddrinfo(host.c_str(), nullptr, &hints, &found) != 0) return std::nullopt;
    const std::unique_ptr<addrinfo, decltype(&::freeaddrinfo)> all(found, ::freeaddrinfo);
    std::optional<std::string> best;
    for (const addrinfo* one = found; one != nullptr; one = one->ai_next) {
        system::SocketAddress address;
        std::memcpy(&address.storage, one->ai_addr, one->ai_addrlen);
        address.length = one->ai_addrlen;
        const auto known = system::to_model(address);
        if (known.has_value() && (!best.has_value() || one->ai_family == AF_INET)) best = known->host;
        if (best.has_value() && one->ai_family == AF_INET) break;
    }
    return best;
}

}  // namespace

model::Address endpoint_of(const std::string& option, const std::string& text) {
    const std::size_t colon = text.rfind(':');
    std::string host = colon == std::string::npos ? "127.0.0.1" : text.substr(0, colon);
    const auto port = port_of(std::string_view(text).substr(colon == std::string::npos ? 0 : colon + 1));
    if (host.starts_with('[') && host.ends_with(']')) host = host.substr(1, host.size() - 2);
    if (!port.has_value() || host.empty())
        throw UsageError(
            fmt::format("{} {}: expected HOST:PORT, such as 127.0.0.1:12000, with a port up to 65535", option,
                        quote(text, 100)));
    const auto address = numeric(host);
    if (!address.has_value())
        throw UsageError(
            fmt::format("{} {}: there is no host {}", option, quote(text, 100), quote(host, 60)));
    return {*address, *port};
}

}  // namespace sockgrade::cli
