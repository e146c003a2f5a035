#include <memory>

#include "formats/reactor.hh"
#include "run/steps/steps.hh"

namespace sockgrade::run::steps {

// The step stays where it is in the plan, with what was known when it began.
Waited play(Stage& stage, const std::string& actor, const model::Whenever& whenever) {
    const auto reactor = std::make_shared<formats::Reactor>(whenever, stage.plan.values);
    const auto& rules = whenever.rules;
    stage.peers.udp().answer_each(actor, [reactor, &rules](const std::string& datagram, bool at_former_port) {
        std::optional<UdpPeers::Reply> reply;
        const auto reaction = reactor->take(datagram, at_former_port);
        if (reaction && reaction->reply)
            reply = UdpPeers::Reply{*reaction->reply, rules.at(reaction->rule).from_another_port};
        return reply;
    });
    return {};
}

}  // namespace sockgrade::run::steps
