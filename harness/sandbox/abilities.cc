#include "sandbox/abilities.hh"

#include <fcntl.h>
#include <fmt/format.h>
#include <linux/capability.h>
#include <netdb.h>
#include <poll.h>
#include <sched.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <fstream>
#include <memory>
#include <optional>
#include <string>
#include <system_error>

#include "sandbox/control_group.hh"
#include "sandbox/file_view.hh"
#include "sandbox/forbidden_calls.hh"
#include "sandbox/landlock.hh"
#include "sandbox/launcher.hh"
#include "sandbox/world.hh"
#include "system/fd.hh"
#include "system/socket_address.hh"
#include "system/system_error.hh"
#include "system/temporary_folder.hh"

namespace sockgrade::sandbox {

using system::attempt;
using system::attempt_in_child;
using system::check_call;
using system::Fd;
using system::Trial;

namespace {

Trial failed(const char* attempted) { return {system::SystemError(attempted, errno).what(), errno}; }

bool reaches(const model::Address& address) {
    const system::SocketAddress there = system::to_system(address);
    const Fd socket(::socket(there.family(), SOCK_STREAM | SOCK_CLOEXEC, 0));
    return ::connect(socket.get(), there.get(), there.length) == 0;
}

Fd listen_at(const model::Address& address) {
    const system::SocketAddress own = system::to_system(address);
    Fd socket(check_call("socket", ::socket(own.family(), SOCK_STREAM | SOCK_CLOEXEC, 0)));
    check_call("bind " + model::to_string(address), ::bind(socket.get(), own.get(), own.length));
    check_call("listen", ::listen(socket.get(), 1));
    return socket;
}

void make_empty_file(const std::string& path) {
    std::ofstream(path) << "text";
    check_call(path, ::chmod(path.c_str(), 0644));
}

// As become_program() does it (program_start.hh).
void give_up_privileges() { check_call("no_new_privs", ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)); }

// As execve(2) does it for who is not root in its user namespace.
void give_up_capabilities() {
    std::array<__user_cap_data_struct, _LINUX_CAPABILITY_U32S_3> none{};
    __user_cap_header_struct header{_LINUX_CAPABILITY_VERSION_3, 0};
    check_call("capset", static_cast<int>(::syscall(SYS_capset, &header, none.data())));
}

// In a world's new mount namespace.
Trial look_around(const std::string& submission, const std::string& other) {
    if (::access("/usr/bin", F_OK) != 0 || ::access((submission + "/program").c_str(), R_OK) != 0)
        return {"the program's files can't be seen", errno};
    if (::access(other.c_str(), F_OK) == 0) return {"other folders can be seen", 0};
    if (::mkdir("/usr/sockgrade-probe", 0755) == 0) {
        ::rmdir("/usr/sockgrade-probe");
        return {"the machine's files can be written", 0};
    }
    const Fd file(::open((submission + "/written").c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0644));
    return file.valid() ? Trial{} : failed("write beside the program");
}

[[noreturn]] void use_memory(const ControlGroup& group, std::size_t size) {
    for (const int door : group.doors())
        if (::write(door, "0", 1) < 0) ::_exit(1);
    void* const memory = ::mmap(nullptr, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (memory == MAP_FAILED) ::_exit(1);
    constexpr std::size_t kPage = 4096;
    for (std::size_t at = 0; at < size; at += kPage) static_cast<volatile char*>(memory)[at] = 1;
    ::_exit(0);
}

LaunchOptions options_for(Level level, const FileView* files, const Identity& identity) {
    LaunchOptions options;
    options.folder = "/";
    options.environment = {"PATH=/usr/local/bin:/usr/bin:/bin"};
    options.level = level;
    options.identity = identity;
    options.files = files;
    options.readable = {"/"};
    options.writable = {"/dev/null"};
    return options;
}

Trial listen_at_localhost() {
    addrinfo wanted{};
    wanted.ai_socktype = SOCK_STREAM;
    addrinfo* found = nullptr;
    if (const int error = ::getaddrinfo("localhost", nullptr, &wanted, &found); error != 0)
        return {std::string("localhost is no name here: ") + ::gai_strerror(error), 0};
    const std::unique_ptr<addrinfo, void (*)(addrinfo*)> all(found, ::freeaddrinfo);
    for (const addrinfo* one = all.get(); one != nullptr; one = one->ai_next) {
        const Fd socket(::socket(one->ai_family, SOCK_STREAM | SOCK_CLOEXEC, 0));
        if (socket.valid() && ::bind(socket.get(), one->ai_addr, one->ai_addrlen) == 0) continue;
        const std::string address = one->ai_family == AF_INET6 ? "::1" : "127.0.0.1";
        return {fmt::format("localhost stands for {}, which is not there: {}", address,
                            std::generic_category().message(errno)),
                errno};
    }
    return {};
}

bool is_readable(int descriptor) {
    constexpr int kPatienceMs = 5000;
    pollfd wait{descriptor, POLLIN, 0};
    return ::poll(&wait, 1, kPatienceMs) > 0;
}

// In a world. The daemon holds the only end of a pipe that is not ours: when it ends, so does the pipe.
Trial end_a_daemon(LaunchOptions options) {
    std::array<int, 2> pipe{};
    check_call("pipe", ::pipe2(pipe.data(), O_CLOEXEC));
    const Fd reading(pipe[0]);
    Fd writing(pipe[1]);
    const Fd nothing(check_call("open /dev/null", ::open("/dev/null", O_RDWR | O_CLOEXEC)));
    options.command = {"/bin/sh", "-c", "(setsid sh -c 'echo started; exec sleep 1000' &)"};
    options.input = options.errors = nothing.get();
    options.output = writing.get();
    LaunchedProgram program = launch(options);
    writing.reset();
    std::array<char, 16> text{};
    if (!is_readable(reading.get()) || ::read(reading.get(), text.data(), text.size()) <= 0)
        return {"the daemon of this trial could not be started", 0};
    program.kill();
    const bool ended = is_readable(reading.get()) && ::read(reading.get(), text.data(), text.size()) == 0;
    return ended ? Trial{} : Trial{"a daemon outlived the program that had started it", 0};
}

}  // namespace

Trial try_own_network(Level level) {
    const Fd listener = listen_at({"127.0.0.1", 0});
    const model::Address outside = system::local_address(listener.get()).value_or(model::Address{});
    const Identity identity = identity_for_programs();
    return attempt_in_child([&]() -> Trial {
        enter_world(level, identity);
        const Fd inside = listen_at({kLanAddress, 12000});
        if (!reaches({kLanAddress, 12000})) return {"its network does not work", errno};
        if (reaches(outside)) return {"the machine's own network can be reached from it", 0};
        return {};
    });
}

Trial try_own_files(Level level) {
    return attempt([&]() -> Trial {
        const system::TemporaryFolder folder("sockgrade-probe");
        const system::TemporaryFolder other("sockgrade-probe");
        make_empty_file(folder.path() + "/program");
        const Identity identity = identity_for_programs();
        check_call("chown", ::chown(folder.path().c_str(), identity.uid, identity.gid));
        Trial trial = attempt_in_child([&] {
            const FileView files({runtime_paths(), {}, folder.path(), folder.path()});
            enter_world(level, identity);
            // Whoever is first in a pid namespace mounts its files.
            check_call("unshare", ::unshare(CLONE_NEWPID));
            return attempt_in_child([&] {
                const auto processes = files.enter(inside(level, identity), Limits{});
                if (processes == FileView::Processes::all) {
                    give_up_privileges();
                    if (!confine_to_own_processes())
                        return failed("/proc is masked, and there is no Landlock");
                }
                return look_around(folder.path(), other.path());
            });
        });
        if (trial.works() && ::access((folder.path() + "/written").c_str(), F_OK) == 0)
            trial.complaint = "what was written reached the submission";
        return trial;
    });
}

Trial try_own_processes(Level level) {
    return attempt_in_child([level] {
        const Identity identity = identity_for_programs();
        const FileView files({runtime_paths(), {}, "", ""});
        enter_world(level, identity);
        // Whoever is first in a pid namespace mounts its files.
        check_call("unshare", ::unshare(CLONE_NEWPID));
        return attempt_in_child([&]() -> Trial {
            const auto seen = files.enter(inside(level, identity), Limits{});
            return seen == FileView::Processes::own ? Trial{}
                                                    : Trial{"parts of /proc are masked here", EPERM};
        });
    });
}

Trial try_process_limit(Level level) {
    return attempt_in_child([level] {
        Limits limits;
        limits.processes = 32;
        const Identity identity = identity_for_programs();
        const auto start_many = [&]() -> Trial {
            if (level == Level::privileged) become(identity);
            give_up_capabilities();
            return may_start_any_number(limits, level)
                       ? Trial{"the kernel does not count what root starts", 0}
                       : Trial{};
        };
        std::optional<FileView> files;
        if (has_own_world(level)) files.emplace(FileViewOptions{runtime_paths(), {}, "", ""});
        enter_world(level, identity);
        if (!files) return start_many();
        // Whoever is first in a pid namespace mounts its files.
        check_call("unshare", ::unshare(CLONE_NEWPID));
        return attempt_in_child([&] {
            files->enter(inside(level, identity), limits);
            return attempt_in_child(start_many);
        });
    });
}

Trial try_control_groups() {
    return attempt([]() -> Trial {
        const ControlGroups groups = ControlGroups::of_this_process();
        if (!groups.usable()) return {"no control group may be made here", 0};
        const ControlGroup group(groups, Limits{});
        return {};
    });
}

Trial try_memory_limit() {
    return attempt([]() -> Trial {
        const ControlGroups groups = ControlGroups::of_this_process();
        if (!groups.usable()) return {"no control group may be made here", 0};
        Limits limits;
        limits.memory = std::size_t{16} << 20;
        const ControlGroup group(groups, limits);
        const pid_t child = check_call("fork", ::fork());
        if (child == 0) use_memory(group, 4 * limits.memory);
        int status = 0;
        while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
        }
        if (WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL && group.ran_out_of_memory()) return {};
        return {"a program that took more memory than its control group has was not stopped", 0};
    });
}

Trial try_ending_daemons(Level level) {
    return attempt_in_child([&] {
        const Identity identity = identity_for_programs();
        std::optional<FileView> files;
        if (has_own_world(level)) files.emplace(FileViewOptions{runtime_paths(), {}, "", ""});
        enter_world(level, identity);
        return end_a_daemon(options_for(level, files.has_value() ? &*files : nullptr, identity));
    });
}

Trial try_no_new_privileges() {
    return attempt_in_child([]() -> Trial {
        give_up_privileges();
        return ::prctl(PR_GET_NO_NEW_PRIVS, 0, 0, 0, 0) == 1 ? Trial{} : failed("no_new_privs");
    });
}

Trial try_forbidden_calls(Level level) {
    return attempt_in_child([level]() -> Trial {
        give_up_privileges();
        std::vector<sock_filter> filter = forbidden_calls_filter(level);
        const sock_fprog program{static_cast<unsigned short>(filter.size()), filter.data()};
        constexpr int kSetFilter = 1;  // SECCOMP_SET_MODE_FILTER
        check_call("seccomp", static_cast<int>(::syscall(SYS_seccomp, kSetFilter, 0, &program)));
        const bool refused = ::syscall(SYS_memfd_create, "probe", 0) < 0 && errno == ENOSYS;
        return refused ? Trial{} : Trial{"a forbidden call was let through", 0};
    });
}

Trial try_refusing_files() {
    return attempt([] {
        const system::TemporaryFolder allowed("sockgrade-probe");
        const system::TemporaryFolder other("sockgrade-probe");
        const std::string file = other.path() + "/file";
        make_empty_file(file);
        return attempt_in_child([&]() -> Trial {
            give_up_privileges();
            errno = 0;
            if (!confine_files_and_signals({"/usr"}, {allowed.path()})) return failed("Landlock");
            if (Fd(::open(file.c_str(), O_RDONLY | O_CLOEXEC)).valid())
                return {"a file that was not allowed could be read", 0};
            const Fd own(::open((allowed.path() + "/own").c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0600));
            return own.valid() ? Trial{} : failed("write where it is allowed");
        });
    });
}

Trial try_refusing_signals() {
    return attempt_in_child([]() -> Trial {
        give_up_privileges();
        errno = 0;
        if (!confine_files_and_signals({"/"}, {"/"})) return failed("Landlock");
        if (::kill(::getppid(), 0) < 0 && errno == EPERM) return {};
        return {"a process outside could be sent a signal", 0};
    });
}

Trial try_ipv6(Level level) {
    return try_in_world(level, [](const Become& /*become*/) -> Trial {
        const Fd listener = listen_at({"::1", 0});
        const auto address = system::local_address(listener.get());
        if (address.has_value() && reaches(*address)) return {};
        return failed("connect to ::1");
    });
}

Trial try_localhost(Level level) {
    return attempt_in_child([level]() -> Trial {
        const Identity identity = identity_for_programs();
        std::optional<FileView> files;
        if (has_own_world(level)) files.emplace(FileViewOptions{runtime_paths(), {}, "", ""});
        enter_world(level, identity);
        if (!files) return listen_at_localhost();
        // Whoever is first in a pid namespace mounts its files.
        check_call("unshare", ::unshare(CLONE_NEWPID));
        return attempt_in_child([&] {
            files->enter(inside(level, identity), Limits{});
            return listen_at_localhost();
        });
    });
}

Trial try_starting(Level level, const std::vector<std::string>& command,
                   const std::vector<std::string>& readable) {
    return attempt_in_child([&]() -> Trial {
        const Identity identity = identity_for_programs();
        std::optional<FileView> files;
        if (has_own_world(level)) files.emplace(FileViewOptions{runtime_paths(), readable, "", ""});
        enter_world(level, identity);
        std::array<int, 2> pipe{};
        check_call("pipe", ::pipe2(pipe.data(), O_CLOEXEC));
        const Fd reading(pipe[0]);
        Fd writing(pipe[1]);
        const Fd nothing(check_call("open /dev/null", ::open("/dev/null", O_RDWR | O_CLOEXEC)));
        LaunchOptions options = options_for(level, files.has_value() ? &*files : nullptr, identity);
        options.command = command;
        options.input = options.errors = nothing.get();
        options.output = writing.get();
        const LaunchedProgram program = launch(options);
        writing.reset();
        std::array<char, 16> text{};
        const bool has_written =
            is_readable(reading.get()) && ::read(reading.get(), text.data(), text.size()) > 0;
        return has_written ? Trial{} : Trial{command.front() + " does not start there", 0};
    });
}

Trial try_in_world(Level level, const std::function<Trial(const Become&)>& work) {
    return attempt_in_child([&] {
        const Identity identity = identity_for_programs();
        enter_world(level, identity);
        return work([level, identity] {
            if (level == Level::privileged) become(identity);
            // As execve(2) leaves it.
            ::prctl(PR_SET_DUMPABLE, 1, 0, 0, 0);
        });
    });
}

}  // namespace sockgrade::sandbox
