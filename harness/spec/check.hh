// Is a value what the tables (harness/language) say that may stand there?
#pragma once

#include <string>
#include <vector>

#include "spec/section.hh"

namespace sockgrade::spec {

// Notes whatever is not, down to the last text; but not within what its reader checks, part by part, since it
// depends on the rest of the file (Place::is_read_by_hand).
void check(const Section& section);

// In a map that may have names which the spec chooses: the keys that are none of its own have to be among
// these.
void check_names(const Section& map, const std::vector<std::string>& names);

}  // namespace sockgrade::spec
