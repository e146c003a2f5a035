// Starters are what students begin with: each builds and runs as it is, and none of them passes or brings the
// harness into trouble.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "tests/cli/said.hh"
#include "tests/support/places.hh"

namespace sockgrade {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;
using testing::Not;

const fs::path kTree = source_folder();

// Every exercise with one program.
std::vector<std::string> exercises_with_starters() {
    std::vector<std::string> names;
    for (const auto& entry : fs::directory_iterator(kTree / "specs")) {
        const std::string name = entry.path().stem().string();
        if (entry.path().extension() == ".yaml" && !name.starts_with("pair-")) names.push_back(name);
    }
    std::sort(names.begin(), names.end());
    return names;
}

// Others follow from it.
std::string first_case_of(const std::string& exercise) {
    std::ifstream spec(kTree / "specs" / (exercise + ".yaml"));
    constexpr std::string_view kBegin = "  - id: ";
    for (std::string line; std::getline(spec, line);)
        if (line.starts_with(kBegin)) return line.substr(kBegin.size());
    return "";
}

class Starters : public testing::TestWithParam<std::string> {};

TEST_P(Starters, OfEachLanguageBuildAndRunAndDoNotPass) {
    const fs::path starter = kTree / "exercises" / GetParam() / "starter";
    for (const char* language : {"python", "c"}) EXPECT_TRUE(fs::is_directory(starter / language)) << starter;
    for (const auto& entry : fs::directory_iterator(starter)) {
        const fs::path& folder = entry.path();
        if (!entry.is_directory()) continue;  // answers.yaml
        const Said said =
            run({"check", GetParam(), folder.string(), "--case", first_case_of(GetParam()), "--seed", "1"});
        EXPECT_EQ(said.status, 1) << folder << "\n" << said.text;
        EXPECT_THAT(said.text, Not(HasSubstr("build-failed"))) << folder;
        EXPECT_THAT(said.text, Not(HasSubstr("The program can be built."))) << folder;
    }
}

INSTANTIATE_TEST_SUITE_P(Of, Starters, testing::ValuesIn(exercises_with_starters()), [](const auto& one) {
    std::string name = one.param;
    std::replace(name.begin(), name.end(), '-', '_');
    return name;
});

}  // namespace
}  // namespace sockgrade
