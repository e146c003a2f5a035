// What lint once took, and what then met nobody at run time or could not be met.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "tests/support/places.hh"
#include "tests/unit/spec/spec_text.hh"

namespace sockgrade::spec {
namespace {

std::string tcp(const std::string& step) { return with_steps(kTcpServer, "- client: connect\n" + step); }

// --- Files that a spec names.

class Folder : public testing::Test {
  protected:
    void SetUp() override { std::filesystem::create_directories(path()); }
    void TearDown() override { std::filesystem::remove_all(path()); }
    static std::string path() {
        return testing::TempDir() + "sockgrade-" +
               testing::UnitTest::GetInstance()->current_test_info()->name();
    }
    static void write(const std::string& name, std::size_t size) {
        std::ofstream(path() + '/' + name) << std::string(size, 'x');
    }
    static std::string problems(const std::string& text, Reader reader = Reader::grader) {
        try {
            load_spec_text(text, path() + "/e.yaml", kNames, reader);
        } catch (const SpecError& error) {
            std::string all = error.what();
            for (std::size_t at = 0; (at = all.find(path() + '/')) != std::string::npos;)
                all.erase(at, path().size() + 1);
            return all;
        }
        return "";
    }
};

TEST_F(Folder, AFileThatIsSentHasToBeThere) {
    const std::string text = tcp("- client: { send: { file: lines.txt } }\n- client: expect-anything");
    EXPECT_EQ(problems(text),
              "e.yaml:9:33: cases[0].steps[1].client.send.file: there is no file \"lines.txt\"");
    std::filesystem::create_directory(path() + "/lines.txt");
    EXPECT_EQ(problems(text),
              "e.yaml:9:33: cases[0].steps[1].client.send.file: there is no file \"lines.txt\"");
    std::filesystem::remove(path() + "/lines.txt");
    write("lines.txt", std::size_t{1} << 20);
    EXPECT_EQ(problems(text), "");
    write("lines.txt", (std::size_t{1} << 20) + 1);
    EXPECT_EQ(problems(text),
              "e.yaml:9:33: cases[0].steps[1].client.send.file: at most 1048576 bytes go into one message");
}

TEST_F(Folder, AFileForADatagramIsAsLongAsOne) {
    write("lines.txt", 65'508);
    EXPECT_EQ(problems(with_steps(kUdpServer,
                                  "- client: { send: { file: lines.txt } }\n- client: expect-anything")),
              "e.yaml:8:33: cases[0].steps[0].client.send.file: at most 65507 bytes go into one message");
}

TEST_F(Folder, WhatAnAuthorNamesHasToBeThere) {
    const std::string steps = tcp("- client: expect-end");
    EXPECT_EQ(problems("proof: 7\nhandout: README.md\n" + steps, Reader::author),
              "e.yaml:1:8: proof: there is no such folder\ne.yaml:2:10: handout: there is no such file");
    EXPECT_EQ(problems("proof: 7\nhandout: README.md\n" + steps), "");
    std::filesystem::create_directory(path() + "/7");
    write("README.md", 1);
    EXPECT_EQ(problems("proof: 7\nhandout: README.md\n" + steps, Reader::author), "");
}

TEST_F(Folder, AnExerciseHasTheNameOfItsFile) {
    std::string text = tcp("- client: expect-end");
    EXPECT_EQ(problems(text, Reader::author), "");
    text.replace(0, 11, "exercise: f");
    EXPECT_EQ(problems(text, Reader::author),
              "e.yaml:1:11: exercise: an exercise is found by the name of its file, which is \"e\"");
    EXPECT_EQ(problems(text), "");
}

// --- What nobody can know.

TEST(Defects, WhatIsDrawnForAnExpectationAloneCannotBeMet) {
    for (const char* step :
         {"- client: { expect: \"hello {word}\" }", "- client: { expect: { text: \"{pangram}\" } }",
          "- client: { expect: { words: 20 } }",
          "- client: { expect: { lines: { count: 2, text: \"{n} {word}\" } } }",
          "- program: { prints: \"hello {word}\" }"})
        expect_problem(tcp(step), "so no program can know it");
    expect_problem(
        with_steps(kUdpClient, "- server: { expect: { all: { count: 2, text: \"{n} {word}\" } } }"),
        "{word} is drawn for this message alone");
    EXPECT_EQ(problems_of(tcp("- client: { expect: \"hello\" }")), "");
}

TEST(Defects, APlaceholderOfAnotherPlaceIsNoSlipOfWord) {
    EXPECT_EQ(
        problems_of(tcp("- client: { send: \"{port} {wrod}\" }\n- client: expect-end")),
        "x.yaml:9:25: cases[0].steps[1].client.send: {port} stands for nothing here; expected {word} or "
        "{pangram}\n"
        "x.yaml:9:25: cases[0].steps[1].client.send: {wrod} stands for nothing here; expected {word} or "
        "{pangram}; did you mean '{word}'?");
}

// --- What never happens.

TEST(Defects, NobodyConnectsOverUdp) {
    for (const char* step : {"- client: connect", "- client: { connect: { from: another-host } }"})
        expect_problem(with_steps(kUdpServer, std::string(step) + "\n- client: expect-anything"),
                       "a UDP peer has no connection");
}

TEST(Defects, APeersConnectionIsNotTakenByAnExpectation) {
    const std::string chat = "{ role: peer, transport: tcp }";
    expect_problem(with_steps(chat, "- partner: { expect: hello }"), "this peer has no connection yet");
    EXPECT_EQ(problems_of(with_steps(chat, "- partner: connect\n- partner: { expect: hello }")), "");
    EXPECT_EQ(problems_of(with_steps(chat, "- program: { typed: \"hi {word}\" }\n- partner: expect-typed")),
              "");
}

TEST(Defects, ExitsAnyIsExits) {
    EXPECT_EQ(load(tcp("- program: { exits: any }")).cases[0].steps[1].action, model::Action(model::Exits{}));
    expect_problem(tcp("- program: { exits: any, or: goes-on }"), "write 'exits: failure, or: goes-on'");
}

}  // namespace
}  // namespace sockgrade::spec
