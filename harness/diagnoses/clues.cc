#include "diagnoses/clues.hh"

#include <algorithm>
#include <array>

#include "base/pattern.hh"
#include "base/text.hh"

namespace sockgrade::diagnoses {

namespace event = model::event;
using model::Cause;
using model::Role;
using model::Transport;

namespace {

// Behind the last one where there is no such number. Numbers ascend, and a program that goes round for ever
// makes very many of them.
std::size_t position_of(const model::Transcript& transcript, std::size_t number) {
    const auto& events = transcript.events;
    const auto at =
        std::lower_bound(events.begin(), events.end(), number,
                         [](const model::Event& event, std::size_t wanted) { return event.number < wanted; });
    if (at == events.end() || at->number != number) return events.size();
    return static_cast<std::size_t>(at - events.begin());
}

template <typename T>
const T* at_number(const model::Transcript& transcript, std::size_t number) {
    const std::size_t at = position_of(transcript, number);
    return at < transcript.events.size() ? std::get_if<T>(&transcript.events[at].what) : nullptr;
}

bool is_judged(const model::Plan& plan, std::size_t step) {
    return step < plan.steps.size() && (std::holds_alternative<model::Expect>(plan.steps[step].action) ||
                                        std::holds_alternative<model::Prints>(plan.steps[step].action));
}

struct FailedStep {
    const model::Step* step = nullptr;
    std::size_t end = 0;  // one past
};

FailedStep failed_step(const Failure& failure) {
    const model::Transcript& transcript = failure.transcript;
    const auto& evidence = unmet(failure).evidence;
    const bool has_evidence = !evidence.empty();
    const std::size_t from =
        has_evidence ? position_of(transcript, *std::max_element(evidence.begin(), evidence.end())) : 0;
    for (std::size_t i = from; i < transcript.events.size(); ++i) {
        const auto* ended = std::get_if<event::StepEnded>(&transcript.events[i].what);
        if (ended == nullptr) continue;
        const bool this_one =
            has_evidence ? is_judged(transcript.plan, ended->step) : ended->how != model::WaitEnd::satisfied;
        if (!this_one) continue;
        const auto& steps = transcript.plan.steps;
        return {ended->step < steps.size() ? &steps[ended->step] : nullptr, i + 1};
    }
    return {nullptr, transcript.events.size()};
}

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

// What a receiver is to print of a datagram: all of it, or what stands behind its number.
std::string text_in(const model::Plan& plan, const std::string& datagram) {
    for (const model::Step& step : plan.steps)
        if (const auto* send = std::get_if<model::Send>(&step.action))
            for (const model::Message& message : send->messages)
                if (!message.as.empty() && message.bytes == datagram) return message.content;
    return datagram;
}

std::optional<WrongText> wrong_output(const Failure& failure, const model::Prints& prints, std::size_t end) {
    std::vector<Piece> arrived = pieces<event::Sent>(failure);
    if (prints.what == model::Prints::What::message || arrived.empty()) return std::nullopt;
    WrongText text;
    text.where = WrongText::Where::output;
    const std::size_t from = position_of(failure.transcript, arrived.back().number);
    text.original = text_in(failure.transcript.plan, arrived.back().bytes);
    text.evidence = {arrived.back().number};
    // A reply may have gone out in pieces, of which the finding names the first.
    if (prints.what == model::Prints::What::reply && failure.transcript.plan.transport == Transport::tcp)
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
    if (sent.empty() && received.size() == 1) sent = sent_before(failure.transcript, received.front());
    if (sent.empty()) return std::nullopt;
    // Datagrams are answered one by one. With faults nobody knows which belongs to which.
    if (failure.transcript.plan.transport == Transport::udp && sent.size() > 1) {
        if (!failure.transcript.plan.faults.empty()) return std::nullopt;
        std::size_t i = 0;
        while (i < std::min(sent.size(), received.size()) &&
               bare(ascii_capitals(sent[i].bytes)) == bare(received[i].bytes))
            ++i;
        if (i == sent.size() || (i >= received.size() && !received.empty())) return std::nullopt;
        sent = {sent[i]};
        if (i < received.size()) received = {received[i]};
    }
    WrongText text;
    text.original = whole(sent).bytes;
    text.wanted =
        expect.what == model::Expect::What::bytes ? expect.message.bytes : ascii_capitals(text.original);
    text.got = whole(received).bytes;
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

std::string_view last_line(std::string_view text) {
    text = trim_line_end(text);
    const std::size_t start = text.rfind('\n');
    return start == std::string_view::npos ? text : text.substr(start + 1);
}

std::string_view line_at(std::string_view text, std::size_t at) {
    const std::string_view rest = text.substr(std::min(at, text.size()));
    return trim_line_end(rest.substr(0, std::min(rest.find('\n'), rest.size())));
}

std::string_view without_indent(std::string_view line) {
    return line.substr(std::min(line.find_first_not_of(" \t"), line.size()));
}

// `ValueError: ...`, `socket.gaierror: ...`, but not `    sock.send(x)` nor `  File "..."`.
bool names_an_error(std::string_view line) {
    if (line.empty() || line.front() == ' ') return false;
    const std::string_view name = line.substr(0, line.find(':'));
    return name.find(' ') == std::string_view::npos && name.size() > 3;
}

}  // namespace

const model::Finding& unmet(const Failure& failure) {
    static const model::Finding none;
    return failure.findings.empty() ? none : failure.findings.back();
}

std::size_t failed_at(const Failure& failure) { return failed_step(failure).end; }

bool had_to_fail(const Failure& failure) {
    const auto asks_for_it = [](const model::Step& step) {
        const auto* exits = std::get_if<model::Exits>(&step.action);
        return exits != nullptr && exits->failure;
    };
    const auto& evidence = unmet(failure).evidence;
    if (evidence.empty()) {
        const FailedStep failed = failed_step(failure);
        return failed.step != nullptr && asks_for_it(*failed.step);
    }
    // No other finding rests on the end of the program alone.
    const std::size_t position = position_of(failure.transcript, evidence.back());
    const auto& steps = failure.transcript.plan.steps;
    return position < failure.transcript.events.size() &&
           std::holds_alternative<event::Ended>(failure.transcript.events[position].what) &&
           std::any_of(steps.begin(), steps.end(), asks_for_it);
}

const model::Expect* unmet_expectation(const Failure& failure) {
    const FailedStep failed = failed_step(failure);
    return failed.step == nullptr ? nullptr : std::get_if<model::Expect>(&failed.step->action);
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
    } else if (expect->what == What::given) {
        return wrong_message(failure);
    }
    return std::nullopt;
}

const model::Prints* unmet_pattern(const Failure& failure) {
    const std::string output = printed(failure.transcript, 0, failure.transcript.events.size());
    for (const model::Step& step : failure.transcript.plan.steps) {
        const auto* prints = std::get_if<model::Prints>(&step.action);
        if (prints == nullptr || prints->what != model::Prints::What::pattern) continue;
        const std::size_t found = count_matches(prints->pattern, output);
        if (prints->times ? found != *prints->times : found == 0) return prints;
    }
    return nullptr;
}

std::vector<std::string> addresses_of(const model::Plan& plan) {
    std::vector<std::string> all;
    for (const model::Interface& one : plan.interfaces)
        all.insert(all.end(), one.addresses.begin(), one.addresses.end());
    return all;
}

bool serves(const model::Plan& plan) { return plan.role == Role::server || plan.role == Role::receiver; }

const event::Opened* opened(const model::Transcript& transcript, std::string_view connection,
                            std::size_t before) {
    const event::Opened* found = nullptr;
    for (std::size_t i = 0; i < std::min(before, transcript.events.size()); ++i)
        if (const auto* one = std::get_if<event::Opened>(&transcript.events[i].what))
            if (one->connection == connection) found = one;
    return found;
}

std::optional<End> ended(const Failure& failure) {
    const auto& events = failure.transcript.events;
    for (std::size_t i = 0, stop = failed_at(failure); i < stop; ++i)
        if (const auto* end = std::get_if<event::Ended>(&events[i].what))
            if (end->termination.how != model::Termination::How::stopped)
                return End{end->termination, i, events[i].number};
    return std::nullopt;
}

std::string printed(const model::Transcript& transcript, std::size_t begin, std::size_t end) {
    std::string text;
    for (std::size_t i = begin; i < std::min(end, transcript.events.size()); ++i)
        if (const auto* print = std::get_if<event::Printed>(&transcript.events[i].what)) text += print->bytes;
    return text;
}

std::string errors(const Failure& failure) {
    std::string text;
    for (const std::size_t number : error_events(failure))
        text += at_number<event::Printed>(failure.transcript, number)->bytes;
    return text;
}

std::vector<std::size_t> error_events(const Failure& failure) {
    std::vector<std::size_t> numbers;
    const std::size_t end = failed_at(failure);
    for (std::size_t i = 0; i < end; ++i)
        if (const auto* print = std::get_if<event::Printed>(&failure.transcript.events[i].what))
            if (print->to_stderr) numbers.push_back(failure.transcript.events[i].number);
    return numbers;
}

std::optional<Wait> unsatisfied_wait(const Failure& failure) {
    for (std::size_t i = 0, stop = failed_at(failure); i < stop; ++i) {
        const auto* ended = std::get_if<event::StepEnded>(&failure.transcript.events[i].what);
        if (ended != nullptr && ended->how != model::WaitEnd::satisfied)
            return Wait{ended->how, ended->blocked, failure.transcript.events[i].number};
    }
    return std::nullopt;
}

bool waits_to_receive(const model::Blocked& blocked) { return contains(blocked, "recv"); }

std::string awaited_in(const model::Blocked& blocked, Transport transport) {
    struct Known {
        const char* call;
        const char* what;
    };
    static constexpr std::array kKnown = {
        Known{"standard input", " for somebody to type something"},
        Known{"accept", " for a client to connect"},
        Known{"connect", " for the other side to take its connection"},
        Known{"recv", nullptr},
        Known{"read", nullptr},
        Known{"send", " until the other side has read what was sent before"},
        Known{"write", " until the other side has read what was sent before"},
        Known{"poll", " for something to come on one of its sockets"},
        Known{"epoll_wait", " for something to come on one of its sockets"},
        Known{"select", " for something to come on one of its sockets"},
        Known{"sleep", " for some time to pass"},
        Known{"pause", " for a signal"},
        Known{"futex", " for another of its threads"},
        Known{"wait", " for another of its processes to end"}};
    // Several threads wait for several things.
    if (contains(blocked, " and ")) return "";
    for (const Known& known : kKnown) {
        if (!contains(blocked, known.call)) continue;
        if (known.what != nullptr) return known.what;
        return transport == Transport::udp ? " for a datagram" : " for more bytes from the other side";
    }
    return "";
}

WhatEnded what_ended(const model::Transcript& transcript, std::size_t number) {
    bool left = false;
    bool input = false;
    for (const model::Event& event : transcript.events) {
        if (event.number > number) break;
        const auto* finished = std::get_if<event::Finished>(&event.what);
        const auto* coaxed = std::get_if<event::Coaxed>(&event.what);
        left = left || std::holds_alternative<event::Closed>(event.what) ||
               (finished != nullptr && !finished->by_program);
        input = input || (coaxed != nullptr && coaxed->with == event::Coaxed::With::end_of_input);
    }
    if (left && input)
        return {
            " after the other side had closed and its input had ended",
            "Reading gives nothing, 0, null or EOF once the other side has closed or the input has ended, "
            "again and again. Leave the loop then."};
    if (left)
        return {" after the other side had closed",
                "recv() returns nothing, or 0, once the other side has closed, again and again; readLine() "
                "returns null. Leave the loop then: if not data: break"};
    if (input)
        return {" after its input had ended",
                "Reading gives nothing, null or EOF once the input has ended. Leave the loop then."};
    return {"", "A loop goes round and round. Look for the condition that should end it."};
}

std::optional<Traceback> traceback(const Failure& failure) {
    const std::string all = errors(failure);
    const std::size_t last = all.rfind("Traceback (most recent call last)");
    // A file with an error of syntax has no traceback, but the same lines.
    if (last == std::string::npos && !contains(all, "SyntaxError:") && !contains(all, "IndentationError:"))
        return std::nullopt;
    const std::string_view text = std::string_view(all).substr(last == std::string::npos ? 0 : last);
    Traceback found;
    std::size_t start = 0;
    while (start < text.size()) {
        const std::string_view line = line_at(text, start);
        const std::size_t next = std::min(text.find('\n', start), text.size()) + 1;
        constexpr std::string_view kFile = "  File \"";
        constexpr std::string_view kLine = "\", line ";
        if (const std::size_t at = line.find(kLine);
            line.starts_with(kFile) && at != std::string_view::npos) {
            const std::string_view path = line.substr(kFile.size(), at - kFile.size());
            // Frames of the library are not the student's.
            const bool library = contains(path, "/lib/python3") || path.starts_with('<');
            if (!library || found.line.empty()) {
                found.file = path.substr(path.rfind('/') + 1);
                const std::string_view number = line.substr(at + kLine.size());
                found.line = number.substr(0, number.find(','));
                found.code = without_indent(line_at(text, next));
            }
        } else if (names_an_error(line) && !line.starts_with("Traceback")) {
            found.error = line;
        }
        start = next;
    }
    if (found.error.empty()) found.error = last_line(text);
    if (found.line.empty() || found.error.empty() || found.error.starts_with("KeyboardInterrupt"))
        return std::nullopt;
    return found;
}

Language language(const model::Transcript& transcript) {
    const auto* started = transcript.first<event::Started>();
    if (started == nullptr || started->command.empty()) return Language::other;
    const std::string_view path = started->command.front();
    const std::string_view name = path.substr(path.rfind('/') + 1);
    if (name.starts_with("python")) return Language::python;
    if (name == "java") return Language::java;
    if (name.starts_with("node")) return Language::javascript;
    return Language::other;
}

bool contains(std::string_view text, std::string_view part) {
    return text.find(part) != std::string_view::npos;
}

std::string_view bare(std::string_view text) {
    text = trim_line_end(text);
    while (!text.empty() && trim_line_end(text.substr(0, 1)).empty()) text.remove_prefix(1);
    return text;
}

std::string readable(std::string_view text) {
    std::string shown;
    for (std::size_t start = 0; start <= text.size();) {
        const std::size_t end = std::min(text.find('"', start), text.size());
        shown += escape(text.substr(start, end - start));
        if (end < text.size()) shown += '"';
        start = end + 1;
    }
    return shown;
}

std::string_view line_with(std::string_view text, std::string_view part) {
    const std::size_t at = text.find(part);
    if (at == std::string_view::npos) return {};
    const std::size_t before = text.rfind('\n', at);
    return line_at(text, before == std::string_view::npos ? 0 : before + 1);
}

bool came_to_nothing(Cause cause) {
    switch (cause) {
        case Cause::missing:
        case Cause::no_reply:
        case Cause::closed_early:
        case Cause::reset:
        case Cause::crashed:
        case Cause::exited_early:
        case Cause::never_listened:
        case Cause::never_connected:
        case Cause::hung:
            return true;
        default:
            return false;
    }
}

}  // namespace sockgrade::diagnoses
