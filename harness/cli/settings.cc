#include "cli/settings.hh"

#include <fmt/format.h>

#include <algorithm>
#include <thread>

#include "base/error.hh"
#include "sandbox/probe.hh"

namespace sockgrade::cli {

grading::RunOptions run_options(const Options& options) {
    grading::RunOptions runs;
    runs.place.level = sandbox::probe_level();
    if (runs.place.level == sandbox::Level::limited)
        runs.place.groups = sandbox::ControlGroups::of_this_process();
    if (options.require_isolation && !sandbox::has_own_world(runs.place.level))
        throw UsageError(fmt::format(
            "this machine isolates programs at level {} only, and --require-isolation asks for C or better; "
            "`sockgrade doctor` says what is missing and which command would allow it",
            sandbox::to_string(runs.place.level)));
    runs.jobs = options.jobs != 0 ? options.jobs : std::max(1U, std::thread::hardware_concurrency());
    return runs;
}

build::Built build_program(const model::Spec& spec, const std::string& program) {
    build::BuildOptions options;
    options.preferred_names = {model::to_string(spec.program.role)};
    return build::build(program, options);
}

}  // namespace sockgrade::cli
