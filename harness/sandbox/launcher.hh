// Starts a program inside the world of its case and tells how it, and everything that it started, ended.
//
// Theory. The worker forks an `init`, which is process 1 of a pid namespace of its own: it starts the
// program, reaps whatever is left to it, and reports over a socket. When the worker kills init, or dies
// itself (PR_SET_PDEATHSIG), the kernel kills everything in the namespace; no daemon escapes. Without a pid
// namespace init is a child subreaper, to which orphans fall, and which kills its descendants one by one when
// it is told to end. The program itself would make a bad process 1: signals that it sends itself would be
// ignored.
#pragma once

#include <linux/filter.h>
#include <sys/types.h>

#include <optional>
#include <string>
#include <vector>

#include "sandbox/file_view.hh"
#include "sandbox/identity.hh"
#include "sandbox/level.hh"
#include "sandbox/limits.hh"
#include "system/fd.hh"

namespace sockgrade::sandbox {

struct LaunchOptions {
    std::vector<std::string> command;      // absolute path first
    std::string folder;                    // working directory
    std::vector<std::string> environment;  // the whole of it, NAME=value
    int input = -1;                        // become descriptors 0, 1 and 2; still the caller's to close
    int output = -1;
    int errors = -1;
    Level level = Level::namespaces;
    Identity identity = identity_for_programs();  // as outside
    const FileView* files = nullptr;              // what it sees, where the level has a world of its own
    bool sees_all_processes = false;              // is known when those have been mounted
    bool hands_over_folder = false;               // LaunchedProgram::folder()
    std::vector<std::string> readable;            // elsewhere: what it may read, and where it may write
    std::vector<std::string> writable;
    Limits limits;
    std::vector<int> control_groups;     // open for writing: files that take the number of a new member
    std::vector<sock_filter> forbidden;  // seccomp program; empty: none
    std::vector<sock_filter> filter;     // seccomp program with user notifications; empty: none
    // The number that `filter` lets sendmsg() use unasked.
    int control_descriptor = descriptor_numbers(Limits{}).control;
};

class LaunchedProgram {
  public:
    // What init reports.
    struct Report {
        enum class Kind {
            not_started,    // `value`: errno; `stage`: what failed
            program_ended,  // `value`: wait status of the program's first process; others may be left
            others_left,    // `value`: 1 when there are
            all_gone,       // no process of the program is left
            trouble         // ours: `stage` could not be done, `value` is errno
        };
        Kind kind;
        int value;
        char stage[64];
    };

    LaunchedProgram(system::Fd init, pid_t init_pid, system::Fd reports, system::Fd listener,
                    system::Fd folder, Level level);
    LaunchedProgram(LaunchedProgram&&) = default;
    LaunchedProgram& operator=(LaunchedProgram&&) = default;
    LaunchedProgram(const LaunchedProgram&) = delete;
    LaunchedProgram& operator=(const LaunchedProgram&) = delete;
    ~LaunchedProgram() { kill(); }

    int reports() const { return reports_.get(); }         // readable when there is a report
    std::optional<Report> next_report();                   // never blocks
    int notifications() const { return listener_.get(); }  // seccomp notification descriptor, or -1
    // The working directory as the program sees it, also when the program has ended (O_PATH); invalid where
    // it was not asked for.
    const system::Fd& folder() const { return folder_; }
    pid_t init_pid() const { return init_pid_; }  // in the caller's pid namespace

    // Ends every process of the program and waits until they are gone.
    void kill();

  private:
    system::Fd init_;  // pidfd
    pid_t init_pid_ = -1;
    system::Fd reports_;
    system::Fd listener_;
    system::Fd folder_;
    Level level_ = Level::namespaces;
};

// The calling process must have one thread. Throws SystemError when init can't be started; a program that
// can't be executed is a report, not an error.
LaunchedProgram launch(const LaunchOptions& options);

}  // namespace sockgrade::sandbox
