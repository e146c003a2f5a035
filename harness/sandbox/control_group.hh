// Hard limits on the memory and the number of processes of one case (man 7 cgroups).
//
// Version 2 where the caller's own group is delegated to it (systemd-run --user --scope -p Delegate=yes),
// else version 1 as root has it on machines that still use that.
#pragma once

#include <chrono>
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

// From the texts of /proc/self/cgroup and /proc/self/mountinfo: one parent with version 2; with version 1 one
// for memory, one for pids and, where there is one, one for cpuacct; none without memory and pids. Where this
// program has moved into a group of its own, it is the one above. Says nothing about whether they may be
// used.
std::vector<GroupParent> group_parents(const std::string& cgroup, const std::string& mountinfo);

// From the text of cpuacct.usage or of cpu.stat; nothing where it says neither.
std::optional<std::chrono::nanoseconds> parse_processor_time(const std::string& text);

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

    // All that its members have used of processors, those too that are gone, whether or not anybody waited
    // for them. Nothing where the kernel does not count it.
    std::optional<std::chrono::nanoseconds> processor_time() const;

  private:
    struct Part {
        std::string folder;
        system::Fd door;
    };
    std::vector<Part> parts_;
    system::Fd memory_events_;
    system::Fd processor_time_;
};

}  // namespace sockgrade::sandbox
