#include "sandbox/control_group.hh"

#include <fcntl.h>
#include <fmt/format.h>
#include <poll.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>
#include <string_view>
#include <system_error>
#include <utility>

#include "system/system_error.hh"

namespace sockgrade::sandbox {

using system::check_call;
using system::Fd;

namespace {

std::string read_all(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

bool has_word(const std::string& text, std::string_view word, char separator) {
    std::istringstream words(text);
    for (std::string one; std::getline(words, one, separator);)
        if (one == word) return true;
    return false;
}

bool try_write(const std::string& path, std::string_view text) {
    const Fd file(::open(path.c_str(), O_WRONLY | O_CLOEXEC));
    return file.valid() && ::write(file.get(), text.data(), text.size()) >= 0;
}

void write(const std::string& path, std::string_view text) {
    if (!try_write(path, text)) throw system::SystemError(path, errno);
}

// The group's path in its hierarchy, of which `controller` is a member ("" for version 2).
std::optional<std::string> path_of(const std::string& cgroup, std::string_view controller) {
    std::istringstream lines(cgroup);
    for (std::string line; std::getline(lines, line);) {
        const std::size_t first = line.find(':');
        const std::size_t second = line.find(':', first + 1);
        if (second == std::string::npos) continue;
        const std::string names = line.substr(first + 1, second - first - 1);
        if (controller.empty() ? names.empty() : has_word(names, controller, ','))
            return line.substr(second + 1);
    }
    return std::nullopt;
}

// man 5 proc, mountinfo: ... root, mount point, options, ... - file system, source, its options.
std::optional<std::string> folder_of(const std::string& mountinfo, std::string_view controller,
                                     const std::string& path) {
    std::istringstream lines(mountinfo);
    for (std::string line; std::getline(lines, line);) {
        std::istringstream words(line);
        const std::vector<std::string> fields{std::istream_iterator<std::string>(words), {}};
        constexpr std::size_t kRoot = 3;
        constexpr std::size_t kPoint = 4;
        std::size_t dash = kPoint;
        while (dash < fields.size() && fields[dash] != "-") ++dash;
        if (dash + 3 >= fields.size()) continue;
        const bool wanted = controller.empty()
                                ? fields[dash + 1] == "cgroup2"
                                : fields[dash + 1] == "cgroup" && has_word(fields[dash + 3], controller, ',');
        if (!wanted) continue;
        // In a container the mount shows only what is below its own group.
        const std::string& root = fields[kRoot];
        const bool below = root != "/" && path.starts_with(root);
        return fields[kPoint] + (below ? path.substr(root.size()) : path);
    }
    return std::nullopt;
}

std::optional<GroupParent> parent_for(const std::string& cgroup, const std::string& mountinfo,
                                      std::string_view controller) {
    const auto path = path_of(cgroup, controller);
    if (!path.has_value()) return std::nullopt;
    auto folder = folder_of(mountinfo, controller, *path);
    if (!folder.has_value()) return std::nullopt;
    while (folder->ends_with('/')) folder->pop_back();
    return GroupParent{*folder, controller.empty()};
}

bool passes_on(const std::string& folder) {
    const std::string on = read_all(folder + "/cgroup.subtree_control") + " ";
    return on.find("memory") != std::string::npos && on.find("pids") != std::string::npos;
}

constexpr std::string_view kGroupName = "sockgrade-";

// The controller of version 1 that counts processor time. Cases can do without it.
constexpr std::string_view kProcessorTime = "cpuacct";

bool is_needed(const GroupParent& parent) {
    return ::access((parent.folder + "/cpuacct.usage").c_str(), F_OK) < 0 ||
           ::access((parent.folder + "/memory.limit_in_bytes").c_str(), F_OK) == 0;
}

// Where a process of ours has moved to; its case groups are made beside it.
constexpr std::string_view kOwnGroup = "/sockgrade-self-";

// Version 2: a group with members can't pass controllers on, so we, if we are all of them, move one down.
bool make_ready(const std::string& folder) {
    const auto pass_on = [&] { return try_write(folder + "/cgroup.subtree_control", "+memory +pids"); };
    if (passes_on(folder) || pass_on()) return passes_on(folder);
    if (errno != EBUSY) return false;
    const std::string own = fmt::format("{}{}{}", folder, kOwnGroup, ::getpid());
    if (::mkdir(own.c_str(), 0755) < 0) return false;
    if (try_write(own + "/cgroup.procs", "0") && pass_on()) return passes_on(folder);
    try_write(folder + "/cgroup.procs", "0");
    ::rmdir(own.c_str());
    return false;
}

bool can_make_groups_in(const std::string& folder) {
    std::string name = fmt::format("{}/{}XXXXXX", folder, kGroupName);
    if (::mkdtemp(name.data()) == nullptr) return false;
    ::rmdir(name.c_str());
    return true;
}

}  // namespace

std::vector<GroupParent> group_parents(const std::string& cgroup, const std::string& mountinfo) {
    // Controllers belong to one version at a time, and with version 1 these two have hierarchies of their
    // own.
    const auto memory = parent_for(cgroup, mountinfo, "memory");
    const auto pids = parent_for(cgroup, mountinfo, "pids");
    if (memory.has_value() && pids.has_value()) {
        std::vector<GroupParent> parents{*memory};
        for (const auto& other : {pids, parent_for(cgroup, mountinfo, kProcessorTime)})
            if (other.has_value() && std::find(parents.begin(), parents.end(), *other) == parents.end())
                parents.push_back(*other);
        return parents;
    }
    const auto unified = parent_for(cgroup, mountinfo, "");
    if (!unified.has_value()) return {};
    const std::size_t own = unified->folder.rfind('/');
    if (own != std::string::npos && unified->folder.compare(own, kOwnGroup.size(), kOwnGroup) == 0)
        return {GroupParent{unified->folder.substr(0, own), true}};
    return {*unified};
}

namespace {

// Groups that a killed grader left: without members, which those of cases get at once.
void remove_abandoned_groups(const std::string& parent) {
    constexpr std::time_t kWhileItIsMade = 60;  // seconds
    std::error_code error;
    for (std::filesystem::directory_iterator entry(parent, error), end; !error && entry != end;
         entry.increment(error)) {
        struct stat status {};
        if (entry->path().filename().string().starts_with(kGroupName) &&
            ::stat(entry->path().c_str(), &status) == 0 &&
            std::time(nullptr) - status.st_mtime > kWhileItIsMade)
            ::rmdir(entry->path().c_str());  // refused (EBUSY) for a group with members
    }
}

}  // namespace

ControlGroups ControlGroups::of_this_process() {
    ControlGroups found;
    for (GroupParent& parent :
         group_parents(read_all("/proc/self/cgroup"), read_all("/proc/self/mountinfo"))) {
        if (parent.version_2 && !make_ready(parent.folder)) return {};
        if (!can_make_groups_in(parent.folder)) {
            if (!is_needed(parent)) continue;
            return {};
        }
        remove_abandoned_groups(parent.folder);
        found.parents_.push_back(std::move(parent));
    }
    return found;
}

ControlGroup::ControlGroup(const ControlGroups& groups, const Limits& limits) {
    for (const GroupParent& parent : groups.parents()) {
        std::string folder = fmt::format("{}/{}XXXXXX", parent.folder, kGroupName);
        if (::mkdtemp(folder.data()) == nullptr) throw system::SystemError("make " + folder, errno);
        const std::string memory = std::to_string(limits.memory);
        const std::string file = folder + "/cgroup.procs";
        parts_.push_back({folder, Fd(check_call(file, ::open(file.c_str(), O_WRONLY | O_CLOEXEC)))});
        for (const char* usage : {"/cpuacct.usage", "/cpu.stat"})
            if (Fd counted(::open((folder + usage).c_str(), O_RDONLY | O_CLOEXEC));
                counted.valid() && !processor_time_.valid())
                processor_time_ = std::move(counted);
        if (::access((folder + "/pids.max").c_str(), F_OK) == 0)
            write(folder + "/pids.max", std::to_string(limits.processes));
        const char* events = "/memory.events";
        if (parent.version_2) {
            write(folder + "/memory.max", memory);
            try_write(folder + "/memory.swap.max", "0");
            try_write(folder + "/memory.oom.group", "1");
        } else if (::access((folder + "/memory.limit_in_bytes").c_str(), F_OK) == 0) {
            write(folder + "/memory.limit_in_bytes", memory);
            try_write(folder + "/memory.memsw.limit_in_bytes", memory);  // only where swap is counted
            try_write(folder + "/memory.kmem.tcp.limit_in_bytes", std::to_string(limits.socket_memory));
            events = "/memory.oom_control";
        } else {
            continue;
        }
        memory_events_.reset(::open((folder + events).c_str(), O_RDONLY | O_CLOEXEC));
    }
}

ControlGroup::ControlGroup(ControlGroup&& other) noexcept
    : parts_(std::exchange(other.parts_, {})),
      memory_events_(std::move(other.memory_events_)),
      processor_time_(std::move(other.processor_time_)) {}

ControlGroup::~ControlGroup() {
    constexpr int kTries = 50;
    for (const Part& part : parts_)
        // The last member can still be on its way out.
        for (int i = 0; ::rmdir(part.folder.c_str()) < 0 && errno == EBUSY && i < kTries; ++i)
            ::poll(nullptr, 0, 2);
}

std::vector<int> ControlGroup::doors() const {
    std::vector<int> all;
    for (const Part& part : parts_) all.push_back(part.door.get());
    return all;
}

namespace {

std::string read_again(const Fd& file) {
    std::array<char, 1024> text{};
    const ssize_t size = ::pread(file.get(), text.data(), text.size(), 0);
    return size <= 0 ? std::string{} : std::string(text.data(), static_cast<std::size_t>(size));
}

}  // namespace

bool ControlGroup::ran_out_of_memory() const {
    std::istringstream words(read_again(memory_events_));
    std::string name;
    for (long count = 0; words >> name >> count;)
        if (name == "oom_kill") return count > 0;
    return false;
}

// Version 1: nanoseconds. Version 2: a table with microseconds (Documentation/admin-guide/cgroup-v2.rst).
std::optional<std::chrono::nanoseconds> parse_processor_time(const std::string& text) {
    std::istringstream words(text);
    std::string name;
    long long amount = 0;
    if (words >> amount) return std::chrono::nanoseconds(amount);
    words.clear();
    while (words >> name >> amount)
        if (name == "usage_usec") return std::chrono::microseconds(amount);
    return std::nullopt;
}

std::optional<std::chrono::nanoseconds> ControlGroup::processor_time() const {
    return parse_processor_time(read_again(processor_time_));
}

}  // namespace sockgrade::sandbox
