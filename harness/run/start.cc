#include "run/start.hh"

#include <algorithm>

#include "base/placeholder.hh"

namespace sockgrade::run {

namespace {

std::vector<std::string> fill_in_file(const std::vector<std::string>& arguments, const std::string& path) {
    std::vector<std::string> words;
    for (const std::string& word : arguments)
        words.push_back(fill_placeholders(word, [&](const std::string& name) {
            return name == "file" ? std::optional(path) : std::nullopt;
        }));
    return words;
}

// What it needs to read.
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

}  // namespace

Start::Start(const Submission& submission, sandbox::Level level)
    : submission_(submission), level_(level), view_(view_of(submission)) {
    if (sandbox::has_own_world(level)) files_.emplace(view_);
}

ProgramOptions Start::options(const model::Plan& plan, const GivenFile& given_file,
                              const sandbox::ControlGroup* group) {
    const std::vector<std::string> arguments = fill_in_file(plan.given.arguments, given_file.path());
    if (given_file.exists() && files_.has_value()) files_->show(given_file.folder());
    ProgramOptions options;
    options.launch.command = submission_.command;
    options.launch.command.insert(options.launch.command.end(), arguments.begin(), arguments.end());
    // A program at the top of the file system: what lies beside it is everything.
    const bool at_top = submission_.folder == "/";
    options.launch.folder = at_top && files_.has_value() ? sandbox::kHome : submission_.folder;
    options.launch.environment = submission_.environment;
    options.launch.level = level_;
    options.launch.identity = submission_.identity;
    options.launch.hands_over_folder = std::any_of(
        plan.steps.begin(), plan.steps.end(),
        [](const model::Step& step) { return std::holds_alternative<model::Wrote>(step.action); });
    if (files_.has_value()) {
        for (const model::FileGiven& file : plan.files) files_->give(file.path, file.content.bytes);
        options.launch.files = &*files_;
    } else {
        options.launch.readable = readable_outside_a_world(view_);
        if (given_file.exists()) options.launch.readable.push_back(given_file.folder());
        options.launch.writable = {"/dev/null",   "/dev/zero",    "/dev/full",
                                   "/dev/random", "/dev/urandom", "/dev/shm"};
        if (!at_top) options.launch.writable.push_back(submission_.folder);
    }
    options.group = group;
    options.limits = plan.limits;
    options.real_time = plan.real_time || !plan.quiescence;
    return options;
}

}  // namespace sockgrade::run
