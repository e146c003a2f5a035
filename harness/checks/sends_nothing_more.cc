#include <fmt/format.h>

#include "base/text.hh"
#include "checks/check.hh"

namespace sockgrade::checks {

model::Finding sends_nothing_more(const Question& question) {
    const Exchange exchange = question.reading.exchange(question.at.index);
    model::Finding finding;
    finding.requirement = fmt::format("Nothing more arrives from the {}.", question.program());
    const std::string got = joined(exchange.banner) + joined(exchange.received);
    if (got.empty()) return finding;
    finding.status = model::Finding::Status::not_met;
    finding.cause = model::Cause::extra;
    finding.awaited = "nothing";
    finding.got = quote(got);
    finding.evidence = exchange.evidence();
    return finding;
}

}  // namespace sockgrade::checks
