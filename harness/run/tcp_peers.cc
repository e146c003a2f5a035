#include "run/tcp_peers.hh"

#include <fmt/format.h>
#include <netinet/tcp.h>

#include <algorithm>
#include <utility>

namespace sockgrade::run {

using model::Address;
using model::Transport;
namespace event = model::event;

TcpPeers::TcpPeers(system::EventLoop& loop, Recorder& record, const model::Plan& plan,
                   const observe::SocketQueues& queues)
    : loop_(loop), record_(record), plan_(plan), queues_(queues), reception_(loop, record, plan, queues) {
    for (const model::CalledPeer& one : plan.called)
        of_called_.try_emplace(one.name, loop, record, plan, queues, one.name);
}

void TcpPeers::meet(const Address& address, bool attempt) {
    for (const model::CalledPeer& one : plan_.called)
        if (one.address == address) return of_called_.at(one.name).meet(address, attempt);
    reception_.meet(address, attempt);
}

Reception& TcpPeers::reception(const std::string& actor) {
    const auto own = of_called_.find(actor);
    return own == of_called_.end() ? reception_ : own->second;
}

const Reception& TcpPeers::reception(const std::string& actor) const {
    const auto own = of_called_.find(actor);
    return own == of_called_.end() ? reception_ : own->second;
}

bool TcpPeers::is_coming() const {
    return reception_.is_coming() || std::any_of(of_called_.begin(), of_called_.end(),
                                                 [](const auto& one) { return one.second.is_coming(); });
}

bool TcpPeers::is_flooded_with_connections() const {
    return reception_.is_flooded() || std::any_of(of_called_.begin(), of_called_.end(),
                                                  [](const auto& one) { return one.second.is_flooded(); });
}

reference::Record TcpPeers::recording() {
    return [this](event::What what) { record_(std::move(what)); };
}

void TcpPeers::keep(const std::string& actor, Connection connection) {
    if (connections_.contains(actor)) former_.push_back(std::move(connections_[actor]));
    opened_.push_back(actor);
    connections_[actor] = std::move(connection);
}

void TcpPeers::connect(const std::string& actor, const Address& to, const Address& from) {
    const bool is_slow = std::any_of(plan_.steps.begin(), plan_.steps.end(), [&](const model::Step& step) {
        return step.actor == actor && std::holds_alternative<model::StopReading>(step.action);
    });
    keep(actor, std::make_unique<reference::TcpConnection>(loop_, to, from, actor, plan_.limits.received,
                                                           recording(), reference::TcpOptions{is_slow}));
}

void TcpPeers::accept(const std::string& actor) {
    keep(actor, std::make_unique<reference::TcpConnection>(loop_, reception(actor).take(), actor,
                                                           plan_.limits.received, recording()));
}

reference::TcpConnection* TcpPeers::connection(const std::string& actor) {
    const auto found = connections_.find(actor);
    return found == connections_.end() ? nullptr : found->second.get();
}

std::string TcpPeers::name_for_another(const std::string& actor) const {
    std::string name = actor;
    for (std::size_t number = 2; connections_.contains(name); ++number)
        name = fmt::format("{} {}", actor, number);
    return name;
}

std::vector<reference::TcpConnection*> TcpPeers::connections() const {
    std::vector<reference::TcpConnection*> all;
    for (const std::string& name : opened_)
        if (const auto found = connections_.find(name); found != connections_.end() && found->second)
            all.push_back(found->second.get());
    return all;
}

void TcpPeers::go_away(const std::string& actor) {
    if (is_called(plan_, actor)) reception(actor).go_away(actor);
    reference::TcpConnection* const one = connection(actor);
    if (one != nullptr && one->is_open()) one->reset();
}

void TcpPeers::come_back(const std::string& actor) {
    if (is_called(plan_, actor)) return reception(actor).come_back();
    if (const reference::TcpConnection* former = connection(actor))
        connect(actor, former->remote(), former->local());
}

// --- What the kernel knows.

std::optional<observe::SocketState> TcpPeers::program_end(const reference::TcpConnection& connection) const {
    auto end = queues_.connected(connection.remote(), connection.local());
    if (end.has_value() && end->state == TCP_TIME_WAIT) end.reset();
    return end;
}

bool TcpPeers::has_read_all_of(const reference::TcpConnection& connection) const {
    if (connection.unsent() > 0) return false;
    const auto end = program_end(connection);
    // It may have read, and closed its end since.
    if (!end.has_value()) return connection.program_finished() && !connection.program_reset();
    return has_arrived(connection) && end->receive_queue == 0;
}

// The program's kernel may have it long before it confirms it (delayed acknowledgement).
bool TcpPeers::has_arrived(const reference::TcpConnection& connection) const {
    if (connection.unacknowledged() == 0) return true;
    if (connection.unsent() > 0) return false;
    const auto end = program_end(connection);
    return end.has_value() && end->received >= connection.handed_over();
}

bool TcpPeers::all_delivered() const {
    return std::all_of(connections_.begin(), connections_.end(), [this](const auto& entry) {
        return entry.second == nullptr || has_arrived(*entry.second);
    });
}

bool TcpPeers::has_unsent(bool only_where_read) const {
    return std::any_of(connections_.begin(), connections_.end(), [&](const auto& entry) {
        const auto& connection = entry.second;
        if (connection == nullptr || !connection->is_open()) return false;
        if (only_where_read && !connection->takes_more()) return false;
        const auto end = program_end(*connection);
        return end.has_value() && end->send_queue > 0;
    });
}

bool TcpPeers::nothing_under_way() const { return !is_coming() && all_delivered() && !has_unsent(false); }

bool TcpPeers::program_has_read_all() const {
    if (!all_delivered()) return false;
    for (const auto& [actor, connection] : connections_) {
        if (connection == nullptr || !connection->is_open()) continue;
        const auto end = program_end(*connection);
        if (end.has_value() && end->receive_queue > 0) return false;
    }
    return true;
}

bool TcpPeers::flooded() const {
    return is_flooded_with_connections() ||
           std::any_of(connections_.begin(), connections_.end(),
                       [](const auto& entry) { return entry.second != nullptr && entry.second->flooded(); });
}

}  // namespace sockgrade::run
