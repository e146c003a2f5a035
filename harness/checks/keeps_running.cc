#include <fmt/format.h>

#include "checks/check.hh"
#include "checks/silence.hh"

namespace sockgrade::checks {

model::Finding keeps_running(const Question& question) {
    model::Finding finding;
    finding.requirement = "The program is still running.";
    const auto end = question.reading.ended(question.at.range.end);
    if (!end.has_value()) return finding;
    finding.status = model::Finding::Status::not_met;
    finding.cause = cause_of_end(question.reading, *end);
    finding.got = describe_end(*end);
    return finding;
}

}  // namespace sockgrade::checks
