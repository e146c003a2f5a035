#include "run/reception.hh"

#include <netinet/tcp.h>

#include <algorithm>
#include <cerrno>
#include <limits>
#include <utility>

#include "system/system_error.hh"

namespace sockgrade::run {

using model::Address;
using reference::Door;
namespace event = model::event;

namespace {

bool has_slow_reader(const model::Plan& plan) {
    return std::any_of(plan.steps.begin(), plan.steps.end(), [](const model::Step& step) {
        return std::holds_alternative<model::StopReading>(step.action);
    });
}

}  // namespace

Reception::Reception(system::EventLoop& loop, Recorder& record, const model::Plan& plan,
                     const observe::SocketQueues& queues, std::string of)
    : loop_(loop),
      record_(record),
      plan_(plan),
      queues_(queues),
      of_(std::move(of)),
      options_{has_slow_reader(plan)} {
    // A peer that dials when it comes is not there before, whatever the program does meanwhile.
    const auto first = std::find_if(plan.steps.begin(), plan.steps.end(),
                                    [](const model::Step& step) { return step.actor != model::kProgram; });
    is_away_ = plan.role == model::Role::peer && first != plan.steps.end() &&
               std::holds_alternative<model::Connect>(first->action);
    prepare(0);
}

bool Reception::is_about(const model::Step& step) const {
    return of_.empty() ? model::called_peer(plan_, step.actor) == nullptr : step.actor == of_;
}

void Reception::set(reference::TcpListener& listener, Door door) {
    try {
        listener.set(door);
    } catch (const system::SystemError& error) {
        // While nobody listened here, the program has taken this port itself: who calls there finds the
        // program.
        if (error.error_number() != EADDRINUSE) throw;
    }
}

Door Reception::door_for(const Address& address) const {
    const auto tried = attempts_.find(address);
    const std::size_t attempts = tried == attempts_.end() ? 0 : tried->second;
    return is_away_ || attempts < refusals_ ? Door::closed : door_;
}

void Reception::meet(const Address& address, bool attempt) {
    const Door door = door_for(address);
    std::unique_ptr<reference::TcpListener>& listener = listeners_[address];
    try {
        if (listener == nullptr)
            listener = std::make_unique<reference::TcpListener>(
                loop_, address, door, options_,
                [this](reference::Accepted accepted) { keep(std::move(accepted)); });
        else
            set(*listener, door);
    } catch (...) {
        listeners_.erase(address);
        throw;
    }
    // The call that is seen is about to be made: what it meets is settled now.
    if (!attempt || door != Door::closed) return;
    const std::size_t number = is_away_ ? ++refused_since_away_ : ++attempts_[address];
    record_(event::FaultPlayed{actor_, event::FaultPlayed::What::refused, number});
}

// What a program that connects without end has beyond that waits in the backlog, as long as it likes.
void Reception::keep(reference::Accepted accepted) {
    taken_.push_back(std::move(accepted));
    if (++kept_ < kMostConnections) return;
    for (const auto& [address, listener] : listeners_)
        if (listener != nullptr) listener->pause();
}

void Reception::prepare(std::size_t step) {
    door_ = Door::open;
    refusals_ = 0;
    attempts_.clear();
    const auto begin = plan_.steps.begin() + static_cast<std::ptrdiff_t>(std::min(step, plan_.steps.size()));
    const auto accept = std::find_if(begin, plan_.steps.end(), [this](const model::Step& one) {
        return std::holds_alternative<model::Accept>(one.action) && is_about(one);
    });
    if (accept != plan_.steps.end()) {
        actor_ = accept->actor;
        if (std::get<model::Accept>(accept->action).late) door_ = Door::hidden;
    }
    for (auto before = begin; before != accept; ++before) {
        if (!is_about(*before)) continue;
        const auto* const refuse = std::get_if<model::Refuse>(&before->action);
        const bool is_full = std::holds_alternative<model::FillBacklog>(before->action);
        if (is_full) door_ = Door::full;
        if (refuse != nullptr)
            refusals_ = refuse->times > 0 ? refuse->times : std::numeric_limits<std::size_t>::max();
        if (is_full || refuse != nullptr) actor_ = before->actor;
    }
    for (const auto& [address, listener] : listeners_) set(*listener, door_for(address));
}

void Reception::let_in() {
    if (door_ != Door::full) return;
    door_ = Door::open;
    for (const auto& [address, listener] : listeners_)
        if (listener->door() == Door::full) set(*listener, door_);
}

bool Reception::has_hidden() const {
    return std::any_of(listeners_.begin(), listeners_.end(),
                       [](const auto& entry) { return entry.second->has_waiting(); });
}

void Reception::accept_hidden() {
    for (const auto& [address, listener] : listeners_)
        if (listener->has_waiting()) return listener->accept_one();
}

reference::Accepted Reception::take() {
    reference::Accepted accepted = std::move(taken_.front());
    taken_.erase(taken_.begin());
    return accepted;
}

std::size_t Reception::refused() const {
    std::size_t most = 0;
    for (const auto& [address, attempts] : attempts_) most = std::max(most, attempts);
    return most;
}

bool Reception::dials(bool into_full) const {
    return std::any_of(listeners_.begin(), listeners_.end(), [&](const auto& entry) {
        const Door door = entry.second->door();
        if (door == Door::closed || (door == Door::full) != into_full) return false;
        const auto sockets = queues_.with_remote_port(model::Transport::tcp, entry.first.port);
        return std::any_of(sockets.begin(), sockets.end(), [&](const observe::SocketState& socket) {
            return socket.state == TCP_SYN_SENT && socket.remote == entry.first;
        });
    });
}

// While the backlog is full no answer is on its way, so whoever is seen to wait for one waits in vain.
bool Reception::program_waits_for_an_answer() const { return dials(true); }

bool Reception::is_coming() const { return dials(false); }

void Reception::go_away(const std::string& actor) {
    actor_ = actor;
    is_away_ = true;
    refused_since_away_ = 0;
    for (const auto& [address, listener] : listeners_) set(*listener, Door::closed);
    for (reference::Accepted& one : taken_) reference::reset_and_close(std::move(one.socket));
    taken_.clear();
}

void Reception::come_back() {
    is_away_ = false;
    for (const auto& [address, listener] : listeners_) set(*listener, door_for(address));
}

}  // namespace sockgrade::run
