#include "run/case.hh"

#include <csignal>
#include <exception>

#include "run/peers.hh"
#include "run/program.hh"
#include "run/story.hh"
#include "run/waiting.hh"
#include "sandbox/world.hh"
#include "system/event_loop.hh"

namespace sockgrade::run {

namespace {

void play(const model::Plan& plan, const Submission& submission, sandbox::Level level, Recorder& record) {
    system::EventLoop loop;
    Peers peers(loop, record, plan, level);
    peers.await_at_given_address();
    ProgramOptions options;
    options.command = submission.command;
    options.command.insert(options.command.end(), plan.given.arguments.begin(), plan.given.arguments.end());
    options.folder = submission.folder;
    options.environment = submission.environment;
    options.level = level;
    options.limits = plan.limits;
    Program program(loop, record, options,
                    [&](const observe::SocketCall& call) { peers.on_socket_call(call); });
    Waiting waiting(loop, program, plan, [&] { return peers.nothing_under_way(); });
    Story(plan, record, program, peers, waiting).play();
    program.stop();
}

}  // namespace

model::Transcript run_case(const model::Plan& plan, const Submission& submission, bool isolated) {
    ::signal(SIGPIPE, SIG_IGN);  // a peer that is gone is an event
    model::Transcript transcript;
    transcript.plan = plan;
    Recorder record(transcript);
    try {
        const sandbox::Level level = isolated ? sandbox::enter_world() : sandbox::Level::shared;
        transcript.isolation = sandbox::to_string(level);
        play(plan, submission, level, record);
    } catch (const std::exception& error) {
        record(model::event::Trouble{error.what()});
    }
    return transcript;
}

}  // namespace sockgrade::run
