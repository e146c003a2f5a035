#include <fmt/format.h>

#include "base/text.hh"
#include "checks/check.hh"
#include "checks/difference.hh"
#include "checks/silence.hh"
#include "model/expected.hh"

namespace sockgrade::checks {

using model::Cause;
namespace event = model::event;

// The next message waits for the answer to the one before, so the last that was sent is the one to look at.
model::Finding acknowledges(const Question& question, const model::Send& send) {
    model::Finding finding;
    finding.requirement = fmt::format("Each of the {} is answered with {}.",
                                      count_of(send.messages.size(), "message"), quote(send.until));
    std::size_t message = 0;  // the one that waits for its answer
    bool was_sent = false;
    std::optional<Exchange::Piece> instead;
    const auto& events = question.reading.transcript().events;
    for (std::size_t i = question.at.range.begin; i < question.at.range.end && message < send.messages.size();
         ++i) {
        if (const auto* sent = std::get_if<event::Sent>(&events[i].what);
            sent != nullptr && sent->connection == question.step.actor)
            was_sent = was_sent || sent->bytes == send.messages[message].bytes;
        const auto* got = std::get_if<event::Received>(&events[i].what);
        if (got == nullptr || got->connection != question.step.actor || !was_sent) continue;
        if (model::same_text(send.answers.at(message), got->bytes)) {
            finding.evidence.push_back(events[i].number);
            // The same of each of them is said once.
            if (finding.notes.empty()) finding.notes = compare(send.answers[message], got->bytes).notes;
            ++message;
            was_sent = false;
            instead.reset();
        } else {
            instead = {got->bytes, events[i].number};
        }
    }
    if (message == send.messages.size()) return finding;
    finding.awaited = fmt::format("{} as the answer to {}", quote(send.answers.at(message)),
                                  quote(send.messages[message].bytes));
    finding.got = "nothing";
    const Exchange exchange = question.reading.exchange(question.at.index);
    explain_silence(finding, question.reading, question.at, &exchange, Cause::no_reply);
    if (!instead || finding.cause != Cause::no_reply) return finding;
    const Difference difference = compare(send.answers.at(message), instead->bytes);
    finding.got = quote(instead->bytes);
    finding.evidence = {instead->event};
    finding.cause = difference.cause;
    finding.detail = difference.detail;
    return finding;
}

}  // namespace sockgrade::checks
