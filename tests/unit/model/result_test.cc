#include "model/result.hh"

#include <gtest/gtest.h>

namespace sockgrade::model {
namespace {

CaseResult judged(Level level, Verdict verdict) {
    CaseResult result;
    result.level = level;
    result.verdict = verdict;
    return result;
}

int status_of(const std::vector<CaseResult>& cases) {
    Result result;
    result.verdict = overall(cases);
    return exit_status(result);
}

TEST(Overall, DependsOnMustCasesOnly) {
    EXPECT_EQ(overall({}), Verdict::passed);
    EXPECT_EQ(overall({judged(Level::must, Verdict::passed), judged(Level::should, Verdict::failed)}),
              Verdict::passed);
    EXPECT_EQ(overall({judged(Level::must, Verdict::passed), judged(Level::should, Verdict::inconclusive)}),
              Verdict::passed);
}

TEST(Overall, AFailureWeighsMoreThanDoubt) {
    EXPECT_EQ(overall({judged(Level::must, Verdict::inconclusive), judged(Level::must, Verdict::failed)}),
              Verdict::failed);
    EXPECT_EQ(overall({judged(Level::must, Verdict::unsupported), judged(Level::must, Verdict::passed)}),
              Verdict::inconclusive);
}

TEST(Overall, ACaseThatWasAskedForDecidesWhateverItsLevel) {
    EXPECT_EQ(overall({judged(Level::should, Verdict::failed)}, Deciding::every_case), Verdict::failed);
    EXPECT_EQ(overall({judged(Level::should, Verdict::inconclusive)}, Deciding::every_case),
              Verdict::inconclusive);
    EXPECT_EQ(overall({judged(Level::should, Verdict::passed)}, Deciding::every_case), Verdict::passed);
}

TEST(ExitStatus, FollowsTheVerdict) {
    EXPECT_EQ(status_of({judged(Level::must, Verdict::passed)}), 0);
    EXPECT_EQ(status_of({judged(Level::must, Verdict::failed)}), 1);
    EXPECT_EQ(status_of({judged(Level::must, Verdict::inconclusive)}), 3);
}

TEST(Names, AreTheWordsOfTheReports) {
    EXPECT_EQ(to_string(Cause::wrong_content), "wrong-content");
    EXPECT_EQ(to_string(Cause::left_processes), "left-processes");
    EXPECT_EQ(to_string(Verdict::inconclusive), "inconclusive");
    EXPECT_EQ(to_string(Role::receiver), "receiver");
    EXPECT_EQ(to_string(Level::should), "should");
    EXPECT_EQ(to_string(Transport::udp), "udp");
    EXPECT_EQ(to_string(Direction::from_program), "from-program");
    EXPECT_EQ(to_string(Address{"127.0.0.1", 12000}), "127.0.0.1:12000");
    EXPECT_EQ(to_string(Address{"::1", 12000}), "[::1]:12000");
    Plan plan;
    plan.case_id = "long-message";
    EXPECT_EQ(full_id(plan), "long-message");
    plan.variant = "size=1024";
    EXPECT_EQ(full_id(plan), "long-message/size=1024");
}

}  // namespace
}  // namespace sockgrade::model
