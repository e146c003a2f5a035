// What every language's build needs: tools, a place for what is made, and a time limit over all its steps.
#pragma once

#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "build/build.hh"
#include "build/enclosure.hh"
#include "system/command.hh"

namespace sockgrade::build {

struct Tool {
    std::string_view name;
    std::string_view package;  // of Debian
};

// Throws a runtime_error where a file that lies there may not be started: that is the machine's doing.
void require_that_it_may_start(const std::string& file);

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

    // For all runs after this: files and folders that tools need in the sandbox, beside what is installed for
    // all users and the installation of the tool that runs.
    void allow(const std::vector<std::string>& paths);
    // The same for a folder of the student's, beside the one that a tool runs in.
    void show(const std::string& folder);
    bool has_sandbox() { return sandbox().has_value(); }

    // A tool on the student's files, in the sandbox where there is one. With a small environment: PATH, HOME,
    // LANG, TMPDIR and `more`. Paths of the temporary folder are taken out of the output. A tool that cannot
    // be started, or finds no room on the disk, is a SystemError: that is not the student's doing.
    system::CommandResult run(const std::vector<std::string>& argv, const std::string& folder,
                              const std::vector<std::string>& more = {});

    // A tool about itself, without the sandbox: never with anything of the student's, not even as the folder
    // that it runs in.
    system::CommandResult ask(const std::vector<std::string>& argv,
                              const std::vector<std::string>& more = {});

    // What every result has in common.
    void finish(Built& built) const;

  private:
    system::CommandResult run_once(const std::vector<std::string>& argv, const std::string& folder,
                                   const std::vector<std::string>& more);
    system::CommandOptions command(const std::vector<std::string>& argv, const std::vector<std::string>& more,
                                   const std::string& home) const;
    const std::optional<sandbox::Bubblewrap>& sandbox();
    Enclosure& enclosure();

    const BuildOptions& options_;
    std::chrono::steady_clock::time_point deadline_;
    std::shared_ptr<const system::TemporaryFolder> files_;
    bool has_looked_for_sandbox_ = false;
    std::optional<sandbox::Bubblewrap> sandbox_;
    std::vector<std::string> allowed_;  // and not yet told to the enclosure
    std::unique_ptr<Enclosure> enclosure_;
    bool ran_unprotected_ = false;
};

}  // namespace sockgrade::build
