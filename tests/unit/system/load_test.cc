#include "system/load.hh"

#include <gtest/gtest.h>

namespace sockgrade::system {
namespace {

TEST(Load, IsTheNumberInFrontOfTheSlash) {
    EXPECT_EQ(runnable_threads_in("0.20 0.18 0.12 13/80 11206"), 13U);
    EXPECT_EQ(runnable_threads_in("0.20 0.18 0.12 x/80 11206"), std::nullopt);
    EXPECT_EQ(runnable_threads_in("0.20 0.18"), std::nullopt);
    EXPECT_EQ(runnable_threads_in(""), std::nullopt);
}

TEST(Load, IsKnownHere) { EXPECT_GE(runnable_threads().value_or(0), 1U); }

}  // namespace
}  // namespace sockgrade::system
