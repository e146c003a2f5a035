#include "batch/lateness.hh"

#include <gtest/gtest.h>

namespace sockgrade::batch {
namespace {

// A machine somewhere east of Greenwich, without a summer time.
int one_hour(std::int64_t) { return 60; }

Lateness late(const char* due, const char* handed_in, std::optional<model::LateRule> rule = std::nullopt) {
    return lateness_of(read_date_time(due).value(), read_date_time(handed_in).value(), rule, one_hour);
}

TEST(Late, IsWhoComesAfterTheMinuteThatIsNamed) {
    EXPECT_EQ(late("2026-03-12 23:59", "2026-03-12 23:59:59").days, 0);
    EXPECT_EQ(late("2026-03-12 23:59", "2026-03-13 00:00").days, 1);
    EXPECT_EQ(late("2026-03-12 23:59:00", "2026-03-12 23:59:01").days, 1) << "a second is named";
    EXPECT_EQ(late("2026-03-12 23:59", "2026-03-13 23:59:59").days, 1);
    EXPECT_EQ(late("2026-03-12 23:59", "2026-03-14 00:00:00").days, 2);
    EXPECT_EQ(late("2026-03-12 23:59", "2020-01-01 00:00").days, 0);
}

TEST(Late, ZonesAreReckonedWith) {
    EXPECT_EQ(late("2026-03-12 23:59 +01:00", "2026-03-12 22:59:30 Z").days, 0);
    EXPECT_EQ(late("2026-03-12 23:59 +01:00", "2026-03-12 23:30:00 Z").days, 1);
    // Without a zone it is the course's clock; without any, this machine's.
    EXPECT_EQ(late("2026-03-12 23:59 -07:00", "2026-03-12 23:58").days, 0);
    EXPECT_EQ(late("2026-03-12 23:59", "2026-03-12 22:59 Z").days, 0);
    EXPECT_EQ(late("2026-03-12 23:59", "2026-03-12 23:01 Z").days, 1);
}

TEST(Late, CostsForEachDayThatIsNotFree) {
    const model::LateRule rule{10, 2};
    EXPECT_EQ(late("2026-03-12 23:59", "2026-03-12 20:00", rule).percent, 0);
    EXPECT_EQ(late("2026-03-12 23:59", "2026-03-14 12:00", rule).percent, 0);
    EXPECT_EQ(late("2026-03-12 23:59", "2026-03-15 12:00", rule).percent, 10);
    EXPECT_EQ(late("2026-03-12 23:59", "2036-03-15 12:00", rule).percent, 100) << "and never more than all";
    EXPECT_EQ(late("2026-03-12 23:59", "2036-03-15 12:00", model::LateRule{0, 0}).percent, 0);
    EXPECT_EQ(late("2026-03-12 23:59", "2036-03-15 12:00").percent, 0) << "no rule, nothing is taken";
}

}  // namespace
}  // namespace sockgrade::batch
