// Gives text to a program that reads it, and returns what that says. Programs that are missing fail the test:
// see ci/install.
#pragma once

#include <gtest/gtest.h>

#include <fstream>
#include <string>
#include <vector>

#include "system/command.hh"
#include "system/find_program.hh"
#include "system/temporary_folder.hh"

namespace sockgrade::reader {

// `{}` in the command stands for the file that `text` is in.
inline system::CommandResult read_by(std::vector<std::string> argv, const std::string& text) {
    const system::TemporaryFolder folder;
    const std::string path = folder.path() + "/report";
    std::ofstream(path, std::ios::binary) << text;
    for (std::string& word : argv)
        if (word == "{}") word = path;
    system::CommandOptions command;
    command.argv = std::move(argv);
    command.environment = {"PATH=" + system::search_path(), "HOME=" + folder.path(), "LC_ALL=C.UTF-8"};
    command.output_limit = std::size_t{16} << 20;
    return system::run_command(command);
}

// The same for what has to be read without a complaint.
inline std::string said_by(std::vector<std::string> argv, const std::string& text) {
    const system::CommandResult result = read_by(std::move(argv), text);
    EXPECT_TRUE(result.succeeded()) << result.output;
    return result.output;
}

}  // namespace sockgrade::reader
