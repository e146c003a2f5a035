#include "cluster/plan.hh"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>

namespace sockgrade::cluster {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

Plan eight_parts() {
    Plan plan;
    plan.program = "/opt/sockgrade";
    plan.name = "week 2";
    plan.assignment = "/home/it's me/week-2.yaml";
    plan.submissions = "/home/class";
    plan.out = "/home/it's me/out";
    plan.seed = 7;
    plan.parts = 8;
    plan.scratch = "job";
    plan.to_do = {1, 2, 3, 5, 8};
    return plan;
}

std::map<std::string, std::string> scripts_for(std::string_view system, const Plan& plan) {
    std::map<std::string, std::string> scripts;
    for (Script& one : system_named(system)->scripts(plan)) scripts[one.name] = std::move(one.text);
    return scripts;
}

TEST(AClassOnACluster, EachPartHasTheSameCommandEachTime) {
    const auto scripts = common_scripts(eight_parts());
    EXPECT_EQ(scripts.at(0).name, "part.sh");
    EXPECT_THAT(scripts.at(0).text,
                AllOf(HasSubstr("exec /opt/sockgrade batch '/home/it'\\''s me/week-2.yaml' /home/class"),
                      HasSubstr("--scratch job"),
                      HasSubstr("--shard \"$part/8\" --seed 7 --resume --exit-code graded")));
    EXPECT_THAT(scripts.at(1).text, AllOf(HasSubstr("merge --exit-code graded"), HasSubstr("out/parts/1'"),
                                          HasSubstr("out/parts/8'"), Not(HasSubstr("--partial"))));
}

TEST(AClassOnACluster, OnlyWhatIsAskedForIsOnTheCommandLine) {
    Plan plan = eight_parts();
    plan.scratch.clear();
    EXPECT_THAT(common_scripts(plan).at(0).text,
                AllOf(Not(HasSubstr("--scratch")), Not(HasSubstr("--roster"))));
    plan.roster = "/home/list.csv";
    EXPECT_THAT(common_scripts(plan).at(0).text, HasSubstr("--roster /home/list.csv"));
}

TEST(Slurm, SendsWhatIsToDoAndAMergeThatWaits) {
    Plan plan = eight_parts();
    plan.cpus = 4;
    plan.headers = {"--time=2:00:00"};
    auto scripts = scripts_for("slurm", plan);
    EXPECT_THAT(scripts["part.slurm"],
                AllOf(HasSubstr("#SBATCH --cpus-per-task=4\n"), HasSubstr("#SBATCH --time=2:00:00\n"),
                      HasSubstr("#SBATCH --job-name=sockgrade-week-2\n"),
                      HasSubstr("\"$SLURM_ARRAY_TASK_ID\""), HasSubstr("${SLURM_CPUS_PER_TASK:-1}")));
    EXPECT_THAT(scripts["merge.slurm"], AllOf(HasSubstr("--time=2:00:00"), Not(HasSubstr("cpus-per-task"))));
    EXPECT_THAT(scripts["send.sh"], AllOf(HasSubstr("--array=1-3,5,8 "), HasSubstr("afterok$waits_for"),
                                          HasSubstr("--kill-on-invalid-dep=yes"), Not(HasSubstr("scancel"))));
}

TEST(Slurm, TheNewMergeWaitsForWhatWasSentBeforeToo) {
    Plan plan = eight_parts();
    plan.to_do = {4};
    plan.under_way = {"12_5"};
    plan.merges = {"13"};
    EXPECT_THAT(
        scripts_for("slurm", plan)["send.sh"],
        AllOf(HasSubstr("scancel 13\n"), HasSubstr("waits_for=$waits_for:12_5\n"), HasSubstr("--array=4 ")));
    plan.to_do.clear();
    plan.under_way.clear();
    EXPECT_THAT(scripts_for("slurm", plan)["send.sh"],
                AllOf(Not(HasSubstr("--dependency")), Not(HasSubstr("--array"))));
}

TEST(GridEngine, AnArrayHasNoGaps) {
    auto scripts = scripts_for("gridengine", eight_parts());
    EXPECT_THAT(scripts["send.sh"], AllOf(HasSubstr("-t 1-3 "), HasSubstr("-t 5 "), HasSubstr("-t 8 "),
                                          HasSubstr("-hold_jid \"${waits_for#,}\"")));
    EXPECT_THAT(scripts["part.sge"],
                AllOf(HasSubstr("trap 'kill -TERM \"$part\"' USR2"), HasSubstr("${NSLOTS:-1}")));
}

TEST(Parallel, WithoutPartsThereIsTheMergeAlone) {
    Plan plan = eight_parts();
    EXPECT_THAT(scripts_for("parallel", plan)["run.sh"],
                AllOf(HasSubstr("::: 1 2 3 5 8 || exit"), HasSubstr("merge.sh")));
    plan.to_do.clear();
    EXPECT_THAT(scripts_for("parallel", plan)["run.sh"], AllOf(Not(HasSubstr(":::")), HasSubstr("merge.sh")));
}

TEST(Make, EachPartIsATarget) {
    EXPECT_THAT(scripts_for("make", eight_parts())["Makefile"], HasSubstr("PARTS := 1 2 3 5 8\n"));
}

TEST(AClassOnACluster, IsKnownAgain) {
    EXPECT_EQ(seed_in(describe(eight_parts())), 7U);
    EXPECT_EQ(seed_in("something else"), 0U);
    EXPECT_EQ(system_named("pbs"), nullptr);
    EXPECT_EQ(ranges_of({}), "");
    EXPECT_EQ(ranges_of({1, 2, 3, 5, 7, 8}), "1-3,5,7-8");
}

}  // namespace
}  // namespace sockgrade::cluster
