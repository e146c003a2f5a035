#pragma once

#include <optional>
#include <vector>

#include "model/pair.hh"
#include "model/step.hh"
#include "spec/context.hh"
#include "spec/scope.hh"
#include "spec/section.hh"

namespace sockgrade::spec {

// A step and where it stands, for what is found wrong later.
struct ReadStep {
    model::Step step;
    Section section;
};

// What the steps of a case may refer to.
struct StepNames {
    Transport transport;
    Scope& scope;
    const std::vector<model::Field>& fields;
    const std::optional<Section>& begin;  // lists of steps by their names
    const model::PairRoles* roles = nullptr;
};

// As they are played: those of a `repeat` as often as it says, those of a `do` in its place.
std::vector<ReadStep> read_steps(const Section& list, const StepNames& known);

}  // namespace sockgrade::spec
