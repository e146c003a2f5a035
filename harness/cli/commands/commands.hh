// The commands, each in a file of its name: its options, how they are declared, and what it does.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace sockgrade::cli {

// What was typed, and what is to be done for it.
struct CommandLine {
    std::vector<std::string> words;                     // all of it, the program's name first
    std::optional<std::vector<std::string>> arguments;  // behind `--`: those of the graded program
    // Set by the command that was named. It returns the exit status; what goes wrong is thrown (main.cc).
    std::function<int()> action;
};

// Each declares its command. `line` must last as long as `app`.
void add_start(CLI::App& app, CommandLine& line);
void add_new(CLI::App& app, CommandLine& line);
void add_check(CLI::App& app, CommandLine& line);
void add_list(CLI::App& app, CommandLine& line);
void add_show(CLI::App& app, CommandLine& line);
void add_lint(CLI::App& app, CommandLine& line);
void add_verify(CLI::App& app, CommandLine& line);
void add_rejudge(CLI::App& app, CommandLine& line);
void add_doctor(CLI::App& app, CommandLine& line);
void add_batch(CLI::App& app, CommandLine& line);
void add_report(CLI::App& app, CommandLine& line);
void add_merge(CLI::App& app, CommandLine& line);
void add_collect(CLI::App& app, CommandLine& line);
void add_cluster(CLI::App& app, CommandLine& line);
void add_course_systems(CLI::App& app, CommandLine& line);
void add_compare(CLI::App& app, CommandLine& line);
void add_peer(CLI::App& app, CommandLine& line);
void add_proxy(CLI::App& app, CommandLine& line);
void add_manual(CLI::App& app, CommandLine& line);
void add_completion(CLI::App& app, CommandLine& line);

}  // namespace sockgrade::cli
