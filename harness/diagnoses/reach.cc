#include <algorithm>
#include <cerrno>
#include <set>
#include <string>

#include "base/text.hh"
#include "diagnoses/case_view.hh"
#include "diagnoses/words.hh"

namespace sockgrade::diagnoses {

namespace event = model::event;
using model::Transport;
using namespace fmt::literals;

namespace {

bool from_another_host(const model::Step& step) {
    if (const auto* connect = std::get_if<model::Connect>(&step.action))
        return connect->from == model::From::another_host;
    const auto* send = std::get_if<model::Send>(&step.action);
    return send != nullptr && send->from == model::From::another_host;
}

}  // namespace

// Peers on other computers cannot reach 127.0.0.1.
std::optional<model::Diagnosis> bound_to_loopback_only(const CaseView& view) {
    const model::Plan& plan = view.plan;
    if (!serves(plan) || view.end.has_value()) return std::nullopt;
    if (std::none_of(plan.steps.begin(), plan.steps.end(), from_another_host)) return std::nullopt;
    const model::Event* loopback = nullptr;
    for (const model::Event& event : view.transcript.events) {
        const auto* call = std::get_if<event::SocketCall>(&event.what);
        if (call == nullptr || call->call != Call::bind || call->transport != plan.transport ||
            call->ephemeral)
            continue;
        const bool local = call->address.host.starts_with("127.") || call->address.host == "::1";
        if (!local && call->error == 0) return std::nullopt;
        if (local && call->error == 0) loopback = &event;
    }
    if (loopback == nullptr) return std::nullopt;
    return say<words::bound_to_loopback_only>(
        {loopback->number},
        "address"_a = escape(model::to_string(std::get<event::SocketCall>(loopback->what).address)));
}

// A sender that has bound its socket to 127.0.0.1 and dials another computer: a network takes nothing that
// comes from there, so that connect() and sendto() fail where the other computer is a real one.
std::optional<model::Diagnosis> sends_from_loopback(const CaseView& view) {
    const model::Plan& plan = view.plan;
    if (view.cause != model::Cause::wrong_address || serves(plan) || plan.role == model::Role::peer)
        return std::nullopt;
    const auto* opened = view.transcript.first<event::Opened>();
    const std::string& dialled = opened == nullptr ? plan.given.address.host : opened->local.host;
    const bool is_home = dialled.starts_with("127.") && view.transcript.isolation < "D";
    if (opened == nullptr || is_home) return std::nullopt;
    for (const model::Event& one : view.transcript.events) {
        const auto* call = std::get_if<event::SocketCall>(&one.what);
        if (call == nullptr || call->call != Call::bind || call->error != 0 ||
            call->transport != plan.transport || call->address.port != opened->remote.port ||
            !call->address.host.starts_with("127."))
            continue;
        return say<words::sends_from_loopback>({one.number}, "host"_a = escape(call->address.host),
                                               "given"_a = model::to_string(plan.given.address));
    }
    return std::nullopt;
}

namespace {

bool from_this_host(const model::Step& step) {
    if (const auto* connect = std::get_if<model::Connect>(&step.action))
        return connect->from == model::From::this_host;
    const auto* send = std::get_if<model::Send>(&step.action);
    return send != nullptr && send->from == model::From::this_host;
}

// The trick with a UDP socket, on which connect() sends nothing and getsockname() tells the own address. In a
// network of a case, where every address is this computer's, that is the one that was dialled.
const model::Event* asked_which_address(const CaseView& view, std::size_t until, const std::string& own) {
    for (const model::Event& one : view.transcript.events) {
        if (one.number >= until) break;
        const auto* call = std::get_if<event::SocketCall>(&one.what);
        if (call != nullptr && call->call == Call::connect && call->transport == model::Transport::udp &&
            call->address.host == own)
            return &one;
    }
    return nullptr;
}

constexpr const char* kBindToAll =
    "Bind to all addresses: bind(('', port)) in Python, INADDR_ANY in C, new ServerSocket(port) in Java.";

}  // namespace

// It hears at one of the computer's addresses, and was called at 127.0.0.1.
std::optional<model::Diagnosis> bound_to_one_address(const CaseView& view) {
    const model::Plan& plan = view.plan;
    if (!serves(plan) || view.end.has_value()) return std::nullopt;
    if (std::none_of(plan.steps.begin(), plan.steps.end(), from_this_host)) return std::nullopt;
    const model::Event* bound = nullptr;
    for (const model::Event& one : view.transcript.events) {
        const auto* call = std::get_if<event::SocketCall>(&one.what);
        if (call == nullptr || call->call != Call::bind || call->transport != plan.transport ||
            call->error != 0)
            continue;
        const std::string& host = call->address.host;
        if (host == "0.0.0.0" || host == "::" || host.starts_with("127.") || host == "::1")
            return std::nullopt;
        bound = &one;
    }
    if (bound == nullptr) return std::nullopt;
    const std::string& host = std::get<event::SocketCall>(bound->what).address.host;
    if (const auto* asked = asked_which_address(view, bound->number, host))
        return say<words::bound_where_it_would_send_from>(
            {asked->number, bound->number}, Hint{kBindToAll},
            "address"_a = escape(model::to_string(std::get<event::SocketCall>(asked->what).address)));
    return say<words::bound_to_one_address>(
        {bound->number}, Hint{kBindToAll},
        "address"_a = escape(model::to_string(std::get<event::SocketCall>(bound->what).address)));
}

// It is bound for IPv6, and a call to 127.0.0.1 was refused. Peers come to a wildcard by IPv6 only where IPv4
// does not reach it, so an earlier peer that came by IPv4 says that this one is refused for another reason.
std::optional<model::Diagnosis> hears_ipv6_only(const CaseView& view) {
    const model::Plan& plan = view.plan;
    if (!serves(plan) || view.end.has_value()) return std::nullopt;
    if (std::none_of(plan.steps.begin(), plan.steps.end(), from_this_host)) return std::nullopt;
    const event::SocketCall* bound = nullptr;
    std::set<std::string> by_ipv4;  // peers that have not been refused yet
    for (const model::Event& one : view.transcript.events) {
        if (const auto* call = std::get_if<event::SocketCall>(&one.what)) {
            if (call->call != Call::bind || call->transport != plan.transport || call->error != 0) continue;
            if (call->address.host != "::" && call->address.host != "::1") return std::nullopt;
            bound = call;
        }
        const auto* opened = std::get_if<event::Opened>(&one.what);
        if (opened != nullptr && !is_ipv6(opened->remote)) by_ipv4.insert(opened->connection);
        const auto* turned_away = std::get_if<event::NotOpened>(&one.what);
        const auto* reset = std::get_if<event::ResetSeen>(&one.what);
        const bool refused =
            turned_away != nullptr
                ? turned_away->error == ECONNREFUSED && !is_ipv6(turned_away->remote)
                : reset != nullptr && reset->error == ECONNREFUSED && by_ipv4.erase(reset->connection) > 0;
        if (!refused || bound == nullptr || !by_ipv4.empty()) continue;
        return say<words::hears_ipv6_only>({one.number},
                                           "address"_a = escape(model::to_string(bound->address)));
    }
    return std::nullopt;
}

// A second connection for the reply.
std::optional<model::Diagnosis> dials_the_client(const CaseView& view) {
    const model::Plan& plan = view.plan;
    if (!serves(plan) || plan.transport != Transport::tcp || !came_to_nothing(view.cause))
        return std::nullopt;
    const event::Opened* client = nullptr;
    std::size_t connected = 0;
    for (const model::Event& event : view.transcript.events) {
        // Those that it has to call itself are no clients of it.
        if (const auto* one = std::get_if<event::Opened>(&event.what);
            one != nullptr && !is_called(plan, one->connection)) {
            client = one;
            connected = event.number;
        }
        const auto* call = std::get_if<event::SocketCall>(&event.what);
        if (client == nullptr || call == nullptr || call->call != Call::connect ||
            call->transport != Transport::tcp || call->address.port != client->local.port)
            continue;
        return say<words::dials_the_client>({connected, event.number}, "client"_a = client->connection,
                                            "address"_a = escape(model::to_string(call->address)));
    }
    return std::nullopt;
}

// The datagram goes to the socket that sends it.
std::optional<model::Diagnosis> sends_to_itself(const CaseView& view) {
    const model::Plan& plan = view.plan;
    if (serves(plan) || plan.transport != Transport::udp || !came_to_nothing(view.cause)) return std::nullopt;
    const model::Event* bound = nullptr;
    for (const model::Event& event : view.transcript.events) {
        const auto* call = std::get_if<event::SocketCall>(&event.what);
        if (call == nullptr || call->transport != Transport::udp || call->error != 0) continue;
        if (call->call == Call::bind) bound = &event;
        if (!call->dials() || bound == nullptr) continue;
        const std::uint16_t own = std::get<event::SocketCall>(bound->what).address.port;
        if (call->address.port != own || own == plan.given.address.port) continue;
        return say<words::sends_to_itself>({bound->number, event.number},
                                           "address"_a = escape(model::to_string(call->address)),
                                           "peer"_a = plan.steps.empty() ? "peer" : plan.steps[0].actor,
                                           "given"_a = model::to_string(plan.given.address));
    }
    return std::nullopt;
}

}  // namespace sockgrade::diagnoses
