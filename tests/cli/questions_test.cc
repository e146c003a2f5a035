// Questions from the command line: alone, beside a program, and in a hand-in that is not as it should be.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>

#include "system/temporary_folder.hh"
#include "tests/cli/said.hh"
#include "tests/support/places.hh"
#include "tests/support/schema.hh"

namespace sockgrade {
namespace {

namespace fs = std::filesystem;
using QuestionsJson = nlohmann::json;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

const std::string kRoot = source_folder();
const std::string kProof = kRoot + "/tests/programs/udp-sender/";
const std::string kRight = kProof + "answers/accepted/letters.yaml";
const std::string kWrongAnswers = kProof + "answers/rejected/thinks_that_datagrams_wait.yaml";

class QuestionsOnTheCommandLine : public testing::Test {
  protected:
    const std::string& folder() const { return folder_.path(); }
    std::string put_answers(const std::string& name, const std::string& text) const {
        std::ofstream(folder() + "/" + name, std::ios::binary) << text;
        return folder() + "/" + name;
    }
    void copy_here(const std::string& file, const std::string& name) const {
        fs::copy_file(file, folder() + "/" + name);
    }

  private:
    system::TemporaryFolder folder_;
};

// Reports fold their lines.
std::string unfolded(const Said& said) {
    std::istringstream words(said.text);
    std::string text;
    for (std::string word; words >> word;) text += word + " ";
    return text;
}

Said check_sender(const std::string& what, std::vector<std::string> more = {}) {
    std::vector<std::string> words{"check", "udp-sender", what, "--seed", "3"};
    words.insert(words.end(), more.begin(), more.end());
    return run(words);
}

QuestionsJson json_of(const std::string& what) {
    return QuestionsJson::parse(check_sender(what, {"--format", "json"}).text);
}

TEST_F(QuestionsOnTheCommandLine, AnswersAreGradedByThemselves) {
    const Said right = check_sender(kRight);
    EXPECT_EQ(right.status, 0) << right.text;
    EXPECT_THAT(right.text, AllOf(HasSubstr("6 of 8 points, 2 of them for a person to give"),
                                  HasSubstr("open  who-could-tell")));
    const Said wrong = check_sender(kWrongAnswers);
    EXPECT_EQ(wrong.status, 1);
    EXPECT_THAT(wrong.text, AllOf(HasSubstr("Nobody keeps a datagram for a program that is not there."),
                                  HasSubstr("--case nobody-listens")));
}

TEST_F(QuestionsOnTheCommandLine, AFolderIsGradedWithItsProgramAndItsAnswers) {
    copy_here(kProof + "accepted/plain.py", "sender.py");
    copy_here(kWrongAnswers, "answers.yaml");
    const QuestionsJson result = json_of(folder());
    EXPECT_EQ(schema::problems_of(result, "result-1"), "");
    EXPECT_EQ(result["verdict"], "failed");
    std::map<std::string, std::string> verdicts;
    for (const QuestionsJson& one : result["cases"]) verdicts[one["id"]] = one["verdict"];
    EXPECT_EQ(verdicts.at("nobody-listens"), "failed");
    EXPECT_EQ(verdicts.at("lan-or-wan"), "passed");
    EXPECT_EQ(verdicts.at("who-could-tell"), "unsupported");
    EXPECT_EQ(result["cases"][0].value("question", "none"), "none");
    EXPECT_EQ(result["cases"][0]["verdict"], "passed");
    EXPECT_EQ(result["cases"].back()["for_a_person"], true);
}

TEST_F(QuestionsOnTheCommandLine, AProgramAloneIsGradedAlone) {
    const Said alone = check_sender(kProof + "accepted/plain.py");
    EXPECT_EQ(alone.status, 0);
    EXPECT_THAT(unfolded(alone), Not(HasSubstr("not graded")));
    copy_here(kProof + "accepted/plain.py", "sender.py");
    copy_here(kWrongAnswers, "answers.yaml");
    const Said beside = check_sender(folder() + "/sender.py");
    EXPECT_EQ(beside.status, 0);
    EXPECT_THAT(unfolded(beside), HasSubstr("its 7 questions were not graded"));
    EXPECT_EQ(check_sender(folder() + "/sender.py", {"--questions", "always"}).status, 1);
}

TEST_F(QuestionsOnTheCommandLine, AFolderWithoutAnswersSaysSo) {
    copy_here(kProof + "accepted/plain.py", "sender.py");
    const Said said = check_sender(folder());
    EXPECT_EQ(said.status, 0);
    EXPECT_THAT(unfolded(said), HasSubstr("there is no answers.yaml in the folder"));
    const Said always = check_sender(folder(), {"--questions", "always"});
    EXPECT_EQ(always.status, 1);
    EXPECT_THAT(always.text, HasSubstr("This question is not answered."));
    EXPECT_THAT(unfolded(check_sender(folder(), {"--questions", "never"})), Not(HasSubstr("not graded")));
}

// Right answers do not stand for a program that is missing.
TEST_F(QuestionsOnTheCommandLine, AFolderWithAnswersAloneIsNoHandIn) {
    copy_here(kRight, "answers.yaml");
    const Said said = check_sender(folder());
    EXPECT_EQ(said.status, 2) << said.text;
    EXPECT_THAT(said.text, AllOf(HasSubstr("no program in it"), HasSubstr("grades the answers alone")));
}

TEST_F(QuestionsOnTheCommandLine, AnswersToAnotherExerciseAreNotTakenForWrong) {
    copy_here(kProof + "accepted/plain.py", "sender.py");
    copy_here(kRoot + "/tests/programs/udp-receiver/answers/accepted/letters.yaml", "answers.yaml");
    const Said folder_said = check_sender(folder());
    EXPECT_EQ(folder_said.status, 0);
    EXPECT_THAT(folder_said.text, HasSubstr("answers-udp-sender.yaml"));
    EXPECT_EQ(check_sender(folder() + "/answers.yaml").status, 2);
    copy_here(kWrongAnswers, "answers-udp-sender.yaml");
    EXPECT_EQ(check_sender(folder()).status, 1);
}

TEST_F(QuestionsOnTheCommandLine, OneQuestionIsACaseByItsId) {
    copy_here(kWrongAnswers, "answers.yaml");
    for (const std::string& what : {folder(), folder() + "/answers.yaml"}) {
        EXPECT_EQ(check_sender(what, {"--case", "lan-or-wan"}).status, 0);
        EXPECT_EQ(check_sender(what, {"--case", "nobody-listens"}).status, 1);
    }
    EXPECT_THAT(check_sender(kRight, {"--case", "lan-or-wam"}).text, HasSubstr("no question 'lan-or-wam'"));
}

// Told with its line, and graded: nothing of it is an error of the command line or of ours.
TEST_F(QuestionsOnTheCommandLine, ABadFileIsTold) {
    const std::vector<std::pair<std::string, std::string>> bad{
        {"", "this file of answers is empty"},
        {"lan-or-wan: gr\xfc\xdf"
         "e\n",
         "answers.yaml:1:1: not UTF-8"},
        {"- a\n- b\n", "answers.yaml:1:1: expected a line"},
        {"lan-or-wan: {a: b}\n", "answers.yaml:1: one answer is expected here"},
        {"x: " + std::string(60'000, '['), "nested too deeply"},
        {std::string(10 << 20, '#'), "larger than 1 MiB"},
        {"lan_or_wan: a\nthree-calls: 3: 3\n", "the answers were read line by line"},
    };
    for (const auto& [text, part] : bad) {
        const Said said = check_sender(put_answers("answers.yaml", text));
        EXPECT_EQ(said.status, 1) << said.text;
        EXPECT_THAT(unfolded(said), HasSubstr(part));
    }
}

TEST_F(QuestionsOnTheCommandLine, WhatIsNoFileIsRefused) {
    const std::string pipe = folder() + "/answers.yaml";
    ASSERT_EQ(::mkfifo(pipe.c_str(), 0600), 0);
    const Said said = check_sender(pipe);
    EXPECT_EQ(said.status, 2);
    EXPECT_THAT(said.text, HasSubstr("it is no file of text"));
    EXPECT_EQ(check_sender(folder() + "/missing.yaml").status, 2);
    EXPECT_THAT(run({"check", "tcp-shout-server", kRight}).text,
                HasSubstr("tcp-shout-server has no questions"));
}

TEST_F(QuestionsOnTheCommandLine, ALinkDoesNotLeadOutOfAHandIn) {
    system::TemporaryFolder elsewhere;
    std::ofstream(elsewhere.path() + "/secret.yaml") << "lan-or-wan: secret-of-the-machine\n";
    copy_here(kProof + "accepted/plain.py", "sender.py");
    fs::create_symlink(elsewhere.path() + "/secret.yaml", folder() + "/answers.yaml");
    EXPECT_THAT(check_sender(folder(), {"--verbose"}).text, Not(HasSubstr("secret-of-the-machine")));
}

TEST_F(QuestionsOnTheCommandLine, HostileAnswersAreHarmless) {
    const Said said =
        check_sender(put_answers("answers.yaml", "lan-or-wan: \"\\x1b[2J::error::x\"\n\"\\x1b[31m\": b\n"),
                     {"--format", "github"});
    EXPECT_THAT(said.text, AllOf(Not(HasSubstr("\x1b")), Not(HasSubstr("\n::error::x"))));
}

TEST_F(QuestionsOnTheCommandLine, ShowTellsTheQuestionsAndPrintsABlankSheet) {
    const Said shown = run({"show", "udp-sender"});
    EXPECT_THAT(shown.text,
                AllOf(HasSubstr("lan-or-wan: Your computer says"), HasSubstr("    a) A LAN address")));
    EXPECT_THAT(run({"show", "tcp-shout-server", "--answers"}).text, HasSubstr("has no questions"));
}

// A blank sheet is among the starters of each exercise with questions, and none of them is stale.
TEST_F(QuestionsOnTheCommandLine, BlankSheetsAreAmongTheStarters) {
    for (const auto& entry : fs::directory_iterator(kRoot + "/specs/questions")) {
        const std::string name = entry.path().stem().string();
        std::ifstream file(kRoot + "/exercises/" + name + "/starter/answers.yaml");
        const std::string there{std::istreambuf_iterator<char>(file), {}};
        EXPECT_EQ(there, run({"show", name, "--answers"}).text) << name;
        const Said blank = run({"check", name, kRoot + "/exercises/" + name + "/starter/answers.yaml"});
        EXPECT_EQ(blank.status, 1);
        EXPECT_THAT(blank.text, AllOf(HasSubstr("0 of "), Not(HasSubstr("read line by line"))));
    }
}

TEST_F(QuestionsOnTheCommandLine, AMistakeOfTheAuthorIsToldByLint) {
    put_answers("questions.yaml", "exercise: e\nquestions:\n  - { id: a, ask: A, opne: x }\n");
    const std::string spec = put_answers(
        "spec.yaml",
        "exercise: e\ntitle: t\nquestions: questions.yaml\nprogram: { role: server, transport: udp }\n"
        "cases:\n  - { id: c, title: t, steps: [{ a: { send: x } }, { a: { expect: x } }] }\n");
    const Said said = run({"lint", spec});
    EXPECT_EQ(said.status, 2);
    EXPECT_THAT(said.text, AllOf(HasSubstr("questions.yaml:3:22: questions[0].opne"),
                                 HasSubstr("did you mean 'open'?")));
}

// Two hand-ins with the same program, one with answers: they must count to the same.
TEST_F(QuestionsOnTheCommandLine, AClassIsAskedAllOrNobody) {
    for (const char* who : {"/class/ann", "/class/bo"}) {
        fs::create_directories(folder() + who);
        fs::copy_file(kProof + "accepted/plain.py", folder() + who + std::string("/sender.py"));
    }
    fs::copy_file(kRight, folder() + "/class/ann/answers.yaml");
    std::ofstream(folder() + "/class/ann/answers.yaml", std::ios::app)
        << "  The receiver, by an answer.\n";  // behind the last question, which is the open one
    const auto graded = [&](const std::string& rule, const std::string& out) {
        const std::string week = put_answers(
            "week.yaml", "assignment: week\n" + rule + "exercises: [{ exercise: udp-sender, points: 10 }]\n");
        return run({"batch", week, folder() + "/class", "--out", folder() + out, "--seed", "3"});
    };
    const Said by_itself = graded("", "/auto");
    EXPECT_EQ(by_itself.status, 0) << by_itself.text;
    EXPECT_THAT(by_itself.text, HasSubstr("2 passed, 0 failed, 0 missing, 0 to look at"));
    EXPECT_THAT(run({"report", folder() + "/auto", "--points"}).text,
                AllOf(HasSubstr("\"ann\",10,10"), HasSubstr("\"bo\",10,10")));
    EXPECT_THAT(run({"report", folder() + "/auto", "--only", "ann"}).text,
                AllOf(HasSubstr("The answers to the questions count nothing."), HasSubstr("lan-or-wan")));

    const Said asked = graded("questions: always\n", "/always");
    EXPECT_THAT(asked.text, AllOf(HasSubstr("for a person to read: who-could-tell"),
                                  HasSubstr("Look at ann (udp-sender): read the open answers")));
    EXPECT_THAT(run({"report", folder() + "/always", "--points"}).text, HasSubstr("\"ann\",,\r\n"));
    const QuestionsJson ann =
        QuestionsJson::parse(run({"report", folder() + "/always", "--only", "ann", "--format", "json"}).text);
    const QuestionsJson bo =
        QuestionsJson::parse(run({"report", folder() + "/always", "--only", "bo", "--format", "json"}).text);
    EXPECT_EQ(ann["max_score"], bo["max_score"]);
    EXPECT_LT(bo["score"], ann["score"]) << "who hands in no answers has no points for them";
    put_answers("always/overrides.csv",
                "student,exercise,case,points,reason\nann,udp-sender,who-could-tell,2,well said\n");
    EXPECT_THAT(run({"report", folder() + "/always", "--points"}).text, HasSubstr("\"ann\",10,10"));
    EXPECT_THAT(run({"report", folder() + "/always", "--only", "ann"}).text, HasSubstr("10 of 10 points"));
}

}  // namespace
}  // namespace sockgrade
