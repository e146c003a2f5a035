#include "observe/abilities.hh"

#include <fcntl.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <netinet/in.h>
#include <poll.h>
#include <sched.h>
#include <sys/ioctl.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <optional>

#include "observe/program_memory.hh"
#include "observe/program_watch.hh"
#include "observe/socket_call_filter.hh"
#include "observe/socket_calls.hh"
#include "observe/socket_queues.hh"
#include "system/event_loop.hh"
#include "system/fd.hh"
#include "system/pidfd.hh"
#include "system/socket_address.hh"
#include "system/system_error.hh"

namespace sockgrade::observe {

using system::attempt;
using system::check_call;
using system::Fd;
using system::Trial;

namespace {

constexpr int kPatienceMs = 5000;
constexpr int kNoDescriptor = 900;  // as LaunchOptions has it
constexpr int kToldError = -1;      // in place of a descriptor: what follows is errno

Trial failed(const char* attempted) { return {system::SystemError(attempted, errno).what(), errno}; }

bool is_readable(int descriptor) {
    pollfd wait{descriptor, POLLIN, 0};
    return ::poll(&wait, 1, kPatienceMs) > 0;
}

Fd udp_socket() { return Fd(check_call("socket", ::socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0))); }

bool bind_to_loopback(const Fd& socket) {
    const system::SocketAddress any = system::to_system({"127.0.0.1", 0});
    return ::bind(socket.get(), any.get(), any.length) == 0;
}

// A child that plays the program. It may tell one number at a time, and ends with its owner.
class Subject {
  public:
    // With one table of descriptors what the child opens is open here too: that is how a seccomp descriptor
    // gets out of it.
    enum class Descriptors { own, shared };

    template <typename Work>
    Subject(Descriptors descriptors, const Become& become, const Work& work) {
        std::array<int, 2> pipe{};
        check_call("pipe", ::pipe2(pipe.data(), O_CLOEXEC));
        reading_.reset(pipe[0]);
        writing_.reset(pipe[1]);
        const unsigned long flags = descriptors == Descriptors::shared ? CLONE_FILES | SIGCHLD : SIGCHLD;
        process_ = static_cast<pid_t>(
            check_call("clone", static_cast<int>(::syscall(SYS_clone, flags, nullptr, nullptr, nullptr, 0))));
        if (process_ == 0) {
            ::prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0);
            become();
            work(*this);
            for (;;) ::pause();
        }
    }
    Subject(const Subject&) = delete;
    Subject& operator=(const Subject&) = delete;
    ~Subject() {
        ::kill(process_, SIGKILL);
        while (::waitpid(process_, nullptr, 0) < 0 && errno == EINTR) {
        }
    }

    pid_t process() const { return process_; }

    void tell(int number) const {
        if (::write(writing_.get(), &number, sizeof(number)) < 0) ::_exit(1);
    }
    std::optional<int> hear() const {
        int number = 0;
        if (!is_readable(reading_.get()) || ::read(reading_.get(), &number, sizeof(number)) != sizeof(number))
            return std::nullopt;
        return number;
    }

  private:
    pid_t process_ = -1;
    Fd reading_;
    Fd writing_;
};

// In the subject: the filter, then a bind(), whose result is told as errno.
void bind_under_observation(const Subject& subject, const std::vector<sock_filter>& filter) {
    const sock_fprog program{static_cast<unsigned short>(filter.size()),
                             const_cast<sock_filter*>(filter.data())};
    ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
    const long listener =
        ::syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, SECCOMP_FILTER_FLAG_NEW_LISTENER, &program);
    subject.tell(listener < 0 ? kToldError : static_cast<int>(listener));
    if (listener < 0) subject.tell(errno);
    const Fd socket = udp_socket();
    subject.tell(bind_to_loopback(socket) ? 0 : errno);
}

// With the descriptor that tells of the subject's calls, once there is one to tell of.
Trial with_notifications(const Become& become, ProgramSockets::Means means,
                         const std::function<Trial(const Subject&, int)>& work) {
    const std::vector<sock_filter> filter =
        socket_call_filter(kNoDescriptor, means == ProgramSockets::Means::kept);
    const Subject subject(Subject::Descriptors::shared, become,
                          [&](const Subject& self) { bind_under_observation(self, filter); });
    const std::optional<int> told = subject.hear();
    if (told == kToldError) {
        errno = subject.hear().value_or(0);
        return failed("seccomp notification");
    }
    if (!told.has_value()) return {"the trial's child says nothing", 0};
    const Fd listener(*told);
    if (!is_readable(listener.get())) return {"seccomp tells of no call", 0};
    return work(subject, listener.get());
}

}  // namespace

Trial try_observing(const Become& become, ProgramSockets::Means means) {
    return attempt([&] {
        return with_notifications(become, means, [&](const Subject& subject, int listener) -> Trial {
            std::optional<SocketCall> seen;
            ProgramSockets sockets(means);
            SocketCallObserver observer(listener, SocketCallObserver::Network::own, sockets,
                                        [&](const SocketCall& call) { seen = call; });
            if (means == ProgramSockets::Means::kept) observer.handle_one();  // socket()
            if (is_readable(listener)) observer.handle_one();
            if (!seen.has_value() || seen->kind != SocketCall::Kind::bind)
                return {"a socket call was not seen", 0};
            if (seen->error != 0 || seen->bound.port == 0) return {"a socket call was not understood", 0};
            return subject.hear() == 0 ? Trial{} : Trial{"a socket call did not get its answer", 0};
        });
    });
}

Trial try_notifications(const Become& become) {
    return attempt([&] {
        return with_notifications(
            become, ProgramSockets::Means::taken, [](const Subject& subject, int listener) -> Trial {
                seccomp_notif request{};
                check_call("SECCOMP_IOCTL_NOTIF_RECV", ::ioctl(listener, SECCOMP_IOCTL_NOTIF_RECV, &request));
                seccomp_notif_resp response{};
                response.id = request.id;
                response.error = -EDOM;  // no bind() says this
                check_call("SECCOMP_IOCTL_NOTIF_SEND",
                           ::ioctl(listener, SECCOMP_IOCTL_NOTIF_SEND, &response));
                return subject.hear() == EDOM ? Trial{} : Trial{"a call did not get our answer", 0};
            });
    });
}

Trial try_descriptors(const Become& become) {
    return attempt([&]() -> Trial {
        const Subject subject(Subject::Descriptors::own, become, [](const Subject& self) {
            const Fd socket = udp_socket();
            bind_to_loopback(socket);
            self.tell(socket.get());
            self.tell(system::local_address(socket.get()).value_or(model::Address{}).port);
            for (;;) ::pause();
        });
        const std::optional<int> number = subject.hear();
        const std::optional<int> port = subject.hear();
        const Fd taken = system::take_descriptor(subject.process(), number.value_or(-1));
        if (!taken.valid()) return failed("pidfd_getfd");
        const auto address = system::local_address(taken.get());
        if (address.has_value() && address->port == port) return {};
        return {"pidfd_getfd brings another descriptor", 0};
    });
}

Trial try_memory(const Become& become) {
    return attempt([&]() -> Trial {
        constexpr int kSecret = 4711;
        volatile int variable = 0;
        const Subject subject(Subject::Descriptors::own, become, [&](const Subject& self) {
            variable = kSecret;
            self.tell(0);
        });
        subject.hear();
        int found = 0;
        if (!read_memory(subject.process(), reinterpret_cast<std::uint64_t>(&variable), &found,
                         sizeof(found)))
            return failed("process_vm_readv and /proc/PID/mem");
        return found == kSecret ? Trial{} : Trial{"another memory was read", 0};
    });
}

Trial try_blocked_calls(const Become& become) {
    return attempt([&]() -> Trial {
        const Subject subject(Subject::Descriptors::own, become, [](const Subject& self) { self.tell(0); });
        subject.hear();
        ProgramWatch watch(::getpid(), false);
        // It may still be on its way from having told us to waiting.
        constexpr int kPauseMs = 1;
        for (int looks = 0; looks < kPatienceMs / 10; ++looks) {
            if (watch.look().nothing_can_happen(std::chrono::seconds(1), {})) return {};
            ::poll(nullptr, 0, kPauseMs);
        }
        return {"/proc/PID/syscall does not tell what a waiting program waits for", 0};
    });
}

Trial try_socket_queues() {
    return attempt([]() -> Trial {
        const Fd receiver = udp_socket();
        const Fd sender = udp_socket();
        if (!bind_to_loopback(receiver)) return failed("bind");
        const auto address = system::local_address(receiver.get()).value_or(model::Address{});
        const system::SocketAddress there = system::to_system(address);
        check_call("send", ::sendto(sender.get(), "datagram", 8, 0, there.get(), there.length));
        const auto sockets = SocketQueues().with_local_port(model::Transport::udp, address.port);
        if (sockets.size() == 1 && sockets.front().receive_queue > 0) return {};
        return {"sock_diag does not tell of a datagram that waits", 0};
    });
}

}  // namespace sockgrade::observe
