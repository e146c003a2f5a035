// A submission that is a folder: with a Makefile, or with one program in it.
#pragma once

#include <string>

#include "build/build.hh"
#include "build/workshop.hh"

namespace sockgrade::build {

Built build_folder(const std::string& path, Workshop& workshop);

}  // namespace sockgrade::build
