#include "model/answer.hh"
#include "run/steps/steps.hh"

namespace sockgrade::run::steps {

Waited play(Stage& stage, const std::string& actor, const model::AnswerEach& answer) {
    stage.peers.udp().answer_each(actor, [answer](const std::string& datagram, bool at_former_port) {
        std::optional<UdpPeers::Reply> reply;
        if (at_former_port) return reply;
        if (auto bytes = model::answer_to(answer, datagram)) reply = UdpPeers::Reply{*std::move(bytes)};
        return reply;
    });
    return {};
}

}  // namespace sockgrade::run::steps
