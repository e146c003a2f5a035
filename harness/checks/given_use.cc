#include "checks/given_use.hh"

#include <algorithm>
#include <cstdlib>
#include <map>

#include "base/text.hh"

namespace sockgrade::checks {

using model::Address;
using model::Role;
namespace event = model::event;

namespace {

bool is_port(std::uint16_t seen, std::uint16_t given) {
    return seen != 0 && (seen == given || seen == model::swap_bytes(given));
}

bool is_here(const std::string& host) {
    return host.starts_with("127.") || host == "::1" || host == "0.0.0.0" || host == "::";
}

// The first line of the message that says something.
std::string_view text_of(const model::Given& given) {
    std::string_view text = given.message;
    while (!text.empty() && (text.front() == '\n' || text.front() == '\r')) text.remove_prefix(1);
    return text.substr(0, text.find_first_of("\r\n"));
}

bool has_sent(const model::Transcript& transcript, std::string_view text) {
    std::map<std::string, std::string> by_connection;
    for (const auto* received : transcript.all<event::Received>())
        by_connection[received->connection] += received->bytes;
    return std::any_of(by_connection.begin(), by_connection.end(),
                       [&](const auto& entry) { return entry.second.find(text) != std::string::npos; });
}

// atoi() and inet_aton() make a number of whatever begins like one.
bool is_made_from(const Address& address, const model::Given& given) {
    if (address.host.starts_with("0.") && address.host != "0.0.0.0") return true;
    return std::any_of(given.arguments.begin(), given.arguments.end(), [&](const std::string& argument) {
        const unsigned long number = std::strtoul(argument.c_str(), nullptr, 10);
        const bool is_whole = std::to_string(number) == argument;
        return !is_whole && number != 0 && number == address.port;
    });
}

// It has sent an argument that is no text.
bool has_sent_another(const model::Transcript& transcript) {
    const model::Given& given = transcript.plan.given;
    const auto* first = transcript.first<event::Received>();
    if (first == nullptr || given.names_message) return false;
    const std::string_view sent = trim_line_end(first->bytes);
    return std::find(given.arguments.begin(), given.arguments.end(), sent) != given.arguments.end();
}

}  // namespace

GivenUse use_of_given(const model::Transcript& transcript) {
    const model::Plan& plan = transcript.plan;
    const model::Given& given = plan.given;
    const bool listens = only_listens(plan.role) || plan.role == Role::peer;
    const bool dials = speaks_first(plan.role) || plan.role == Role::peer;
    GivenUse use;
    if (!listens && !dials) return use;
    bool hears = false;
    bool calls_port = false;
    bool calls_host = false;
    bool calls_first = false;
    bool calls_last = false;
    const std::uint16_t own = plan.role == Role::peer ? given.own_port : given.address.port;
    for (const auto* call : transcript.all<event::SocketCall>()) {
        const bool out = call->dials();
        use.anything_called = use.anything_called || out || !call->ephemeral;
        if (out ? dials : listens) use.mistaken = use.mistaken || is_made_from(call->address, given);
        if (!out) {
            hears = hears || is_port(call->address.port, own);
            continue;
        }
        calls_first = calls_first || call->address.port == given.ports.first;
        calls_last = calls_last || call->address.port == given.ports.last;
        calls_port = calls_port || is_port(call->address.port, given.address.port);
        calls_host = calls_host || call->address.host == given.address.host ||
                     (is_here(call->address.host) && is_here(given.address.host));
    }
    if (given.ports.first != 0) calls_port = calls_first && calls_last;
    use.port = (hears || !listens) && (calls_port || !dials || plan.role == Role::peer);
    use.host = calls_host || !dials || plan.role == Role::peer;
    const std::string_view text = text_of(given);
    if (dials && plan.role != Role::peer && !text.empty()) use.message = has_sent(transcript, text);
    use.mistaken = use.mistaken || (dials && has_sent_another(transcript));
    return use;
}

}  // namespace sockgrade::checks
