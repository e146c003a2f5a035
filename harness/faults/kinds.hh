// The kinds of catalog.def, each defined in the file of its name.
#pragma once

#include "faults/fault.hh"
#include "faults/stream.hh"

namespace sockgrade::faults::kinds {

#define DATAGRAM_FAULT(name) extern const FaultKind name;
#define STREAM_FAULT(name) extern const StreamKind name;
#include "faults/catalog.def"
#undef DATAGRAM_FAULT
#undef STREAM_FAULT

}  // namespace sockgrade::faults::kinds
