// Two exercises whose programs talk to each other.
#pragma once

#include <string>
#include <vector>

#include "model/pair.hh"
#include "spec/load.hh"
#include "spec/section.hh"

namespace sockgrade::spec {

// The specs of the program that dials and of the one that listens, or nothing. They stand beside
// the file that names them.
std::vector<model::Spec> read_pair(const Section& section, const NameSets& names);

model::PairRoles roles_of(const std::vector<model::Spec>& halves);

// What a step of a pair may be: what one of the programs does, or what the listening one gets of the other
// and answers. Notes what it may not.
bool check_pair_step(const Section& section, const model::Step& step, const model::PairRoles& roles);

}  // namespace sockgrade::spec
