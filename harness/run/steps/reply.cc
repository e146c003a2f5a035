#include <algorithm>

#include "reference/capitals_reply.hh"
#include "run/steps/steps.hh"
#include "run/stream.hh"

namespace sockgrade::run::steps {

namespace {

std::string& make_reply(Stage& stage, const std::string& request, const model::Reply& reply) {
    if (reply.with == model::Reply::With::message) return stage.replies.emplace_back(reply.message.bytes);
    if (reply.letters == model::Letters::kept) return stage.replies.emplace_back(request);
    return stage.replies.emplace_back(reference::capitals_reply(request, reply.letters, stage.reply_stream));
}

// What the last expectation was about; without that, all that has come and was not answered yet.
void reply_on(Stage& stage, reference::TcpConnection& connection, const model::Reply& reply) {
    Exchange& exchange = stage.exchanges[connection.name()];
    if (exchange.unanswered >= exchange.received_before) {
        exchange.unanswered = exchange.received_before;
        exchange.received_before = connection.received().size();
    }
    const std::string request =
        connection.received().substr(exchange.unanswered, exchange.received_before - exchange.unanswered);
    exchange.unanswered = exchange.received_before;
    const std::string bytes = make_reply(stage, request, reply);
    stage.replies.back().resize(send_in_pieces(stage, connection, bytes, reply.pieces, reply.break_off));
}

// Right behind another reply of this peer?
bool is_second(const Stage& stage, const std::string& actor) {
    if (stage.step == 0) return false;
    const model::Step& before = stage.plan.steps[stage.step - 1];
    return before.actor == actor && std::holds_alternative<model::Reply>(before.action);
}

// One reply a datagram. A second one is about the last that was answered.
void reply_to_datagrams(Stage& stage, const std::string& actor, const model::Reply& reply) {
    Exchange& exchange = stage.exchanges[actor];
    const auto datagrams = stage.peers.udp().received(actor);
    std::size_t first = std::min(exchange.unanswered, datagrams.size());
    if (first == datagrams.size() && first > 0 && is_second(stage, actor)) --first;
    for (std::size_t i = first; i < datagrams.size(); ++i) {
        const std::string& bytes = make_reply(stage, datagrams[i].bytes, reply);
        const bool moves = reply.from_another_port && i == first;
        if (moves)
            stage.peers.udp().answer_from_another_port(actor, bytes, datagrams[i].from);
        else
            stage.peers.udp().answer(actor, bytes, datagrams[i].from);
    }
    exchange.unanswered = exchange.received_before = datagrams.size();
}

}  // namespace

Waited play(Stage& stage, const std::string& actor, const model::Reply& reply) {
    if (!stage.is_tcp())
        reply_to_datagrams(stage, actor, reply);
    else if (reference::TcpConnection* connection = stage.connection(actor))
        reply_on(stage, *connection, reply);
    return {};
}

}  // namespace sockgrade::run::steps
