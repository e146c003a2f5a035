// How peers make it hard. What a peer does has to be seen to take effect at the program's end, or the case
// would prove nothing: only then is it told.
#include <netinet/tcp.h>

#include <algorithm>

#include "run/story.hh"

namespace sockgrade::run {

using model::WaitEnd;
namespace event = model::event;

// It waits in the backlog until the program has done what it can without being accepted.
Waited Story::hidden_connection(const std::string& actor) {
    Reception& reception = peers_.reception();
    const Waited waited = until({.satisfied = [&] { return reception.has_hidden(); },
                                 .input = [&] { return typist_.type_a_line(); }});
    if (waited.how != WaitEnd::satisfied) return waited;
    waiting_.settle();
    play_fault(actor, event::FaultPlayed::What::accepted_late);
    reception.accept_hidden();
    return waited;
}

void Story::play_fault(const std::string& actor, event::FaultPlayed::What what, std::size_t count) {
    record_(event::FaultPlayed{actor, what, count});
}

Waited Story::act(const model::Step& step, const model::FillBacklog&) {
    const Waited waited =
        until({.satisfied = [&] { return peers_.reception().program_waits_for_an_answer(); },
               .input = [&] { return typist_.type_a_line(); }});
    if (waited.how == WaitEnd::satisfied) play_fault(step.actor, event::FaultPlayed::What::backlog_full);
    return waited;
}

// Told when they happen, which may be before this step.
Waited Story::act(const model::Step&, const model::Refuse& action) {
    return until(
        {.satisfied = [&] { return peers_.reception().refused() >= std::max<std::size_t>(action.times, 1); },
         .input = [&] { return typist_.type_a_line(); }});
}

Waited Story::act(const model::Step& step, const model::StopReading&) {
    if (auto* connection = peers_.tcp(step.actor)) connection->stop_reading();
    return {};
}

Waited Story::act(const model::Step& step, const model::GoOnReading&) {
    reference::TcpConnection* const connection = peers_.tcp(step.actor);
    if (connection == nullptr) return {};
    const auto is_full = [&] {
        const auto end = peers_.program_end(*connection);
        return end.has_value() && end->is_full;
    };
    // What it still fills up in between does not end the wait.
    const Waited waited = until({.satisfied =
                                     [&] {
                                         if (!is_full()) return false;
                                         waiting_.settle();
                                         return is_full();
                                     },
                                 .input = [&] { return typist_.type_a_line(); }});
    if (const auto end = peers_.program_end(*connection); end.has_value() && end->is_full)
        play_fault(step.actor, event::FaultPlayed::What::send_blocked, end->send_queue);
    connection->go_on_reading();
    return waited.how == WaitEnd::quiet ? Waited{} : waited;
}

Waited Story::act(const model::Step& step, const model::GoAway&) {
    // What it does about the last that it got is its own; what it does from here on is about the absence.
    waiting_.settle();
    reference::TcpConnection* const connection = is_tcp() ? peers_.tcp(step.actor) : nullptr;
    const bool had_end = connection != nullptr && peers_.program_end(*connection).has_value();
    peers_.go_away(step.actor);
    if (had_end) {
        const Waited waited = until({.satisfied = [&] { return !peers_.program_end(*connection); }});
        if (peers_.program_end(*connection)) return waited;
    }
    play_fault(step.actor, event::FaultPlayed::What::went_away);
    return {};
}

// Back when the program has met the absence, or has nothing more to do about it.
Waited Story::act(const model::Step& step, const model::ComeBack&) {
    if (is_passive_program()) {
        waiting_.settle();
    } else {
        const Waited waited = until({.satisfied = [&] { return peers_.refused_since_away() > 0; }});
        if (waited.how == WaitEnd::backstop || waited.how == WaitEnd::flooded) return waited;
        // An attempt is seen before it is made.
        waiting_.settle();
        if (!is_tcp() && peers_.refused_since_away() > 0)
            play_fault(step.actor, event::FaultPlayed::What::refused, peers_.refused_since_away());
    }
    play_fault(step.actor, event::FaultPlayed::What::came_back);
    peers_.come_back(step.actor);
    exchanges_[step.actor] = {};
    return is_tcp() && is_passive_program() ? connected(step.actor) : Waited{};
}

// The end is told when it has come to the program's system.
void Story::break_off(reference::TcpConnection& connection, faults::Ending ending, std::size_t sent) {
    if (ending == faults::Ending::reset) return reset(connection, sent);
    if (ending != faults::Ending::finish || !connection.is_open()) return;
    connection.close();
    const auto has_arrived = [&] {
        const auto end = peers_.program_end(connection);
        return !end.has_value() || end->state != TCP_ESTABLISHED;
    };
    until({.satisfied = has_arrived});
    if (has_arrived()) play_fault(connection.name(), event::FaultPlayed::What::cut, sent);
}

void Story::reset(reference::TcpConnection& connection, std::size_t sent) {
    const bool had_end = connection.is_open() && peers_.program_end(connection).has_value();
    connection.reset();
    if (!had_end) return;
    until({.satisfied = [&] { return !peers_.program_end(connection); }});
    if (!peers_.program_end(connection)) play_fault(connection.name(), event::FaultPlayed::What::reset, sent);
}

}  // namespace sockgrade::run
