// The questions that are there, and the files in which hand-ins answer them.
#include "grading/answers.hh"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>

#include "base/error.hh"
#include "questions/outcome.hh"
#include "spec/read_questions.hh"
#include "system/temporary_folder.hh"
#include "tests/support/places.hh"

namespace sockgrade::grading {
namespace {

namespace fs = std::filesystem;
using model::Question;
using questions::Outcome;

std::string text_in(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

void write_text(const fs::path& file, const std::string& text = "") { std::ofstream(file) << text; }

std::vector<Question> shipped_questions() {
    std::vector<Question> all;
    for (const auto& entry : fs::directory_iterator(in_source("specs/questions"))) {
        const std::string name = entry.path().stem().string();
        for (Question& one : spec::load_questions_text(text_in(entry.path()), name + ".yaml", name, {})) {
            one.id = name + "/" + one.id;
            all.push_back(std::move(one));
        }
    }
    return all;
}

model::Answer only(std::string text) { return {{std::move(text)}, true, 1}; }

// Each wrong choice says its own reason, and each right one is right, by its letter and by its text.
TEST(ShippedQuestions, ChoicesAreJudgedAsTheySay) {
    for (const Question& question : shipped_questions()) {
        if (question.kind != Question::Kind::choose_one) continue;
        for (std::size_t i = 0; i < question.choices.size(); ++i)
            for (const std::string& text :
                 {std::string(1, questions::letter_of(i)), question.choices[i].text}) {
                const auto judged = questions::judge_choice(question, only(text));
                EXPECT_EQ(judged.outcome, question.choices[i].is_right ? Outcome::right : Outcome::wrong)
                    << question.id << ": " << text;
                if (question.choices[i].is_right) continue;
                EXPECT_EQ(judged.reasons, std::vector<std::string>{question.choices[i].why});
            }
    }
}

TEST(ShippedQuestions, TextsAreJudgedAsTheySay) {
    for (const Question& question : shipped_questions())
        for (const Outcome outcome : {Outcome::right, Outcome::wrong})
            for (const model::TextForm& form :
                 outcome == Outcome::right ? question.right_texts : question.wrong_texts) {
                if (form.is_pattern) continue;
                EXPECT_EQ(questions::judge_text(question, only(form.text)).outcome, outcome)
                    << question.id << ": " << form.text;
            }
}

std::vector<std::string> reasons_of(const Question& question) {
    std::vector<std::string> reasons{question.hint, question.otherwise};
    for (const model::Choice& choice : question.choices) reasons.push_back(choice.why);
    for (const model::TextForm& form : question.wrong_texts) reasons.push_back(form.why);
    return reasons;
}

// A report on a wrong answer must not have the right one in it.
TEST(ShippedQuestions, ReasonsDoNotTellTheRightAnswer) {
    for (const Question& question : shipped_questions())
        for (const std::string& reason : reasons_of(question)) {
            for (const model::Choice& choice : question.choices) {
                if (!choice.is_right) continue;
                EXPECT_EQ(reason.find(choice.text), std::string::npos) << question.id;
            }
            for (const model::TextForm& form : question.right_texts)
                EXPECT_EQ((" " + reason + " ").find(" " + form.text + " "), std::string::npos) << question.id;
        }
}

TEST(AnswersIn, FindsTheOnesOfTheExerciseFirst) {
    const system::TemporaryFolder folder;
    EXPECT_EQ(answers_in(folder.path(), "tcp-sender"), std::nullopt);
    write_text(folder.path() + "/answers.yml");
    EXPECT_EQ(answers_in(folder.path(), "tcp-sender"), folder.path() + "/answers.yml");
    write_text(folder.path() + "/answers-tcp-sender.yaml");
    EXPECT_EQ(answers_in(folder.path(), "tcp-sender"), folder.path() + "/answers-tcp-sender.yaml");
    EXPECT_EQ(answers_in(folder.path(), "udp-sender"), folder.path() + "/answers.yml");
}

TEST(AnswersIn, DoesNotFollowLinksOutOfTheFolder) {
    const system::TemporaryFolder folder;
    const system::TemporaryFolder elsewhere;
    write_text(elsewhere.path() + "/x");
    fs::create_symlink(elsewhere.path() + "/x", folder.path() + "/answers.yaml");
    EXPECT_EQ(answers_in(folder.path(), "tcp-sender"), std::nullopt);
}

TEST(HasOnlyAnswers, LooksAtWhatIsNotHidden) {
    const system::TemporaryFolder folder;
    EXPECT_FALSE(has_only_answers(folder.path()));
    write_text(folder.path() + "/answers.yaml");
    write_text(folder.path() + "/.DS_Store");
    EXPECT_TRUE(has_only_answers(folder.path()));
    write_text(folder.path() + "/sender.py");
    EXPECT_FALSE(has_only_answers(folder.path()));
}

TEST(GradeAnswers, AddsUp) {
    model::Spec spec;
    spec.exercise = "e";
    EXPECT_THROW(grade_answers(spec, "answers.yaml", {}, "", ""), UsageError);
    Question question;
    question.id = "port";
    question.ask = "Which port?";
    question.kind = Question::Kind::number;
    question.right_numbers = {{22, 22, ""}};
    question.points = 3;
    spec.questions = {question};
    model::AnswerSheet sheet;
    sheet.answers["port"] = only("22");
    model::Result result = grade_answers(spec, "answers.yaml", sheet, "", "sockgrade check e answers.yaml");
    EXPECT_EQ(result.verdict, model::Verdict::passed);
    EXPECT_EQ(result.score, 3);
    EXPECT_EQ(result.cases.front().reproduce, "sockgrade check e answers.yaml --case port");
    sheet.answers["port"] = only("23");
    add_questions(result, spec, sheet, "", "");
    EXPECT_EQ(result.verdict, model::Verdict::failed);
    EXPECT_EQ(result.score, 3);
    EXPECT_EQ(result.max_score, 6);
}

}  // namespace
}  // namespace sockgrade::grading
