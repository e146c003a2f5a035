// What is in a hand-in: all of it for its fingerprint, and the programs that patterns find.
#pragma once

#include <string>
#include <vector>

namespace sockgrade::batch {

struct HandedFile;

// Names and bytes of all files. What can't be read counts as such.
std::string fingerprint_of(const std::vector<HandedFile>& files);

// What to grade: a path relative to the hand-in's folder, "" for the folder itself; or why not.
struct Choice {
    enum class What { found, missing, several };
    What what = What::missing;
    std::string path;
    std::vector<std::string> candidates;  // of several
};

struct Wanted {
    std::vector<std::string> patterns;  // the first that finds something counts
    std::string role;                   // without patterns: the program that is called like it
    bool ignore_case = true;
    bool first_of_several = false;
};

Choice choose_program(const std::string& folder, const Wanted& wanted);

}  // namespace sockgrade::batch
