// Files that the program is given, and those that it has to write.
#pragma once

#include <vector>

#include "model/spec.hh"
#include "spec/scope.hh"
#include "spec/section.hh"

namespace sockgrade::spec {

std::vector<model::FileGiven> read_files_given(const Section& map, Scope& scope);
std::vector<model::FileWanted> read_files_wanted(const Section& map, Scope& scope);

// The program can read what names stand for in them.
void tell(const std::vector<model::FileGiven>& files, Scope& scope);

// Those of the whole spec, and those of a case, which take the place of others with the same path.
std::vector<model::FileGiven> joined(std::vector<model::FileGiven> of_spec,
                                     std::vector<model::FileGiven> of_case);

}  // namespace sockgrade::spec
