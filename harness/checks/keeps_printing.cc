#include "checks/check.hh"
#include "checks/silence.hh"

namespace sockgrade::checks {

model::Finding keeps_printing(const Question& question) {
    model::Finding finding;
    finding.requirement = "The program prints again and again while nothing comes.";
    if (question.at.how == model::WaitEnd::satisfied) return finding;
    finding.awaited = "three more signs of life on its output";
    finding.got = "it fell silent";
    explain_silence(finding, question.reading, question.at, nullptr, model::Cause::missing);
    return finding;
}

}  // namespace sockgrade::checks
