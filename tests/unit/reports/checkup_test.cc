#include "reports/checkup.hh"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <sstream>
#include <string>

#include "base/columns.hh"
#include "tests/support/golden.hh"
#include "tests/support/schema.hh"

namespace sockgrade::reports {
namespace {

using nlohmann::json;

model::Checkup sample() {
    const std::string words = "Start the container with the rights that namespaces take:";
    const std::string command =
        "docker run --security-opt seccomp=unconfined --security-opt apparmor=unconfined "
        "--security-opt systempaths=unconfined IMAGE";
    model::Checkup checkup;
    checkup.isolation = "E";
    checkup.meaning = "Programs run as you do. Grade only programs that you trust.";
    checkup.not_contained = {
        "network: programs share this machine's, and reach every server on it. What they dial elsewhere is "
        "brought home.",
        "disk: any number of files."};
    checkup.can_grade = false;
    checkup.groups = {
        {"isolation",
         {{"user-namespaces", false, "unshare: Operation not permitted", "Keeping programs apart takes root.",
           words, command},
          {"own-files", false, "unshare: Operation not permitted", "Programs see this machine's files.",
           words, command},
          {"refused-files", false, "Landlock: Function not implemented", "", "", ""},
          {"ending-daemons", true, "nothing that a program starts outlives its case", "", "", ""}}},
        {"languages", {{"python3", true, "Python 3.11.2 \x1b[2J", "", "", ""}}},
    };
    return checkup;
}

TEST(CheckupReport, Text) { golden::expect_golden(checkup_text(sample(), {}), "doctor.txt"); }

TEST(CheckupReport, TextInColour) {
    ReportOptions options;
    options.color = true;
    golden::expect_golden(checkup_text(sample(), options), "doctor-color.txt");
}

TEST(CheckupReport, FitsInItsColumns) {
    ReportOptions options;
    for (options.columns = 50; options.columns <= 100; options.columns += 10) {
        std::istringstream lines(checkup_text(sample(), options));
        for (std::string line; std::getline(lines, line);)
            EXPECT_LE(columns_of(line), options.columns) << line;
    }
}

TEST(CheckupReport, JsonFollowsItsSchema) {
    const json document = json::parse(checkup_json(sample()));
    EXPECT_EQ(schema::problems_of(document, "doctor-1"), "");
    EXPECT_EQ(document["abilities"].size(), 5U);
    EXPECT_EQ(document["abilities"][1]["command"], sample().groups[0].abilities[1].command);
    json changed = document;
    changed["isolation"] = "F";
    EXPECT_NE(schema::problems_of(changed, "doctor-1"), "");
    changed = document;
    changed["abilities"][0].erase("lost");
    EXPECT_NE(schema::problems_of(changed, "doctor-1"), "");
}

}  // namespace
}  // namespace sockgrade::reports
