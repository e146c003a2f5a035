#include "timing/abilities.hh"

#include <gtest/gtest.h>

namespace sockgrade::timing {
namespace {

TEST(MovingTime, WorksForAChild) {
    const system::Trial trial = try_moving_time([] {});
    EXPECT_TRUE(trial.works()) << trial.complaint;
}

}  // namespace
}  // namespace sockgrade::timing
