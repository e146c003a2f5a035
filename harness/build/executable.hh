// A file that is started as it is: compiled already, or a script with a #! line.
#pragma once

#include "build/build.hh"
#include "build/source_file.hh"
#include "build/workshop.hh"

namespace sockgrade::build {

Built build_executable(const SourceFile& source, Workshop& workshop);

}  // namespace sockgrade::build
