// Reports for other systems, from outside: where they go, and what they take from the environment.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "system/temporary_folder.hh"
#include "tests/cli/said.hh"
#include "tests/support/places.hh"

namespace sockgrade {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::StartsWith;

const std::string kSender = in_source("tests/programs/tcp-sender/");

class Formats : public testing::Test {
  protected:
    std::string path(const std::string& name) const { return folder_.path() + "/" + name; }
    static std::string written(const std::string& path) {
        std::ifstream in(path, std::ios::binary);
        return {std::istreambuf_iterator<char>(in), {}};
    }
    // One case of a right or a wrong program, with what the environment says.
    static Said check(const std::string& program, const std::string& format,
                      std::vector<std::string> environment = {}, const std::vector<std::string>& more = {}) {
        std::vector<std::string> argv = std::move(environment);
        argv.insert(argv.begin(), "/usr/bin/env");
        for (const std::string& word :
             {sockgrade_program(), std::string("check"), std::string("tcp-sender"), kSender + program,
              std::string("--case"), std::string("message-arrives"), std::string("--format"), format})
            argv.push_back(word);
        argv.insert(argv.end(), more.begin(), more.end());
        return run_program(argv);
    }

  private:
    system::TemporaryFolder folder_;
};

TEST_F(Formats, AreListed) {
    const Said said = run({"list", "formats"});
    EXPECT_EQ(said.status, 0);
    for (const char* format : {"autolab", "classroom50", "csv", "ctrf", "github", "gradescope", "json",
                               "junit", "markdown", "prairielearn", "sequence", "svg", "tap", "text"})
        EXPECT_THAT("\n" + said.text, HasSubstr("\n" + std::string(format) + " "));
}

TEST_F(Formats, GoToAFile) {
    const Said said = check("rejected/never_sends.py", "junit", {}, {"--output", path("report.xml")});
    EXPECT_EQ(said.status, 1);
    EXPECT_EQ(said.text, "");
    EXPECT_THAT(written(path("report.xml")), AllOf(StartsWith("<?xml "), HasSubstr("<failure ")));
}

TEST_F(Formats, TheStepsSummaryIsAddedToWhatIsThere) {
    std::ofstream(path("summary")) << "what another step said\n";
    const Said said = check("rejected/never_sends.py", "github", {"GITHUB_STEP_SUMMARY=" + path("summary")});
    EXPECT_EQ(said.status, 1);
    EXPECT_THAT(said.text, AllOf(HasSubstr("FAILED  "), HasSubstr("\n::error file=")));
    EXPECT_THAT(written(path("summary")), AllOf(StartsWith("what another step said\n## "),
                                                HasSubstr("| **failed** | message-arrives: ")));
    EXPECT_EQ(check("accepted/plain.py", "github").status, 0) << "there need not be one";
}

// A verdict is not lost for it.
TEST_F(Formats, ASummaryThatCannotBeWrittenIsSaid) {
    const Said said = check("accepted/plain.py", "github", {"GITHUB_STEP_SUMMARY=" + path("no/such/folder")});
    EXPECT_EQ(said.status, 2);
    EXPECT_THAT(said.text, AllOf(HasSubstr("PASSED"), HasSubstr("No such file or directory")));
}

TEST_F(Formats, WhatAFormatNeedsIsSaidBeforeAnythingRuns) {
    const Said said = check("not-looked-for", "classroom50", {"CLASSROOM=networks"});
    EXPECT_EQ(said.status, 2);
    EXPECT_EQ(
        said.text,
        "sockgrade: the format 'classroom50' takes the environment variable ASSIGNMENT, which is not set\n");
}

TEST_F(Formats, Classroom50SaysWhoseResultItIs) {
    const Said said = check("accepted/plain.py", "classroom50",
                            {"CLASSROOM=networks", "ASSIGNMENT=sender", "SUBMISSION_TAG=submit/1",
                             "COMMIT_URL=c", "RELEASE_URL=r", "OWNER=anna"});
    EXPECT_EQ(said.status, 0);
    const nlohmann::json document = nlohmann::json::parse(said.text);
    EXPECT_EQ(document["owner"], "anna");
    EXPECT_EQ(document["score"], document["max-score"]);
    EXPECT_THAT(std::string(document["datetime"]), StartsWith("20")) << "today";
}

}  // namespace
}  // namespace sockgrade
