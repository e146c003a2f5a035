#include "run/case.hh"

#include <sys/prctl.h>
#include <sys/stat.h>

#include <algorithm>
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
#include "sandbox/file_view.hh"
#include "sandbox/world.hh"
#include "system/event_loop.hh"
#include "system/system_error.hh"

namespace sockgrade::run {

namespace event = model::event;

namespace {

std::vector<std::string> fill_in_file(const std::vector<std::string>& arguments, const std::string& path) {
    std::vector<std::string> words;
    for (const std::string& word : arguments)
        words.push_back(fill_placeholders(word, [&](const std::string& name) {
            return name == "file" ? std::optional(path) : std::nullopt;
        }));
    return words;
}

// What it needs to read. Opened while we are still who we are: the world's user may not be let through a home
// folder on the way.
sandbox::FileViewOptions view_of(const Submission& submission) {
    sandbox::FileViewOptions options;
    options.runtime = sandbox::runtime_paths();
    options.readable = submission.readable;
    options.folder = submission.folder;
    options.source = submission.source.empty() ? submission.folder : submission.source;
    return options;
}

// Where there is no view of its own, the program's files are where they are.
std::vector<std::string> readable_outside_a_world(const sandbox::FileViewOptions& view) {
    std::vector<std::string> paths = view.readable;
    for (const sandbox::RuntimePath& path : view.runtime) paths.push_back(path.path);
    for (const char* path : {"/etc/hosts", "/etc/passwd", "/etc/group", "/etc/nsswitch.conf",
                             "/etc/resolv.conf", "/etc/hostname", "/proc"})
        paths.emplace_back(path);
    return paths;
}

void play(const model::Plan& plan, const Submission& submission, sandbox::Level level,
          const sandbox::ControlGroup* group, const GivenFile& given_file, Recorder& record) {
    const sandbox::FileViewOptions view = view_of(submission);
    std::optional<sandbox::FileView> files;
    if (sandbox::has_own_world(level)) files.emplace(view);
    sandbox::enter_world(level, submission.identity);
    // Becoming somebody else makes the kernel forget it (man 2 PR_SET_PDEATHSIG).
    ::prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0);

    const std::vector<std::string> arguments = fill_in_file(plan.given.arguments, given_file.path());
    if (given_file.exists() && files.has_value()) files->show(given_file.folder());

    system::EventLoop loop;
    Peers peers(loop, record, plan, level);
    peers.await_at_given_address();
    ProgramOptions options;
    options.launch.command = submission.command;
    options.launch.command.insert(options.launch.command.end(), arguments.begin(), arguments.end());
    // A program at the top of the file system: what lies beside it is everything.
    const bool at_top = submission.folder == "/";
    options.launch.folder = at_top && files.has_value() ? sandbox::kHome : submission.folder;
    options.launch.environment = submission.environment;
    options.launch.level = level;
    options.launch.identity = submission.identity;
    if (files.has_value()) {
        options.launch.files = &*files;
    } else {
        options.launch.readable = readable_outside_a_world(view);
        if (given_file.exists()) options.launch.readable.push_back(given_file.folder());
        options.launch.writable = {"/dev/null",   "/dev/zero",    "/dev/full",
                                   "/dev/random", "/dev/urandom", "/dev/shm"};
        if (!at_top) options.launch.writable.push_back(submission.folder);
    }
    options.group = group;
    options.limits = plan.limits;
    options.real_time = plan.real_time || !plan.quiescence;
    Program program(loop, record, options,
                    [&](const observe::SocketCall& call) { peers.on_socket_call(call); });
    OurPart part;
    part.nothing_under_way = [&] { return peers.nothing_under_way(); };
    part.is_coming = [&] { return peers.reception().is_coming(); };
    part.next_due = [&] { return peers.next_due(); };
    part.pass_time = [&](std::chrono::nanoseconds time) {
        peers.pass_time(time);
        record.pass_time(time);
    };
    part.stays_real = [&](const event::RealTime& why) { record(why); };
    Waiting waiting(loop, program, plan, std::move(part));
    Story(plan, record, program, peers, waiting).play();
    program.stop();
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
        play(plan, submission, level, group, given_file, record);
    } catch (const std::exception& error) {
        record(model::event::Trouble{error.what()});
    }
    return transcript;
}

}  // namespace sockgrade::run
