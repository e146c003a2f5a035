#include "observe/program_watch.hh"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <map>

#include "base/text.hh"
#include "observe/program_sockets.hh"
#include "observe/waited_on.hh"

namespace sockgrade::observe {

using system::Fd;
using Wait = BlockedCall::Wait;
using Call = model::Wait::Call;

namespace {

// Wakes up twenty times a second and does nothing for the program.
constexpr std::string_view kJavaTick = "VM Periodic Tas";

// Housekeeping that waits for no longer than this is doing something: the virtual machine, when it ends,
// waits for its compiler threads in steps of 10 ms.
constexpr std::chrono::milliseconds kJavaShortWait{50};

// Longer than any wait of the harness.
constexpr std::chrono::minutes kLongLimit{1};

// Names that HotSpot gives its own threads (at most 15 bytes are kept by the kernel).
bool is_java_housekeeping(std::string_view name) {
    static constexpr std::array kNames = {
        "VM Thread",      "G1 Service",     "G1 Main Marker",  "C1 CompilerThre", "C2 CompilerThre",
        "Sweeper thread", "Service Thread", "Monitor Deflati", "Signal Dispatch", "Reference Handl",
        "Finalizer",      "Common-Cleaner", "Notification Th", "Attach Listener"};
    if (name.starts_with("GC Thread#") || name.starts_with("G1 Conc#") || name.starts_with("G1 Refine#"))
        return true;
    return std::find(kNames.begin(), kNames.end(), name) != kNames.end();
}

// Time on a processor, and waiting for one (Documentation/scheduler/sched-stats).
void read_schedstat(const std::string& line, ThreadLook& seen) {
    char* rest = nullptr;
    seen.run_time = std::strtoull(line.c_str(), &rest, 10);
    seen.run_delay = std::strtoull(rest, nullptr, 10);
}

std::string without_line_end(std::string text) {
    while (!text.empty() && text.back() == '\n') text.pop_back();
    return text;
}

}  // namespace

void HiddenTimers::timer_set(std::optional<std::chrono::nanoseconds> length) {
    if (length == std::chrono::nanoseconds::zero()) return;
    const auto moment = system::Clock::now() + length.value_or(std::chrono::nanoseconds::zero());
    earliest = earliest.has_value() ? std::min(*earliest, moment) : moment;
}

void HiddenTimers::socket_limit_set(std::optional<std::chrono::nanoseconds> length) {
    on_sockets = true;
    const bool is_short =
        length.has_value() && *length > std::chrono::nanoseconds::zero() && *length < kLongLimit;
    if (!length.has_value() || (short_limits && !is_short)) sockets_mislead = true;
    short_limits = short_limits || is_short;
}

// A program without a living thread has ended, and is about to be told so by its init: that is still to come.
bool Look::anybody_lives() const {
    return std::any_of(threads.begin(), threads.end(),
                       [](const ThreadLook& thread) { return thread.call.wait != Wait::over; });
}

bool Look::nobody_runs() const {
    return anybody_lives() && std::none_of(threads.begin(), threads.end(), [](const ThreadLook& thread) {
               return thread.call.wait == Wait::running;
           });
}

bool Look::nothing_can_happen(std::chrono::nanoseconds horizon, const HiddenTimers& timers) const {
    if (!anybody_lives()) return false;
    if (timers.earliest.has_value() && *timers.earliest - system::Clock::now() <= horizon) return false;
    return std::all_of(threads.begin(), threads.end(), [&](const ThreadLook& thread) {
        switch (thread.call.wait) {
            case Wait::running:
                return false;
            case Wait::timed:
                return thread.call.at_least > horizon;
            case Wait::forever:
                return !(timers.sockets_mislead && thread.call.on_socket);
            case Wait::over:
                return true;
        }
        return false;
    });
}

bool Look::has_go_tick() const {
    return std::any_of(threads.begin(), threads.end(),
                       [](const ThreadLook& thread) { return thread.is_go_tick; });
}

bool Look::wants_processor() const {
    return std::any_of(threads.begin(), threads.end(),
                       [](const ThreadLook& thread) { return thread.raw.starts_with('R'); });
}

bool Look::reads_input() const {
    return std::any_of(threads.begin(), threads.end(), [](const ThreadLook& thread) {
        return thread.call.wait == Wait::forever && thread.call.call == Call::read &&
               thread.call.descriptor == 0;
    });
}

bool Look::may_read_input() const {
    return reads_input() || std::any_of(threads.begin(), threads.end(), [](const ThreadLook& thread) {
               const Call call = thread.call.call;
               return call == Call::poll || call == Call::select || call == Call::epoll_wait;
           });
}

std::uint64_t Look::run_time() const {
    std::uint64_t sum = 0;
    for (const ThreadLook& thread : threads) sum += thread.run_time;
    return sum;
}

std::uint64_t Look::run_delay() const {
    std::uint64_t sum = 0;
    for (const ThreadLook& thread : threads) sum += thread.run_delay;
    return sum;
}

bool operator==(const Look& a, const Look& b) {
    return std::equal(a.threads.begin(), a.threads.end(), b.threads.begin(), b.threads.end(),
                      [](const ThreadLook& x, const ThreadLook& y) {
                          return x.process == y.process && x.thread == y.thread && x.raw == y.raw &&
                                 x.run_time == y.run_time;
                      });
}

ProgramWatch::ProgramWatch(pid_t init, bool own_processes)
    : init_(init), own_processes_(own_processes), born_(system::Clock::now()) {}

namespace {

ProcFolder folder_at(const std::string& path) {
    return ProcFolder(Fd(::open(path.c_str(), O_PATH | O_DIRECTORY | O_CLOEXEC)));
}

}  // namespace

// With a pid namespace, its own /proc, as init mounted it, lists the program's processes and nobody else's.
void ProgramWatch::find_proc() {
    if (own_processes_) {
        proc_ = folder_at(fmt::format("/proc/{}/root/proc", init_));
        if (proc_.valid() && without_line_end(proc_.read_once("1/comm").value_or("")) == "sockgrade-init")
            return;
        own_processes_ = false;
    }
    proc_ = folder_at("/proc");
}

std::vector<pid_t> ProgramWatch::processes() {
    std::vector<pid_t> all = proc_.numbers_in(".");
    if (own_processes_) {
        std::erase(all, 1);
        return all;
    }
    std::map<pid_t, pid_t> parents;
    for (const pid_t process : all) {
        // Most of them are nothing to the program.
        const std::string stat = proc_.read_once(fmt::format("{}/stat", process)).value_or("");
        const std::size_t after_name = stat.rfind(')');
        char state = 0;
        int parent = 0;
        if (after_name != std::string::npos &&
            std::sscanf(stat.c_str() + after_name + 1, " %c %d", &state, &parent) == 2)
            parents[process] = parent;
    }
    std::erase_if(all, [&](pid_t process) {
        for (int depth = 0; depth < 1000; ++depth) {
            const auto parent = parents.find(process);
            if (parent == parents.end()) return true;
            if (parent->second == init_) return false;
            process = parent->second;
        }
        return true;
    });
    return all;
}

BlockedCall ProgramWatch::look_at_thread(const std::string& folder, std::string& raw,
                                         const ReadMemory& read_memory, std::chrono::nanoseconds age,
                                         std::chrono::nanoseconds ahead) {
    BlockedCall call;
    const auto stat = proc_.read(folder + "/stat");
    // Refused is not gone: what can't be seen is taken to be running.
    if (!stat.has_value()) {
        call.wait = errno == ENOENT || errno == ESRCH ? Wait::over : Wait::running;
        return call;
    }
    const std::size_t after_name = stat->rfind(") ");
    const char state = after_name == std::string::npos ? 'R' : (*stat)[after_name + 2];
    raw = state;
    switch (state) {
        case 'S':
        case 'D':  // for a disk, or for a child that it shares its memory with (vfork)
            break;
        case 'T':
        case 't':
            call.wait = Wait::forever;
            return call;  // stopped by a signal
        case 'Z':
        case 'X':
            call.wait = Wait::over;
            return call;
        default:
            return call;
    }
    const auto line = proc_.read(folder + "/syscall");
    if (!line.has_value()) return call;
    raw += without_line_end(*line);
    BlockedCall seen = parse_blocked_call(std::string_view(raw).substr(1), read_memory, age, ahead);
    // What waits for a disk goes on by itself.
    if (state == 'D' && seen.call != Call::wait) return call;
    return seen;
}

// What it shares with other programs, such as libraries, is not its own. Pages that its processes share count
// for each. man 5 proc: statm counts in pages, status in KiB.
std::size_t ProgramWatch::memory_of(pid_t process) {
    constexpr std::size_t kPage = 4096;
    constexpr std::size_t kWorthCounting = std::size_t{64} << 20;
    std::size_t size = 0;
    std::size_t resident = 0;
    const auto pages = proc_.read(fmt::format("{}/statm", process));
    if (!pages.has_value() || std::sscanf(pages->c_str(), "%zu %zu", &size, &resident) != 2) return 0;
    if (resident * kPage < kWorthCounting) return 0;
    const std::string status = proc_.read(fmt::format("{}/status", process)).value_or("");
    std::size_t kib = 0;
    for (const char* name : {"RssAnon:", "RssShmem:"}) {
        const std::size_t at = status.find(name);
        if (at != std::string::npos)
            kib += std::strtoull(status.c_str() + at + std::strlen(name), nullptr, 10);
    }
    return kib << 10;
}

// man 5 proc: utime, stime, cutime and cstime are the 14th field and the next three, the name the second.
std::uint64_t ProgramWatch::tree_time_of(pid_t process) {
    const std::string stat = proc_.read(fmt::format("{}/stat", process)).value_or("");
    const std::size_t after_name = stat.rfind(')');
    if (after_name == std::string::npos) return 0;
    constexpr int kFieldsBetween = 11;
    const char* at = stat.c_str() + after_name + 1;
    for (int i = 0; i < kFieldsBetween && at != nullptr; ++i) at = std::strchr(at + 1, ' ');
    std::uint64_t ticks = 0;
    for (int i = 0; i < 4 && at != nullptr; ++i) {
        char* rest = nullptr;
        ticks += std::strtoull(at, &rest, 10);
        at = rest;
    }
    static const auto kTick = 1'000'000'000 / static_cast<std::uint64_t>(::sysconf(_SC_CLK_TCK));
    return ticks * kTick;
}

// Go's sysmon sleeps for 20 us to 10 ms. Other threads of a Go program sleep in other calls.
bool ProgramWatch::is_go_tick(const ThreadLook& thread) const {
    constexpr std::chrono::milliseconds kLongestTick{10};
    constexpr std::string_view kNote{"\4\0\0\0Go\0\0", 8};  // type and owner of the note with its build id
    if (thread.call.number != SYS_nanosleep || thread.call.length.value_or(kLongLimit) > kLongestTick)
        return false;
    const Fd program = open_file(thread.process, "exe", O_RDONLY);
    std::array<char, 4096> head{};
    const ssize_t size = ::read(program.get(), head.data(), head.size());
    return size > 0 && std::string_view(head.data(), static_cast<std::size_t>(size)).find(kNote) !=
                           std::string_view::npos;
}

void ProgramWatch::look_at(pid_t process, bool ask_sockets, std::chrono::nanoseconds ahead, Look& look) {
    const bool is_java = without_line_end(proc_.read(fmt::format("{}/comm", process)).value_or("")) == "java";
    const auto age = system::Clock::now() - born_ + ahead;
    Fd memory;
    const ReadMemory read_memory = [&](std::uint64_t address, void* to, std::size_t size) {
        if (!memory.valid()) memory = open_file(process, "mem", O_RDONLY);
        return ::pread(memory.get(), to, size, static_cast<off_t>(address)) == static_cast<ssize_t>(size);
    };
    for (const pid_t thread : proc_.numbers_in(fmt::format("{}/task", process))) {
        const std::string folder = fmt::format("{}/task/{}", process, thread);
        const std::string name = is_java ? without_line_end(proc_.read(folder + "/comm").value_or("")) : "";
        ThreadLook seen;
        seen.process = process;
        seen.thread = thread;
        seen.call = look_at_thread(folder, seen.raw, read_memory, age, ahead);
        // While it runs others may wait for it: the virtual machine, when it ends, waits for its end.
        if (name == kJavaTick && seen.call.wait != Wait::running) continue;
        if (ask_sockets) limit_by_socket(seen.call, process, *numbers_, age);
        if (seen.call.wait == Wait::timed && seen.call.at_least > kJavaShortWait &&
            is_java_housekeeping(name))
            seen.call.wait = Wait::forever;
        read_schedstat(proc_.read(folder + "/schedstat").value_or(""), seen);
        if (is_go_tick(seen)) {
            seen.is_go_tick = true;
            seen.raw = "a tick";
            seen.run_time = 0;
        }
        look.threads.push_back(std::move(seen));
    }
}

std::set<std::uint64_t> ProgramWatch::sockets() {
    if (!proc_.valid()) find_proc();
    std::set<std::uint64_t> all;
    for (const pid_t process : processes()) {
        const std::string folder = fmt::format("{}/fd", process);
        for (const int descriptor : proc_.numbers_in(folder))
            if (const auto inode = socket_behind(proc_.get(), fmt::format("{}/{}", folder, descriptor)))
                all.insert(*inode);
    }
    return all;
}

std::optional<pid_t> ProgramWatch::number_here(const ThreadLook& thread) {
    return thread_numbers_->ours(thread.process, thread.thread);
}

model::Waits ProgramWatch::waits(const Look& look) {
    // Threads that wait for other threads say little as long as one waits for something else.
    model::Waits waits;
    model::Waits internal;
    for (const ThreadLook& thread : look.threads) {
        if (thread.call.wait == Wait::over) continue;
        const auto process = numbers_.has_value() ? numbers_->ours(thread.process) : std::nullopt;
        const model::Wait wait = wait_of(thread.call, process);
        const bool is_internal = wait.call == Call::futex || wait.call == Call::wait;
        model::Waits& list = is_internal ? internal : waits;
        const bool is_known = model::any_of(list, [&](const model::Wait& known) {
            return known.call == wait.call && known.descriptor == wait.descriptor;
        });
        if (!is_known) list.push_back(wait);
    }
    return waits.empty() ? internal : waits;
}

Fd ProgramWatch::open_file(pid_t process, const char* name, int flags) const {
    return proc_.open(fmt::format("{}/{}", process, name), flags);
}

Look ProgramWatch::look(bool ask_sockets, std::chrono::nanoseconds ahead) {
    if (!proc_.valid()) find_proc();
    if (!numbers_.has_value()) {
        numbers_.emplace(init_, own_processes_);
        thread_numbers_.emplace(*numbers_, own_processes_);
    }
    Look look;
    for (const pid_t process : processes()) {
        look_at(process, ask_sockets, ahead, look);
        look.memory += memory_of(process);
        look.tree_time += tree_time_of(process);
    }
    // Those that have lost their parents are its children.
    look.tree_time += tree_time_of(own_processes_ ? 1 : init_);
    proc_.close_unused();
    return look;
}

}  // namespace sockgrade::observe
