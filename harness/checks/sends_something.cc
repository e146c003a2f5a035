#include <fmt/format.h>

#include "checks/check.hh"
#include "checks/silence.hh"

#include "base/text.hh"

namespace sockgrade::checks {

model::Finding sends_something(const Question& question) {
    const Exchange exchange = question.reading.exchange(question.at.index);
    model::Finding finding;
    finding.requirement = fmt::format("Something arrives from the {}.", question.program());
    finding.evidence = exchange.evidence();
    if (!exchange.banner.empty() || !exchange.received.empty()) return finding;
    finding.awaited = "its message";
    finding.got = "nothing";
    explain_silence(finding, question.reading, question.at, &exchange, model::Cause::missing);
    return finding;
}

}  // namespace sockgrade::checks
