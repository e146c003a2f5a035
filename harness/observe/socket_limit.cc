#include "observe/socket_limit.hh"

#include <dirent.h>
#include <fmt/format.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdlib>
#include <fstream>
#include <memory>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "system/pidfd.hh"

namespace sockgrade::observe {

using std::chrono::nanoseconds;
using Wait = BlockedCall::Wait;
using Call = model::Wait::Call;

namespace {

constexpr std::array kReceiving = {Call::read,    Call::readv,    Call::recvfrom,
                                   Call::recvmsg, Call::recvmmsg, Call::accept};

bool receives(const BlockedCall& call) {
    return std::find(kReceiving.begin(), kReceiving.end(), call.call) != kReceiving.end();
}

// Zero: there is none. Nothing: the descriptor could not be asked.
std::optional<nanoseconds> limit_of(const BlockedCall& call, pid_t process) {
    const system::Fd socket = system::take_descriptor(process, call.descriptor);
    if (!socket.valid()) return std::nullopt;
    timeval limit{};
    socklen_t length = sizeof(limit);
    if (::getsockopt(socket.get(), SOL_SOCKET, receives(call) ? SO_RCVTIMEO : SO_SNDTIMEO, &limit, &length) <
        0)
        return errno == ENOTSOCK ? std::optional(nanoseconds::zero()) : std::nullopt;
    return std::chrono::seconds(limit.tv_sec) + std::chrono::microseconds(limit.tv_usec);
}

// The last number of the line "NSpid: 4711 2": the one in the innermost namespace.
pid_t innermost_number(const std::string& process) {
    std::ifstream status("/proc/" + process + "/status");
    std::string line;
    while (std::getline(status, line)) {
        if (!line.starts_with("NSpid:")) continue;
        std::istringstream numbers(line.substr(6));
        pid_t number = 0;
        while (numbers >> number) {
        }
        return number;
    }
    return 0;
}

// Empty when we may not know it.
std::string pid_namespace(const std::string& process) {
    std::array<char, 64> text{};
    const ssize_t size = ::readlink(("/proc/" + process + "/ns/pid").c_str(), text.data(), text.size());
    return size > 0 ? std::string(text.data(), static_cast<std::size_t>(size)) : std::string{};
}

std::vector<pid_t> all_processes() {
    std::vector<pid_t> all;
    const std::unique_ptr<DIR, int (*)(DIR*)> folder(::opendir("/proc"), ::closedir);
    while (const dirent* entry = folder == nullptr ? nullptr : ::readdir(folder.get()))
        if (const pid_t process = std::atoi(entry->d_name); process > 0) all.push_back(process);
    return all;
}

}  // namespace

void ProcessNumbers::read(const std::vector<pid_t>& processes) {
    const std::string theirs = pid_namespace(std::to_string(init_));
    if (theirs.empty()) return;
    for (const pid_t ours : processes) {
        const std::string process = std::to_string(ours);
        if (pid_namespace(process) == theirs) known_[innermost_number(process)] = ours;
    }
}

std::optional<pid_t> ProcessNumbers::ours(pid_t theirs) {
    if (!own_namespace_) return theirs;
    if (!known_.contains(theirs)) {
        known_.clear();
        // On a machine with many processes most are older than these, whose numbers are then lower, unless
        // numbers have begun anew in between.
        std::vector<pid_t> younger = all_processes();
        const auto older =
            std::partition(younger.begin(), younger.end(), [&](pid_t ours) { return ours >= init_; });
        const std::vector<pid_t> rest(older, younger.end());
        younger.erase(older, younger.end());
        read(younger);
        if (!known_.contains(theirs)) read(rest);
    }
    const auto found = known_.find(theirs);
    return found == known_.end() ? std::nullopt : std::optional(found->second);
}

void limit_by_socket(BlockedCall& call, pid_t process, ProcessNumbers& numbers, nanoseconds age) {
    if (call.wait != Wait::forever || !call.on_socket) return;
    const auto number = numbers.ours(process);
    const auto limit = number.has_value() ? limit_of(call, *number) : std::nullopt;
    if (limit == nanoseconds::zero()) return;
    if (!limit.has_value()) numbers.forget(process);
    call.wait = Wait::timed;
    call.at_least = std::max(limit.value_or(nanoseconds::zero()) - age, nanoseconds::zero());
    call.length = limit;
}

std::optional<pid_t> ThreadNumbers::ours(pid_t process, pid_t thread) {
    if (!own_namespace_) return thread;
    const auto number = known_.find({process, thread});
    if (number != known_.end()) return number->second;
    const auto outer = processes_.ours(process);
    if (!outer.has_value()) return std::nullopt;
    const std::string folder = fmt::format("{}/task", *outer);
    const std::unique_ptr<DIR, int (*)(DIR*)> threads(::opendir(("/proc/" + folder).c_str()), ::closedir);
    if (threads == nullptr) return std::nullopt;
    while (const dirent* entry = ::readdir(threads.get())) {
        const int ours = std::atoi(entry->d_name);
        if (ours > 0) known_[{process, innermost_number(fmt::format("{}/{}", folder, entry->d_name))}] = ours;
    }
    const auto found = known_.find({process, thread});
    return found == known_.end() ? std::nullopt : std::optional(found->second);
}

}  // namespace sockgrade::observe
