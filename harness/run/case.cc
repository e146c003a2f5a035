#include "run/case.hh"

#include <sys/prctl.h>
#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <exception>
#include <fstream>

#include "base/placeholder.hh"
#include "run/name_server.hh"
#include "run/peers.hh"
#include "run/program.hh"
#include "run/start.hh"
#include "run/story.hh"
#include "run/waiting.hh"
#include "sandbox/world.hh"
#include "system/event_loop.hh"
#include "system/system_error.hh"

namespace sockgrade::run {

namespace event = model::event;

namespace {

bool calls_from_another_host(const model::Step& step) {
    const auto* connect = std::get_if<model::Connect>(&step.action);
    const auto* send = std::get_if<model::Send>(&step.action);
    return (connect != nullptr && connect->from == model::From::another_host) ||
           (send != nullptr && send->from == model::From::another_host);
}

sandbox::Network network_of(const model::Plan& plan) {
    return {std::any_of(plan.steps.begin(), plan.steps.end(), calls_from_another_host), plan.interfaces};
}

// Where the folder is the one that was handed in, nothing of ours is put into it, and what lies there may be
// of another run.
bool deals_with_files(const model::Plan& plan) {
    return !plan.files.empty() ||
           std::any_of(plan.steps.begin(), plan.steps.end(), [](const model::Step& step) {
               return std::holds_alternative<model::Wrote>(step.action);
           });
}

void play(model::Plan& plan, const Submission& submission, sandbox::Level level,
          const sandbox::ControlGroup* group, const GivenFile& given_file, Recorder& record) {
    if (!plan.interfaces.empty() && !sandbox::has_own_world(level))
        throw sandbox::UnsupportedError(
            "it needs a machine with network interfaces of its own, which takes isolation level A, B or C");
    if (deals_with_files(plan) && !sandbox::has_own_world(level))
        throw sandbox::UnsupportedError(
            "it is about files in a folder of the program's own, which takes isolation level A, B or C");
    Start start(submission, level);
    sandbox::enter_world(level, submission.identity, network_of(plan));
    // Becoming somebody else makes the kernel forget it (man 2 PR_SET_PDEATHSIG).
    ::prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0);

    system::EventLoop loop;
    Peers peers(loop, record, plan, level);
    peers.await_at_given_address();
    NameServer names(loop, plan, level);
    ProgramOptions options = start.options(plan, given_file, group);
    options.names_at = names.address();
    Program program(loop, record, options, [&](const observe::SocketCall& call) {
        if (!names.takes(call, record)) peers.on_socket_call(call);
    });
    OurPart part;
    part.nothing_under_way = [&] { return peers.tcp().nothing_under_way(); };
    part.is_sending = [&] { return peers.tcp().program_is_sending(); };
    part.is_coming = [&] { return peers.tcp().is_coming(); };
    part.next_due = [&] { return peers.udp().next_due(); };
    part.pass_time = [&](std::chrono::nanoseconds time) {
        peers.udp().pass_time(time);
        record.pass_time(time);
    };
    part.stays_real = [&](const event::RealTime& why) { record(why); };
    {
        Waiting waiting(loop, program, plan, std::move(part));
        play_story(plan, record, program, peers, waiting);
    }
    program.stop();
    if (const auto shortage = program.shortage()) record(*shortage);
}

}  // namespace

GivenFile::GivenFile(const model::Given& given) {
    if (std::none_of(given.arguments.begin(), given.arguments.end(),
                     [](const std::string& word) { return has_placeholder(word, "file"); }))
        return;
    folder_.emplace("homework");
    if (!(std::ofstream(path(), std::ios::binary) << given.message)) throw system::SystemError(path(), errno);
    // The program may be somebody else.
    system::check_call("chmod", ::chmod(folder_->path().c_str(), 0755));
}

std::string GivenFile::path() const { return exists() ? folder_->path() + "/message.txt" : std::string{}; }

model::Transcript run_case(const model::Plan& plan, const Submission& submission, sandbox::Level level,
                           const sandbox::ControlGroup* group, const GivenFile& given_file) {
    ::signal(SIGPIPE, SIG_IGN);  // a peer that is gone is an event
    model::Transcript transcript;
    transcript.plan = plan;
    Recorder record(transcript);
    try {
        transcript.isolation = sandbox::to_string(level);
        play(transcript.plan, submission, level, group, given_file, record);
    } catch (const sandbox::UnsupportedError& error) {
        record(model::event::Unsupported{error.what()});
    } catch (const std::exception& error) {
        record(model::event::Trouble{error.what()});
    }
    return transcript;
}

}  // namespace sockgrade::run
