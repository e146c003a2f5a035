// Where an exercise of one's own begins: what is laid out accepts and rejects what it must as it stands.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <tuple>

#include "system/temporary_folder.hh"
#include "tests/cli/said.hh"

namespace sockgrade {
namespace {

namespace fs = std::filesystem;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

std::string content_of(const fs::path& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

class Templates : public testing::TestWithParam<std::tuple<const char*, const char*>> {};

TEST_P(Templates, ProveThemselves) {
    const auto [transport, role] = GetParam();
    const system::TemporaryFolder folder;
    const std::string quiz = folder.path() + "/quiz";
    const Said made =
        run({"new", "quiz", quiz, "--role", role, "--transport", transport, "--title", "A quiz"});
    EXPECT_EQ(made.status, 0) << made.text;
    EXPECT_THAT(made.text, HasSubstr("sockgrade verify " + quiz + "/quiz.yaml"));
    const Said proven = run({"verify", quiz + "/quiz.yaml"});
    EXPECT_EQ(proven.status, 0) << proven.text;
    EXPECT_THAT(proven.text, Not(HasSubstr("0 passed")));
    EXPECT_THAT(content_of(quiz + "/quiz.yaml"),
                AllOf(HasSubstr("exercise: quiz\ntitle: A quiz\n"), HasSubstr("/specs/schema.json\n"),
                      Not(HasSubstr("new-exercise"))));
    EXPECT_THAT(content_of(quiz + "/README.md"), testing::StartsWith("# A quiz\n"));
}

INSTANTIATE_TEST_SUITE_P(Of, Templates,
                         testing::Combine(testing::Values("tcp", "udp"),
                                          testing::Values("server", "client", "sender", "receiver")),
                         [](const auto& one) {
                             return std::string(std::get<0>(one.param)) + "_" + std::get<1>(one.param);
                         });

TEST(NewExercise, WritesNothingOver) {
    const system::TemporaryFolder folder;
    fs::create_directory(folder.path() + "/quiz");
    std::ofstream(folder.path() + "/quiz/README.md") << "mine";
    const Said made = run({"new", "quiz", folder.path() + "/quiz"});
    EXPECT_EQ(made.status, 0) << made.text;
    EXPECT_THAT(made.text, HasSubstr("was there and stays as it is"));
    EXPECT_EQ(content_of(folder.path() + "/quiz/README.md"), "mine");
}

TEST(NewExercise, HasANameOfItsOwn) {
    const system::TemporaryFolder folder;
    const auto refused = [&](const std::vector<std::string>& words, const std::string& why) {
        const Said said = run(words);
        EXPECT_EQ(said.status, 2) << said.text;
        EXPECT_THAT(said.text, HasSubstr(why));
    };
    const std::string where = folder.path() + "/x";
    refused({"new", "My Quiz", where}, "is no name for an exercise");
    refused({"new", "tcp-sender", where}, "there is an exercise tcp-sender already");
    refused({"new", "quiz", where, "--role", "peer"}, "--role");
    refused({"new", "quiz", where, "--title", "a: b"}, "a title is one line");
    EXPECT_FALSE(fs::exists(where));
    std::ofstream(where) << "a file";
    refused({"new", "quiz", where}, "can't make the folder");
}

}  // namespace
}  // namespace sockgrade
