// Two descriptors are watched until the deadline: the command's output, and its pidfd, which is readable when
// it has ended. An output that a grandchild keeps open does not keep us waiting.
#include "system/command.hh"

#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <optional>
#include <utility>

#include "system/command_child.hh"
#include "system/fd.hh"
#include "system/find_program.hh"
#include "system/system_error.hh"

namespace sockgrade::system {

namespace {

using Clock = std::chrono::steady_clock;

class Collector {
  public:
    Collector(Fd pipe, std::size_t limit) : pipe_(std::move(pipe)), limit_(limit) {
        check_call("make a pipe non-blocking", ::fcntl(pipe_.get(), F_SETFL, O_NONBLOCK));
    }

    int fd() const { return pipe_.get(); }

    // Reads once; how much came, 0 when there is nothing more for now or for ever.
    std::size_t read_some() {
        std::array<char, 16384> buffer;  // NOLINT(cppcoreguidelines-pro-type-member-init): read fills it
        const ssize_t count = ::read(pipe_.get(), buffer.data(), buffer.size());
        if (count < 0 && (errno == EAGAIN || errno == EINTR)) return 0;
        if (count <= 0) {
            pipe_.reset();
            return 0;
        }
        const auto size = static_cast<std::size_t>(count);
        const std::size_t kept = std::min(size, limit_ - output_.size());
        output_.append(buffer.data(), kept);
        left_out_ += size - kept;
        return size;
    }

    // What the command had written before it ended. Never more than a pipe holds: a process that escaped from
    // the session may still be writing.
    void read_rest() {
        if (!pipe_.valid()) return;
        auto most =
            static_cast<std::size_t>(check_call("ask for a pipe's size", ::fcntl(fd(), F_GETPIPE_SZ)));
        while (pipe_.valid() && most > 0) {
            const std::size_t size = read_some();
            if (size == 0) return;
            most -= std::min(size, most);
        }
    }

    std::string take_output() { return std::move(output_); }
    std::size_t left_out() const { return left_out_; }

  private:
    Fd pipe_;
    std::size_t limit_;
    std::string output_;
    std::size_t left_out_ = 0;
};

// Rounded up, so that poll(2) never returns just before the deadline, again and again.
int milliseconds_until(Clock::time_point deadline) {
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(deadline - Clock::now());
    return static_cast<int>(std::clamp<std::chrono::milliseconds::rep>(left.count(), 0, 3'600'000));
}

constexpr std::chrono::milliseconds kBetweenQuestions(200);

enum class Watched { ended, timed_out, went_too_far };

// Until the command ends, or has to be ended.
Watched watch(const Child& child, Collector& output, Clock::time_point deadline,
              const std::function<bool()>& has_gone_too_far) {
    auto next_question = has_gone_too_far ? Clock::now() + kBetweenQuestions : Clock::time_point::max();
    for (;;) {
        // poll(2) skips negative descriptors: that of an output that has ended.
        std::array<pollfd, 2> watched{{{output.fd(), POLLIN, 0}, {child.pidfd(), POLLIN, 0}}};
        const int timeout = milliseconds_until(std::min(deadline, next_question));
        const int ready = ::poll(watched.data(), watched.size(), timeout);
        if (ready < 0 && errno != EINTR) throw SystemError("poll", errno);
        if (ready > 0 && watched[1].revents != 0) return Watched::ended;
        if (ready > 0 && watched[0].revents != 0) output.read_some();
        if (Clock::now() >= deadline) return Watched::timed_out;
        if (Clock::now() < next_question) continue;
        if (has_gone_too_far()) return Watched::went_too_far;
        next_question = Clock::now() + kBetweenQuestions;
    }
}

std::optional<int> launch_error(const Fd& failure) {
    int error = 0;
    const ssize_t count = ::read(failure.get(), &error, sizeof error);
    return count == sizeof error ? std::optional(error) : std::nullopt;
}

}  // namespace

CommandResult run_command(const CommandOptions& options) {
    const auto deadline = Clock::now() + options.time_limit;
    if (options.argv.empty()) return {NotStarted{ENOENT}, {}, 0};
    // A path is left to exec, whose errno says more than that there is no such program.
    const std::string& name = options.argv.front();
    const auto file = name.find('/') == std::string::npos ? find_program(name) : std::optional(name);
    if (!file) return {NotStarted{ENOENT}, {}, 0};

    Launch launch{*file,
                  pointers(options.argv),
                  pointers(options.environment),
                  options.folder.empty() ? nullptr : options.folder.c_str(),
                  ::getpid(),
                  options.limits,
                  options.keeps_a_namespace,
                  open_null(),
                  make_pipe(),
                  make_pipe()};
    Child child(launch);
    launch.output.write_end.reset();
    launch.failure.write_end.reset();

    Collector output(std::move(launch.output.read_end), options.output_limit);
    const Watched watched = watch(child, output, deadline, options.has_gone_too_far);
    child.kill();
    CommandEnd end = child.wait();
    output.read_rest();
    if (const auto error = launch_error(launch.failure.read_end)) {
        end = NotStarted{*error};
    } else if (watched == Watched::timed_out) {
        end = TimedOut{};
    } else if (watched == Watched::went_too_far) {
        end = Stopped{};
    }
    return {end, output.take_output(), output.left_out()};
}

}  // namespace sockgrade::system
