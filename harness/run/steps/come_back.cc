#include "run/steps/steps.hh"

namespace sockgrade::run::steps {

using model::WaitEnd;
namespace event = model::event;

// Back when the program has met the absence, or has nothing more to do about it.
Waited play(Stage& stage, const std::string& actor, const model::ComeBack&) {
    TransportPeers& peers = stage.peers.each();
    const bool calls_program = only_listens(stage.plan.role) && !is_called(stage.plan, actor);
    if (calls_program) {
        stage.waiting.settle();
    } else {
        const Waited waited = stage.until({.satisfied = [&] { return peers.refused_since_away(actor) > 0; }});
        if (waited.how == WaitEnd::backstop || waited.how == WaitEnd::flooded) return waited;
        // An attempt is seen before it is made.
        stage.waiting.settle();
        // Who refuses a connection tells that itself.
        if (!stage.is_tcp() && peers.refused_since_away(actor) > 0)
            stage.tell_fault(actor, event::FaultPlayed::What::refused, peers.refused_since_away(actor));
    }
    stage.tell_fault(actor, event::FaultPlayed::What::came_back);
    peers.come_back(actor);
    stage.exchanges[actor] = {};
    return stage.is_tcp() && calls_program ? stage.until_connected(actor) : Waited{};
}

}  // namespace sockgrade::run::steps
