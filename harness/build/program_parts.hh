// The files of a program that has more than one, beside each other in a folder.
#pragma once

#include <string>
#include <vector>

#include "build/source_file.hh"

namespace sockgrade::build {

// Has it a main() of its own?
bool has_c_main(const SourceFile& source);
bool has_go_main(const SourceFile& source);
bool has_java_main(const SourceFile& source);

// In Python and JavaScript a program begins in any statement: false for a file that only defines what others
// may use, where that can be told for sure.
bool has_python_statements(const SourceFile& source);
bool has_javascript_statements(const SourceFile& source);

// What belongs to the program that begins in `source`: the other files of its language, but for those that
// begin programs of their own. Sorted.
std::vector<std::string> c_parts_of(const SourceFile& source);
// Of its package only, and no tests (_test.go): as `go build` takes them.
std::vector<std::string> go_parts_of(const SourceFile& source);

// Of several files in `folder`, leaves out those that are parts of a program which begins in another of them.
void leave_out_parts(const std::string& folder, std::vector<std::string>& paths);

}  // namespace sockgrade::build
