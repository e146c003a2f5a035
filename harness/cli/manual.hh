// sockgrade manual, sockgrade completion: what is made of the command line itself, as it is declared.
#pragma once

#include <functional>
#include <string>

namespace CLI {
class App;
}

namespace sockgrade::cli {

struct ManualOptions {
    std::string command;  // whose page; empty: the program's
    std::string out;      // a folder for all pages
    std::string shell;
};

// Both commands. `command` gets what is to be done.
void add_manual_commands(CLI::App& app, ManualOptions& options, std::function<int()>& command);

}  // namespace sockgrade::cli
