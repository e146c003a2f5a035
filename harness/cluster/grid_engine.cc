// Grid Engine and its relatives: an array job for each run of parts, and a merge that is held until they have
// ended.
#include <fmt/format.h>

#include "base/shell_word.hh"
#include "cluster/systems.hh"

namespace sockgrade::cluster {

namespace {

// A task that is deleted gets no SIGTERM, but SIGUSR2 a minute before, where -notify asks for it.
constexpr std::string_view kGridEnginePart = R"sh(#!/bin/sh
#$ -S /bin/sh
#$ -N {name}
#$ -cwd
#$ -j y
#$ -o logs
#$ -r y
#$ -notify
{headers}{script} "$SGE_TASK_ID" --jobs "$((2 * ${{NSLOTS:-1}}))" & part =
    $ !trap 'kill -TERM "$part"' USR2 TERM trap : USR1 status = 0 wait "$part" || status =
                                                                    $ ?
#A signal ends the wait, not the part.
                                                                      while kill - 0 "$part" 2 > / dev / null;
do wait "$part" || status = $ ? ; done
exit "$status"
)sh";

constexpr std::string_view kGridEngineMerge = R"sh(#!/bin/sh
#$ -S /bin/sh
#$ -N {name}-merge
#$ -cwd
#$ -j y
#$ -o logs
{headers}exec {script}
)sh";

constexpr std::string_view kGridEngineSendParts = R"sh(array=$(qsub -terse -t {parts} scripts/part.sge)
array=${{array%%.*}}
echo "sent: part {parts} as job $array"
waits_for=$waits_for,$array
)sh";

std::string grid_engine_sender(const Plan& plan) {
    std::string text = fmt::format(
        "#!/bin/sh\n# Sends what is not graded yet, and the merge, which refuses when a part has failed.\n"
        "set -eu\ncd {}\nwaits_for=\n",
        shell_word(plan.out));
    const std::string all = ranges_of(plan.to_do);
    for (std::size_t at = 0; at < all.size();) {
        const std::size_t end = std::min(all.find(',', at), all.size());
        text += fmt::format(kGridEngineSendParts, fmt::arg("parts", all.substr(at, end - at)));
        at = end + 1;
    }
    return text + (all.empty() ? "qsub scripts/merge.sge\n"
                               : "qsub -hold_jid \"${waits_for#,}\" scripts/merge.sge\n");
}

std::vector<Script> grid_engine_scripts(const Plan& plan) {
    const std::string folder = scripts_of(plan);
    const std::string headers = header_lines(plan, "#$");
    // What several slots on one machine are called differs from site to site: a parallel environment.
    const std::string slots = plan.cpus < 2 ? "" : fmt::format("#$ -pe smp {}\n", plan.cpus);
    return {{"part.sge", fmt::format(kGridEnginePart, fmt::arg("name", job_name(plan)),
                                     fmt::arg("headers", slots + headers),
                                     fmt::arg("script", shell_word(folder + "/part.sh")))},
            {"merge.sge",
             fmt::format(kGridEngineMerge, fmt::arg("name", job_name(plan)), fmt::arg("headers", headers),
                         fmt::arg("script", shell_word(folder + "/merge.sh")))},
            {"send.sh", grid_engine_sender(plan)}};
}

}  // namespace

const System kGridEngine{"gridengine", "array jobs of Grid Engine, and a merge that is held until they end",
                         grid_engine_scripts, "send.sh"};

}  // namespace sockgrade::cluster
