#include "run/case.hh"

#include <cerrno>
#include <csignal>
#include <exception>
#include <fstream>
#include <optional>

#include "base/placeholder.hh"
#include "run/peers.hh"
#include "run/program.hh"
#include "run/story.hh"
#include "run/waiting.hh"
#include "sandbox/world.hh"
#include "system/event_loop.hh"
#include "system/system_error.hh"
#include "system/temporary_folder.hh"

namespace sockgrade::run {

namespace {

// The arguments, with {file} standing for a file that holds the given message, and its folder, if one was
// needed.
struct Arguments {
    std::vector<std::string> words;
    std::optional<system::TemporaryFolder> folder;
};

Arguments fill_in_file(const model::Given& given) {
    Arguments arguments;
    for (const std::string& word : given.arguments) {
        if (!has_placeholder(word, "file")) {
            arguments.words.push_back(word);
            continue;
        }
        if (!arguments.folder.has_value()) arguments.folder.emplace("sockgrade-file");
        const std::string path = arguments.folder->path() + "/message.txt";
        if (!(std::ofstream(path, std::ios::binary) << given.message)) throw system::SystemError(path, errno);
        arguments.words.push_back(fill_placeholders(word, [&](const std::string& name) {
            return name == "file" ? std::optional(path) : std::nullopt;
        }));
    }
    return arguments;
}

void play(const model::Plan& plan, const Submission& submission, sandbox::Level level, Recorder& record) {
    system::EventLoop loop;
    Peers peers(loop, record, plan, level);
    peers.await_at_given_address();
    ProgramOptions options;
    options.command = submission.command;
    const Arguments arguments = fill_in_file(plan.given);
    options.command.insert(options.command.end(), arguments.words.begin(), arguments.words.end());
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
