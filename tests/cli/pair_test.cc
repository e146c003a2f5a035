// Two programs against each other, from the command line.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>

#include "system/temporary_folder.hh"
#include "tests/cli/said.hh"
#include "tests/support/places.hh"
#include "tests/support/schema.hh"

namespace sockgrade {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using Json = nlohmann::json;

const std::string kPrograms = in_source("tests/programs/");
const std::string kPairedSender = kPrograms + "udp-reliable-sender/accepted/plain.py";
const std::string kPairedReceiver = kPrograms + "udp-reliable-receiver/accepted/plain.py";
const std::string kSilentReceiver = kPrograms + "udp-reliable-receiver/rejected/acknowledges_nothing.py";

std::vector<std::string> check_pair(const std::string& sender, const std::string& receiver) {
    return {"check", "pair-udp-reliable", "--sender", sender, "--receiver", receiver, "--seed", "5"};
}

TEST(PairOnTheCommandLine, TwoRightProgramsPass) {
    const Said said = run(check_pair(kPairedSender, kPairedReceiver));
    EXPECT_EQ(said.status, 0) << said.text;
    EXPECT_THAT(said.text, AllOf(HasSubstr("sender     " + kPairedSender), HasSubstr("PASSED")));
}

TEST(PairOnTheCommandLine, SaysWhoIsWrong) {
    std::vector<std::string> words = check_pair(kPairedSender, kSilentReceiver);
    words.insert(words.end(), {"--case", "each-line-arrives", "--format", "json"});
    const Said said = run(words);
    EXPECT_EQ(said.status, 1) << said.text;
    const Json result = Json::parse(said.text);
    EXPECT_EQ(schema::problems_of(result, "result-1"), "");
    EXPECT_EQ(result.at("programs").at("receiver"), kSilentReceiver);
    const Json& one = result.at("cases").at(0);
    EXPECT_EQ(one.at("blamed"), "receiver");
    EXPECT_EQ(one.at("cause"), "no-reply");
    EXPECT_THAT(one.at("summary").get<std::string>(), HasSubstr("The receiver breaks the rules"));
    EXPECT_THAT(one.at("reproduce").get<std::string>(),
                AllOf(HasSubstr("--sender " + kPairedSender), HasSubstr("--receiver " + kSilentReceiver),
                      HasSubstr("--seed 5")));
}

TEST(PairOnTheCommandLine, AFolderHasBoth) {
    const Said said = run({"check", "pair-udp-reliable", kPrograms + "pair-udp-reliable/accepted/python",
                           "--case", "each-line-arrives"});
    EXPECT_EQ(said.status, 0) << said.text;
}

TEST(PairOnTheCommandLine, SavesATranscriptForEach) {
    const system::TemporaryFolder folder;
    std::vector<std::string> words = check_pair(kPairedSender, kPairedReceiver);
    words.insert(words.end(), {"--case", "lines-get-lost", "--transcripts", folder.path()});
    EXPECT_EQ(run(words).status, 0);
    for (const char* role : {"sender", "receiver"}) {
        const std::string file = folder.path() + "/lines-get-lost." + role + ".json";
        ASSERT_TRUE(std::filesystem::exists(file)) << file;
        const Said again = run({"rejudge", file});
        EXPECT_EQ(again.status, 0) << again.text;
    }
}

TEST(PairOnTheCommandLine, WhatIsMissingOrTooMuch) {
    const auto refusal = [](std::vector<std::string> words) {
        const Said said = run(std::move(words));
        EXPECT_EQ(said.status, 2) << said.text;
        return said.text;
    };
    EXPECT_THAT(refusal({"check", "pair-udp-reliable", "--sender", kPairedSender}),
                HasSubstr("the receiver is missing: name it with --receiver PROGRAM"));
    EXPECT_THAT(refusal({"check", "pair-udp-reliable", "--client", kPairedSender}),
                HasSubstr("has no client"));
    EXPECT_THAT(refusal({"check", "udp-reliable-sender", "--sender", kPairedSender}),
                HasSubstr("--sender is for pairs"));
    EXPECT_THAT(refusal({"check", "udp-reliable-sender"}), HasSubstr("PROGRAM is required"));
    std::vector<std::string> words = check_pair(kPairedSender, kPairedReceiver);
    words.emplace_back("--shrink");
    EXPECT_THAT(refusal(words), HasSubstr("--shrink and --only look at one program"));
    words = check_pair(kPairedSender, kPairedReceiver);
    words.insert(words.end(), {"--", "{port}"});
    EXPECT_THAT(refusal(words), HasSubstr("no arguments can follow"));
}

TEST(PairOnTheCommandLine, IsToldInWords) {
    EXPECT_THAT(run({"show", "pair-udp-reliable"}).text,
                AllOf(HasSubstr("The program of udp-reliable-sender is a UDP sender"),
                      HasSubstr("The program of udp-reliable-receiver is a UDP receiver"),
                      HasSubstr("the sender ends")));
    EXPECT_THAT(run({"list"}).text, HasSubstr("pair-udp-reliable"));
    const Said plan = run({"check", "pair-udp-reliable", "--dry-run", "--seed", "1"});
    EXPECT_EQ(plan.status, 0) << plan.text;
    EXPECT_THAT(plan.text, HasSubstr("receiver"));
}

}  // namespace
}  // namespace sockgrade
