#include <algorithm>
#include <chrono>
#include <string_view>
#include <utility>

#include "base/http_response.hh"
#include "base/text.hh"
#include "formats/fit.hh"
#include "formats/format.hh"
#include "model/expected.hh"
#include "run/steps/steps.hh"

namespace sockgrade::run::steps {

using model::Expect;
using model::WaitEnd;
using What = Expect::What;
namespace event = model::event;

namespace {

// Capitals can be longer or shorter than what they were made of; enough is the least that a right answer can
// have.
std::size_t least_answer(const std::string& sent) {
    return std::min(trim_line_end(sent).size(), trim_line_end(unicode_capitals(sent)).size());
}

// Each datagram is looked at once: a program that pours out must not make this slow.
std::size_t arrived_of(Stage& stage, const std::string& actor, const Expect& expect) {
    Exchange& exchange = stage.exchanges[actor];
    const auto& datagrams = stage.peers.udp().received(actor);
    for (; exchange.looked_at < datagrams.size(); ++exchange.looked_at)
        if (const auto which = model::which_of(expect.messages, datagrams[exchange.looked_at].bytes))
            exchange.arrived.insert(*which);
    return exchange.arrived.size();
}

// Bytes (TCP) or datagrams (UDP) that are enough to be judged. None: only what happens otherwise ends the
// wait.
std::optional<std::size_t> least_of(Stage& stage, const std::string& actor, const Expect& expect) {
    const Exchange& exchange = stage.exchanges[actor];
    const bool is_tcp = stage.is_tcp();
    switch (expect.what) {
        case What::any_order:
            return expect.wanted.size();
        case What::format:
            return 1;
        case What::one_of:
            return 1;
        case What::bytes:
            if (!is_tcp) return 1;
            return model::is_exact(expect.message) ? expect.message.bytes.size()
                                                   : trim_line_end(expect.message.bytes).size();
        case What::capitals:
            return is_tcp ? std::max<std::size_t>(least_answer(exchange.sent), 1) : exchange.messages;
        // What a fault has dropped will not be answered.
        case What::each:
            return std::min(exchange.messages, stage.peers.udp().most_answers());
        case What::given:
            return is_tcp ? std::max<std::size_t>(stage.plan.given.message.size(), 1) : 1;
        // How long it will be is the program's affair; what it sends in one goes is here at once.
        case What::fixed:
        case What::anything:
        case What::nothing:
            return 1;
        case What::all:
        case What::http:
        case What::once:
        case What::end:
        case What::typed:
        case What::typed_lines:
            return std::nullopt;
    }
    return std::nullopt;
}

// As peers cut what comes; a pattern without a frame has to fit all of it.
bool is_cut(const Expect& expect) {
    return expect.frame.until != model::Frame::Until::rest || expect.what == What::one_of;
}

bool has_whole_frames(Stage& stage, const std::string& actor, const Expect& expect) {
    const std::string bytes = stage.new_bytes(actor);
    if (expect.frame.until == model::Frame::Until::rest)
        return !bytes.empty() && formats::fit_one_of(expect.wanted, bytes).has_value();
    return formats::frames_of(expect, bytes, stage.connection(actor)->program_finished()).are_whole;
}

bool has_whole_response(const reference::TcpConnection& connection, std::size_t before,
                        const Expect& expect) {
    const std::string bytes = connection.received().substr(before);
    if (expect.response && expect.response->is_bodiless) return bytes.find("\r\n\r\n") != std::string::npos;
    // Without a length, its end is that of the connection.
    return http_response_is_whole(bytes) || (expect.response && connection.program_finished());
}

bool has_enough(Stage& stage, const std::string& actor, const Expect& expect) {
    const reference::TcpConnection* connection = stage.connection(actor);
    if (stage.is_tcp() && (connection == nullptr || connection->is_over())) return true;
    const std::size_t before = stage.exchanges[actor].received_before;
    if (expect.what == What::all) return arrived_of(stage, actor, expect) == expect.messages.size();
    if (expect.what == What::http)
        return connection != nullptr && has_whole_response(*connection, before, expect);
    if (stage.is_tcp() && is_cut(expect)) return has_whole_frames(stage, actor, expect);
    const auto least = least_of(stage, actor, expect);
    return least.has_value() && stage.received_by(actor) - before >= *least;
}

// A newline, and when that changes nothing, a half-close.
bool coax(Stage& stage, const std::string& actor) {
    Exchange& exchange = stage.exchanges[actor];
    reference::TcpConnection* connection = stage.connection(actor);
    if (!exchange.coaxing || connection == nullptr || !connection->is_open()) return false;
    const bool is_busy = stage.waiting.program_is_busy();
    if (!exchange.newline_sent) {
        exchange.newline_sent = true;
        stage.record(event::Coaxed{actor, event::Coaxed::With::newline, is_busy});
        connection->send("\n");
        exchange.sent += "\n";
        return true;
    }
    exchange.coaxing = false;
    stage.record(event::Coaxed{actor, event::Coaxed::With::half_close, is_busy});
    connection->finish_sending();
    return true;
}

// What has come is not the message, and the program waits for somebody to type: then it was the question for
// the user, or a greeting, and the message comes when it is typed.
Waited let_ask(Stage& stage, const std::string& actor, Waited waited) {
    const Exchange& exchange = stage.exchanges[actor];
    const std::string_view given = model::without_line_end(stage.plan.given.message);
    const auto has_come = [&] {
        const reference::TcpConnection* const connection = stage.connection(actor);
        if (stage.is_tcp())
            return connection == nullptr || connection->is_over() ||
                   connection->received().find(given, exchange.received_before) != std::string::npos;
        const auto& datagrams = stage.peers.udp().received(actor);
        return std::any_of(datagrams.begin(), datagrams.end(), [&](const auto& datagram) {
            return datagram.bytes.find(given) != std::string::npos;
        });
    };
    if (waited.how != WaitEnd::satisfied && waited.how != WaitEnd::quiet) return waited;
    if (!stage.has_got_something_new(actor) || has_come()) return waited;
    stage.waiting.settle(true);
    const auto type = [&] {
        return stage.waiting.program_reads_input() && stage.typist.type_what_is_asked_for();
    };
    if (!type()) return waited;
    waited = stage.until({.satisfied = has_come, .input = type});
    stage.waiting.settle();
    stage.let_arrive();
    return waited;
}

// A program that is to send once may do so on one connection after another.
Waited hear_other_connections(Stage& stage, const std::string& actor, Waited waited) {
    constexpr std::size_t kEnough = 8;
    TcpPeers& peers = stage.peers.tcp();
    for (std::size_t i = 0; i < kEnough && peers.reception().has_taken(); ++i) {
        const std::string other = peers.name_for_another(actor);
        peers.accept(other);
        stage.exchanges[other] = {};
        const reference::TcpConnection* const connection = peers.connection(other);
        waited = stage.until({.satisfied = [&] { return connection == nullptr || connection->is_over(); },
                              .due = Due::nothing});
        stage.waiting.settle();
        stage.let_arrive();
    }
    return waited;
}

bool awaits_silence(const Expect& expect) {
    return expect.what == What::nothing || expect.what == What::once;
}

bool is_request(const Expect& expect) { return expect.what == What::given || expect.what == What::anything; }

// What has its time is waited for as long as that, and a while longer: what comes too late shall be seen.
void be_patient(Stage& stage, const Expect& expect, Awaited& awaited) {
    const auto longest = std::max(expect.within, expect.not_before);
    if (longest.count() == 0) return;
    const auto began = stage.waiting.now();
    const auto end = began + longest + stage.plan.limits.wait;
    awaited.satisfied = [&stage, end, is_there = awaited.satisfied] {
        return is_there() || stage.waiting.now() >= end;
    };
    awaited.until = end;
    awaited.progress = [&stage, began] {
        return static_cast<std::size_t>(
            std::chrono::duration_cast<std::chrono::seconds>(stage.waiting.now() - began).count());
    };
}

Waited until_enough(Stage& stage, const std::string& actor, const Expect& expect) {
    Awaited awaited{.satisfied = [&] { return has_enough(stage, actor, expect); },
                    .due = awaits_silence(expect) ? Due::nothing : Due::something};
    // A program may ask where to before it sends anything.
    if (is_request(expect) || expect.what == What::all)
        awaited.input = [&] { return !stage.has_got_something_new(actor) && stage.typist.type_a_line(); };
    else if (expect.what == What::end)
        // Not our own end: a program that closes only after its peer has not closed by itself.
        awaited.help = [&] { return stage.end_input(); };
    else
        awaited.help = [&] { return coax(stage, actor); };
    be_patient(stage, expect, awaited);
    if (expect.what == What::all) {
        stage.exchanges[actor].arrived.clear();
        stage.exchanges[actor].looked_at = 0;
        awaited.progress = [&] { return arrived_of(stage, actor, expect); };
    }
    Waited waited = stage.until(awaited);
    if (waited.how == WaitEnd::satisfied && !has_enough(stage, actor, expect)) waited.how = WaitEnd::quiet;
    if (waited.how == WaitEnd::satisfied) {
        stage.waiting.settle();
        stage.let_arrive();
    }
    return waited;
}

// Of several datagrams, the first: each is a message of its own.
std::string_view first_message(Stage& stage, const std::string& actor, const formats::Frames& frames) {
    if (stage.is_tcp()) return frames.each.front();
    return stage.peers.udp().received(actor).at(stage.exchanges[actor].received_before).bytes;
}

// Takes note of what is captured. How much has been received by then that belongs to no later expectation.
std::size_t take_frames(Stage& stage, const std::string& actor, const Expect& expect) {
    const reference::TcpConnection* const connection = stage.is_tcp() ? stage.connection(actor) : nullptr;
    const bool has_ended = connection != nullptr && (connection->is_over() || connection->program_finished());
    const std::string bytes = stage.new_bytes(actor);
    const formats::Frames frames = formats::frames_of(expect, bytes, has_ended);
    if (expect.what == What::format && stage.has_got_something_new(actor))
        stage.names.take(
            formats::compare(*expect.message.formatted, first_message(stage, actor, frames)).captured);
    if (expect.what == What::one_of && !frames.each.empty())
        if (const auto captured = formats::fit_one_of(expect.wanted, frames.each.front()))
            stage.names.take(*captured);
    return connection == nullptr ? stage.received_by(actor)
                                 : stage.exchanges[actor].received_before + frames.used;
}

}  // namespace

Waited play(Stage& stage, const std::string& actor, const Expect& expect) {
    if (model::awaits_typing(expect)) return stage.chat.hear(expect);
    Waited waited = until_enough(stage, actor, expect);
    if (expect.what == What::given) waited = let_ask(stage, actor, std::move(waited));
    if (expect.what == What::once && stage.is_tcp())
        waited = hear_other_connections(stage, actor, std::move(waited));
    // A program that only ever looks again after a while is never at rest, and has kept silent all the same.
    if (awaits_silence(expect) && waited.how == WaitEnd::backstop) waited.how = WaitEnd::quiet;
    if (is_request(expect)) {
        // The reply step answers what has come; a text of the program's own may be shorter than the given
        // one.
        if (waited.how == WaitEnd::quiet && stage.has_got_something_new(actor))
            waited.how = WaitEnd::satisfied;
        stage.exchanges[actor].unanswered = stage.exchanges[actor].received_before;
        return waited;
    }
    Exchange& exchange = stage.exchanges[actor];
    exchange.sent.clear();
    exchange.messages = 0;
    exchange.coaxing = false;
    exchange.is_cut = expect.frame.until != model::Frame::Until::rest;
    exchange.unanswered = exchange.received_before;
    exchange.received_before = take_frames(stage, actor, expect);
    return waited;
}

}  // namespace sockgrade::run::steps
