// What every language's build needs: tools, a place for what is made, and a time limit over all its steps.
#pragma once

#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "build/build.hh"
#include "system/command.hh"

namespace sockgrade::build {

struct Tool {
    std::string_view name;
    std::string_view package;  // of Debian
};

class Workshop {
  public:
    explicit Workshop(const BuildOptions& options)
        : options_(options), deadline_(std::chrono::steady_clock::now() + options.time_limit) {}

    const BuildOptions& options() const { return options_; }

    // The tool's file. Throws a UsageError that names the package, with `purpose` such as "to run server.py".
    std::string find(const Tool& tool, std::string_view purpose) const;
    std::optional<std::string> find(std::string_view name) const;

    // A temporary folder, made at the first call.
    const std::string& folder();
    std::shared_ptr<const system::TemporaryFolder> files() const { return files_; }

    // With a small environment: PATH, HOME, LANG, TMPDIR and `more`. Paths of the temporary folder are taken
    // out of the output. A tool that cannot be started is a SystemError: that is not the student's doing.
    system::CommandResult run(const std::vector<std::string>& argv, const std::string& folder,
                              const std::vector<std::string>& more = {});

  private:
    const BuildOptions& options_;
    std::chrono::steady_clock::time_point deadline_;
    std::shared_ptr<const system::TemporaryFolder> files_;
};

}  // namespace sockgrade::build
