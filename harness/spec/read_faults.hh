#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "model/fault.hh"
#include "model/pair.hh"
#include "spec/context.hh"
#include "spec/scope.hh"
#include "spec/section.hh"

namespace sockgrade::spec {

struct FaultRules {
    const std::vector<faults::FaultKind>* kinds;
    const std::vector<std::string>* placeholders;  // {names} that a text may have
    const std::vector<model::Field>* fields;
    const model::PairRoles* roles = nullptr;  // of a pair
    const Scope* scope = nullptr;             // the formats, and the names that stand for something
};

// What goes wrong on the way.
std::vector<model::FaultRule> read_faults(const Section& section, const FaultRules& rules);

// A number, or a list of them.
std::vector<std::size_t> numbers_in(const Section& section);

}  // namespace sockgrade::spec
