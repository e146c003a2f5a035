// A class on a cluster: what is written, sent and sent again. With make, which every machine has; ci/cluster
// does it with Slurm and GNU parallel.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>

#include "tests/cli/class_fixture.hh"

namespace sockgrade {
namespace {

namespace fs = std::filesystem;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

class ClassOnACluster : public ClassInAFolder {
  protected:
    Said cluster(const std::string& system, const std::vector<std::string>& more = {}) const {
        std::vector<std::string> words = {"cluster", system, kExercise, path("class"),
                                          "--parts", "3",    "--out",   path("out")};
        words.insert(words.end(), more.begin(), more.end());
        return run(words);
    }
    std::string text_in(const std::string& name) const {
        std::ifstream file(path(name), std::ios::binary);
        return {std::istreambuf_iterator<char>(file), {}};
    }
};

TEST_F(ClassOnACluster, IsGradedByMakeAsInOneRun) {
    small_class();
    run(batch_into("one"));
    const Said said = cluster("make", {"--submit", "--seed", "5"});
    EXPECT_EQ(said.status, 0) << said.text;
    EXPECT_THAT(said.text, AllOf(HasSubstr("0 of 3 parts graded, 3 to do, seed 5"),
                                 HasSubstr("3 passed, 1 failed, 0 missing, 0 to look at")));
    EXPECT_EQ(run({"compare", path("one"), path("out/results")}).text, "0 changed, 4 as before\n");
    EXPECT_THAT(text_in("out/logs/part-1.log"), HasSubstr("part 1 of 3: 2 of 4 students"));
    EXPECT_THAT(cluster("make", {"--submit"}).text, HasSubstr("everybody is graded: sockgrade report "));
}

TEST_F(ClassOnACluster, OnlyWhatIsNotGradedIsSentAgainWithTheSameSeed) {
    small_class();
    const Said written = cluster("slurm", {"--seed", "5"});
    EXPECT_EQ(written.status, 0) << written.text;
    EXPECT_THAT(written.text, AllOf(HasSubstr("--submit sends it"), HasSubstr("out/scripts/send.sh")));
    EXPECT_THAT(text_in("out/scripts/send.sh"), HasSubstr("--array=1-3 "));
    EXPECT_EQ(run_program({path("out/scripts/part.sh"), "2"}).status, 0);
    const Said again = cluster("slurm");
    EXPECT_THAT(again.text, HasSubstr("1 of 3 parts graded, 2 to do, seed 5"));
    EXPECT_THAT(text_in("out/scripts/send.sh"), HasSubstr("--array=1,3 "));
    EXPECT_THAT(cluster("gridengine").text, HasSubstr("2 to do"));
    EXPECT_THAT(run_program({path("out/scripts/merge.sh")}).text, HasSubstr("has no results in it"));
}

TEST_F(ClassOnACluster, AnotherCommandIsRefused) {
    small_class();
    cluster("make", {"--seed", "5"});
    EXPECT_THAT(cluster("make", {"--seed", "6"}).text, AllOf(HasSubstr("was begun with another command"),
                                                             HasSubstr("seed: 5"), HasSubstr("seed: 6")));
    EXPECT_EQ(cluster("make", {"--seed", "6"}).status, 2);
    add("other/file", "");
    EXPECT_THAT(
        run({"cluster", "make", kExercise, path("class"), "--parts", "2", "--out", path("other")}).text,
        HasSubstr("is no class on a cluster"));
    EXPECT_THAT(run({"cluster", "pbs", kExercise, path("class"), "--parts", "2", "--out", path("x")}).text,
                HasSubstr("slurm"));
    EXPECT_THAT(
        run({"cluster", "make", kExercise, path("class/ann/server.py"), "--parts", "2", "--out", path("x")})
            .text,
        HasSubstr("unpack it first"));
}

}  // namespace
}  // namespace sockgrade
