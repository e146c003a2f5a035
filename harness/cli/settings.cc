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

std::optional<sandbox::Bubblewrap> build_sandbox(const Options& options) {
    auto found = sandbox::find_bubblewrap(system::search_path());
    if (options.require_isolation && !found)
        throw UsageError(
            "no sandbox to build in, which --require-isolation asks for: install bubblewrap (Debian package "
            "bubblewrap), which has to be allowed to make namespaces");
    return found;
}

build::Built build_program(const model::Spec& spec, const std::string& program,
                           const std::optional<sandbox::Bubblewrap>& sandbox) {
    build::BuildOptions options;
    options.preferred_names = {model::to_string(spec.program.role)};
    options.sandbox = sandbox;
    return build::build(program, options);
}

}  // namespace sockgrade::cli
