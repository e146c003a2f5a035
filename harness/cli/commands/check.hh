// sockgrade check: what its command line says.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "cli/output.hh"
#include "cli/settings.hh"

namespace sockgrade::cli {

struct CheckOptions {
    std::string exercise;  // or an assignment's file
    std::string program;
    bool is_in_its_folder = false;               // neither was named: the folder says both
    std::string only_exercise;                   // of an assignment: this one alone
    std::map<std::string, std::string> by_role;  // of a pair: role -> program
    std::string spec;
    std::string case_id;
    bool shrink = false;
    std::string only;                // parts of a case, as plan/only.hh has them
    std::string questions = "auto";  // auto, always, never
    bool first = false;              // ends at the first required case that fails
    bool watch = false;              // once more whenever a file changes
    bool dry_run = false;
    std::string transcripts;                            // a folder to save them in
    std::string capture;                                // a pcapng file, or a folder for one a case
    std::optional<std::vector<std::string>> arguments;  // of the program
    RunningOptions running;
    OutputOptions output;
};

// `sockgrade check ASSIGNMENT.yaml HAND-IN`: all exercises of one hand-in, as `sockgrade batch` grades them,
// in one report. The exit status: 0 all passed, 1 one failed or its program is missing, 3 one could not be
// graded.
int check_assignment(const CheckOptions& options);

}  // namespace sockgrade::cli
