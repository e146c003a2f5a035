#include "platforms/platform.hh"

#include <fmt/format.h>

#include <array>

#include "base/shell_word.hh"

namespace sockgrade::platforms {

namespace {

constexpr std::string_view kGradescopeSetup = R"sh(#!/usr/bin/env bash
# Gradescope runs this once, as root, when it makes the image; what was uploaded lies in /autograder/source.
set -euo pipefail
export DEBIAN_FRONTEND=noninteractive
apt-get update -qq
apt-get install -y -qq --no-install-recommends {packages}
{install}
)sh";

constexpr std::string_view kGradescopeRun = R"sh(#!/usr/bin/env bash
# Gradescope runs this for each submission. results.json says what came of it, not the exit status.
mkdir -p /autograder/results
sockgrade check {assignment} /autograder/submission --format gradescope --output /autograder/results/results.json
status=$?
if [ ! -f /autograder/results/results.json ]; then
    echo "Sockgrade ended with $status and graded nothing." >&2
    exit "$status"
fi
)sh";

std::string path_in(std::string_view folder, const std::string& assignment) {
    const bool is_file = assignment.ends_with(".yaml") || assignment.ends_with(".yml");
    return is_file ? shell_word(fmt::format("{}/{}", folder, assignment)) : shell_word(assignment);
}

std::vector<File> gradescope_scripts(const Autograder& autograder) {
    constexpr std::string_view kSource = "/autograder/source";
    return {
        {"setup.sh",
         fmt::format(kGradescopeSetup, fmt::arg("packages", packages_of(autograder)),
                     fmt::arg("install", install_line(autograder, kSource))),
         true},
        {"run_autograder",
         fmt::format(kGradescopeRun, fmt::arg("assignment", path_in(kSource, autograder.assignment))), true}};
}

constexpr std::string_view kPrairieLearnRun = R"sh(#!/bin/sh
# PrairieLearn's entrypoint: /grade/student has what was handed in, /grade/tests the files beside this one.
mkdir -p /grade/results
{install}
sockgrade check {assignment} /grade/student --format prairielearn --output /grade/results/results.json
status=$?
[ -f /grade/results/results.json ] && exit 0
exit "$status"
)sh";

constexpr std::string_view kPrairieLearnInfo = R"json({{
  "comment": "Copy what is here into the question's info.json. The image needs {packages}.",
  "gradingMethod": "External",
  "externalGradingOptions": {{
    "enabled": true,
    "image": "debian:12",
    "entrypoint": "sh /grade/tests/run.sh",
    "timeout": 300
  }}
}}
)json";

std::vector<File> prairielearn_scripts(const Autograder& autograder) {
    constexpr std::string_view kTests = "/grade/tests";
    return {{"info.json", fmt::format(kPrairieLearnInfo, fmt::arg("packages", packages_of(autograder)))},
            {"tests/run.sh",
             fmt::format(kPrairieLearnRun, fmt::arg("install", install_line(autograder, kTests)),
                         fmt::arg("assignment", path_in(kTests, autograder.assignment))),
             true}};
}

// Autolab puts the two files and the hand-in into one folder and runs make there.
constexpr std::string_view kAutolabMakefile =
    R"make(# Autolab runs this beside autograde.tar and the hand-in. The last line that it prints has the scores.
all:
	@mkdir handed-in
	@for file in *; do case $$file in autograde.tar|Makefile|handed-in) ;; *) mv -- "$$file" handed-in/ ;; esac; done
	@tar -xf autograde.tar
	@sh autograde/grade.sh
)make";

// Sockgrade ends with 1 where a program failed: for Autolab that is a score like any other.
constexpr std::string_view kAutolabGrade = R"sh(#!/bin/sh
set -u
PATH=$PWD/autograde/bin:$PATH
{install}
sockgrade check {assignment} handed-in --format autolab
[ $? -le 1 ]
)sh";

std::string autolab_install(const Autograder& autograder) {
    if (autograder.release.ends_with(".deb"))
        return fmt::format("dpkg-deb -x autograde/{} autograde && PATH=$PWD/autograde/usr/bin:$PATH",
                           shell_word(autograder.release));
    if (autograder.release.ends_with(".tar.xz"))
        return fmt::format("tar -xf autograde/{} --strip-components=1 -C autograde",
                           shell_word(autograder.release));
    return fmt::format(
        "mkdir -p autograde/bin && cp autograde/{} autograde/bin/sockgrade && chmod 755 "
        "autograde/bin/sockgrade",
        shell_word(autograder.release));
}

std::vector<File> autolab_scripts(const Autograder& autograder) {
    return {{"autograde-Makefile", std::string(kAutolabMakefile)},
            {"autograde/grade.sh",
             fmt::format(kAutolabGrade, fmt::arg("install", autolab_install(autograder)),
                         fmt::arg("assignment", path_in("autograde", autograder.assignment))),
             true}};
}

constexpr std::array<Platform, 3> kPlatforms = {{
    {"gradescope", "write an autograder for Gradescope: a zip archive to upload", "autograder.zip",
     gradescope_scripts, "", "", "upload it in Configure Autograder"},
    {"autolab", "write an autograder for Autolab: a Makefile and a tar archive, in a zip archive",
     "autolab.zip", autolab_scripts, "autograde", "autograde.tar",
     "unpack it and upload both files in the assessment's autograder settings; each exercise is a problem "
     "there"},
    {"prairielearn", "write an external grader for PrairieLearn: a question's tests, in a zip archive",
     "prairielearn.zip", prairielearn_scripts, "tests", "", "unpack it in the question's folder"},
}};

}  // namespace

std::span<const Platform> all() { return kPlatforms; }

std::string packages_of(const Autograder& autograder) {
    std::string text = "python3 gcc g++ libc6-dev make bubblewrap xz-utils";
    for (const std::string& one : autograder.packages) text += " " + shell_word(one);
    return text;
}

std::string install_line(const Autograder& autograder, std::string_view folder) {
    const std::string file = shell_word(fmt::format("{}/{}", folder, autograder.release));
    if (autograder.release.ends_with(".deb"))
        return fmt::format("apt-get install -y -qq --no-install-recommends {}", file);
    if (autograder.release.ends_with(".tar.xz"))
        return fmt::format("tar -xf {} --strip-components=1 -C /usr/local", file);
    return fmt::format("install -m 755 {} /usr/local/bin/sockgrade", file);
}

}  // namespace sockgrade::platforms
