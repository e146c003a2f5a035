#include "grading/advice.hh"

#include <gtest/gtest.h>

#include <string>

namespace sockgrade::grading {
namespace {

// What is advised when this diagnosis was found and the spec has a hint of its own.
std::string advice(const std::string& diagnosis, const std::string& its_hint) {
    model::CaseResult result;
    result.hint = "Count the bytes.";
    if (!diagnosis.empty()) result.diagnoses.push_back({diagnosis, "It waits.", its_hint, {}});
    choose_advice(result);
    return result.diagnoses.empty() ? result.hint : result.diagnoses.front().hint + result.hint;
}

TEST(Advice, OfTheSpecWhereNothingWasSeen) { EXPECT_EQ(advice("", ""), "Count the bytes."); }

TEST(Advice, OfADiagnosisThatKnowsWhy) {
    EXPECT_EQ(advice("bound_to_loopback_only", "Bind to 0.0.0.0."), "Bind to 0.0.0.0.");
    EXPECT_EQ(advice("python_error", "Look at line 7."), "Look at line 7.");
}

TEST(Advice, OfTheSpecWhereOnlyACallIsKnown) {
    EXPECT_EQ(advice("blocked_in", "Follow your program to that call."), "Count the bytes.");
    EXPECT_EQ(advice("sends_nothing_back", ""), "Count the bytes.");
}

TEST(Advice, OfTheSymptomWhereTheSpecHasNone) {
    model::CaseResult result;
    result.diagnoses.push_back({"blocked_in", "It waits.", "Follow your program to that call.", {}});
    choose_advice(result);
    EXPECT_EQ(result.diagnoses.front().hint, "Follow your program to that call.");
}

// A case has two steps, of which the second has a hint of its own.
std::string advice_at(std::size_t step, model::Finding::Status status = model::Finding::Status::not_met) {
    model::CaseResult result;
    result.hint = "Count the bytes.";
    model::Transcript transcript;
    transcript.plan.steps.resize(2);
    transcript.plan.steps[1].hint = "Close the connection.";
    result.transcripts = {transcript};
    result.findings.emplace_back().status = status;
    result.findings.back().step = step;
    choose_advice(result);
    return result.hint;
}

TEST(Advice, OfTheStepThatFailed) {
    EXPECT_EQ(advice_at(0), "Count the bytes.");
    EXPECT_EQ(advice_at(1), "Close the connection.");
    EXPECT_EQ(advice_at(1, model::Finding::Status::met), "Count the bytes.");
    EXPECT_EQ(advice_at(7), "Count the bytes.");
}

}  // namespace
}  // namespace sockgrade::grading
