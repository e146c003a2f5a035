#include "model/answer.hh"
#include "run/steps/steps.hh"

namespace sockgrade::run::steps {

Waited play(Stage& stage, const std::string& actor, const model::AnswerEach& answer) {
    stage.peers.udp().answer_each(
        actor, [answer](const std::string& datagram) { return model::answer_to(answer, datagram); });
    return {};
}

}  // namespace sockgrade::run::steps
