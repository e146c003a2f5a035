// Runs the program as a person would.
#pragma once

#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "system/command.hh"
#include "system/find_program.hh"
#include "tests/support/places.hh"

namespace sockgrade {

struct Said {
    int status = -1;   // -1: it did not end by itself
    std::string text;  // on both outputs
};

inline Said run_program(std::vector<std::string> argv, const std::string& path = system::search_path()) {
    system::CommandOptions command;
    command.argv = std::move(argv);
    command.environment = {"PATH=" + path};
    const system::CommandResult result = system::run_command(command);
    const auto* exited = std::get_if<system::Exited>(&result.end);
    return {exited == nullptr ? -1 : exited->status, result.output};
}

inline Said run(std::vector<std::string> arguments, const std::string& path = system::search_path()) {
    arguments.insert(arguments.begin(), sockgrade_program());
    return run_program(std::move(arguments), path);
}

}  // namespace sockgrade
