// A case in a process of its own: cases run side by side, a crash of ours takes one of them, and every world
// is new.
#pragma once

#include <optional>

#include "run/reporting_process.hh"

namespace sockgrade::run {

class CaseProcess {
  public:
    // Forks; the calling process must have one thread. Throws SystemError.
    CaseProcess(const model::Plan& plan, const Submission& submission, const Place& place);

    int descriptor() const { return process_.descriptor(); }

    // Reads what has come. The transcript when it is complete; a process that dies before that leaves one
    // with a Trouble in it.
    std::optional<model::Transcript> read_more();

  private:
    model::Plan plan_;
    ReportingProcess process_;
};

}  // namespace sockgrade::run
