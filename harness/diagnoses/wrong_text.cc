// A text that came, but not as it should have: which, from whom, and what should have come.
#include <algorithm>

#include "base/text.hh"
#include "diagnoses/clues.hh"
#include "diagnoses/failed_step.hh"

namespace sockgrade::diagnoses {

namespace event = model::event;
using model::Transport;

namespace {

struct Piece {
    std::string bytes;
    std::string connection;
    std::size_t number = 0;
};

template <typename T>
std::vector<Piece> pieces(const Failure& failure) {
    std::vector<Piece> found;
    std::vector<std::size_t> numbers = unmet(failure).evidence;
    std::sort(numbers.begin(), numbers.end());
    for (const std::size_t number : numbers)
        if (const auto* what = at_number<T>(failure.transcript, number))
            found.push_back({what->bytes, what->connection, number});
    return found;
}

Piece whole(const std::vector<Piece>& list) {
    Piece all;
    for (const Piece& piece : list) all.bytes += piece.bytes;
    return all;
}

// A finding about a reply alone: what the same peer had sent before it.
std::vector<Piece> sent_before(const model::Transcript& transcript, const Piece& reply) {
    std::vector<Piece> found;
    for (const model::Event& event : transcript.events) {
        if (event.number >= reply.number) break;
        const auto* sent = std::get_if<event::Sent>(&event.what);
        if (sent != nullptr && sent->connection == reply.connection)
            found = {{sent->bytes, sent->connection, event.number}};
    }
    return found;
}

std::optional<WrongText> wrong_output(const Failure& failure, const model::Prints& prints, std::size_t end) {
    std::vector<Piece> arrived = pieces<event::Sent>(failure);
    using What = model::Prints::What;
    const bool is_what_came =
        prints.what == What::sent || prints.what == What::stream || prints.what == What::reply;
    if (!is_what_came || arrived.empty()) return std::nullopt;
    WrongText text;
    text.where = WrongText::Where::output;
    const std::size_t from = position_of(failure.transcript, arrived.back().number);
    text.original = text_in(failure.transcript.plan, arrived.back().bytes);
    text.evidence = {arrived.back().number};
    // A reply may have gone out in pieces, of which the finding names the first.
    const bool is_whole =
        prints.what == model::Prints::What::reply || prints.what == model::Prints::What::stream;
    if (is_whole && failure.transcript.plan.transport == Transport::tcp)
        for (std::size_t i = from + 1; i < end; ++i)
            if (const auto* more = std::get_if<event::Sent>(&failure.transcript.events[i].what))
                text.original += more->bytes;
    // What is to be printed of a datagram may be a part of it only.
    if (prints.what == model::Prints::What::sent)
        for (const model::Step& step : failure.transcript.plan.steps)
            if (const auto* send = std::get_if<model::Send>(&step.action))
                for (const model::Message& message : send->messages)
                    if (!message.as.empty() && message.bytes == text.original)
                        text.original = message.content;
    text.wanted = text.original;
    text.got = printed(failure.transcript, from, end);
    for (std::size_t i = from; i < end; ++i)
        if (std::holds_alternative<event::Printed>(failure.transcript.events[i].what))
            text.evidence.push_back(failure.transcript.events[i].number);
    return text;
}

std::optional<WrongText> wrong_reply(const Failure& failure, const model::Expect& expect) {
    std::vector<Piece> sent = pieces<event::Sent>(failure);
    std::vector<Piece> received = pieces<event::Received>(failure);
    const auto returned = [&](const std::string& bytes) {
        return expect.letters == model::Letters::kept ? bytes : ascii_capitals(bytes);
    };
    if (sent.empty() && received.size() == 1) sent = sent_before(failure.transcript, received.front());
    if (sent.empty()) return std::nullopt;
    // Datagrams are answered one by one. With faults nobody knows which belongs to which.
    if (failure.transcript.plan.transport == Transport::udp && sent.size() > 1) {
        if (!failure.transcript.plan.faults.empty()) return std::nullopt;
        std::size_t i = 0;
        while (i < std::min(sent.size(), received.size()) &&
               bare(returned(sent[i].bytes)) == bare(received[i].bytes))
            ++i;
        if (i == sent.size() || (i >= received.size() && !received.empty())) return std::nullopt;
        sent = {sent[i]};
        if (i < received.size()) received = {received[i]};
    }
    WrongText text;
    text.original = whole(sent).bytes;
    text.wanted = expect.what == model::Expect::What::bytes ? expect.message.bytes : returned(text.original);
    text.got = whole(received).bytes;
    text.is_copy = ascii_capitals(bare(text.wanted)) == ascii_capitals(bare(text.original));
    for (const auto* list : {&sent, &received})
        for (const Piece& piece : *list) text.evidence.push_back(piece.number);
    return text;
}

std::optional<WrongText> wrong_message(const Failure& failure) {
    const model::Given& given = failure.transcript.plan.given;
    bool handed = given.names_message;
    for (const auto* typed : failure.transcript.all<event::Typed>())
        handed = handed || bare(typed->bytes) == bare(given.message);
    const std::vector<Piece> received = pieces<event::Received>(failure);
    if (!handed || received.empty()) return std::nullopt;
    WrongText text;
    text.where = WrongText::Where::message;
    text.original = text.wanted = given.message;
    text.got =
        failure.transcript.plan.transport == Transport::tcp ? whole(received).bytes : received.front().bytes;
    for (const Piece& piece : received) text.evidence.push_back(piece.number);
    return text;
}

}  // namespace

std::string text_in(const model::Plan& plan, const std::string& datagram) {
    for (const model::Step& step : plan.steps)
        if (const auto* send = std::get_if<model::Send>(&step.action))
            for (const model::Message& message : send->messages)
                if (!message.as.empty() && message.bytes == datagram) return message.content;
    return datagram;
}

std::optional<WrongText> wrong_text(const Failure& failure) {
    const FailedStep failed = failed_step(failure);
    if (failed.step == nullptr || unmet(failure).evidence.empty()) return std::nullopt;
    if (const auto* prints = std::get_if<model::Prints>(&failed.step->action))
        return wrong_output(failure, *prints, failed.end);
    const auto* expect = std::get_if<model::Expect>(&failed.step->action);
    if (expect == nullptr) return std::nullopt;
    using What = model::Expect::What;
    if (serves(failure.transcript.plan)) {
        if (expect->what == What::capitals || expect->what == What::each || expect->what == What::bytes)
            return wrong_reply(failure, *expect);
    } else if (expect->what == What::given ||
               // Of a pair's sender that did not send text.
               (expect->what == What::anything && failure.cause == model::Cause::wrong_content)) {
        return wrong_message(failure);
    }
    return std::nullopt;
}

std::optional<WrongText> copied_text(const Failure& failure) {
    auto text = wrong_text(failure);
    return text.has_value() && text->is_copy ? text : std::nullopt;
}

bool only_letters_differ(const Failure& failure, const WrongText& text) {
    if (failure.cause == model::Cause::wrong_case) return true;
    return failure.cause == model::Cause::missing && !bare(text.got).empty() &&
           bare(text.got) != bare(text.wanted) &&
           ascii_capitals(bare(text.got)) == ascii_capitals(bare(text.wanted));
}

std::optional<WrongText> unanswered(const Failure& failure) {
    if (const auto text = wrong_text(failure))
        return text->where == WrongText::Where::reply && text->got.empty() ? text : std::nullopt;
    const model::Expect* const expect = unmet_expectation(failure);
    if (expect == nullptr || failure.transcript.plan.role != model::Role::server) return std::nullopt;
    using What = model::Expect::What;
    if (expect->what != What::fixed && expect->what != What::http && expect->what != What::anything &&
        expect->what != What::bytes)
        return std::nullopt;
    const std::vector<Piece> sent = pieces<event::Sent>(failure);
    if (sent.empty() || !pieces<event::Received>(failure).empty()) return std::nullopt;
    WrongText text;
    text.original = whole(sent).bytes;
    for (const Piece& piece : sent) text.evidence.push_back(piece.number);
    return text;
}

}  // namespace sockgrade::diagnoses
