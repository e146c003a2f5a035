// What a build sees in its sandbox: the machine's runtimes, the tools, the student's folder, and the one
// folder that it may write.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "sandbox/bubblewrap.hh"
#include "system/command.hh"
#include "system/temporary_folder.hh"

namespace sockgrade::build {

class Enclosure {
  public:
    // `writable`: the build's own folder, which stays the caller's to remove.
    Enclosure(const sandbox::Bubblewrap& bubblewrap, std::string writable);

    // To be read in there, at its own path: an installation, a cache. False when that is impossible, because
    // it is not there or the build is another user's, who may not read it.
    bool allow(const std::string& path);

    // A folder of the student's, to be read in there. Of a shared folder, such as a home, only the sources
    // that are in it.
    void show(const std::string& folder);

    // Runs it in there; the environment is the caller's to give. What is in the build's folder afterwards is
    // ours again.
    system::CommandResult run(system::CommandOptions command);

  private:
    void mount(sandbox::Mount mount);
    void show_sources(const std::string& folder);
    void show_file(const std::string& file);
    std::string next_copy();
    bool is_another_user() const { return bubblewrap_.way == sandbox::Bubblewrap::Way::other_user; }
    bool is_always_visible(const std::string& path) const;
    bool is_mounted(const std::string& path) const;

    const sandbox::Bubblewrap& bubblewrap_;
    system::TemporaryFolder settings_;
    std::optional<system::TemporaryFolder> copies_;
    std::size_t copied_ = 0;
    std::set<std::string> shown_;
    sandbox::BuildView view_;
};

}  // namespace sockgrade::build
