#include <utility>

#include "run/udp_peers.hh"

namespace sockgrade::run {

using model::Address;
using model::From;
namespace event = model::event;

// What comes through a link is looked at there.
void UdpCallingPeers::hear_only_the_program(const std::string& actor, Peer& peer) {
    if (link() != nullptr) return;
    peer.endpoint->hear_only([this, actor, &peer](const Address& from) {
        if (goes_along(actor, peer.target, from)) peer.target = from;
        return case_.listening.may_answer(peer.target, from);
    });
}

void UdpCallingPeers::open(const std::string& actor, Peer& peer, const Address& own) {
    peer.endpoint = std::make_unique<reference::UdpEndpoint>(
        case_.loop, own, actor, [this](event::What what) { case_.record(std::move(what)); });
}

void UdpCallingPeers::send(const std::string& actor, const std::string& bytes, From from) {
    Peer& peer = peers_[actor];
    if (peer.endpoint == nullptr) {
        const Address program = case_.listening.target(from);
        const Address own = case_.listening.origin(program, from);
        open(actor, peer, own_address(own));
        give_answer(actor, *peer.endpoint);
        peer.target =
            link() == nullptr ? program : link()->towards_program(program, own, case_.names.number_of(actor));
        hear_only_the_program(actor, peer);
        case_.record(event::Opened{actor, peer.endpoint->local(), program});
    }
    peer.endpoint->send(bytes, peer.target);
}

void UdpCallingPeers::answer(const std::string& actor, const std::string& bytes, const Address&) {
    send(actor, bytes, From::anywhere);
}

// No spec can ask for this (spec/check_story.cc): who calls has a port of its own anyway.
void UdpCallingPeers::answer_from_another_port(const std::string&, const std::string&, const Address&) {}

const std::vector<reference::Datagram>& UdpCallingPeers::received(const std::string& actor) const {
    static const std::vector<reference::Datagram> none;
    const auto found = peers_.find(actor);
    const bool is_there = found != peers_.end() && found->second.endpoint != nullptr;
    return is_there ? found->second.endpoint->received() : none;
}

void UdpCallingPeers::begin_to_answer(const std::string& actor) {
    if (const auto peer = peers_.find(actor); peer != peers_.end() && peer->second.endpoint != nullptr)
        give_answer(actor, *peer->second.endpoint);
}

void UdpCallingPeers::for_each_endpoint(const std::function<void(reference::UdpEndpoint&)>& take) const {
    for (const auto& [actor, peer] : peers_)
        if (peer.endpoint != nullptr) take(*peer.endpoint);
}

void UdpCallingPeers::leave(const std::string& actor) {
    Peer& peer = peers_[actor];
    if (peer.endpoint == nullptr) return;
    peer.away = peer.endpoint->local();
    peer.endpoint.reset();
}

void UdpCallingPeers::come_back(const std::string& actor) {
    Peer& peer = peers_[actor];
    if (peer.away.port == 0) return;
    open(actor, peer, std::exchange(peer.away, {}));
    hear_only_the_program(actor, peer);
}

}  // namespace sockgrade::run
