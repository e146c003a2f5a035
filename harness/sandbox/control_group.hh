// Hard limits on the memory and the number of processes of one case (man 7 cgroups).
//
// Version 2 where the caller's own group is delegated to it (systemd-run --user --scope -p Delegate=yes),
// else version 1 as root has it on machines that still use that.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "sandbox/limits.hh"
#include "system/fd.hh"

namespace sockgrade::sandbox {

// Where groups can be made: folders of a cgroup file system that are the caller's.
struct GroupParent {
    std::string folder;
    bool version_2 = true;
    friend bool operator==(const GroupParent&, const GroupParent&) = default;
};

// From the texts of /proc/self/cgroup and /proc/self/mountinfo: one parent with version 2, one for memory and
// one for pids with version 1, none without either. Where this program has moved into a group of its own, it
// is the one above. Says nothing about whether they may be used.
std::vector<GroupParent> group_parents(const std::string& cgroup, const std::string& mountinfo);

class ControlGroups {
  public:
    // Finds the parents and makes them ready, for which the caller may have to move into a group of its own
    // below (only groups without processes of their own can pass controllers on). Empty where that fails.
    static ControlGroups of_this_process();

    bool usable() const { return !parents_.empty(); }
    const std::vector<GroupParent>& parents() const { return parents_; }

  private:
    std::vector<GroupParent> parents_;
};

class ControlGroup {
  public:
    // Throws SystemError.
    ControlGroup(const ControlGroups& groups, const Limits& limits);
    ControlGroup(ControlGroup&& other) noexcept;
    ControlGroup& operator=(ControlGroup&&) = delete;
    ControlGroup(const ControlGroup&) = delete;
    ControlGroup& operator=(const ControlGroup&) = delete;
    ~ControlGroup();  // removes it; its processes must be gone

    // Descriptors: a process that writes "0" to each becomes a member.
    std::vector<int> doors() const;

    // A member was killed since there was no memory left for them.
    bool ran_out_of_memory() const;

  private:
    struct Part {
        std::string folder;
        system::Fd door;
    };
    std::vector<Part> parts_;
    system::Fd memory_events_;
};

}  // namespace sockgrade::sandbox
