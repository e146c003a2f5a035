#include "diagnoses/scans.hh"

namespace sockgrade::diagnoses {

namespace event = model::event;

std::optional<AskedPorts> asked_ports(const Failure& failure) {
    const model::PortRange& range = failure.transcript.plan.given.ports;
    if (range.first == 0) return std::nullopt;
    AskedPorts asked;
    for (const model::Event& one : failure.transcript.events) {
        if (const auto* opened = std::get_if<event::Opened>(&one.what))
            asked.connected.insert(opened->local.port);
        const auto* call = std::get_if<event::SocketCall>(&one.what);
        if (call == nullptr || call->call != Call::connect || call->transport != model::Transport::tcp)
            continue;
        if (call->address.port + 1 < range.first || call->address.port > range.last + 1) continue;
        const bool had_asked_all = asked.ports.contains(range.last);
        if (asked.again == 0 && had_asked_all && call->address.port == range.first) asked.again = one.number;
        asked.ports.insert(call->address.port);
        if (asked.events.size() == 2) asked.events.pop_back();
        asked.events.push_back(one.number);
    }
    if (asked.ports.empty()) return std::nullopt;
    return asked;
}

}  // namespace sockgrade::diagnoses
