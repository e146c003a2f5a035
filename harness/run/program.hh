// The program under test, running: its process, its input and output, and what it is seen to do.
#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "model/plan.hh"
#include "observe/program_watch.hh"
#include "observe/socket_calls.hh"
#include "observe/socket_memory.hh"
#include "run/program_input.hh"
#include "run/program_output.hh"
#include "run/recorder.hh"
#include "run/subject.hh"
#include "sandbox/control_group.hh"
#include "sandbox/launcher.hh"
#include "system/event_loop.hh"
#include "timing/program_clock.hh"

namespace sockgrade::run {

struct ProgramOptions {
    // What to start and how to confine it; `environment` comes on top of what every program gets. Input,
    // output and filters are ours.
    sandbox::LaunchOptions launch;
    const sandbox::ControlGroup* group = nullptr;
    model::Limits limits;
    bool moves_ports = false;  // somebody else stands at the ports that it binds (observe/socket_calls.hh)
    bool has_company = false;  // another program is in its network
    bool real_time = false;    // its clock is left alone
    // In a network that is shared: where it is brought when it calls a name server.
    std::optional<model::Address> names_at = {};
    std::chrono::microseconds ahead{0};  // of the real clock, where its own begins
};

// Does once, before processes are forked for cases, what each of them would have to do otherwise.
void prepare_to_start_programs(sandbox::Level level);

class Program : public Subject {
  public:
    using OnSocketCall = observe::SocketCallObserver::Handler;

    Program(system::EventLoop& loop, Recorder& record, const ProgramOptions& options,
            OnSocketCall on_socket_call);
    ~Program() override;

    bool first_process_ended() const override { return termination_.has_value(); }
    bool ended() const { return all_gone_; }  // every process of it
    std::optional<model::event::Flooded> flooded() const override;
    ProgramOutput& output() { return output_; }
    const std::string& printed() const override { return output_.text(); }
    void read_output() override { output_.read_what_is_there(); }
    model::event::FileSeen file(const std::string& path, std::size_t most) const override;

    void type(const model::event::Typed& line) override;
    void close_input() override { input_.end(); }
    bool input_is_open() const override { return input_.is_open(); }
    bool input_is_read() const override { return input_.is_read(); }

    observe::Look look();
    // What the threads wait in that a look has shown.
    model::Waits waits(const observe::Look& look) const { return watch_->waits(look); }
    // Of a thread that a look has shown, by ours.
    std::optional<pid_t> number_here(const observe::ThreadLook& thread) const {
        return watch_->number_here(thread);
    }
    observe::HiddenTimers timers() const;
    // What the machine had no more of, where that is not this program's doing.
    std::optional<model::event::Trouble> shortage() const;

    const timing::ProgramClock& clock() const { return clock_; }
    // Its clock has jumped, and then it was found that it should not have.
    bool should_not_have_jumped() const { return clock_.should_not_have_jumped(); }
    // Ends those of its waits that are over by its clock alone. True when there were some.
    bool end_overdue_waits() { return clock_.end_overdue(*watch_); }
    // For a jump of its clock; `look`: the last one, none when it has ended.
    timing::ProgramClock::Jumper jumper(const observe::Look& look) { return {clock_, look, *watch_}; }

    // Ends whatever still runs of it, and records how it ended.
    void stop();

  private:
    void start(const ProgramOptions& options, OnSocketCall on_socket_call);
    void note_memory_kill();
    void note_timers(const observe::SocketCall& call);
    void note_wrong_jump();
    void read_reports();
    void lose_init();

    system::EventLoop& loop_;
    Recorder& record_;
    ProgramOutput output_;
    ProgramInput input_;
    std::optional<sandbox::LaunchedProgram> process_;
    observe::ProgramSockets sockets_;
    std::unique_ptr<observe::SocketCallObserver> observer_;
    std::unique_ptr<observe::ProgramWatch> watch_;
    const sandbox::ControlGroup* group_;
    bool has_group_alone_;
    std::size_t memory_limit_;
    std::size_t memory_ = 0;  // the most that was seen
    observe::SocketMemory socket_memory_;
    std::optional<model::Termination> termination_;
    bool others_left_ = false;
    bool all_gone_ = false;
    observe::HiddenTimers timers_;
    timing::ProgramClock clock_;
    bool has_told_of_jump_ = false;
    bool shares_network_ = false;
    bool asks_real_name_servers_ = false;
    bool stopped_ = false;
};

}  // namespace sockgrade::run
