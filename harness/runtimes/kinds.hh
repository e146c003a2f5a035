// The runtimes of catalog.def, each defined in the file of its name.
#pragma once

#include "runtimes/runtime.hh"

namespace sockgrade::runtimes::kinds {

#define RUNTIME(name) extern const Runtime name;
#include "runtimes/catalog.def"
#undef RUNTIME

}  // namespace sockgrade::runtimes::kinds
