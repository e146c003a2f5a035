#include "run/case_process.hh"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/prctl.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <exception>
#include <string_view>
#include <utility>

#include "base/error.hh"
#include "record/transcript_json.hh"
#include "run/program.hh"
#include "system/interruption.hh"
#include "system/pidfd.hh"
#include "system/system_error.hh"

namespace sockgrade::run {

using system::check_call;
using system::Fd;

namespace {

void write_all(int descriptor, std::string_view text) {
    while (!text.empty()) {
        const ssize_t size = ::write(descriptor, text.data(), text.size());
        if (size < 0 && errno == EINTR) continue;
        if (size < 0) return;  // the parent is gone, and with it whoever would have read this
        text.remove_prefix(static_cast<std::size_t>(size));
    }
}

[[noreturn]] void run_and_report(const model::Plan& plan, const Submission& submission, sandbox::Level level,
                                 const sandbox::ControlGroup* group, const GivenFile& given_file,
                                 int results) {
    ::prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0);
    system::end_on_interruption();
    write_all(results, record::transcript_to_json(run_case(plan, submission, level, group, given_file)));
    ::_exit(0);
}

}  // namespace

CaseProcess::CaseProcess(const model::Plan& plan, const Submission& submission, const Place& place)
    : plan_(plan), given_file_(plan.given) {
    if (place.level == sandbox::Level::limited) {
        sandbox::Limits limits;
        limits.memory = plan.limits.memory;
        group_.emplace(place.groups, limits);
    }
    if (place.level == sandbox::Level::own_user) own_user_ = submission.identity;
    prepare_to_start_programs(place.level);
    std::array<int, 2> pipe{};
    check_call("pipe2", ::pipe2(pipe.data(), O_CLOEXEC));
    results_.reset(pipe[0]);
    Fd write_end(pipe[1]);
    process_ = check_call("fork", ::fork());
    if (process_ == 0) {
        results_.reset();
        run_and_report(plan, submission, place.level, group_.has_value() ? &*group_ : nullptr, given_file_,
                       write_end.get());
    }
    handle_ = system::open_process(process_);
}

CaseProcess::~CaseProcess() {
    if (!handle_.valid()) return;
    system::send_signal(handle_, SIGKILL);
    system::wait_for_end(handle_);
    if (own_user_.has_value()) sandbox::end_everything_of(*own_user_);
}

std::optional<model::Transcript> CaseProcess::read_more() {
    std::array<char, 65536> buffer;
    const ssize_t size = ::read(results_.get(), buffer.data(), buffer.size());
    if (size > 0) {
        text_.append(buffer.data(), static_cast<std::size_t>(size));
        return std::nullopt;
    }
    if (size < 0 && (errno == EINTR || errno == EAGAIN)) return std::nullopt;
    try {
        return record::transcript_from_json(text_);
    } catch (const UsageError& error) {
        model::Transcript broken;
        broken.plan = plan_;
        broken.events.push_back(
            {1, 0,
             model::event::Trouble{fmt::format("the process of this case ended early ({})", error.what())}});
        return broken;
    }
}

}  // namespace sockgrade::run
