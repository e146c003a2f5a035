#include "run/reporting_process.hh"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <string_view>

#include "run/program.hh"
#include "sandbox/descendants.hh"
#include "system/interruption.hh"
#include "system/pidfd.hh"
#include "system/system_error.hh"

namespace sockgrade::run {

using system::check_call;
using system::Fd;

namespace {

// Whatever holds the process of a case up, its parent gets an answer. Far beyond what any case takes, on a
// machine as busy as it may be: its own limits end a case long before.
constexpr unsigned kLongestSeconds = 300;

void write_all(int descriptor, std::string_view text) {
    while (!text.empty()) {
        const ssize_t size = ::write(descriptor, text.data(), text.size());
        if (size < 0 && errno == EINTR) continue;
        if (size < 0) return;  // the parent is gone, and with it whoever would have read this
        text.remove_prefix(static_cast<std::size_t>(size));
    }
}

}  // namespace

ReportingProcess::ReportingProcess(const model::Plan& plan, const sandbox::Identity& identity,
                                   const Place& place, const Work& work)
    : given_file_(plan.given) {
    if (place.level == sandbox::Level::limited) {
        sandbox::Limits limits;
        limits.memory = plan.limits.memory;
        group_.emplace(place.groups, limits);
    }
    if (place.level == sandbox::Level::own_user) own_user_ = identity;
    prepare_to_start_programs(place.level);
    std::array<int, 2> pipe{};
    check_call("pipe2", ::pipe2(pipe.data(), O_CLOEXEC));
    results_.reset(pipe[0]);
    const Fd write_end(pipe[1]);
    process_ = check_call("fork", ::fork());
    if (process_ == 0) {
        results_.reset();
        ::prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0);
        system::end_on_interruption();
        std::optional<sandbox::Descendants> descendants;
        if (!sandbox::has_own_world(place.level)) descendants.emplace();
        ::signal(SIGALRM, SIG_DFL);
        ::alarm(kLongestSeconds);
        const std::string said = work(group_.has_value() ? &*group_ : nullptr, given_file_);
        // Who shares its user with its watcher may have ended that, and is still running.
        if (descendants.has_value()) descendants->end();
        write_all(write_end.get(), said);
        ::_exit(0);
    }
    handle_ = system::open_process(process_);
}

ReportingProcess::~ReportingProcess() {
    if (!handle_.valid()) return;
    system::send_signal(handle_, SIGKILL);
    system::wait_for_end(handle_);
    if (own_user_.has_value()) sandbox::end_everything_of(*own_user_);
}

std::optional<std::string> ReportingProcess::read_more() {
    std::array<char, 65536> buffer;
    const ssize_t size = ::read(results_.get(), buffer.data(), buffer.size());
    if (size > 0) {
        text_.append(buffer.data(), static_cast<std::size_t>(size));
        return std::nullopt;
    }
    if (size < 0 && (errno == EINTR || errno == EAGAIN)) return std::nullopt;
    return std::move(text_);
}

model::event::Trouble ReportingProcess::ended_early(const std::string& why) const {
    siginfo_t end{};
    const bool is_overdue =
        ::waitid(P_PIDFD, static_cast<id_t>(handle_.get()), &end, WEXITED | WNOWAIT) == 0 &&
        end.si_code == CLD_KILLED && end.si_status == SIGALRM;
    return {is_overdue ? fmt::format("the process of this case did not end in {} s", kLongestSeconds)
                       : fmt::format("the process of this case ended early ({})", why)};
}

}  // namespace sockgrade::run
