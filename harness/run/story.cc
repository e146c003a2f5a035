#include "run/story.hh"

#include <algorithm>
#include <set>
#include <utility>

#include "base/http_response.hh"
#include "base/text.hh"
#include "faults/break_off.hh"
#include "faults/pieces.hh"
#include "model/answer.hh"
#include "model/expected.hh"
#include "reference/capitals_reply.hh"

namespace sockgrade::run {

using model::Expect;
using model::WaitEnd;
namespace event = model::event;

namespace {

constexpr std::uint64_t kReplyStream = 0x7265706c79;

// Capitals can be longer or shorter than what they were made of; enough is the least that a right answer can
// have.
std::size_t least_answer(const std::string& sent) {
    return std::min(trim_line_end(sent).size(), trim_line_end(unicode_capitals(sent)).size());
}

// Does a peer turn to the program in step `i` that had no part in the step before, or begins anew?
bool another_comes(const std::vector<model::Step>& steps, std::size_t i) {
    if (i == 0) return false;
    if (std::holds_alternative<model::Connect>(steps[i].action)) return true;
    return std::holds_alternative<model::Send>(steps[i].action) && steps[i].actor != steps[i - 1].actor;
}

std::size_t last_that_expects(const std::vector<model::Step>& steps) {
    std::size_t last = steps.size();
    for (std::size_t i = 0; i < steps.size(); ++i)
        if (std::holds_alternative<Expect>(steps[i].action) ||
            std::holds_alternative<model::Prints>(steps[i].action))
            last = i;
    return last;
}

}  // namespace

Story::Story(const model::Plan& plan, Recorder& record, Subject& program, Peers& peers, Waits& waiting)
    : plan_(plan),
      record_(record),
      program_(program),
      peers_(peers),
      waiting_(waiting),
      typist_(program, plan),
      reply_stream_(mix({plan.stream_seed, kReplyStream})) {}

void Story::play() {
    const std::size_t last_expectation = last_that_expects(plan_.steps);
    for (std::size_t i = 0; i < plan_.steps.size(); ++i) {
        const model::Step& step = plan_.steps[i];
        step_ = i;
        // The program first does what it does about the one before: who is faster must not decide what is
        // found.
        if (another_comes(plan_.steps, i)) waiting_.settle();
        record_(event::StepBegan{i});
        const auto in_vain_before = waiting_.in_vain();
        const Waited waited = std::visit([&](const auto& action) { return act(step, action); }, step.action);
        // What a fault keeps for the end belongs to the last that is expected.
        if (i == last_expectation && waited.how == WaitEnd::satisfied) wait_for_the_late();
        const bool is_flood = waited.how == WaitEnd::flooded;
        if (const auto lost = is_flood ? std::nullopt : peers_.natural_loss()) {
            record_(event::Trouble{*lost});
            return;
        }
        // Where silence was awaited, a wait that took its time was not in vain.
        const bool in_vain = waited.how == WaitEnd::backstop;
        record_(event::StepEnded{i, waited.how, waited.waits,
                                 in_vain ? (waiting_.in_vain() - in_vain_before).count() : 0});
        if (is_flood) {
            record_(program_.flooded().value_or(
                peers_.reception().is_flooded() ? event::Flooded{"connections", Reception::kMostConnections}
                                                : event::Flooded{step.actor, received_by(step.actor)}));
            return;
        }
        // After a backstop every later wait would last as long again and tell nothing new.
        if (waited.how == WaitEnd::backstop) return;
    }
}

void Story::wait_for_the_late() {
    const bool is_due = peers_.is_due_on_the_link();
    if (is_due) until({.satisfied = [&] { return !peers_.is_due_on_the_link(); }});
    if (peers_.release_held() || is_due) waiting_.settle(true);
}

Waited Story::until(const Awaited& awaited) {
    Awaited with_flood = awaited;
    with_flood.satisfied = [&] {
        close_behind_the_program();
        return peers_.flooded() || awaited.satisfied();
    };
    // What comes by itself is help enough: a datagram that waits for its time on the link, a connection that
    // the system asks for again.
    if (awaited.input) with_flood.input = [&] { return peers_.reception().is_coming() || awaited.input(); };
    with_flood.help = [&] {
        return peers_.reception().is_coming() || peers_.is_due_on_the_link() || peers_.release_held() ||
               (awaited.help && awaited.help());
    };
    Waited waited = waiting_.wait(with_flood);
    if (peers_.flooded()) waited.how = WaitEnd::flooded;
    return waited;
}

// What it has sent by now belongs to what was awaited, though its system still keeps it.
void Story::let_arrive() {
    if (is_tcp() && peers_.program_is_sending())
        until({.satisfied = [&] { return !peers_.program_is_sending(); }});
}

// On the connection that it has.
bool Story::has_more_to_do(const std::string& actor) const {
    for (std::size_t i = step_; i < plan_.steps.size(); ++i) {
        const model::Step& step = plan_.steps[i];
        if (step.actor != actor || std::holds_alternative<Expect>(step.action)) continue;
        const bool begins_anew = std::holds_alternative<model::Connect>(step.action) ||
                                 std::holds_alternative<model::Accept>(step.action);
        if (!begins_anew) return true;
        if (i > step_) return false;
    }
    return false;
}

// A server or receiver that has said all, and reads the end of what the program says, closes: a program that
// has finished sending may read on until then.
void Story::close_behind_the_program() {
    const bool speaks_first = plan_.role == model::Role::client || plan_.role == model::Role::sender;
    if (!is_tcp() || !speaks_first) return;
    for (reference::TcpConnection* connection : peers_.connections())
        if (connection->is_open() && connection->program_finished() && !connection->finished_sending() &&
            !has_more_to_do(connection->name()))
            connection->finish_sending();
}

// --- What peers do.

// A program may listen at other ports first, for purposes of its own. Where it did not choose the port, the
// one to be met at may follow as long as it does something; where it chose another, right behind.
Waited Story::until_listening() {
    const Waited waited = until({.satisfied = [&] { return peers_.program_has_chosen_where_it_listens(); },
                                 .input = [&] { return typist_.type_a_line(); }});
    if (waited.how == WaitEnd::program_ended || !peers_.program_is_listening()) return waited;
    if (!peers_.program_listens_where_it_should() || peers_.program_listens_for_ipv6_only())
        waiting_.settle();
    return {};
}

// A program may have a socket for each of the machine's addresses.
void Story::let_listen_everywhere(model::From from) {
    if (from != model::From::anywhere) waiting_.settle();
}

Waited Story::act(const model::Step& step, const model::Connect& action) {
    if (listens_and_dials()) return come(step, action);
    if (const Waited waited = until_listening(); waited.how != WaitEnd::satisfied) return waited;
    let_listen_everywhere(action.from);
    peers_.connect(step.actor, action.from);
    return connected(step.actor);
}

Waited Story::connected(const std::string& actor) {
    exchanges_[actor] = {};
    const reference::TcpConnection* const connection = peers_.tcp(actor);
    if (connection == nullptr) return {};
    return until({.satisfied = [&] { return connection->connected() || connection->failed(); }});
}

Waited Story::act(const model::Step& step, const model::Accept& action) {
    Reception& reception = peers_.reception();
    reception.let_in();
    if (action.late)
        if (const Waited waited = hidden_connection(step.actor); waited.how != WaitEnd::satisfied)
            return waited;
    const Waited waited = until(
        {.satisfied = [&] { return reception.has_taken(); }, .input = [&] { return typist_.type_a_line(); }});
    if (waited.how == WaitEnd::satisfied) {
        peers_.accept(step.actor);
        exchanges_[step.actor] = {};
    }
    reception.prepare(static_cast<std::size_t>(&step - plan_.steps.data()) + 1);
    return waited;
}

Waited Story::until_read() {
    return until({.satisfied = [&] { return peers_.program_has_read_all(); }});
}

std::size_t Story::send_in_pieces(reference::TcpConnection& connection, const std::string& bytes,
                                  const model::Pieces& pieces, const model::BreakOff& break_off) {
    using Ending = model::BreakOff::How;
    faults::Passage passage;
    if (!bytes.empty()) passage.portions.push_back({bytes});
    faults::make_pieces(pieces)->apply(passage, 0);
    if (break_off.how != Ending::none)
        faults::make_break_off(break_off.after,
                               break_off.how == Ending::cut ? faults::Ending::finish : faults::Ending::reset)
            ->apply(passage, 0);
    bool paced = true;
    std::size_t sent = 0;
    for (const faults::Portion& portion : passage.portions) {
        connection.send(portion.bytes);
        sent += portion.bytes.size();
        const bool is_last = &portion == &passage.portions.back() && passage.ending == faults::Ending::none;
        // A program that does not read is not waited for again: the rest goes out behind.
        if (paced && portion.alone && !is_last) paced = until_read().how == WaitEnd::satisfied;
    }
    this->break_off(connection, passage.ending, sent);
    return sent;
}

void Story::send_together(reference::TcpConnection& connection, const std::vector<model::Message>& messages) {
    std::vector<std::string> all;
    for (const model::Message& message : messages) all.push_back(message.bytes);
    connection.send_together(all);
}

Waited Story::act(const model::Step& step, const model::Send& action) {
    if (listens_and_dials()) return say(step, action);
    Exchange& exchange = exchanges_[step.actor];
    if (!is_tcp()) {
        if (const Waited waited = until_listening(); waited.how != WaitEnd::satisfied) return waited;
        let_listen_everywhere(action.from);
        if (!action.answers.empty()) return send_until_answered(step, action);
        for (const model::Message& message : action.messages) {
            // What the program is just sending still goes to the port where its peer was.
            if (peers_.may_move()) waiting_.settle();
            peers_.send_datagram(step.actor, message.bytes, action.from);
            exchange.sent += message.bytes;
            ++exchange.messages;
            sent_unprinted_.push_back({message.as.empty() ? message.bytes : message.content, message.bytes});
            // It may take its time for each of them.
            if (action.together) continue;
            if (const Waited waited = until_read(); waited.how == WaitEnd::backstop) return waited;
        }
        return {};
    }
    reference::TcpConnection* connection = peers_.tcp(step.actor);
    if (connection == nullptr) return {};
    // What the program says before it is spoken to (a banner) is told apart from its answer.
    if (!exchange.anything_sent_ever) waiting_.settle();
    if (exchange.sent.empty())
        exchange.received_before = connection->received().size();
    else
        until_read();  // what one send() gave shall be one recv(), where the program reads in time
    exchange.anything_sent_ever = true;
    if (action.together) send_together(*connection, action.messages);
    for (const model::Message& message : action.messages) {
        const std::size_t sent =
            action.together ? message.bytes.size()
                            : send_in_pieces(*connection, message.bytes, action.pieces, action.break_off);
        exchange.sent += message.bytes;
        ++exchange.messages;
        sent_unprinted_.push_back({message.bytes.substr(0, sent)});
        if (!action.together && &message != &action.messages.back() && until_read().how == WaitEnd::backstop)
            break;
    }
    exchange.coaxing = action.coax;
    exchange.newline_sent = false;
    return {};
}

// Again when no answer can come any more, or none came in the time in which a sender would have lost
// patience.
Waited Story::send_until_answered(const model::Step& step, const model::Send& action) {
    constexpr std::chrono::seconds kPatience{1};
    Exchange& exchange = exchanges_[step.actor];
    Waited waited;
    for (std::size_t i = 0; i < action.messages.size(); ++i) {
        const model::Message& message = action.messages[i];
        // The answer to a double of the one before must not be taken for the answer to this one.
        if (i > 0) waiting_.settle();
        sent_unprinted_.push_back({message.as.empty() ? message.bytes : message.content});
        ++exchange.messages;
        const std::string& wanted = action.answers[i];
        bool answered = false;
        std::size_t looked_at = peers_.datagrams(step.actor).size();
        const auto is_answered = [&] {
            const auto& got = peers_.datagrams(step.actor);
            for (; !answered && looked_at < got.size(); ++looked_at)
                answered = model::same_text(wanted, got[looked_at].bytes);
            return answered;
        };
        for (std::size_t tries = 1; tries <= action.tries && !is_answered(); ++tries) {
            if (peers_.may_move()) waiting_.settle();
            peers_.send_datagram(step.actor, message.bytes, action.from);
            exchange.sent += message.bytes;
            // Who gets no processor is not given up: the last try waits until nothing can come any more.
            const auto again = waiting_.now() + kPatience;
            const bool is_last = tries == action.tries;
            Awaited answer{
                .satisfied = [&] { return is_answered() || (!is_last && waiting_.now() >= again); }};
            if (!is_last) answer.until = again;
            waited = until(answer);
            if (waited.how != WaitEnd::satisfied && waited.how != WaitEnd::quiet) return waited;
        }
        if (!is_answered()) {
            waited.how = WaitEnd::quiet;
            return waited;
        }
    }
    return {};
}

Waited Story::act(const model::Step& step, const model::AnswerEach& action) {
    peers_.answer_each(step.actor,
                       [action](const std::string& datagram) { return model::answer_to(action, datagram); });
    return {};
}

std::string Story::request_of(const std::string& actor) {
    Exchange& exchange = exchanges_[actor];
    reference::TcpConnection* connection = peers_.tcp(actor);
    if (connection == nullptr) return {};
    std::string request = connection->received().substr(exchange.received_before);
    exchange.received_before = connection->received().size();
    return request;
}

Waited Story::act(const model::Step& step, const model::Reply& action) {
    const auto reply_to = [&](const std::string& request) {
        std::string reply = action.with == model::Reply::With::message
                                ? action.message.bytes
                                : reference::capitals_reply(request, action.letters, reply_stream_);
        replies_.push_back(reply);
        return reply;
    };
    if (is_tcp()) {
        reference::TcpConnection* connection = peers_.tcp(step.actor);
        if (connection != nullptr) {
            const std::string reply = reply_to(request_of(step.actor));
            replies_.back().resize(send_in_pieces(*connection, reply, action.pieces, action.break_off));
        }
        return {};
    }
    Exchange& exchange = exchanges_[step.actor];
    const auto datagrams = peers_.datagrams(step.actor);
    for (std::size_t i = exchange.received_before; i < datagrams.size(); ++i)
        peers_.answer_datagram(step.actor, reply_to(datagrams[i].bytes), datagrams[i].from);
    exchange.received_before = datagrams.size();
    return {};
}

Waited Story::act(const model::Step& step, const model::FinishSending&) {
    if (auto* connection = peers_.tcp(step.actor)) connection->finish_sending();
    return {};
}

Waited Story::act(const model::Step& step, const model::Close&) {
    if (listens_and_dials()) return leave(step.actor);
    if (auto* connection = peers_.tcp(step.actor)) connection->close();
    return {};
}

Waited Story::act(const model::Step& step, const model::Reset&) {
    if (auto* connection = peers_.tcp(step.actor)) reset(*connection, 0);
    return {};
}

// --- What is expected.

std::size_t Story::received_by(const std::string& actor) {
    if (!is_tcp()) return peers_.datagrams(actor).size();
    const reference::TcpConnection* connection = peers_.tcp(actor);
    return connection == nullptr ? 0 : connection->received().size();
}

bool Story::has_enough(const std::string& actor, const Expect& expect) {
    const Exchange& exchange = exchanges_[actor];
    const std::size_t received = received_by(actor) - exchange.received_before;
    const reference::TcpConnection* connection = peers_.tcp(actor);
    if (is_tcp() && (connection == nullptr || connection->is_over())) return true;
    switch (expect.what) {
        case Expect::What::bytes:
            return received >= (!is_tcp() ? 1
                                : model::is_exact(expect.message)
                                    ? expect.message.bytes.size()
                                    : trim_line_end(expect.message.bytes).size());
        case Expect::What::capitals:
            return received >=
                   (is_tcp() ? std::max<std::size_t>(least_answer(exchange.sent), 1) : exchange.messages);
        // What a fault has dropped will not be answered.
        case Expect::What::each:
            return received >= std::min(exchange.messages, peers_.most_answers());
        case Expect::What::all:
            return arrived_of(actor, expect) == expect.messages.size();
        case Expect::What::given:
            return received >= (is_tcp() ? std::max<std::size_t>(plan_.given.message.size(), 1) : 1);
        case Expect::What::anything:
        case Expect::What::nothing:
            return received > 0;
        // How long it will be is the program's affair; what it sends in one goes is here at once.
        case Expect::What::fixed:
            return received > 0;
        case Expect::What::http:
            return connection != nullptr &&
                   http_response_is_whole(connection->received().substr(exchange.received_before));
        case Expect::What::once:
        case Expect::What::end:
        case Expect::What::typed:
        case Expect::What::typed_lines:
            return false;
    }
    return false;
}

// Each datagram is looked at once: a program that pours out must not make this slow.
std::size_t Story::arrived_of(const std::string& actor, const Expect& expect) {
    Exchange& exchange = exchanges_[actor];
    const auto& datagrams = peers_.datagrams(actor);
    for (; exchange.looked_at < datagrams.size(); ++exchange.looked_at)
        if (const auto which = model::which_of(expect.messages, datagrams[exchange.looked_at].bytes))
            exchange.arrived.insert(*which);
    return exchange.arrived.size();
}

// A newline, and when that changes nothing, a half-close.
bool Story::coax(const std::string& actor) {
    Exchange& exchange = exchanges_[actor];
    reference::TcpConnection* connection = peers_.tcp(actor);
    if (!exchange.coaxing || connection == nullptr || !connection->is_open()) return false;
    if (!exchange.newline_sent) {
        exchange.newline_sent = true;
        record_(event::Coaxed{actor, event::Coaxed::With::newline, waiting_.program_is_busy()});
        connection->send("\n");
        exchange.sent += "\n";
        return true;
    }
    exchange.coaxing = false;
    record_(event::Coaxed{actor, event::Coaxed::With::half_close, waiting_.program_is_busy()});
    connection->finish_sending();
    return true;
}

Waited Story::act(const model::Step& step, const Expect& action) {
    if (model::awaits_typing(action)) return hear(action);
    const bool awaits_silence = action.what == Expect::What::nothing || action.what == Expect::What::once;
    Awaited awaited{.satisfied = [&] { return has_enough(step.actor, action); },
                    .due = awaits_silence ? Due::nothing : Due::something};
    switch (action.what) {
        // Not our own end: a program that closes only after its peer has not closed by itself.
        case Expect::What::end:
            awaited.help = [&] { return end_input(); };
            break;
        case Expect::What::all:
            exchanges_[step.actor].arrived.clear();
            exchanges_[step.actor].looked_at = 0;
            awaited.progress = [&] { return arrived_of(step.actor, action); };
            // It may ask where to before it sends anything.
            awaited.input = [&] {
                return received_by(step.actor) == exchanges_[step.actor].received_before &&
                       typist_.type_a_line();
            };
            break;
        case Expect::What::given:
        case Expect::What::anything:
            awaited.input = [&] {
                return received_by(step.actor) == exchanges_[step.actor].received_before &&
                       typist_.type_a_line();
            };
            break;
        default:
            awaited.help = [&] { return coax(step.actor); };
            break;
    }
    Waited waited = until(awaited);
    if (waited.how == WaitEnd::satisfied) {
        waiting_.settle();
        let_arrive();
    }
    if (action.what == Expect::What::given) waited = let_ask(step.actor, std::move(waited));
    if (action.what == Expect::What::once && is_tcp())
        waited = hear_other_connections(step.actor, std::move(waited));
    // A program that only ever looks again after a while is never at rest, and has kept silent all the same.
    if (awaits_silence && waited.how == WaitEnd::backstop) waited.how = WaitEnd::quiet;
    const bool is_request = action.what == Expect::What::given || action.what == Expect::What::anything;
    Exchange& exchange = exchanges_[step.actor];
    if (is_request) {
        // The reply step answers what has come; a text of the program's own may be shorter than the given
        // one.
        if (waited.how == WaitEnd::quiet && received_by(step.actor) > exchange.received_before)
            waited.how = WaitEnd::satisfied;
        return waited;
    }
    exchange.sent.clear();
    exchange.messages = 0;
    exchange.coaxing = false;
    exchange.received_before = received_by(step.actor);
    return waited;
}

bool Story::end_input() {
    if (!program_.input_is_open()) return false;
    record_(event::Coaxed{model::kProgram, event::Coaxed::With::end_of_input, waiting_.program_is_busy()});
    program_.close_input();
    return true;
}

// First the end of the program's input, then the end of what the peers send.
bool Story::close_everything_step_by_step() {
    if (end_input()) return true;
    for (auto& [actor, exchange] : exchanges_) {
        reference::TcpConnection* connection = peers_.tcp(actor);
        if (connection == nullptr || !connection->is_open() || connection->finished_sending()) continue;
        record_(event::Coaxed{actor, event::Coaxed::With::half_close, waiting_.program_is_busy()});
        connection->finish_sending();
        return true;
    }
    return false;
}

}  // namespace sockgrade::run
