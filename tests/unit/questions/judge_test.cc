#include "questions/judge.hh"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "questions/explain.hh"
#include "tests/unit/questions/sample_questions.hh"

namespace sockgrade::questions {
namespace {

using model::CaseResult;
using model::Cause;
using model::Verdict;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

const std::vector<model::Question>& sample_questions() {
    static const std::vector<model::Question> kQuestions{one_of_three(), two_of_four(), largest_port(),
                                                         service_at_22(), open_question()};
    return kQuestions;
}

model::AnswerSheet sheet_of(std::map<std::string, model::Answer> answers) {
    model::AnswerSheet sheet;
    sheet.file = "answers.yaml";
    sheet.answers = std::move(answers);
    return sheet;
}

std::vector<CaseResult> results_of(const model::AnswerSheet& sheet) {
    return judge(sample_questions(), sheet);
}

TEST(JudgeQuestions, GivesPointsForWhatIsRight) {
    const auto results = results_of(sheet_of({{"first", answer_of({"b"})},
                                              {"private", answer_of({"a", "c"})},
                                              {"port", answer_of({"65535"})},
                                              {"service", answer_of({"ssh"})},
                                              {"why", answer_of({"It is."})}}));
    ASSERT_EQ(results.size(), 5U);
    for (std::size_t i = 0; i < 4; ++i) {
        EXPECT_EQ(results[i].verdict, Verdict::passed) << results[i].id;
        EXPECT_EQ(results[i].points, 1);
    }
    EXPECT_EQ(model::overall(results), Verdict::passed);
}

TEST(JudgeQuestions, AnOpenOneIsNeitherPassedNorFailed) {
    for (const auto& answers : {sheet_of({{"why", answer_of({"Because: so."})}}), sheet_of({}),
                                sheet_of({{"why", {{}, false, 7}}})}) {
        const CaseResult open = results_of(answers).back();
        EXPECT_EQ(open.verdict, Verdict::unsupported);
        EXPECT_TRUE(open.for_a_person);
        EXPECT_EQ(open.points, 0);
        EXPECT_EQ(open.cause, std::nullopt);
        EXPECT_EQ(model::overall({open}), Verdict::passed);
    }
    EXPECT_EQ(results_of(sheet_of({{"why", answer_of({"Because: so."})}})).back().findings.front().got,
              "\"Because: so.\"");
}

TEST(JudgeQuestions, WhatIsNotAnsweredHasFailed) {
    const CaseResult none = results_of(sheet_of({{"first", answer_of({" \n"})}})).front();
    EXPECT_EQ(none.verdict, Verdict::failed);
    EXPECT_EQ(none.cause, Cause::missing);
    EXPECT_EQ(none.summary, "This question is not answered.");
}

TEST(JudgeQuestions, AWrongOneSaysWhyAndDoesNotTellTheRightOne) {
    model::Question question = one_of_three();
    question.hint = "Try it.";
    const CaseResult wrong = judge({question}, sheet_of({{"first", answer_of({"a"})}})).front();
    EXPECT_EQ(wrong.cause, Cause::wrong_content);
    EXPECT_EQ(wrong.summary, "It would find nobody.");
    EXPECT_EQ(wrong.hint, "Try it.");
    EXPECT_EQ(wrong.findings.front().awaited, "");
    EXPECT_EQ(wrong.findings.front().got, "\"a\"");
    EXPECT_EQ(model::overall({wrong}), Verdict::failed);
}

TEST(JudgeQuestions, ShowsTheRightOneWhereTheSpecSaysSo) {
    std::vector<model::Question> all{one_of_three(), two_of_four(), largest_port(), service_at_22()};
    for (model::Question& question : all) question.reveal = true;
    std::vector<std::string> shown;
    const auto wrong = sheet_of({{"first", answer_of({"a"})},
                                 {"private", answer_of({"b"})},
                                 {"port", answer_of({"1"})},
                                 {"service", answer_of({"telnet"})}});
    for (const CaseResult& one : judge(all, wrong)) shown.push_back(one.findings.front().awaited);
    EXPECT_THAT(shown, ElementsAre("b) The receiver", "a) 10.1.2.3; c) 192.168.1.7", "65535", "SSH"));
    for (const CaseResult& one : judge(all, sheet_of({}))) EXPECT_EQ(one.findings.front().awaited, "");
}

TEST(JudgeQuestions, WhatIsUnclearIsLeftForAPerson) {
    const CaseResult one = results_of(sheet_of({{"first", answer_of({"the one that waits"})}})).front();
    EXPECT_TRUE(one.for_a_person);
    EXPECT_THAT(one.summary, HasSubstr("A person has to read this answer."));
}

TEST(JudgeQuestions, AWrongTypeIsToldWithItsLine) {
    const CaseResult one = results_of(sheet_of({{"port", {{}, false, 7}}}))[2];
    EXPECT_EQ(one.verdict, Verdict::failed);
    EXPECT_THAT(one.summary, HasSubstr("answers.yaml:7:"));
}

TEST(JudgeQuestions, AFileThatCannotBeReadFailsAllButTheOpenOnes) {
    model::AnswerSheet sheet = sheet_of({});
    sheet.unreadable = "answers.yaml:3:1: not YAML";
    const auto results = results_of(sheet);
    EXPECT_EQ(results.front().summary, "The answers can't be read: answers.yaml:3:1: not YAML");
    EXPECT_EQ(results.front().cause, Cause::missing);
    EXPECT_TRUE(results.back().for_a_person);
}

TEST(JudgeQuestions, ALevelDecides) {
    model::Question question = one_of_three();
    question.level = model::Level::should;
    EXPECT_EQ(model::overall(judge({question}, sheet_of({}))), Verdict::passed);
}

TEST(Remarks, NameWhatIsNoQuestion) {
    EXPECT_THAT(remarks_on(sample_questions(), sheet_of({{"frist", answer_of({"b"})}})),
                ElementsAre("answers.yaml:3: there is no question \"frist\"; did you mean 'first'?"));
}

TEST(Remarks, SayNothingOfNames) {
    EXPECT_THAT(remarks_on(sample_questions(), sheet_of({{"name", answer_of({"Anna"})}})),
                testing::IsEmpty());
}

TEST(Remarks, AreNeverMany) {
    std::map<std::string, model::Answer> answers;
    for (int i = 0; i < 1000; ++i) answers["name-" + std::to_string(i)] = answer_of({"x"});
    const auto remarks = remarks_on(sample_questions(), sheet_of(answers));
    EXPECT_EQ(remarks.size(), 11U);
    EXPECT_EQ(remarks.back(), "answers.yaml: 990 more names are no questions");
}

TEST(Explain, TellsQuestionsAndNoAnswers) {
    const std::string text = explain(sample_questions());
    EXPECT_THAT(text, HasSubstr("first: Which program is started first?\n    a) The sender\n"));
    EXPECT_THAT(text, HasSubstr("must, 1 point; one letter\n"));
    EXPECT_THAT(text, HasSubstr("2 points; a text, which a person reads\n"));
    EXPECT_THAT(text, Not(HasSubstr("65535")));
    EXPECT_THAT(text, Not(HasSubstr("SSH")));
    EXPECT_EQ(explain({}), "");
}

TEST(BlankAnswers, HaveRoomForEach) {
    const std::string text = blank_answers("tcp-sender", sample_questions());
    EXPECT_THAT(text, HasSubstr("exercise: tcp-sender\n"));
    EXPECT_THAT(text, HasSubstr("# Which program is started first?\n#   a) The sender\n"));
    EXPECT_THAT(text, HasSubstr("\nfirst:\n"));
    EXPECT_THAT(text, HasSubstr("\nservice: \"\"\n"));
    EXPECT_THAT(text, HasSubstr("\nwhy: |\n"));
}

}  // namespace
}  // namespace sockgrade::questions
