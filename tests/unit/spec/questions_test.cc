// The files of questions: what authors may write, and what they are told.
#include "spec/read_questions.hh"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/error.hh"
#include "tests/support/places.hh"
#include "tests/unit/spec/spec_text.hh"

namespace sockgrade::spec {
namespace {

using model::Question;
using testing::HasSubstr;

std::vector<Question> load_questions(const std::string& list) {
    return load_questions_text("exercise: e\nquestions:\n" + indented(list, "  "), "q.yaml", "e", {"taken"});
}

std::string question_problems(const std::string& list) {
    try {
        load_questions(list);
    } catch (const SpecError& error) {
        return error.what();
    }
    return "";
}

TEST(Questions, OfEachKindAreRead) {
    const std::vector<Question> all = load_questions(
        "- { id: a, ask: A, points: 2, level: should, hint: H., reveal: true, choose-one: [{ answer: x, "
        "right: "
        "true }, { answer: y, why: No. }] }\n"
        "- { id: b, ask: B, choose-all: [{ answer: x, right: true }, { answer: y, right: true }] }\n"
        "- { id: c, ask: C, section: S, number: { right: 0.5, wrong: [{ number: { from: 1, to: 3 }, why: "
        "No. }], "
        "otherwise: No. } }\n"
        "- { id: d, ask: D, text: { right: [SSH, { pattern: 's.*' }], wrong: [{ answer: x, why: No. }, { "
        "pattern: y+, why: No. }] } }\n"
        "- { id: f, ask: F, open: Whether it is right. }\n");
    ASSERT_EQ(all.size(), 5U);
    EXPECT_EQ(all[0].kind, Question::Kind::choose_one);
    EXPECT_EQ(all[0].points, 2);
    EXPECT_EQ(all[0].level, model::Level::should);
    EXPECT_TRUE(all[0].reveal);
    EXPECT_EQ(all[0].choices.at(1).why, "No.");
    EXPECT_EQ(all[1].kind, Question::Kind::choose_all);
    EXPECT_EQ(all[1].level, model::Level::must);
    EXPECT_EQ(all[2].right_numbers.at(0).from, 0.5);
    EXPECT_EQ(all[2].wrong_numbers.at(0).to, 3);
    EXPECT_EQ(all[3].right_texts.size(), 2U);
    EXPECT_TRUE(all[3].right_texts.at(1).is_pattern);
    EXPECT_EQ(all[4].look_for, "Whether it is right.");
}

// Each with where it stands.
TEST(Questions, MistakesAreToldWithTheirPlace) {
    const std::string two = "[{ answer: x, right: true }, { answer: y, why: No. }]";
    const std::vector<std::pair<std::string, std::string>> mistakes{
        {"- { id: a, aks: A, choose-one: " + two + " }", "q.yaml:3:14: questions[0].aks: unknown key"},
        {"- { id: a, aks: A, choose-one: " + two + " }", "did you mean 'ask'?"},
        {"- { id: a, ask: A, choose-one: " + two + ", open: x }", "exclude each other"},
        {"- { id: a, ask: A }", "expected one of choose-one, choose-all, number, text and open"},
        {"- { id: taken, ask: A, choose-one: " + two + " }", "another question or case has the id 'taken'"},
        {"- { id: exercise, ask: A, choose-one: " + two + " }", "a question needs another id"},
        {"- { id: a, ask: ' ', choose-one: " + two + " }", "expected a sentence"},
        {"- { id: a, ask: A, choose-one: [{ answer: x, why: No. }, { answer: y, why: No. }] }",
         "none of the answers is 'right: true'"},
        {"- { id: a, ask: A, choose-one: [{ answer: x, right: true }, { answer: y, right: true }] }",
         "write 'choose-all'"},
        {"- { id: a, ask: A, choose-one: [{ answer: x, right: true }, { answer: y }] }", "'why' is missing"},
        {"- { id: a, ask: A, choose-one: [{ answer: x, right: true }, { answer: X., why: No. }] }",
         "stands here twice"},
        {"- { id: a, ask: A, choose-one: [{ answer: x, right: true, why: Yes. }, { answer: y, why: No. }] }",
         "this one is right"},
        {"- { id: a, ask: A, number: { right: many } }", "expected a number, not \"many\""},
        {"- { id: a, ask: A, number: { right: 8, wrong: [{ number: 8, why: No. }] } }",
         "among the right ones"},
        {"- { id: a, ask: A, number: { right: { from: 8, to: 7 } } }", "'from' is larger than 'to'"},
        {"- { id: a, ask: A, text: { right: [] } }", "expected at least one right answer"},
        {"- { id: a, ask: A, text: { right: [{ pattern: '(' }] } }", "this is no regular expression"},
        {"- { id: a, ask: A, text: { right: [{ pattern: sock_stream }] } }", "'_' fits nothing"},
        {"- { id: a, ask: A, text: { right: ['...'] } }", "with a letter or a digit"},
        {"- { id: a, ask: A, text: { right: [SSH], wrong: [{ pattern: s+h, why: No. }] } }",
         "\"SSH\" is right here, and wrong as well"},
        {"- { id: a, ask: A, text: { right: [SSH], wrong: [{ why: No. }] } }",
         "expected one of answer and pattern"},
        {"- { id: a, ask: A, open: x, hint: H. }", "'open' and 'hint' exclude each other"},
        {"[]", "expected at least one question"},
    };
    for (const auto& [text, part] : mistakes) EXPECT_THAT(question_problems(text), HasSubstr(part)) << text;
}

TEST(Questions, BelongToTheExerciseThatNamesThem) {
    EXPECT_THROW(
        load_questions_text("exercise: f\nquestions: [{ id: a, ask: A, open: x }]", "q.yaml", "e", {}),
        SpecError);
}

TEST(Questions, OfASpecAreNamedByIt) {
    const std::string named =
        "exercise: e\ntitle: t\nquestions: missing.yaml\nprogram: { role: server, transport: tcp }\n"
        "cases: [{ id: c, title: t, steps: [{ a: connect }, { a: expect-end }] }]\n";
    expect_problem(named, "cannot read the questions 'missing.yaml'");
    EXPECT_EQ(load_spec(in_source("specs/udp-sender.yaml"), kNames).questions.size(), 7U);
}

}  // namespace
}  // namespace sockgrade::spec
