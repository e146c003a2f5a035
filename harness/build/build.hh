// From what a student handed in to something that can be started.
//
// A program that does not compile is a finding about the student (BuildFailure); a program that is not there,
// or a compiler that is missing here, is something that the user can put right (UsageError); what the system
// refuses us is a SystemError. Nothing is ever written next to the student's files.
//
// A Makefile can start anything, and a compiler reads any file that a source names. So builds run in a
// sandbox (sandbox/bubblewrap.hh) where BuildOptions finds one; without, with all the rights of whoever calls
// this, and a note says so.
#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "sandbox/bubblewrap.hh"
#include "system/find_program.hh"
#include "system/temporary_folder.hh"

namespace sockgrade::build {

struct BuildOptions {
    // What the wanted program of a folder is called, without ending, most wanted first: server, receiver.
    std::vector<std::string> preferred_names;
    std::chrono::milliseconds time_limit =
        std::chrono::seconds(120);  // for all the steps of a build together
    std::size_t output_limit = std::size_t{256} * 1024;
    std::string search_path = system::search_path();  // where compilers and interpreters are
    // For what a student's files can influence. Finding out takes tens of milliseconds, so it is asked when
    // something has to run in it, and once. Without this, or where it finds none, there is no sandbox.
    std::function<std::optional<sandbox::Bubblewrap>()> find_sandbox;
};

struct BuildFailure {
    std::string message;  // one line, with the first error's line: "server.c does not compile: line 7: ..."
    std::string log;      // what the compiler said, its start
    std::string hint;     // may be empty
};

struct Built {
    std::vector<std::string> command;      // to exec, absolute; the program's arguments are appended
    std::string folder;                    // to run it in, absolute
    std::vector<std::string> environment;  // NAME=value, on top of what every program gets
    // Files and folders that the program needs to be able to read, absolute, beside sandbox::runtime_paths()
    // and the submission's folder: the interpreter's installation, and what was made.
    std::vector<std::string> readable;
    std::vector<std::string> notes;                        // the interpreter used, warnings of the compiler
    std::optional<BuildFailure> failure;                   // then there is no command
    std::shared_ptr<const system::TemporaryFolder> files;  // what was made; null when nothing had to be
    bool isolated = true;  // nothing of the student's ran, or was compiled, outside of a sandbox
};

// `program`: a source file, an executable file, or a folder with either or with a Makefile.
Built build(const std::string& program, const BuildOptions& options = {});

// The same with files of its own: what was made belongs to the user that a program runs as, and each run has
// another one, so runs at the same time need a copy each.
Built copy_of(const Built& built);

}  // namespace sockgrade::build
