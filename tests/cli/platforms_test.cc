// An assignment checked as a whole, and what course systems get.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <nlohmann/json.hpp>

#include "tests/cli/class_fixture.hh"

namespace sockgrade {
namespace {

namespace fs = std::filesystem;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

class AnAssignment : public ClassInAFolder {
  protected:
    void SetUp() override {
        add("week.yaml",
            "assignment: week-2\ntitle: Week 2\nexercises:\n"
            "  - { exercise: udp-capitalize-server, program: \"udp/server.*\", points: 32 }\n"
            "  - { exercise: tcp-capitalize-server, program: \"tcp/server.*\", points: 20 }\n");
        fs::create_directories(path("hand-in/udp"));
        fs::copy_file(in_source("tests/programs/udp-capitalize-server/accepted/plain.py"),
                      path("hand-in/udp/server.py"));
        add("hand-in/tcp/server.py", "import socket\nsocket.socket(0)\n");
    }
    Said check(const std::vector<std::string>& more = {}) const {
        std::vector<std::string> words = {"check", path("week.yaml"), path("hand-in"), "--seed", "5"};
        words.insert(words.end(), more.begin(), more.end());
        return run(words);
    }
};

TEST_F(AnAssignment, IsCheckedAsAWhole) {
    const Said said = check();
    EXPECT_EQ(said.status, 1) << said.text;
    EXPECT_THAT(said.text,
                AllOf(HasSubstr("udp-capitalize-server/replies-in-capitals"),
                      HasSubstr("All exercises together count 32 of 52 points."), HasSubstr("FAILED")));
    const Said one = check({"--exercise", "udp-capitalize-server"});
    EXPECT_EQ(one.status, 0) << one.text;
    EXPECT_THAT(one.text, Not(HasSubstr("tcp-capitalize-server")));
    EXPECT_THAT(check({"--exercise", "tcp-sender"}).text,
                HasSubstr("week-2 has no exercise \"tcp-sender\"; it has"));
    EXPECT_THAT(check({"--case", "replies"}).text, HasSubstr("name one of them in its place"));
    EXPECT_THAT(run({"check", "udp-receiver", path("hand-in"), "--exercise", "udp-receiver"}).text,
                HasSubstr("--exercise names one of an assignment's"));
}

TEST_F(AnAssignment, CountsAsCourseSystemsReadIt) {
    fs::remove_all(path("hand-in/tcp"));
    const auto json = [&](const char* format) {
        check({"--format", format, "--output", path("result.json")});
        std::ifstream file(path("result.json"));
        return nlohmann::json::parse(file);
    };
    EXPECT_EQ(json("gradescope").at("score"), 32);
    EXPECT_NEAR(json("prairielearn").at("score").get<double>(), 32.0 / 52, 0.001);
    const std::string autolab = check({"--format", "autolab"}).text;
    EXPECT_THAT(
        autolab.substr(autolab.rfind("{\"scores\"")),
        AllOf(HasSubstr("\"tcp-capitalize-server\":0.0"), HasSubstr("\"udp-capitalize-server\":32.0")));
}

// As Gradescope lays it out; ci/platforms runs the scripts as root in a system of their own.
TEST_F(AnAssignment, IsWrittenForCourseSystems) {
    add("release/sockgrade", std::string("\x7f") + "ELF and more");
    add("own.yaml", "assignment: w\nexercises:\n  - { exercise: specs/echo.yaml }\n");
    fs::create_directories(path("specs"));
    fs::copy_file(in_source("examples/echo-server.yaml"), path("specs/echo.yaml"));
    const Said said = run(
        {"gradescope", path("own.yaml"), "--release", path("release/sockgrade"), "--output", path("a.zip")});
    EXPECT_EQ(said.status, 0) << said.text;
    EXPECT_THAT(said.text, HasSubstr("Configure Autograder"));
    const Said list = run_program({"python3", "-m", "zipfile", "-l", path("a.zip")});
    EXPECT_THAT(list.text, AllOf(HasSubstr("setup.sh"), HasSubstr("run_autograder"), HasSubstr("sockgrade "),
                                 HasSubstr("own.yaml"), HasSubstr("specs/echo.yaml")));
    EXPECT_EQ(
        run({"autolab", "udp-receiver", "--release", path("release/sockgrade"), "--output", path("b.zip")})
            .status,
        0);
    EXPECT_THAT(run_program({"python3", "-m", "zipfile", "-l", path("b.zip")}).text,
                AllOf(HasSubstr("autograde-Makefile"), HasSubstr("autograde.tar")));
    EXPECT_THAT(run({"prairielearn", "udp-receiver", "--output", path("c.zip")}).text,
                HasSubstr("name a released one with --release"));
    EXPECT_THAT(run({"gradescope", "udp-receiver", "--release", path("own.yaml")}).text,
                HasSubstr("is no release"));
}

}  // namespace
}  // namespace sockgrade
