#include "run/stream.hh"

#include <netinet/tcp.h>

#include "faults/break_off.hh"
#include "faults/pieces.hh"
#include "faults/stream.hh"

namespace sockgrade::run {

using model::WaitEnd;
namespace event = model::event;

namespace {

faults::Passage passage_of(const std::string& bytes, const model::Pieces& pieces,
                           const model::BreakOff& break_off) {
    using Ending = model::BreakOff::How;
    faults::Passage passage;
    if (!bytes.empty()) passage.portions.push_back({bytes});
    faults::make_pieces(pieces)->apply(passage, 0);
    if (break_off.how != Ending::none)
        faults::make_break_off(break_off.after,
                               break_off.how == Ending::cut ? faults::Ending::finish : faults::Ending::reset)
            ->apply(passage, 0);
    return passage;
}

constexpr std::size_t kAnswered = 3;

// The end is told when it has come to the program's system.
void end(Stage& stage, reference::TcpConnection& connection, faults::Ending ending, std::size_t sent) {
    if (ending == faults::Ending::reset) return reset(stage, connection, sent);
    if (ending != faults::Ending::finish || !connection.is_open()) return;
    connection.close();
    const auto has_arrived = [&] {
        const auto end = stage.peers.tcp().program_end(connection);
        return !end.has_value() || end->state != TCP_ESTABLISHED;
    };
    stage.until({.satisfied = has_arrived});
    if (has_arrived()) stage.tell_fault(connection.name(), event::FaultPlayed::What::cut, sent);
}

}  // namespace

std::size_t send_in_pieces(Stage& stage, reference::TcpConnection& connection, const std::string& bytes,
                           const model::Pieces& pieces, const model::BreakOff& break_off) {
    const faults::Passage passage = passage_of(bytes, pieces, break_off);
    bool paced = true;
    std::size_t sent = 0;
    std::size_t pieces_read = 0;
    for (const faults::Portion& portion : passage.portions) {
        connection.send(portion.bytes);
        sent += portion.bytes.size();
        const bool is_last = &portion == &passage.portions.back() && passage.ending == faults::Ending::none;
        // A program that does not read is not waited for again: the rest goes out behind.
        if (!paced || !portion.alone || is_last) continue;
        paced = stage.until_read().how == WaitEnd::satisfied;
        // Who answers a piece answers before the next one comes: each run tells the same then. Behind the
        // first ones nobody waits for that, since a text may have a thousand.
        if (paced && ++pieces_read <= kAnswered) stage.waiting.settle();
    }
    end(stage, connection, passage.ending, sent);
    return sent;
}

void reset(Stage& stage, reference::TcpConnection& connection, std::size_t sent) {
    const auto has_end = [&] { return stage.peers.tcp().program_end(connection).has_value(); };
    const bool had_end = connection.is_open() && has_end();
    connection.reset();
    if (!had_end) return;
    stage.until({.satisfied = [&] { return !has_end(); }});
    if (!has_end()) stage.tell_fault(connection.name(), event::FaultPlayed::What::reset, sent);
}

}  // namespace sockgrade::run
