#pragma once

#include "model/spec.hh"
#include "spec/context.hh"
#include "spec/section.hh"

namespace sockgrade::spec {

// Refuses faults by which a right program could lose a case: `list` is the case's `faults`.
void check_losses(const Section& list, const model::CaseSpec& one, const model::ProgramSpec& program,
                  const std::vector<faults::FaultKind>& kinds);

}  // namespace sockgrade::spec
