#include <fmt/format.h>

#include <algorithm>

#include "base/text.hh"
#include "checks/check.hh"
#include "checks/difference.hh"
#include "checks/silence.hh"
#include "model/expected.hh"

namespace sockgrade::checks {

using model::Cause;
using Status = model::Finding::Status;

namespace {

void note_what_helped(model::Finding& finding, const Exchange& exchange) {
    if (exchange.newline_coaxed)
        finding.notes.emplace_back("it replied only when a newline had followed the message");
}

// A client takes what comes first for the reply.
void refuse_greeting(model::Finding& finding, const Exchange& exchange) {
    const std::string greeting = joined(exchange.banner);
    if (trim_line_ends(greeting).empty() || finding.status != Status::met) return;
    finding.status = Status::not_met;
    finding.cause = Cause::extra;
    finding.got = quote(greeting + joined(exchange.received));
    finding.detail = fmt::format("{} came before the client had said anything.", quote(greeting, 60));
    for (const auto& piece : exchange.banner) finding.evidence.push_back(piece.event);
}

// A reply to another actor that came to this one before it spoke: no greeting.
void note_reply_of_others(model::Finding& finding, const Question& question, const Exchange& exchange) {
    constexpr std::size_t kLeast = 6;  // letters that nobody sends by chance
    const model::Transcript& transcript = question.reading.transcript();
    const std::string banner = joined(exchange.banner);
    std::string own;
    for (const auto* sent : transcript.all<model::event::Sent>())
        if (sent->connection == question.step.actor) own += ascii_capitals(sent->bytes);
    for (const auto* sent : transcript.all<model::event::Sent>()) {
        const std::string reply = ascii_capitals(trim_line_ends(sent->bytes));
        const bool is_theirs = reply.size() >= kLeast && own.find(reply) == std::string::npos;
        if (!is_theirs || banner.find(reply) == std::string::npos) continue;
        finding.status = Status::not_met;
        finding.cause = Cause::extra;
        finding.got = quote(banner) + " and then " + finding.got;
        finding.detail =
            fmt::format("{} is the reply to what the peer '{}' had said.", quote(reply), sent->connection);
        for (const auto& piece : exchange.banner) finding.evidence.push_back(piece.event);
        return;
    }
}

// Had the peer bytes to send, and no text, since its expectation before?
bool sent_bytes(const Question& question) {
    const auto& steps = question.reading.plan().steps;
    bool exact = false;
    for (std::size_t i = 0; i < question.at.index; ++i) {
        if (steps[i].actor != question.step.actor) continue;
        if (std::holds_alternative<model::Expect>(steps[i].action)) exact = false;
        if (const auto* send = std::get_if<model::Send>(&steps[i].action))
            exact = exact || std::any_of(send->messages.begin(), send->messages.end(), model::is_exact);
    }
    return exact;
}

}  // namespace

model::Finding replies_in_capitals(const Question& question, const model::Expect& expect) {
    const Exchange exchange = question.reading.exchange(question.at.index);
    const std::string sent = joined(exchange.sent);
    const std::string wanted = model::returned(sent, expect.letters);
    const std::string got = joined(exchange.received);

    model::Finding finding;
    finding.requirement = expect.letters == model::Letters::kept ? "The reply is what was sent."
                                                                 : "The reply is what was sent, in capitals.";
    finding.awaited = quote(trim_line_ends(wanted));
    finding.evidence = exchange.evidence();
    if (got.empty()) {
        finding.got = "nothing";
        explain_no_reply(finding, question.reading, question.at, exchange);
        return finding;
    }
    finding.got = quote(got);
    if (came_after_half_close(finding, exchange)) return finding;
    const auto compared = sent_bytes(question) ? &compare_bytes : &compare;
    Difference difference = compared(wanted, got);
    // Letters beyond ASCII may be left alone or not, unless the spec asks for them.
    if (!difference.same && expect.letters == model::Letters::ascii)
        if (Difference other = compared(unicode_capitals(sent), got); other.same) difference = other;
    finding.notes = difference.notes;
    note_what_helped(finding, exchange);
    if (difference.same) {
        note_reply_of_others(finding, question, exchange);
        refuse_greeting(finding, exchange);
        return finding;
    }

    finding.status = Status::not_met;
    finding.cause = difference.cause;
    finding.detail = difference.detail;
    // What is missing may be missing because the program ended or closed in the middle.
    if (difference.cause == Cause::missing) {
        model::Finding silence = finding;
        explain_silence(silence, question.reading, question.at, &exchange, Cause::missing);
        if (silence.cause == Cause::crashed || silence.cause == Cause::hung) finding.cause = silence.cause;
        finding.detail += " " + silence.detail;
    }
    return finding;
}

}  // namespace sockgrade::checks
