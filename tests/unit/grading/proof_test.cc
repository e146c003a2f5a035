#include "grading/proof.hh"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <utility>

#include "system/temporary_folder.hh"

namespace sockgrade::grading {
namespace {

using model::Verdict;
using ::testing::HasSubstr;

model::CaseResult failed_case(const std::string& id, const std::vector<std::string>& diagnoses) {
    model::CaseResult one;
    one.id = id;
    one.verdict = Verdict::failed;
    one.cause = model::Cause::missing;
    for (const std::string& diagnosis : diagnoses) one.diagnoses.push_back({diagnosis, "", "", {}});
    return one;
}

model::Result result_of(std::vector<model::CaseResult> cases) {
    model::Result result;
    result.cases = std::move(cases);
    return result;
}

const ProofProgram kRejected{
    ProofProgram::Kind::rejected, "stale.c", {"a", "b"}, {"stale_buffer", "never_sends"}};

TEST(Proof, ARejectedProgramIsExplainedByWhatItNames) {
    const model::Result result =
        result_of({failed_case("a", {"stale_buffer", "never_accepts"}), failed_case("b", {"never_sends"})});
    EXPECT_EQ(disagreement(kRejected, result), "");
}

TEST(Proof, AnotherFirstDiagnosisIsWrong) {
    const model::Result result =
        result_of({failed_case("a", {"never_accepts", "stale_buffer"}), failed_case("b", {"never_sends"})});
    const std::string wrong = disagreement(kRejected, result);
    EXPECT_THAT(
        wrong,
        HasSubstr("a (missing): explained by never_accepts, and should be by never_sends or stale_buffer"));
    EXPECT_THAT(wrong, HasSubstr("nothing is explained by stale_buffer"));
}

TEST(Proof, NoDiagnosisIsWrong) {
    const model::Result result = result_of({failed_case("a", {}), failed_case("b", {"never_sends"})});
    EXPECT_THAT(disagreement(kRejected, result), HasSubstr("a (missing): nothing explains it"));
}

TEST(Proof, APairThatBlamesNeitherIsNotExplained) {
    const ProofProgram neither{ProofProgram::Kind::rejected, "pair", {"a"}, {}, "neither"};
    model::CaseResult one = failed_case("a", {});
    one.blamed = "neither";
    EXPECT_EQ(disagreement(neither, result_of({one})), "");
}

TEST(Proof, AForgivenProgramMayBeExplained) {
    ProofProgram forgiven{ProofProgram::Kind::forgiven, "twice.c", {"a"}};
    const model::Result result = result_of({failed_case("a", {"never_sends"})});
    EXPECT_EQ(disagreement(forgiven, result), "");
    forgiven.diagnoses = {"stale_buffer"};
    EXPECT_THAT(disagreement(forgiven, result), HasSubstr("should be by stale_buffer"));
}

TEST(Proof, WhatNothingExplainsSaysSo) {
    ProofProgram plain{ProofProgram::Kind::rejected, "plain.c", {"a", "b"}, {"none"}};
    EXPECT_EQ(disagreement(plain, result_of({failed_case("a", {}), failed_case("b", {})})), "");
    const model::Result explained = result_of({failed_case("a", {}), failed_case("b", {"never_sends"})});
    EXPECT_THAT(disagreement(plain, explained), HasSubstr("explained by never_sends, and should be by none"));
    plain.diagnoses.insert("never_sends");
    EXPECT_EQ(disagreement(plain, explained), "");
    EXPECT_THAT(disagreement(
                    plain, result_of({failed_case("a", {"never_sends"}), failed_case("b", {"never_sends"})})),
                HasSubstr("nothing is explained by none"));
}

TEST(Proof, WhatIsNamedHasToBeFound) {
    const model::Result result =
        result_of({failed_case("a", {"never_sends"}), failed_case("b", {"never_sends"})});
    EXPECT_EQ(disagreement(kRejected, result), "nothing is explained by stale_buffer");
}

TEST(Proof, NamesStandInTheFirstLines) {
    const system::TemporaryFolder folder("proof");
    const std::string path = folder.path() + "/server.c";
    std::ofstream(path)
        << "/* fails: one-case, another\n * diagnosis: stale_buffer, never_sends */\nint main(void) {}\n";
    EXPECT_THAT(declared(path, "fails:"), ::testing::ElementsAre("another", "one-case"));
    EXPECT_THAT(declared(path, "diagnosis:"), ::testing::ElementsAre("never_sends", "stale_buffer"));
}

}  // namespace
}  // namespace sockgrade::grading
