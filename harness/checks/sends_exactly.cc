#include <fmt/format.h>

#include "base/text.hh"
#include "checks/check.hh"
#include "checks/difference.hh"
#include "checks/frames.hh"
#include "checks/silence.hh"
#include "model/expected.hh"

namespace sockgrade::checks {

model::Finding sends_exactly(const Question& question, const model::Expect& expect) {
    const Exchange exchange = question.reading.exchange(question.at.index);
    const std::string got = joined(exchange.banner) + joined(exchange.received);
    model::Finding finding;
    finding.requirement = fmt::format("The {} sends exactly this.", question.program());
    finding.awaited = quote(expect.message.bytes);
    finding.evidence = exchange.evidence();
    if (got.empty() && !(is_whole_and_empty(exchange, expect) && expect.message.bytes.empty())) {
        finding.got = "nothing";
        explain_silence(finding, question.reading, question.at, &exchange, model::Cause::no_reply);
        return finding;
    }
    finding.got = got.empty() ? "nothing" : quote(got);
    const Difference difference = model::is_exact(expect.message) ? compare_bytes(expect.message.bytes, got)
                                                                  : compare(expect.message.bytes, got);
    finding.notes = difference.notes;
    if (difference.same && exchange.is_whole) return finding;
    if (difference.same) {
        finding.notes.clear();
        explain_unfinished(finding, question, exchange, expect);
        return finding;
    }
    finding.status = model::Finding::Status::not_met;
    finding.cause = difference.cause;
    finding.detail = difference.detail;
    return finding;
}

}  // namespace sockgrade::checks
