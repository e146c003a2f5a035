// A spec that somebody writes for a course of their own, as docs/writing-a-spec.md tells it.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "system/temporary_folder.hh"
#include "tests/cli/said.hh"
#include "tests/support/places.hh"

namespace sockgrade {
namespace {

using testing::AllOf;
using testing::HasSubstr;

class OwnSpec : public testing::Test {
  protected:
    OwnSpec() {
        std::filesystem::copy(in_source("examples/echo-server.yaml"), file("echo-server.yaml"));
        std::filesystem::copy(in_source("examples/echo-server"), file("echo-server"),
                              std::filesystem::copy_options::recursive);
    }
    std::string file(const std::string& name) const { return folder_.path() + "/" + name; }
    // In front of the program that has to be rejected.
    void put_before_the_rejected(const std::string& line) const {
        const std::string name = file("echo-server/rejected/echoes_in_capitals.py");
        std::ifstream in(name, std::ios::binary);
        const std::string text{std::istreambuf_iterator<char>(in), {}};
        std::ofstream(name, std::ios::binary) << line << text;
    }

  private:
    system::TemporaryFolder folder_;
};

TEST_F(OwnSpec, IsWellFormed) {
    const Said said = run({"lint", file("echo-server.yaml")});
    EXPECT_EQ(said.status, 0);
    EXPECT_THAT(said.text, HasSubstr("well formed, 3 cases"));
}

// Nobody has to know our diagnoses to prove a spec.
TEST_F(OwnSpec, IsProvedWithoutADiagnosis) {
    const Said said = run({"verify", "--verbose", file("echo-server.yaml")});
    EXPECT_EQ(said.status, 0) << said.text;
    EXPECT_THAT(said.text, AllOf(HasSubstr("rejected/echoes_in_capitals.py: echoes failed (wrong-case"),
                                 HasSubstr("5 passed, 0 failed")));
}

TEST_F(OwnSpec, IsHeldToTheDiagnosisThatItNames) {
    put_before_the_rejected("# diagnosis: sends_back_unchanged\n");
    const Said said = run({"verify", file("echo-server.yaml")});
    EXPECT_EQ(said.status, 1) << said.text;
    EXPECT_THAT(said.text, HasSubstr("should be by sends_back_unchanged"));

    put_before_the_rejected("# diagnosis: sends_it_back\n");
    const Said unknown = run({"verify", file("echo-server.yaml")});
    EXPECT_EQ(unknown.status, 2);
    EXPECT_THAT(unknown.text, HasSubstr("`sockgrade list diagnoses` shows them all"));
}

}  // namespace
}  // namespace sockgrade
