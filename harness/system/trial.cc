#include "system/trial.hh"

#include <fcntl.h>
#include <poll.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstring>
#include <exception>

#include "system/fd.hh"
#include "system/system_error.hh"

namespace sockgrade::system {

namespace {

using Clock = std::chrono::steady_clock;

constexpr std::chrono::seconds kPatience{20};

// The error's number, then the complaint.
void tell(int pipe, const Trial& trial) {
    std::string message(sizeof(int), '\0');
    std::memcpy(message.data(), &trial.error_number, sizeof(int));
    message += trial.complaint;
    if (::write(pipe, message.data(), message.size()) < 0) ::_exit(1);
}

// Until the child, and whatever it left, has closed its end; false: it takes too long.
bool read_to_the_end(int pipe, std::string& message) {
    const auto deadline = Clock::now() + kPatience;
    std::array<char, 512> buffer{};
    for (;;) {
        const auto left = std::chrono::ceil<std::chrono::milliseconds>(deadline - Clock::now());
        pollfd wait{pipe, POLLIN, 0};
        const int ready = left.count() > 0 ? ::poll(&wait, 1, static_cast<int>(left.count())) : 0;
        if (ready < 0 && errno == EINTR) continue;
        if (ready <= 0) return false;
        const ssize_t size = ::read(pipe, buffer.data(), buffer.size());
        if (size <= 0) return true;
        message.append(buffer.data(), static_cast<std::size_t>(size));
    }
}

}  // namespace

Trial attempt(const std::function<Trial()>& work) {
    try {
        return work();
    } catch (const SystemError& error) {
        return {error.what(), error.error_number()};
    } catch (const std::exception& error) {
        return {error.what(), 0};
    }
}

Trial attempt_in_child(const std::function<Trial()>& work) {
    std::array<int, 2> pipe{};
    check_call("pipe", ::pipe2(pipe.data(), O_CLOEXEC));
    const Fd reading(pipe[0]);
    Fd writing(pipe[1]);
    const pid_t child = check_call("fork", ::fork());
    if (child == 0) {
        ::prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0);
        tell(writing.get(), attempt(work));
        ::_exit(0);
    }
    writing.reset();
    std::string message;
    const bool in_time = read_to_the_end(reading.get(), message);
    if (!in_time) ::kill(child, SIGKILL);
    int status = 0;
    while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
    }
    if (!in_time) return {"it takes for ever", 0};
    Trial trial;
    if (message.size() < sizeof(int)) return {"the trial was killed", 0};
    std::memcpy(&trial.error_number, message.data(), sizeof(int));
    trial.complaint = message.substr(sizeof(int));
    return trial;
}

}  // namespace sockgrade::system
