#include "grading/waves.hh"

#include <gtest/gtest.h>

namespace sockgrade::grading {
namespace {

using model::CaseResult;
using model::CaseSpec;
using model::Verdict;

model::Spec spec_of(const std::vector<std::pair<std::string, model::Level>>& cases) {
    model::Spec spec;
    for (const auto& [id, level] : cases) {
        CaseSpec one;
        one.id = id;
        one.level = level;
        one.points = 1;
        spec.cases.push_back(one);
    }
    return spec;
}

TEST(Waves, FirstEndsAtTheFirstRequiredCaseThatFails) {
    model::Spec spec = spec_of({{"a", model::Level::must},
                                {"extra", model::Level::should},
                                {"b", model::Level::must},
                                {"c", model::Level::must},
                                {"d", model::Level::must}});
    spec.cases[4].needs = "a";
    std::vector<std::string> ran;
    const auto run = [&](const std::vector<const CaseSpec*>& wave) {
        std::vector<CaseResult> results;
        for (const CaseSpec* one : wave) {
            ran.push_back(one->id);
            CaseResult result = empty_result(*one);
            result.verdict = one->id == "b" || one->id == "extra" ? Verdict::failed : Verdict::passed;
            results.push_back(result);
        }
        return results;
    };
    Stages stages;
    stages.first = true;
    const std::vector<CaseResult> results = run_in_waves(spec, stages, run);
    EXPECT_EQ(ran, (std::vector<std::string>{"a", "extra", "b"})) << "what is not required ends nothing";
    ASSERT_EQ(results.size(), 5U);
    EXPECT_EQ(results[2].verdict, Verdict::failed);
    for (const std::size_t i : {3U, 4U}) {
        EXPECT_EQ(results[i].verdict, Verdict::skipped);
        EXPECT_EQ(results[i].summary, "--first ends at the first required case that fails.");
    }
    ran.clear();
    EXPECT_EQ(run_in_waves(spec, {}, run).size(), 5U);
    EXPECT_EQ(ran.size(), 5U);
}

}  // namespace
}  // namespace sockgrade::grading
