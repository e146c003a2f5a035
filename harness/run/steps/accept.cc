#include "run/steps/steps.hh"

namespace sockgrade::run::steps {

using model::WaitEnd;
namespace event = model::event;

namespace {

// It waits in the backlog until the program has done what it can without being accepted.
Waited accept_late(Stage& stage, const std::string& actor) {
    Reception& reception = stage.peers.tcp().reception(actor);
    const Waited waited = stage.until_typing([&] { return reception.has_hidden(); });
    if (waited.how != WaitEnd::satisfied) return waited;
    stage.waiting.settle();
    stage.tell_fault(actor, event::FaultPlayed::What::accepted_late);
    reception.accept_hidden();
    return waited;
}

}  // namespace

Waited play(Stage& stage, const std::string& actor, const model::Accept& accept) {
    Reception& reception = stage.peers.tcp().reception(actor);
    reception.let_in();
    if (accept.late)
        if (const Waited waited = accept_late(stage, actor); waited.how != WaitEnd::satisfied) return waited;
    const Waited waited = stage.until_typing([&] { return reception.has_taken(); });
    if (waited.how == WaitEnd::satisfied) {
        stage.peers.tcp().accept(actor);
        stage.exchanges[actor] = {};
    }
    reception.prepare(stage.step + 1);
    return waited;
}

}  // namespace sockgrade::run::steps
