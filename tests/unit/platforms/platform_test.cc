#include "platforms/platform.hh"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>

namespace sockgrade::platforms {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

std::map<std::string, std::string> files_for(std::string_view name, const Autograder& autograder) {
    std::map<std::string, std::string> files;
    for (const Platform& one : all())
        if (one.name == name)
            for (File& file : one.scripts(autograder)) files[file.path] = std::move(file.text);
    return files;
}

Autograder week_2(const std::string& release) {
    Autograder autograder;
    autograder.name = "week-2";
    autograder.assignment = "week 2.yaml";
    autograder.release = release;
    autograder.packages = {"golang-go", "bad;rm -rf"};
    return autograder;
}

TEST(Gradescope, RunsWhatWasUploaded) {
    auto files = files_for("gradescope", week_2("sockgrade"));
    EXPECT_THAT(files["setup.sh"],
                AllOf(HasSubstr("install -m 755 /autograder/source/sockgrade /usr/local/bin/sockgrade"),
                      HasSubstr("python3 gcc"), HasSubstr(" golang-go 'bad;rm -rf'\n")));
    EXPECT_THAT(
        files["run_autograder"],
        HasSubstr(
            "sockgrade check '/autograder/source/week 2.yaml' /autograder/submission --format gradescope "
            "--output /autograder/results/results.json"));
}

TEST(CourseSystems, InstallAReleaseByItsKind) {
    EXPECT_THAT(install_line(week_2("sockgrade_1_amd64.deb"), "/x"), HasSubstr("apt-get install"));
    EXPECT_THAT(install_line(week_2("sockgrade-1-linux-x86_64.tar.xz"), "/x"),
                HasSubstr("--strip-components=1"));
    EXPECT_THAT(files_for("autolab", week_2("sockgrade_1_amd64.deb"))["autograde/grade.sh"],
                HasSubstr("dpkg-deb -x"));
}

TEST(CourseSystems, TakeAnExerciseToo) {
    Autograder autograder = week_2("sockgrade");
    autograder.assignment = "udp-receiver";
    EXPECT_THAT(
        files_for("prairielearn", autograder)["tests/run.sh"],
        AllOf(HasSubstr("sockgrade check udp-receiver /grade/student"), Not(HasSubstr("/grade/tests/udp"))));
    EXPECT_THAT(files_for("autolab", autograder)["autograde-Makefile"],
                HasSubstr("\t@sh autograde/grade.sh\n"));
}

}  // namespace
}  // namespace sockgrade::platforms
