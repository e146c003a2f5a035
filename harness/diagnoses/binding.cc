#include <cerrno>

#include "base/text.hh"
#include "diagnoses/case_view.hh"
#include "diagnoses/words.hh"
#include "telling/wait.hh"

namespace sockgrade::diagnoses {

namespace event = model::event;
using model::Cause;
using model::Transport;
using namespace fmt::literals;

// bind() to an address that this computer does not have.
std::optional<model::Diagnosis> address_not_available(const CaseView& view) {
    for (const model::Event& event : view.transcript.events) {
        const auto* call = std::get_if<event::SocketCall>(&event.what);
        if (call == nullptr || call->call != Call::bind || call->error != EADDRNOTAVAIL) continue;
        return say<words::address_not_available>({event.number},
                                                 "address"_a = escape(model::to_string(call->address)),
                                                 "host"_a = escape(call->address.host));
    }
    return std::nullopt;
}

// A client or sender that plays the server.
std::optional<model::Diagnosis> listens_instead_of_connecting(const CaseView& view) {
    const model::Plan& plan = view.plan;
    if (serves(plan) || plan.role == model::Role::peer || !came_to_nothing(view.cause)) return std::nullopt;
    const model::Event* found = nullptr;
    for (const model::Event& event : view.transcript.events) {
        const auto* call = std::get_if<event::SocketCall>(&event.what);
        if (call == nullptr || call->transport != plan.transport) continue;
        if (call->dials()) return std::nullopt;
        const bool waits =
            (call->call == Call::listen && !call->ephemeral) ||
            (call->call == Call::bind && call->address.port == plan.given.address.port && !call->ephemeral);
        if (waits && found == nullptr) found = &event;
    }
    if (found == nullptr) return std::nullopt;
    const auto& made = std::get<event::SocketCall>(found->what);
    const bool tcp = plan.transport == Transport::tcp;
    if (made.call == Call::bind && made.error == EADDRINUSE)
        return say<words::binds_the_port_of_the_other>(
            {found->number}, Hint{tcp ? words::leave_out_bind_and_connect : words::leave_out_bind_and_send},
            "port"_a = made.address.port);
    return say<words::listens_instead_of_connecting>(
        {found->number}, Hint{tcp ? words::connect_to_the_given_address : words::send_to_the_given_address},
        "call"_a = model::to_string(std::get<event::SocketCall>(found->what).call),
        "port"_a = std::get<event::SocketCall>(found->what).address.port,
        "role"_a = model::to_string(plan.role), "given"_a = model::to_string(plan.given.address));
}

namespace {

// What comes for the socket before, or between the two, is lost.
std::optional<model::Diagnosis> binds_for_each_datagram(const CaseView& view) {
    const model::Transcript& transcript = view.transcript;
    if (transcript.plan.transport != Transport::udp || !serves(transcript.plan)) return std::nullopt;
    const model::Event* first = nullptr;
    bool came_since = false;
    for (const model::Event& event : view.events) {
        came_since = came_since || (first != nullptr && std::holds_alternative<event::Sent>(event.what));
        const auto* call = std::get_if<event::SocketCall>(&event.what);
        if (call == nullptr || call->call != Call::bind || call->transport != Transport::udp ||
            call->error != 0 || call->ephemeral)
            continue;
        if (first == nullptr) first = &event;
        if (!came_since || std::get<event::SocketCall>(first->what).address.port != call->address.port)
            continue;
        return say<words::binds_again_for_each_datagram>({first->number, event.number},
                                                         "port"_a = call->address.port);
    }
    return std::nullopt;
}

}  // namespace

// The listening socket is made inside the loop.
std::optional<model::Diagnosis> binds_again(const CaseView& view) {
    // What it does after another view has another reason.
    if (!came_to_nothing(view.cause) && view.cause != model::Cause::wrong_address) return std::nullopt;
    const auto& trace = view.traceback;
    if (trace.has_value() && !contains(trace->error, "Address already in use")) return std::nullopt;
    if (!trace.has_value())
        if (auto for_each = binds_for_each_datagram(view)) return for_each;
    const model::Event* first = nullptr;
    bool serves_others = false;
    for (const model::Event& event : view.transcript.events) {
        const auto* call = std::get_if<event::SocketCall>(&event.what);
        if (call == nullptr || call->call != Call::bind || call->transport != view.plan.transport) continue;
        if (call->error == 0 && !call->ephemeral) first = &event;
        if (call->error != EADDRINUSE || first == nullptr) continue;
        if (std::get<event::SocketCall>(first->what).address.port != call->address.port) continue;
        // Another thread of it may hold the port, and serve.
        for (const model::Event& later : view.transcript.events)
            serves_others = serves_others || (later.number > event.number &&
                                              std::holds_alternative<event::Received>(later.what));
        if (serves_others) return std::nullopt;
        return say<words::binds_again_and_fails>(
            {first->number, event.number},
            Hint{view.plan.transport == Transport::tcp ? words::listen_once_before_the_loop
                                                       : words::bind_once_before_the_loop},
            "port"_a = call->address.port);
    }
    return std::nullopt;
}

// bind() failed since the port is taken, and not by an earlier bind() of the program's own.
std::optional<model::Diagnosis> port_in_use(const CaseView& view) {
    if (!serves(view.plan)) return std::nullopt;
    for (const model::Event& event : view.transcript.events) {
        const auto* call = std::get_if<event::SocketCall>(&event.what);
        if (call == nullptr || call->call != Call::bind) continue;
        if (call->error == 0 && !call->ephemeral) return std::nullopt;
        if (call->error != EADDRINUSE) continue;
        return say<words::port_in_use>({event.number}, "address"_a = escape(model::to_string(call->address)));
    }
    return std::nullopt;
}

namespace {

// A server that plays the client: it calls the port that it should listen at.
std::optional<model::Diagnosis> connects_instead(const CaseView& view) {
    const model::Plan& plan = view.plan;
    const model::Event* dialled = nullptr;
    for (const model::Event& one : view.transcript.events) {
        const auto* call = std::get_if<event::SocketCall>(&one.what);
        if (std::holds_alternative<event::Opened>(one.what)) return std::nullopt;
        if (call == nullptr || call->transport != Transport::tcp) continue;
        if ((call->call == Call::bind || call->call == Call::listen) && !call->ephemeral) return std::nullopt;
        if (call->call == Call::connect && call->address.port == plan.given.address.port &&
            dialled == nullptr)
            dialled = &one;
    }
    if (dialled == nullptr) return std::nullopt;
    return say<words::connects_where_it_should_listen>(
        {dialled->number},
        "address"_a = escape(model::to_string(std::get<event::SocketCall>(dialled->what).address)),
        "role"_a = model::to_string(plan.role));
}

}  // namespace

// bind() without listen(): accept() has nothing to take from.
std::optional<model::Diagnosis> never_listens(const CaseView& view) {
    const model::Plan& plan = view.plan;
    if (!serves(plan) || plan.transport != Transport::tcp || !came_to_nothing(view.cause))
        return std::nullopt;
    if (auto connects = connects_instead(view)) return connects;
    const model::Event* bound = nullptr;
    for (const model::Event& event : view.transcript.events) {
        const auto* call = std::get_if<event::SocketCall>(&event.what);
        if (call == nullptr || call->transport != Transport::tcp) continue;
        if (call->call == Call::listen || call->error != 0) return std::nullopt;
        if (call->call == Call::bind && !call->ephemeral) bound = &event;
    }
    if (bound == nullptr) return std::nullopt;
    // It may have ended in between for another reason.
    const auto& said = view.errors;
    const bool refused = contains(said, "Invalid argument") || contains(said, "Errno 22");
    if (view.cause == Cause::crashed && !refused) return std::nullopt;
    std::vector<std::size_t> evidence = {bound->number};
    if (refused)
        for (const std::size_t number : view.error_events) evidence.push_back(number);
    return say<words::never_listens>(
        evidence, "port"_a = std::get<event::SocketCall>(bound->what).address.port,
        "refused"_a = refused ? " and accept() fails with \"Invalid argument\"" : "");
}

// No port was named, so the system chose one, or there is none at all.
std::optional<model::Diagnosis> bind_not_called(const CaseView& view) {
    const model::Plan& plan = view.plan;
    if (!serves(plan)) return std::nullopt;
    const bool tcp = plan.transport == Transport::tcp;
    const char* hint = words::bind_gives_the_port;
    const model::Event* chosen = nullptr;
    bool asked_for_any = false;
    for (const model::Event& event : view.transcript.events) {
        const auto* call = std::get_if<event::SocketCall>(&event.what);
        if (call == nullptr || call->transport != plan.transport) continue;
        // listen() has given the socket a port, and it can't have another one.
        if (call->call == Call::bind && call->error == EINVAL && chosen != nullptr && tcp)
            return say<words::listens_before_it_binds>(
                {chosen->number, event.number},
                "chosen"_a = std::get<event::SocketCall>(chosen->what).address.port,
                "port"_a = call->address.port);
        // A failed call has an explanation of its own.
        if (call->call == Call::bind && (!call->ephemeral || call->error != 0)) return std::nullopt;
        asked_for_any = asked_for_any || call->call == Call::bind;
        if (call->makes_reachable() && call->ephemeral && chosen == nullptr) chosen = &event;
    }
    if (chosen != nullptr && (view.cause == Cause::wrong_address || came_to_nothing(view.cause))) {
        if (asked_for_any && view.language == Language::other)
            return say<words::binds_port_0>(
                {chosen->number}, "port"_a = std::get<event::SocketCall>(chosen->what).address.port);
        return say<words::names_no_port>({chosen->number}, Hint{hint},
                                         "port"_a = std::get<event::SocketCall>(chosen->what).address.port);
    }
    const auto& wait = view.wait;
    if (tcp || !wait.has_value()) return std::nullopt;
    // One that never blocks goes round and round.
    const bool goes_round = view.cause == Cause::hung;
    if (!goes_round && (view.cause != Cause::never_listened || !waits_to_receive(wait->in)))
        return std::nullopt;
    return say<words::waits_without_a_port>(
        {wait->number}, Hint{hint},
        "in_call"_a = wait->in.empty() ? "" : " in " + telling::in_words(wait->in));
}

}  // namespace sockgrade::diagnoses
