#include "run/steps/steps.hh"

namespace sockgrade::run::steps {

namespace event = model::event;

Waited play(Stage& stage, const std::string& actor, const model::GoAway&) {
    // What the program does about the last that it got is its own; what it does from here on is about the
    // absence.
    stage.waiting.settle();
    reference::TcpConnection* const connection = stage.is_tcp() ? stage.connection(actor) : nullptr;
    const auto has_end = [&] { return stage.peers.tcp().program_end(*connection).has_value(); };
    const bool had_end = connection != nullptr && has_end();
    stage.peers.each().go_away(actor);
    if (had_end) {
        const Waited waited = stage.until({.satisfied = [&] { return !has_end(); }});
        if (has_end()) return waited;
    }
    stage.tell_fault(actor, event::FaultPlayed::What::went_away);
    return {};
}

}  // namespace sockgrade::run::steps
