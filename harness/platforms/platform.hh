// What a course system runs a submission with: its scripts around `sockgrade check`. Pure.
//
// Theory. Each of them has a container or a machine of its own, a folder that the submission is put into, and
// a file or a last line that it reads the points from. So each gets the same three things: the released
// program, the assignment with specs of its own, and scripts that say where what is there. A submission can't
// change any of them: they lie outside of its folder, and nothing of it is run but by Sockgrade.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace sockgrade::platforms {

struct Autograder {
    std::string name;  // of the assignment
    std::string title;
    std::string assignment;  // its file's name among those that are put beside the scripts, or an exercise
    std::string release;     // the name of the released file, likewise
    std::vector<std::string> packages;  // of Debian and Ubuntu, beside the usual ones
    std::vector<std::string> exercises;
};

struct File {
    std::string path;
    std::string text;
    bool is_program = false;
};

struct Platform {
    std::string_view name;     // of the command
    std::string_view summary;  // for --help
    std::string_view file;     // what is written: a zip archive
    // The files of the archive. Its own are put into `folder`, or into an archive within of that name.
    std::vector<File> (*scripts)(const Autograder& autograder);
    std::string_view folder;
    std::string_view inner_archive;
    std::string_view next;  // where to upload it
};

std::span<const Platform> all();

// A line of a shell script that installs the released file, which lies in `folder`.
std::string install_line(const Autograder& autograder, std::string_view folder);
// What every language needs that is not asked for with --package.
std::string packages_of(const Autograder& autograder);

}  // namespace sockgrade::platforms
