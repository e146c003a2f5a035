#pragma once

#include <vector>

#include "model/pair.hh"
#include "model/step.hh"
#include "spec/context.hh"
#include "spec/section.hh"

namespace sockgrade::spec {

// A step and where it stands, for what is found wrong later.
struct ReadStep {
    model::Step step;
    Section section;
};

std::vector<ReadStep> read_steps(const Section& list, Transport transport, const Vary& vary,
                                 const std::vector<model::Field>& fields,
                                 const model::PairRoles* roles = nullptr);

}  // namespace sockgrade::spec
