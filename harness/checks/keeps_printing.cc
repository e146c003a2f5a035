#include <fmt/format.h>

#include "base/text.hh"
#include "checks/check.hh"
#include "checks/silence.hh"

namespace sockgrade::checks {

model::Finding keeps_printing(const Question& question) {
    model::Finding finding;
    finding.requirement =
        fmt::format("The {} prints again and again while nothing comes.", question.program());
    if (pours_out(question.reading, question.at)) {
        finding.status = model::Finding::Status::not_met;
        finding.cause = model::Cause::output_flood;
        finding.awaited = "a sign of life now and then";
        finding.got = count_of(question.reading.output(question.at.range).size(), "byte") + " of output";
        finding.detail = "It pours out without a pause.";
        return finding;
    }
    if (question.at.how == model::WaitEnd::satisfied) return finding;
    finding.awaited = "three more signs of life on its output, at least every five seconds";
    finding.got = "it fell silent";
    explain_silence(finding, question.reading, question.at, nullptr, model::Cause::missing);
    if (question.at.how == model::WaitEnd::quiet && finding.cause == model::Cause::missing)
        finding.detail = "It printed nothing for more than five seconds." + waiting_in(question.at);
    return finding;
}

}  // namespace sockgrade::checks
