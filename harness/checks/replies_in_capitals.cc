#include <fmt/format.h>

#include "base/text.hh"
#include "checks/check.hh"
#include "checks/difference.hh"
#include "checks/silence.hh"

namespace sockgrade::checks {

using model::Cause;
using Status = model::Finding::Status;

namespace {

void note_what_helped(model::Finding& finding, const Exchange& exchange) {
    if (exchange.newline_coaxed)
        finding.notes.emplace_back("it replied only when a newline had followed the message");
    if (!exchange.banner.empty())
        finding.notes.push_back(fmt::format("it sent {} before it was spoken to; that was put aside",
                                            quote(joined(exchange.banner), 60)));
}

}  // namespace

model::Finding replies_in_capitals(const Question& question, const model::Expect& expect) {
    const Exchange exchange = question.reading.exchange(question.at.index);
    const std::string sent = joined(exchange.sent);
    const std::string wanted =
        expect.letters == model::Letters::unicode ? unicode_capitals(sent) : ascii_capitals(sent);
    const std::string got = joined(exchange.received);

    model::Finding finding;
    finding.requirement = "The reply is what was sent, in capitals.";
    finding.awaited = quote(trim_line_ends(wanted));
    finding.evidence = exchange.evidence();
    if (got.empty()) {
        finding.got = "nothing";
        explain_no_reply(finding, question.reading, question.at, exchange);
        return finding;
    }
    finding.got = quote(got);
    if (came_after_half_close(finding, exchange)) return finding;
    Difference difference = compare(wanted, got);
    // Letters beyond ASCII may be left alone or not, unless the spec asks for them.
    if (!difference.same && expect.letters == model::Letters::ascii)
        if (Difference other = compare(unicode_capitals(sent), got); other.same) difference = other;
    finding.notes = difference.notes;
    note_what_helped(finding, exchange);
    if (difference.same) return finding;

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
