#include <fmt/format.h>

#include <algorithm>

#include "base/text.hh"
#include "checks/check.hh"
#include "checks/difference.hh"
#include "checks/silence.hh"
#include "model/expected.hh"

namespace sockgrade::checks {

using model::Cause;
using model::Transport;
using Status = model::Finding::Status;
namespace event = model::event;

namespace {

// What may be the message: all bytes of a connection, or one datagram, or a line of either (a program may
// send more than the message, such as a name that it asked for).
std::vector<std::string> candidates(const Reading& reading, const Exchange& exchange) {
    std::vector<std::string> found;
    if (reading.plan().transport == Transport::tcp)
        found.push_back(joined(exchange.banner) + joined(exchange.received));
    else
        for (const auto* pieces : {&exchange.banner, &exchange.received})
            for (const Exchange::Piece& piece : *pieces) found.push_back(piece.bytes);
    return found;
}

// Of several texts that a program sends, each with its NUL, that NUL comes before the next one.
bool holds_as_line(std::string_view text, std::string_view line) {
    for (std::size_t at = 0; at <= text.size();) {
        if (at > 0) at = std::min(text.find_first_not_of('\0', at), text.size());
        const std::size_t end = std::min(text.find('\n', at), text.size());
        if (model::without_line_end(text.substr(at, end - at)) == line) return true;
        at = end + 1;
    }
    return false;
}

// What came is the message and what a text forgives, or the message is one line of several. Over TCP an empty
// line behind it is one more; before it, or in a datagram, it is a part of what was to be the message.
bool holds_message(std::string_view text, std::string_view given, Transport transport) {
    if (compare(given, text).same) return true;
    const std::string_view line = model::without_line_end(given);
    const bool is_alone = trim_line_ends(text) == trim_line_ends(given);
    if (is_alone && (transport == Transport::udp || !text.starts_with(line))) return false;
    return !line.empty() && holds_as_line(text, line);
}

// A text of its own that it has sent before is no answer to what was typed.
bool was_typed(const Reading& reading, const std::string& message, std::size_t before) {
    for (std::size_t i = 0; i < std::min(before, reading.size()); ++i) {
        const event::What& what = reading.transcript().events[i].what;
        if (std::holds_alternative<event::Received>(what)) return false;
        if (const auto* typed = std::get_if<event::Typed>(&what))
            if (trim_line_end(typed->bytes) == message) return true;
    }
    return false;
}

}  // namespace

// A program may have a text of its own written in. Its own is what stays the same when it is given another
// message (the control run); what changes with the given message is made from it, and then it must be that
// message.
model::Finding sends_given(const Question& question) {
    const Reading& reading = question.reading;
    const Exchange exchange = reading.exchange(question.at.index);
    const std::string& given = reading.plan().given.message;

    model::Finding finding;
    finding.requirement = "The message arrives as it was given.";
    finding.awaited = quote(given);
    finding.evidence = exchange.evidence();
    for (const auto& piece : exchange.banner) finding.evidence.push_back(piece.event);
    const std::vector<std::string> texts = candidates(reading, exchange);
    const bool empty = std::all_of(texts.begin(), texts.end(),
                                   [](const std::string& text) { return trim_line_ends(text).empty(); });
    if (texts.empty() || empty) {
        finding.got = texts.empty() || texts.front().empty() ? "nothing" : quote(texts.front());
        explain_silence(finding, reading, question.at, &exchange, Cause::missing);
        return finding;
    }
    for (const std::string& text : texts) {
        if (!holds_message(text, given, reading.plan().transport)) continue;
        finding.got = quote(text);
        finding.notes = compare(given, text).notes;
        return finding;
    }

    const std::string got(trim_line_ends(texts.front()));
    finding.got = quote(texts.front());
    const auto* control = reading.transcript().last<event::Control>();
    const bool typed = was_typed(reading, given, question.at.range.end);
    const bool stays_the_same =
        control != nullptr && control->sent.has_value() && trim_line_ends(*control->sent) == got;
    if (!typed && stays_the_same) {
        finding.awaited.clear();
        return finding;
    }
    const Difference difference = compare(given, texts.front());
    finding.status = Status::not_met;
    finding.cause = difference.cause;
    finding.detail = difference.detail;
    if (stays_the_same && typed)
        finding.detail += " The message had been typed, but the program sent something else.";
    return finding;
}

std::optional<std::string> first_sent(const model::Transcript& transcript) {
    const bool tcp = transcript.plan.transport == Transport::tcp;
    std::optional<std::string> first;
    for (const model::Event& event : transcript.events) {
        if (std::holds_alternative<event::Sent>(event.what)) break;
        const auto* received = std::get_if<event::Received>(&event.what);
        if (received == nullptr) continue;
        first = first.value_or("") + received->bytes;
        if (!tcp) break;
    }
    return first;
}

}  // namespace sockgrade::checks
