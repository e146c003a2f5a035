#pragma once

#include <vector>

#include "model/spec.hh"
#include "spec/read_steps.hh"
#include "spec/section.hh"

namespace sockgrade::spec {

// Can the steps happen in this order, and does the case expect anything?
void check_story(const Section& section, const std::vector<ReadStep>& steps, const model::CaseSpec& one,
                 const model::ProgramSpec& program);

}  // namespace sockgrade::spec
