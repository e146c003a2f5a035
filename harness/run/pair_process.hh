// A case of a pair in a process of its own, as case_process.hh has it for one program.
#pragma once

#include <optional>

#include "run/pair.hh"
#include "run/reporting_process.hh"

namespace sockgrade::run {

class PairProcess {
  public:
    PairProcess(const model::PairPlan& plan, const PairSubmission& submission, const Place& place);

    int descriptor() const { return process_.descriptor(); }
    std::optional<model::PairTranscript> read_more();

  private:
    model::PairPlan plan_;
    ReportingProcess process_;
};

}  // namespace sockgrade::run
