// Which program really runs when an interpreter or compiler is named.
//
// Version managers (pyenv, nvm, volta, sdkman, jenv, goenv) put a stand-in into PATH that looks up what to
// start. That costs up to 100 ms a start, and in a sandbox it finds nothing. So the real one is asked for
// once and then started by its own name.
#pragma once

#include <string>
#include <vector>

#include "build/workshop.hh"

namespace sockgrade::build {

struct Interpreter {
    std::string file;                   // absolute
    std::vector<std::string> readable;  // what it needs beside sandbox::runtime_paths()
};

// How a tool is asked about itself: its answer has lines with "file=" and what to start, and "folder=" and
// what belongs to its installation; what the other lines say does not matter.
struct SelfPortrait {
    std::vector<std::string> arguments;
    std::string file_line = "file=";      // how the line begins that tells the program
    std::string file_below;               // what to append to it, such as /bin/java
    bool ask_programs_elsewhere = false;  // also binaries outside of the system's folders
};

SelfPortrait python_portrait();
SelfPortrait node_portrait();
SelfPortrait java_portrait(const std::string& tool);  // java or javac
SelfPortrait go_portrait();

// `file` is what PATH says. What is installed for all users is taken as it is, and so is what does not
// answer. Each file is asked once.
Interpreter real_interpreter(const std::string& file, const SelfPortrait& portrait, Workshop& workshop);

}  // namespace sockgrade::build
