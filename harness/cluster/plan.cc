#include "cluster/plan.hh"

#include <fmt/format.h>

#include <array>
#include <cctype>
#include <charconv>

#include "base/shell_word.hh"
#include "cluster/systems.hh"

namespace sockgrade::cluster {

namespace {

constexpr std::string_view kSeed = "seed: ";

constexpr std::array<const System*, 4> kSystems = {&kSlurm, &kGridEngine, &kParallel, &kMake};

void add_option(std::string& command, std::string_view name, const std::string& value) {
    if (!value.empty()) command += fmt::format(" \\\n    {} {}", name, shell_word(value));
}

std::string part_script(const Plan& plan) {
    std::string command = fmt::format("exec {} batch {} {}", shell_word(plan.program),
                                      shell_word(plan.assignment), shell_word(plan.submissions));
    add_option(command, "--roster", plan.roster);
    add_option(command, "--times", plan.times);
    add_option(command, "--scratch", plan.scratch);
    return fmt::format(
        "#!/bin/sh\n"
        "# part.sh K [OPTION...]: grades part K of {0}, or what of it is not graded yet.\n"
        "part=$1\n"
        "shift\n"
        "{1} \\\n"
        "    --out {2}/\"$part\" --shard \"$part/{0}\" --seed {3} --resume --exit-code graded \"$@\"\n",
        plan.parts, command, shell_word(plan.out + "/parts"), plan.seed);
}

std::string merge_script(const Plan& plan) {
    std::string folders;
    for (std::size_t part = 1; part <= plan.parts; ++part)
        folders += fmt::format(" \\\n    {}", shell_word(part_folder(plan, part)));
    std::string command = fmt::format("exec {} merge --exit-code graded --out {}", shell_word(plan.program),
                                      shell_word(results_folder(plan)));
    add_option(command, "--overrides", plan.overrides);
    add_option(command, "--scratch", plan.scratch);
    return "#!/bin/sh\n# Puts all parts together; refuses when one is missing or not finished.\n" + command +
           folders + "\n";
}

}  // namespace

std::string job_name(const Plan& plan) {
    std::string name = "sockgrade-";
    for (const char c : plan.name) name += std::isalnum(static_cast<unsigned char>(c)) != 0 ? c : '-';
    return name;
}

std::string header_lines(const Plan& plan, std::string_view prefix) {
    std::string lines;
    for (const std::string& one : plan.headers) lines += fmt::format("{} {}\n", prefix, one);
    return lines;
}

std::string jobs_for(const Plan& plan) {
    return plan.cpus == 0 ? "" : fmt::format(" --jobs {}", 2 * plan.cpus);
}

const System* system_named(std::string_view name) {
    for (const System* one : kSystems)
        if (one->name == name) return one;
    return nullptr;
}

std::vector<std::string> system_names() {
    std::vector<std::string> names;
    for (const System* one : kSystems) names.emplace_back(one->name);
    return names;
}

std::string scripts_of(const Plan& plan) { return plan.out + "/scripts"; }
std::string part_folder(const Plan& plan, std::size_t part) {
    return fmt::format("{}/parts/{}", plan.out, part);
}
std::string results_folder(const Plan& plan) { return plan.out + "/results"; }

std::vector<Script> common_scripts(const Plan& plan) {
    return {{"part.sh", part_script(plan)}, {"merge.sh", merge_script(plan)}};
}

std::string describe(const Plan& plan) {
    return fmt::format("assignment: {}\nhand-ins: {}\nroster: {}\ntimes: {}\nparts: {}\n{}{}\n",
                       plan.assignment, plan.submissions, plan.roster, plan.times, plan.parts, kSeed,
                       plan.seed);
}

std::uint64_t seed_in(const std::string& description) {
    const std::size_t at = description.rfind(kSeed);
    std::uint64_t seed = 0;
    if (at != std::string::npos)
        std::from_chars(description.data() + at + kSeed.size(), description.data() + description.size(),
                        seed);
    return seed;
}

std::string ranges_of(const std::vector<std::size_t>& parts) {
    std::string text;
    for (std::size_t i = 0; i < parts.size();) {
        std::size_t end = i;
        while (end + 1 < parts.size() && parts[end + 1] == parts[end] + 1) ++end;
        if (!text.empty()) text += ",";
        text += end == i ? fmt::format("{}", parts[i]) : fmt::format("{}-{}", parts[i], parts[end]);
        i = end + 1;
    }
    return text;
}

}  // namespace sockgrade::cluster
