#include "run/slowness.hh"

#include <gtest/gtest.h>

namespace sockgrade::run {
namespace {

TEST(Slowness, IsOneOnAUsualMachine) {
    EXPECT_EQ(slowness_from(0.2), 1);
    EXPECT_EQ(slowness_from(0.6), 1);
    EXPECT_EQ(slowness_from(0.8), 1);
}

TEST(Slowness, GrowsWithWhatTheWorkTakes) {
    EXPECT_DOUBLE_EQ(slowness_from(1.2), 2);
    EXPECT_DOUBLE_EQ(slowness_from(6), 10);
}

TEST(Slowness, HasAnEnd) { EXPECT_EQ(slowness_from(1e6), 40); }

TEST(Slowness, IsMeasured) {
    EXPECT_GE(slowness(), 1);
    EXPECT_LE(slowness(), 40);
}

}  // namespace
}  // namespace sockgrade::run
