// What the tests of build/ hand in, and how they start what came of it.
#pragma once

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <optional>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "base/error.hh"
#include "build/build.hh"
#include "sandbox/bubblewrap.hh"
#include "system/command.hh"
#include "system/temporary_folder.hh"

namespace sockgrade::build {

class Submission : public testing::Test {
  protected:
    // Found as who we are: a test may change its user.
    void SetUp() override { sandbox_here(); }
    static const std::optional<sandbox::Bubblewrap>& sandbox_here() {
        static const auto found = sandbox::find_bubblewrap(system::search_path());
        return found;
    }

    std::string put(const std::string& name, const std::string& text, mode_t mode = 0644) const {
        const std::filesystem::path file = std::filesystem::path(folder()) / name;
        std::filesystem::create_directories(file.parent_path());
        std::ofstream(file, std::ios::binary) << text;
        ::chmod(file.c_str(), mode);
        return file.string();
    }
    std::string folder() const { return std::filesystem::canonical(folder_.path()).string(); }

    // In the sandbox, which must be there: an unprotected build would prove nothing.
    static Built build(const std::string& program, BuildOptions options = {}) {
        if (!options.find_sandbox) options.find_sandbox = [] { return sandbox_here(); };
        if (!options.find_sandbox())
            throw std::runtime_error("bubblewrap does not work here; see ci/install");
        return build::build(program, options);
    }

    // The message of the UsageError, with the folder's name taken out.
    std::string refusal(const std::string& program, const BuildOptions& options = {}) const {
        try {
            build(program, options);
        } catch (const UsageError& error) {
            return without_folder(error.what());
        }
        return "no UsageError";
    }
    std::string without_folder(std::string text) const {
        for (const std::string& path : {folder() + "/", folder()}) {
            for (std::size_t at = text.find(path); at != std::string::npos; at = text.find(path)) {
                text.erase(at, path.size());
            }
        }
        return text;
    }
    // All files that are there now, to see that nothing was left in the student's folder.
    std::vector<std::string> files() const {
        std::vector<std::string> names;
        for (const auto& entry : std::filesystem::recursive_directory_iterator(folder())) {
            names.push_back(without_folder(entry.path().string()));
        }
        std::sort(names.begin(), names.end());
        return names;
    }

  private:
    system::TemporaryFolder folder_;
};

inline BuildOptions prefer(std::vector<std::string> names) {
    BuildOptions options;
    options.preferred_names = std::move(names);
    return options;
}

// What the program prints when it is started with these arguments.
inline std::string output_of(const Built& built, const std::vector<std::string>& arguments = {}) {
    if (built.failure) return "failure: " + built.failure->message;
    system::CommandOptions command;
    command.argv = built.command;
    command.argv.insert(command.argv.end(), arguments.begin(), arguments.end());
    command.folder = built.folder;
    command.environment = built.environment;
    command.environment.push_back("PATH=" + system::search_path());
    return system::run_command(command).output;
}

inline std::string failure_message(const Built& built) {
    return built.failure ? built.failure->message : "no failure";
}

}  // namespace sockgrade::build
