#include "run/steps/steps.hh"

namespace sockgrade::run::steps {

namespace event = model::event;

Waited play(Stage& stage, const std::string& actor, const model::FillBacklog&) {
    const Reception& reception = stage.peers.tcp().reception(actor);
    const Waited waited = stage.until_typing([&] { return reception.program_waits_for_an_answer(); });
    if (waited.how == model::WaitEnd::satisfied)
        stage.tell_fault(actor, event::FaultPlayed::What::backlog_full);
    return waited;
}

}  // namespace sockgrade::run::steps
