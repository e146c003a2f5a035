#include "cli/settings.hh"

#include <algorithm>
#include <thread>

#include "base/error.hh"
#include "sandbox/probe.hh"

namespace sockgrade::cli {

grading::RunOptions run_options(const Options& options) {
    grading::RunOptions runs;
    runs.isolated = sandbox::probe_level() == sandbox::Level::namespaces;
    if (options.require_isolation && !runs.isolated)
        throw UsageError(
            "this machine does not allow namespaces of our own, which --require-isolation asks for; on "
            "Ubuntu, "
            "`sudo sysctl kernel.apparmor_restrict_unprivileged_userns=0` allows them");
    runs.jobs = options.jobs != 0 ? options.jobs : std::max(1U, std::thread::hardware_concurrency());
    return runs;
}

build::Built build_program(const model::Spec& spec, const std::string& program) {
    build::BuildOptions options;
    options.preferred_names = {model::to_string(spec.program.role)};
    return build::build(program, options);
}

}  // namespace sockgrade::cli
