// Slurm: an array job, and a merge that waits until each of its tasks has ended with 0.
#include <fmt/format.h>

#include "base/shell_word.hh"
#include "cluster/systems.hh"

namespace sockgrade::cluster {

namespace {

// Before its time is over a task is told, alone, so that what it has is copied and nothing else dies with it:
// Slurm tells all processes of a job otherwise.
constexpr std::string_view kSlurmPart = R"sh(#!/bin/sh
#SBATCH --job-name={name}
#SBATCH --output=logs/part-%a.log
#SBATCH --open-mode=append
#SBATCH --requeue
#SBATCH --signal=B:TERM@60
{headers}exec {script} "$SLURM_ARRAY_TASK_ID" --jobs "$((2 * ${{SLURM_CPUS_PER_TASK:-1}}))"
)sh";

constexpr std::string_view kSlurmMerge = R"sh(#!/bin/sh
#SBATCH --job-name={name}-merge
#SBATCH --output=logs/merge.log
#SBATCH --open-mode=append
{headers}exec {script}
)sh";

constexpr std::string_view kSlurmSendParts =
    R"sh(array=$(sbatch --parsable --array={parts} scripts/part.slurm)
array=${{array%%;*}}
echo "array $array" >> scripts/jobs
echo "sent: part {parts} as job $array"
waits_for=$waits_for:$array
)sh";

constexpr std::string_view kSlurmSendMerge = R"sh(merge=$(sbatch --parsable {dependency}scripts/merge.slurm)
merge=${{merge%%;*}}
echo "merge $merge" >> scripts/jobs
echo "sent: the merge as job $merge{when}"
)sh";

std::string slurm_sender(const Plan& plan) {
    std::string text =
        fmt::format("#!/bin/sh\n# Sends what is not graded yet, and the merge.\nset -eu\ncd {}\nwaits_for=\n",
                    shell_word(plan.out));
    if (!plan.merges.empty()) {
        text += "scancel";
        for (const std::string& job : plan.merges) text += " " + shell_word(job);
        text += "\n";
    }
    for (const std::string& job : plan.under_way)
        text += fmt::format("waits_for=$waits_for:{}\n", shell_word(job));
    if (!plan.to_do.empty()) text += fmt::format(kSlurmSendParts, fmt::arg("parts", ranges_of(plan.to_do)));
    const bool waits = !plan.to_do.empty() || !plan.under_way.empty();
    return text + fmt::format(kSlurmSendMerge,
                              fmt::arg("dependency", waits ? "--dependency=\"afterok$waits_for\" "
                                                             "--kill-on-invalid-dep=yes "
                                                           : ""),
                              fmt::arg("when", waits ? ", which waits for them" : ""));
}

std::vector<Script> slurm_scripts(const Plan& plan) {
    const std::string folder = scripts_of(plan);
    std::string headers = header_lines(plan, "#SBATCH");
    const std::string merge =
        fmt::format(kSlurmMerge, fmt::arg("name", job_name(plan)), fmt::arg("headers", headers),
                    fmt::arg("script", shell_word(folder + "/merge.sh")));
    if (plan.cpus != 0) headers = fmt::format("#SBATCH --cpus-per-task={}\n{}", plan.cpus, headers);
    return {
        {"part.slurm", fmt::format(kSlurmPart, fmt::arg("name", job_name(plan)), fmt::arg("headers", headers),
                                   fmt::arg("script", shell_word(folder + "/part.sh")))},
        {"merge.slurm", merge},
        {"send.sh", slurm_sender(plan)}};
}

}  // namespace

const System kSlurm{"slurm", "an array job of Slurm, and a merge that depends on it", slurm_scripts,
                    "send.sh"};

}  // namespace sockgrade::cluster
