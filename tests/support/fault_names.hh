// The kinds of faults as a spec has to know them, as the command line makes them of the catalog.
#pragma once

#include <string>

#include "faults/fault.hh"
#include "spec/load.hh"

namespace sockgrade::spec {

inline NameSets all_names() {
    NameSets names;
    names.faults.assign(faults::catalog().begin(), faults::catalog().end());
    return names;
}

}  // namespace sockgrade::spec
