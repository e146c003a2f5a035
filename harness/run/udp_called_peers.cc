#include <tuple>
#include <utility>

#include "run/udp_peers.hh"

namespace sockgrade::run {

using model::Address;
namespace event = model::event;

namespace {

// No exercise needs nearly as many in one case. Who sends more does not wait for anything in between.
constexpr std::size_t kMostDatagrams = 4096;

}  // namespace

void UdpCalledPeers::meet(const Address& address, bool) {
    if (dialled_.contains(address) || !away_.empty()) return;
    open(address, own_address(address));
    if (link() != nullptr)
        link()->towards_peer(address, dialled_.at(address)->local(),
                             case_.names.number_of(case_.names.first()));
}

void UdpCalledPeers::open(const Address& dialled, const Address& own) {
    const std::string& actor = case_.names.first();
    const auto notice = [this, dialled](event::What what) {
        const auto* received = std::get_if<event::Received>(&what);
        if (received != nullptr && active_ == nullptr) {
            active_ = dialled_.at(dialled).get();
            case_.record(event::Opened{case_.names.first(), dialled, received->from});
        }
        case_.record(std::move(what));
    };
    dialled_[dialled] = std::make_unique<reference::UdpEndpoint>(case_.loop, own, actor, notice);
    give_answer(actor, *dialled_.at(dialled));
}

// No spec can ask for this (spec/check_story.cc): who is called answers.
void UdpCalledPeers::send(const std::string&, const std::string&, model::From) {}

void UdpCalledPeers::answer(const std::string&, const std::string& bytes, const Address& to) {
    if (active_ != nullptr) active_->send(bytes, to);
}

void UdpCalledPeers::answer_from_another_port(const std::string& actor, const std::string& bytes,
                                              const Address& to) {
    if (active_ == nullptr) return;
    reference::UdpEndpoint& former = *active_;
    Endpoint endpoint =
        std::make_unique<reference::UdpEndpoint>(case_.loop, Address{former.local().host, 0}, actor,
                                                 [this](event::What what) { case_.record(std::move(what)); });
    endpoint->follow(former);
    former.hear_nobody([this, actor](const std::string& datagram, const Address& from) {
        // Who asks once more there has not heard the answer.
        if (const auto reply = answer_to(actor, datagram, true)) {
            case_.record(event::Received{actor, datagram, from});
            return answer_from_another_port(actor, reply->bytes, from);
        }
        case_.record(event::FaultApplied{
            model::kFormerPort, model::Direction::from_program, 0, 0, datagram, true, {}, 0, actor});
    });
    Address seen = endpoint->local();
    Address target = to;
    if (link() != nullptr) std::tie(seen, target) = link()->move_peer(to, endpoint->local());
    case_.record(event::Opened{actor, seen,
                               link() == nullptr ? to : link()->program_of(case_.names.number_of(actor))});
    active_ = endpoint.get();
    further_.push_back(std::move(endpoint));
    active_->send(bytes, target);
}

const std::vector<reference::Datagram>& UdpCalledPeers::received(const std::string&) const {
    static const std::vector<reference::Datagram> none;
    return active_ == nullptr ? none : active_->received();
}

void UdpCalledPeers::begin_to_answer(const std::string& actor) {
    for_each_endpoint([&](reference::UdpEndpoint& endpoint) { give_answer(actor, endpoint); });
}

void UdpCalledPeers::for_each_endpoint(const std::function<void(reference::UdpEndpoint&)>& take) const {
    for (const auto& [address, endpoint] : dialled_) take(*endpoint);
    for (const Endpoint& endpoint : further_) take(*endpoint);
}

void UdpCalledPeers::leave(const std::string&) {
    for (const auto& [address, endpoint] : dialled_) away_.push_back({address, endpoint->local()});
    dialled_.clear();
    further_.clear();
    active_ = nullptr;
}

void UdpCalledPeers::come_back(const std::string&) {
    for (const Away& one : std::exchange(away_, {})) open(one.dialled, one.own);
}

std::size_t UdpCalledPeers::datagrams_from_program() const {
    return active_ == nullptr ? 0 : active_->received().size();
}

bool UdpCalledPeers::flooded() const {
    return active_ != nullptr && (active_->received_bytes() > case_.plan.limits.received ||
                                  datagrams_from_program() > kMostDatagrams);
}

}  // namespace sockgrade::run
