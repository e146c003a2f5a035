// Files that a command lays out for somebody to go on with.
#pragma once

#include <string>
#include <vector>

namespace sockgrade::cli {

struct NewFile {
    std::string name;  // in the folder, with folders before it where it lies deeper
    std::string content;
    std::string what;
};

// Makes the folder and the files in it, and says so, a line for each. One that is there stays as it is.
// Throws UsageError where it can't.
std::string lay_out(const std::string& folder, const std::vector<NewFile>& files);

}  // namespace sockgrade::cli
