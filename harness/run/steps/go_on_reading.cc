#include "run/steps/steps.hh"

namespace sockgrade::run::steps {

using model::WaitEnd;
namespace event = model::event;

Waited play(Stage& stage, const std::string& actor, const model::GoOnReading&) {
    reference::TcpConnection* const connection = stage.connection(actor);
    if (connection == nullptr) return {};
    const auto is_full = [&] {
        const auto end = stage.peers.tcp().program_end(*connection);
        return end.has_value() && end->is_full;
    };
    const Waited waited = stage.until_typing([&] {
        if (!is_full()) return false;
        // What the program still fills up in between does not end the wait.
        stage.waiting.settle();
        return is_full();
    });
    if (const auto end = stage.peers.tcp().program_end(*connection); end.has_value() && end->is_full)
        stage.tell_fault(actor, event::FaultPlayed::What::send_blocked, end->send_queue);
    connection->go_on_reading();
    return waited.how == WaitEnd::quiet ? Waited{} : waited;
}

}  // namespace sockgrade::run::steps
