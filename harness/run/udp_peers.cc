#include "run/udp_peers.hh"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "base/text.hh"
#include "faults/fault.hh"
#include "run/link_record.hh"
#include "system/refused_datagrams.hh"
#include "system/socket_address.hh"

namespace sockgrade::run {

using model::Address;
using model::Transport;
namespace event = model::event;

namespace {

constexpr std::size_t kPouredOut = 1 << 20;  // who sends more than this at once loses some by its own doing
constexpr std::size_t kManyDatagrams = 512;  // so do the replies to as many as this

}  // namespace

UdpPeers::UdpPeers(const Case& one) : case_(one) {
    if (!case_.plan.faults.empty() && case_.plan.transport == Transport::udp)
        link_ = std::make_unique<proxy::UdpLink>(case_.loop, faults_of(case_.plan), log());
}

proxy::UdpLink::Log UdpPeers::log() {
    proxy::UdpLink::Log log;
    log.applied = [this](const faults::Applied& applied, std::size_t peer) {
        if (applied.direction == model::Direction::to_program &&
            (applied.lost || applied.instead.has_value()))
            ++spoiled_[applied.datagram.bytes];
        case_.record(applied_event(applied, case_.names.at(peer)));
    };
    log.delivered = [this](model::Direction direction, const faults::Passing& datagram, std::size_t peer,
                           const Address& from) {
        case_.record(delivered_event(direction, datagram, case_.names.at(peer), from));
    };
    log.moved = [this](std::size_t peer, const Address& from, const Address& asked) {
        return goes_along(case_.names.at(peer), asked, from);
    };
    log.strayed = [this](std::size_t peer, std::string_view bytes, const Address& from,
                         const Address& asked) {
        if (case_.listening.may_answer(asked, from)) return false;
        case_.record(reference::stray(case_.names.at(peer), std::string(bytes), from));
        return true;
    };
    return log;
}

bool UdpPeers::goes_along(const std::string& actor, const Address& asked, const Address& from) {
    const bool may = std::any_of(case_.plan.steps.begin(), case_.plan.steps.end(), [&](const auto& step) {
        const auto* expect = std::get_if<model::Expect>(&step.action);
        return step.actor == actor && expect != nullptr && expect->port != model::Expect::Port::asked;
    });
    if (!may || !answering_.try_emplace(actor, from).second || case_.listening.may_answer(asked, from))
        return false;
    const Address own = case_.record.place_of(actor).value_or(Address{});
    case_.record(event::Opened{actor, own, from});
    return true;
}

Address UdpPeers::own_address(const Address& seen) const {
    if (link_ == nullptr) return seen;
    return {system::is_loopback(seen) ? seen.host : "127.0.0.1", 0};
}

void UdpPeers::answer_each(const std::string& actor, const Answer& answer) {
    answers_[actor] = answer;
    begin_to_answer(actor);
}

std::optional<UdpPeers::Reply> UdpPeers::answer_to(const std::string& actor, const std::string& datagram,
                                                   bool at_former_port) const {
    const auto answer = answers_.find(actor);
    return answer == answers_.end() ? std::nullopt : answer->second(datagram, at_former_port);
}

void UdpPeers::give_answer(const std::string& actor, reference::UdpEndpoint& endpoint) {
    if (!answers_.contains(actor)) return;
    endpoint.answer_with([this, actor](const std::string& datagram, const Address& from) {
        auto reply = answer_to(actor, datagram, false);
        if (!reply) return std::optional<std::string>{};
        if (!reply->from_another_port) return std::optional(std::move(reply->bytes));
        answer_from_another_port(actor, reply->bytes, from);
        return std::optional<std::string>{};
    });
}

void UdpPeers::go_away(const std::string& actor) {
    answers_.erase(actor);
    refused_before_ = system::refused_datagrams();
    leave(actor);
}

std::size_t UdpPeers::refused_since_away(const std::string&) const {
    return system::refused_datagrams() - refused_before_;
}

bool UdpPeers::program_has_read_all() const {
    if (case_.listening.empty()) return true;
    const auto has_read = [this](std::uint16_t port) {
        const auto sockets = case_.queues.with_local_port(Transport::udp, port);
        return std::all_of(sockets.begin(), sockets.end(),
                           [](const auto& socket) { return socket.receive_queue == 0; });
    };
    return has_read(case_.listening.chosen().address.port) &&
           std::all_of(answering_.begin(), answering_.end(),
                       [&](const auto& one) { return has_read(one.second.port); });
}

bool UdpPeers::may_move() const {
    return std::any_of(case_.plan.faults.begin(), case_.plan.faults.end(), [](const model::FaultRule& rule) {
        return faults::is(rule.kind, &faults::FaultKind::moves_port);
    });
}

std::optional<system::Clock::time_point> UdpPeers::next_due() const {
    return link_ == nullptr ? std::nullopt : link_->next_due();
}

void UdpPeers::pass_time(std::chrono::nanoseconds time) {
    if (link_ != nullptr) link_->pass_time(time);
}

std::optional<std::string> UdpPeers::natural_loss() const {
    std::size_t ours = link_ == nullptr ? 0 : link_->lost_by_the_system();
    std::size_t received = 0;
    std::size_t datagrams = 0;
    for_each_endpoint([&](const reference::UdpEndpoint& endpoint) {
        ours += endpoint.lost();
        received += endpoint.received_bytes();
        datagrams += endpoint.received().size();
    });
    if (ours > 0 && received < kPouredOut)
        return fmt::format(
            "{} of the program came faster than the grader could read, and the system lost them",
            count_of(ours, "datagram"));
    if (case_.listening.empty() || datagrams > kManyDatagrams) return std::nullopt;
    std::size_t lost = 0;
    for (const auto& socket :
         case_.queues.with_local_port(Transport::udp, case_.listening.chosen().address.port))
        if (socket.receive_queue == 0) lost += socket.lost;
    if (lost == 0) return std::nullopt;
    return fmt::format("the system lost {} on the way to the program, for want of room",
                       count_of(lost, "datagram"));
}

}  // namespace sockgrade::run
