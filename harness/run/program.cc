#include "run/program.hh"

#include <fmt/format.h>

#include <sys/epoll.h>
#include <sys/wait.h>

#include <algorithm>
#include <array>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <utility>

#include "observe/socket_call_filter.hh"
#include "sandbox/files_below.hh"
#include "sandbox/forbidden_calls.hh"
#include "system/system_error.hh"

namespace sockgrade::run {

using system::check_call;
using Report = sandbox::LaunchedProgram::Report;
using How = model::Termination::How;
namespace event = model::event;

namespace {

// What a program may know of its surroundings: nothing of the caller's, no secrets of a CI job, nothing that
// says that it is graded.
std::vector<std::string> environment(const sandbox::LaunchOptions& launch) {
    // With what looks at the network (ifconfig), which stands behind on most systems.
    std::string path = "/usr/local/bin:/usr/bin:/bin:/usr/local/sbin:/usr/sbin:/sbin";
    const std::string& interpreter = launch.command.front();
    const std::string folder = interpreter.substr(0, interpreter.rfind('/'));
    if (!folder.empty() && (":" + path + ":").find(":" + folder + ":") == std::string::npos)
        path = folder + ":" + path;
    const bool own_world = sandbox::has_own_world(launch.level);
    return {"PATH=" + path,
            "HOME=" + (own_world ? std::string(sandbox::kHome) : launch.folder),
            "USER=student",
            "LOGNAME=student",
            "LANG=C.UTF-8",
            "LC_ALL=C.UTF-8",
            "TERM=dumb",
            "TMPDIR=" + (own_world ? std::string("/tmp") : launch.folder),
            "PYTHONDONTWRITEBYTECODE=1"};
}

// The same for every program, and a process knows but one level: found out and made once, before cases are
// processes of their own.
using Means = observe::ProgramSockets::Means;

Means means() {
    static const Means found = observe::means_here();
    return found;
}

const std::vector<sock_filter>& observing_filter(bool real_time) {
    static const std::array filters = [] {
        const int exempt = sandbox::LaunchOptions{}.control_descriptor;
        const bool creation = means() == Means::kept;
        return std::array{observe::socket_call_filter(exempt, creation, timing::add_clock_calls),
                          observe::socket_call_filter(exempt, creation)};
    }();
    return filters.at(real_time ? 1 : 0);
}

const observe::SocketPools& pools() {
    static const observe::SocketPools found = observe::socket_pools_here();
    return found;
}

const std::vector<sock_filter>& forbidding_filter(sandbox::Level level) {
    static const std::vector<sock_filter> filter = sandbox::forbidden_calls_filter(level);
    return filter;
}

model::Termination termination_of(int status) {
    if (WIFSIGNALED(status)) return {How::signaled, WTERMSIG(status), ""};
    return {How::exited, WEXITSTATUS(status), ""};
}

}  // namespace

void prepare_to_start_programs(sandbox::Level level) {
    observing_filter(false);
    forbidding_filter(level);
    pools();
}

Program::Program(system::EventLoop& loop, Recorder& record, const ProgramOptions& options,
                 OnSocketCall on_socket_call)
    : loop_(loop),
      record_(record),
      output_(loop, record, options.limits.output),
      sockets_(means()),
      group_(options.group),
      has_group_alone_(options.group != nullptr && !options.has_company),
      memory_limit_(options.limits.memory),
      socket_memory_(pools(), sandbox::has_own_world(options.launch.level) && !options.has_company),
      clock_(options.ahead) {
    if (options.real_time) clock_.run_in_real_time("that was asked for");
    start(options, std::move(on_socket_call));
}

Program::~Program() { stop(); }

void Program::start(const ProgramOptions& options, OnSocketCall on_socket_call) {
    sandbox::LaunchOptions launch = options.launch;
    launch.environment = environment(launch);
    launch.environment.insert(launch.environment.end(), options.launch.environment.begin(),
                              options.launch.environment.end());
    launch.input = input_.terminal();
    launch.output = output_.terminal();
    launch.errors = output_.errors();
    launch.forbidden = forbidding_filter(launch.level);
    launch.filter = observing_filter(options.real_time);
    if (group_ != nullptr) launch.control_groups = group_->doors();
    const bool own_world = sandbox::has_own_world(launch.level);
    shares_network_ = !own_world;
    asks_real_name_servers_ = shares_network_ && !options.names_at.has_value();
    record_(event::Started{launch.command});
    process_.emplace(sandbox::launch(launch));
    input_.program_has_started();
    output_.program_has_started();

    watch_ = std::make_unique<observe::ProgramWatch>(process_->init_pid(), own_world);
    loop_.watch(process_->reports(), EPOLLIN, [this](std::uint32_t events) {
        read_reports();
        if ((events & EPOLLHUP) != 0 && !all_gone_) lose_init();
        if (all_gone_) loop_.forget(process_->reports());
    });
    if (process_->notifications() < 0) {
        // Either it could not be started, or the kernel has no listener for us (another one listens already:
        // EBUSY). Unobserved it could only be misjudged.
        read_reports();
        if (!termination_.has_value())
            record_(
                event::Trouble{"this machine does not let us see a program's socket calls (see "
                               "`sockgrade doctor`)"});
        return;
    }
    observer_ = std::make_unique<observe::SocketCallObserver>(
        process_->notifications(),
        own_world ? observe::SocketCallObserver::Network::own : observe::SocketCallObserver::Network::shared,
        sockets_,
        [this, handler = std::move(on_socket_call)](const observe::SocketCall& call) {
            note_timers(call);
            const bool is_timer = call.kind == observe::SocketCall::Kind::timer ||
                                  call.kind == observe::SocketCall::Kind::socket_timeout;
            if (!is_timer) handler(call);
        },
        [this, is_ours = !options.real_time](const seccomp_notif& request, seccomp_notif_resp& response) {
            return is_ours && clock_.answer(request, response);
        });
    if (!options.real_time) loop_.watch(clock_.bell(), EPOLLIN, [this](std::uint32_t) { clock_.ring(); });
    if (options.moves_ports) observer_->move_ports();
    if (options.names_at.has_value()) observer_->answer_names_at(*options.names_at);
    loop_.watch(process_->notifications(), EPOLLIN, [this](std::uint32_t events) {
        if ((events & EPOLLIN) != 0 && observer_->handle_one()) return;
        if ((events & EPOLLHUP) != 0) loop_.forget(process_->notifications());
    });
}

void Program::note_timers(const observe::SocketCall& call) {
    using Kind = observe::SocketCall::Kind;
    switch (call.kind) {
        case Kind::timer:
            timers_.timer_set(call.length);
            // Where it could not be taken over. A moment by a clock that is ahead, or not known: the kernel
            // goes by its own.
            if (call.length == std::chrono::nanoseconds::zero()) break;
            if (call.length.has_value())
                clock_.run_in_real_time("the program has set a timer that only the system can make go off");
            else
                clock_.does_not_hold("the program has set a timer that only the system can make go off");
            break;
        case Kind::socket_timeout:
            timers_.socket_limit_set(call.length);
            if (timers_.sockets_mislead)
                clock_.run_in_real_time("how long the program waits at a socket can't be known");
            break;
        case Kind::connect:
        case Kind::send:
            // Its answer comes from outside, in its own time.
            if (asks_real_name_servers_ && call.address.port == model::kNameServicePort)
                clock_.run_in_real_time("the program has asked a name server of this machine");
            break;
        default:
            break;
    }
}

void Program::read_reports() {
    while (const auto report = process_->next_report()) {
        switch (report->kind) {
            case Report::Kind::not_started:
                termination_ = {How::not_started, report->value, report->stage};
                record_(event::Ended{*termination_});
                break;
            case Report::Kind::program_ended:
                if (termination_.has_value()) break;  // it could not be started, and this is its shell ending
                termination_ = termination_of(report->value);
                note_memory_kill();
                record_(event::Ended{*termination_});
                break;
            case Report::Kind::others_left:
                others_left_ = true;
                break;
            case Report::Kind::all_gone:
                sockets_.forget_all();
                all_gone_ = true;
                return;
            case Report::Kind::trouble:
                termination_ = {How::stopped, 0, ""};
                record_(
                    event::Trouble{fmt::format("{}: {}", report->stage, ::strerrordesc_np(report->value))});
                break;
        }
    }
}

std::optional<event::Flooded> Program::flooded() const {
    if (output_.flooded()) return event::Flooded{"output", output_.text().size()};
    if (memory_ > memory_limit_) return event::Flooded{"memory", memory_};
    if (socket_memory_.is_too_much()) return event::Flooded{"socket-memory", socket_memory_.most()};
    return std::nullopt;
}

std::optional<event::Trouble> Program::shortage() const {
    if (flooded().has_value() || !socket_memory_.was_refused()) return std::nullopt;
    return event::Trouble{
        "the machine ran out of memory for sockets, which others had taken (man 7 tcp, tcp_mem)"};
}

event::FileSeen Program::file(const std::string& path, std::size_t most) const {
    if (!process_->folder().valid()) return {path, event::FileSeen::Kind::nothing, {}, 0};
    return sandbox::look_below(process_->folder(), path, most);
}

observe::HiddenTimers Program::timers() const {
    observe::HiddenTimers all = timers_;
    if (const auto next = clock_.next_timer()) {
        const auto moment = *next - clock_.ahead();
        all.earliest = std::min(all.earliest.value_or(moment), moment);
    }
    return all;
}

observe::Look Program::look() {
    input_.go_on();
    observe::Look look = watch_->look(timers_.on_sockets, clock_.ahead());
    clock_.seen(look);
    note_wrong_jump();
    // Children that nobody waited for are in no other account.
    if (const auto all = has_group_alone_ ? group_->processor_time() : std::nullopt)
        look.tree_time = std::max(look.tree_time, static_cast<std::uint64_t>(all->count()));
    memory_ = std::max(memory_, look.memory);
    socket_memory_.look([this] { return watch_->sockets(); });
    if (sockets_.any_kept()) sockets_.keep_only(watch_->sockets());
    return look;
}

void Program::note_wrong_jump() {
    if (clock_.should_not_have_jumped() && !std::exchange(has_told_of_jump_, true))
        record_(event::RealTime{clock_.why_real_time(), true});
}

// The group's limit is the same as ours, but the kernel was faster.
void Program::note_memory_kill() {
    const bool killed = termination_->how == How::signaled && termination_->code == SIGKILL;
    if (!killed || group_ == nullptr || !group_->ran_out_of_memory()) return;
    memory_ = memory_limit_ + 1;
    record_(event::Flooded{"memory", memory_limit_});
}

// In a world of its own nobody but the program has to do with process 1, and its end is that of all others.
// Elsewhere it is one of the user's processes.
void Program::lose_init() {
    all_gone_ = true;
    if (termination_.has_value()) return;
    if (shares_network_) {
        record_(event::Trouble{"the process that watched over the program is gone"});
        return;
    }
    termination_ = {How::signaled, SIGKILL, "it brought down the process that watched over it"};
    note_memory_kill();
    record_(event::Ended{*termination_});
}

void Program::type(const event::Typed& line) {
    if (!input_.is_open()) return;
    record_(line);
    input_.type(line.bytes);
}

void Program::stop() {
    if (stopped_) return;
    stopped_ = true;
    loop_.drain();
    output_.read_what_is_left();
    if (observer_) loop_.forget(process_->notifications());
    loop_.forget(clock_.bell());
    note_wrong_jump();
    loop_.forget(process_->reports());
    if (!termination_.has_value()) {
        termination_ = {How::stopped, 0, ""};
        record_(event::Ended{*termination_});
    } else if (others_left_ && !all_gone_) {
        record_(event::LeftProcesses{look().threads.size()});
    }
    process_->kill();
    sockets_.forget_all();
}

}  // namespace sockgrade::run
