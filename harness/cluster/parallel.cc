// GNU parallel: on this machine one part after another, each with all processors; on several, one on each.
#include <fmt/format.h>

#include "base/shell_word.hh"
#include "cluster/systems.hh"

namespace sockgrade::cluster {

namespace {

constexpr std::string_view kParallelRun = R"sh(#!/bin/sh
# run.sh [OPTION...]: options of parallel, such as --sshloginfile HOSTS
set -u
cd {out} || exit
{parallel}exec sh scripts/merge.sh
)sh";

constexpr std::string_view kParallelParts = R"sh(parallel --jobs 1 --joblog logs/parallel.log {headers}"$@" \
    {command} \
    ::: {parts} || exit
)sh";

std::vector<Script> parallel_scripts(const Plan& plan) {
    // A shell reads it once more, on a machine where this one may be in another folder.
    const std::string command =
        fmt::format("{}/part.sh {{}}{} >> {}/part-{{}}.log 2>&1", shell_word(scripts_of(plan)),
                    jobs_for(plan), shell_word(plan.out + "/logs"));
    std::string parts;
    for (const std::size_t part : plan.to_do) parts += fmt::format("{}{}", parts.empty() ? "" : " ", part);
    std::string headers;
    for (const std::string& one : plan.headers) headers += one + " ";
    const std::string parallel =
        parts.empty() ? ""
                      : fmt::format(kParallelParts, fmt::arg("headers", headers),
                                    fmt::arg("command", shell_word(command)), fmt::arg("parts", parts));
    return {{"run.sh", fmt::format(kParallelRun, fmt::arg("out", shell_word(plan.out)),
                                   fmt::arg("parallel", parallel))}};
}

}  // namespace

const System kParallel{"parallel", "GNU parallel, on this machine or on several by ssh", parallel_scripts,
                       "run.sh"};

}  // namespace sockgrade::cluster
