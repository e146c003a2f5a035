// The files of a Go program: all of its folder's, as `go build` takes them.
#pragma once

#include <string>
#include <vector>

#include "build/source_file.hh"

namespace sockgrade::build {

// Has it a main() of its own?
bool has_go_main(const SourceFile& source);

// What belongs to the program that begins in `source`, itself first: the other files of its package, but for
// those with a main() of their own, which are other programs, and for tests (_test.go).
std::vector<std::string> go_files_of(const SourceFile& source);

}  // namespace sockgrade::build
