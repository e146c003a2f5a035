#include <algorithm>
#include <chrono>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "model/expected.hh"
#include "run/steps/steps.hh"
#include "run/stream.hh"

namespace sockgrade::run::steps {

using model::Message;
using model::Send;
using model::WaitEnd;

namespace {

// What a program that prints each message has to print.
const std::string& text_of(const Message& message) {
    return message.as.empty() ? message.bytes : message.content;
}

// Among equals: on whichever connection the program reads.
Waited say(Stage& stage, const std::string& actor, const Send& send) {
    std::vector<std::string> texts;
    for (const Message& message : send.messages) {
        texts.push_back(message.bytes);
        if (!send.together || &message == &send.messages.back())
            stage.chat.say(actor, std::exchange(texts, {}));
        stage.unprinted.push_back({message.bytes});
    }
    return {};
}

// A program that waits for an answer may send again before it comes: that is no answer to what follows.
// checks/reading.cc forgets the same.
void pass_over_copies(Stage& stage, const std::string& actor) {
    Exchange& exchange = stage.exchanges[actor];
    if (!exchange.sent.empty() || exchange.received_before == 0) return;
    stage.peers.udp().take_what_is_there();
    const auto& datagrams = stage.peers.udp().received(actor);
    const auto before = datagrams.begin() + static_cast<std::ptrdiff_t>(exchange.received_before);
    const auto is_copy = [&](const reference::Datagram& one) {
        return std::any_of(datagrams.begin(), before,
                           [&](const auto& earlier) { return earlier.bytes == one.bytes; });
    };
    while (exchange.received_before < datagrams.size() && is_copy(datagrams[exchange.received_before]))
        ++exchange.received_before;
}

// What the program is just sending still goes to the port where its peer was.
void send_datagram(Stage& stage, const std::string& actor, const std::string& bytes, model::From from) {
    UdpPeers& peers = stage.peers.udp();
    if (peers.may_move()) stage.waiting.settle();
    pass_over_copies(stage, actor);
    peers.send(actor, bytes, from);
    stage.exchanges[actor].sent += bytes;
}

Waited send_datagrams(Stage& stage, const std::string& actor, const Send& send) {
    for (const Message& message : send.messages) {
        send_datagram(stage, actor, message.bytes, send.from);
        ++stage.exchanges[actor].messages;
        stage.unprinted.push_back({text_of(message), message.bytes});
        // The program may take its time for each of them.
        if (send.together) continue;
        if (const Waited waited = stage.until_read(); waited.how == WaitEnd::backstop) return waited;
    }
    return {};
}

// Sends one message until `wanted` comes: again when no answer can come any more, or none came in the time in
// which a sender would have lost patience. Nothing when it came.
std::optional<Waited> send_until(Stage& stage, const std::string& actor, const Send& send,
                                 const Message& message, const std::string& wanted) {
    constexpr std::chrono::seconds kPatience{1};
    const auto& got = stage.peers.udp().received(actor);
    std::size_t looked_at = got.size();
    bool answered = false;
    const auto is_answered = [&] {
        const auto& datagrams = stage.peers.udp().received(actor);
        for (; !answered && looked_at < datagrams.size(); ++looked_at)
            answered = model::same_text(wanted, datagrams[looked_at].bytes);
        return answered;
    };
    Waited waited;
    for (std::size_t tries = 1; tries <= send.tries && !is_answered(); ++tries) {
        send_datagram(stage, actor, message.bytes, send.from);
        // Who gets no processor is not given up: the last try waits until nothing can come any more.
        const auto again = stage.waiting.now() + kPatience;
        const bool is_last = tries == send.tries;
        Awaited answer{
            .satisfied = [&] { return is_answered() || (!is_last && stage.waiting.now() >= again); }};
        if (!is_last) answer.until = again;
        waited = stage.until(answer);
        if (waited.how != WaitEnd::satisfied && waited.how != WaitEnd::quiet) return waited;
    }
    if (is_answered()) return std::nullopt;
    waited.how = WaitEnd::quiet;
    return waited;
}

Waited send_until_answered(Stage& stage, const std::string& actor, const Send& send) {
    for (std::size_t i = 0; i < send.messages.size(); ++i) {
        const Message& message = send.messages[i];
        // The answer to a double of the one before must not be taken for the answer to this one.
        if (i > 0) stage.waiting.settle();
        stage.unprinted.push_back({text_of(message)});
        ++stage.exchanges[actor].messages;
        if (auto unanswered = send_until(stage, actor, send, message, send.answers[i])) return *unanswered;
    }
    return {};
}

void send_together(reference::TcpConnection& connection, const std::vector<Message>& messages) {
    std::vector<std::string> all;
    for (const Message& message : messages) all.push_back(message.bytes);
    connection.send_together(all);
}

// Who cuts what comes looks at all of it, from its beginning.
bool is_cut_next(const Stage& stage, const std::string& actor) {
    for (std::size_t i = stage.step; i < stage.plan.steps.size(); ++i) {
        const auto* expect = std::get_if<model::Expect>(&stage.plan.steps[i].action);
        if (expect != nullptr && stage.plan.steps[i].actor == actor)
            return expect->frame.until != model::Frame::Until::rest;
    }
    return false;
}

Waited send_on(Stage& stage, reference::TcpConnection& connection, const Send& send) {
    Exchange& exchange = stage.exchanges[connection.name()];
    // What the program says before it is spoken to (a banner) is told apart from its answer.
    if (!exchange.anything_sent_ever) stage.waiting.settle();
    if (exchange.sent.empty() && !exchange.is_cut && !is_cut_next(stage, connection.name()))
        exchange.received_before = connection.received().size();
    else if (!exchange.sent.empty())
        stage.until_read();  // what one send() gave shall be one recv(), where the program reads in time
    exchange.anything_sent_ever = true;
    if (send.together) send_together(connection, send.messages);
    for (const Message& message : send.messages) {
        const std::size_t sent =
            send.together ? message.bytes.size()
                          : send_in_pieces(stage, connection, message.bytes, send.pieces, send.break_off);
        exchange.sent += message.bytes;
        ++exchange.messages;
        stage.unprinted.push_back({message.bytes.substr(0, sent)});
        const bool is_last = &message == &send.messages.back();
        if (!send.together && !is_last && stage.until_read().how == WaitEnd::backstop) break;
    }
    exchange.coaxing = send.coax;
    exchange.newline_sent = false;
    return {};
}

}  // namespace

Waited play(Stage& stage, const std::string& actor, const Send& send) {
    if (stage.chats()) return say(stage, actor, send);
    if (stage.is_tcp()) {
        reference::TcpConnection* const connection = stage.connection(actor);
        return connection == nullptr ? Waited{} : send_on(stage, *connection, send);
    }
    if (const Waited waited = stage.until_listening(); waited.how != WaitEnd::satisfied) return waited;
    stage.let_listen_everywhere(send.from);
    return send.answers.empty() ? send_datagrams(stage, actor, send)
                                : send_until_answered(stage, actor, send);
}

}  // namespace sockgrade::run::steps
