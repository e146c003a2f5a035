#include "sandbox/probe.hh"

#include <fcntl.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <exception>
#include <functional>

#include "sandbox/control_group.hh"
#include "sandbox/file_view.hh"
#include "sandbox/world.hh"
#include "system/fd.hh"
#include "system/socket_address.hh"
#include "system/system_error.hh"

namespace sockgrade::sandbox {

namespace {

using system::check_call;
using system::Fd;

// Runs `work` in a child and returns what it complained about; whatever it throws is a complaint.
std::string in_child(const std::function<std::string()>& work) {
    std::array<int, 2> pipe{};
    check_call("pipe", ::pipe2(pipe.data(), O_CLOEXEC));
    const Fd reading(pipe[0]);
    Fd writing(pipe[1]);
    const pid_t child = check_call("fork", ::fork());
    if (child == 0) {
        std::string complaint;
        try {
            complaint = work();
        } catch (const std::exception& error) {
            complaint = error.what();
        }
        const bool told = ::write(writing.get(), complaint.data(), complaint.size()) >= 0;
        ::_exit(complaint.empty() && told ? 0 : 1);
    }
    writing.reset();
    std::string complaint;
    std::array<char, 512> buffer{};
    for (ssize_t size = 0; (size = ::read(reading.get(), buffer.data(), buffer.size())) > 0;)
        complaint.append(buffer.data(), static_cast<std::size_t>(size));
    int status = 0;
    while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
    }
    if (complaint.empty() && !(WIFEXITED(status) && WEXITSTATUS(status) == 0)) return "the trial was killed";
    return complaint;
}

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

// In the world: its network is one, and the way out of it is none.
std::string try_network(const model::Address& outside) {
    const Fd listener = listen_at({kLanAddress, 12000});
    if (!reaches({kLanAddress, 12000})) return "its network does not work";
    if (reaches(outside)) return "the machine's own network can be reached from it";
    return "";
}

std::string try_world(Level level) {
    const Fd listener = listen_at({"127.0.0.1", 0});
    const model::Address outside = system::local_address(listener.get()).value_or(model::Address{});
    const Identity identity = identity_for_programs();
    return in_child([&] {
        const FileView files({runtime_paths(), {}, "", ""});
        enter_world(level, identity);
        std::string complaint = try_network(outside);
        if (!complaint.empty()) return complaint;
        // Whoever is first in a pid namespace mounts its files.
        return in_child([&] {
            files.enter(inside(level, identity), Limits{});
            return std::string(::access("/usr", F_OK) == 0 ? "" : "its files can't be seen");
        });
    });
}

}  // namespace

std::string refusal_of(Level level) {
    const bool is_root = ::geteuid() == 0;
    switch (level) {
        case Level::limited: {
            const std::string refused = refusal_of(Level::namespaces);
            if (!refused.empty()) return refused;
            return in_child([] {
                return std::string(ControlGroups::of_this_process().usable() ? ""
                                                                             : "no control group is ours");
            });
        }
        case Level::namespaces:
            return try_world(level);
        case Level::privileged:
            return is_root ? try_world(level) : "only root can";
        case Level::own_user:
            if (!is_root) return "only root can";
            return in_child([] {
                become(identity_for_programs());
                return std::string();
            });
        case Level::shared:
            return "";
    }
    return "";
}

Level probe_level() {
    for (const Level level : {Level::limited, Level::namespaces, Level::privileged, Level::own_user})
        if (refusal_of(level).empty()) return level;
    return Level::shared;
}

}  // namespace sockgrade::sandbox
