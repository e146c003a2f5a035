// Servers that call other servers: proxies, load balancers.
#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "base/text.hh"
#include "diagnoses/case_view.hh"
#include "diagnoses/words.hh"
#include "telling/step.hh"

namespace sockgrade::diagnoses {

namespace event = model::event;
using namespace fmt::literals;

namespace {

// The peer that the step which failed is about, where the program has to call it; null: there is none.
const model::CalledPeer* awaited_peer(const CaseView& view) {
    if (view.failed.step == nullptr || !came_to_nothing(view.cause)) return nullptr;
    return called_peer(view.plan, view.failed.step->actor);
}

std::vector<const model::Event*> tcp_calls(const CaseView& view) {
    std::vector<const model::Event*> calls;
    for (const model::Event& one : view.events) {
        const auto* call = std::get_if<event::SocketCall>(&one.what);
        if (call != nullptr && call->call == Call::connect && call->transport == model::Transport::tcp)
            calls.push_back(&one);
    }
    return calls;
}

const model::Address& address_in(const model::Event* call) {
    return std::get<event::SocketCall>(call->what).address;
}

bool has_a_peer_at(const model::Plan& plan, const model::Address& address) {
    return std::any_of(plan.called.begin(), plan.called.end(),
                       [&](const model::CalledPeer& one) { return one.address.port == address.port; });
}

}  // namespace

// It has the address from somewhere else than from its arguments, or makes another one of it.
std::optional<model::Diagnosis> calls_another_server(const CaseView& view) {
    const model::CalledPeer* const peer = awaited_peer(view);
    if (peer == nullptr) return std::nullopt;
    const auto calls = tcp_calls(view);
    // Which of several it is to call next is a matter of the exercise.
    if (calls.empty() || std::any_of(calls.begin(), calls.end(), [&](const model::Event* call) {
            return has_a_peer_at(view.plan, address_in(call));
        }))
        return std::nullopt;
    return say<words::calls_another_server>(
        {calls.back()->number}, "called"_a = escape(model::to_string(address_in(calls.back()))),
        "peer"_a = telling::actor_in_words(peer->name), "address"_a = model::to_string(peer->address));
}

std::optional<model::Diagnosis> never_calls_the_server(const CaseView& view) {
    const model::CalledPeer* const peer = awaited_peer(view);
    if (peer == nullptr || view.end.has_value() || !tcp_calls(view).empty()) return std::nullopt;
    std::vector<std::size_t> asked;
    for (const model::Event& one : view.events)
        if (const auto* sent = std::get_if<event::Sent>(&one.what);
            sent != nullptr && called_peer(view.plan, sent->connection) == nullptr)
            asked = {one.number};
    return say<words::never_calls_the_server>(asked, "peer"_a = telling::actor_in_words(peer->name),
                                              "address"_a = model::to_string(peer->address));
}

}  // namespace sockgrade::diagnoses
