#include "run/stage.hh"

#include <utility>

namespace sockgrade::run {

using model::WaitEnd;
namespace event = model::event;

namespace {

constexpr std::uint64_t kReplyStream = 0x7265706c79;

}  // namespace

Stage::Stage(const model::Plan& the_plan, Recorder& recorder, Subject& subject, Peers& the_peers,
             Waits& waits)
    : plan(the_plan),
      record(recorder),
      program(subject),
      peers(the_peers),
      waiting(waits),
      typist(program, plan),
      names(plan, [this](const std::string& actor) { return record.place_of(actor); }),
      reply_stream(mix({plan.stream_seed, kReplyStream})) {}

std::size_t Stage::received_by(const std::string& actor) {
    if (!is_tcp()) return peers.udp().received(actor).size();
    const reference::TcpConnection* one = connection(actor);
    return one == nullptr ? 0 : one->received().size();
}

bool Stage::has_got_something_new(const std::string& actor) {
    return received_by(actor) > exchanges[actor].received_before;
}

std::string Stage::new_bytes(const std::string& actor) {
    const std::size_t before = exchanges[actor].received_before;
    if (is_tcp()) {
        const reference::TcpConnection* one = connection(actor);
        return one == nullptr ? std::string{} : one->received().substr(before);
    }
    std::string bytes;
    const auto& datagrams = peers.udp().received(actor);
    for (std::size_t i = before; i < datagrams.size(); ++i) bytes += datagrams[i].bytes;
    return bytes;
}

// --- Waiting.

Waited Stage::until(const Awaited& awaited) {
    Awaited with_flood = awaited;
    with_flood.satisfied = [&] {
        close_behind_the_program();
        return flooded() || awaited.satisfied();
    };
    // What comes by itself is help enough: a datagram that waits for its time on the link, a connection that
    // the system asks for again.
    const auto is_coming = [&] { return peers.tcp().is_coming(); };
    if (awaited.input) with_flood.input = [&] { return is_coming() || awaited.input(); };
    with_flood.help = [&] {
        return is_coming() || peers.udp().is_due_on_the_link() || peers.udp().release_held() ||
               (awaited.help && awaited.help());
    };
    Waited waited = waiting.wait(with_flood);
    if (flooded()) waited.how = WaitEnd::flooded;
    return waited;
}

Waited Stage::until_typing(std::function<bool()> satisfied) {
    return until({.satisfied = std::move(satisfied), .input = [&] { return typist.type_a_line(); }});
}

Waited Stage::until_listening() {
    const ListeningSockets& listening = peers.listening();
    const Waited waited = until_typing([&] { return listening.are_where_the_program_chose(); });
    if (waited.how == WaitEnd::program_ended || listening.empty()) return waited;
    // Who listens for IPv6 alone is often about to listen for IPv4 as well. And a UDP program may not be
    // ready at bind() yet: it asks for signals (O_ASYNC), or throws away what came before. Nobody is as quick
    // as we.
    if (!listening.are_where_they_should_be() || listening.chosen().only_ipv6 || !is_tcp()) waiting.settle();
    return {};
}

Waited Stage::until_connected(const std::string& actor) {
    exchanges[actor] = {};
    const reference::TcpConnection* const one = connection(actor);
    if (one == nullptr) return {};
    return until({.satisfied = [&] { return one->connected() || one->failed(); }});
}

Waited Stage::until_read() {
    return until({.satisfied = [&] { return peers.each().program_has_read_all(); }});
}

void Stage::let_listen_everywhere(model::From from) {
    if (from != model::From::anywhere) waiting.settle();
}

void Stage::let_arrive() {
    if (is_tcp() && peers.tcp().program_is_sending())
        until({.satisfied = [&] { return !peers.tcp().program_is_sending(); }});
}

// On the connection that it has.
bool Stage::has_more_to_do(const std::string& actor) const {
    for (std::size_t i = step; i < plan.steps.size(); ++i) {
        const model::Step& one = plan.steps[i];
        if (one.actor != actor || std::holds_alternative<model::Expect>(one.action)) continue;
        const bool begins_anew = std::holds_alternative<model::Connect>(one.action) ||
                                 std::holds_alternative<model::Accept>(one.action);
        if (!begins_anew) return true;
        if (i > step) return false;
    }
    return false;
}

// A server or receiver that has said all, and reads the end of what the program says, closes: a program that
// has finished sending may read on until then.
void Stage::close_behind_the_program() {
    if (!is_tcp() || !speaks_first(plan.role)) return;
    for (reference::TcpConnection* one : peers.tcp().connections())
        if (one->is_open() && one->program_finished() && !one->finished_sending() &&
            !has_more_to_do(one->name()))
            one->finish_sending();
}

// --- Helping a program on that waits.

bool Stage::end_input() {
    if (!program.input_is_open()) return false;
    record(event::Coaxed{model::kProgram, event::Coaxed::With::end_of_input, waiting.program_is_busy()});
    program.close_input();
    return true;
}

bool Stage::close_everything_step_by_step() {
    if (end_input()) return true;
    for (auto& [actor, exchange] : exchanges) {
        reference::TcpConnection* one = connection(actor);
        if (one == nullptr || !one->is_open() || one->finished_sending()) continue;
        record(event::Coaxed{actor, event::Coaxed::With::half_close, waiting.program_is_busy()});
        one->finish_sending();
        return true;
    }
    return false;
}

}  // namespace sockgrade::run
