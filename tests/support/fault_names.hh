// The kinds of faults as a spec has to know them, as the command line makes them of the catalog.
#pragma once

#include <string>

#include "faults/fault.hh"
#include "spec/load.hh"

namespace sockgrade::spec {

inline NameSets all_names() {
    NameSets names;
    for (const faults::FaultKind& kind : faults::catalog())
        names.faults.push_back({std::string(kind.name),
                                {kind.takes.begin(), kind.takes.end()},
                                {kind.needs.begin(), kind.needs.end()},
                                kind.only_to_program,
                                kind.only_from_program,
                                kind.harm != faults::Harm::none});
    return names;
}

}  // namespace sockgrade::spec
